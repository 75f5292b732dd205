"""The law follows the day of birth, not the month (§ 28 BEEG)."""

import pytest
from tests.leistungen.elterngeld.elterngeld_faelle import familie, mutter, paar, wert

from sozialamt.leistungen.elterngeld.auswahl import ElterngeldAblehnung


@pytest.mark.parametrize(
    ("geburt", "monat", "grenze"),
    [
        ("2021-08-31", "2022-03", 500_000),
        ("2021-09-01", "2022-03", 300_000),
        ("2024-03-31", "2025-04", 300_000),
        ("2024-04-01", "2025-04", 200_000),
        ("2025-03-31", "2025-09", 200_000),
        ("2025-04-01", "2025-09", 175_000),
    ],
)
def test_einkommensgrenze_eines_paares_nach_dem_tag_der_geburt(geburt, monat, grenze):
    bis = paar(geburt, {"elterngeld_zve": grenze - 50_000}, {"elterngeld_art": "keines", "elterngeld_zve": 50_000})
    assert wert(monat, bis) == 130_000
    bis["m"]["elterngeld_zve"] += 1
    assert wert(monat, bis, "elterngeld_ablehnung") == ElterngeldAblehnung.EINKOMMENSGRENZE


@pytest.mark.parametrize(
    ("geburt", "monat", "grenze"),
    [("2024-03-31", "2024-09", 250_000), ("2024-04-01", "2024-09", 200_000), ("2025-04-01", "2025-09", 175_000)],
)
def test_einkommensgrenze_einer_person_allein(geburt, monat, grenze):
    assert wert(monat, familie(geburt, mutter(elterngeld_zve=grenze))) == 130_000
    assert wert(monat, familie(geburt, mutter(elterngeld_zve=grenze + 1))) == 0


@pytest.mark.parametrize(("geburt", "stunden"), [("2021-08-31", 30), ("2021-09-01", 32)])
def test_wochenstunden_nach_dem_tag_der_geburt(geburt, stunden):
    assert wert("2022-03", familie(geburt, mutter(elterngeld_wochenstunden=stunden))) > 0
    zu_viel = familie(geburt, mutter(elterngeld_wochenstunden=stunden + 1))
    assert wert("2022-03", zu_viel, "elterngeld_ablehnung") == ElterngeldAblehnung.ARBEITSZEIT


@pytest.mark.parametrize(
    ("geburt", "stunden", "monate", "erfuellt"),
    [
        ("2021-08-31", 25, 4, True),
        ("2021-08-31", 24, 4, False),
        ("2021-08-31", 28, 3, False),
        ("2021-09-01", 24, 2, True),
        ("2021-09-01", 32, 4, True),
        ("2021-09-01", 23, 4, False),
        ("2021-09-01", 28, 1, False),
        ("2021-09-01", 28, 5, False),
    ],
)
def test_partnerschaftsbonus_vor_und_nach_september_2021(geburt, stunden, monate, erfuellt):
    bonus = {
        "elterngeld_art": "partnerschaftsbonus",
        "elterngeld_wochenstunden": stunden,
        "elterngeld_bonus_monate": monate,
        "elterngeld_einkommen_nachher": 1_000,
    }
    grund = wert("2022-03", paar(geburt, bonus, bonus), "elterngeld_ablehnung")
    assert grund == (ElterngeldAblehnung.KEIN_GRUND if erfuellt else ElterngeldAblehnung.PARTNERSCHAFTSBONUS)


@pytest.mark.parametrize(
    ("geburt", "monat", "bisher", "grund"),
    [
        ("2024-03-31", "2024-06", 5, ElterngeldAblehnung.KEIN_GRUND),
        ("2024-04-01", "2024-06", 0, ElterngeldAblehnung.KEIN_GRUND),
        ("2024-04-01", "2024-06", 1, ElterngeldAblehnung.GLEICHZEITIG),
        ("2024-04-01", "2025-03", 0, ElterngeldAblehnung.KEIN_GRUND),
        ("2024-04-01", "2025-04", 0, ElterngeldAblehnung.GLEICHZEITIG),
    ],
)
def test_gleichzeitiges_basiselterngeld_seit_april_2024_nur_einmal(geburt, monat, bisher, grund):
    angaben = {"elterngeld_gleichzeitig_bisher": bisher}
    assert wert(monat, paar(geburt, angaben, angaben), "elterngeld_ablehnung") == grund


def test_zwillinge_und_fruehgeburten_duerfen_gleichzeitig():
    for ausnahme in ({"elterngeld_mehrlinge": 2}, {"elterngeld_errechneter_termin": "2024-06-15"}):
        angaben = {"elterngeld_gleichzeitig_bisher": 3} | ausnahme
        assert wert("2024-07", paar("2024-04-10", angaben, angaben), "elterngeld_ablehnung") == 0


@pytest.mark.parametrize(
    ("geburt", "termin", "monate"),
    [
        ("2021-08-31", "2021-12-31", 0),
        ("2021-09-01", "2021-10-12", 0),
        ("2021-09-01", "2021-10-13", 1),
        ("2021-09-01", "2021-10-27", 2),
        ("2021-09-01", "2021-11-24", 3),
        ("2021-09-01", "2021-12-22", 4),
    ],
)
def test_weitere_monate_bei_fruehgeburt(geburt, termin, monate):
    m = mutter(elterngeld_errechneter_termin=termin)
    assert wert("2022-03", familie(geburt, m), "elterngeld_fruehgeburt") == monate


def test_elterngeld_plus_gibt_es_fuer_geburten_ab_juli_2015():
    alt, neu = (familie(g, mutter(elterngeld_art="plus")) for g in ("2015-06-30", "2015-07-01"))
    assert wert("2016-02", alt, "elterngeld_ablehnung") == ElterngeldAblehnung.ART_NICHT_VORGESEHEN
    assert wert("2016-02", neu) == 65_000


@pytest.mark.parametrize(
    ("geburt", "pauschbetrag"), [("2022-12-31", 1_000), ("2023-01-01", 1_000), ("2024-01-01", 1_230)]
)
def test_der_pauschbetrag_folgt_dem_kalenderjahr_vor_der_geburt(geburt, pauschbetrag):
    m = mutter(elterngeld_netto_festgestellt=False, elterngeld_steuern=0)
    assert wert("2024-02", familie(geburt, m), "elterngeld_pauschbetrag_jahr") == pauschbetrag * 100
