"""One-off income: § 82 Abs. 7 SGB XII as worded until 2023 and since 2024."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.recht.sozialhilfe.bedarfsfall import RENTNERIN, eine_person

HAUSHALT = {"miete_bruttokalt": 437}


def teil(monat, haushalt=HAUSHALT, **angaben):
    return eine_person(monat, "einmalige_einnahme_anzurechnen", RENTNERIN | angaben, haushalt=haushalt)


def nachzahlung(betrag, zufluss, art="nachzahlung", **weitere):
    return {"einmalige_einnahme_art": art, "einmalige_einnahme": betrag, "einmalige_einnahme_monat": zufluss} | weitere


def monate(von_jahr, von_monat, anzahl):
    return [f"{von_jahr + (von_monat - 1 + i) // 12}-{(von_monat - 1 + i) % 12 + 1:02d}" for i in range(anzahl)]


def test_kleine_einnahme_zaehlt_im_zuflussmonat():
    angaben = nachzahlung(300, "2025-03-10")
    assert [teil(m, **angaben) for m in ("2025-02", "2025-03", "2025-04")] == [0, 30000, 0]


def test_nachzahlung_die_den_anspruch_beseitigt_wird_auf_sechs_monate_verteilt():
    angaben = nachzahlung(1000, "2025-03-10")
    teile = [teil(m, **angaben) for m in monate(2025, 2, 8)]
    assert teile == [0, 16667, 16666, 16667, 16667, 16666, 16667, 0]
    assert sum(teile) == 100000


def test_seit_2024_werden_andere_einmalige_einnahmen_nicht_verteilt():
    angaben = nachzahlung(1500, "2024-01-10", art="sonstige")
    assert [teil(m, **angaben) for m in ("2024-01", "2024-02")] == [150000, 0]


def test_bis_2023_wird_jede_einmalige_einnahme_verteilt_die_den_anspruch_beseitigt():
    angaben = nachzahlung(1500, "2023-12-10", art="sonstige")
    assert [teil(m, **angaben) for m in monate(2023, 12, 7)] == [25000] * 6 + [0]


def test_bis_2023_zaehlt_der_folgemonat_wenn_schon_gezahlt_war():
    angaben = nachzahlung(300, "2023-05-10", art="sonstige", einmalige_einnahme_nach_auszahlung=True)
    assert [teil(m, **angaben) for m in ("2023-05", "2023-06", "2023-07")] == [0, 30000, 0]


def test_seit_2024_zaehlt_immer_der_zuflussmonat():
    angaben = nachzahlung(300, "2024-05-10", art="sonstige", einmalige_einnahme_nach_auszahlung=True)
    assert [teil(m, **angaben) for m in ("2024-05", "2024-06")] == [30000, 0]


def test_verkuerzter_zeitraum_in_begruendeten_faellen():
    angaben = nachzahlung(1200, "2025-03-10", einmalige_einnahme_monate=3)
    assert [teil(m, **angaben) for m in monate(2025, 3, 4)] == [40000, 40000, 40000, 0]


@pytest.mark.parametrize(("art", "betraege"), [("verteilen", [5000] * 6), ("nicht_verteilen", [30000, 0, 0, 0, 0, 0])])
def test_die_entscheidung_des_ersten_monats_gilt_weiter(art, betraege):
    angaben = nachzahlung(300, "2025-03-10", einmalige_einnahme_verteilung=art)
    assert [teil(m, **angaben) for m in monate(2025, 3, 6)] == betraege


def test_genau_der_anspruch_beseitigt_ihn():
    assert teil("2025-03", **nachzahlung(1000, "2025-03-10")) == 16667
    assert teil("2025-03", **nachzahlung(999.99, "2025-03-10")) == 99999


def test_erbschaften_sind_seit_2023_kein_einkommen():
    assert teil("2022-12", **nachzahlung(300, "2022-12-10", art="erbschaft")) == 30000
    assert teil("2023-01", **nachzahlung(300, "2023-01-10", art="erbschaft")) == 0


def test_weihnachtsgeld_nimmt_am_erwerbsfreibetrag_teil():
    angaben = nachzahlung(400, "2025-12-10", art="aus_erwerb")
    assert teil("2025-12", **angaben) == 28000
    assert teil("2025-12", erwerbseinkommen_brutto=900, **angaben) == 40000 - 1150


def test_kleinbetragsrente_zaehlt_nur_ueber_dem_schonbetrag():
    angaben = nachzahlung(600, "2025-03-10", art="kleinbetragsrente")
    assert teil("2025-03", vermoegen_geld=9000, **angaben) == 0
    assert teil("2025-03", vermoegen_geld=9500, **angaben) == 10000
    assert teil("2025-03", vermoegen_geld=20000, **angaben) == 60000


@settings(max_examples=40)
@given(st.integers(1, 400_000), st.sampled_from(["nachzahlung", "sonstige"]), st.sampled_from([2023, 2025]))
def test_in_sechs_monaten_wird_genau_die_einnahme_angerechnet(betrag, art, jahr):
    angaben = nachzahlung(Decimal(betrag) / 100, f"{jahr}-03-10", art=art)
    assert sum(teil(m, **angaben) for m in monate(jahr, 3, 7)) == betrag


def test_eine_einmalige_einnahme_ohne_angabe_der_art_bleibt_nicht_frei():
    assert teil("2025-03", einmalige_einnahme=300, einmalige_einnahme_monat="2025-03-10") == 30000
