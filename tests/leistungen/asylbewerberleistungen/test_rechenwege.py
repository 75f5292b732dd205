"""Single questions of the law, one answer each."""

import pytest
from tests.leistungen.asylbewerberleistungen.asylblg_faelle import person, rechne_fall, wert

from sozialamt.leistungen.asylbewerberleistungen.auswahl import (
    AsylblgAblehnung,
    AsylblgBedarfsstufe,
    AsylblgLeistungsart,
)
from sozialamt.rechenkern import FehlendeAngaben
from sozialamt.recht.auswahl import Kapitel, Regelbedarfsstufe

NOVEMBER = "2026-11"
LANGE = "2015-01-10"


def gekuerzt(**angaben):
    return person(
        aufenthaltsstatus="duldung",
        asylblg_einschraenkung="nicht_vollziehbar",
        asylblg_einschraenkung_ab="2026-03-11",
        **angaben,
    )


@pytest.mark.parametrize(
    ("monat", "tage"),
    [("2026-02", 0), ("2026-03", 20), ("2026-04", 30), ("2026-08", 30), ("2026-09", 10), ("2026-10", 0)],
)
def test_die_einschraenkung_endet_nach_sechs_monaten(monat, tage):
    assert wert(monat, gekuerzt(), "asylblg_tage_kuerzung") == tage


def test_die_einschraenkung_laeuft_weiter_wenn_sie_fortgesetzt_wird():
    assert wert("2026-12", gekuerzt(asylblg_einschraenkung_fortgesetzt=True), "asylblg_tage_kuerzung") == 30


def test_die_einschraenkung_endet_mit_der_nachgeholten_mitwirkung():
    assert (
        wert("2026-05", gekuerzt(asylblg_einschraenkung_bis="2026-05-12"), "asylblg_tage_kuerzung") == 11
    )  # 31 days count 30
    assert wert("2026-06", gekuerzt(asylblg_einschraenkung_bis="2026-05-12"), "asylblg_tage_kuerzung") == 0


def test_wer_den_grund_nicht_zu_vertreten_hat_wird_nicht_eingeschraenkt():
    assert wert("2026-04", gekuerzt(asylblg_einschraenkung_ausnahme=True), "asylblg_tage_kuerzung") == 0


def test_die_ordnung_der_unterkunft_traegt_hoechstens_einen_monat():
    angaben = person(asylblg_einschraenkung="ordnung_der_unterkunft", asylblg_einschraenkung_ab="2026-07-11")
    assert [wert(m, angaben, "asylblg_tage_kuerzung") for m in ("2026-07", "2026-08", "2026-09")] == [20, 9, 0]


@pytest.mark.parametrize(
    ("grund", "status", "trifft"),
    [
        ("ausreisetermin", "ausreisepflichtig", True),
        ("ausreisetermin", "duldung", False),
        ("nicht_vollziehbar", "duldung", True),
        ("nicht_vollziehbar", "aufenthaltsgestattung", False),
        ("mitwirkung", "aufenthaltsgestattung", True),
        ("mitwirkung", "ausreisepflichtig", False),
        ("anderer_staat_zustaendig", "ausreisepflichtig", True),
        ("schutz_in_anderem_staat", "ausreisepflichtig", False),
        ("aufenthaltsrecht_in_anderem_staat", "ausreisepflichtig", True),
        ("ankunftsnachweis", "duldung", False),
        ("vermoegen_verschwiegen", "aufenthalt_asylblg", True),
        ("anordnung_aufenthalt", "aufenthalt_asylblg", False),
        ("arbeitsgelegenheit", "aufenthalt_asylblg", True),
    ],
)
def test_jeder_einschraenkungsgrund_trifft_nur_seine_gruppe(grund, status, trifft):
    angaben = person(aufenthaltsstatus=status, asylblg_einschraenkung=grund, asylblg_einschraenkung_ab="2026-10-01")
    assert bool(wert(NOVEMBER, angaben, "asylblg_einschraenkung_moeglich")) is trifft


def test_die_einschraenkung_geht_leistungen_nach_paragraf_2_vor():
    assert (
        wert("2026-04", gekuerzt(asylblg_einreise_am=LANGE), "asylblg_leistungsart")
        == AsylblgLeistungsart.EINGESCHRAENKT
    )


@pytest.mark.parametrize(
    ("unterbringung", "einstellungen", "stufe"),
    [
        ("wohnung", {}, AsylblgBedarfsstufe.STUFE_1),
        ("gemeinschaftsunterkunft", {}, AsylblgBedarfsstufe.STUFE_2),
        ("sonstige_unterkunft", {}, AsylblgBedarfsstufe.STUFE_2),
        ("gemeinschaftsunterkunft", {"asylblg_sammelunterkunft": "stufe_1"}, AsylblgBedarfsstufe.STUFE_1),
        ("stationaere_einrichtung", {}, AsylblgBedarfsstufe.STUFE_3),
    ],
)
def test_die_bedarfsstufe_folgt_der_unterbringung(unterbringung, einstellungen, stufe):
    angaben = person(asylblg_unterbringung=unterbringung)
    assert wert(NOVEMBER, angaben, "asylblg_bedarfsstufe", einstellungen) == stufe


def test_bis_august_2019_kannte_das_gesetz_keine_stufe_fuer_sammelunterkuenfte():
    angaben = person(asylblg_einreise_am="2019-07-01", asylblg_unterbringung="gemeinschaftsunterkunft")
    assert wert("2019-08", angaben, "asylblg_bedarfsstufe") == AsylblgBedarfsstufe.STUFE_1
    assert wert("2019-09", angaben, "asylblg_bedarfsstufe") == AsylblgBedarfsstufe.STUFE_2


def test_unbegleitete_jugendliche_haben_stufe_1():
    assert wert(NOVEMBER, person(geburtsdatum="2010-05-05"), "asylblg_bedarfsstufe") == AsylblgBedarfsstufe.STUFE_1


@pytest.mark.parametrize(
    ("unterbringung", "stufe", "betrag"),
    [
        ("wohnung", Regelbedarfsstufe.STUFE_3, 45_100),
        ("gemeinschaftsunterkunft", Regelbedarfsstufe.STUFE_2, 50_600),
    ],
)
def test_volljaehrige_kinder_haben_nach_paragraf_2_eigene_stufen(unterbringung, stufe, betrag):
    angaben = {"asylblg_einreise_am": LANGE, "asylblg_unterbringung": unterbringung}
    personen = {"m": person(**angaben), "s": person(geburtsdatum="2004-05-05", elternteil_1="m", **angaben)}
    ergebnis = rechne_fall(NOVEMBER, personen, ["asylblg_analog_stufe", "asylblg_analog_bedarf"])
    assert ergebnis.wert("asylblg_analog_stufe", "s") == stufe
    assert ergebnis.wert("asylblg_analog_bedarf", "s") == betrag


def test_die_entscheidung_von_2022_wirkt_zurueck_wenn_nicht_bestandskraeftig_entschieden_ist():
    angaben = person(asylblg_einreise_am=LANGE, asylblg_unterbringung="gemeinschaftsunterkunft")
    nein = {"asylblg_bverfg_ab_september_2019": "nein"}
    assert wert("2021-03", angaben, "asylblg_analog_bedarf") == 44_600
    assert wert("2021-03", angaben, "asylblg_analog_bedarf", nein) == 40_100
    assert wert("2023-03", angaben, "asylblg_analog_bedarf", nein) == 50_200


def test_minderjaehrige_folgen_dem_elternteil_mit_leistungen_nach_paragraf_2():
    kind = person(geburtsdatum="2026-02-01", asylblg_einreise_am="2026-02-01", elternteil_1="m")
    arten = rechne_fall(NOVEMBER, {"m": person(asylblg_einreise_am=LANGE), "k": kind}, ["asylblg_leistungsart"])
    assert arten.wert("asylblg_leistungsart", "k") == AsylblgLeistungsart.ANALOG
    ohne = gekuerzt(asylblg_einreise_am=LANGE, asylblg_einschraenkung_fortgesetzt=True)
    arten = rechne_fall(NOVEMBER, {"m": ohne, "k": kind}, ["asylblg_leistungsart"])
    assert arten.wert("asylblg_leistungsart", "k") == AsylblgLeistungsart.GRUNDLEISTUNG


@pytest.mark.parametrize("tag", range(1, 29))
def test_die_teile_eines_monats_ergeben_zusammen_dreissig_tage(tag):
    einreise = f"2023-{2:02d}-{tag:02d}"
    ergebnis = rechne_fall(
        "2026-02", {"a": person(asylblg_einreise_am=einreise)}, ["asylblg_tage_grund", "asylblg_tage_analog"]
    )
    assert ergebnis["asylblg_tage_grund"] == tag - 1
    assert ergebnis["asylblg_tage_grund"] + ergebnis["asylblg_tage_analog"] == 30


def ausgeschlossen(**angaben):
    return person(
        aufenthaltsstatus="ausreisepflichtig",
        asylblg_ausschluss="ueberstellung",
        asylblg_ausschluss_ab="2026-11-05",
        asylblg_ueberbrueckung_ab="2026-11-05",
        **angaben,
    )


def test_nach_dem_ausschluss_bleiben_zwei_wochen_ueberbrueckung_als_sachleistung():
    assert wert(NOVEMBER, ausgeschlossen(), "asylblg_kalendertage") == 4
    assert wert(NOVEMBER, ausgeschlossen(), "asylblg_ueberbrueckung_tage") == 14
    sach = ausgeschlossen(asylblg_eingeschraenkt_sachwert=300, leistung_ab="2026-11-05")
    assert wert(NOVEMBER, sach, "asylblg_sachleistung") == 14_000
    assert wert(NOVEMBER, sach, "asylblg_anspruch") == 0
    assert wert(NOVEMBER, sach, "asylblg_ablehnung") == AsylblgAblehnung.UEBERSTELLUNG
    assert wert("2026-12", ausgeschlossen(), "asylblg_ueberbrueckung_tage") == 0


def test_ueberbrueckung_gibt_es_nur_einmal_in_zwei_jahren():
    assert (
        wert(NOVEMBER, ausgeschlossen(asylblg_ueberbrueckung_zuletzt="2024-11-06"), "asylblg_ueberbrueckung_tage") == 0
    )
    assert (
        wert(NOVEMBER, ausgeschlossen(asylblg_ueberbrueckung_zuletzt="2024-11-05"), "asylblg_ueberbrueckung_tage") == 14
    )


def test_im_haertefall_dauert_die_ueberbrueckung_laenger():
    angaben = ausgeschlossen(asylblg_ueberbrueckung_haerte_bis="2026-12-03")
    assert wert(NOVEMBER, angaben, "asylblg_ueberbrueckung_tage") == 26
    assert wert("2026-12", angaben, "asylblg_ueberbrueckung_tage") == 3


def test_geduldete_sind_nicht_ausgeschlossen():
    assert wert(NOVEMBER, ausgeschlossen() | {"aufenthaltsstatus": "duldung"}, "asylblg_kalendertage") == 30


def test_bei_falschem_ort_gibt_es_nur_die_reisebeihilfe():
    angaben = person(asylblg_raeumlicher_verstoss=True, asylblg_reisebeihilfe=58.90)
    assert wert(NOVEMBER, angaben, "asylblg_anspruch") == 5_890
    assert wert(NOVEMBER, angaben, "asylblg_ablehnung") == AsylblgAblehnung.RAEUMLICHE_BESCHRAENKUNG


def test_in_haft_gilt_der_festgelegte_geldbetrag():
    assert wert(NOVEMBER, person(asylblg_unterbringung="haft", asylblg_haft_geld=70), "asylblg_anspruch") == 7_000


def test_sonstige_leistungen_gibt_es_nur_neben_grundleistungen():
    angaben = person(asylblg_sonstige_leistung=120)
    assert wert(NOVEMBER, angaben, "asylblg_sonstige_geld") == 12_000
    assert wert(NOVEMBER, angaben | {"asylblg_einreise_am": LANGE}, "asylblg_sonstige_geld") == 0


def test_einkommen_des_partners_deckt_den_bedarf_der_familie():
    personen = {
        "m": person(partner="f", sonstiges_einkommen=1_000),
        "f": person(partner="m"),
        "k": person(geburtsdatum="2015-05-05", elternteil_1="m", elternteil_2="f"),
    }
    ergebnis = rechne_fall(NOVEMBER, personen, ["asylblg_laufend"])
    assert sum(ergebnis.werte["asylblg_laufend"]) == 2 * 40_900 + 33_700 - 100_000


def test_nicht_berechtigte_angehoerige_behalten_den_bedarf_des_sgb_12():
    personen = {
        "m": {"geburtsdatum": "1990-05-05", "partner": "f", "sonstiges_einkommen": 600},
        "f": person(partner="m"),
    }
    ergebnis = rechne_fall(NOVEMBER, personen, ["asylblg_laufend", "asylblg_ueberschuss"])
    assert ergebnis.wert("asylblg_ueberschuss", "m") == 60_000 - 50_600
    assert ergebnis.wert("asylblg_laufend", "f") == 40_900 - 9_400


def test_leistungen_dritter_mindern_den_anspruch():
    assert wert(NOVEMBER, person(asylblg_gedeckt_durch_dritte=455), "asylblg_anspruch") == 0
    assert wert(NOVEMBER, person(asylblg_gedeckt_durch_dritte=455), "asylblg_ablehnung") == AsylblgAblehnung.EINKOMMEN


def test_fuer_arbeit_unentbehrliches_vermoegen_bleibt_ausser_betracht():
    angaben = person(vermoegen_kfz=1_500, asylblg_vermoegen_unentbehrlich=1_500)
    assert wert(NOVEMBER, angaben, "asylblg_anspruch") == 45_500
    ohne = angaben | {"asylblg_vermoegen_unentbehrlich": 0}
    assert wert(NOVEMBER, ohne, "asylblg_ablehnung") == AsylblgAblehnung.VERMOEGEN


def test_die_bezahlkarte_aendert_die_hoehe_nicht():
    angaben = person(asylblg_bezahlkarte=True)
    assert wert(NOVEMBER, angaben, "asylblg_auf_bezahlkarte") == wert(NOVEMBER, angaben, "asylblg_anspruch") == 45_500
    assert wert("2024-05", angaben | {"asylblg_einreise_am": "2024-01-10"}, "asylblg_auf_bezahlkarte") == 0


def test_ohne_einreisetag_wird_gefragt():
    ohne = {k: v for k, v in person().items() if k != "asylblg_einreise_am"}
    with pytest.raises(FehlendeAngaben, match="asylblg_einreise_am|Beginn des ununterbrochenen Aufenthalts"):
        wert(NOVEMBER, ohne, "asylblg_anspruch")


def test_unterkunft_wird_nur_angemessen_uebernommen():
    personen = {"m": person(partner="f"), "f": person(partner="m")}
    kosten = {"miete_bruttokalt": 900, "heizkosten": 101, "angemessene_bruttokaltmiete": 700}
    ergebnis = rechne_fall(NOVEMBER, personen, ["asylblg_unterkunft"], **kosten)
    assert ergebnis.werte["asylblg_unterkunft"] == [40_050, 40_050]


@pytest.mark.parametrize(
    ("monat", "status", "grund"),
    [
        ("2019-08", "duldung", AsylblgAblehnung.AUSBILDUNG),
        ("2019-09", "duldung", AsylblgAblehnung.KEINE),
        ("2026-11", "aufenthaltsgestattung", AsylblgAblehnung.KEINE),
        ("2026-11", "ausreisepflichtig", AsylblgAblehnung.AUSBILDUNG),
    ],
)
def test_auszubildende_sind_bei_paragraf_2_seit_2019_kaum_noch_ausgeschlossen(monat, status, grund):
    angaben = person(aufenthaltsstatus=status, asylblg_einreise_am=LANGE, in_ausbildung=True)
    assert wert(monat, angaben, "asylblg_ablehnung") == grund


def test_mehrbedarfe_nach_paragraf_2_folgen_der_stufe_des_asylblg():
    """Volljährig unter 25 bei den Eltern: Stufe 3 statt 1, auch für den Mehrbedarf bei Schwangerschaft."""
    personen = {
        "mutter": person(asylblg_einreise_am=LANGE, geburtsdatum="1980-01-01"),
        "tochter": person(
            asylblg_einreise_am=LANGE,
            geburtsdatum="2004-01-01",
            elternteil_1="mutter",
            entbindung_voraussichtlich="2027-01-10",
        ),
    }
    ziele = ["regelbedarfsstufe_nummer", "regelbedarf", "mehrbedarf_schwangerschaft", "asylblg_analog_bedarf"]
    ergebnis = rechne_fall(NOVEMBER, personen, ziele, miete_bruttokalt=600)
    assert ergebnis.wert("regelbedarfsstufe_nummer", "tochter") == 3
    stufe_3 = ergebnis.wert("regelbedarf", "tochter")
    assert abs(ergebnis.wert("mehrbedarf_schwangerschaft", "tochter") - stufe_3 * 17 // 100) <= 1
    assert ergebnis.wert("regelbedarfsstufe_nummer", "mutter") == 1


def test_die_stufe_des_asylblg_gilt_nur_fuer_dessen_personenkreis():
    deutsche = {"m": {"geburtsdatum": "1980-01-01"}, "k": {"geburtsdatum": "2004-01-01", "elternteil_1": "m"}}
    ergebnis = rechne_fall(NOVEMBER, deutsche, ["regelbedarfsstufe_nummer"])
    assert ergebnis.wert("regelbedarfsstufe_nummer", "k") == 1


@pytest.mark.parametrize(("monat", "grund"), [("2022-07", "uebergang_24"), ("2026-11", "nicht_erfasst_24")])
def test_wer_nach_paragraf_24_noch_asylbewerberleistungen_erhaelt_bekommt_nichts_daneben(monat, grund):
    angaben = person(aufenthaltsstatus="aufenthalt_24", asylblg_grund=grund)
    ziele = ["kapitel", "sgb2_anspruch", "anspruch_sozialhilfe", "asylblg_personenkreis", "vorrang_lebensunterhalt"]
    ergebnis = rechne_fall(monat, {"a": angaben}, ziele, miete_bruttokalt=400)
    assert ergebnis["asylblg_personenkreis"] and ergebnis["kapitel"] == Kapitel.ASYLBLG
    assert ergebnis["sgb2_anspruch"] == ergebnis["anspruch_sozialhilfe"] == 0
