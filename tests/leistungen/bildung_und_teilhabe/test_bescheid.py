"""Text blocks of the notices: all readable, all reasons covered, everything computable for the worked cases."""

import pytest
from tests.leistungen.beispielrechnung import beispiele

from sozialamt.akte.begruendung import bausteine, begruendung, bescheidziele
from sozialamt.akte.schreiben.daten import Bescheidart
from sozialamt.leistungen import regelwerk, steckbriefe
from sozialamt.leistungen.bogen import berechnungsbogen
from sozialamt.rechenkern import erklaere
from sozialamt.recht.fall import aus_dict

LEISTUNG = "bildung_und_teilhabe"
BEISPIELE = beispiele(LEISTUNG)


@pytest.mark.parametrize("beispiel", BEISPIELE, ids=[b["id"] for b in BEISPIELE])
def test_bescheid_und_bogen_entstehen_aus_der_spur(beispiel):
    werk, steckbrief = regelwerk(), steckbriefe()[LEISTUNG]
    fall = aus_dict({k: v for k, v in beispiel.items() if k != "erwartet"}, werk)
    monat = f"{fall.monat // 10_000}-{fall.monat // 100 % 100:02d}"
    ergebnis = erklaere(fall.fall(), bescheidziele(steckbrief, monat), fall.monat, werk)
    spur = ergebnis.spur.als_dict()
    namen = {p: p.title() for p in ergebnis.personen}
    assert begruendung(spur, LEISTUNG, Bescheidart.BEWILLIGUNG, namen, angeschrieben=ergebnis.personen[0])
    assert all(not teil.hinweis for teil in berechnungsbogen(ergebnis, steckbrief).teile)


def test_jeder_ablehnungsgrund_hat_einen_satz():
    gruende = regelwerk().regeln["but_ablehnung"][0].auswahl
    bedingungen = [b.bedingung.text for b in bausteine(LEISTUNG) if Bescheidart.ABLEHNUNG in b.arten and b.bedingung]
    for grund in gruende:
        assert not int(grund) or any(b.endswith(f"== {grund.schluessel}") for b in bedingungen), grund
