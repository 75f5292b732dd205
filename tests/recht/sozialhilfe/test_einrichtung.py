"""Subsistence in institutions (§§ 27b, 27c SGB XII)."""

import pytest

from tests.recht.sozialhilfe.bedarfsfall import RENTNERIN, eine_person, rechne

HEIM = {"wohnform": "stationaere_einrichtung", "durchschnittliche_warmmiete": 430}


@pytest.mark.parametrize(
    ("monat", "betrag"),
    [
        ("2015-06", 10773),
        ("2019-12", 11448),
        ("2020-01", 11664),
        ("2021-01", 12042),
        ("2022-12", 12123),
        ("2023-01", 13554),
        ("2024-01", 15201),
        ("2026-12", 15201),
    ],
)
def test_barbetrag_27_prozent_der_regelbedarfsstufe_1(monat, betrag):
    """HP-18 der Beispielsammlung (2015 und 2019)."""
    assert eine_person(monat, "barbetrag", RENTNERIN, haushalt=HEIM) == betrag


def test_barbetrag_fuer_minderjaehrige_zuschlag_und_minderung():
    kind = {"geburtsdatum": "2014-01-02", "barbetrag_minderjaehrige": 48.5}
    assert eine_person("2026-11", "barbetrag", kind, haushalt=HEIM) == 4850
    angepasst = RENTNERIN | {"barbetrag_zuschlag": 20, "barbetrag_minderung": 70}
    assert eine_person("2026-11", "barbetrag", angepasst, haushalt=HEIM) == 10201
    assert eine_person("2026-11", "barbetrag", RENTNERIN) == 0


def test_notwendiger_und_weiterer_lebensunterhalt_im_heim():
    person = RENTNERIN | {"merkzeichen_g": True, "bekleidungspauschale": 25.5}
    ziele = ["bedarf_einrichtung", "bedarf_weiterer_lebensunterhalt", "bedarf_lebensunterhalt"]
    ergebnis = rechne("2026-11", ziele, haushalt=HEIM, anna=person)
    # 451 + 17 % (76,67) + 430; 152,01 + 25,50
    assert [ergebnis.wert(z, "anna") for z in ziele] == [95767, 17751, 113518]


def test_eingliederungshilfe_ueber_tag_und_nacht_wie_einrichtung():
    kind = {"geburtsdatum": "2014-01-02", "barbetrag_minderjaehrige": 48.5}
    haushalt = {"wohnform": "ueber_tag_und_nacht", "durchschnittliche_warmmiete": 430}
    assert eine_person("2026-11", "bedarf_lebensunterhalt", kind, haushalt=haushalt) == 39000 + 43000 + 4850


def test_ausserhalb_von_einrichtungen_gibt_es_beides_nicht():
    assert eine_person("2026-11", "bedarf_einrichtung", RENTNERIN) == 0
    assert eine_person("2026-11", "bedarf_weiterer_lebensunterhalt", RENTNERIN | {"bekleidungspauschale": 30}) == 0
