"""Aufgehobener Kostenersatz: zurückgebucht auf denselben Konten; Gezahltes wird Guthaben und geht zurück."""

from datetime import date

import pytest
from tests.kasse.auszuege import ausgang, auszug, eingang
from tests.kasse.bausteine import JULI, JUNI, LEBENSUNTERHALT, UNTERKUNFT, bescheid, ersatzaufhebung, ersatzbescheid

from sozialamt.akte.fehler import ZustandFehler
from sozialamt.akte.kostenersatz.aufhebung import festgesetzt
from sozialamt.kasse.ersatz import guthaben
from sozialamt.kasse.forderungsstand import forderungsstand
from sozialamt.kasse.invarianten import pruefe_kasse
from sozialamt.kasse.konten import Buchungsart, Konto
from sozialamt.kasse.kontoblatt import monatsblatt
from sozialamt.kasse.loeschregeln import offene_forderung
from sozialamt.kasse.models import Buchung, Kontobewegung, stand
from sozialamt.kasse.refinanzierung.ausgaben import ausgaben
from sozialamt.kasse.vorgaenge.forderung_bearbeiten import forderung_niederschlagen, raten_vereinbaren
from sozialamt.kasse.vorgaenge.forderung_festsetzen import kostenersatz_aufheben_buchen
from sozialamt.kasse.vorgaenge.kontoauszug_einlesen import bewegung_klaeren, kontoauszug_einlesen

pytestmark = pytest.mark.django_db
SEPTEMBER = date(2026, 9, 1)


@pytest.fixture
def ersatz(akte, jorg, sach, uhr):
    """Eine fremde Person hat 500 von 1.000 Euro zu ersetzen: je Monat 150 Lebensunterhalt und 100 Unterkunft."""
    teile = {
        (m, jorg, teil): cent for m in (JUNI, JULI) for teil, cent in ((LEBENSUNTERHALT, 30_000), (UNTERKUNFT, 20_000))
    }
    bescheid(akte, teile, sach, uhr.tick())
    return ersatzbescheid(akte, jorg, 50_000, (sach, uhr.tick())).forderung


@pytest.fixture
def zahle(kasse, uhr):
    def zahle(forderung, cent, kennung="1"):
        inhalt = auszug(eingang(cent, forderung.nummer, kennung=kennung))
        return kontoauszug_einlesen(benutzer=kasse, inhalt=inhalt, dateiname="e.xml", zeitpunkt=uhr.tick())

    return zahle


@pytest.fixture
def hebe_auf(sach, uhr):
    return lambda forderung, cent: ersatzaufhebung(forderung.bescheid, cent, (sach, uhr.tick()))


@pytest.fixture
def zahle_zurueck(kasse, uhr):
    def zahle_zurueck(forderung, cent, kennung="A1"):
        inhalt = auszug(ausgang(cent, "", kennung=kennung))
        kontoauszug_einlesen(benutzer=kasse, inhalt=inhalt, dateiname="a.xml", zeitpunkt=uhr.tick())
        bewegung = Kontobewegung.objects.get(cent=-cent)
        angaben = {"begruendung": "Guthaben", "forderung": forderung, "zeitpunkt": uhr.tick()}
        return bewegung_klaeren(benutzer=kasse, bewegung=bewegung, **angaben)

    return zahle_zurueck


def kurz(forderung):
    s = forderungsstand(forderung, SEPTEMBER)
    return s.offen, s.getilgt, s.aufgehoben, s.guthaben


def test_ganz_aufgehoben_ist_nichts_mehr_offen_und_der_ertrag_zurueckgebucht(ersatz, hebe_auf, akte):
    vorher = monatsblatt(akte)
    aufhebung = hebe_auf(ersatz, 50_000)
    assert kurz(ersatz) == (0, 0, 50_000, 0)
    assert festgesetzt(ersatz.bescheid) == 0
    gebucht = Buchung.objects.filter(bescheid=aufhebung)
    assert {(b.art, b.soll, b.haben) for b in gebucht} == {("ersatzminderung", "ertrag", "ersatzforderung")}
    je_schluessel = Buchung.objects.filter(forderung=ersatz).order_by().values("monat", "bestandteil", "kostentraeger")
    assert {z["s"] for z in je_schluessel.annotate(s=stand(Konto.ERTRAG))} == {0}
    assert monatsblatt(akte) == vorher
    assert offene_forderung(akte, SEPTEMBER) == ""
    assert pruefe_kasse() == []


def test_gezahltes_wird_guthaben_und_geht_ueber_die_bank_zurueck(ersatz, zahle, hebe_auf, zahle_zurueck, akte):
    zahle(ersatz, 30_000)
    hebe_auf(ersatz, 50_000)
    assert kurz(ersatz) == (0, 30_000, 50_000, 30_000)
    assert [(s[2], cent) for s, cent in guthaben(ersatz)] == [(JUNI, 15_000), (JUNI, 10_000), (JULI, 5_000)]
    assert offene_forderung(akte, SEPTEMBER) == "Gezahlter Kostenersatz ist zurückzuzahlen"
    assert sum(z.einnahmen for z in ausgaben(date(2026, 1, 1), date(2026, 12, 31))) == 30_000
    zahle_zurueck(ersatz, 12_000, "A1")
    assert [(s[2], cent) for s, cent in guthaben(ersatz)] == [(JUNI, 3_000), (JUNI, 10_000), (JULI, 5_000)]
    with pytest.raises(ZustandFehler, match="kann dieser Betrag nicht gebucht werden"):
        zahle_zurueck(ersatz, 18_001, "A2")
    zahle_zurueck(ersatz, 18_000, "A3")
    assert kurz(ersatz) == (0, 30_000, 50_000, 0)
    assert sum(z.einnahmen for z in ausgaben(date(2026, 1, 1), date(2026, 12, 31))) == 0
    assert offene_forderung(akte, SEPTEMBER) == ""
    assert Buchung.objects.filter(haushalt=akte).gezahlt() == 0
    assert pruefe_kasse() == []


def test_zum_teil_aufgehoben_wird_zuerst_was_offen_ist_in_den_juengsten_monaten(ersatz, zahle, hebe_auf, kasse, uhr):
    raten_vereinbaren(benutzer=kasse, forderung=ersatz, rate=20_000, ab=JULI, zeitpunkt=uhr.tick())
    zahle(ersatz, 30_000)
    hebe_auf(ersatz, 15_000)
    assert kurz(ersatz) == (5_000, 30_000, 15_000, 0)
    assert forderungsstand(ersatz, SEPTEMBER).rueckstand == 5_000
    hebe_auf(ersatz, 10_000)
    assert kurz(ersatz) == (0, 30_000, 25_000, 5_000)
    assert festgesetzt(ersatz.bescheid) == 25_000
    assert guthaben(ersatz)[0][0][2] == JULI
    assert pruefe_kasse() == []


def test_niedergeschlagenes_lebt_fuer_die_aufhebung_auf_und_ist_nicht_mehr_getilgt(ersatz, zahle, hebe_auf, kasse, uhr):
    zahle(ersatz, 10_000)
    forderung_niederschlagen(benutzer=kasse, forderung=ersatz, begruendung="mittellos", zeitpunkt=uhr.tick())
    assert kurz(ersatz) == (0, 50_000, 0, 0)
    hebe_auf(ersatz, 50_000)
    assert kurz(ersatz) == (0, 10_000, 50_000, 10_000)
    assert Buchung.objects.filter(art=Buchungsart.ERSATZAUFGRIFF).exists()
    assert pruefe_kasse() == []


def test_mehr_als_festgesetzt_wird_nicht_aufgehoben_und_nichts_bleibt_zurueck(ersatz, hebe_auf, sach, uhr):
    hebe_auf(ersatz, 40_000)
    vorher = Buchung.objects.count()
    with pytest.raises(ZustandFehler, match="inzwischen weniger festgesetzt"):
        hebe_auf(ersatz, 10_001)
    assert Buchung.objects.count() == vorher
    with pytest.raises(ZustandFehler, match="hebt keinen Kostenersatz auf"):
        kostenersatz_aufheben_buchen(ersatz.bescheid, sach, uhr.tick())


def test_eine_aufhebung_ohne_buchung_und_zu_viel_guthaben_fallen_auf(ersatz, zahle, hebe_auf, monkeypatch):
    zahle(ersatz, 10_000)
    hebe_auf(ersatz, 50_000)
    monkeypatch.setattr("tests.kasse.bausteine.BEI_ERLASS", [])
    ohne = hebe_auf(ersatz, 1_000)
    einnahme = Buchung.objects.filter(art=Buchungsart.ERSATZGUTHABEN).first()
    einnahme.pk, einnahme.schluessel, einnahme.bescheid = None, "doppelt", None
    einnahme.save(force_insert=True)
    stellen = [v.stelle for v in pruefe_kasse() if v.regel == "kostenersatz"]
    assert stellen[0] == f"Bescheid {ohne.nummer}: aufgehoben 10,00 €, gebucht 0,00 €"
    assert len(stellen) == 2 and f"gezahlt -{einnahme.cent // 100},00" in stellen[1]
