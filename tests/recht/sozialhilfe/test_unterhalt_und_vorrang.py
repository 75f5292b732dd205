"""Maintenance and subsidiarity: §§ 2, 94 SGB XII, § 8 WoGG."""

import pytest

from sozialamt.recht.auswahl import VorrangigeLeistung
from tests.recht.sozialhilfe.bedarfsfall import DAUERHAFT_ERWERBSGEMINDERT, ERWERBSGEMINDERT, RENTNERIN, eine_person

REICH = {"unterhaltspflichtige_jahreseinkommen": 100_000.01}


@pytest.mark.parametrize(
    ("monat", "person", "uebergang"),
    [
        ("2026-01", RENTNERIN, False),
        ("2026-01", RENTNERIN | {"unterhaltspflichtige_jahreseinkommen": 100_000}, False),
        ("2026-01", RENTNERIN | REICH, True),
        ("2026-01", ERWERBSGEMINDERT, False),
        ("2019-12", ERWERBSGEMINDERT, True),
        ("2019-12", RENTNERIN, False),
        ("2026-01", {"geburtsdatum": "2014-01-01"}, True),
    ],
)
def test_unterhalt_geht_nur_ueber_der_jahreseinkommensgrenze_ueber(monat, person, uebergang):
    assert eine_person(monat, "unterhalt_uebergang", person) is uebergang


@pytest.mark.parametrize(
    ("monat", "lebensunterhalt", "pflege"),
    [
        ("2019-06", 2519, 3275),
        ("2019-07", 2649, 3444),
        ("2021-01", 2844, 3697),
        ("2023-01", 3247, 4221),
        ("2025-01", 3312, 4305),
        ("2026-01", 3364, 4373),
    ],
)
def test_betraege_folgen_dem_kindergeld(monat, lebensunterhalt, pflege):
    assert eine_person(monat, "unterhalt_hoechstens_lebensunterhalt", RENTNERIN) == lebensunterhalt
    assert eine_person(monat, "unterhalt_hoechstens_pflege", RENTNERIN) == pflege


def test_eltern_volljaehriger_menschen_mit_behinderung_zahlen_nur_den_vermuteten_betrag():
    person = DAUERHAFT_ERWERBSGEMINDERT | {"unterhalt_pflegebeduerftig_oder_eingliederung": True}
    assert eine_person("2026-01", "unterhalt_uebergang_eltern", person) == 0
    assert eine_person("2026-01", "unterhalt_uebergang_eltern", person | REICH) == 3364


@pytest.mark.parametrize(
    ("person", "haushalt", "vorrang"),
    [
        (RENTNERIN, {}, VorrangigeLeistung.KEINE),
        (RENTNERIN, {"wohngeld_voraussichtlich": 563}, VorrangigeLeistung.WOHNGELD),
        (RENTNERIN, {"wohngeld_voraussichtlich": 562.99}, VorrangigeLeistung.KEINE),
        (
            RENTNERIN,
            {"wohngeld_voraussichtlich": 400, "kinderzuschlag_voraussichtlich": 200},
            VorrangigeLeistung.WOHNGELD_KINDERZUSCHLAG,
        ),
        (RENTNERIN | {"rente_gesetzlich": 3000}, {"wohngeld_voraussichtlich": 100}, VorrangigeLeistung.KEINE),
        ({"geburtsdatum": "1985-01-01"}, {}, VorrangigeLeistung.SGB_2),
        (RENTNERIN | {"aufenthaltsstatus": "duldung"}, {}, VorrangigeLeistung.ASYLBLG),
        (ERWERBSGEMINDERT | {"in_ausbildung": True}, {}, VorrangigeLeistung.AUSBILDUNGSFOERDERUNG),
        (
            DAUERHAFT_ERWERBSGEMINDERT | {"feststellung_erwerbsminderung": "ausstehend"},
            {},
            VorrangigeLeistung.KAPITEL_4,
        ),
    ],
)
def test_zuerst_zu_beantragen(person, haushalt, vorrang):
    assert eine_person("2026-01", "vorrangige_leistung", person, haushalt=haushalt) == vorrang
