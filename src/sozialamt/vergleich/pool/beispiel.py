"""Die erzeugte Beispielstadt: In ihrem Namen lässt sich liefern und freigeben, in keinem Mittel kommt sie vor."""

from __future__ import annotations

from collections.abc import Iterable

from sozialamt.akte.models import Benutzer
from sozialamt.vergleich.models import Stadt, Stadtzugehoerigkeit

SCHLUESSEL, NAME, AGS = "musterstadt", "Musterstadt", "00000000"


def lege_beispielstadt_an(benutzernamen: Iterable[str]) -> None:
    """Mehrfach ausführbar; ohne Benutzer des Beispielamts geschieht nichts."""
    konten = list(Benutzer.objects.filter(username__in=list(benutzernamen)))
    if not konten:
        return
    stadt, _ = Stadt.objects.get_or_create(
        schluessel=SCHLUESSEL,
        defaults={"name": NAME, "ags": AGS, "erzeugt": True, "hinweis": "erzeugte Beispielstadt, nicht Mitglied"},
    )
    for konto in konten:
        Stadtzugehoerigkeit.objects.get_or_create(benutzer=konto, stadt=stadt)
