"""Months at which the law changes."""

import pytest
from tests.leistungen.hilfe_zur_pflege.hzp_faelle import HEIM, im_heim, person, rechne, wert


@pytest.mark.parametrize(
    ("monat", "betraege"),
    [
        ("2019-01", (31600, 54500, 72800, 90100)),
        ("2023-12", (31600, 54500, 72800, 90100)),
        ("2024-01", (33200, 57300, 76500, 94700)),
        ("2024-12", (33200, 57300, 76500, 94700)),
        ("2025-01", (34700, 59900, 80000, 99000)),
        ("2026-12", (34700, 59900, 80000, 99000)),
    ],
)
def test_pflegegeld_je_pflegegrad(monat, betraege):
    assert tuple(wert(monat, person(pflegegrad=g), "hzp_pflegegeld") for g in (2, 3, 4, 5)) == betraege


@pytest.mark.parametrize(
    ("monat", "rest"), [("2021-12", 31100), ("2022-01", 27600), ("2024-01", 23900), ("2025-01", 20400)]
)
def test_sachleistung_der_pflegekasse(monat, rest):
    versichert = person(pflegekasse_anspruch="voll", pflegesachleistung_kosten=1000)
    assert wert(monat, versichert, "hzp_pflegehilfe") == rest


@pytest.mark.parametrize(("monat", "hzp", "kasse"), [("2024-12", 12500, 12500), ("2025-01", 12500, 13100)])
def test_entlastungsbetrag_sgb12_bleibt_sgb11_steigt(monat, hzp, kasse):
    ergebnis = rechne(monat, {"a": person(entlastung_kosten=200)}, "hzp_entlastungsbetrag")
    assert ergebnis.wert("hzp_entlastungsbetrag", "a") == hzp
    assert wert(monat, person(pflegekasse_anspruch="voll", entlastung_kosten=200), "hzp_entlastungsbetrag") == 0
    assert kasse >= hzp


@pytest.mark.parametrize(
    ("monat", "monate", "satz"),
    [
        ("2021-12", 40, 0),
        ("2022-01", 12, 500),
        ("2023-12", 13, 2500),
        ("2024-01", 12, 1500),
        ("2024-01", 13, 3000),
        ("2024-01", 24, 3000),
        ("2024-01", 25, 5000),
        ("2024-01", 36, 5000),
        ("2024-01", 37, 7500),
    ],
)
def test_leistungszuschlag_nach_dauer(monat, monate, satz):
    bewohner = im_heim(heim_leistungsmonate_vorher=monate - 1)
    ergebnis = rechne(monat, {"a": bewohner}, "heim_leistungszuschlag", "heim_pflegekosten", haushalt=HEIM)
    eigenanteil = ergebnis.wert("heim_pflegekosten", "a") - 126200
    assert ergebnis.wert("heim_leistungszuschlag", "a") == (2 * eigenanteil * satz + 10_000) // 20_000


@pytest.mark.parametrize(("monat", "tage"), [("2025-12", 15), ("2026-01", 25)])
def test_krankenhaus_vier_und_seit_2026_acht_wochen(monat, tage):
    """Admission 18.11.2025: four weeks end 15.12., eight weeks on 12.01.; without discharge the rest is lost."""
    angaben = person(krankenhaus_von="2025-11-18", krankenhaus_bis="2026-01-19")
    assert wert(monat, angaben, "hzp_volle_tage") == tage


@pytest.mark.parametrize(
    ("monat", "rest"), [("2024-06", 58200), ("2025-01", 47200), ("2025-06", 47200), ("2025-07", 0)]
)
def test_verhinderungspflege_und_gemeinsamer_jahresbetrag(monat, rest):
    angaben = person(pflegekasse_anspruch="voll", verhinderungspflege_kosten=3000)
    assert wert(monat, angaben, "hzp_verhinderung") == rest


@pytest.mark.parametrize(("monat", "rest"), [("2023-12", 58200), ("2024-01", 0), ("2025-06", 0), ("2025-07", 0)])
def test_verhinderungspflege_unter_25_mit_pflegegrad_4(monat, rest):
    angaben = person(
        geburtsdatum="2008-01-01", pflegegrad=4, pflegekasse_anspruch="voll", verhinderungspflege_kosten=3000
    )
    assert wert(monat, angaben, "hzp_verhinderung") == rest


def test_kurzzeit_und_verhinderungspflege_teilen_den_jahresbetrag():
    angaben = person(pflegekasse_anspruch="voll", verhinderungspflege_kosten=2000, kurzzeitpflege_kosten=2000)
    ergebnis = rechne("2025-07", {"a": angaben}, "hzp_verhinderung_kasse", "hzp_kurzzeit_kasse")
    assert (ergebnis.wert("hzp_verhinderung_kasse", "a"), ergebnis.wert("hzp_kurzzeit_kasse", "a")) == (200000, 153900)


@pytest.mark.parametrize(("monat", "faktor"), [("2025-06", 3), ("2025-07", 4)])
def test_nahe_angehoerige_sechs_wochen_dann_zwei_monate(monat, faktor):
    angaben = person(
        pflegekasse_anspruch="voll", verhinderungspflege_kosten=2000, verhinderungspflege_nahe_angehoerige=True
    )
    assert wert(monat, angaben, "hzp_verhinderung_kasse") == 34700 * faktor // 2


@pytest.mark.parametrize(
    ("monat", "grenze"), [("2019-05", 114500), ("2022-05", 121300), ("2023-05", 135600), ("2024-05", 152100)]
)
def test_einkommensgrenze_paar(monat, grenze):
    """Twice the first level and 70 percent of it, rounded up."""
    paar = {"a": person(partner="b"), "b": {"geburtsdatum": "1945-01-01", "partner": "a"}}
    assert rechne(monat, paar, "hzp_einkommensgrenze").wert("hzp_einkommensgrenze", "a") == grenze


@pytest.mark.parametrize(
    ("monat", "hilfsmittel"), [("2020-03", 6000), ("2020-04", 4000), ("2022-01", 6000), ("2025-01", 5800)]
)
def test_pflegehilfsmittel_ueber_der_leistung_der_pflegekasse(monat, hilfsmittel):
    angaben = person(pflegegrad=1, pflegekasse_anspruch="voll", pflegehilfsmittel_verbrauch=100)
    assert wert(monat, angaben, "hzp_anspruch") == hilfsmittel


@pytest.mark.parametrize(("monat", "schon"), [("2022-12", 500000), ("2023-01", 1000000)])
def test_schonvermoegen_steigt_2023_der_zusatz_bleibt(monat, schon):
    angaben = person(vermoegen_geld=50_000, vermoegen_aus_erwerb_im_bezug=40_000)
    assert wert(monat, angaben, "hzp_vermoegen_ueberschuss") == 5_000_000 - schon - 2_500_000
