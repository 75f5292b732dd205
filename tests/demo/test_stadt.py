"""Die erzeugte Stadt: aus Angaben gerechnet, als erfunden gekennzeichnet, wiederholbar."""

from datetime import date

import pytest

from sozialamt.akte.berechnung import berechne
from sozialamt.akte.fallbildung import Kenntnis
from sozialamt.akte.models import Bescheid, Haushalt, Person, Tatsache, Zahlanspruch
from sozialamt.demo.stadt import baue
from sozialamt.leistungen import steckbriefe

JAHR, HEUTE = 2026, date(2026, 11, 22)


@pytest.fixture
def stadt(db):
    return baue(jahr=JAHR, massstab=0.0005)


def test_die_stadt_hat_so_viele_faelle_wie_verlangt_und_alles_ist_als_erzeugt_markiert(stadt):
    assert stadt.faelle == Bescheid.objects.count() <= 30
    assert stadt.faelle >= 28
    assert stadt.personen == Person.objects.count() == Person.objects.filter(erzeugt=True).count()
    assert stadt.haushalte == Haushalt.objects.filter(erzeugt=True).count()
    assert stadt.tatsachen == Tatsache.objects.count()
    assert all(b.inhalt["erzeugt"] for b in Bescheid.objects.all())


def test_jeder_betrag_ist_der_den_die_regeln_aus_den_angaben_der_akte_rechnen(stadt):
    for bescheid in Bescheid.objects.select_related("haushalt"):
        ergebnis = berechne(Kenntnis.lade(bescheid.haushalt).fall(bescheid.beginn), steckbriefe()[bescheid.leistung])
        zeilen = Zahlanspruch.objects.filter(bescheid=bescheid, monat=bescheid.beginn)
        assert {(z.person_id, z.bestandteil, z.wohnform, z.grund, z.cent) for z in zeilen} == {
            (int(t.person[1:]), t.bestandteil, t.wohnform, t.grund, t.cent) for t in ergebnis.teilbetraege
        }
        assert bescheid.inhalt["monate"][0]["cent"] == ergebnis.cent


def test_jede_person_ist_zu_finden_und_die_naechste_neue_bekommt_einen_freien_schluessel(stadt):
    person = Person.objects.last()
    assert person in Person.objects.suche(f"{person.nachname} {person.vorname}", HEUTE)
    assert person in Person.objects.suche(person.mitgliedschaften.get().haushalt.aktenzeichen, HEUTE)
    neu = Person.objects.create(vorname="A", nachname="B", geburtsdatum="2000-01-01", name_gefaltet="b a")
    assert neu.pk > person.pk


def test_eine_zweite_stadt_kommt_zur_ersten_dazu(stadt):
    zweite = baue(jahr=JAHR, massstab=0.0003)
    assert Bescheid.objects.count() == stadt.faelle + zweite.faelle
