"""Leistungen nach dem Asylbewerberleistungsgesetz.

Jeder Tag des Monats gehört zu einer Art: Grundleistungen (§ 3), Leistungen entsprechend dem SGB XII (§ 2) oder
eingeschränkte Leistungen (§ 1a). `asylblg_anspruch` ist der Geldbetrag, `asylblg_sachleistung` der Wert dessen,
was in Aufnahmeeinrichtungen und Unterkünften gestellt wird.
"""

from sozialamt.leistungen.steckbrief import Abschnitt, Erstattung, Erstattungsregel, Steckbrief
from sozialamt.leistungen.zahlung import Kostentraeger, Zahlbestandteil

STECKBRIEF = Steckbrief(
    schluessel="asylbewerberleistungen",
    titel="Asylbewerberleistungen",
    kurz="AsylbLG",
    rechtsgrundlage="§§ 1 ff. AsylbLG",
    zustaendig="nach Landesrecht bestimmte Behörde (§§ 10, 10a AsylbLG), in der Regel Sozialamt oder Ausländerbehörde",
    kostentraeger="Land oder Kommune nach Landesrecht (§ 10 AsylbLG)",
    zahlung=(Zahlbestandteil("geldleistung", "Geldleistung", Kostentraeger.KOMMUNE, norm="§§ 2, 3 AsylbLG"),),
    erstattung=Erstattung(
        von="Land",
        norm="§ 10 AsylbLG",
        regel=Erstattungsregel.KOPFPAUSCHALE,
        hinweis="Pauschalen oder Spitzabrechnung je nach Land (in Nordrhein-Westfalen FlüAG).",
    ),
    statistik=("§ 12 AsylbLG",),
    anspruch="asylblg_anspruch",
    ebene="person",
    ablehnung="asylblg_ablehnung",
    bogen=(
        Abschnitt(
            "Grundlage",
            ("asylblg_nummer", "asylblg_leistungsart", "asylblg_bedarfsstufe", "asylblg_tage"),
            pflicht=("asylblg_leistungsart", "asylblg_bedarfsstufe"),
            nachrichtlich=True,
        ),
        Abschnitt(
            "Sätze im vollen Monat",
            ("asylblg_satz_persoenlich", "asylblg_satz_notwendig", "asylblg_satz_wohnen", "asylblg_satz_analog"),
            nachrichtlich=True,
        ),
        Abschnitt(
            "Bedarf in Geld",
            ("asylblg_bedarf_grund", "asylblg_bedarf_analog", "asylblg_bedarf_kuerzung", "asylblg_bedarf_hausrat"),
            summe="asylblg_bedarf_geld",
        ),
        Abschnitt(
            "Sachleistungen",
            ("asylblg_sach_notwendig", "asylblg_sach_persoenlich", "asylblg_sach_eingeschraenkt"),
            summe="asylblg_sachleistung",
        ),
        Abschnitt(
            "Einkommen und Vermögen",
            ("asylblg_mittel", "asylblg_freibetrag_gewaehrt", "asylblg_aus_vermoegen"),
            summe="asylblg_eingesetzt",
            nachrichtlich=True,
        ),
        Abschnitt("Laufende Leistung", ("asylblg_bedarf_geld",), abzuege=("asylblg_abzug",), summe="asylblg_laufend"),
        Abschnitt(
            "Leistung in Geld",
            (
                "asylblg_laufend",
                "asylblg_sonstige_geld",
                "asylblg_aufwandsentschaedigung",
                "asylblg_sofortzuschlag",
                "asylblg_einmalzahlung",
            ),
            summe="asylblg_anspruch",
        ),
        Abschnitt(
            "Ansprüche neben dem Geldbetrag",
            (
                "asylblg_kostenerstattung",
                "asylblg_auf_bezahlkarte",
                "asylblg_krankenhilfe",
                "asylblg_schwangerschaftshilfe",
                "asylblg_hilfe_besondere_beduerfnisse",
            ),
            nachrichtlich=True,
        ),
    ),
)
