"""Was ein Bescheid zuspricht, steht Zeile für Zeile zum Buchen bereit."""

from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, transaction
from tests.akte.bausteine import GRUNDSICHERUNG, JANUAR, MAI, NOVEMBER, eintragen, zweite_person

from sozialamt.akte import anschluesse
from sozialamt.akte.models import Bescheid, Zahlanspruch
from sozialamt.akte.vorgaenge.bescheid_entwerfen import bescheid_entwerfen
from sozialamt.akte.vorgaenge.bescheid_erlassen import bescheid_erlassen
from sozialamt.akte.vorgaenge.tatsachen_eintragen import Angabe


def erlasse(sachbearbeitung, haushalt, beginn=MAI, ende=NOVEMBER):
    entwurf = bescheid_entwerfen(
        benutzer=sachbearbeitung, haushalt=haushalt, leistung=GRUNDSICHERUNG, beginn=beginn, ende=ende
    )
    return bescheid_erlassen(benutzer=zweite_person(), entwurf=entwurf)


def test_die_zeilen_eines_monats_ergeben_den_bewilligten_betrag(sachbearbeitung, haushalt, rentnerin):
    bescheid = erlasse(sachbearbeitung, haushalt)
    for monat in bescheid.inhalt["monate"]:
        zeilen = Zahlanspruch.objects.filter(bescheid=bescheid, monat=f"{monat['monat']}-01")
        assert sum(z.cent for z in zeilen) == monat["cent"] > 0


def test_jede_zeile_nennt_kostentraeger_und_die_schluessel_des_nachweises(sachbearbeitung, haushalt, rentnerin):
    erlasse(sachbearbeitung, haushalt)
    zeilen = Zahlanspruch.objects.filter(monat=MAI)
    assert {z.bestandteil for z in zeilen} == {"unterkunft", "heizung", "lebensunterhalt"}
    assert {(z.kostentraeger, z.wohnform, z.grund) for z in zeilen} == {("bund", "wohnung", "alter")}
    assert {z.person for z in zeilen} == {rentnerin}


def test_der_spaetere_bescheid_gilt_nur_in_seinen_monaten(sachbearbeitung, haushalt, rentnerin):
    erster = erlasse(sachbearbeitung, haushalt)
    eintragen(
        sachbearbeitung, haushalt, Angabe("heizkosten", 7000, NOVEMBER), zeitpunkt=datetime(2026, 2, 1, tzinfo=UTC)
    )
    zweiter = erlasse(sachbearbeitung, haushalt, NOVEMBER, NOVEMBER)
    assert list(Bescheid.objects.geltend(MAI)) == [erster]
    assert list(Bescheid.objects.geltend(NOVEMBER)) == [zweiter]
    assert not Bescheid.objects.geltend(JANUAR).exists()
    assert sum(z.cent for z in Zahlanspruch.objects.geltend(NOVEMBER)) == zweiter.inhalt["monate"][0]["cent"]


def test_eine_ablehnung_verfuegt_nicht(sachbearbeitung, haushalt, rentnerin):
    eintragen(sachbearbeitung, haushalt, Angabe("rente_gesetzlich", 300_000, JANUAR, person=rentnerin))
    bescheid = erlasse(sachbearbeitung, haushalt)
    assert bescheid.art == "ablehnung"
    assert not Bescheid.objects.geltend(MAI).exists()
    assert not Zahlanspruch.objects.exists()


def test_scheitert_ein_anschluss_ist_nichts_erlassen(sachbearbeitung, haushalt, rentnerin, monkeypatch):
    def kaputt(*_: object) -> None:
        raise RuntimeError("Kasse nicht erreichbar")

    monkeypatch.setattr(anschluesse, "BEI_ERLASS", [kaputt])
    monkeypatch.setattr("sozialamt.akte.vorgaenge.bescheid_erlassen.BEI_ERLASS", [kaputt])
    with pytest.raises(RuntimeError):
        erlasse(sachbearbeitung, haushalt)
    assert not Bescheid.objects.exists()
    assert not Zahlanspruch.objects.exists()


def test_zahlansprueche_sind_nicht_zu_aendern(sachbearbeitung, haushalt, rentnerin):
    erlasse(sachbearbeitung, haushalt)
    with pytest.raises(DatabaseError), transaction.atomic():
        Zahlanspruch.objects.update(cent=1)
