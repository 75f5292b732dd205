"""Wohngeld nach dem Wohngeldgesetz.

`wohngeld` ist der Anspruch mit den Ausschlüssen, wie sie sind; `wohngeld_vorrang` der Betrag, der zustünde,
wenn Leistungen nach § 7 Abs. 1 Nr. 1 bis 7 WoGG nicht bezogen würden (§ 12a SGB II, § 2 SGB XII, § 6a BKGG).
"""

from sozialamt.leistungen.steckbrief import Abschnitt, Erstattung, Erstattungsregel, Rechtsbehelf, Steckbrief
from sozialamt.leistungen.zahlung import Kostentraeger, Zahlbestandteil

STECKBRIEF = Steckbrief(
    schluessel="wohngeld",
    titel="Wohngeld",
    kurz="WoG",
    rechtsgrundlage="§§ 1 ff. WoGG",
    zustaendig="Wohngeldbehörde (§ 24 Abs. 1 WoGG)",
    kostentraeger="Bund und Land je zur Hälfte (§ 32 WoGG)",
    zahlung=(Zahlbestandteil("wohngeld", "Wohngeld", Kostentraeger.LAND, norm="§ 19 WoGG"),),
    erstattung=Erstattung(
        von="Bund",
        norm="§ 32 WoGG",
        regel=Erstattungsregel.ANTEIL,
        satz=5_000,
        hinweis="Der Bund erstattet den Ländern die Hälfte des gezahlten Wohngeldes; das Weitere regelt das Land.",
    ),
    statistik=("§§ 34 bis 36 WoGG",),
    anspruch="wohngeld",
    ebene="wohngeldhaushalt",
    ablehnung="wohngeld_ablehnung",
    vorlaeufig="§ 26a WoGG",
    rechtsbehelf=Rechtsbehelf.WIDERSPRUCH_VERWALTUNGSGERICHT,
    bogen=(
        Abschnitt(
            "Haushalt",
            ("wohngeld_mitglieder", "wohngeld_groesse"),
            pflicht=("wohngeld_mitglieder", "wohngeld_groesse"),
            nachrichtlich=True,
        ),
        Abschnitt(
            "Miete oder Belastung",
            ("wohngeld_miete_massgebend", "wohngeld_obergrenze", "wohngeld_heizkosten"),
            summe="wohngeld_miete_zu_beruecksichtigen",
            pflicht=("wohngeld_miete_massgebend", "wohngeld_obergrenze"),
            nachrichtlich=True,
        ),
        Abschnitt(
            "Einnahmen im Jahr",
            (
                "wohngeld_arbeitseinkuenfte",
                "wohngeld_renten",
                "wohngeld_ersatzleistungen",
                "wohngeld_unterhalt",
                "wohngeld_ausbildungsfoerderung",
                "wohngeld_weitere_einnahmen",
            ),
            summe="wohngeld_einnahmen",
        ),
        Abschnitt(
            "Einkommen im Jahr",
            ("wohngeld_einnahmen",),
            abzuege=("wohngeld_abzugsbetrag", "wohngeld_freibetraege", "wohngeld_abzug_unterhalt"),
            summe="wohngeld_einkommen_person",
        ),
        Abschnitt(
            "Wohngeld",
            ("wohngeld_gesamteinkommen", "wohngeld_formel_einkommen", "wohngeld_formel_miete"),
            summe="wohngeld",
            nachrichtlich=True,
        ),
    ),
)
