"""Konten und die wenigen Buchungssätze, die es gibt.

Jede Buchung ist ein Satz „Soll an Haben“ über einen positiven Betrag; die Bücher gehen darum immer auf. Welche Paare
erlaubt sind, steht hier einmal; die Datenbank lehnt jedes andere ab.
"""

from __future__ import annotations

from enum import StrEnum


class Konto(StrEnum):
    """Wo Geld steht oder geschuldet wird."""

    AUFWAND = "aufwand"
    VERBINDLICHKEIT = "verbindlichkeit"
    BANK = "bank"
    FORDERUNG = "forderung"
    NIEDERSCHLAGUNG = "niederschlagung"
    VERRECHNUNG = "verrechnung"
    ERSATZFORDERUNG = "ersatzforderung"
    ERTRAG = "ertrag"
    ERSATZGUTHABEN = "ersatzguthaben"

    @property
    def titel(self) -> str:
        return _KONTOTITEL[self]


_KONTOTITEL = {
    Konto.AUFWAND: "Aufwand",
    Konto.VERBINDLICHKEIT: "Verbindlichkeit",
    Konto.BANK: "Bank",
    Konto.FORDERUNG: "Forderung",
    Konto.NIEDERSCHLAGUNG: "Niederschlagung",
    Konto.VERRECHNUNG: "Verrechnung",
    Konto.ERSATZFORDERUNG: "Kostenersatzforderung",
    Konto.ERTRAG: "Ertrag",
    Konto.ERSATZGUTHABEN: "Guthaben aus Kostenersatz",
}


class Buchungsart(StrEnum):
    """Was geschehen ist."""

    SOLLSTELLUNG = "sollstellung"
    STORNO = "storno"
    UEBERZAHLUNG = "ueberzahlung"
    WIEDERBEWILLIGUNG = "wiederbewilligung"
    WIEDERAUFGREIFEN = "wiederaufgreifen"
    UMBUCHUNG_AB = "umbuchung_ab"
    UMBUCHUNG_ZU = "umbuchung_zu"
    AUSGLEICH = "ausgleich"
    EINBEHALT = "einbehalt"
    TILGUNG = "tilgung"
    ZAHLUNG = "zahlung"
    RUECKLAEUFER = "ruecklaeufer"
    RUECKZAHLUNG = "rueckzahlung"
    NIEDERSCHLAGUNG = "niederschlagung"
    KOSTENERSATZ = "kostenersatz"
    ERSATZZAHLUNG = "ersatzzahlung"
    ERSATZTILGUNG = "ersatztilgung"
    ERSATZAUSFALL = "ersatzausfall"
    ERSATZAUFGRIFF = "ersatzaufgriff"
    ERSATZMINDERUNG = "ersatzminderung"
    ERSATZGUTHABEN = "ersatzguthaben"
    ERSATZAUSZAHLUNG = "ersatzauszahlung"
    ERSATZMITTILGUNG = "ersatzmittilgung"
    ERSATZMITAUFGRIFF = "ersatzmitaufgriff"

    @property
    def titel(self) -> str:
        return _ARTTITEL[self]


_ARTTITEL = {
    Buchungsart.SOLLSTELLUNG: "Sollstellung",
    Buchungsart.STORNO: "Storno",
    Buchungsart.UEBERZAHLUNG: "Überzahlung",
    Buchungsart.WIEDERBEWILLIGUNG: "Überzahlung aufgehoben",
    Buchungsart.WIEDERAUFGREIFEN: "Niederschlagung aufgehoben",
    Buchungsart.UMBUCHUNG_AB: "Umbuchung ab",
    Buchungsart.UMBUCHUNG_ZU: "Umbuchung zu",
    Buchungsart.AUSGLEICH: "Ausgleich",
    Buchungsart.EINBEHALT: "Einbehalt",
    Buchungsart.TILGUNG: "Tilgung durch Einbehalt",
    Buchungsart.ZAHLUNG: "Zahlung",
    Buchungsart.RUECKLAEUFER: "Rückläufer",
    Buchungsart.RUECKZAHLUNG: "Rückzahlung",
    Buchungsart.NIEDERSCHLAGUNG: "Niederschlagung",
    Buchungsart.KOSTENERSATZ: "Kostenersatz",
    Buchungsart.ERSATZZAHLUNG: "Zahlung auf Kostenersatz",
    Buchungsart.ERSATZTILGUNG: "Kostenersatz durch Einbehalt",
    Buchungsart.ERSATZAUSFALL: "Kostenersatz niedergeschlagen",
    Buchungsart.ERSATZAUFGRIFF: "Niederschlagung des Kostenersatzes aufgehoben",
    Buchungsart.ERSATZMINDERUNG: "Kostenersatz aufgehoben",
    Buchungsart.ERSATZGUTHABEN: "Gezahlter Kostenersatz aufgehoben",
    Buchungsart.ERSATZAUSZAHLUNG: "Kostenersatz zurückgezahlt",
    Buchungsart.ERSATZMITTILGUNG: "Kostenersatz von anderen gezahlt",
    Buchungsart.ERSATZMITAUFGRIFF: "Kostenersatz doch nicht von anderen gezahlt",
}

SAETZE: dict[Buchungsart, tuple[Konto, Konto]] = {
    Buchungsart.SOLLSTELLUNG: (Konto.AUFWAND, Konto.VERBINDLICHKEIT),
    Buchungsart.STORNO: (Konto.VERBINDLICHKEIT, Konto.AUFWAND),
    Buchungsart.UEBERZAHLUNG: (Konto.FORDERUNG, Konto.AUFWAND),
    Buchungsart.WIEDERBEWILLIGUNG: (Konto.AUFWAND, Konto.FORDERUNG),
    Buchungsart.WIEDERAUFGREIFEN: (Konto.AUFWAND, Konto.NIEDERSCHLAGUNG),
    Buchungsart.UMBUCHUNG_AB: (Konto.VERRECHNUNG, Konto.AUFWAND),
    Buchungsart.UMBUCHUNG_ZU: (Konto.AUFWAND, Konto.VERRECHNUNG),
    Buchungsart.AUSGLEICH: (Konto.VERBINDLICHKEIT, Konto.FORDERUNG),
    Buchungsart.EINBEHALT: (Konto.VERBINDLICHKEIT, Konto.VERRECHNUNG),
    Buchungsart.TILGUNG: (Konto.VERRECHNUNG, Konto.FORDERUNG),
    Buchungsart.ZAHLUNG: (Konto.VERBINDLICHKEIT, Konto.BANK),
    Buchungsart.RUECKLAEUFER: (Konto.BANK, Konto.VERBINDLICHKEIT),
    Buchungsart.RUECKZAHLUNG: (Konto.BANK, Konto.FORDERUNG),
    Buchungsart.NIEDERSCHLAGUNG: (Konto.NIEDERSCHLAGUNG, Konto.FORDERUNG),
    Buchungsart.KOSTENERSATZ: (Konto.ERSATZFORDERUNG, Konto.ERTRAG),
    Buchungsart.ERSATZZAHLUNG: (Konto.BANK, Konto.ERSATZFORDERUNG),
    Buchungsart.ERSATZTILGUNG: (Konto.VERRECHNUNG, Konto.ERSATZFORDERUNG),
    Buchungsart.ERSATZAUSFALL: (Konto.ERTRAG, Konto.ERSATZFORDERUNG),
    Buchungsart.ERSATZAUFGRIFF: (Konto.ERSATZFORDERUNG, Konto.ERTRAG),
    Buchungsart.ERSATZMINDERUNG: (Konto.ERTRAG, Konto.ERSATZFORDERUNG),
    Buchungsart.ERSATZGUTHABEN: (Konto.ERTRAG, Konto.ERSATZGUTHABEN),
    Buchungsart.ERSATZAUSZAHLUNG: (Konto.ERSATZGUTHABEN, Konto.BANK),
    Buchungsart.ERSATZMITTILGUNG: (Konto.ERTRAG, Konto.ERSATZFORDERUNG),
    Buchungsart.ERSATZMITAUFGRIFF: (Konto.ERSATZFORDERUNG, Konto.ERTRAG),
}
"""Je Buchungsart das Konto im Soll und das im Haben."""

ERSATZARTEN = {
    Buchungsart.RUECKZAHLUNG: Buchungsart.ERSATZZAHLUNG,
    Buchungsart.TILGUNG: Buchungsart.ERSATZTILGUNG,
    Buchungsart.NIEDERSCHLAGUNG: Buchungsart.ERSATZAUSFALL,
}
"""Womit beim Kostenersatz gebucht wird, was bei einer Erstattung die erste Art heißt.

Er hat eigene Konten: Der Aufwand der Leistung bleibt, und schulden kann ihn jemand, der nie Leistungen bekam."""
AUFHEBEND = (Buchungsart.ERSATZMINDERUNG, Buchungsart.ERSATZGUTHABEN)
"""Womit ein aufgehobener Kostenersatz gebucht wird: was offen war, und was schon gezahlt war."""
ARTEN_DES_ERSATZES = (
    Buchungsart.KOSTENERSATZ,
    *ERSATZARTEN.values(),
    Buchungsart.ERSATZAUFGRIFF,
    *AUFHEBEND,
    Buchungsart.ERSATZAUSZAHLUNG,
    Buchungsart.ERSATZMITTILGUNG,
    Buchungsart.ERSATZMITAUFGRIFF,
)

KONTENAUSWAHL = [(konto.value, konto.titel) for konto in Konto]
ARTENAUSWAHL = [(art.value, art.titel) for art in Buchungsart]
