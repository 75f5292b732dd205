"""Assets: §§ 90, 91, 141 SGB XII and the ordinance on § 90 Abs. 2 Nr. 9."""

import pytest

from tests.recht.sozialhilfe.bedarfsfall import ERWERBSGEMINDERT, RENTNERIN, eine_person, rechne

KIND = {"geburtsdatum": "2014-05-05", "elternteil_1": "anna"}


@pytest.mark.parametrize(
    ("monat", "vermoegen", "ueberschuss"),
    [
        ("2022-12", 5000, 0),
        ("2022-12", 5001, 0),
        ("2023-01", 10000, 0),
        ("2023-01", 10000.01, 1),
        ("2019-12", 5001, 100),
    ],
)
def test_kleinerer_barbetrag_nach_fassung(monat, vermoegen, ueberschuss):
    assert eine_person(monat, "vermoegen_ueberschuss", RENTNERIN | {"vermoegen_geld": vermoegen}) == ueberschuss


def test_partner_haben_gemeinsam_zwei_barbetraege():
    e = rechne(
        "2026-01",
        ["schonbetrag_gemeinschaft", "vermoegen_ueberschuss"],
        anna=RENTNERIN | {"partner": "bert", "vermoegen_geld": 18000},
        bert=RENTNERIN | {"partner": "anna", "vermoegen_geld": 3000},
    )
    assert e.wert("schonbetrag_gemeinschaft", "anna") == 2_000_000
    assert e.wert("vermoegen_ueberschuss", "bert") == 100_000


def test_kinder_erhoehen_den_schonbetrag_um_500_euro_soweit_sie_ihn_nicht_selbst_verbrauchen():
    def schonbetrag(eigenes):
        return rechne(
            "2026-01",
            ["schonbetrag_gemeinschaft", "vermoegen_ueberschuss_kind"],
            anna=ERWERBSGEMINDERT,
            kind=KIND | {"vermoegen_geld": eigenes},
        )

    e = schonbetrag(0)
    assert e.wert("schonbetrag_gemeinschaft", "anna") == 1_050_000
    e = schonbetrag(200)
    assert (e.wert("schonbetrag_gemeinschaft", "anna"), e.wert("vermoegen_ueberschuss_kind", "kind")) == (1_030_000, 0)
    e = schonbetrag(900)
    assert e.wert("schonbetrag_gemeinschaft", "anna") == 1_000_000
    assert e.wert("vermoegen_ueberschuss_kind", "kind") == 40_000


def test_volljaehriges_kind_und_alleinstehender_minderjaehriger_haben_eigenen_barbetrag():
    e = rechne("2026-01", "schonbetrag_gemeinschaft", anna=ERWERBSGEMINDERT, kind=KIND | {"geburtsdatum": "2004-01-01"})
    assert e.wert("schonbetrag_gemeinschaft", "kind") == 1_000_000
    allein = {"geburtsdatum": "2010-01-01", "erwerbsfaehig": False}
    assert eine_person("2026-01", "schonbetrag_gemeinschaft", allein) == 1_000_000


def test_unterhaltene_notlage_und_herabsetzung():
    person = RENTNERIN | {"unterhaltene_ausserhalb": 2, "barbetrag_erhoehung": 300, "barbetrag_herabsetzung": 100}
    assert eine_person("2026-01", "schonbetrag", person) == 1_000_000 + 100_000 + 20_000


def test_kraftfahrzeug_ist_seit_2023_geschuetzt_wenn_angemessen():
    person = RENTNERIN | {"vermoegen_kfz": 7000}
    assert eine_person("2022-12", "vermoegen_verwertbar", person) == 700_000
    assert eine_person("2023-01", "vermoegen_verwertbar", person) == 0
    assert eine_person("2023-01", "vermoegen_verwertbar", person | {"kfz_angemessen": False}) == 700_000


@pytest.mark.parametrize(
    ("angaben", "verwertbar"),
    [
        ({"vermoegen_immobilie": 150_000}, 15_000_000),
        ({"vermoegen_immobilie": 150_000, "hausgrundstueck_geschuetzt": True}, 0),
        ({"vermoegen_bestattungsvorsorge": 6000}, 0),
        ({"vermoegen_bestattungsvorsorge": 6000, "bestattungsvorsorge_angemessen": False}, 600_000),
        ({"vermoegen_geld": 9000, "vermoegen_lebensversicherung": 3000, "vermoegen_sonstiges": 500}, 1_250_000),
        ({"vermoegen_geld": 9000, "vermoegen_haerte": 2000}, 700_000),
        ({"vermoegen_geld": 1000, "vermoegen_haerte": 2000}, 0),
        ({"vermoegen_altersvorsorge_gefoerdert": 40_000, "vermoegen_geschuetzt": 5000}, 0),
    ],
)
def test_arten_des_vermoegens(angaben, verwertbar):
    assert eine_person("2026-01", "vermoegen_verwertbar", RENTNERIN | angaben) == verwertbar


@pytest.mark.parametrize(
    ("monat", "beginn", "aussen_vor"),
    [
        ("2020-02", "2020-02-01", False),
        ("2020-03", "2020-02-01", False),
        ("2020-03", "2020-03-01", True),
        ("2020-08", "2020-03-01", True),
        ("2020-09", "2020-03-01", False),
        ("2022-12", "2022-12-01", True),
        ("2023-05", "2022-12-01", True),
        ("2023-06", "2022-12-01", False),
        ("2023-01", "2023-01-01", False),
    ],
)
def test_vereinfachter_zugang_fuer_sechs_monate(monat, beginn, aussen_vor):
    haushalt = {"bewilligungszeitraum_beginn": beginn}
    person = RENTNERIN | {"vermoegen_geld": 30_000}
    assert eine_person(monat, "vermoegen_unberuecksichtigt", person, haushalt=haushalt) is aussen_vor
    erheblich = person | {"vermoegen_erheblich": True}
    assert eine_person(monat, "vermoegen_unberuecksichtigt", erheblich, haushalt=haushalt) is False
