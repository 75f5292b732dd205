"""Von dem, was ein Mensch tippt, zur Zahl – und zurück."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sozialamt.akte.eingabe import lies_wert, schreibe_wert
from sozialamt.akte.fehler import AngabenFehler, Mangel
from sozialamt.akte.monat import lies_monat, monat_weiter, monate
from sozialamt.leistungen import regelwerk


def merkmal(name):
    return regelwerk().merkmale[name]


@pytest.mark.parametrize(
    ("text", "cent"),
    [
        ("412,50", 41250),
        ("412.50", 41250),
        ("1.412,50", 141250),
        ("1.412", 141200),
        ("412", 41200),
        ("412,5 €", 41250),
        ("0", 0),
        ("0,05", 5),
    ],
)
def test_betraege_in_deutscher_schreibweise(text, cent):
    assert lies_wert(merkmal("miete_bruttokalt"), text) == cent


@pytest.mark.parametrize("text", ["viel", "1,234", "12,", "1.23.4", "--5", "1e5", "٣"])
def test_was_kein_betrag_ist_wird_ein_mangel_mit_beispiel(text):
    mangel = lies_wert(merkmal("miete_bruttokalt"), text)
    assert isinstance(mangel, Mangel)
    assert mangel.wert == text
    assert "412,50" in mangel.abhilfe


def test_negative_miete_nennt_die_grenze():
    mangel = lies_wert(merkmal("miete_bruttokalt"), "-1")
    assert isinstance(mangel, Mangel)
    assert mangel.grund == "ist kleiner als 0,00 €"


@given(st.integers(0, 2_000_000))
def test_jeder_betrag_kommt_zurueck(cent):
    miete = merkmal("miete_bruttokalt")
    assert lies_wert(miete, schreibe_wert(miete, cent)) == cent


@given(st.dates(date(1900, 1, 1), date(2030, 12, 31)))
def test_jedes_datum_kommt_zurueck(tag):
    geburt = merkmal("geburtsdatum")
    zahl = int(tag.strftime("%Y%m%d"))
    assert lies_wert(geburt, schreibe_wert(geburt, zahl)) == zahl


@pytest.mark.parametrize("name", ["wohnform", "geschlecht"])
def test_jede_auswahl_kommt_zurueck(name):
    m = merkmal(name)
    assert [lies_wert(m, schreibe_wert(m, int(option))) for option in m.auswahl] == [int(o) for o in m.auswahl]


@pytest.mark.parametrize("text", ["2026-11", "11.2026", "11/2026", "2026-11-21", "21.11.2026"])
def test_monate_in_vielen_schreibweisen(text):
    assert lies_monat(text) == date(2026, 11, 1)


@pytest.mark.parametrize("text", ["", "13.2026", "2026", "11.1800", "November"])
def test_was_kein_monat_ist_wird_ein_mangel(text):
    with pytest.raises(AngabenFehler, match="ist kein Monat"):
        lies_monat(text)


@given(st.dates(date(1950, 1, 1), date(2050, 1, 1)), st.integers(-500, 500))
def test_monate_vor_und_zurueck(tag, anzahl):
    erster = tag.replace(day=1)
    weiter = monat_weiter(erster, anzahl)
    assert monat_weiter(weiter, -anzahl) == erster
    assert len(monate(erster, weiter)) == max(anzahl + 1, 0)
