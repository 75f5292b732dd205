"""Elterngeld: Basiselterngeld, Elterngeld Plus, Partnerschaftsbonus.

Gerechnet wird für eine Person und den Lebensmonat des Kindes, der im Kalendermonat beginnt. Das Recht folgt dem Tag
der Geburt. Steuern nach dem Programmablaufplan (§ 2e BEEG) und das Einkommen nach der Geburt sind Tatsachen.
"""

from sozialamt.leistungen.steckbrief import Abschnitt, Erstattung, Erstattungsregel, Steckbrief
from sozialamt.leistungen.zahlung import Kostentraeger, Zahlbestandteil

STECKBRIEF = Steckbrief(
    schluessel="elterngeld",
    titel="Elterngeld",
    kurz="EG",
    rechtsgrundlage="§§ 1 bis 7 BEEG",
    zustaendig="Von den Ländern bestimmte Stelle, in NRW Kreis oder kreisfreie Stadt (§ 12 Abs. 1 BEEG)",
    kostentraeger="Bund (§ 12 Abs. 3 BEEG)",
    zahlung=(Zahlbestandteil("elterngeld", "Elterngeld", Kostentraeger.BUND, norm="§ 2 BEEG"),),
    erstattung=Erstattung(
        von="Bund",
        norm="§ 12 Abs. 3 BEEG",
        regel=Erstattungsregel.VOLL,
        hinweis="Der Bund trägt die Ausgaben in voller Höhe.",
    ),
    statistik=("§ 22 BEEG",),
    anspruch="elterngeld",
    ebene="person",
    ablehnung="elterngeld_ablehnung",
    vorlaeufig="§ 8 Abs. 3 BEEG",
    bogen=(
        Abschnitt("Lebensmonat", ("elterngeld_lebensmonat", "elterngeld_lebensmonat_beginn"), nachrichtlich=True),
        Abschnitt(
            "Einkommen vor der Geburt",
            (
                "elterngeld_lohn",
                "elterngeld_minijob",
                "elterngeld_ueberschuss",
                "elterngeld_gewinn",
                "elterngeld_steuern",
                "elterngeld_sozialabgaben",
                "elterngeld_vorgeburtliches_einkommen",
                "elterngeld_netto",
            ),
            nachrichtlich=True,
        ),
        Abschnitt(
            "Ersatz",
            ("elterngeld_ersatzrate", "elterngeld_einkommen_nachher", "elterngeld_unterschied"),
            nachrichtlich=True,
        ),
        Abschnitt(
            "Elterngeld",
            ("elterngeld_grundbetrag", "elterngeld_geschwisterbonus", "elterngeld_mehrlingszuschlag"),
            summe="elterngeld_vor_anrechnung",
        ),
        Abschnitt(
            "Anrechnung",
            ("elterngeld_vor_anrechnung",),
            abzuege=("elterngeld_anrechnung_mutterschaft", "elterngeld_anrechnung_ersatz"),
            summe="elterngeld_betrag",
        ),
        Abschnitt("Auszahlung", ("elterngeld",), nachrichtlich=True),
    ),
    hinweise=("Die Steuern nach dem Programmablaufplan (§ 2e BEEG) werden als Tatsache eingegeben.",),
)
