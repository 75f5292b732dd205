"""Höchstbeträge jeder Mietenstufe und Haushaltsgröße: Abschrift der Anlage 1, ganze Fälle bis zum Wohngeld."""

from decimal import Decimal

import pytest
from tests.leistungen.wohngeld.test_formel import ROUND_HALF_UP, koeffizienten, nach_anlage_3

from sozialamt.leistungen import regelwerk
from sozialamt.rechenkern import erklaere
from sozialamt.recht.fall import aus_dict

STUFEN = range(1, 8)
GROESSEN = (1, 2, 3, 4, 5, 6, 8, 12)
# Zeilen: ein bis fünf Mitglieder, dann jedes weitere; Spalten: Mietenstufe I bis VII
TAFEL = {
    "2020-06": (
        (338, 381, 426, 478, 525, 575, 633),
        (409, 461, 516, 579, 636, 697, 767),
        (487, 549, 614, 689, 757, 830, 912),
        (568, 641, 716, 803, 884, 968, 1065),
        (649, 732, 818, 918, 1010, 1106, 1217),
        (77, 88, 99, 111, 121, 139, 153),
    ),
    "2025-06": (
        (361, 408, 456, 511, 562, 615, 677),
        (437, 493, 551, 619, 680, 745, 820),
        (521, 587, 657, 737, 809, 887, 975),
        (608, 686, 766, 858, 946, 1035, 1139),
        (694, 782, 875, 982, 1080, 1183, 1302),
        (82, 94, 106, 119, 129, 149, 163),
    ),
}
TAFEL["2022-06"] = tuple(
    tuple(int((Decimal(b) * Decimal("1.02788")).quantize(Decimal(1), ROUND_HALF_UP)) for b in zeile)
    for zeile in TAFEL["2020-06"]
)  # § 23 Abs. 2 WoGV: Fortschreibung um 2,788 Prozent
TAFEL["2023-06"] = TAFEL["2022-06"]
TAFEL["2026-06"] = TAFEL["2025-06"]
HEIZUNG = {False: (0, 0, 0, 0, 0, 0), True: (11040, 14260, 17020, 19780, 22540, 2760)}
KLIMA = {False: (0, 0, 0, 0, 0, 0), True: (1920, 2480, 2960, 3440, 3920, 480)}
CO2_2021 = (1440, 1860, 2220, 2580, 2940, 360)
FASSUNG = {"2020-06": 20200101, "2022-06": 20220101, "2023-06": 20230101, "2025-06": 20250101, "2026-06": 20250101}


def je_groesse(zeile, groesse):
    return zeile[min(groesse, 5) - 1] + max(0, groesse - 5) * zeile[5]


def fall(monat, groesse, stufe, einkommen, miete):
    personen = {"anna": {"geburtsdatum": "1980-01-01", "sonstiges_einkommen": einkommen}}
    if groesse > 1:
        personen["anna"]["partner"] = "bert"
        personen["bert"] = {"geburtsdatum": "1981-01-01", "partner": "anna"}
    for i in range(groesse - 2):
        personen[f"k{i}"] = {"geburtsdatum": f"{2008 + i}-01-01", "elternteil_1": "anna", "elternteil_2": "bert"}
    haushalt = {"miete_bruttokalt": miete, "mietstufe": stufe}
    return aus_dict({"monat": monat, "haushalt": haushalt, "personen": personen}, regelwerk())


@pytest.mark.parametrize("monat", sorted(TAFEL))
@pytest.mark.parametrize("stufe", STUFEN)
def test_jede_mietenstufe_und_groesse_bis_zum_wohngeld(monat, stufe):
    """Die Miete liegt über dem Höchstbetrag; Einkommen und Formel rechnet der Test selbst."""
    plus = monat >= "2023"
    heizung = CO2_2021 if monat == "2022-06" else HEIZUNG[plus]
    for groesse in GROESSEN:
        grenze = 100 * je_groesse([z[stufe - 1] for z in TAFEL[monat]], groesse) + je_groesse(KLIMA[plus], groesse)
        einkommen = 600 + 230 * groesse
        f = fall(monat, groesse, stufe, einkommen, grenze // 100 + 200)
        ziele = ("wohngeld_obergrenze", "wohngeld_miete_zu_beruecksichtigen", "wohngeld_gesamteinkommen", "wohngeld")
        e = erklaere(f.fall(), ziele, f.monat, regelwerk())
        ist = {z: int(e.wert(z, "anna")) for z in ziele}
        miete = grenze + je_groesse(heizung, groesse)
        gesamt = ist["wohngeld_gesamteinkommen"]
        soll = nach_anlage_3(koeffizienten(FASSUNG[monat], groesse), miete, gesamt, ROUND_HALF_UP)
        assert ist["wohngeld_obergrenze"] == grenze
        assert ist["wohngeld_miete_zu_beruecksichtigen"] == miete
        assert ist["wohngeld"] == (100 * soll if soll >= 10 else 0), (groesse, ist)
