"""Viele Akten auf einmal geben dasselbe wie jede für sich."""

from datetime import UTC, date, datetime

import pytest
from tests.akte.bausteine import ANFANG, FEBRUAR, JANUAR, MAI, eintragen, neue_person

from sozialamt.akte.bestand import Bestand
from sozialamt.akte.fallbildung import bilde_fall
from sozialamt.akte.models import Haushalt
from sozialamt.akte.spalten import lies_spalten
from sozialamt.akte.vorgaenge.haushalt_anlegen import haushalt_anlegen
from sozialamt.akte.vorgaenge.tatsachen_eintragen import Angabe
from sozialamt.leistungen import regelwerk
from sozialamt.rechenkern.levels import HAUSHALT

SPAETER = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.fixture
def zwei_haushalte(sachbearbeitung, haushalt, rentnerin):
    zweiter = haushalt_anlegen(
        benutzer=sachbearbeitung, strasse="Am Hang 1", plz="12345", ort="Musterstadt", zeitpunkt=ANFANG
    )
    berta = neue_person(sachbearbeitung, zweiter, "Berta Öz", date(1980, 2, 2))
    carl = neue_person(sachbearbeitung, zweiter, "Carl Öz", date(1979, 8, 9))
    eintragen(
        sachbearbeitung,
        zweiter,
        Angabe("wohnform", 0, JANUAR),
        Angabe("miete_bruttokalt", 51000, JANUAR),
        Angabe("partner", carl.pk, JANUAR, person=berta),
        Angabe("partner", berta.pk, JANUAR, person=carl),
        Angabe("erwerbseinkommen_brutto", 90000, FEBRUAR, person=carl),
    )
    eintragen(sachbearbeitung, zweiter, Angabe("miete_bruttokalt", 53000, MAI), zeitpunkt=SPAETER)
    return haushalt, zweiter


def angaben_je_haushalt(bestand):
    """Zurück in die Form eines Falls: Angaben des Haushalts und je Person."""
    merkmale = regelwerk().merkmale
    aus = [({}, [{} for _ in range(n)]) for n in bestand.groesse]
    for name, (stellen, werte) in bestand.angaben.items():
        for stelle, wert in zip(stellen.tolist(), werte.tolist(), strict=True):
            if merkmale[name].ebene == HAUSHALT:
                aus[stelle][0][name] = wert
            else:
                h = int(bestand.haushalt_der_person[stelle])
                aus[h][1][stelle - int(bestand.grenzen[h])][name] = wert
    return aus


@pytest.mark.parametrize("monat", [JANUAR, FEBRUAR, MAI])
@pytest.mark.parametrize("gewusst_am", [None, ANFANG])
def test_der_bestand_sagt_dasselbe_wie_die_einzelnen_faelle(zwei_haushalte, monat, gewusst_am):
    bestand = Bestand.lade(Haushalt.objects.all(), monat, gewusst_am)
    assert bestand.haushalte.tolist() == [h.pk for h in zwei_haushalte]
    for haushalt, (des_haushalts, der_personen) in zip(zwei_haushalte, angaben_je_haushalt(bestand), strict=True):
        fall = bilde_fall(haushalt, monat, gewusst_am).fall
        assert des_haushalts == dict(fall.haushalt)
        assert der_personen == [dict(angaben) for angaben in fall.personen.values()]


def test_die_zahl_der_abfragen_haengt_nicht_an_der_zahl_der_haushalte(zwei_haushalte, monkeypatch):
    abfragen = []
    monkeypatch.setattr("sozialamt.akte.bestand.lies_spalten", lambda *a: abfragen.append(a) or lies_spalten(*a))
    for haushalte in (Haushalt.objects.all(), Haushalt.objects.filter(pk=zwei_haushalte[0].pk)):
        abfragen.clear()
        Bestand.lade(haushalte, MAI)
        assert len(abfragen) == 3


def test_haushalte_mit_fehlender_pflichtangabe_werden_gefunden(zwei_haushalte):
    bestand = Bestand.lade(Haushalt.objects.all(), MAI)
    merkmale = regelwerk().merkmale
    assert bestand.luecken([merkmale["wohnform"], merkmale["miete_bruttokalt"]]).tolist() == [False, False]
    gebraucht = [merkmale[n] for n in ("geburtsdatum", "mietstufe")]
    assert merkmale["mietstufe"].pflicht
    assert bestand.luecken([*gebraucht, *(merkmale[n] for n in merkmale["mietstufe"].wenn)]).tolist() == [False, True]


def test_einseitige_partnerschaft_haelt_die_uebrigen_nicht_auf(sachbearbeitung, zwei_haushalte):
    _, zweiter = zwei_haushalte
    berta = zweiter.mitgliedschaften.first().person
    eintragen(sachbearbeitung, zweiter, Angabe("partner", -1, MAI, person=berta), zeitpunkt=SPAETER)
    bestand = Bestand.lade(Haushalt.objects.all(), MAI)
    assert bestand.luecken([regelwerk().merkmale["partner"]]).tolist() == [False, True]


def test_leerer_bestand_ist_kein_fehler(db):
    bestand = Bestand.lade(Haushalt.objects.none(), MAI)
    assert len(bestand.haushalte) == 0
    assert bestand.tabelle([regelwerk().merkmale["wohnform"]]).num_rows == 0
