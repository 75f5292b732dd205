"""Income per person: § 82 Abs. 1 to 3, 6 SGB XII and the ordinance on § 82."""

import pytest

from tests.recht.sozialhilfe.bedarfsfall import ERWERBSGEMINDERT, RENTNERIN, eine_person

SCHUELER = {"geburtsdatum": "2007-09-01", "erwerbsfaehig": False, "junge_erwerbstaetige": "schule", "schulbesuch": True}


def anzurechnen(monat, regel="erwerb_anzurechnen", person=RENTNERIN, einstellungen=None, **angaben):
    return eine_person(monat, regel, person | angaben, einstellungen=einstellungen)


@pytest.mark.parametrize(
    ("monat", "brutto", "frei"),
    [
        ("2019-12", 1000, 21200),
        ("2020-01", 1000, 21600),
        ("2021-01", 1000, 22300),
        ("2022-01", 1000, 22450),
        ("2023-01", 1000, 25100),
        ("2024-01", 1000, 28150),
        ("2026-12", 1000, 28150),
        ("2026-12", 333.33, 10000),
        ("2026-12", 0.05, 2),
    ],
)
def test_erwerbsfreibetrag_ist_30_prozent_hoechstens_die_halbe_stufe_1(monat, brutto, frei):
    assert anzurechnen(monat, "erwerbsfreibetrag", erwerbseinkommen_brutto=brutto) == frei


def test_streitfrage_brutto_oder_netto_ist_eine_einstellung():
    lohn = {"erwerbseinkommen_brutto": 500, "erwerbseinkommen_sozialversicherung": 100}
    assert anzurechnen("2025-01", **lohn) == 40000 - 15000
    netto = {"bemessung_erwerbsfreibetrag": "netto"}
    assert anzurechnen("2025-01", einstellungen=netto, **lohn) == 40000 - 12000


def test_neben_eingliederungshilfe_gelten_40_prozent_und_65_prozent_der_stufe_1():
    egh = {"bezieht_hilfe_zur_pflege_oder_eingliederung": True}
    assert anzurechnen("2025-01", "erwerbsfreibetrag", erwerbseinkommen_brutto=500, **egh) == 20000
    assert anzurechnen("2025-01", "erwerbsfreibetrag", erwerbseinkommen_brutto=2000, **egh) == 36595


def test_in_begruendetem_fall_gilt_ein_anderer_betrag():
    assert (
        anzurechnen(
            "2025-01",
            erwerbseinkommen_brutto=500,
            erwerbsfreibetrag_abweichend=True,
            erwerbsfreibetrag_abweichend_betrag=200,
        )
        == 30000
    )


@pytest.mark.parametrize(
    ("angaben", "ausgaben"),
    [
        ({"arbeitsmittel_notwendig": True}, 520),
        ({"arbeitsmittel_notwendig": True, "arbeitsmittel_nachgewiesen": 12}, 1200),
        ({"arbeitsmittel_notwendig": True, "arbeitsmittel_nachgewiesen": 3}, 520),
        ({"arbeitsweg_verkehrsmittel": "oeffentlich", "arbeitsweg_zeitkarte": 63}, 6300),
        ({"arbeitsweg_verkehrsmittel": "kraftwagen", "arbeitsweg_zeitkarte": 63, "arbeitsweg_kilometer": 30}, 6300),
        (
            {"arbeitsweg_verkehrsmittel": "kraftwagen", "arbeitsweg_oepnv_zumutbar": False, "arbeitsweg_kilometer": 30},
            15600,
        ),
        (
            {"arbeitsweg_verkehrsmittel": "kraftwagen", "arbeitsweg_oepnv_zumutbar": False, "arbeitsweg_kilometer": 55},
            20800,
        ),
        (
            {"arbeitsweg_verkehrsmittel": "motorrad", "arbeitsweg_oepnv_zumutbar": False, "arbeitsweg_kilometer": 10},
            2300,
        ),
        (
            {
                "arbeitsweg_verkehrsmittel": "fahrrad_mit_motor",
                "arbeitsweg_oepnv_zumutbar": False,
                "arbeitsweg_kilometer": 10,
            },
            1300,
        ),
        (
            {
                "arbeitsweg_verkehrsmittel": "kleinstkraftwagen",
                "arbeitsweg_oepnv_zumutbar": False,
                "arbeitsweg_kilometer": 10,
            },
            3700,
        ),
        ({"doppelter_haushalt_mehraufwand": 200, "familienheimfahrt": 40}, 17000),
        ({"berufsverband_beitrag": 8.5, "werbungskosten_sonstige": 20}, 2850),
    ],
)
def test_notwendige_ausgaben_nach_der_verordnung(angaben, ausgaben):
    assert anzurechnen("2025-01", "notwendige_ausgaben", **angaben) == ausgaben


def test_ausgaben_gleichen_andere_einkommen_nicht_aus():
    person = {"erwerbseinkommen_brutto": 3, "arbeitsmittel_notwendig": True, "rente_gesetzlich": 400}
    assert anzurechnen("2025-01", "einkommen_bereinigt", **person) == 40000


def test_freibetrag_gilt_auch_fuer_selbstaendige_einkuenfte():
    angaben = {"einkommen_selbststaendig": 300, "selbststaendig_steuern": 10, "selbststaendig_pflichtbeitraege": 20}
    assert anzurechnen("2025-01", **angaben) == 27000 - 9000


@pytest.mark.parametrize(
    ("monat", "entgelt", "frei"),
    [
        ("2019-01", 100, 7650),
        ("2024-01", 50, 5000),
        ("2024-01", 70.38, 7038),
        ("2024-01", 200, 13519),
        ("2022-06", 150, 10307),
    ],
)
def test_werkstattentgelt_achtel_und_haelfte(monat, entgelt, frei):
    person = {"geburtsdatum": "1985-02-10", "wfbm_bereich": "arbeitsbereich", "wfbm_entgelt": entgelt}
    assert eine_person(monat, "wfbm_freibetrag", person) == frei


@pytest.mark.parametrize(
    ("monat", "ehrenamt", "frei", "angerechnet"),
    [
        ("2020-12", 240, 20000, 4000),
        ("2021-01", 240, 24000, 0),
        ("2022-12", 300, 25000, 5000),
        ("2023-01", 300, 30000, 0),
    ],
)
def test_ehrenamt_bis_2022_monatlich_danach_im_kalenderjahr(monat, ehrenamt, frei, angerechnet):
    person = {"nebentaetigkeit_steuerfrei": ehrenamt}
    assert anzurechnen(monat, "taetigkeit_kein_einkommen", **person) == frei
    assert anzurechnen(monat, "einkommen_bereinigt", **person) == angerechnet


@pytest.mark.parametrize(("monat", "jahresbetrag"), [("2023-11", 3000), ("2025-12", 3000), ("2026-01", 3300)])
def test_ehrenamt_ueber_dem_jahresbetrag_ist_erwerbseinkommen(monat, jahresbetrag):
    person = {"nebentaetigkeit_steuerfrei": 300, "nebentaetigkeit_steuerfrei_bisher": jahresbetrag - 100}
    assert anzurechnen(monat, "ehrenamt_als_erwerb", **person) == 20000
    assert anzurechnen(monat, "einkommen_bereinigt", **person) == 14000


def test_betreuerpauschale_bis_juni_2021_wie_ehrenamt_danach_im_kalenderjahr():
    person = {"betreuerpauschale": 400}
    assert anzurechnen("2021-06", "einkommen_bereinigt", **person) == 15000
    assert anzurechnen("2021-07", "einkommen_bereinigt", **person) == 0


def test_genutzter_betrag_fuer_ehrenamt_mindert_den_hoechstbetrag_des_erwerbsfreibetrags():
    person = {"nebentaetigkeit_steuerfrei": 100, "erwerbseinkommen_brutto": 1000}
    assert anzurechnen("2022-06", "erwerbsfreibetrag", **person) == 22450 - 10000
    voll = person | {"nebentaetigkeit_steuerfrei": 250}
    assert anzurechnen("2022-06", "erwerbsfreibetrag", **voll) == 0


def test_taschengeld_im_freiwilligendienst_nach_alter():
    jung = ERWERBSGEMINDERT | {
        "geburtsdatum": "2004-03-01",
        "junge_erwerbstaetige": "freiwilligendienst",
        "freiwilligendienst_taschengeld": 600,
    }
    assert eine_person("2023-12", "einkommen_bereinigt", jung) == 35000
    assert eine_person("2024-01", "einkommen_bereinigt", jung) == 6200 - 1860
    alt = jung | {"geburtsdatum": "1990-03-01"}
    assert eine_person("2024-01", "einkommen_bereinigt", alt) == 35000


@pytest.mark.parametrize(
    ("monat", "frei"), [("2022-12", 0), ("2023-01", 52000), ("2024-01", 53800), ("2025-01", 55600), ("2026-01", 60300)]
)
def test_schueler_duerfen_bis_zur_grenze_verdienen(monat, frei):
    person = SCHUELER | {"erwerbseinkommen_brutto": 700}
    assert eine_person(monat, "junge_erwerbstaetige_kein_einkommen", person) == frei


def test_beguenstigung_endet_drei_monate_nach_der_schule_und_mit_25():
    person = SCHUELER | {
        "junge_erwerbstaetige": "schule_beendet",
        "schulende_am": "2026-06-30",
        "erwerbseinkommen_brutto": 500,
    }
    assert eine_person("2026-09", "junge_erwerbstaetige_kein_einkommen", person) == 50000
    assert eine_person("2026-10", "junge_erwerbstaetige_kein_einkommen", person) == 0
    aelter = SCHUELER | {"geburtsdatum": "2001-11-15", "erwerbseinkommen_brutto": 500}
    assert eine_person("2026-10", "junge_erwerbstaetige_kein_einkommen", aelter) == 50000
    assert eine_person("2026-11", "junge_erwerbstaetige_kein_einkommen", aelter) == 0


def test_ferienarbeit_ist_seit_2023_kein_einkommen():
    person = SCHUELER | {"ferienjob_brutto": 2000}
    assert eine_person("2022-08", "erwerb_brutto", person) == 200000
    assert eine_person("2023-08", "erwerb_brutto", person) == 0
    auszubildend = person | {"anspruch_auf_ausbildungsverguetung": True}
    assert eine_person("2023-08", "erwerb_brutto", auszubildend) == 200000


WERKSTATT = {"geburtsdatum": "1985-02-10", "wfbm_bereich": "arbeitsbereich", "wfbm_entgelt": 180}


def test_notwendige_ausgaben_mindern_auch_das_werkstattentgelt():
    """Ein Achtel von 563 ist 70,38; dazu die Hälfte von 109,62."""
    assert anzurechnen("2026-11", "wfbm_anzurechnen", WERKSTATT) == 18000 - 12519
    mit_arbeitsmitteln = WERKSTATT | {"arbeitsmittel_notwendig": True}
    assert anzurechnen("2026-11", "wfbm_anzurechnen", mit_arbeitsmitteln) == 18000 - 12519 - 520


def test_neben_anderem_lohn_werden_notwendige_ausgaben_nur_einmal_abgesetzt():
    beides = WERKSTATT | {"arbeitsmittel_notwendig": True, "erwerbseinkommen_brutto": 2}
    assert anzurechnen("2026-11", "erwerb_absetzungen", beides) == 200
    assert anzurechnen("2026-11", "wfbm_absetzungen", beides) == 320


def test_der_freibetrag_vom_werkstattentgelt_laesst_nie_mehr_frei_als_bleibt():
    klein = WERKSTATT | {"wfbm_entgelt": 50, "arbeitsmittel_notwendig": True}
    assert anzurechnen("2026-11", "wfbm_freibetrag", klein) == 4480
    assert anzurechnen("2026-11", "wfbm_anzurechnen", klein) == 0


def test_werkstattentgelt_brutto_oder_netto_ist_eine_einstellung():
    """LSG Sachsen-Anhalt L 8 SO 13/12 B ER: 178,56 Euro mit 26 Euro Arbeitsförderungsgeld, frei 71,90 Euro."""
    person = WERKSTATT | {"wfbm_entgelt": 152.56, "arbeitsmittel_notwendig": True}
    netto = {"bemessung_wfbm_freibetrag": "netto"}
    assert anzurechnen("2012-01", "wfbm_freibetrag", person, einstellungen=netto) == 7190
    assert anzurechnen("2012-01", "wfbm_freibetrag", person) == 7320


def test_taschengeld_zeigt_den_freiwilligendienst_an():
    person = ERWERBSGEMINDERT | {"geburtsdatum": "2004-06-14", "freiwilligendienst_taschengeld": 400}
    assert anzurechnen("2024-02", "einkommen_bereinigt", person) == 0
