"""Grundsicherung im Alter und bei Erwerbsminderung: Viertes Kapitel SGB XII."""

from sozialamt.leistungen.sozialhilfebogen import BEDARF, MITTEL, lebensunterhalt
from sozialamt.leistungen.steckbrief import Abschnitt, Erstattung, Erstattungsregel, Steckbrief
from sozialamt.leistungen.zahlung import Kostentraeger

STECKBRIEF = Steckbrief(
    schluessel="grundsicherung_alter_erwerbsminderung",
    titel="Grundsicherung im Alter und bei Erwerbsminderung",
    kurz="GSiAE",
    rechtsgrundlage="§§ 41 bis 46b SGB XII",
    zustaendig="nach Landesrecht bestimmter Träger (§ 46b Abs. 1 SGB XII)",
    kostentraeger="Bund (Erstattung an das Land)",
    zahlung=lebensunterhalt(Kostentraeger.BUND, "§ 42 SGB XII"),
    erstattung=Erstattung(
        von="Bund",
        norm="§ 46a Abs. 1 SGB XII",
        regel=Erstattungsregel.VOLL,
        getrennt_nach=("nachweis_wohnform", "nachweis_grund"),
        hinweis="Erstattet werden die Nettoausgaben in voller Höhe.",
    ),
    statistik=("§ 128a SGB XII",),
    anspruch="gsiae_anspruch",
    ebene="person",
    ablehnung="gsiae_ablehnung",
    vorlaeufig="§ 44a SGB XII",
    bogen=(
        *BEDARF,
        Abschnitt("Gesamtbedarf", ("gsiae_bedarf",), nachrichtlich=True),
        *MITTEL,
        Abschnitt(
            "Anspruch im vollen Monat",
            ("ungedeckter_bedarf", "darlehen_vermoegen"),
            abzuege=(
                "einkommen_der_gemeinschaft",
                "haushaltsgemeinschaft_anzurechnen",
                "vermoegen_einsatz",
                "hlu_voller_monat",
                "anspruch_anderes_recht",
            ),
            summe="gsiae_voller_monat",
        ),
        Abschnitt(
            "Zahlungsanspruch",
            ("gsiae_voller_monat", "gsiae_einmalzahlung"),
            abzuege=("gsiae_tage_ohne_leistung",),
            summe="gsiae_anspruch",
            pflicht=("gsiae_voller_monat",),
        ),
        Abschnitt(
            "Nachrichtlich",
            (
                "gsiae_darlehen",
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
