"""Boundary months: what changes from which month."""

import pytest
from tests.leistungen.asylbewerberleistungen.asylblg_faelle import person, rechne_fall, wert

from sozialamt.leistungen.asylbewerberleistungen.auswahl import (
    AsylblgKrankenhilfe,
    AsylblgLeistungsart,
    AsylblgNummer,
)

STUFE_1 = {
    "2019-01": 35_400,
    "2019-08": 35_400,
    "2019-09": 34_400,
    "2020-01": 35_100,
    "2021-01": 36_400,
    "2022-01": 36_700,
    "2023-01": 41_000,
    "2024-01": 46_000,
    "2025-01": 44_100,
    "2026-01": 45_500,
    "2026-12": 45_500,
}


def kurz_da(monat):
    """Person who came in the month before."""
    jahr, m = map(int, monat.split("-"))
    return f"{jahr - (m == 1)}-{(m - 2) % 12 + 1:02d}-15"


@pytest.mark.parametrize(("monat", "betrag"), STUFE_1.items())
def test_der_satz_der_stufe_1_folgt_den_bekanntmachungen(monat, betrag):
    assert wert(monat, person(asylblg_einreise_am=kurz_da(monat)), "asylblg_anspruch") == betrag


SUMMEN = {
    2019: (35_400, 31_800, 28_400, 27_600, 24_200, 21_400),
    2020: (35_100, 31_600, 28_000, 28_000, 27_300, 21_800),
    2021: (36_400, 32_800, 29_200, 32_300, 28_200, 24_700),
    2022: (36_700, 33_000, 29_400, 32_600, 28_300, 24_900),
    2023: (41_000, 36_900, 32_800, 36_400, 30_400, 27_800),
    2024: (46_000, 41_300, 36_800, 40_800, 34_100, 31_200),
    2025: (44_100, 39_700, 35_300, 39_100, 32_700, 29_900),
    2026: (45_500, 40_900, 36_500, 40_500, 33_700, 30_900),
}


@pytest.mark.parametrize(("jahr", "summen"), SUMMEN.items())
def test_beide_bedarfe_ergeben_die_gesamtbetraege_je_stufe(jahr, summen):
    einreise = f"{jahr - 1}-12-01"
    eltern = {
        "allein": person(asylblg_einreise_am=einreise),
        "m": person(asylblg_einreise_am=einreise, partner="f", geburtsdatum="1970-05-05"),
        "f": person(asylblg_einreise_am=einreise, partner="m", geburtsdatum="1970-05-05"),
    }
    kinder = {
        f"k{alter}": person(asylblg_einreise_am=einreise, elternteil_1="m", geburtsdatum=f"{jahr - alter}-01-01")
        for alter in (20, 15, 8, 3)
    }
    ergebnis = rechne_fall(f"{jahr}-03", eltern | kinder, ["asylblg_bedarf_grund"])
    wer = ("allein", "m", "k20", "k15", "k8", "k3")
    assert tuple(ergebnis.wert("asylblg_bedarf_grund", p) for p in wer) == summen


@pytest.mark.parametrize(
    ("einreise", "monat", "art"),
    [
        ("2018-05-20", "2019-08", AsylblgLeistungsart.ANALOG),  # 15 months completed on 2019-08-20
        ("2018-05-22", "2019-08", AsylblgLeistungsart.GRUNDLEISTUNG),  # one day too late: 18 months
        ("2018-05-22", "2019-11", AsylblgLeistungsart.ANALOG),
        ("2022-08-26", "2024-03", AsylblgLeistungsart.ANALOG),  # 18 months completed on 2024-02-26
        ("2022-08-27", "2024-03", AsylblgLeistungsart.GRUNDLEISTUNG),  # 36 months
        ("2022-08-27", "2025-08", AsylblgLeistungsart.ANALOG),
        ("2023-12-01", "2026-11", AsylblgLeistungsart.GRUNDLEISTUNG),
        ("2023-12-01", "2026-12", AsylblgLeistungsart.ANALOG),
    ],
)
def test_die_wartezeit_richtet_sich_nach_den_stichtagen(einreise, monat, art):
    assert wert(monat, person(asylblg_einreise_am=einreise), "asylblg_leistungsart") == art


def test_ohne_bezug_bis_februar_2024_gelten_36_monate():
    angaben = person(asylblg_einreise_am="2022-01-10", asylblg_analog_bis_februar_2024=False)
    assert wert("2023-08", angaben, "asylblg_leistungsart") == AsylblgLeistungsart.ANALOG
    assert wert("2024-03", angaben, "asylblg_leistungsart") == AsylblgLeistungsart.GRUNDLEISTUNG
    assert wert("2025-02", angaben, "asylblg_leistungsart") == AsylblgLeistungsart.ANALOG


def test_rechtsmissbrauch_schliesst_leistungen_nach_paragraf_2_aus():
    angaben = person(asylblg_einreise_am="2015-01-10", asylblg_rechtsmissbrauch=True)
    assert wert("2026-11", angaben, "asylblg_leistungsart") == AsylblgLeistungsart.GRUNDLEISTUNG


@pytest.mark.parametrize(("monat", "anspruch"), [("2022-05", 36_700), ("2022-06", 0), ("2022-08", 0), ("2022-09", 0)])
def test_ukraine_vertriebene_wechseln_im_juni_2022(monat, anspruch):
    angaben = {"geburtsdatum": "1990-05-05", "aufenthaltsstatus": "aufenthalt_24"}
    assert wert(monat, angaben, "asylblg_anspruch") == anspruch


@pytest.mark.parametrize(("monat", "berechtigt"), [("2022-06", 1), ("2022-08", 1), ("2022-09", 0)])
def test_der_uebergang_nach_paragraf_18_endet_im_august_2022(monat, berechtigt):
    angaben = {"geburtsdatum": "1990-05-05", "aufenthaltsstatus": "aufenthalt_24", "asylblg_grund": "uebergang_24"}
    assert wert(monat, angaben, "asylblg_personenkreis") == berechtigt


@pytest.mark.parametrize(
    ("monat", "zuschlag"), [("2022-06", 0), ("2022-07", 2_000), ("2024-12", 2_000), ("2025-01", 2_500)]
)
def test_der_sofortzuschlag_beginnt_im_juli_2022(monat, zuschlag):
    personen = {
        "m": person(asylblg_einreise_am=kurz_da(monat)),
        "k": person(asylblg_einreise_am=kurz_da(monat), geburtsdatum="2018-05-05", elternteil_1="m"),
    }
    assert rechne_fall(monat, personen, ["asylblg_sofortzuschlag"]).wert("asylblg_sofortzuschlag", "k") == zuschlag


@pytest.mark.parametrize(
    ("monat", "erwachsen", "kind"),
    [("2021-05", 15_000, 0), ("2021-08", 0, 10_000), ("2022-07", 20_000, 0), ("2022-10", 0, 10_000), ("2022-11", 0, 0)],
)
def test_einmalzahlungen_stehen_nur_in_ihrem_monat_zu(monat, erwachsen, kind):
    personen = {
        "m": person(asylblg_einreise_am=kurz_da(monat)),
        "k": person(asylblg_einreise_am=kurz_da(monat), geburtsdatum="2018-05-05", elternteil_1="m"),
    }
    ergebnis = rechne_fall(monat, personen, ["asylblg_einmalzahlung"])
    assert [ergebnis.wert("asylblg_einmalzahlung", p) for p in personen] == [erwachsen, kind]


@pytest.mark.parametrize(
    ("monat", "frei"), [("2019-08", 0), ("2019-09", 20_000), ("2021-01", 25_000), ("2026-01", 27_500)]
)
def test_das_ehrenamt_bleibt_bis_zum_betrag_frei(monat, frei):
    angaben = person(asylblg_einreise_am=kurz_da(monat), nebentaetigkeit_steuerfrei=300)
    assert wert(monat, angaben, "asylblg_freibetrag") == frei


@pytest.mark.parametrize(
    ("monat", "nummer"),
    [("2026-05", AsylblgNummer.NR_2), ("2026-06", AsylblgNummer.NR_2A), ("2026-12", AsylblgNummer.NR_2A)],
)
def test_die_nummer_2a_gibt_es_seit_juni_2026(monat, nummer):
    angaben = person(aufenthaltsstatus="ausreisepflichtig", asylblg_grund="einreise_verweigert")
    assert wert(monat, angaben, "asylblg_nummer") == nummer


@pytest.mark.parametrize(
    ("monat", "umfang"), [("2026-05", AsylblgKrankenhilfe.AKUT), ("2026-06", AsylblgKrankenhilfe.VOLL)]
)
def test_minderjaehrige_haben_seit_juni_2026_volle_krankenhilfe(monat, umfang):
    assert wert(monat, person(geburtsdatum="2015-05-05"), "asylblg_krankenhilfe") == umfang


def test_der_abzug_fuer_strom_gilt_nur_bis_august_2019():
    angaben = person(
        asylblg_einreise_am="2019-07-01", asylblg_haushaltsenergie_gestellt=33.86, asylblg_haushaltsenergie=40
    )
    assert wert("2019-08", angaben, "asylblg_anspruch") == 35_400 - 3_386
    assert wert("2019-09", angaben, "asylblg_anspruch") == 34_400 + 4_000


@pytest.mark.parametrize(
    ("grund", "status", "erster", "letzter"),
    [
        ("unzulaessiger_asylantrag", "aufenthaltsgestattung", "2019-08", "2024-10"),
        ("ordnung_der_unterkunft", "aufenthaltsgestattung", "2026-05", "2026-12"),
        ("anordnung_aufenthalt", "aufenthaltsgestattung", "2026-06", "2026-12"),
        ("ueberstellungsentscheidung", "ausreisepflichtig", "2026-06", "2026-12"),
    ],
)
def test_einschraenkungsgruende_gelten_nur_in_ihrer_zeit(grund, status, erster, letzter):
    def tage(monat):
        angaben = person(
            aufenthaltsstatus=status,
            asylblg_einreise_am="2014-01-01",
            asylblg_einschraenkung=grund,
            asylblg_einschraenkung_ab=f"{monat}-01",
        )
        return wert(monat, angaben, "asylblg_tage_kuerzung")

    davor = {"2019-08": "2019-07", "2026-05": "2026-04", "2026-06": "2026-05"}[erster]
    assert tage(davor) == 0
    assert tage(erster) > 0
    assert tage(letzter) > 0
    assert letzter == "2026-12" or tage("2024-11") == 0
