"""Hilfe zum Lebensunterhalt: Drittes Kapitel SGB XII."""

from sozialamt.leistungen.sozialhilfebogen import BEDARF, MITTEL, lebensunterhalt
from sozialamt.leistungen.steckbrief import Abschnitt, Steckbrief
from sozialamt.leistungen.zahlung import Kostentraeger

STECKBRIEF = Steckbrief(
    schluessel="hilfe_zum_lebensunterhalt",
    titel="Hilfe zum Lebensunterhalt",
    kurz="HLU",
    rechtsgrundlage="§§ 27 bis 39 SGB XII",
    zustaendig="örtlicher Träger der Sozialhilfe (§ 97 Abs. 1 SGB XII)",
    kostentraeger="örtlicher Träger der Sozialhilfe",
    zahlung=lebensunterhalt(Kostentraeger.KOMMUNE, "§ 27a SGB XII"),
    statistik=("§ 122 Abs. 1 SGB XII",),
    anspruch="hlu_anspruch",
    ebene="person",
    ablehnung="hlu_ablehnung",
    bogen=(
        *BEDARF,
        Abschnitt("Bedarf nach dem Dritten Kapitel", ("hlu_bedarf",), nachrichtlich=True),
        *MITTEL,
        Abschnitt(
            "Anspruch im vollen Monat",
            ("ungedeckter_bedarf", "darlehen_vermoegen"),
            abzuege=(
                "einkommen_der_gemeinschaft",
                "haushaltsgemeinschaft_anzurechnen",
                "vermoegen_einsatz",
                "gsiae_voller_monat",
                "anspruch_anderes_recht",
            ),
            summe="hlu_voller_monat",
        ),
        Abschnitt(
            "Zahlungsanspruch",
            ("hlu_voller_monat", "hlu_sofortzuschlag", "hlu_einmalzahlung"),
            abzuege=("hlu_tage_ohne_leistung",),
            summe="hlu_anspruch",
            pflicht=("hlu_voller_monat",),
        ),
        Abschnitt(
            "Nachrichtlich",
            (
                "hlu_darlehen",
                "bedarf_einrichtung",
                "instandhaltung_darlehen",
                "bw_eingliederungshilfe",
                "unterhalt_uebergang_eltern",
                "unterhalt_uebergang_eltern_pflege",
                "entschaedigungsleistungen",
                "vermoegen_nachrichtlich",
            ),
            nachrichtlich=True,
        ),
    ),
)
