"""Text blocks of the notices: all readable, all reasons covered, everything computable for the worked cases."""

import pytest
from tests.leistungen.beispielrechnung import beispiele

from sozialamt.akte.begruendung import bausteine, begruendung, bescheidziele
from sozialamt.akte.schreiben.daten import Bescheidart
from sozialamt.leistungen import regelwerk, steckbriefe
from sozialamt.leistungen.bogen import berechnungsbogen
from sozialamt.rechenkern import erklaere
from sozialamt.recht.fall import aus_dict

LEISTUNG = "hilfe_zur_pflege"
BEISPIELE = beispiele(LEISTUNG)


@pytest.mark.parametrize("beispiel", BEISPIELE, ids=[b["id"] for b in BEISPIELE])
def test_bescheid_und_bogen_entstehen_aus_der_spur(beispiel):
    werk, steckbrief = regelwerk(), steckbriefe()[LEISTUNG]
    fall = aus_dict({k: v for k, v in beispiel.items() if k != "erwartet"}, werk)
    monat = f"{fall.monat // 10_000}-{fall.monat // 100 % 100:02d}"
    ergebnis = erklaere(fall.fall(), bescheidziele(steckbrief, monat), fall.monat, werk)
    namen = {p: p.title() for p in ergebnis.personen}
    bewilligt = any(ergebnis.wert(steckbrief.anspruch, p) for p in ergebnis.personen)
    art = Bescheidart.BEWILLIGUNG if bewilligt else Bescheidart.ABLEHNUNG
    assert begruendung(ergebnis.spur.als_dict(), LEISTUNG, art, namen, angeschrieben=ergebnis.personen[0])
    assert [t.hinweis for t in berechnungsbogen(ergebnis, steckbrief).teile if t.hinweis] == []


def test_jeder_ablehnungsgrund_hat_einen_satz():
    gruende = regelwerk().regeln["hzp_ablehnung"][0].auswahl
    bedingungen = [b.bedingung.text for b in bausteine(LEISTUNG) if Bescheidart.ABLEHNUNG in b.arten and b.bedingung]
    for grund in gruende:
        assert not int(grund) or any(f"== {grund.schluessel}" in b for b in bedingungen), grund
