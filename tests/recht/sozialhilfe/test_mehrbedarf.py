"""Additional needs of § 30 Abs. 1, 2, 4 to 6 and § 42b Abs. 3, 4 SGB XII."""

import pytest

from tests.recht.sozialhilfe.bedarfsfall import (
    DAUERHAFT_ERWERBSGEMINDERT,
    ERWERBSGEMINDERT,
    RENTNERIN,
    eine_person,
    rechne,
)

MERKZEICHEN = "mehrbedarf_merkzeichen_g"
SCHWANGER = "mehrbedarf_schwangerschaft"
BILDUNG = "mehrbedarf_ausbildung_behinderung"
ERNAEHRUNG = "mehrbedarf_ernaehrung"


def test_17_prozent_je_regelbedarfsstufe_wie_bei_walhalla_2023():
    """MB-04 der Beispielsammlung."""
    person = {"geburtsdatum": "1940-05-20", "merkzeichen_g": True}
    ergebnis = rechne(
        "2023-01",
        MERKZEICHEN,
        allein=person,
        anna=person | {"partner": "bert"},
        bert=person | {"partner": "anna"},
        heim=person | {"wohnform_abweichend": "stationaere_einrichtung"},
    )
    assert [ergebnis.wert(MERKZEICHEN, n) for n in ("allein", "anna", "heim")] == [8534, 7667, 6834]


@pytest.mark.parametrize(
    ("person", "betrag"),
    [
        (RENTNERIN | {"merkzeichen_g": True}, 9571),
        (RENTNERIN | {"merkzeichen_ag": True}, 9571),
        (RENTNERIN, 0),
        (ERWERBSGEMINDERT | {"merkzeichen_g": True}, 9571),
        (DAUERHAFT_ERWERBSGEMINDERT | {"merkzeichen_g": True}, 9571),
        ({"geburtsdatum": "1985-02-10", "wfbm_bereich": "arbeitsbereich", "merkzeichen_g": True}, 9571),
        ({"geburtsdatum": "1985-02-10", "merkzeichen_g": True}, 0),
        (RENTNERIN | {"merkzeichen_g": True, "mehrbedarf_merkzeichen_abweichend": 120}, 12000),
    ],
)
def test_merkzeichen_g_nur_mit_altersgrenze_oder_voller_erwerbsminderung(person, betrag):
    assert eine_person("2026-11", MERKZEICHEN, person) == betrag


@pytest.mark.parametrize(
    ("regel", "oktober", "november", "dezember"),
    [("monatserster", 0, 9571, 9571), ("folgemonat", 0, 0, 9571), ("taggenau", 0, 3190, 9571)],
)
def test_merkzeichen_wirkt_erst_ab_nachweis(regel, oktober, november, dezember):
    person = RENTNERIN | {"merkzeichen_g": True, "merkzeichen_nachweis_ab": "2026-11-21"}
    for monat, betrag in (("2026-10", oktober), ("2026-11", november), ("2026-12", dezember)):
        assert eine_person(monat, MERKZEICHEN, person, einstellungen={"aenderung_im_monat": regel}) == betrag


@pytest.mark.parametrize(
    ("monat", "betrag"),
    [("2026-04", 0), ("2026-05", 9571), ("2026-11", 9571), ("2026-12", 0)],
)
def test_schwangerschaft_nach_der_zwoelften_woche_bis_zum_ende_des_entbindungsmonats(monat, betrag):
    # errechneter Termin 20.11.2026, 13. Woche ab 08.05.2026
    person = {"geburtsdatum": "1995-03-03", "entbindung_voraussichtlich": "2026-11-20"}
    assert eine_person(monat, SCHWANGER, person) == betrag


def test_schwangerschaft_taggenau_vom_ersten_tag_der_dreizehnten_woche():
    person = {"geburtsdatum": "1995-03-03", "entbindung_voraussichtlich": "2026-11-20"}
    # 08.05. bis 31.05. sind 24 Tage: 95,71 * 24 / 30
    assert eine_person("2026-05", SCHWANGER, person, einstellungen={"aenderung_im_monat": "taggenau"}) == 7657


def test_die_tatsaechliche_entbindung_geht_vor():
    person = {"geburtsdatum": "1995-03-03", "entbindung_voraussichtlich": "2026-11-20", "entbindung_am": "2026-10-02"}
    assert eine_person("2026-10", SCHWANGER, person) == 9571
    assert eine_person("2026-11", SCHWANGER, person) == 0
    spaeter = person | {"entbindung_am": "2026-12-03"}
    assert eine_person("2026-12", SCHWANGER, spaeter) == 9571


def test_beginn_der_schwangerschaft_genuegt_ohne_termin():
    person = {"geburtsdatum": "1995-03-03", "schwanger_seit": "2026-02-13"}
    assert eine_person("2026-04", SCHWANGER, person) == 0
    assert eine_person("2026-05", SCHWANGER, person) == 9571
    assert eine_person("2026-12", SCHWANGER, person) == 0


def test_bis_2020_endet_der_mehrbedarf_taggenau_mit_der_entbindung():
    person = {"geburtsdatum": "1990-03-03", "entbindung_voraussichtlich": "2020-12-10", "entbindung_am": "2020-12-10"}
    taggenau = {"aenderung_im_monat": "taggenau"}
    # 17 % von 432 € sind 73,44 €; 10 von 30 Tagen
    assert eine_person("2020-12", SCHWANGER, person, einstellungen=taggenau) == 2448
    spaeter = {"geburtsdatum": "1990-03-03", "entbindung_voraussichtlich": "2021-01-10", "entbindung_am": "2021-01-10"}
    assert eine_person("2021-01", SCHWANGER, spaeter, einstellungen=taggenau) == 7582


@pytest.mark.parametrize(
    ("monat", "person", "betrag"),
    [
        ("2019-12", {"geburtsdatum": "2000-01-02"}, 14840),
        ("2023-01", {"geburtsdatum": "2000-01-02"}, 17570),
        ("2026-11", {"geburtsdatum": "2011-11-20"}, 16485),
        ("2026-10", {"geburtsdatum": "2011-11-20"}, 0),
    ],
)
def test_35_prozent_bei_hilfe_zur_bildung_ab_15_jahren(monat, person, betrag):
    assert eine_person(monat, BILDUNG, person | {"ausbildungshilfe_behinderung": True}) == betrag


def test_einarbeitungszeit_laengstens_drei_monate():
    person = {"geburtsdatum": "2000-01-02", "ausbildungshilfe_ende": "2026-07-31"}
    betraege = [eine_person(m, BILDUNG, person) for m in ("2026-07", "2026-08", "2026-10", "2026-11")]
    assert betraege == [19705, 19705, 19705, 0]


def test_bis_2019_hat_die_uebergangszeit_keine_feste_grenze():
    person = {"geburtsdatum": "2000-01-02", "ausbildungshilfe_ende": "2019-06-30"}
    assert eine_person("2019-12", BILDUNG, person) == 14840


def test_hilfe_zur_bildung_verdraengt_den_mehrbedarf_bei_erwerbsminderung_nicht_den_bei_alter():
    hilfe = {"merkzeichen_g": True, "ausbildungshilfe_behinderung": True}
    assert eine_person("2026-11", MERKZEICHEN, ERWERBSGEMINDERT | hilfe) == 0
    assert eine_person("2026-11", MERKZEICHEN, RENTNERIN | hilfe) == 9571


@pytest.mark.parametrize(
    ("monat", "angaben", "betrag"),
    [
        ("2020-09", {"ernaehrung_erkrankung": "mukoviszidose"}, 4320),
        ("2020-10", {"ernaehrung_erkrankung": "mukoviszidose"}, 12960),
        ("2025-01", {"ernaehrung_erkrankung": "mukoviszidose"}, 16890),
        ("2025-01", {"ernaehrung_erkrankung": "zoeliakie"}, 11260),
        ("2025-01", {"ernaehrung_erkrankung": "dialyse"}, 2815),
        ("2025-01", {"ernaehrung_erkrankung": "dialyse", "mangelernaehrung": True}, 8445),
        ("2025-01", {"mangelernaehrung": True}, 5630),
        ("2025-01", {"ernaehrung_erkrankung": "zoeliakie", "ernaehrung_mehraufwand": 75.2}, 7520),
        ("2025-01", {}, 0),
    ],
)
def test_ernaehrung_nach_empfehlung_oder_betrag(monat, angaben, betrag):
    """Beträge 2025 wie in der Berliner Anlage 2 zum Rundschreiben Soz Nr. 12/2016."""
    assert eine_person(monat, ERNAEHRUNG, RENTNERIN | angaben) == betrag


def test_empfohlene_saetze_gelten_nicht_fuer_kinder():
    kind = {"geburtsdatum": "2016-01-02", "ernaehrung_erkrankung": "zoeliakie"}
    assert eine_person("2026-11", ERNAEHRUNG, kind) == 0
    assert eine_person("2026-11", ERNAEHRUNG, kind | {"ernaehrung_mehraufwand": 60}) == 6000


def test_mehrbedarfe_nach_absatz_1_bis_5_sind_auf_die_regelbedarfsstufe_gedeckelt():
    person = RENTNERIN | {
        "merkzeichen_g": True,
        "ausbildungshilfe_behinderung": True,
        "ernaehrung_mehraufwand": 300,
    }
    assert eine_person("2026-11", "mehrbedarf_gedeckelt", person) == 56300
    assert (
        eine_person("2026-11", "mehrbedarf_gedeckelt", person | {"ernaehrung_mehraufwand": 100}) == 9571 + 19705 + 10000
    )


def test_was_ueber_der_massgebenden_regelbedarfsstufe_liegt_weist_die_kappung_aus():
    person = ERWERBSGEMINDERT | {"merkzeichen_g": True, "ernaehrung_mehraufwand": 500}
    ergebnis = rechne("2026-11", ["mehrbedarf_gedeckelt", "mehrbedarf_kappung"], anna=person)
    assert ergebnis.wert("mehrbedarf_gedeckelt", "anna") == 56300
    assert ergebnis.wert("mehrbedarf_kappung", "anna") == 9571 + 50000 - 56300
