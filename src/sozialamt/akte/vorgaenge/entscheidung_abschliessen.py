"""Was auf den Erlass folgt: der Schritt im Vorgang und die Fristen, die mit dem Bescheid beginnen."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from sozialamt.akte.bescheidart import Bescheidart
from sozialamt.akte.fristen import fiktion
from sozialamt.akte.models import Benutzer, Bescheid, Bescheidentwurf, Entwurfsstand, Frist, Vorgang
from sozialamt.akte.vorgaenge.frist_setzen import Gesetzesfrist, lege_gesetzesfrist_an
from sozialamt.akte.vorgaenge.vorgang_fortsetzen import Schritt, gehe


def schliesse_ab(bescheid: Bescheid, entwurf: Bescheidentwurf, *, benutzer: Benutzer, zeitpunkt: datetime) -> None:
    """Führt den Vorgang weiter; ein vorläufiger Bescheid bekommt die Frist bis zur Fiktion (§ 44a Abs. 6 SGB XII)."""
    stand = Entwurfsstand.objects.filter(entwurf=entwurf).select_related("vorgang").first()
    vorgang = stand.vorgang if stand else None
    if vorgang is not None:
        schritt = Schritt(
            _handlung(bescheid, vorgang),
            timezone.localdate(zeitpunkt),
            f"Bescheid {bescheid.nummer} ({Bescheidart(bescheid.art).titel})",
            bescheid=bescheid,
        )
        gehe(vorgang, schritt, benutzer=benutzer, zeitpunkt=zeitpunkt)
    if bescheid.vorlaeufig:
        titel = f"Endgültig entscheiden über {bescheid.nummer}"
        lege_gesetzesfrist_an(
            Gesetzesfrist("fiktion", titel, "§ 44a Abs. 6 SGB XII", fiktion(bescheid.ende)),
            haushalt_id=bescheid.haushalt_id,
            vorgang=vorgang,
            zustaendig=entwurf.created_by,
            wer_wann=(benutzer, zeitpunkt),
        )
    elif bescheid.art == Bescheidart.ENDGUELTIG:
        Frist.objects.offen().filter(
            haushalt_id=bescheid.haushalt_id, schluessel="fiktion", titel__endswith=_ersetzt(bescheid)
        ).update(erledigt_am=zeitpunkt, erledigt_von=benutzer)


def _handlung(bescheid: Bescheid, vorgang: Vorgang) -> str:
    if bescheid.art == Bescheidart.VORSCHUSS:
        return "vorschuss_erlassen"
    if bescheid.vorlaeufig and vorgang.vorgangsart.uebergang("vorlaeufig_erlassen", vorgang.zustand):
        return "vorlaeufig_erlassen"
    ueberzahlt = bescheid.inhalt.get("entscheidung", {}).get("ueberzahlt", 0)
    if ueberzahlt and vorgang.vorgangsart.uebergang("korrektur_erlassen", vorgang.zustand):
        return "korrektur_erlassen"
    return "bescheid_erlassen"


def _ersetzt(bescheid: Bescheid) -> str:
    return bescheid.inhalt["entscheidung"]["aendert"][-1]
