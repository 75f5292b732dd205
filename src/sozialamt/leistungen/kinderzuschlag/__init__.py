"""Kinderzuschlag nach § 6a Bundeskindergeldgesetz."""

from sozialamt.leistungen.steckbrief import Abschnitt, Steckbrief

STECKBRIEF = Steckbrief(
    schluessel="kinderzuschlag",
    titel="Kinderzuschlag",
    kurz="KiZ",
    rechtsgrundlage="§ 6a BKGG",
    zustaendig="Familienkasse der Bundesagentur für Arbeit (§ 7 BKGG)",
    kostentraeger="Bund (§ 8 BKGG)",
    anspruch="kinderzuschlag",
    ebene="bedarfsgemeinschaft",
    ablehnung="kinderzuschlag_ablehnung",
    bogen=(
        Abschnitt("Kinder", ("kinderzuschlag_je_kind",), summe="kinderzuschlag_gesamt"),
        Abschnitt(
            "Gesamtbedarf der Eltern",
            ("kinderzuschlag_lebensunterhalt_eltern", "kinderzuschlag_unterkunft_eltern"),
            summe="kinderzuschlag_bedarf_eltern",
        ),
        Abschnitt(
            "Einkommen der Eltern",
            ("kinderzuschlag_brutto_eltern", "kinderzuschlag_einkommen_eltern", "kinderzuschlag_erwerb_eltern"),
            nachrichtlich=True,
        ),
        Abschnitt(
            "Vermeidung von Hilfebedürftigkeit",
            ("kinderzuschlag_bedarf_bg",),
            abzuege=(
                "kinderzuschlag_einkommen_bg",
                "kinderzuschlag_kindergeld_bg",
                "kinderzuschlag_betrag",
                "kinderzuschlag_wohngeld",
            ),
            summe="kinderzuschlag_fehlbetrag",
            nachrichtlich=True,
        ),
        Abschnitt(
            "Kinderzuschlag",
            ("kinderzuschlag_gesamt",),
            abzuege=("kinderzuschlag_minderung", "kinderzuschlag_vermoegensminderung"),
            summe="kinderzuschlag",
            nachrichtlich=True,
        ),
    ),
    hinweise=(
        "Das Sozialamt prüft den Kinderzuschlag nur als vorrangige Leistung (§ 12a SGB II).",
        "Der Kinderfreizeitbonus für August 2021 (§ 6d BKGG) wird nur beim SGB II und AsylbLG gerechnet.",
    ),
)
