"""Mitwirkung anfordern, mit Frist und Hinweis auf die Folgen (§§ 60 bis 66 SGB I)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.briefe import mitwirkung
from sozialamt.akte.fehler import AngabenFehler, Mangel
from sozialamt.akte.models import Benutzer, Vorgang, Vorgangsschreiben
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.vorgaenge.anhoeren import ende_der_frist, pruefe_tage
from sozialamt.akte.vorgaenge.schreiben_versenden import versende
from sozialamt.akte.vorgaenge.vorgang_fortsetzen import Schritt
from sozialamt.leistungen import steckbriefe

PFLICHTEN = {
    "60-1-1": "§ 60 Abs. 1 Satz 1 Nr. 1 SGB I",
    "60-1-2": "§ 60 Abs. 1 Satz 1 Nr. 2 SGB I",
    "60-1-3": "§ 60 Abs. 1 Satz 1 Nr. 3 SGB I",
    "61": "§ 61 SGB I",
    "62": "§ 62 SGB I",
}
"""Pflichten, deren Verletzung eine Versagung trägt (§ 66 Abs. 1 SGB I)."""


@transaction.atomic
def mitwirkung_anfordern(
    *,
    benutzer: Benutzer,
    vorgang: Vorgang,
    unterlagen: Sequence[str],
    pflicht: str = "60-1-3",
    tage: int = 14,
    version: int | None = None,
    zeitpunkt: datetime | None = None,
) -> Vorgangsschreiben:
    """Ohne diesen schriftlichen Hinweis und den Ablauf der Frist gibt es keine Versagung (§ 66 Abs. 3 SGB I)."""
    pruefe_recht(benutzer, "vorgang_fuehren", vorgang.haushalt)
    zeitpunkt = zeitpunkt or timezone.now()
    unterlagen = [zeile.strip() for zeile in unterlagen if zeile.strip()]
    maengel = pruefe_tage(tage)
    if not unterlagen:
        maengel.append(Mangel("Was fehlt", "(leer)", "fehlt", "Nennen Sie jede Unterlage in einer eigenen Zeile."))
    if pflicht not in PFLICHTEN:
        maengel.append(Mangel("Pflicht", pflicht, "gibt es nicht", "Wählen Sie eine der Pflichten."))
    if maengel:
        raise AngabenFehler(maengel)
    frist = ende_der_frist(timezone.localdate(zeitpunkt), tage)
    titel = steckbriefe()[vorgang.leistung].titel
    brief = mitwirkung(titel, unterlagen, PFLICHTEN[pflicht], frist)
    schritt = Schritt(
        "mitwirkung_anfordern",
        timezone.localdate(zeitpunkt),
        "\n".join(unterlagen),
        angaben={"frist": frist.isoformat(), "pflicht": pflicht},
        faellig={"unterlagen": frist},
        version=version,
    )
    return versende(vorgang, brief, schritt, benutzer=benutzer, zeitpunkt=zeitpunkt)
