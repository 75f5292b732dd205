"""Geschlossene Listen des Wohngeldes."""

from sozialamt.rechenkern import Auswahl, beschrifte


@beschrifte(
    KEINE="keine Leistung mit Kosten der Unterkunft",
    SGB_2="Grundsicherung für Arbeitsuchende (§ 7 Abs. 1 Satz 1 Nr. 1, 2, 4 WoGG)",
    GRUNDSICHERUNG="Grundsicherung im Alter und bei Erwerbsminderung (§ 7 Abs. 1 Satz 1 Nr. 5 WoGG)",
    LEBENSUNTERHALT="Hilfe zum Lebensunterhalt (§ 7 Abs. 1 Satz 1 Nr. 6 WoGG)",
    ENTSCHAEDIGUNG="Leistungen zum Lebensunterhalt nach dem SGB XIV (§ 7 Abs. 1 Satz 1 Nr. 7 WoGG)",
    ASYLBLG="Leistungen nach dem Asylbewerberleistungsgesetz (§ 7 Abs. 1 Satz 1 Nr. 8 WoGG)",
    JUGENDHILFE="Leistungen nach dem SGB VIII (§ 7 Abs. 1 Satz 1 Nr. 9 WoGG)",
)
class Transferleistung(Auswahl):
    """Leistung, bei deren Berechnung Kosten der Unterkunft berücksichtigt sind (§ 7 Abs. 1 WoGG)."""

    KEINE = 0
    SGB_2 = 1
    GRUNDSICHERUNG = 2
    LEBENSUNTERHALT = 3
    ENTSCHAEDIGUNG = 4
    ASYLBLG = 5
    JUGENDHILFE = 6


@beschrifte(
    KEIN_GRUND="kein Ablehnungsgrund",
    KEINE_WOHNKOSTEN="Es sind keine Miete und keine Belastung zu tragen (§§ 3, 9, 10 WoGG).",
    ALLE_AUSGESCHLOSSEN="Alle Haushaltsmitglieder sind vom Wohngeld ausgeschlossen (§§ 7, 8, 21 Nr. 2 WoGG).",
    AUSBILDUNG="Allen Haushaltsmitgliedern steht dem Grunde nach Ausbildungsförderung zu (§ 20 Abs. 2 WoGG).",
    VERMOEGEN="Das Vermögen ist erheblich, die Inanspruchnahme wäre missbräuchlich (§ 21 Nr. 3 WoGG).",
    EINKOMMEN="Bei diesem Gesamteinkommen ergibt die Formel kein Wohngeld (§ 19 WoGG).",
    UNTER_MINDESTBETRAG="Das Wohngeld betrüge weniger als 10 Euro im Monat (§ 21 Nr. 1 WoGG).",
)
class WohngeldAblehnung(Auswahl):
    """Warum kein Wohngeld zusteht."""

    KEIN_GRUND = 0
    KEINE_WOHNKOSTEN = 1
    ALLE_AUSGESCHLOSSEN = 2
    AUSBILDUNG = 3
    VERMOEGEN = 4
    EINKOMMEN = 5
    UNTER_MINDESTBETRAG = 6
