"""Additional needs outside the cap: hot water, lunch, school books, special need (§ 30 Abs. 7 to 10 SGB XII)."""

import pytest

from tests.recht.sozialhilfe.bedarfsfall import ERWERBSGEMINDERT, RENTNERIN, eine_person, rechne

WARMWASSER = "mehrbedarf_warmwasser"
MITTAG = "mehrbedarf_mittagsverpflegung"


@pytest.mark.parametrize(
    ("geburt", "betrag"),
    [("1940-05-20", 1295), ("2010-01-02", 659), ("2018-01-02", 468), ("2023-01-02", 286)],
)
def test_warmwasser_je_stufe(geburt, betrag):
    haushalt = {"warmwasser_dezentral": True}
    assert eine_person("2026-11", WARMWASSER, {"geburtsdatum": geburt}, haushalt=haushalt) == betrag
    assert eine_person("2026-11", WARMWASSER, {"geburtsdatum": geburt}) == 0


def test_warmwasser_fuer_paare_nach_stufe_2():
    ergebnis = rechne(
        "2026-11",
        WARMWASSER,
        haushalt={"warmwasser_dezentral": True},
        anna=RENTNERIN | {"partner": "bert"},
        bert=RENTNERIN | {"partner": "anna"},
    )
    assert ergebnis.wert(WARMWASSER, "anna") == 1164


def test_hoehere_gemessene_aufwendungen_seit_2021_niedrigere_nur_bis_2020():
    hoch = {"warmwasser_dezentral": True, "warmwasser_aufwand_gemessen": 30, "weitere_bewohner": 1}
    tief = hoch | {"warmwasser_aufwand_gemessen": 10}
    assert eine_person("2020-12", WARMWASSER, RENTNERIN, haushalt=hoch) == 1500
    assert eine_person("2021-01", WARMWASSER, RENTNERIN, haushalt=hoch) == 1500
    assert eine_person("2020-12", WARMWASSER, RENTNERIN, haushalt=tief) == 500
    assert eine_person("2021-01", WARMWASSER, RENTNERIN, haushalt=tief) == 1026


def test_in_einrichtungen_nur_wenn_die_einstellung_stufe_3_einbezieht():
    haushalt = {"warmwasser_dezentral": True, "wohnform": "stationaere_einrichtung"}
    assert eine_person("2026-11", WARMWASSER, RENTNERIN, haushalt=haushalt) == 0
    ja = {"warmwasser_rbs3": "ja"}
    assert eine_person("2026-11", WARMWASSER, RENTNERIN, haushalt=haushalt, einstellungen=ja) == 1037
    assert eine_person("2020-06", WARMWASSER, RENTNERIN, haushalt=haushalt, einstellungen=ja) == 794


@pytest.mark.parametrize(
    ("monat", "betrag"),
    [
        ("2020-01", 340),
        ("2021-01", 347),
        ("2022-01", 357),
        ("2023-01", 380),
        ("2024-01", 413),
        ("2025-01", 440),
        ("2026-01", 457),
    ],
)
def test_mittagessen_je_arbeitstag(monat, betrag):
    """MB-06 der Beispielsammlung, übrige Jahre ein Dreißigstel des Sachbezugswerts."""
    person = ERWERBSGEMINDERT | {"mittagsverpflegung": "tatsaechliche_tage", "mittagsverpflegung_tage": 1}
    assert eine_person(monat, MITTAG, person) == betrag


@pytest.mark.parametrize(
    ("angaben", "betrag"),
    [
        ({"mittagsverpflegung": "pauschal_fuenf_tage"}, 19 * 457),
        ({"mittagsverpflegung": "pauschal_vier_tage"}, 15 * 457),
        ({"mittagsverpflegung": "pauschal_fuenf_tage", "mittagsverpflegung_fehltage": 10}, 9 * 457),
        ({"mittagsverpflegung": "tatsaechliche_tage", "mittagsverpflegung_tage": 21}, 21 * 457),
        (
            {
                "mittagsverpflegung": "tatsaechliche_tage",
                "mittagsverpflegung_tage": 3,
                "mittagsverpflegung_fehltage": 5,
            },
            0,
        ),
        ({}, 0),
    ],
)
def test_mittagessen_nach_tagen_oder_pauschal(angaben, betrag):
    assert eine_person("2026-11", MITTAG, ERWERBSGEMINDERT | angaben) == betrag


def test_mittagessen_gibt_es_erst_seit_2020():
    person = ERWERBSGEMINDERT | {"mittagsverpflegung": "pauschal_fuenf_tage"}
    assert eine_person("2019-12", MITTAG, person) == 0
    assert eine_person("2020-01", MITTAG, person) == 6460


def test_schulbuecher_seit_2021_und_unabweisbarer_bedarf_seit_2023():
    person = {"geburtsdatum": "2010-01-02", "schulbuecher": 88.4, "unabweisbarer_bedarf": 250}
    summen = {m: eine_person(m, "mehrbedarf_summe", person) for m in ("2020-12", "2021-01", "2022-12", "2023-01")}
    assert summen == {"2020-12": 0, "2021-01": 8840, "2022-12": 8840, "2023-01": 33840}


def test_warmwasser_und_mittagessen_liegen_ausserhalb_des_deckels():
    person = RENTNERIN | {"ernaehrung_mehraufwand": 900, "mittagsverpflegung": "pauschal_fuenf_tage"}
    haushalt = {"warmwasser_dezentral": True}
    assert eine_person("2026-11", "mehrbedarf_summe", person, haushalt=haushalt) == 56300 + 1295 + 8683
