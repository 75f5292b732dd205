"""Schwerbehindertenrecht: Feststellung, Ausweis und Nachteilsausgleiche.

Keine laufende Geldleistung. Als Monatsbetrag gilt `schwb_geldwert`: was der Haushalt durch die Nachteilsausgleiche im
Monat spart, soweit das Sozialamt es beziffern kann (erlassener Eigenanteil der Wertmarke, Rundfunkbeitrag). Steuer,
Zusatzurlaub, Parken und Fahrdienst stehen daneben als Ansprüche ohne Geldbetrag.
"""

from sozialamt.leistungen.steckbrief import Abschnitt, Erstattung, Steckbrief

STECKBRIEF = Steckbrief(
    schluessel="schwerbehindertenrecht",
    titel="Nachteilsausgleiche für schwerbehinderte Menschen",
    kurz="SchwbR",
    rechtsgrundlage="§§ 151 ff., 208, 209, 228 bis 230 SGB IX, SchwbAwV",
    zustaendig="nach Landesrecht, in Nordrhein-Westfalen Kreise und kreisfreie Städte (§ 152 Abs. 1 Satz 7 SGB IX)",
    kostentraeger="Bund und Land für die Fahrgeldausfälle (§ 234 SGB IX)",
    erstattung=Erstattung(
        von="Bund und Land",
        norm="§§ 231 bis 235 SGB IX",
        hinweis="Fahrgeldausfälle werden den Verkehrsunternehmen erstattet; die Verwaltungskosten trägt die Kommune.",
    ),
    statistik=("§ 214 SGB IX",),
    anspruch="schwb_geldwert",
    ebene="person",
    ablehnung="schwb_ablehnung",
    geldleistung=False,
    bogen=(
        Abschnitt(
            "Feststellung",
            ("grad_der_behinderung", "schwb_status", "schwb_schutzfrist_ende", "schwb_kuendigungsschutz"),
            pflicht=("grad_der_behinderung", "schwb_status"),
            nachrichtlich=True,
        ),
        Abschnitt(
            "Merkzeichen",
            (
                "merkzeichen_g",
                "merkzeichen_ag",
                "merkzeichen_h",
                "merkzeichen_bl",
                "merkzeichen_gl",
                "merkzeichen_tbl",
                "merkzeichen_rf",
                "merkzeichen_b",
                "merkzeichen_1kl",
                "schwb_sondergruppe",
            ),
            nachrichtlich=True,
        ),
        Abschnitt("Ausweis", ("schwb_ausweis_gueltig", "schwb_ausweis_gueltig_bis"), nachrichtlich=True),
        Abschnitt(
            "Unentgeltliche Beförderung",
            (
                "schwb_freifahrt",
                "schwb_wertmarke",
                "schwb_wertmarke_frei",
                "schwb_wertmarke_eigenanteil",
                "schwb_wertmarke_eigenanteil_halbjahr",
                "schwb_begleitperson",
                "schwb_erste_klasse",
            ),
            nachrichtlich=True,
        ),
        Abschnitt(
            "Weitere Nachteilsausgleiche",
            (
                "schwb_kfz_steuer",
                "schwb_parkausweis",
                "schwb_fahrdienst",
                "schwb_rundfunk",
                "schwb_zusatzurlaub",
                "schwb_behindertenpauschbetrag",
                "schwb_fahrtkostenpauschale",
                "mehrbedarf_merkzeichen_g",
            ),
            nachrichtlich=True,
        ),
        Abschnitt("Ersparnis im Monat", ("schwb_rundfunk_ersparnis",), nachrichtlich=True),
        Abschnitt("Geldwert", ("schwb_geldwert",), pflicht=("schwb_geldwert",)),
    ),
    hinweise=(
        "Der Gesamtgrad der Behinderung wird nach den Auswirkungen in ihrer Gesamtheit festgestellt und nicht aus "
        "Einzelgraden gerechnet (§ 152 Abs. 3 SGB IX).",
        "Der Zusatzurlaub gilt für ein volles Kalenderjahr; beginnt oder endet die Schwerbehinderteneigenschaft im "
        "Jahr, zählt jeder volle Monat ein Zwölftel (§ 208 Abs. 2 SGB IX).",
    ),
)
