"""Boundary months: new periods get new amounts at once, running ones from October (§ 66a BAföG)."""

import pytest
from tests.leistungen.ausbildungsfoerderung.bafoeg_faelle import mit_eltern, schueler, teilnehmer, wert

AUSWAERTS = {
    ("2019-07", "2019-02-01"): 504,
    ("2019-08", "2019-02-01"): 504,
    ("2019-09", "2019-02-01"): 504,
    ("2019-10", "2019-02-01"): 580,
    ("2019-08", "2019-08-01"): 580,
    ("2020-08", "2020-02-01"): 580,
    ("2020-08", "2020-08-01"): 585,
    ("2020-10", "2020-02-01"): 585,
    ("2022-09", "2022-02-01"): 585,
    ("2022-09", "2022-09-01"): 632,
    ("2022-10", "2022-02-01"): 632,
    ("2024-07", "2024-02-01"): 632,
    ("2024-09", "2024-02-01"): 632,
    ("2024-10", "2024-02-01"): 666,
    ("2024-08", "2024-08-01"): 666,
    ("2026-07", "2025-08-01"): 666,
}


@pytest.mark.parametrize(("wann", "betrag"), AUSWAERTS.items())
def test_der_bedarf_folgt_dem_beginn_des_bewilligungszeitraums(wann, betrag):
    monat, beginn = wann
    assert wert(monat, schueler(beginn), "bafoeg_anspruch") == betrag * 100


@pytest.mark.parametrize(
    ("monat", "beginn", "betrag"),
    [("2021-09", "2021-02-01", 1_890), ("2021-09", "2021-08-01", 2_000), ("2021-10", "2021-02-01", 2_000)],
)
def test_2021_aendern_sich_nur_die_freibetraege(monat, beginn, betrag):
    assert wert(monat, mit_eltern(0, beginn), "bafoeg_eltern_freibetrag") == betrag * 100


@pytest.mark.parametrize(("monat", "frei"), [("2025-12", 353), ("2026-01", 389)])
def test_der_eigene_freibetrag_steigt_im_januar_2026_auch_fuer_laufende_zeitraeume(monat, frei):
    assert wert(monat, schueler("2025-08-01"), "bafoeg_freibetrag_selbst") == frei * 100


@pytest.mark.parametrize(
    ("monat", "beginn", "zuschlag"),
    [("2019-07", "2019-02-01", 71), ("2021-05", "2020-09-01", 120), ("2022-10", "2022-02-01", 168)],
)
def test_freiwillig_versicherte_weisen_nur_zeitweise_ihren_beitrag_nach(monat, beginn, zuschlag):
    person = schueler(beginn, bafoeg_versicherung="freiwillig", bafoeg_kv_beitrag=120, bafoeg_pv_beitrag=20)
    assert wert(monat, person, "bafoeg_zuschlag_kv") == zuschlag * 100


@pytest.mark.parametrize(("monat", "betrag"), [("2019-07", 0), ("2019-09", 0), ("2019-10", 140), ("2020-10", 150)])
def test_kinderbetreuungszuschlag_seit_2019_bis_zum_14_geburtstag(monat, betrag):
    person = schueler(f"{int(monat[:4])}-02-01", geburtsdatum="1992-03-01", bafoeg_altersgrenze_ausnahme=True)
    kind = {"geburtsdatum": "2008-05-05", "elternteil_1": "k"}
    assert wert(monat, person, "bafoeg_kinderbetreuungszuschlag", c=kind) == betrag * 100


@pytest.mark.parametrize(
    ("monat", "beginn", "frei"), [("2022-07", "2022-02-01", 8_200), ("2022-10", "2022-02-01", 45_000)]
)
def test_ab_30_gilt_seit_2022_der_hoehere_vermoegensfreibetrag(monat, beginn, frei):
    person = schueler(beginn, geburtsdatum="1990-03-01", bafoeg_altersgrenze_ausnahme=True)
    assert wert(monat, person, "bafoeg_vermoegensfreibetrag_selbst") == frei * 100


def test_fuer_selbstaendige_eltern_vor_august_2019_wird_der_betrag_der_pauschale_gefragt():
    angaben = {"bafoeg_elternteil_1_gruppe": "nichtarbeitnehmer", "bafoeg_elternteil_1_pauschale_bekannt": 5_000}
    assert (
        wert("2019-05", mit_eltern(30_000, "2018-09-01", **angaben), "bafoeg_elternteil_1_sozialpauschale") == 500_000
    )
    assert (
        wert("2019-11", mit_eltern(30_000, "2019-09-01", **angaben), "bafoeg_elternteil_1_sozialpauschale") == 1_131_000
    )


@pytest.mark.parametrize(
    ("monat", "beginn", "zuschuss"),
    [("2020-07", "2020-03-01", 391), ("2020-08", "2020-03-01", 885), ("2020-10", "2020-03-01", 892)],
)
def test_das_afbg_zahlt_seit_august_2020_den_unterhalt_voll_als_zuschuss(monat, beginn, zuschuss):
    assert wert(monat, teilnehmer(beginn), "afbg_anspruch") == zuschuss * 100
