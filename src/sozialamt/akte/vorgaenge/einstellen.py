"""Die Leistung einstellen, ohne neu zu rechnen: Tod, Wegzug, Verzicht (§ 48 Abs. 1 SGB X, § 46 SGB I)."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.bescheidart import Bescheidart
from sozialamt.akte.fehler import AngabenFehler, Mangel
from sozialamt.akte.korrektur import Korrekturangaben, Korrekturlage, entscheide
from sozialamt.akte.models import Benutzer, Bescheidentwurf, Vorgang
from sozialamt.akte.monat import monate
from sozialamt.akte.verfahrensrecht import Korrektur
from sozialamt.akte.vorgaenge.ohne_rechnung_entwerfen import entwirf_ohne_rechnung

ERLAUBT = tuple(k for k in Korrektur if k.value.startswith("48") and k is not Korrektur.AENDERUNG_ZUGUNSTEN)


@transaction.atomic
def einstellen(
    *,
    benutzer: Benutzer,
    vorgang: Vorgang,
    angaben: Korrekturangaben,
    beginn: date,
    ende: date,
    zeitpunkt: datetime | None = None,
) -> Bescheidentwurf:
    """Hebt die Bewilligung ab `beginn` ganz auf; geprüft wird wie bei jeder anderen Aufhebung."""
    zeitpunkt = zeitpunkt or timezone.now()
    if angaben.korrektur not in ERLAUBT:
        grund = "trägt keine Einstellung"
        raise AngabenFehler([Mangel("Norm", angaben.korrektur.norm, grund, "Wählen Sie eine der angebotenen.")])
    lage = Korrekturlage.lies(vorgang, monate(beginn, ende), {}, timezone.localdate(zeitpunkt))
    return entwirf_ohne_rechnung(
        benutzer=benutzer,
        vorgang=vorgang,
        beginn=beginn,
        ende=ende,
        entscheidung=entscheide(lage, angaben, Bescheidart.AUFHEBUNG),
        zeitpunkt=zeitpunkt,
    )
