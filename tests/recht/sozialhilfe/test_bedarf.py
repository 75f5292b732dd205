"""Sum of needs, with the worked cases of authorities and associations."""

import pytest

from tests.recht.sozialhilfe.bedarfsfall import ERWERBSGEMINDERT, RENTNERIN, eine_person, rechne

TEILE = [
    "regelbedarf",
    "mehrbedarf_summe",
    "bedarf_einmalig",
    "bedarf_kranken_pflegeversicherung",
    "bedarf_vorsorge",
    "bedarf_unterkunft",
    "bedarf_heizung",
    "bedarf_weiterer_lebensunterhalt",
]


@pytest.mark.parametrize(
    ("monat", "haushalt", "person", "bedarf"),
    [
        ("2016-07", {"miete_bruttokalt": 335, "heizkosten": 35}, {"merkzeichen_g": True}, 84268),  # GS-20
        ("2017-07", {"miete_bruttokalt": 252.5, "heizkosten": 50}, {"merkzeichen_g": True}, 78103),  # GS-24
        ("2018-07", {"miete_bruttokalt": 344, "heizkosten": 92}, {}, 85200),  # GS-28
        ("2021-07", {"miete_bruttokalt": 350, "heizkosten": 35}, {}, 83100),  # GS-32
    ],
    ids=["GS-20", "GS-24", "GS-28", "GS-32"],
)
def test_bedarf_der_beispielsammlung(monat, haushalt, person, bedarf):
    assert eine_person(monat, "bedarf_lebensunterhalt", RENTNERIN | person, haushalt=haushalt) == bedarf


def test_bescheid_vom_januar_2011_nach_damaliger_kenntnis():
    """GS-36: Eckregelsatz 359 Euro, ehe das Gesetz vom 24.03.2011 rückwirkend 364 Euro festsetzte."""
    person = RENTNERIN | {
        "merkzeichen_g": True,
        "krankenversicherung": "gesetzlich_freiwillig",
        "kv_beitrag": 143.51,
        "pv_beitrag": 0,
    }
    ziele = ["regelbedarf", "mehrbedarf_summe", "bedarf_lebensunterhalt"]

    def betraege(kenntnis):
        ergebnis = rechne("2011-01", ziele, haushalt={"miete_bruttokalt": 210}, kenntnis=kenntnis, anna=person)
        return [ergebnis.wert(z, "anna") for z in ziele]

    assert betraege("2011-01-15") == [35900, 6103, 77354]
    assert betraege(None)[0] == 36400


@pytest.mark.parametrize("monat", ["2019-12", "2020-01", "2022-12", "2023-01", "2026-06", "2026-07"])
@pytest.mark.parametrize(
    "wohnform", ["wohnung", "sonstige_unterkunft", "stationaere_einrichtung", "besondere_wohnform"]
)
def test_die_teile_ergeben_die_summe(monat, wohnform):
    haushalt = {"wohnform": wohnform, "warmwasser_dezentral": True}
    if wohnform != "wohnung":
        haushalt["durchschnittliche_warmmiete"] = 451.37
    if wohnform in ("wohnung", "sonstige_unterkunft"):
        haushalt |= {"miete_bruttokalt": 433.33, "heizkosten": 66.67}
    person = ERWERBSGEMINDERT | {
        "merkzeichen_g": True,
        "bw_wohnraum": 390.5,
        "bekleidungspauschale": 23,
        "vorsorge_sterbegeld": 11.11,
        "therapeutische_geraete": 45,
    }
    ergebnis = rechne(monat, [*TEILE, "bedarf_lebensunterhalt"], haushalt=haushalt, anna=person)
    assert sum(ergebnis.wert(t, "anna") for t in TEILE) == ergebnis.wert("bedarf_lebensunterhalt", "anna")


def test_die_reihenfolge_der_personen_ist_gleichgueltig():
    haushalt = {"miete_bruttokalt": 700, "heizkosten": 101, "warmwasser_dezentral": True}
    personen = {
        "anna": ERWERBSGEMINDERT | {"partner": "bert"},
        "bert": RENTNERIN | {"partner": "anna"},
        "kind": {"geburtsdatum": "2015-05-05", "elternteil_1": "anna"},
    }
    vor = rechne("2026-11", "bedarf_lebensunterhalt", haushalt=haushalt, **personen)
    zurueck = rechne("2026-11", "bedarf_lebensunterhalt", haushalt=haushalt, **dict(reversed(personen.items())))
    for name in personen:
        assert vor.wert("bedarf_lebensunterhalt", name) == zurueck.wert("bedarf_lebensunterhalt", name)
