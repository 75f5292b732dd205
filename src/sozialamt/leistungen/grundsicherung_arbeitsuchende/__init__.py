"""Grundsicherung für Arbeitsuchende (SGB II): Arbeitslosengeld II, Bürgergeld, Grundsicherungsgeld."""

from sozialamt.leistungen.steckbrief import Abschnitt, Erstattung, Erstattungsregel, Steckbrief
from sozialamt.leistungen.zahlung import Kostentraeger, Zahlbestandteil

STECKBRIEF = Steckbrief(
    schluessel="grundsicherung_arbeitsuchende",
    titel="Grundsicherungsgeld",
    kurz="SGB II",
    rechtsgrundlage="§§ 7 bis 12, 19 bis 23, 27, 31 bis 32, 41, 65a bis 73 SGB II",
    namen=(
        ("2005-01-01", "Arbeitslosengeld II und Sozialgeld"),
        ("2023-01-01", "Bürgergeld"),
        ("2026-07-01", "Grundsicherungsgeld"),
    ),
    zustaendig="Jobcenter",
    kostentraeger="Bund; kommunaler Träger für Unterkunft und Heizung (§ 6 Abs. 1 SGB II)",
    zahlung=(
        Zahlbestandteil(
            "unterkunft", "Unterkunft und Heizung", Kostentraeger.KOMMUNE, "§ 22 SGB II", "sgb2_anspruch_unterkunft"
        ),
        Zahlbestandteil("lebensunterhalt", "Lebensunterhalt", Kostentraeger.BUND, "§ 20 SGB II"),
    ),
    erstattung=Erstattung(
        von="Bund",
        norm="§ 46 Abs. 5 bis 11 SGB II",
        regel=Erstattungsregel.QUOTE_UNTERKUNFT,
        bestandteile=("unterkunft",),
        hinweis="Beteiligung an den Leistungen für Unterkunft und Heizung nach Land und Jahr (BBFestV).",
    ),
    statistik=("§§ 51b, 53 SGB II",),
    anspruch="sgb2_anspruch",
    ebene="person",
    ablehnung="sgb2_ablehnung",
    vorlaeufig="§ 41a SGB II",
    bogen=(
        Abschnitt(
            "Mehrbedarfe",
            (
                "sgb2_mehrbedarf_begrenzt",
                "sgb2_mehrbedarf_merkzeichen_g",
                "sgb2_haertefallbedarf",
                "sgb2_mehrbedarf_warmwasser",
            ),
            summe="sgb2_mehrbedarf",
        ),
        Abschnitt(
            "Bedarf",
            ("sgb2_regelbedarf", "sgb2_mehrbedarf", "sgb2_unterkunft"),
            summe="sgb2_bedarf",
            pflicht=("sgb2_regelbedarf", "sgb2_unterkunft"),
        ),
        Abschnitt(
            "Erwerbseinkommen",
            ("sgb2_erwerb_brutto",),
            abzuege=("sgb2_erwerb_abzuege", "sgb2_absetzbetrag_erwerb", "sgb2_erwerbsfreibetrag"),
            summe="sgb2_erwerb_bereinigt",
            nachrichtlich=True,
        ),
        Abschnitt(
            "Andere Einnahmen",
            ("sgb2_andere_einnahmen", "sgb2_ausbildungsfoerderung"),
            abzuege=("sgb2_absetzbetrag_sonstiges",),
            summe="sgb2_sonstiges_bereinigt",
            nachrichtlich=True,
        ),
        Abschnitt(
            "Eigenes Einkommen",
            ("sgb2_einkommen_laufend", "sgb2_einmalig"),
            summe="sgb2_einkommen",
            pflicht=("sgb2_einkommen_laufend",),
        ),
        Abschnitt("Kindergeld", ("sgb2_kindergeld_benoetigt", "sgb2_kindergeld_ueberhang"), summe="sgb2_kindergeld"),
        Abschnitt(
            "Vermögen",
            ("sgb2_vermoegen", "sgb2_vermoegensfreibetrag", "sgb2_vermoegen_kind", "sgb2_vermoegenseinsatz"),
            nachrichtlich=True,
        ),
        Abschnitt(
            "Bedarfsgemeinschaft",
            ("sgb2_bedarf_bg",),
            abzuege=("sgb2_einkommen_bg", "sgb2_vermoegenseinsatz"),
            summe="sgb2_ungedeckt_bg",
            nachrichtlich=True,
        ),
        Abschnitt(
            "Anspruch",
            ("sgb2_leistung", "sgb2_leistung_auszubildende", "sgb2_sofortzuschlag", "sgb2_einmalzahlung"),
            abzuege=("sgb2_minderung",),
            summe="sgb2_anspruch",
            pflicht=("sgb2_leistung",),
        ),
        Abschnitt(
            "Aufteilung",
            ("sgb2_anspruch_bg", "sgb2_anspruch_unterkunft", "sgb2_sachleistung", "sgb2_auszahlung"),
            nachrichtlich=True,
        ),
    ),
    hinweise=(
        "Zuschüsse zu Versicherungsbeiträgen (§ 26), abweichende Erbringung (§ 24) und Leistungen zur Eingliederung "
        "werden nicht berechnet.",
    ),
)
