"""Textbausteine: Bedingungen, Platzhalter, Personen, Geltungszeit."""

import pytest

from sozialamt.akte.bedingung import Ausdrucksfehler, lies_ausdruck
from sozialamt.akte.begruendung import FehlenderWert, aufzaehlung, formuliere, lies_baustein
from sozialamt.akte.schreiben.daten import Bescheidart
from sozialamt.rechenkern import Auswahl, Cent, Fall, Regelwerk, erklaere, regel
from sozialamt.rechenkern.facts import Merkmal, Merkmalsart
from sozialamt.rechenkern.parameters import Fassung, Parameter
from sozialamt.rechenkern.values import Einheit

ARTEN = frozenset({Bescheidart.BEWILLIGUNG})
NAMEN = {"a": "Anna Ä.", "b": "Bernd {rente}"}


class Farbe(Auswahl):
    ROT = 0
    BLAU = 1


@regel("person", norm="§ 1 Mustergesetz", titel="Anrechnung")
def anrechnung(rente: Cent, freibetrag: Cent, farbe: Farbe) -> Cent:
    """Rente über dem Freibetrag; blaue Rente bleibt frei."""
    return 0 if farbe == Farbe.BLAU else max(0, rente - freibetrag)


def merkmal(name: str, art: Merkmalsart, **angaben) -> Merkmal:
    return Merkmal(name, name.capitalize(), "person", art, "§ 2", "Hilfe", vorgabe=0, vorgabe_grund="Muster", **angaben)


FREIBETRAG = Fassung(20190101, 20261231, 10000, 20190101, "§ 3", "BGBl.", "gesehen", 20261121)
WERK = Regelwerk.aus(
    regeln=[anrechnung.__regel__],
    merkmale=[merkmal("rente", Merkmalsart.BETRAG), merkmal("farbe", Merkmalsart.AUSWAHL, auswahl=Farbe)],
    parameter=[Parameter("freibetrag", "Freibetrag", Einheit.CENT, "§ 3", (FREIBETRAG,))],
)


def spur(**personen: dict[str, int]) -> dict:
    fall = Fall(haushalt={}, personen=personen)
    return erklaere(fall, ["anrechnung"], "2026-11", WERK).spur.als_dict()


def saetze(text: str, wenn: str | None = None, angeschrieben: str | None = None, **personen) -> list[str]:
    eintrag = {"abschnitt": "Einkommen", "text": text} | ({"wenn": wenn} if wenn else {})
    baustein = lies_baustein(eintrag, ARTEN, "muster", WERK)
    abschnitte = formuliere([baustein], spur(**personen), NAMEN, angeschrieben)
    return [satz for a in abschnitte for satz in a.absaetze]


def test_platzhalter_zeigen_regel_merkmal_und_parameter_in_ihrer_einheit():
    assert saetze("Von {rente} bleiben {freibetrag} frei, {anrechnung} rechnen wir an.", a={"rente": 61240}) == [
        "Von 612,40 € bleiben 100,00 € frei, 512,40 € rechnen wir an."
    ]


def test_platzhalter_koennen_unterschiede_zeigen():
    assert saetze("Frei bleiben {rente - anrechnung}.", a={"rente": 61240}) == ["Frei bleiben 100,00 €."]


def test_gleiche_saetze_fuer_mehrere_personen_werden_ein_satz():
    text = "für {person} rechnen wir {anrechnung} an."
    gleich = {"a": {"rente": 20000}, "b": {"rente": 20000}}
    assert saetze(text, **gleich) == ["Für Anna Ä. und Bernd {rente} rechnen wir 100,00 € an."]
    assert saetze(text, a={"rente": 20000}, b={"rente": 30000}) == [
        "Für Anna Ä. rechnen wir 100,00 € an.",
        "Für Bernd {rente} rechnen wir 200,00 € an.",
    ]


def test_die_angeschriebene_person_heisst_sie_und_ihnen():
    personen = {"a": {"rente": 20000}, "b": {"rente": 20000}}
    assert saetze("Für {person}; bei {person_dativ}.", angeschrieben="a", **personen) == [
        "Für Sie und Bernd {rente}; bei Ihnen und Bernd {rente}."
    ]


@pytest.mark.parametrize(
    ("wenn", "erwartet"),
    [
        ("anrechnung > 0", True),
        ("anrechnung > 0 und farbe == blau", False),
        ("farbe == blau oder rente >= anrechnung + freibetrag", True),
        ("nicht farbe == rot", False),
        ("farbe != blau und nicht (anrechnung == 0)", True),
    ],
)
def test_bedingungen_vergleichen_ergebnisse(wenn, erwartet):
    assert bool(saetze("Ja.", wenn, a={"rente": 61240})) is erwartet


@pytest.mark.parametrize(
    ("ausdruck", "grund"),
    [
        ("unbekannt > 0", "kein Name des Rechenwerks"),
        ("farbe == gruen", "keine Möglichkeit"),
        ("__import__('os')", "sind erlaubt"),
        ("rente.__class__", "sind erlaubt"),
        ("rente > 'x'", "sind erlaubt"),
        ("rente * 2", "sind erlaubt"),
        ("rente > 0 > 1", "sind erlaubt"),
        ("rente >", "nicht lesbar"),
    ],
)
def test_was_kein_vergleich_ist_wird_abgelehnt(ausdruck, grund):
    with pytest.raises(Ausdrucksfehler, match=grund):
        lies_ausdruck(ausdruck, WERK)


def test_ein_baustein_gilt_nur_in_seiner_zeit_und_fuer_seine_art():
    eintrag = {"abschnitt": "x", "text": "y", "ab": "2023-01-01", "bis": "2025-12-31"}
    b = lies_baustein(eintrag, ARTEN, "muster", WERK)
    assert [b.gilt(Bescheidart.BEWILLIGUNG, m) for m in ("2022-12", "2023-01", "2025-12", "2026-01")] == [
        False,
        True,
        True,
        False,
    ]
    assert not b.gilt(Bescheidart.ABLEHNUNG, "2024-01")


def test_unbekannte_angaben_im_baustein_werden_gemeldet():
    with pytest.raises(Ausdrucksfehler, match="fallls"):
        lies_baustein({"abschnitt": "x", "text": "y", "fallls": "rente > 0"}, ARTEN, "muster", WERK)


def test_ein_nicht_gerechneter_wert_wird_benannt():
    baustein = lies_baustein({"abschnitt": "x", "text": "{anrechnung}"}, ARTEN, "muster", WERK)
    ohne = spur(a={}) | {"schritte": []}
    with pytest.raises(FehlenderWert, match="„anrechnung“"):
        formuliere([baustein], ohne, NAMEN)


def test_der_baustein_kennt_die_namen_die_er_braucht():
    baustein = lies_baustein(
        {"abschnitt": "x", "wenn": "farbe == blau", "text": "{rente - anrechnung}"}, ARTEN, "muster", WERK
    )
    assert baustein.namen == ("farbe", "rente", "anrechnung")


def test_aufzaehlung():
    assert [aufzaehlung(t) for t in ([], ["A"], ["A", "B"], ["A", "B", "C"])] == ["", "A", "A und B", "A, B und C"]
