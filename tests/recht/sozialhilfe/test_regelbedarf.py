"""Standard need: step per person, deviations, full board (§§ 27a, 28, 142 SGB XII)."""

import pytest

from tests.recht.sozialhilfe.bedarfsfall import ERWERBSGEMINDERT, RENTNERIN, eine_person, rechne

STUFEN = {
    "2019-12": (424, 382, 339, 322, 302, 245),
    "2020-01": (432, 389, 345, 328, 308, 250),
    "2021-06": (446, 401, 357, 373, 309, 283),
    "2022-12": (449, 404, 360, 376, 311, 285),
    "2023-01": (502, 451, 402, 420, 348, 318),
    "2024-01": (563, 506, 451, 471, 390, 357),
    "2026-12": (563, 506, 451, 471, 390, 357),
}


@pytest.mark.parametrize(("monat", "betraege"), STUFEN.items(), ids=STUFEN)
def test_jede_stufe_in_jedem_jahr(monat, betraege):
    jahr = int(monat[:4])
    ergebnis = rechne(
        monat,
        "regelbedarf",
        allein=RENTNERIN,
        anna={"geburtsdatum": "1970-01-15", "partner": "bert"},
        bert={"geburtsdatum": "1971-03-15", "partner": "anna"},
        im_heim={"geburtsdatum": "1941-01-15", "wohnform_abweichend": "stationaere_einrichtung"},
        jugendlich={"geburtsdatum": f"{jahr - 16}-01-02"},
        schulkind={"geburtsdatum": f"{jahr - 10}-01-02"},
        kleinkind={"geburtsdatum": f"{jahr - 3}-01-02"},
    )
    namen = ["allein", "anna", "im_heim", "jugendlich", "schulkind", "kleinkind"]
    assert [ergebnis.wert("regelbedarf", n) for n in namen] == [b * 100 for b in betraege]
    assert ergebnis.wert("regelbedarf", "bert") == betraege[1] * 100


@pytest.mark.parametrize(
    ("geburt", "monat", "betrag"),
    [("2020-11-20", "2026-10", 35700), ("2020-11-20", "2026-11", 39000), ("2012-11-20", "2026-11", 47100)],
)
def test_die_hoehere_stufe_gilt_vom_ersten_des_geburtsmonats_an(geburt, monat, betrag):
    assert eine_person(monat, "regelbedarf", {"geburtsdatum": geburt}) == betrag


def test_taggenauer_wechsel_mischt_die_stufen_nach_tagen():
    person = {"geburtsdatum": "2012-11-21"}
    einstellungen = {"aenderung_im_monat": "taggenau"}
    # 20 Tage 390 €, 10 Tage 471 €
    assert eine_person("2026-11", "regelbedarf", person, einstellungen=einstellungen) == 41700
    assert eine_person("2026-12", "regelbedarf", person, einstellungen=einstellungen) == 47100


def test_wechsel_im_folgemonat():
    person = {"geburtsdatum": "2012-11-21"}
    einstellungen = {"aenderung_im_monat": "folgemonat"}
    assert eine_person("2026-11", "regelbedarf", person, einstellungen=einstellungen) == 39000
    assert eine_person("2026-12", "regelbedarf", person, einstellungen=einstellungen) == 47100


def test_in_der_besonderen_wohnform_gilt_stufe_2_bis_2019_stufe_3():
    person = {"geburtsdatum": "1980-01-15"}
    haushalt = {"wohnform": "besondere_wohnform"}
    assert eine_person("2019-12", "regelbedarf", person, haushalt=haushalt) == 33900
    assert eine_person("2020-01", "regelbedarf", person, haushalt=haushalt) == 38900


def test_in_der_sonstigen_unterkunft_gelten_die_stufen_entsprechend():
    haushalt = {"wohnform": "sonstige_unterkunft"}
    assert eine_person("2026-11", "regelbedarf", ERWERBSGEMINDERT, haushalt=haushalt) == 56300
    paar = rechne(
        "2026-11",
        "regelbedarf",
        haushalt=haushalt,
        anna=ERWERBSGEMINDERT | {"partner": "bert"},
        bert=ERWERBSGEMINDERT | {"partner": "anna"},
    )
    assert paar.wert("regelbedarf", "anna") == 50600


def test_lebt_ein_ehegatte_im_heim_hat_der_andere_stufe_1():
    ergebnis = rechne(
        "2026-11",
        "regelbedarf",
        anna=RENTNERIN | {"partner": "bert"},
        bert=RENTNERIN | {"partner": "anna", "wohnform_abweichend": "stationaere_einrichtung"},
    )
    assert ergebnis.wert("regelbedarf", "anna") == 56300
    assert ergebnis.wert("regelbedarf", "bert") == 45100


def test_abweichung_nach_oben_und_unten_nur_bei_mehr_als_einem_monat():
    person = RENTNERIN | {"regelsatz_abweichend": True, "regelsatz_mehraufwand": 40, "regelsatz_ersparnis": 15.5}
    assert eine_person("2026-11", "regelbedarf", person | {"regelsatz_abweichung_monate": 1}) == 56300
    assert eine_person("2026-11", "regelbedarf", person | {"regelsatz_abweichung_monate": 2}) == 58750


def test_minderjaehrige_in_anderer_familie_mit_tatsaechlichen_kosten():
    kind = {"geburtsdatum": "2015-03-01", "unterbringung_andere_familie": 980}
    assert eine_person("2026-11", "regelbedarf", kind) == 98000
    assert eine_person("2026-11", "regelbedarf", RENTNERIN | {"unterbringung_andere_familie": 980}) == 56300


@pytest.mark.parametrize(
    ("geburt", "betrag"),
    [
        ("1985-01-02", 56300 - 18600),
        ("2010-01-02", 47100 - 17800),
        ("2018-01-02", 39000 - 13100),
        ("2023-01-02", 25900),
    ],
)
def test_vollverpflegung_mindert_je_stufe(geburt, betrag):
    person = {"geburtsdatum": geburt, "vollverpflegung_gemeinschaftsunterkunft": True}
    haushalt = {"wohnform": "sonstige_unterkunft"}
    assert eine_person("2026-11", "regelbedarf", person, haushalt=haushalt) == betrag


def test_vollverpflegung_mindert_erst_seit_2024():
    person = {"geburtsdatum": "1985-01-02", "vollverpflegung_gemeinschaftsunterkunft": True}
    haushalt = {"wohnform": "sonstige_unterkunft"}
    assert eine_person("2023-12", "regelbedarf", person, haushalt=haushalt) == 50200
    assert eine_person("2024-01", "regelbedarf", person, haushalt=haushalt) == 37700
