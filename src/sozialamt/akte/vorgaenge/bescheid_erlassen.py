"""Einen Entwurf zum Bescheid machen (§ 31 SGB X): abschreiben, drucken, festhalten."""

from __future__ import annotations

import hashlib
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte import bescheidinhalt
from sozialamt.akte.anschluesse import BEI_ERLASS
from sozialamt.akte.berechnung import berechne_zeitraum
from sozialamt.akte.bescheidart import Bescheidart
from sozialamt.akte.bescheidinhalt import rechtsstand
from sozialamt.akte.bescheidschreiben import schreiben
from sozialamt.akte.fallbildung import Kenntnis
from sozialamt.akte.fehler import ZustandFehler
from sozialamt.akte.models import (
    Benutzer,
    Bescheid,
    Bescheidbetrag,
    Bescheiddokument,
    Bescheidentwurf,
    Haushalt,
    Mitgliedschaft,
    Tatsache,
    Zahlanspruch,
)
from sozialamt.akte.monat import monate
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.schreiben import NichtDruckbar
from sozialamt.akte.vieraugen import pruefe_freigabe
from sozialamt.akte.vorgaenge.entscheidung_abschliessen import schliesse_ab
from sozialamt.akte.vorgaenge.protokollieren import protokolliere
from sozialamt.leistungen import steckbriefe
from sozialamt.leistungen.bogen import Bogen, berechnungsbogen
from sozialamt.rechenkern import Einheit


@transaction.atomic
def bescheid_erlassen(
    *, benutzer: Benutzer, entwurf: Bescheidentwurf, zeitpunkt: datetime | None = None, eben_entworfen: bool = False
) -> Bescheid:
    """Erlässt den Bescheid, wenn Tatsachen und Recht seit dem Entwurf dieselben sind; der Entwurf verschwindet.

    `eben_entworfen` sagt, dass der Entwurf aus derselben Transaktion stammt; dann wird nicht noch einmal gerechnet.
    """
    pruefe_recht(benutzer, "bescheid_erlassen", entwurf.haushalt)
    zeitpunkt = zeitpunkt or timezone.now()
    vorgelegt, entwurf = entwurf, _gesperrt(entwurf)
    haushalt = Haushalt.objects.select_for_update(no_key=True).get(pk=entwurf.haushalt_id)
    pruefe_freigabe(benutzer, entwurf, timezone.localdate(zeitpunkt))
    _pruefe_akte(entwurf, haushalt)
    if not eben_entworfen:
        _pruefe_recht(entwurf, haushalt)
    bescheid = Bescheid.objects.create(
        haushalt=haushalt,
        nummer=f"{haushalt.aktenzeichen}-{haushalt.bescheide.count() + 1:03d}",
        leistung=entwurf.leistung,
        art=entwurf.art,
        vorlaeufig=entwurf.vorlaeufig,
        norm=entwurf.norm,
        beginn=entwurf.beginn,
        ende=entwurf.ende,
        gewusst_am=entwurf.gewusst_am,
        inhalt=entwurf.inhalt,
        rechenweg=entwurf.rechenweg,
        rechtsstand=rechtsstand(entwurf.inhalt),
        erlassen_am=zeitpunkt,
        created_by=benutzer,
    )
    if eben_entworfen:
        bescheid.spuren = vorgelegt.spuren
    _schreibe_betraege(bescheid)
    _schreibe_zahlansprueche(bescheid)
    _lege_schreiben_ab(bescheid)
    schliesse_ab(bescheid, entwurf, benutzer=benutzer, zeitpunkt=zeitpunkt)
    entwurf.delete()
    protokolliere(
        vorgang="bescheid_erlassen",
        benutzer=benutzer,
        zeitpunkt=zeitpunkt,
        haushalt=haushalt,
        angaben={"nummer": bescheid.nummer},
    )
    for anschluss in BEI_ERLASS:
        anschluss(bescheid, benutzer, zeitpunkt)
    return bescheid


def _gesperrt(entwurf: Bescheidentwurf) -> Bescheidentwurf:
    """Nur einer kann erlassen; wer zu spät kommt, erfährt es."""
    gefunden = Bescheidentwurf.objects.select_for_update().filter(pk=entwurf.pk).first()
    if gefunden is None:
        raise ZustandFehler("Diesen Entwurf gibt es nicht mehr. Jemand hat ihn inzwischen erlassen oder verworfen.")
    return gefunden


def _pruefe_akte(entwurf: Bescheidentwurf, haushalt: Haushalt) -> None:
    personen = haushalt.mitgliedschaften.values_list("person_id", flat=True)
    neuer = {"erfasst_am__gt": entwurf.gewusst_am}
    if (
        Tatsache.objects.von(haushalt_id=haushalt.pk, personen=personen).filter(**neuer).exists()
        or Mitgliedschaft.objects.filter(haushalt=haushalt, **neuer).exists()
    ):
        raise ZustandFehler(
            "Seit dem Entwurf hat sich die Akte geändert. Verwerfen Sie ihn und entwerfen Sie den Bescheid neu."
        )
    if juenger := _juengerer_bescheid(entwurf):
        raise ZustandFehler(
            f"Seit dem Entwurf ist Bescheid {juenger.nummer} über dieselben Monate ergangen. Verwerfen Sie den Entwurf "
            "und entwerfen Sie den Bescheid neu."
        )


def _pruefe_recht(entwurf: Bescheidentwurf, haushalt: Haushalt) -> None:
    if not entwurf.inhalt.get("berechnet", True):
        return
    jetzt = berechne_zeitraum(
        Kenntnis.lade(haushalt), steckbriefe()[entwurf.leistung], monate(entwurf.beginn, entwurf.ende)
    )
    if [bescheidinhalt.monat(ergebnis) for ergebnis in jetzt] != entwurf.inhalt["monate"]:
        raise ZustandFehler(
            "Seit dem Entwurf haben sich gesetzliche Werte geändert, der Betrag wäre ein anderer. "
            "Verwerfen Sie ihn und entwerfen Sie den Bescheid neu."
        )


def _juengerer_bescheid(entwurf: Bescheidentwurf) -> Bescheid | None:
    """Verfügt hat inzwischen jemand anders; der Entwurf würde das unbesehen überschreiben."""
    return (
        Bescheid.objects.verfuegend()
        .filter(haushalt_id=entwurf.haushalt_id, leistung=entwurf.leistung, erlassen_am__gt=entwurf.gewusst_am)
        .filter(beginn__lte=entwurf.ende, ende__gte=entwurf.beginn)
        .first()
    )


def _schreibe_betraege(bescheid: Bescheid) -> None:
    steckbrief = steckbriefe()[bescheid.leistung]
    personen = {schluessel: p["id"] for schluessel, p in bescheid.inhalt["personen"].items()}
    zeilen: dict[tuple[date, int | None, str], Bescheidbetrag] = {}
    for spur in bescheid.spuren:
        monat = date.fromisoformat(spur["monat"] + "-01")
        for betrag in _betraege(bescheid, monat, berechnungsbogen(spur, steckbrief), personen):
            zeilen.setdefault((monat, betrag.person_id, betrag.bestandteil), betrag)
    Bescheidbetrag.objects.bulk_create(zeilen.values())


def _schreibe_zahlansprueche(bescheid: Bescheid) -> None:
    """Aus der Abschrift des Bescheids, nicht neu gerechnet."""
    if not Bescheidart(bescheid.art).verfuegt:
        return
    personen = {schluessel: p["id"] for schluessel, p in bescheid.inhalt["personen"].items()}
    Zahlanspruch.objects.bulk_create(
        Zahlanspruch(
            bescheid=bescheid,
            monat=date.fromisoformat(monat["monat"] + "-01"),
            person_id=personen[teil["person"]],
            **{name: teil[name] for name in ("bestandteil", "kostentraeger", "wohnform", "grund", "cent")},
        )
        for monat in bescheid.inhalt["monate"]
        for teil in monat["teile"]
    )


def _betraege(bescheid: Bescheid, monat: date, bogen: Bogen, personen: dict[str, int]) -> list[Bescheidbetrag]:
    """Jede Geldzeile des Bogens, je Person oder für die ganze Gruppe."""
    ergebnis = []
    for teil in bogen.teile:
        for zeile in teil.zeilen:
            if zeile.einheit is not Einheit.CENT:
                continue
            je_person = [(personen[p], w) for p, w in zip(bogen.personen, zeile.werte, strict=True) if w is not None]
            for person_id, cent in je_person or [(None, zeile.gesamt or 0)]:
                ergebnis.append(
                    Bescheidbetrag(
                        bescheid=bescheid,
                        monat=monat,
                        person_id=person_id,
                        bestandteil=zeile.name,
                        titel=zeile.titel,
                        cent=cent,
                    )
                )
    return ergebnis


def _lege_schreiben_ab(bescheid: Bescheid) -> None:
    try:
        pdf = schreiben(bescheid)
    except NichtDruckbar as fehler:
        raise ZustandFehler(f"Das Schreiben kann nicht gedruckt werden: {fehler}") from fehler
    Bescheiddokument.objects.create(bescheid=bescheid, pdf=pdf, sha256=hashlib.sha256(pdf).hexdigest())
