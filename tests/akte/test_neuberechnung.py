"""Vor dem Speichern: alt, neu und Unterschied je Monat, Person, Bestandteil und Träger, und was daraus folgt."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.akte.bausteine import GRUNDSICHERUNG, MAI, NOVEMBER, eintragen
from tests.akte.vorgaenge.bausteine import erlasse, im

from sozialamt.akte.berechnung import berechne
from sozialamt.akte.fallbildung import Kenntnis, bilde_fall
from sozialamt.akte.fehler import AngabenFehler
from sozialamt.akte.geschichte import lies_geschichte
from sozialamt.akte.models import Frist, Tatsache, Vorgang
from sozialamt.akte.neuberechnung import auswirkung, rechne_neu
from sozialamt.akte.stand import zugesprochen, zustehend
from sozialamt.akte.verfahrensrecht import Korrektur
from sozialamt.akte.vorgaenge.bescheid_entwerfen import bescheid_entwerfen
from sozialamt.akte.vorgaenge.tatsachen_aendern import tatsachen_aendern
from sozialamt.akte.vorgaenge.tatsachen_eintragen import Angabe
from sozialamt.leistungen import steckbriefe

AUGUST = date(2026, 8, 1)


@pytest.fixture
def bewilligt(sachbearbeitung, haushalt, rentnerin):
    """Mai bis November 2026, erlassen am 12. Juni."""
    entwurf = bescheid_entwerfen(
        benutzer=sachbearbeitung,
        haushalt=haushalt,
        leistung=GRUNDSICHERUNG,
        beginn=MAI,
        ende=NOVEMBER,
        zeitpunkt=im(12, 6),
    )
    return erlasse(entwurf, im(12, 6))


@pytest.fixture
def wenn(sachbearbeitung, haushalt, bewilligt):
    """Auswirkung von Angaben, die noch nicht gespeichert sind, am 20. September."""

    def wenn(*angaben):
        return auswirkung(haushalt, angaben, benutzer=sachbearbeitung, zeitpunkt=im(20, 9))

    return wenn


def test_mehr_rente_ab_august_mindert_jeden_monat_ab_august(wenn, rentnerin, haushalt):
    vorher = Tatsache.objects.count()
    (neu,) = wenn(Angabe("rente_gesetzlich", 55000, AUGUST, person=rentnerin))
    assert Tatsache.objects.count() == vorher
    assert neu.je_monat == {date(2026, m, 1): -5000 for m in (8, 9, 10, 11)}
    assert {t.person_id for t in neu.paare} == {rentnerin.pk}
    assert {t.kostentraeger for t in neu.paare} == {"bund"}
    vergangen, kuenftig = neu.vorschlaege
    assert (vergangen.korrektur, vergangen.beginn, vergangen.ende) == (
        Korrektur.AENDERUNG_EINKOMMEN,
        AUGUST,
        date(2026, 9, 1),
    )
    assert (vergangen.ueberzahlt, neu.ueberzahlt, neu.nachzahlung) == (10000, 10000, 0)
    assert (kuenftig.korrektur, kuenftig.beginn, kuenftig.ende) == (
        Korrektur.AENDERUNG_ZUKUNFT,
        date(2026, 10, 1),
        NOVEMBER,
    )
    assert "100,00 € zu viel zugesprochen" in vergangen.text
    assert "Vorher anhören" in vergangen.text


def test_alte_summe_und_unterschied_ergeben_je_monat_und_traeger_die_neue(wenn, rentnerin, haushalt, sachbearbeitung):
    angabe = Angabe("rente_gesetzlich", 55000, AUGUST, person=rentnerin)
    (neu,) = wenn(angabe)
    alt = zugesprochen(haushalt, GRUNDSICHERUNG, [AUGUST])
    eintragen(sachbearbeitung, haushalt, angabe, zeitpunkt=im(20, 9))
    danach = berechne(bilde_fall(haushalt, AUGUST), steckbriefe()[GRUNDSICHERUNG])
    assert sum(alt.values()) + neu.je_monat[AUGUST] == danach.cent
    assert {t: alt.get(t, 0) + n - a for t, (a, n) in neu.paare.items() if t.monat == AUGUST}.items() <= (
        zustehend(danach).items()
    )


def test_was_schon_beim_erlass_falsch_war_fuehrt_zu_44_oder_45(wenn, rentnerin):
    (mehr,) = wenn(Angabe("heizkosten", 8000, MAI))
    (v,) = mehr.vorschlaege
    assert (v.korrektur, v.handlung, v.nachzahlung) == (Korrektur.ZUGUNSTEN, "ueberpruefen", 5 * 2000)
    (weniger,) = wenn(Angabe("rente_gesetzlich", 60000, MAI, person=rentnerin))
    assert [(v.korrektur, v.handlung) for v in weniger.vorschlaege] == [
        (Korrektur.RUECKNAHME_ANGABEN, "zuruecknehmen"),
        (Korrektur.RUECKNAHME_ZUKUNFT, "zuruecknehmen"),
    ]


def test_eine_spaetere_verbesserung_ist_eine_aenderung_zugunsten(wenn):
    (neu,) = wenn(Angabe("miete_bruttokalt", 45000, AUGUST))
    assert [v.korrektur for v in neu.vorschlaege] == [Korrektur.AENDERUNG_ZUGUNSTEN]
    assert {t.bestandteil for t in neu.paare} == {"unterkunft"}


def test_was_sich_nicht_mehr_berechnen_laesst_wird_genannt(wenn, rentnerin):
    (neu,) = wenn(Angabe("geburtsdatum", None, AUGUST, person=rentnerin))
    assert neu.luecken[0].startswith("08.2026: Es fehlt: Geburtsdatum")
    assert neu.paare == {}


def test_ohne_unterschied_keine_folge_und_unbrauchbares_bricht_ab(wenn, rentnerin):
    assert wenn(Angabe("heizkosten", 6000, AUGUST)) == []
    assert wenn() == []
    with pytest.raises(AngabenFehler):
        wenn(Angabe("heizkosten", -1, AUGUST))


def test_aendern_merkt_die_folge_vor(bewilligt, haushalt, rentnerin, sachbearbeitung):
    angabe = Angabe("rente_gesetzlich", 55000, AUGUST, person=rentnerin)
    (vorgang,) = tatsachen_aendern(benutzer=sachbearbeitung, haushalt=haushalt, angaben=[angabe], zeitpunkt=im(20, 9))
    assert (vorgang.art, vorgang.leistung) == ("aenderung", GRUNDSICHERUNG)
    assert "§ 48 Abs. 1 Satz 2 Nr. 3 SGB X" in vorgang.schritte.get().vermerk
    assert Frist.objects.get(schluessel="neuberechnung").faellig == date(2026, 10, 4)
    assert Frist.objects.get(schluessel="jahresfrist").faellig == date(2027, 9, 20)
    noch_eine = Angabe("heizkosten", 6100, AUGUST)
    tatsachen_aendern(benutzer=sachbearbeitung, haushalt=haushalt, angaben=[noch_eine], zeitpunkt=im(21, 9))
    assert Vorgang.objects.count() == 1
    assert Frist.objects.filter(schluessel="neuberechnung").count() == 1


def test_geaendertes_recht_zeigt_sich_ohne_neue_tatsachen(bewilligt, haushalt, monkeypatch):
    monkeypatch.setattr(
        "sozialamt.akte.neuberechnung.zugesprochen",
        lambda *a: {t: c + 1000 for t, c in zugesprochen(*a).items() if t.bestandteil == "lebensunterhalt"},
    )
    (neu,) = rechne_neu(haushalt, Kenntnis.lade(haushalt), zeitpunkt=im(20, 9), ab=NOVEMBER)
    assert all(v.korrektur in (Korrektur.AENDERUNG_ZUKUNFT, Korrektur.AENDERUNG_ZUGUNSTEN) for v in neu.vorschlaege)


def test_die_geschichte_einer_akte_an_einem_tag_ist_eine_abfrage(bewilligt, haushalt, rentnerin, sachbearbeitung):
    eintragen(sachbearbeitung, haushalt, Angabe("heizkosten", 9000, MAI), zeitpunkt=im(20, 9))
    with CaptureQueriesContext(connection) as abfragen:
        damals = lies_geschichte(haushalt, im(1, 9)).tatsachen
    assert len(abfragen) == 1
    heute = lies_geschichte(haushalt).tatsachen
    assert len(heute) == len(damals) + 1
    assert {t.person_id for t in damals} == {None, rentnerin.pk}
