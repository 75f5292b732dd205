"""Unterhaltsvorschuss nach dem Unterhaltsvorschussgesetz."""

from sozialamt.leistungen.steckbrief import Abschnitt, Erstattung, Erstattungsregel, Rechtsbehelf, Steckbrief
from sozialamt.leistungen.zahlung import Kostentraeger, Zahlbestandteil

STECKBRIEF = Steckbrief(
    schluessel="unterhaltsvorschuss",
    titel="Unterhaltsvorschuss",
    kurz="UV",
    rechtsgrundlage="§§ 1 ff. UhVorschG",
    zustaendig="Unterhaltsvorschussstelle (Jugendamt)",
    kostentraeger="Bund 40 Prozent, im Übrigen die Länder (§ 8 Abs. 1 UhVorschG)",
    zahlung=(Zahlbestandteil("unterhaltsleistung", "Unterhaltsleistung", Kostentraeger.LAND, norm="§ 2 UhVorschG"),),
    erstattung=Erstattung(
        von="Bund und Land",
        norm="§ 8 UhVorschG",
        regel=Erstattungsregel.ANTEIL,
        satz=4_000,
        hinweis="40 Prozent trägt der Bund; wie Land und Gemeinden den Rest teilen, regelt das Land.",
    ),
    anspruch="unterhaltsvorschuss",
    ebene="person",
    ablehnung="unterhaltsvorschuss_ablehnung",
    rechtsbehelf=Rechtsbehelf.WIDERSPRUCH_VERWALTUNGSGERICHT,
    bogen=(
        Abschnitt(
            "Unterhaltsleistung",
            ("unterhaltsvorschuss_mindestunterhalt",),
            abzuege=("unterhaltsvorschuss_kindergeld",),
            pflicht=("unterhaltsvorschuss_mindestunterhalt", "unterhaltsvorschuss_kindergeld"),
            nachrichtlich=True,
        ),
        Abschnitt("Anspruchszeit", ("unterhaltsvorschuss_tage", "unterhaltsvorschuss_leistung"), nachrichtlich=True),
        Abschnitt(
            "Anrechnung",
            ("unterhaltsvorschuss_leistung",),
            abzuege=("unterhalt", "rente_hinterbliebene", "unterhaltsvorschuss_eigene_einkuenfte"),
            summe="unterhaltsvorschuss",
            nachrichtlich=True,
        ),
    ),
)
