"""Accommodation and heating in a flat (§§ 35, 35a SGB XII)."""

import pytest

from tests.recht.sozialhilfe.bedarfsfall import ERWERBSGEMINDERT, RENTNERIN, eine_person, rechne

MIETE = "bedarf_unterkunft"
HEIZUNG = "bedarf_heizung"


def unterkunft(monat, haushalt, person=RENTNERIN, ziel=MIETE, einstellungen=None):
    return eine_person(monat, ziel, person, haushalt=haushalt, einstellungen=einstellungen)


def test_ohne_grenze_werden_die_tatsaechlichen_aufwendungen_anerkannt():
    haushalt = {"miete_bruttokalt": 612.35, "heizkosten": 80.1}
    for monat in ("2019-01", "2022-12", "2023-01", "2026-06", "2026-07", "2026-12"):
        assert unterkunft(monat, haushalt) == 61235
        assert unterkunft(monat, haushalt, ziel=HEIZUNG) == 8010


def test_kopfteile_nach_zahl_der_bewohner_mit_weiteren_bewohnern():
    haushalt = {"miete_bruttokalt": 700, "heizkosten": 100, "weitere_bewohner": 1}
    ergebnis = rechne(
        "2026-11",
        [MIETE, HEIZUNG, "personen_in_wohnung"],
        haushalt=haushalt,
        anna=ERWERBSGEMINDERT | {"partner": "bert"},
        bert=ERWERBSGEMINDERT | {"partner": "anna"},
    )
    assert ergebnis["personen_in_wohnung"] == 3
    assert ergebnis.wert(MIETE, "anna") == ergebnis.wert(MIETE, "bert") == 23333
    assert ergebnis.wert(HEIZUNG, "anna") == 3333


def test_wer_im_heim_lebt_zaehlt_nicht_als_bewohner():
    ergebnis = rechne(
        "2026-11",
        MIETE,
        haushalt={"miete_bruttokalt": 500},
        anna=RENTNERIN | {"partner": "bert"},
        bert=RENTNERIN
        | {
            "partner": "anna",
            "wohnform_abweichend": "stationaere_einrichtung",
            "durchschnittliche_warmmiete_einrichtung": 430,
        },
    )
    assert (ergebnis.wert(MIETE, "anna"), ergebnis.wert(MIETE, "bert")) == (50000, 43000)


ZU_TEUER = {"miete_bruttokalt": 700, "angemessene_bruttokaltmiete": 500}


@pytest.mark.parametrize("person", [RENTNERIN, ERWERBSGEMINDERT], ids=["kapitel_4", "kapitel_3"])
def test_ohne_schutz_nur_die_angemessene_miete(person):
    assert unterkunft("2026-11", ZU_TEUER, person) == 50000
    assert unterkunft("2026-11", ZU_TEUER | {"zuschlag_konkrete_angemessenheit": 60}, person) == 56000


@pytest.mark.parametrize(
    ("monat", "betrag"),
    [("2024-02", 70000), ("2025-01", 70000), ("2025-02", 70000), ("2025-07", 70000), ("2025-08", 50000)],
)
def test_karenzzeit_ein_jahr_danach_sechs_monate_frist(monat, betrag):
    assert unterkunft(monat, ZU_TEUER | {"karenzzeit_beginn": "2024-02-01"}) == betrag


def test_karenzzeit_beginnt_fuehestens_2023_und_verschiebt_sich():
    laeuft = "karenzzeit_laeuft"

    def karenz(monat, **angaben):
        return eine_person(monat, laeuft, RENTNERIN, haushalt=ZU_TEUER | angaben)

    assert karenz("2022-12", karenzzeit_beginn="2020-01-01") is False
    assert karenz("2023-12", karenzzeit_beginn="2020-01-01") is True
    assert karenz("2024-01", karenzzeit_beginn="2020-01-01") is False
    assert karenz("2024-02", karenzzeit_beginn="2023-01-01", karenzzeit_unterbrechung_monate=2) is True
    assert karenz("2024-03", karenzzeit_beginn="2023-01-01", karenzzeit_unterbrechung_monate=2) is False
    assert karenz("2023-08", karenzzeit_beginn="2023-01-01", karenzzeit_verbraucht_sgb2_monate=4) is True
    assert karenz("2023-09", karenzzeit_beginn="2023-01-01", karenzzeit_verbraucht_sgb2_monate=4) is False


@pytest.mark.parametrize("ausschluss", ["unterkunft_bisher_gekuerzt", "umzug_ohne_zustimmung"])
def test_keine_karenzzeit_nach_frueherer_kuerzung_oder_umzug_ohne_zustimmung(ausschluss):
    haushalt = ZU_TEUER | {"karenzzeit_beginn": "2026-05-01", ausschluss: True}
    assert unterkunft("2026-06", haushalt) == 50000


@pytest.mark.parametrize(("monat", "betrag"), [("2019-03", 70000), ("2019-09", 70000), ("2019-10", 50000)])
def test_nach_der_aufforderung_laufen_sechs_monate(monat, betrag):
    assert unterkunft(monat, ZU_TEUER | {"kostensenkung_aufforderung": "2019-03-12"}) == betrag


def test_unzumutbare_senkung_und_todesfall_schuetzen():
    assert unterkunft("2026-11", ZU_TEUER | {"kostensenkung_unzumutbar": True}) == 70000
    tod = ZU_TEUER | {"todesfall_monat": "2025-06-10"}
    assert unterkunft("2026-06", tod) == 70000
    assert unterkunft("2026-07", tod) == 50000
    assert unterkunft("2020-01", ZU_TEUER | {"todesfall_monat": "2019-11-10"}) == 50000


@pytest.mark.parametrize(
    ("monat", "beginn", "betrag"),
    [
        ("2020-02", "2020-02-01", 50000),
        ("2020-03", "2020-03-01", 70000),
        ("2020-08", "2020-03-01", 70000),
        ("2022-12", "2022-12-01", 70000),
        ("2023-05", "2022-12-01", 70000),
        ("2020-02", "2019-06-01", 50000),
        ("2020-04", "2020-02-01", 50000),
    ],
)
def test_pandemie_sechs_monate_ab_beginn_des_bewilligungszeitraums(monat, beginn, betrag):
    assert unterkunft(monat, ZU_TEUER | {"bewilligungszeitraum_beginn": beginn}) == betrag


def test_nach_der_pandemie_regelung_beginnt_die_frist_erst():
    haushalt = ZU_TEUER | {"bewilligungszeitraum_beginn": "2020-03-01", "kostensenkung_aufforderung": "2020-04-02"}
    assert unterkunft("2021-02", haushalt) == 70000
    assert unterkunft("2021-03", haushalt) == 50000


def test_pandemie_schuetzt_nicht_wenn_vorher_gekuerzt_wurde():
    haushalt = ZU_TEUER | {"bewilligungszeitraum_beginn": "2020-05-01", "unterkunft_bisher_gekuerzt": True}
    assert unterkunft("2020-06", haushalt) == 50000


SEHR_TEUER = {"miete_bruttokalt": 900, "angemessene_bruttokaltmiete": 500, "karenzzeit_beginn": "2026-03-01"}


def test_seit_juli_2026_in_der_karenzzeit_hoechstens_das_eineinhalbfache():
    assert unterkunft("2026-06", SEHR_TEUER) == 90000
    assert unterkunft("2026-07", SEHR_TEUER) == 75000
    assert unterkunft("2026-07", SEHR_TEUER | {"hoehere_unterkunft_anerkannt": True}) == 90000
    assert unterkunft("2026-07", SEHR_TEUER | {"todesfall_monat": "2026-05-05"}) == 90000
    assert unterkunft("2026-07", SEHR_TEUER | {"haushalt_verkleinert_am": "2026-05-05"}) == 90000
    assert unterkunft("2026-12", SEHR_TEUER | {"haushalt_verkleinert_am": "2026-05-05"}) == 75000


def test_das_eineinhalbfache_bemisst_sich_nach_der_abstrakten_grenze():
    assert unterkunft("2026-07", SEHR_TEUER | {"zuschlag_konkrete_angemessenheit": 100}) == 75000


def test_der_deckel_gilt_nach_einstellung_auch_waehrend_der_frist():
    haushalt = SEHR_TEUER | {"karenzzeit_beginn": "2025-08-01"}
    assert unterkunft("2026-08", haushalt) == 75000
    assert unterkunft("2026-08", haushalt, einstellungen={"unterkunft_deckel_kostensenkung": "nein"}) == 90000


def test_quadratmetergrenze_und_mietpreisbremse_brechen_die_karenzzeit():
    haushalt = SEHR_TEUER | {"miete_bruttokalt": 700, "quadratmeterobergrenze_miete": 640}
    assert unterkunft("2026-06", haushalt) == 70000
    assert unterkunft("2026-07", haushalt) == 64000
    assert unterkunft("2026-07", haushalt | {"mietpreisbremse_miete": 610}) == 61000
    assert unterkunft("2026-07", haushalt | {"kostensenkung_aufforderung": "2026-07-05"}) == 70000


def test_heizung_hat_keine_karenzzeit_aber_eine_frist():
    haushalt = {"heizkosten": 150, "angemessene_heizkosten": 90, "karenzzeit_beginn": "2026-05-01"}
    assert unterkunft("2026-06", haushalt, ziel=HEIZUNG) == 9000
    assert unterkunft("2026-06", haushalt | {"heizkostensenkung_aufforderung": "2026-05-20"}, ziel=HEIZUNG) == 15000
    assert unterkunft("2026-11", haushalt | {"heizkostensenkung_aufforderung": "2026-05-20"}, ziel=HEIZUNG) == 15000
    assert unterkunft("2026-12", haushalt | {"heizkostensenkung_aufforderung": "2026-05-20"}, ziel=HEIZUNG) == 9000


@pytest.mark.parametrize(
    ("miete", "heizung", "anerkannt"),
    [(520, 60, (52000, 6000)), (540, 80, (52000, 8000)), (450, 130, (45000, 13000)), (480, 150, (48000, 12000))],
)
def test_gesamtangemessenheitsgrenze_gleicht_aus(miete, heizung, anerkannt):
    haushalt = {
        "miete_bruttokalt": miete,
        "heizkosten": heizung,
        "angemessene_bruttokaltmiete": 500,
        "angemessene_heizkosten": 100,
    }
    ja = {"gesamtangemessenheitsgrenze": "ja"}
    betraege = tuple(unterkunft("2026-11", haushalt, ziel=z, einstellungen=ja) for z in (MIETE, HEIZUNG))
    assert betraege == anerkannt


def test_gesamtgrenze_wirkt_erst_seit_2023():
    haushalt = {
        "miete_bruttokalt": 520,
        "heizkosten": 60,
        "angemessene_bruttokaltmiete": 500,
        "angemessene_heizkosten": 100,
    }
    ja = {"gesamtangemessenheitsgrenze": "ja"}
    assert unterkunft("2019-11", haushalt, einstellungen=ja) == 50000
    assert unterkunft("2023-01", haushalt, einstellungen=ja) == 52000


def test_eigentum_mit_zinsen_lasten_und_instandhaltung():
    haushalt = {
        "wohneigentum": True,
        "eigentum_schuldzinsen": 150,
        "eigentum_lasten": 130,
        "eigentum_instandhaltung": 3000,
    }
    assert unterkunft("2026-11", haushalt) == 328000
    grenze = haushalt | {"angemessene_bruttokaltmiete": 480}
    assert unterkunft("2026-11", grenze) == 28000 + 240000
    assert eine_person("2026-11", "instandhaltung_darlehen", RENTNERIN, haushalt=grenze) == 60000


def test_nachforderungen_und_pauschalen():
    haushalt = {"miete_bruttokalt": 400, "heizkosten": 70}
    assert unterkunft("2026-11", haushalt | {"unterkunft_nachforderung": 88.8}) == 48880
    assert unterkunft("2026-11", haushalt | {"heizkosten_nachforderung": 120}, ziel=HEIZUNG) == 19000
    assert unterkunft("2026-11", haushalt | {"unterkunftspauschale": 350}) == 35000
    assert unterkunft("2026-11", haushalt | {"heizkostenpauschale": 60}, ziel=HEIZUNG) == 6000


def test_ohne_unterkunft_kein_bedarf_dafuer_aber_regelbedarf():
    ergebnis = rechne(
        "2026-11", [MIETE, HEIZUNG, "regelbedarf"], haushalt={"wohnform": "ohne_unterkunft"}, anna=ERWERBSGEMINDERT
    )
    assert [ergebnis.wert(z, "anna") for z in (MIETE, HEIZUNG, "regelbedarf")] == [0, 0, 56300]
