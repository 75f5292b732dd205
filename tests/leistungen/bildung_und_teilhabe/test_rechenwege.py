"""Single questions of the law, one answer each."""

import pytest
from tests.leistungen.bildung_und_teilhabe.but_faelle import kind, rechne_fall, wert

from sozialamt.leistungen.bildung_und_teilhabe.auswahl import ButAblehnung, ButRechtskreis

MAERZ = "2026-03"


@pytest.mark.parametrize("kreis", ["sgb_2", "kapitel_3", "asylblg", "bkgg"])
def test_der_rechtskreis_folgt_der_leistung_zum_lebensunterhalt(kreis):
    assert wert(MAERZ, kind(kreis), "but_rechtskreis") == ButRechtskreis.aus_schluessel(kreis)


def test_kinderzuschlag_fuehrt_in_das_bkgg():
    personen = kind("bkgg")
    personen["m"] |= {"wohngeld_bezug": 0, "kinderzuschlag_bezug": 100}
    assert wert(MAERZ, personen, "but_rechtskreis") == ButRechtskreis.BKGG


def test_ohne_wohngeld_und_kinderzuschlag_bleibt_es_beim_sgb_2_und_die_mittel_decken():
    personen = kind("bkgg", but_ausflug_kosten=12)
    personen["m"]["wohngeld_bezug"] = 0
    assert wert(MAERZ, personen, "but_rechtskreis") == ButRechtskreis.SGB_2
    assert wert(MAERZ, personen, "but_ablehnung") == ButAblehnung.GEDECKT


def test_volljaehrige_schueler_im_vierten_kapitel_erhalten_keine_teilhabe():
    person = {
        "geburtsdatum": "2006-01-10",
        "voll_erwerbsgemindert_dauerhaft": True,
        "schulbesuch": True,
        "but_teilhabe_kosten": 20,
        "but_ausflug_kosten": 10,
    }
    ergebnis = rechne_fall(MAERZ, {"k": person}, "but_rechtskreis", "but_teilhabe", "but_ausfluege")
    assert ergebnis["but_rechtskreis"] == ButRechtskreis.KAPITEL_4
    assert (ergebnis["but_teilhabe"], ergebnis["but_ausfluege"]) == (0, 1_000)


@pytest.mark.parametrize(
    ("geburtsdatum", "grund"),
    [
        ("2001-03-02", ButAblehnung.KEINE),
        ("2001-03-01", ButAblehnung.ALTERSGRENZE),
        ("2001-02-28", ButAblehnung.ALTERSGRENZE),
    ],
)
def test_bildung_endet_im_sgb_2_mit_25(geburtsdatum, grund):
    person = {"geburtsdatum": geburtsdatum, "schulbesuch": True, "but_ausflug_kosten": 10}
    assert wert(MAERZ, {"k": person}, "but_ablehnung") == grund


def test_das_sgb_12_kennt_keine_altersgrenze_fuer_bildung():
    person = {
        "geburtsdatum": "1996-01-10",
        "voll_erwerbsgemindert_befristet": True,
        "schulbesuch": True,
        "but_ausflug_kosten": 10,
    }
    assert wert(MAERZ, {"k": person}, "but_ausfluege") == 1_000


def test_ausbildungsverguetung_schliesst_bildung_im_sgb_2_aus():
    personen = kind(anspruch_auf_ausbildungsverguetung=True, but_ausflug_kosten=10)
    assert wert(MAERZ, personen, "but_ablehnung") == ButAblehnung.AUSBILDUNGSVERGUETUNG
    assert (
        wert(MAERZ, kind("kapitel_3", anspruch_auf_ausbildungsverguetung=True, but_ausflug_kosten=10), "but_ausfluege")
        == 1_000
    )


@pytest.mark.parametrize(("geburtsdatum", "leistung"), [("2008-03-02", 1_500), ("2008-03-01", 0)])
def test_teilhabe_endet_mit_18(geburtsdatum, leistung):
    assert wert(MAERZ, kind(geburtsdatum=geburtsdatum, but_teilhabe_kosten=30), "but_teilhabe") == leistung


def test_ohne_aufwendungen_keine_pauschale_fuer_teilhabe():
    assert wert(MAERZ, kind(geburtsdatum="2012-05-05"), "but_teilhabe") == 0
    assert (
        wert(MAERZ, kind(geburtsdatum="2012-05-05", but_teilhabe_kosten=1, but_teilhabe_weitere=40), "but_teilhabe")
        == 5_500
    )


def test_kinder_in_der_kita_haben_ausfluege_und_mittagessen_aber_keinen_schulbedarf():
    angaben = {
        "schulbesuch": False,
        "but_tageseinrichtung": True,
        "but_ausflug_kosten": 5,
        "but_mittagessen_kosten": 70,
    }
    personen = kind(geburtsdatum="2022-05-05", **angaben)
    ziele = ("but_ausfluege", "but_mittagsverpflegung", "but_schulbedarf")
    ergebnis = rechne_fall("2026-08", personen, *ziele)
    assert [ergebnis.wert(z, "k") for z in ziele] == [500, 7_000, 0]


def test_mittagessen_nur_in_schulischer_verantwortung():
    assert wert(MAERZ, kind(but_mittagessen_kosten=70, but_mittagessen_schulisch=False), "but_mittagsverpflegung") == 0


@pytest.mark.parametrize(
    ("aufnahme", "betraege"),
    [
        ("2024-11-04", {"2024-11": 13_000, "2025-02": 6_500}),
        ("2025-01-13", {"2025-01": 13_000, "2025-02": 6_500}),
        ("2024-01-15", {"2024-01": 11_600, "2024-02": 6_500}),
        ("2025-02-10", {"2025-02": 19_500, "2025-03": 0}),
        ("2024-05-06", {"2024-05": 11_600 + 6_500}),
        ("2025-08-20", {"2025-08": 13_000}),
    ],
)
def test_wer_spaeter_in_die_schule_kommt_erhaelt_den_schulbedarf_bei_der_aufnahme(aufnahme, betraege):
    for monat, betrag in betraege.items():
        assert wert(monat, kind(but_schulaufnahme_am=aufnahme), "but_schulbedarf") == betrag, monat


def test_nach_einer_unterbrechung_gibt_es_den_zweiten_teilbetrag():
    assert wert("2026-04", kind(but_schulwiederaufnahme_am="2026-04-13"), "but_schulbedarf") == 6_500
    assert wert("2025-12", kind(but_schulwiederaufnahme_am="2025-12-01"), "but_schulbedarf") == 0


def test_im_sgb_12_zaehlt_der_monat_des_ersten_schultags():
    assert wert("2026-09", kind("kapitel_3", but_schuljahr_monat=9), "but_schulbedarf") == 13_000
    assert wert("2026-08", kind("kapitel_3", but_schuljahr_monat=9), "but_schulbedarf") == 0
    assert wert("2026-09", kind("sgb_2", but_schuljahr_monat=9), "but_schulbedarf") == 0


def test_dritte_und_zumutbarer_schulweg_mindern_die_befoerderung():
    assert (
        wert(MAERZ, kind(but_befoerderung_kosten=49, but_befoerderung_dritte=30), "but_schuelerbefoerderung") == 1_900
    )
    assert (
        wert(MAERZ, kind(but_befoerderung_kosten=49, but_befoerderung_erforderlich=False), "but_schuelerbefoerderung")
        == 0
    )


def test_uebersteigende_mittel_gehen_zu_gleichen_teilen_auf_mehrere_kinder():
    personen = kind("kapitel_3", unterhalt=471, but_ausflug_kosten=50)
    personen["m"]["rente_gesetzlich"] = 563 + 30
    personen["k2"] = personen["k"] | {"geburtsdatum": "2009-05-05"}
    ergebnis = rechne_fall(MAERZ, personen, "but_mittel", "but_ausfluege")
    assert [ergebnis.wert("but_mittel", k) for k in ("k", "k2")] == [1_500, 1_500]
    assert [ergebnis.wert("but_ausfluege", k) for k in ("k", "k2")] == [3_500, 3_500]


def test_fehlender_antrag_und_kein_bedarf_sind_verschiedene_gruende():
    ohne = kind(but_lernfoerderung_bestaetigt=True, but_lernfoerderung_kosten=50, but_lernfoerderung_antrag=False)
    assert wert(MAERZ, ohne, "but_ablehnung") == ButAblehnung.ANTRAG
    assert wert(MAERZ, kind(), "but_ablehnung") == ButAblehnung.KEIN_BEDARF


def test_wer_nirgends_berechtigt_ist_erhaelt_nichts():
    personen = {"k": {"geburtsdatum": "2012-05-05", "schulbesuch": True, "aufenthaltsstatus": "eu_arbeitsuche"}}
    assert wert("2026-08", personen, "but_ablehnung") == ButAblehnung.NICHT_BERECHTIGT


def test_bei_einschraenkung_nach_paragraf_1a_entfaellt_bildung_und_teilhabe():
    einschraenkung = {"asylblg_einschraenkung": "nicht_vollziehbar", "asylblg_einschraenkung_ab": "2026-02-01"}
    assert wert(MAERZ, kind("asylblg", but_ausflug_kosten=10, **einschraenkung), "bildung_und_teilhabe") == 0
