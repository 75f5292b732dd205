"""Mehrere ersetzen dieselben Kosten: Was einer zahlt, schulden die anderen nicht mehr."""

from datetime import date

import pytest
from tests.kasse.auszuege import auszug, eingang
from tests.kasse.bausteine import (
    JULI,
    JUNI,
    LEBENSUNTERHALT,
    UNTERKUNFT,
    bescheid,
    ersatzaufhebung,
    ersatzbescheid,
    laufe,
    sammle,
    zahlungsweg,
)

from sozialamt.kasse.forderungsstand import forderungsstand
from sozialamt.kasse.gesamtschuld import gesamtschuldner
from sozialamt.kasse.invarianten import pruefe_kasse
from sozialamt.kasse.konten import Buchungsart
from sozialamt.kasse.models import Buchung
from sozialamt.kasse.refinanzierung.ausgaben import ausgaben
from sozialamt.kasse.vorgaenge.forderung_bearbeiten import (
    Einbehalt,
    aufrechnung_erklaeren,
    forderung_niederschlagen,
    raten_vereinbaren,
)
from sozialamt.kasse.vorgaenge.kontoauszug_einlesen import kontoauszug_einlesen

pytestmark = pytest.mark.django_db
SEPTEMBER = date(2026, 9, 1)


@pytest.fixture
def geleistet(akte, jorg, sach, uhr):
    """Juni und Juli je 300 Euro Lebensunterhalt und 200 Euro Unterkunft; September läuft."""
    teile = {
        (m, jorg, teil): cent for m in (JUNI, JULI) for teil, cent in ((LEBENSUNTERHALT, 30_000), (UNTERKUNFT, 20_000))
    }
    return bescheid(akte, teile | {(SEPTEMBER, jorg, LEBENSUNTERHALT): 50_000}, sach, uhr.tick())


@pytest.fixture
def setze_fest(geleistet, akte, jorg, sach, uhr):
    def setze_fest(cent, mit=None, **angaben):
        weitere = {"mit": mit.bescheid.schritte.get().vorgang.kostenersatz} if mit else {}
        return ersatzbescheid(akte, jorg, cent, (sach, uhr.tick()), **weitere, **angaben).forderung

    return setze_fest


@pytest.fixture
def zahle(kasse, uhr):
    def zahle(forderung, cent):
        inhalt = auszug(eingang(cent, forderung.nummer, kennung=f"E{uhr.tick():%d%H%M%S}"))
        auszug_ = kontoauszug_einlesen(benutzer=kasse, inhalt=inhalt, dateiname="e.xml", zeitpunkt=uhr.tick())
        return auszug_.bewegungen.get().hinweis

    return zahle


def offen(*forderungen):
    return [forderungsstand(f, SEPTEMBER).offen for f in forderungen]


def test_was_einer_zahlt_schuldet_der_andere_nicht_mehr_und_zusammen_kommt_nie_mehr_herein(setze_fest, zahle):
    clara = setze_fest(50_000)
    dora = setze_fest(50_000, clara, schuldner="Dora Erbin")
    assert gesamtschuldner(dora) == [clara, dora]
    zahle(clara, 30_000)
    assert offen(clara, dora) == [20_000, 20_000]
    assert forderungsstand(dora, SEPTEMBER).mitgetilgt == 30_000
    assert forderungsstand(dora, SEPTEMBER).getilgt == 0
    zahle(dora, 20_000)
    assert offen(clara, dora) == [0, 0]
    assert zahle(clara, 1) == f"mehr als auf {clara.nummer} offen ist"
    assert sum(z.einnahmen for z in ausgaben(date(2026, 1, 1), date(2026, 12, 31))) == 50_000
    assert Buchung.objects.kostenersatz() == 0
    assert pruefe_kasse() == []


def test_angerechnet_wird_hoechstens_was_beide_ersetzen(setze_fest, zahle):
    """Clara ersetzt die Hälfte der Kosten, Dora ein Zehntel: Dora schuldet je Monat und Bestandteil nur dies."""
    clara = setze_fest(50_000)
    dora = setze_fest(10_000, clara, schuldner="Dora Erbin")
    zahle(clara, 25_000)
    assert offen(clara, dora) == [25_000, 5_000]
    zahle(dora, 5_000)
    assert offen(clara, dora) == [20_000, 0]
    zahle(clara, 20_000)
    assert pruefe_kasse() == []


def test_wer_spaeter_dazukommt_schuldet_nur_noch_den_rest(setze_fest, zahle):
    clara = setze_fest(50_000)
    zahle(clara, 30_000)
    dora = setze_fest(40_000, clara, schuldner="Dora Erbin")
    assert offen(clara, dora) == [20_000, 15_000]
    emil = setze_fest(50_000, clara, schuldner="Emil Erbe")
    zahle(emil, 20_000)
    assert offen(clara, dora, emil) == [0, 0, 0]
    assert pruefe_kasse() == []


def test_auch_einbehalten_mindert_die_schuld_der_anderen(setze_fest, akte, jorg, sach, kasse, team, uhr):
    eigener = setze_fest(50_000, schuldner=jorg)
    clara = setze_fest(50_000, eigener)
    zahlungsweg(akte, sach, team, uhr.tick())
    einbehalt = Einbehalt(jorg, "sgb12_26", 1, 15_000, SEPTEMBER)
    aufrechnung_erklaeren(benutzer=kasse, forderung=eigener, einbehalt=einbehalt, zeitpunkt=uhr.tick())
    laufe(sammle(kasse, uhr, SEPTEMBER), kasse, team, uhr)
    assert offen(eigener, clara) == [35_000, 35_000]
    assert pruefe_kasse() == []


def test_wird_der_bescheid_dessen_der_zahlte_aufgehoben_lebt_die_schuld_der_anderen_auf(setze_fest, zahle, sach, uhr):
    clara = setze_fest(50_000)
    dora = setze_fest(50_000, clara, schuldner="Dora Erbin")
    zahle(clara, 30_000)
    ersatzaufhebung(clara.bescheid, 50_000, (sach, uhr.tick()))
    assert forderungsstand(clara, SEPTEMBER).guthaben == 30_000
    assert offen(clara, dora) == [0, 50_000]
    assert Buchung.objects.filter(art=Buchungsart.ERSATZMITAUFGRIFF, forderung=dora).exists()
    assert pruefe_kasse() == []


def test_wird_der_bescheid_des_anderen_aufgehoben_bleibt_die_zahlung_bei_dem_der_zahlte(setze_fest, zahle, sach, uhr):
    clara = setze_fest(50_000)
    dora = setze_fest(50_000, clara, schuldner="Dora Erbin")
    zahle(clara, 30_000)
    ersatzaufhebung(dora.bescheid, 50_000, (sach, uhr.tick()))
    stand = forderungsstand(dora, SEPTEMBER)
    assert (stand.offen, stand.mitgetilgt, stand.aufgehoben, stand.guthaben) == (0, 0, 50_000, 0)
    assert offen(clara) == [20_000]
    assert pruefe_kasse() == []


def test_niederschlagung_bei_einem_laesst_die_anderen_schulden(setze_fest, kasse, uhr, zahle):
    clara = setze_fest(50_000)
    dora = setze_fest(50_000, clara, schuldner="Dora Erbin")
    raten_vereinbaren(benutzer=kasse, forderung=dora, rate=50_000, ab=JULI, zeitpunkt=uhr.tick())
    forderung_niederschlagen(benutzer=kasse, forderung=clara, begruendung="mittellos", zeitpunkt=uhr.tick())
    assert offen(clara, dora) == [0, 50_000]
    zahle(dora, 50_000)
    assert offen(clara, dora) == [0, 0]
    assert pruefe_kasse() == []


def test_wer_allein_schuldet_bleibt_allein(setze_fest, zahle):
    clara, dora = setze_fest(50_000), setze_fest(50_000, schuldner="Dora Erbin")
    zahle(clara, 30_000)
    assert offen(clara, dora) == [20_000, 50_000]
    assert gesamtschuldner(clara) == []


def test_eine_vergessene_anrechnung_faellt_auf(setze_fest, zahle, monkeypatch):
    clara = setze_fest(50_000)
    setze_fest(50_000, clara, schuldner="Dora Erbin")
    monkeypatch.setattr("sozialamt.kasse.vorgaenge.kontoauszug_einlesen.rechne_an", lambda *_, **__: None)
    zahle(clara, 10_000)
    stellen = [v.stelle for v in pruefe_kasse() if v.regel == "kostenersatz"]
    assert len(stellen) == 1 and "100,00 € von anderen Gezahltes nicht angerechnet" in stellen[0]


def test_mehr_eingegangen_als_zu_ersetzen_war_faellt_auf(setze_fest, zahle, monkeypatch):
    clara = setze_fest(50_000)
    dora = setze_fest(50_000, clara, schuldner="Dora Erbin")
    monkeypatch.setattr("sozialamt.kasse.vorgaenge.kontoauszug_einlesen.rechne_an", lambda *_, **__: None)
    zahle(clara, 15_000)
    zahle(dora, 15_000)
    assert any("150,00 € mehr erhalten" in v.stelle for v in pruefe_kasse())
