"""Was zu viel gezahlt ist: Forderung, Raten, Aufrechnung in den Grenzen des Gesetzes."""

from datetime import UTC, date, datetime

import pytest
from tests.kasse.auszuege import auszug, eingang
from tests.kasse.bausteine import (
    AUGUST,
    GSIAE,
    JULI,
    JUNI,
    LEBENSUNTERHALT,
    bescheid,
    laufe,
    sammle,
    zahlungsweg,
)

from sozialamt.akte.fehler import AngabenFehler, ZustandFehler
from sozialamt.kasse.aufrechnungsrecht import NORMEN, aufrechnungsnorm, hoechstbetrag, laengstens_bis, parameter
from sozialamt.kasse.forderungsstand import forderungsstand, offene_schluessel
from sozialamt.kasse.invarianten import pruefe_kasse
from sozialamt.kasse.models import Buchung, Forderung
from sozialamt.kasse.vorgaenge.forderung_bearbeiten import (
    Einbehalt,
    aufrechnung_erklaeren,
    forderung_niederschlagen,
    raten_vereinbaren,
)
from sozialamt.kasse.vorgaenge.kontoauszug_einlesen import kontoauszug_einlesen
from sozialamt.leistungen import steckbriefe

pytestmark = pytest.mark.django_db


@pytest.fixture
def forderung(akte, jorg, sach, kasse, team, uhr):
    """Juni und Juli gezahlt, beide aufgehoben, Erstattung festgesetzt: 1.000 Euro; August läuft weiter."""
    bescheid(akte, {(m, jorg, LEBENSUNTERHALT): 50_000 for m in (JUNI, JULI, AUGUST)}, sach, uhr.tick())
    zahlungsweg(akte, sach, team, uhr.tick())
    laufe(sammle(kasse, uhr), kasse, team, uhr)
    bescheid(akte, {}, sach, uhr.tick(), art="aufhebung", zeitraum=(JUNI, JULI))
    bescheid(akte, {}, sach, uhr.tick(), art="erstattung", zeitraum=(JUNI, JULI))
    return Forderung.objects.get()


def test_die_forderung_ist_was_das_buch_als_ueberzahlt_fuehrt(forderung, akte, sach, uhr):
    assert forderung.cent == 100_000
    assert forderung.bestandskraeftig_ab > date(2026, 8, 1)
    with pytest.raises(ZustandFehler, match="keine Überzahlung"):
        bescheid(akte, {}, sach, uhr.tick(), art="erstattung", zeitraum=(AUGUST, AUGUST))


def test_durchsetzbar_ist_sie_erst_nach_der_ganzen_widerspruchsfrist(akte, jorg, sach, kasse, team, uhr):
    """Vierter Tag 26.11., ein Monat bis zum 26.12.: ein Sonnabend und Feiertag, also bis Montag, den 28.12."""
    bescheid(akte, {(JUNI, jorg, LEBENSUNTERHALT): 50_000}, sach, uhr.tick())
    zahlungsweg(akte, sach, team, uhr.tick())
    laufe(sammle(kasse, uhr), kasse, team, uhr)
    spaet = datetime(2026, 11, 22, 12, tzinfo=UTC)
    for art in ("aufhebung", "erstattung"):
        bescheid(akte, {}, sach, spaet, art=art, zeitraum=(JUNI, JUNI))
    assert Forderung.objects.get().bestandskraeftig_ab == date(2026, 12, 29)


def test_raten_und_rueckstand_zaehlen_aus_dem_buch(forderung, kasse, uhr):
    raten_vereinbaren(benutzer=kasse, forderung=forderung, rate=10_000, ab=AUGUST, zeitpunkt=uhr.tick())
    inhalt = auszug(eingang(10_000, f"Rate {forderung.nummer}"))
    kontoauszug_einlesen(benutzer=kasse, inhalt=inhalt, dateiname="e.xml", zeitpunkt=uhr.tick())
    stand = forderungsstand(forderung, date(2026, 10, 15))
    assert (stand.offen, stand.getilgt, stand.rueckstand) == (90_000, 10_000, 20_000)
    with pytest.raises(AngabenFehler, match="Rate"):
        raten_vereinbaren(benutzer=kasse, forderung=forderung, rate=200_000, ab=AUGUST, zeitpunkt=uhr.tick())


def test_getilgt_wird_der_aelteste_monat_zuerst(forderung, kasse, uhr):
    inhalt = auszug(eingang(60_000, forderung.nummer))
    kontoauszug_einlesen(benutzer=kasse, inhalt=inhalt, dateiname="e.xml", zeitpunkt=uhr.tick())
    assert [(s.schluessel[2], s.forderung) for s in offene_schluessel(forderung)] == [(JULI, 40_000)]


def einbehalt(person, cent, *, norm="sgb12_26", ab=date(2026, 9, 1)):
    return Einbehalt(person=person, norm=norm, regelbedarfsstufe=1, cent=cent, ab=ab)


def test_aufgerechnet_wird_hoechstens_was_die_norm_erlaubt(forderung, jorg, kasse, uhr):
    with pytest.raises(AngabenFehler, match="168,90"):
        aufrechnung_erklaeren(
            benutzer=kasse, forderung=forderung, einbehalt=einbehalt(jorg, 16_891), zeitpunkt=uhr.tick()
        )
    with pytest.raises(AngabenFehler, match="28,15"):
        neu = einbehalt(jorg, 2_816, norm="sgb12_44b")
        aufrechnung_erklaeren(benutzer=kasse, forderung=forderung, einbehalt=neu, zeitpunkt=uhr.tick())
    erklaert = aufrechnung_erklaeren(
        benutzer=kasse, forderung=forderung, einbehalt=einbehalt(jorg, 16_890), zeitpunkt=uhr.tick()
    )
    assert erklaert.bis == laengstens_bis(forderung.bestandskraeftig_ab) == date(2029, 8, 1)


def test_vor_der_bestandskraft_und_nach_drei_jahren_wird_nicht_aufgerechnet(forderung, jorg, kasse, uhr):
    for ab, text in ((JULI, "bestandskräftig"), (date(2029, 9, 1), "nur bis 08.2029")):
        with pytest.raises(ZustandFehler, match=text):
            neu = einbehalt(jorg, 1_000, ab=ab)
            aufrechnung_erklaeren(benutzer=kasse, forderung=forderung, einbehalt=neu, zeitpunkt=uhr.tick())


def test_der_zahllauf_behaelt_ein_und_tilgt(forderung, akte, jorg, sach, kasse, team, uhr):
    september = date(2026, 9, 1)
    bescheid(akte, {(september, jorg, LEBENSUNTERHALT): 50_000}, sach, uhr.tick())
    neu = einbehalt(jorg, 15_000)
    aufrechnung_erklaeren(benutzer=kasse, forderung=forderung, einbehalt=neu, zeitpunkt=uhr.tick())
    lauf = sammle(kasse, uhr, september)
    assert lauf.summe == 50_000 + 35_000
    assert forderungsstand(forderung, september).offen == 85_000
    assert Buchung.objects.filter(art="einbehalt", monat=september).get().cent == 15_000
    laufe(lauf, kasse, team, uhr)
    assert pruefe_kasse() == []


def test_niederschlagen_nimmt_den_rest_aus_der_verfolgung(forderung, akte, jorg, kasse, sach, uhr):
    rest = forderung_niederschlagen(benutzer=kasse, forderung=forderung, begruendung="verstorben", zeitpunkt=uhr.tick())
    assert (rest, Buchung.objects.forderung()) == (100_000, 0)
    with pytest.raises(ZustandFehler, match="nichts mehr offen"):
        forderung_niederschlagen(benutzer=kasse, forderung=forderung, begruendung="noch einmal", zeitpunkt=uhr.tick())
    bescheid(akte, {(JULI, jorg, LEBENSUNTERHALT): 50_000}, sach, uhr.tick(), art="aenderung")
    assert Buchung.objects.filter(monat=JULI).offen() == 0, "was niedergeschlagen war, wird nicht noch einmal gezahlt"


def test_jede_norm_hat_einen_parameter_mit_quelle_und_bekannte_leistungen():
    for norm in NORMEN:
        fassung = parameter()[norm.parameter].fassungen[-1]
        assert fassung.quelle and fassung.beleg and fassung.geprueft_am >= 20260101
        assert set(norm.leistungen) <= set(steckbriefe())
    assert hoechstbetrag(aufrechnungsnorm("sgb12_26"), 3, date(2026, 9, 1)) == 16_890
    with pytest.raises(ZustandFehler, match="2026-06"):
        hoechstbetrag(aufrechnungsnorm("sgb12_26"), 1, date(2026, 6, 1))
    with pytest.raises(AngabenFehler, match="gibt es nicht"):
        aufrechnungsnorm("frei_erfunden")
    assert GSIAE in aufrechnungsnorm("sgb12_44b").leistungen
