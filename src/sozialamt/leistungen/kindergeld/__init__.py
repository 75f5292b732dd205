"""Kindergeld nach dem Einkommensteuergesetz und dem Bundeskindergeldgesetz."""

from sozialamt.leistungen.steckbrief import Abschnitt, Rechtsbehelf, Steckbrief

STECKBRIEF = Steckbrief(
    schluessel="kindergeld",
    titel="Kindergeld",
    kurz="KG",
    rechtsgrundlage="§§ 62 ff. EStG, §§ 1 ff. BKGG",
    zustaendig="Familienkasse der Bundesagentur für Arbeit",
    kostentraeger="Bund (§ 8 BKGG), nach dem EStG aus der Einkommensteuer",
    anspruch="kindergeld_anspruch",
    ebene="person",
    ablehnung="kindergeld_ablehnung",
    daneben=("kinderbonus",),
    rechtsbehelf=Rechtsbehelf.EINSPRUCH,
    bogen=(
        Abschnitt("Kind", ("kindergeld_alter", "kindergeld_grund_massgebend"), nachrichtlich=True),
        Abschnitt("Kindergeld", ("kindergeld_anspruch",), pflicht=("kindergeld_anspruch",)),
        Abschnitt("Einmalbetrag", ("kinderbonus",), nachrichtlich=True),
    ),
    hinweise=(
        "Gegen Bescheide nach dem BKGG ist statt des Einspruchs der Widerspruch gegeben (§ 15 BKGG).",
        "Das Sozialamt prüft das Kindergeld nur als vorrangige Leistung.",
    ),
)
