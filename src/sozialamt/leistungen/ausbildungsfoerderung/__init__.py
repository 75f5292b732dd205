"""Ausbildungsförderung: Schüler-BAföG und Aufstiegs-BAföG.

Zwei Gesetze, ein Amt: `bafoeg_…` folgt dem BAföG, `afbg_…` dem AFBG, das für Einkommen auf das BAföG verweist. Eine
Person erhält nur eines von beiden (`ausbildungsfoerderung_art`). Einkommen der Angehörigen steht als Tatsache bei der
auszubildenden Person.
"""

from sozialamt.leistungen.steckbrief import Abschnitt, Erstattung, Rechtsbehelf, Steckbrief
from sozialamt.leistungen.zahlung import Kostentraeger, Zahlbestandteil

STECKBRIEF = Steckbrief(
    schluessel="ausbildungsfoerderung",
    titel="Ausbildungsförderung",
    kurz="BAföG",
    rechtsgrundlage="§§ 11 bis 30, 51 BAföG; §§ 10 bis 17a, 24 AFBG",
    zustaendig="Amt für Ausbildungsförderung des Kreises oder der kreisfreien Stadt (§§ 40, 45 BAföG, § 19a AFBG)",
    kostentraeger="BAföG: Bund; AFBG: Bund 78 Prozent, Land 22 Prozent",
    zahlung=(
        Zahlbestandteil(
            "ausbildungsfoerderung", "Ausbildungsförderung", Kostentraeger.BUND, norm="§ 11 BAföG, § 10 AFBG"
        ),
    ),
    erstattung=Erstattung(
        von="Bund",
        norm="§ 57 Abs. 1 BAföG, § 28 Abs. 1 AFBG",
        hinweis="BAföG in voller Höhe; AFBG zu 78 Prozent, den Rest trägt das Land.",
    ),
    statistik=("§ 55 BAföG", "§ 27 AFBG"),
    rechtsbehelf=Rechtsbehelf.WIDERSPRUCH_VERWALTUNGSGERICHT,
    anspruch="ausbildungsfoerderung_anspruch",
    ebene="person",
    ablehnung="ausbildungsfoerderung_ablehnung",
    bogen=(
        Abschnitt(
            "Bedarf (BAföG)",
            (
                "bafoeg_bedarf_12",
                "bafoeg_bedarf_13",
                "bafoeg_zuschlag_kv",
                "bafoeg_zuschlag_pv",
                "bafoeg_kinderbetreuungszuschlag",
            ),
            summe="bafoeg_bedarf",
        ),
        Abschnitt(
            "Bedarf (AFBG)",
            ("afbg_bedarfssatz", "afbg_zuschlag", "afbg_erhoehung_allgemein", "afbg_erhoehung_kinder"),
            summe="afbg_unterhaltsbedarf",
        ),
        Abschnitt(
            "Eigenes Einkommen und Vermögen",
            (
                "bafoeg_eigene_sozialpauschale",
                "bafoeg_steuern",
                "bafoeg_eigenes_einkommen",
                "bafoeg_freibetrag_selbst",
                "bafoeg_freibetrag_eigene_familie",
                "bafoeg_haerte_eigen",
                "bafoeg_vermoegen",
            ),
            nachrichtlich=True,
        ),
        Abschnitt(
            "Anzurechnendes eigenes Einkommen",
            (
                "bafoeg_einkommen_ueber_freibetrag",
                "bafoeg_verguetung_anrechnung",
                "bafoeg_waisenrente_anrechnung",
                "bafoeg_voll_anzurechnen",
            ),
            summe="bafoeg_eigenes_anrechnung",
        ),
        Abschnitt(
            "Einkommen des Ehegatten",
            (
                "bafoeg_ehegatte_sozialpauschale",
                "bafoeg_ehegatte_steuern",
                "bafoeg_ehegatte_einkommen",
                "bafoeg_ehegatte_freibetrag",
                "bafoeg_ehegatte_anrechnung",
            ),
            nachrichtlich=True,
        ),
        Abschnitt(
            "Einkommen der Eltern",
            (
                "bafoeg_elternteil_1_sozialpauschale",
                "bafoeg_elternteil_1_steuern",
                "bafoeg_elternteil_1_einkommen",
                "bafoeg_elternteil_2_sozialpauschale",
                "bafoeg_elternteil_2_steuern",
                "bafoeg_elternteil_2_einkommen",
                "bafoeg_eltern_einkommen",
                "bafoeg_eltern_freibetrag",
                "bafoeg_elternteil_1_freibetrag",
                "bafoeg_elternteil_2_freibetrag",
                "bafoeg_eltern_anrechnung",
            ),
            nachrichtlich=True,
        ),
        Abschnitt(
            "Förderungsbetrag (BAföG)",
            ("bafoeg_vermoegen_anrechnung", "bafoeg_nach_eigenen_mitteln", "bafoeg_ungedeckt", "bafoeg_anspruch"),
            nachrichtlich=True,
        ),
        Abschnitt(
            "Förderung (AFBG)",
            (
                "afbg_vermoegen_anrechnung",
                "afbg_unterhaltsbeitrag",
                "afbg_kinderbetreuungszuschlag",
                "afbg_monatlicher_zuschuss",
                "afbg_massnahmebeitrag",
                "afbg_massnahmezuschuss",
                "afbg_darlehen",
            ),
            nachrichtlich=True,
        ),
        Abschnitt("Auszahlung", ("bafoeg_anspruch", "afbg_anspruch"), summe="ausbildungsfoerderung_anspruch"),
    ),
    hinweise=(
        "Das Darlehen nach dem AFBG schließt die Kreditanstalt für Wiederaufbau ab; es wird hier nicht ausgezahlt.",
    ),
)
