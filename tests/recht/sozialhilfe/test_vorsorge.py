"""Health and care insurance, provision for old age (§§ 32, 33 SGB XII)."""

import pytest

from tests.recht.sozialhilfe.bedarfsfall import RENTNERIN, eine_person

ZIEL = "bedarf_kranken_pflegeversicherung"
BEITRAG = {"kv_beitrag": 500.1, "pv_beitrag": 80.2}
PRIVAT = BEITRAG | {"krankenversicherung": "privat", "kv_halber_basistarif": 471.4, "pv_halber_hoechstbeitrag": 69.45}
SOLIDAR = BEITRAG | {"krankenversicherung": "solidargemeinschaft", "gkv_halber_hoechstbeitrag": 400}


@pytest.mark.parametrize(
    ("angaben", "betrag"),
    [
        ({}, 0),
        (BEITRAG | {"krankenversicherung": "gesetzlich_freiwillig"}, 58030),
        (BEITRAG | {"krankenversicherung": "privat_standardtarif"}, 58030),
        (PRIVAT, 54085),
        (PRIVAT | {"kv_beitrag": 300, "pv_beitrag": 40}, 34000),
        (PRIVAT | {"kv_hoeherer_beitrag_anerkannt": True}, 58030),
        (SOLIDAR, 48020),
    ],
)
def test_angemessene_beitraege_nach_art_der_versicherung(angaben, betrag):
    assert eine_person("2026-11", ZIEL, RENTNERIN | angaben) == betrag


def test_solidargemeinschaften_sind_erst_seit_juli_2023_genannt():
    assert eine_person("2023-06", ZIEL, RENTNERIN | SOLIDAR) == 0
    assert eine_person("2023-07", ZIEL, RENTNERIN | SOLIDAR) == 48020


def test_alterssicherung_und_sterbegeld():
    person = RENTNERIN | {"vorsorge_alterssicherung": 50, "vorsorge_sterbegeld": 12.3}
    assert eine_person("2026-11", "bedarf_vorsorge", person) == 6230
