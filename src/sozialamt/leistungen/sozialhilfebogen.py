"""Abschnitte des Berechnungsbogens, die das Dritte und das Vierte Kapitel SGB XII teilen."""

from sozialamt.leistungen.steckbrief import Abschnitt
from sozialamt.leistungen.zahlung import Kostentraeger, Zahlbestandteil

BEDARF = (
    Abschnitt(
        "Feststellungen",
        (
            "kapitel",
            "ausschluss_sozialhilfe",
            "ersuchen_rentenversicherung",
            "vorrangige_leistung",
            "leistungstage",
        ),
        pflicht=("kapitel", "leistungstage"),
        nachrichtlich=True,
    ),
    Abschnitt(
        "Mehrbedarfe",
        (
            "mehrbedarf_merkzeichen_g",
            "mehrbedarf_schwangerschaft",
            "mehrbedarf_alleinerziehung",
            "mehrbedarf_ausbildung_behinderung",
            "mehrbedarf_ernaehrung",
            "mehrbedarf_warmwasser",
            "mehrbedarf_mittagsverpflegung",
            "mehrbedarf_schulbuecher",
            "mehrbedarf_unabweisbar",
        ),
        abzuege=("mehrbedarf_kappung",),
        summe="mehrbedarf_summe",
    ),
    Abschnitt(
        "Bedarf",
        (
            "regelbedarf",
            "mehrbedarf_summe",
            "bedarf_einmalig",
            "bedarf_kranken_pflegeversicherung",
            "bedarf_vorsorge",
            "bedarf_unterkunft",
            "bedarf_heizung",
            "bedarf_weiterer_lebensunterhalt",
        ),
        summe="bedarf_lebensunterhalt",
        pflicht=("regelbedarf", "bedarf_unterkunft", "bedarf_heizung"),
    ),
)
"""Von den Feststellungen bis zum notwendigen Lebensunterhalt."""

MITTEL = (
    Abschnitt(
        "Erwerbseinkommen",
        ("erwerb_brutto", "einkommen_selbststaendig"),
        abzuege=("erwerb_absetzungen", "selbststaendig_absetzungen", "erwerbsfreibetrag"),
        summe="erwerb_anzurechnen",
    ),
    Abschnitt(
        "Werkstattentgelt",
        ("wfbm_entgelt",),
        abzuege=("wfbm_absetzungen", "wfbm_freibetrag"),
        summe="wfbm_anzurechnen",
    ),
    Abschnitt(
        "Renten",
        (
            "rente_pflichtbeitraege",
            "rente_hinterbliebene_anzurechnen",
            "rente_sondersystem",
            "rente_unfall_anzurechnen",
            "altersvorsorge_brutto",
        ),
        abzuege=("renten_absetzungen", "altersvorsorge_frei", "grundrentenzeiten_frei"),
        summe="renten_anzurechnen",
    ),
    Abschnitt(
        "Übrige Einnahmen",
        (
            "entgeltersatz_anzurechnen",
            "unterhalt_anzurechnen",
            "vermoegensertraege_anzurechnen",
            "zuwendungen_anzurechnen",
            "zweckbestimmte_anzurechnen",
            "geldeswert_anzurechnen",
            "taetigkeit_anzurechnen",
        ),
        summe="uebriges_anzurechnen",
    ),
    Abschnitt(
        "Einkommen",
        (
            "erwerb_anzurechnen",
            "wfbm_anzurechnen",
            "renten_anzurechnen",
            "uebriges_anzurechnen",
            "kindergeld_anzurechnen",
            "einmalige_einnahme_anzurechnen",
        ),
        abzuege=("versicherungen_absetzung",),
        summe="einkommen_bereinigt",
    ),
    Abschnitt(
        "Vermögen",
        ("vermoegen_gemeinschaft",),
        abzuege=("vermoegen_geschont",),
        summe="vermoegen_ueberschuss",
    ),
    Abschnitt(
        "Eigenes Vermögen der Kinder",
        ("vermoegen_ueberschuss_kind",),
        nachrichtlich=True,
    ),
    Abschnitt(
        "Ungedeckter Bedarf",
        ("bedarf_lebensunterhalt", "ueberschuss"),
        abzuege=("einkommen_bereinigt",),
        summe="ungedeckter_bedarf",
    ),
)
"""Einkommen und Vermögen bis zum ungedeckten Bedarf."""


def lebensunterhalt(traeger: Kostentraeger, norm: str) -> tuple[Zahlbestandteil, ...]:
    """Bestandteile des Lebensunterhalts nach dem Dritten und Vierten Kapitel."""
    return (
        Zahlbestandteil("unterkunft", "Unterkunft", traeger, "§§ 35, 42a SGB XII", "bedarf_unterkunft"),
        Zahlbestandteil("heizung", "Heizung", traeger, "§§ 35, 42a SGB XII", "bedarf_heizung"),
        Zahlbestandteil(
            "versicherung",
            "Kranken- und Pflegeversicherung",
            traeger,
            "§ 32 SGB XII",
            "bedarf_kranken_pflegeversicherung",
        ),
        Zahlbestandteil("lebensunterhalt", "Lebensunterhalt", traeger, norm),
    )
