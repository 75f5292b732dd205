"""Anhören, bevor in Rechte eingegriffen wird (§ 24 Abs. 1 SGB X)."""

from __future__ import annotations

from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from sozialamt.akte.briefe import anhoerung
from sozialamt.akte.fehler import AngabenFehler, Mangel
from sozialamt.akte.fristen import bekanntgabe, gesetzte_frist
from sozialamt.akte.models import Benutzer, Vorgang, Vorgangsschreiben
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.vorgaenge.schreiben_versenden import versende
from sozialamt.akte.vorgaenge.vorgang_fortsetzen import Schritt
from sozialamt.leistungen import steckbriefe

MINDESTTAGE, HOECHSTTAGE = 7, 366
"""Kürzer ist keine Gelegenheit zur Äußerung mehr; üblich sind zwei Wochen. Länger als ein Jahr ist vertippt."""


@transaction.atomic
def anhoeren(
    *,
    benutzer: Benutzer,
    vorgang: Vorgang,
    tatsachen: str,
    absicht: str,
    tage: int = 14,
    version: int | None = None,
    zeitpunkt: datetime | None = None,
) -> Vorgangsschreiben:
    """Schreibt die Anhörung und setzt die Frist ab dem Tag, an dem sie als bekannt gegeben gilt."""
    pruefe_recht(benutzer, "vorgang_fuehren", vorgang.haushalt)
    zeitpunkt = zeitpunkt or timezone.now()
    maengel = [
        Mangel(feld, "(leer)", "fehlt", abhilfe)
        for feld, text, abhilfe in (
            ("Tatsachen", tatsachen, "Schreiben Sie, wovon Sie ausgehen."),
            ("Absicht", absicht, "Schreiben Sie, was Sie entscheiden wollen."),
        )
        if not text.strip()
    ]
    maengel += pruefe_tage(tage)
    if maengel:
        raise AngabenFehler(maengel)
    frist = ende_der_frist(timezone.localdate(zeitpunkt), tage)
    titel = steckbriefe()[vorgang.leistung].titel
    brief = anhoerung(titel, tatsachen.strip(), absicht.strip(), frist)
    schritt = Schritt(
        "anhoeren",
        timezone.localdate(zeitpunkt),
        absicht.strip(),
        angaben={"frist": frist.isoformat()},
        faellig={"aeusserung": frist},
        version=version,
    )
    return versende(vorgang, brief, schritt, benutzer=benutzer, zeitpunkt=zeitpunkt)


def pruefe_tage(tage: int) -> list[Mangel]:
    """Eine gesetzte Frist muss lang genug sein, um etwas tun zu können, und noch ein Ende haben."""
    if tage < MINDESTTAGE:
        return [Mangel("Frist in Tagen", str(tage), "ist zu kurz", f"Setzen Sie mindestens {MINDESTTAGE} Tage.")]
    if tage > HOECHSTTAGE:
        return [Mangel("Frist in Tagen", str(tage), "ist zu lang", f"Setzen Sie höchstens {HOECHSTTAGE} Tage.")]
    return []


def ende_der_frist(versand: date, tage: int) -> date:
    """Ende der gesetzten Frist ab Bekanntgabe, auf einen Werktag verschoben (§ 26 Abs. 2, 3 SGB X)."""
    return gesetzte_frist(bekanntgabe(versand), tage, settings.LAND)
