"""Age limit by birth cohort (§ 41 Abs. 2 SGB XII)."""

import pytest

from tests.recht.sozialhilfe.bedarfsfall import eine_person


@pytest.mark.parametrize(
    ("geburt", "letzter_monat_davor", "erster_monat"),
    [
        ("1953-06-15", "2018-12", "2019-01"),
        ("1954-05-31", "2019-12", "2020-01"),
        ("1955-03-14", "2020-11", "2020-12"),
        ("1957-02-10", "2022-12", "2023-01"),
        ("1958-07-01", "2024-06", "2024-07"),
        ("1959-11-20", "2025-12", "2026-01"),
        ("1960-08-05", "2026-11", "2026-12"),
    ],
)
def test_die_altersgrenze_wird_im_monat_des_erreichens_fuer_den_ganzen_monat_wirksam(
    geburt, letzter_monat_davor, erster_monat
):
    person = {"geburtsdatum": geburt}
    assert eine_person(erster_monat, "altersgrenze_erreicht", person) is True
    assert eine_person(letzter_monat_davor, "altersgrenze_erreicht", person) is False


@pytest.mark.parametrize(
    ("geburt", "monat_der_grenze"),
    [("1930-04-02", 19950401), ("1946-12-31", 20111201), ("1947-01-01", 20120201), ("1964-03-03", 20310301)],
)
def test_raender_der_anhebungstabelle(geburt, monat_der_grenze):
    assert eine_person("2026-11", "altersgrenze_monat", {"geburtsdatum": geburt}) == monat_der_grenze


def test_spaete_jahrgaenge_bleiben_bei_67_jahren():
    assert eine_person("2026-11", "altersgrenze_monat", {"geburtsdatum": "1990-09-09"}) == 20570901


def test_im_monat_des_achtzehnten_geburtstags_ist_man_nicht_mehr_minderjaehrig():
    person = {"geburtsdatum": "2008-11-20"}
    assert eine_person("2026-10", "ist_minderjaehrig", person) is True
    assert eine_person("2026-11", "ist_minderjaehrig", person) is False
    assert eine_person("2026-11", "alter", person) == 18
    assert eine_person("2026-11", "alter_monatsbeginn", person) == 17
