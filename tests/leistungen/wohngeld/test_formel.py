"""Die Wohngeldformel gegen eine unabhängige Rechnung mit Dezimalzahlen, wie Anlage 3 sie vorschreibt."""

import random
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sozialamt.leistungen import regelwerk
from sozialamt.leistungen.wohngeld.regeln import _formel, _z1

ZEHNTE = Decimal(1).scaleb(-10)
FASSUNGEN = {"2019-01": 2016_01_01, "2020-01": 2020_01_01, "2022-01": 2022_01_01, "2023-01": 2023_01_01,
             "2025-01": 2025_01_01}  # fmt: skip
GROESSEN = range(1, 13)
# Anlage 2 (Anlage 1 a. F.) in der Schreibweise des Gesetzes, für ein, vier und zwölf Mitglieder
ABSCHRIFT = {
    ("2019-01", 1): ("0.04", "0.00063", "0.000138"),
    ("2019-01", 12): ("-0.14", "0.00011", "0.00006"),
    ("2020-01", 1): ("0.04", "0.00058", "0.000118"),
    ("2020-01", 4): ("0.01", "0.000313", "0.0000368"),
    ("2022-01", 1): ("0.04", "0.000564", "0.0001157"),
    ("2023-01", 1): ("0.04", "0.0004991", "0.0000462"),
    ("2023-01", 12): ("-0.12", "0.0001152", "0.0000251"),
    ("2025-01", 1): ("0.04", "0.0004797", "0.0000408"),
    ("2025-01", 4): ("0.01", "0.0002163", "0.0000176"),
    ("2025-01", 12): ("-0.12", "0.0001107", "0.0000221"),
}


def wert(name, tag):
    return regelwerk().parameter[name].fassung(tag).wert


def koeffizienten(tag, groesse):
    return tuple(Decimal(wert(f"wohngeld_{x}", tag)[groesse]).scaleb(-10) for x in "abc")


def nach_anlage_3(abc, miete, einkommen, rundung):
    """Volle Euro; jede Zwischenzahl mit zehn Nachkommastellen."""
    a, b, c = abc
    m, y = Decimal(miete) / 100, Decimal(einkommen) / 100
    z1 = (a + b * m + c * y).quantize(ZEHNTE, rundung)
    z2 = (z1 * y).quantize(ZEHNTE, rundung)
    z3 = m - z2
    z4 = (Decimal("1.15") * z3).quantize(ZEHNTE, rundung)
    return max(0, int(z4.quantize(Decimal(1), ROUND_HALF_UP)))


def nach_regeln(tag, groesse, miete, einkommen):
    abc = [wert(f"wohngeld_{x}", tag)[groesse] for x in "abc"]
    einheit = wert("wohngeld_recheneinheit", tag)
    z1 = _z1(*abc, miete, einkommen, einheit)
    faktor = wert("wohngeld_faktor", tag)
    return _formel(miete, einkommen, z1, wert("wohngeld_festkomma", tag), einheit, faktor) // 100


@pytest.mark.parametrize("stelle", ABSCHRIFT, ids=str)
def test_die_werte_stehen_wie_im_gesetz(stelle):
    monat, groesse = stelle
    assert koeffizienten(FASSUNGEN[monat], groesse) == tuple(map(Decimal, ABSCHRIFT[stelle]))


@pytest.mark.parametrize("monat", FASSUNGEN)
@pytest.mark.parametrize("rundung", [ROUND_HALF_UP, ROUND_DOWN], ids=["gerundet", "abgeschnitten"])
def test_festkommarechnung_gleicht_der_dezimalrechnung_auf_tausenden_werten(monat, rundung):
    """Ob die zehnte Stelle gerundet oder abgeschnitten wird, ändert das Wohngeld nicht."""
    tag = FASSUNGEN[monat]
    zufall = random.Random(monat)
    for groesse in GROESSEN:
        abc = koeffizienten(tag, groesse)
        for _ in range(300):
            miete, einkommen = zufall.randint(4_800, 250_000), zufall.randint(23_900, 500_000)
            soll = nach_anlage_3(abc, miete, einkommen, rundung)
            assert nach_regeln(tag, groesse, miete, einkommen) == soll, (groesse, miete, einkommen)


@pytest.mark.parametrize("monat", FASSUNGEN)
def test_die_grenze_zum_naechsten_euro_liegt_auf_den_cent_richtig(monat):
    """Alle Einkommen in Cent um die Stellen, an denen das Ergebnis um einen Euro springt."""
    tag = FASSUNGEN[monat]
    for groesse in (1, 4, 12):
        abc = koeffizienten(tag, groesse)
        for miete in (33_333, 61_207):
            for einkommen in range(80_000, 80_500):
                soll = nach_anlage_3(abc, miete, einkommen, ROUND_HALF_UP)
                assert nach_regeln(tag, groesse, miete, einkommen) == soll


@given(
    tag=st.sampled_from(sorted(FASSUNGEN.values())),
    groesse=st.sampled_from(GROESSEN),
    miete=st.integers(4_800, 400_000),
    einkommen=st.integers(10_000, 10**12),
)
def test_auch_grosse_einkommen_laufen_nicht_ueber(tag, groesse, miete, einkommen):
    ergebnis = nach_regeln(tag, groesse, miete, einkommen)
    assert ergebnis == nach_anlage_3(koeffizienten(tag, groesse), miete, einkommen, ROUND_HALF_UP)
    z1 = _z1(*[wert(f"wohngeld_{x}", tag)[groesse] for x in "abc"], miete, einkommen, 100)
    assert abs(z1) < 2**63


def test_z1_geht_in_jeder_fassung_ohne_rest_auf():
    """b · M und c · Y haben bei Cent-Beträgen nie mehr als zehn Nachkommastellen."""
    for tag in FASSUNGEN.values():
        for name in ("wohngeld_b", "wohngeld_c"):
            assert all(w % 100 == 0 for w in wert(name, tag))


def test_die_fortschreibung_2022_folgt_aus_den_werten_von_2020():
    """§ 39 WoGG a. F.: b durch 1,02788 auf sechs, c durch 1,01927 auf sieben Stellen."""
    for groesse in GROESSEN:
        alt, neu = (koeffizienten(tag, groesse) for tag in (2020_01_01, 2022_01_01))
        assert neu[0] == alt[0]
        assert neu[1] == (alt[1] / Decimal("1.02788")).quantize(Decimal("0.000001"), ROUND_DOWN)
        assert neu[2] == (alt[2] / Decimal("1.01927")).quantize(Decimal("0.0000001"), ROUND_DOWN)


def hoechstbetraege(tag):
    namen = [f"wohngeld_hoechstbetrag_{n}" for n in (1, 2, 3, 4, 5)] + ["wohngeld_hoechstbetrag_mehrbetrag"]
    return [w for name in namen for w in wert(name, tag)[1:]]


def test_die_hoechstbetraege_2022_sind_die_von_2020_mal_1_02788():
    for alt, neu in zip(hoechstbetraege(2020_01_01), hoechstbetraege(2022_01_01), strict=True):
        assert neu == int((Decimal(alt) / 100 * Decimal("1.02788")).quantize(Decimal(1), ROUND_HALF_UP)) * 100


def test_die_hoechstbetraege_2025_folgen_einem_einzigen_satz():
    paare = list(zip(hoechstbetraege(2022_01_01), hoechstbetraege(2025_01_01), strict=True))
    von = max((Decimal(neu) - 50) / alt for alt, neu in paare)
    bis = min((Decimal(neu) + 50) / alt for alt, neu in paare)
    assert Decimal("1.0404") < von < bis < Decimal("1.0405")
    assert len(paare) == 42
