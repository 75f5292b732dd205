"""Hilfe zur Pflege: Siebtes Kapitel SGB XII."""

from sozialamt.leistungen.steckbrief import Abschnitt, Steckbrief
from sozialamt.leistungen.zahlung import Kostentraeger, Zahlbestandteil

STECKBRIEF = Steckbrief(
    schluessel="hilfe_zur_pflege",
    titel="Hilfe zur Pflege",
    kurz="HzP",
    rechtsgrundlage="§§ 61 bis 66a SGB XII",
    zustaendig="örtlicher oder überörtlicher Träger der Sozialhilfe nach Landesrecht (§ 97 SGB XII)",
    kostentraeger="Träger der Sozialhilfe",
    zahlung=(Zahlbestandteil("pflege", "Hilfe zur Pflege", Kostentraeger.KOMMUNE, norm="§ 63 SGB XII"),),
    statistik=("§ 121 Nr. 1 Buchst. d SGB XII", "§ 122 Abs. 3 SGB XII"),
    anspruch="hzp_anspruch",
    ebene="person",
    ablehnung="hzp_ablehnung",
    bogen=(
        Abschnitt(
            "Feststellungen",
            ("hzp_pflegegrad", "pflegekasse_anspruch", "hzp_volle_tage", "hzp_halbe_tage", "hzp_sachleistung_quote"),
            pflicht=("hzp_pflegegrad", "pflegekasse_anspruch"),
            nachrichtlich=True,
        ),
        Abschnitt(
            "Pflegegeld",
            ("hzp_pflegegeld_gekuerzt", "hzp_blindenleistung_anzurechnen", "hzp_pflegegeld_kasse", "hzp_pflegegeld"),
            nachrichtlich=True,
        ),
        Abschnitt(
            "Häusliche Pflege",
            (
                "hzp_pflegegeld",
                "hzp_pflegehilfe",
                "hzp_verhinderung",
                "pflege_andere_kosten",
                "hzp_arbeitgebermodell",
            ),
            summe="hzp_haeusliche_pflege",
        ),
        Abschnitt(
            "Teilstationäre Pflege und Kurzzeitpflege",
            ("hzp_tagespflege", "hzp_kurzzeit", "hzp_teilstationaer_uebriges"),
            summe="hzp_teilstationaer",
        ),
        Abschnitt(
            "Hilfsmittel, Wohnumfeld und Entlastung",
            ("hzp_pflegehilfsmittel", "hzp_wohnumfeld", "hzp_digital", "hzp_entlastungsbetrag"),
            summe="hzp_jeder_pflegegrad",
        ),
        Abschnitt(
            "Bedarf zu Hause",
            ("hzp_bedarf_haeuslich_brutto",),
            abzuege=("hzp_gleichartige_haeuslich",),
            summe="hzp_bedarf_haeuslich",
        ),
        Abschnitt(
            "Heimkosten",
            (
                "heim_pflegekosten",
                "heim_unterkunft_verpflegung",
                "heim_investitionskosten",
                "heim_leistungsmonate",
                "barbetrag",
            ),
            nachrichtlich=True,
        ),
        Abschnitt(
            "Eigenanteil im Heim",
            ("heim_entgelt",),
            abzuege=("heim_leistung_kasse", "heim_leistungszuschlag", "heim_gleichartige"),
            summe="heim_eigenanteil",
        ),
        Abschnitt(
            "Bedarf im Heim",
            ("pwg_anspruch", "heim_ungedeckt", "heim_lebensunterhalt", "hzp_bedarf_stationaer"),
            nachrichtlich=True,
        ),
        Abschnitt(
            "Einkommen",
            ("hzp_erwerb_netto", "hzp_uebrige_einnahmen"),
            abzuege=("hzp_erwerbsfreibetrag", "versicherungen_absetzung"),
            summe="hzp_einkommen",
        ),
        Abschnitt(
            "Einkommensgrenze",
            ("hzp_grundbetrag", "hzp_unterkunft", "hzp_familienzuschlaege", "hzp_einkommensgrenze"),
            nachrichtlich=True,
        ),
        Abschnitt(
            "Zumutbarer Einsatz",
            (
                "hzp_einkommen_gemeinsam",
                "hzp_ueberschuss",
                "hzp_einsatz_satz",
                "hzp_einsatz_ueber_grenze",
                "hzp_heim_verfuegbar",
                "hzp_fuer_lebensunterhalt",
            ),
            nachrichtlich=True,
        ),
        Abschnitt(
            "Vermögen",
            (
                "vermoegen_gemeinschaft",
                "schonbetrag_gemeinschaft",
                "hzp_vermoegen_zusatz_gemeinschaft",
                "hzp_vermoegen_ueberschuss",
            ),
            nachrichtlich=True,
        ),
        Abschnitt(
            "Anspruch",
            ("hzp_bedarf", "hzp_darlehen"),
            abzuege=("hzp_einsatz_einkommen", "hzp_einsatz_vermoegen"),
            summe="hzp_anspruch",
            pflicht=("hzp_bedarf",),
        ),
    ),
    hinweise=(
        "Lebensunterhalt im Heim und Barbetrag werden als Hilfe zum Lebensunterhalt oder Grundsicherung erbracht.",
    ),
)
