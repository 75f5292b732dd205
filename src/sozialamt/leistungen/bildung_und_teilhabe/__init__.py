"""Leistungen für Bildung und Teilhabe in allen Rechtskreisen: SGB II, SGB XII, AsylbLG, BKGG.

Jede Person erhält sie nach genau einem Gesetz (`but_rechtskreis`). Die Bedarfe folgen den Absätzen; Mittel, die
nach dem Lebensunterhalt übrig sind, decken sie in dieser Reihenfolge.
"""

from sozialamt.leistungen.steckbrief import Abschnitt, Erstattung, Steckbrief
from sozialamt.leistungen.zahlung import Kostentraeger, Zahlbestandteil

STECKBRIEF = Steckbrief(
    schluessel="bildung_und_teilhabe",
    titel="Bildung und Teilhabe",
    kurz="BuT",
    rechtsgrundlage="§§ 28 bis 30 SGB II, §§ 34 bis 34c SGB XII, § 3 Abs. 4 AsylbLG, § 6b BKGG",
    zustaendig="Kreis oder kreisfreie Stadt (§ 6 Abs. 1 Satz 1 Nr. 2 SGB II, § 34c SGB XII, § 13 Abs. 4 BKGG)",
    kostentraeger="Kreis oder kreisfreie Stadt; Land nach § 8 Abs. 4 BKGG",
    zahlung=(
        Zahlbestandteil(
            "ausfluege", "Ausflüge", Kostentraeger.KOMMUNE, "§ 28 Abs. 2 SGB II, § 34 Abs. 2 SGB XII", "but_ausfluege"
        ),
        Zahlbestandteil(
            "klassenfahrten",
            "Klassenfahrten",
            Kostentraeger.KOMMUNE,
            "§ 28 Abs. 2 SGB II, § 34 Abs. 2 SGB XII",
            "but_klassenfahrten",
        ),
        Zahlbestandteil(
            "schulbedarf",
            "Schulbedarf",
            Kostentraeger.KOMMUNE,
            "§ 28 Abs. 3 SGB II, § 34 Abs. 3 SGB XII",
            "but_schulbedarf",
        ),
        Zahlbestandteil(
            "schuelerbefoerderung",
            "Schülerbeförderung",
            Kostentraeger.KOMMUNE,
            "§ 28 Abs. 4 SGB II, § 34 Abs. 4 SGB XII",
            "but_schuelerbefoerderung",
        ),
        Zahlbestandteil(
            "lernfoerderung",
            "Lernförderung",
            Kostentraeger.KOMMUNE,
            "§ 28 Abs. 5 SGB II, § 34 Abs. 5 SGB XII",
            "but_lernfoerderung",
        ),
        Zahlbestandteil(
            "mittagsverpflegung",
            "Mittagsverpflegung",
            Kostentraeger.KOMMUNE,
            "§ 28 Abs. 6 SGB II, § 34 Abs. 6 SGB XII",
            "but_mittagsverpflegung",
        ),
        Zahlbestandteil(
            "teilhabe",
            "Soziale und kulturelle Teilhabe",
            Kostentraeger.KOMMUNE,
            "§ 28 Abs. 7 SGB II, § 34 Abs. 7 SGB XII",
        ),
    ),
    erstattung=Erstattung(
        von="Bund",
        norm="§ 46 Abs. 8 SGB II",
        hinweis="Der Bund beteiligt sich über einen Zuschlag zur Quote für Unterkunft und Heizung (BBFestV).",
    ),
    statistik=("§ 53 SGB II", "§ 122 Abs. 1 SGB XII", "§ 128c SGB XII", "§ 12 Abs. 2 Nr. 1 Buchst. e AsylbLG"),
    anspruch="bildung_und_teilhabe",
    ebene="person",
    ablehnung="but_ablehnung",
    bogen=(
        Abschnitt("Grundlage", ("but_rechtskreis",), pflicht=("but_rechtskreis",), nachrichtlich=True),
        Abschnitt(
            "Bedarfe",
            (
                "but_bedarf_ausfluege",
                "but_bedarf_klassenfahrten",
                "but_bedarf_schulbedarf",
                "but_bedarf_schuelerbefoerderung",
                "but_bedarf_lernfoerderung",
                "but_bedarf_mittagsverpflegung",
                "but_bedarf_teilhabe",
            ),
            summe="but_bedarf",
        ),
        Abschnitt("Einzusetzende Mittel", ("but_mittel",), nachrichtlich=True),
        Abschnitt(
            "Leistungen",
            (
                "but_ausfluege",
                "but_klassenfahrten",
                "but_schulbedarf",
                "but_schuelerbefoerderung",
                "but_lernfoerderung",
                "but_mittagsverpflegung",
                "but_teilhabe",
            ),
            summe="bildung_und_teilhabe",
        ),
        Abschnitt("Form", ("but_in_geld",), nachrichtlich=True),
    ),
)
