"""Child supplement and one-off payments (§§ 144, 145 SGB XII)."""

import pytest

from tests.recht.sozialhilfe.bedarfsfall import DAUERHAFT_ERWERBSGEMINDERT, ERWERBSGEMINDERT, RENTNERIN, rechne


def wert(monat, ziel, person, **weitere):
    return rechne(monat, ziel, anna=person, **weitere).wert(ziel, "anna")


@pytest.mark.parametrize(
    ("monat", "betrag"), [("2022-06", 0), ("2022-07", 2000), ("2024-12", 2000), ("2025-01", 2500), ("2026-12", 2500)]
)
def test_sofortzuschlag_fuer_kinder_im_dritten_kapitel(monat, betrag):
    kind = {"geburtsdatum": "2016-01-02", "elternteil_1": "mutter"}
    assert wert(monat, "sofortzuschlag", kind, mutter=ERWERBSGEMINDERT) == betrag


def test_kein_sofortzuschlag_fuer_erwachsene_oder_kinder_im_sgb2():
    assert wert("2026-11", "sofortzuschlag", ERWERBSGEMINDERT) == 0
    kind = {"geburtsdatum": "2016-01-02", "elternteil_1": "mutter"}
    assert wert("2026-11", "sofortzuschlag", kind, mutter={"geburtsdatum": "1990-01-02"}) == 0


@pytest.mark.parametrize(
    ("monat", "betrag"),
    [("2021-04", 0), ("2021-05", 15000), ("2021-06", 0), ("2022-06", 0), ("2022-07", 20000), ("2022-08", 0)],
)
@pytest.mark.parametrize("person", [RENTNERIN, ERWERBSGEMINDERT], ids=["kapitel_4", "kapitel_3"])
def test_einmalzahlungen_nur_in_zwei_monaten(monat, betrag, person):
    assert wert(monat, "einmalzahlung_pandemie", person) == betrag


def test_im_mai_2021_nicht_bei_weitergeleitetem_kindergeld():
    person = DAUERHAFT_ERWERBSGEMINDERT | {"kindergeld": 219, "kindergeld_weitergeleitet": True}
    assert wert("2021-05", "einmalzahlung_pandemie", person) == 0
    assert wert("2022-07", "einmalzahlung_pandemie", person) == 20000


def test_kinder_erhalten_keine_einmalzahlung():
    kind = {"geburtsdatum": "2016-01-02", "elternteil_1": "mutter"}
    assert wert("2022-07", "einmalzahlung_pandemie", kind, mutter=ERWERBSGEMINDERT) == 0
