"""Einen Widerspruch zurückweisen (§ 85 Abs. 2 SGG). Abgeholfen wird mit einer Korrektur zugunsten des Menschen."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from sozialamt.akte.bescheidart import Bescheidart
from sozialamt.akte.entscheidung import Entscheidung
from sozialamt.akte.fehler import AngabenFehler, Mangel, ZustandFehler
from sozialamt.akte.models import Benutzer, Bescheidentwurf, Vorgang
from sozialamt.akte.schreiben import Textabschnitt
from sozialamt.akte.vorgaenge.ohne_rechnung_entwerfen import entwirf_ohne_rechnung, wer_ihn_bekam


@transaction.atomic
def widerspruch_entscheiden(
    *, benutzer: Benutzer, vorgang: Vorgang, gruende: str, zeitpunkt: datetime | None = None
) -> Bescheidentwurf:
    """Entwirft den Widerspruchsbescheid; ein verspäteter Widerspruch wird als unzulässig verworfen (§ 84 SGG)."""
    if vorgang.art != "widerspruch" or vorgang.bescheid is None:
        raise ZustandFehler("Zurückgewiesen wird nur ein Widerspruch. Öffnen Sie den Vorgang des Widerspruchs.")
    if not gruende.strip():
        raise AngabenFehler([Mangel("Gründe", "(leer)", "fehlt", "Gehen Sie auf den Widerspruch ein (§ 35 SGB X).")])
    bescheid = vorgang.bescheid
    beginn = vorgang.schritte.get(nummer=1)
    verspaetet = beginn.angaben["verspaetet"]
    satz = f"Ihren Widerspruch vom {vorgang.antragsdatum:%d.%m.%Y} gegen den Bescheid {bescheid.nummer} "
    satz += "verwerfen wir als unzulässig." if verspaetet else "weisen wir als unbegründet zurück."
    abschnitte = [Textabschnitt("Gründe", (gruende.strip(),))]
    if verspaetet:
        ende = beginn.angaben["fristende"]
        frist = f"Die Frist für den Widerspruch endete am {ende[8:]}.{ende[5:7]}.{ende[:4]} (§ 84 Abs. 1 SGG)."
        abschnitte.insert(0, Textabschnitt("Zulässigkeit", (frist,)))
    kosten = "Kosten des Widerspruchsverfahrens erstatten wir nicht (§ 63 SGB X)."
    return entwirf_ohne_rechnung(
        benutzer=benutzer,
        vorgang=vorgang,
        beginn=bescheid.beginn,
        ende=bescheid.ende,
        entscheidung=Entscheidung(
            art=Bescheidart.WIDERSPRUCH,
            norm="§ 85 Abs. 2 SGG",
            vorgang=vorgang,
            aendert=(bescheid.nummer,),
            empfaenger=wer_ihn_bekam(bescheid),
            saetze=(satz, kosten),
            gruende=tuple(abschnitte),
        ),
        zeitpunkt=zeitpunkt,
    )
