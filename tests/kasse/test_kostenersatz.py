"""Festgesetzter Kostenersatz: gebucht auf Monate und Kostenträger, gezahlt, einbehalten, niedergeschlagen."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.akte.bausteine import neue_person
from tests.kasse.auszuege import auszug, eingang
from tests.kasse.bausteine import (
    GSIAE,
    HLU,
    JULI,
    JUNI,
    LEBENSUNTERHALT,
    UNTERKUNFT,
    bescheid,
    ersatzbescheid,
    laufe,
    sammle,
    zahlungsweg,
)

from sozialamt.akte.fehler import AngabenFehler, ZustandFehler
from sozialamt.akte.kostenersatz.grundlagen import Grundlage
from sozialamt.akte.models import Bescheid
from sozialamt.kasse.ersatz import verteile_anteilig
from sozialamt.kasse.forderungsstand import forderungsstand, offene_schluessel
from sozialamt.kasse.invarianten import pruefe_kasse
from sozialamt.kasse.konten import Buchungsart
from sozialamt.kasse.kontoblatt import monatsblatt
from sozialamt.kasse.loeschregeln import offene_forderung
from sozialamt.kasse.models import Buchung, Forderung
from sozialamt.kasse.refinanzierung.ausgaben import ausgaben
from sozialamt.kasse.vorgaenge.forderung_bearbeiten import (
    Einbehalt,
    aufrechnung_erklaeren,
    forderung_niederschlagen,
    raten_vereinbaren,
)
from sozialamt.kasse.vorgaenge.forderung_festsetzen import kostenersatz_buchen
from sozialamt.kasse.vorgaenge.kontoauszug_einlesen import kontoauszug_einlesen

pytestmark = pytest.mark.django_db
SEPTEMBER = date(2026, 9, 1)


@pytest.fixture
def geleistet(akte, jorg, sach, kasse, team, uhr):
    """Juni und Juli gezahlt: je 300 Euro Lebensunterhalt und 200 Euro Unterkunft; September läuft."""
    teile = {
        (m, jorg, teil): cent for m in (JUNI, JULI) for teil, cent in ((LEBENSUNTERHALT, 30_000), (UNTERKUNFT, 20_000))
    }
    bescheid(akte, teile | {(SEPTEMBER, jorg, LEBENSUNTERHALT): 50_000}, sach, uhr.tick())
    zahlungsweg(akte, sach, team, uhr.tick())
    return laufe(sammle(kasse, uhr), kasse, team, uhr)


@pytest.fixture
def ersatz(geleistet, akte, jorg, sach, uhr):
    """Eine fremde Person hat 500 von 1.000 Euro zu ersetzen."""
    return ersatzbescheid(akte, jorg, 50_000, (sach, uhr.tick())).forderung


@pytest.fixture
def zahle(kasse, uhr):
    def zahle(forderung, cent, kennung="1"):
        inhalt = auszug(eingang(cent, forderung.nummer, kennung=kennung))
        return kontoauszug_einlesen(benutzer=kasse, inhalt=inhalt, dateiname="e.xml", zeitpunkt=uhr.tick())

    return zahle


def test_gebucht_wird_nach_den_kosten_mit_kostentraeger_und_produkt(ersatz, akte):
    gebucht = Buchung.objects.filter(art=Buchungsart.KOSTENERSATZ).order_by("monat", "bestandteil")
    assert [(b.monat, b.bestandteil, b.cent) for b in gebucht] == [
        (JUNI, "lebensunterhalt", 15_000),
        (JUNI, "unterkunft", 10_000),
        (JULI, "lebensunterhalt", 15_000),
        (JULI, "unterkunft", 10_000),
    ]
    assert {(b.kostentraeger, b.produkt, b.statistikgruppe) for b in gebucht} == {("bund", "05.01.02", "311")}
    assert (ersatz.cent, ersatz.schuldner, ersatz.ist_ersatz) == (50_000, "Clara Erbin", True)
    assert pruefe_kasse() == []
    assert offene_forderung(akte, SEPTEMBER) == "Forderungen sind offen"


def test_die_leistung_selbst_bleibt_wie_sie_gebucht_war(geleistet, akte, jorg, sach, uhr):
    vorher = monatsblatt(akte)
    ersatzbescheid(akte, jorg, 50_000, (sach, uhr.tick()))
    assert monatsblatt(akte) == vorher
    assert Buchung.objects.filter(haushalt=akte).forderung() == 0


def test_eine_zahlung_tilgt_die_aeltesten_monate_und_mindert_die_nettoausgaben(ersatz, zahle, akte, uhr):
    vorher = monatsblatt(akte)
    zahle(ersatz, 30_000)
    assert [(s.schluessel[2], s.forderung) for s in offene_schluessel(ersatz)] == [(JULI, 10_000), (JULI, 10_000)]
    stand = forderungsstand(ersatz, SEPTEMBER)
    assert (stand.offen, stand.getilgt) == (20_000, 30_000)
    zeilen = ausgaben(date(2026, 1, 1), date(2026, 12, 31))
    assert sum(z.einnahmen for z in zeilen) == 30_000
    assert sum(z.netto for z in zeilen) == 100_000 - 30_000
    assert monatsblatt(akte) == vorher
    assert pruefe_kasse() == []
    assert zahle(ersatz, 20_001, "2").bewegungen.get().hinweis == f"mehr als auf {ersatz.nummer} offen ist"
    zahle(ersatz, 20_000, "3")
    assert forderungsstand(ersatz, SEPTEMBER).offen == 0
    assert offene_forderung(akte, SEPTEMBER) == ""


def test_zwei_die_dasselbe_ersetzen_haben_je_ihre_forderung(ersatz, zahle, akte, jorg, sach, uhr):
    zweite = ersatzbescheid(akte, jorg, 40_000, (sach, uhr.tick()), schuldner="Dora Erbin").forderung
    zahle(zweite, 40_000)
    assert (forderungsstand(ersatz, SEPTEMBER).offen, forderungsstand(zweite, SEPTEMBER).offen) == (50_000, 0)
    assert pruefe_kasse() == []


def test_raten_und_niederschlagung_wie_bei_der_erstattung(ersatz, kasse, uhr):
    raten_vereinbaren(benutzer=kasse, forderung=ersatz, rate=10_000, ab=JULI, zeitpunkt=uhr.tick())
    assert forderungsstand(ersatz, SEPTEMBER).rueckstand == 30_000
    rest = forderung_niederschlagen(benutzer=kasse, forderung=ersatz, begruendung="mittellos", zeitpunkt=uhr.tick())
    assert (rest, Buchung.objects.kostenersatz()) == (50_000, 0)
    with pytest.raises(ZustandFehler, match="nichts mehr offen"):
        forderung_niederschlagen(benutzer=kasse, forderung=ersatz, begruendung="nochmal", zeitpunkt=uhr.tick())
    assert pruefe_kasse() == []


def test_einbehalten_wird_nur_bei_dem_der_ersetzen_muss(geleistet, akte, jorg, sach, kasse, team, uhr):
    eigener = ersatzbescheid(akte, jorg, 50_000, (sach, uhr.tick()), schuldner=jorg.rufname).forderung
    einbehalt = Einbehalt(jorg, "sgb12_26", 1, 15_000, SEPTEMBER)
    aufrechnung_erklaeren(benutzer=kasse, forderung=eigener, einbehalt=einbehalt, zeitpunkt=uhr.tick())
    lauf = sammle(kasse, uhr, SEPTEMBER)
    assert lauf.summe == 50_000 - 15_000
    laufe(lauf, kasse, team, uhr)
    assert forderungsstand(eigener, SEPTEMBER).offen == 35_000
    assert pruefe_kasse() == []


def test_weder_bei_fremden_noch_bei_erben_wird_aufgerechnet(ersatz, akte, jorg, sach, kasse, uhr):
    def erklaere(forderung, norm):
        einbehalt = Einbehalt(jorg, norm, 1, 1_000, SEPTEMBER)
        aufrechnung_erklaeren(benutzer=kasse, forderung=forderung, einbehalt=einbehalt, zeitpunkt=uhr.tick())

    with pytest.raises(AngabenFehler, match="das ist Clara Erbin"):
        erklaere(ersatz, "sgb12_26")
    with pytest.raises(AngabenFehler, match="keine Aufrechnung mit Kostenersatz nach § 103"):
        erklaere(ersatz, "sgb12_44b")
    erbe = ersatzbescheid(akte, jorg, 10_000, (sach, uhr.tick()), grundlage=Grundlage.ERBEN, schuldner=jorg.rufname)
    with pytest.raises(AngabenFehler, match="keine Aufrechnung mit Kostenersatz nach § 102"):
        erklaere(erbe.forderung, "sgb12_26")


def test_bei_zwei_gleichen_namen_wird_nicht_geraten(geleistet, akte, jorg, sach, kasse, uhr):
    eigener = ersatzbescheid(akte, jorg, 50_000, (sach, uhr.tick()), schuldner=jorg.rufname).forderung
    neue_person(sach, akte, jorg.rufname, date(2001, 2, 3))
    einbehalt = Einbehalt(jorg, "sgb12_26", 1, 15_000, SEPTEMBER)
    with pytest.raises(AngabenFehler, match="heißt wie eine andere Person"):
        aufrechnung_erklaeren(benutzer=kasse, forderung=eigener, einbehalt=einbehalt, zeitpunkt=uhr.tick())


def test_wer_als_person_der_akte_schuldet_wird_nicht_verwechselt(geleistet, akte, jorg, sach, kasse, uhr):
    """Ein Namensvetter in der Akte ändert nichts; bei ihm selbst wird nie einbehalten."""
    eigener = ersatzbescheid(akte, jorg, 50_000, (sach, uhr.tick()), schuldner=jorg).forderung
    zweiter = neue_person(sach, akte, jorg.rufname, date(2001, 2, 3))

    def erklaere(person, forderung=eigener):
        einbehalt = Einbehalt(person, "sgb12_26", 1, 15_000, SEPTEMBER)
        return aufrechnung_erklaeren(benutzer=kasse, forderung=forderung, einbehalt=einbehalt, zeitpunkt=uhr.tick())

    with pytest.raises(AngabenFehler, match="schuldet den Kostenersatz nicht"):
        erklaere(zweiter)
    assert erklaere(jorg).person == jorg
    fremd = ersatzbescheid(akte, jorg, 1_000, (sach, uhr.tick()), schuldner=zweiter.rufname, von_aussen=True).forderung
    for person in (jorg, zweiter):
        with pytest.raises(AngabenFehler, match="niemand aus der Akte"):
            erklaere(person, fremd)


def test_mehr_als_gekostet_hat_wird_nicht_gebucht(geleistet, akte, jorg, sach, uhr):
    with pytest.raises(ZustandFehler, match="inzwischen weniger gekostet"):
        ersatzbescheid(akte, jorg, 100_001, (sach, uhr.tick()))
    with pytest.raises(ZustandFehler, match="inzwischen weniger gekostet"):
        ersatzbescheid(akte, jorg, 1, (sach, uhr.tick()), leistung=HLU)
    assert not Forderung.objects.exists()
    anderer = Bescheid.objects.filter(leistung=GSIAE).get()
    with pytest.raises(ZustandFehler, match="setzt keinen Kostenersatz fest"):
        kostenersatz_buchen(anderer, sach, uhr.tick())


def test_fehlende_buchung_und_fehlende_forderung_fallen_auf(ersatz, akte, jorg, sach, uhr, monkeypatch):
    monkeypatch.setattr("sozialamt.kasse.vorgaenge.forderung_festsetzen.buche", lambda *_, **__: None)
    ersatzbescheid(akte, jorg, 1_000, (sach, uhr.tick()))
    monkeypatch.setattr("tests.kasse.bausteine.BEI_ERLASS", [])
    ohne = ersatzbescheid(akte, jorg, 2_000, (sach, uhr.tick()))
    stellen = [v.stelle for v in pruefe_kasse() if v.regel == "kostenersatz"]
    assert stellen[0] == f"Bescheid {ohne.nummer}: ohne Forderung"
    assert stellen[1].endswith("festgesetzt 10,00 €, gebucht 0,00 €")


@given(st.lists(st.integers(1, 10_000), min_size=1, max_size=12), st.data())
def test_verteilt_wird_alles_und_keinem_mehr_als_er_gekostet_hat(anteile, data):
    posten = [((nummer,), cent) for nummer, cent in enumerate(anteile)]
    cent = data.draw(st.integers(1, sum(anteile)))
    verteilt = verteile_anteilig(posten, cent)
    assert sum(teil for _, teil in verteilt) == cent
    assert all(0 < teil <= anteile[nummer] for (nummer,), teil in verteilt)
