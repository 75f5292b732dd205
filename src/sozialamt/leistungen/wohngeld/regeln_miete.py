"""Wohngeld: Miete und Belastung (§§ 9 bis 12 WoGG)."""

from sozialamt.rechenkern import Anzahl, Cent, regel
from sozialamt.rechenkern.rundung import kaufmaennisch
from sozialamt.recht.auswahl import Wohnform

Tabelle = tuple[int, ...]


def _anteilig(betrag: Cent, teil: Anzahl, ganzes: Anzahl) -> Cent:
    if ganzes == 0:
        return 0
    return kaufmaennisch(betrag * teil, ganzes)


@regel("haushalt", norm="§ 3 Abs. 1 Satz 2 Nr. 3 WoGG", titel="Nicht nur vorübergehend im Heim")
def wohngeld_heim(wohnform: Wohnform) -> bool:
    """Heim im Sinne des Heimgesetzes oder entsprechender Gesetze der Länder."""
    return wohnform == Wohnform.BESONDERE_WOHNFORM or wohnform == Wohnform.STATIONAERE_EINRICHTUNG


@regel("wohngeldhaushalt", norm="§ 11 Abs. 3 Satz 3, § 12 Abs. 1 WoGG", titel="Mitglieder über die Tabelle hinaus")
def wohngeld_weitere_mitglieder(wohngeld_mitglieder: Anzahl, wohngeld_tabellengroesse: Anzahl) -> Anzahl:
    """Haushaltsmitglieder, für die Mehrbeträge anzusetzen sind; maßgebend ist die Gesamtzahl."""
    return max(0, wohngeld_mitglieder - wohngeld_tabellengroesse)


@regel("wohngeldhaushalt", norm="§ 12 Abs. 1, Anlage 1 WoGG", titel="Höchstbetrag der Tabelle")
def wohngeld_hoechstbetrag_tabelle(
    wohngeld_mitglieder: Anzahl,
    mietstufe: Anzahl,
    wohngeld_hoechstbetrag_1: Tabelle,
    wohngeld_hoechstbetrag_2: Tabelle,
    wohngeld_hoechstbetrag_3: Tabelle,
    wohngeld_hoechstbetrag_4: Tabelle,
    wohngeld_hoechstbetrag_5: Tabelle,
) -> Cent:
    """Höchstbetrag nach Mietenstufe für bis zu fünf Haushaltsmitglieder."""
    if wohngeld_mitglieder == 0:
        return 0
    betraege = (
        wohngeld_hoechstbetrag_1[mietstufe],
        wohngeld_hoechstbetrag_2[mietstufe],
        wohngeld_hoechstbetrag_3[mietstufe],
        wohngeld_hoechstbetrag_4[mietstufe],
        wohngeld_hoechstbetrag_5[mietstufe],
    )
    return betraege[min(wohngeld_mitglieder, len(betraege)) - 1]


@regel("wohngeldhaushalt", norm="§ 12 Abs. 1, Anlage 1 WoGG", titel="Höchstbetrag für Miete und Belastung")
def wohngeld_hoechstbetrag(
    wohngeld_hoechstbetrag_tabelle: Cent,
    wohngeld_weitere_mitglieder: Anzahl,
    mietstufe: Anzahl,
    wohngeld_hoechstbetrag_mehrbetrag: Tabelle,
) -> Cent:
    """Höchstbetrag nach Haushaltsgröße und Mietenstufe der Gemeinde."""
    return wohngeld_hoechstbetrag_tabelle + wohngeld_weitere_mitglieder * wohngeld_hoechstbetrag_mehrbetrag[mietstufe]


@regel("wohngeldhaushalt", norm="§ 12 Abs. 7 WoGG", titel="Zuschlag der Klimakomponente")
def wohngeld_klimazuschlag(
    wohngeld_mitglieder: Anzahl,
    wohngeld_tabellengroesse: Anzahl,
    wohngeld_weitere_mitglieder: Anzahl,
    wohngeld_klimakomponente: Tabelle,
    wohngeld_klimakomponente_mehrbetrag: Cent,
) -> Cent:
    """Zuschlag zum Höchstbetrag nach der Zahl der Haushaltsmitglieder."""
    grundbetrag = wohngeld_klimakomponente[min(wohngeld_mitglieder, wohngeld_tabellengroesse)]
    return grundbetrag + wohngeld_weitere_mitglieder * wohngeld_klimakomponente_mehrbetrag


@regel("wohngeldhaushalt", norm="§ 12 Abs. 6 WoGG", titel="Entlastung bei den Heizkosten")
def wohngeld_heizkosten(
    wohngeld_mitglieder: Anzahl,
    wohngeld_tabellengroesse: Anzahl,
    wohngeld_weitere_mitglieder: Anzahl,
    wohngeld_heizkostenentlastung: Tabelle,
    wohngeld_heizkostenentlastung_mehrbetrag: Cent,
) -> Cent:
    """Gesamtbetrag zur Entlastung bei den Heizkosten nach der Zahl der Haushaltsmitglieder."""
    grundbetrag = wohngeld_heizkostenentlastung[min(wohngeld_mitglieder, wohngeld_tabellengroesse)]
    return grundbetrag + wohngeld_weitere_mitglieder * wohngeld_heizkostenentlastung_mehrbetrag


@regel("wohngeldhaushalt", norm="§ 11 Abs. 1 Satz 1 Nr. 1, § 12 Abs. 1, 7 WoGG", titel="Obergrenze der Miete")
def wohngeld_obergrenze(wohngeld_hoechstbetrag: Cent, wohngeld_klimazuschlag: Cent) -> Cent:
    """Summe aus Höchstbetrag und Klimakomponente."""
    return wohngeld_hoechstbetrag + wohngeld_klimazuschlag


@regel("wohngeldhaushalt", norm="§§ 9, 10, 11 Abs. 2 WoGG", titel="Miete oder Belastung des Wohngeldhaushalts")
def wohngeld_miete(
    miete_bruttokalt: Cent,
    wohngeld_belastung: Cent,
    wohngeld_miete_ausser_betracht: Cent,
    wohngeld_mitglieder: Anzahl,
    haushaltsgroesse: Anzahl,
    weitere_bewohner: Anzahl,
) -> Cent:
    """Bruttokaltmiete oder Belastung ohne den Anteil von Mitbewohnern und die Teile nach § 11 Abs. 2."""
    miete = max(0, miete_bruttokalt + wohngeld_belastung - wohngeld_miete_ausser_betracht)
    return _anteilig(miete, wohngeld_mitglieder, haushaltsgroesse + weitere_bewohner)


@regel("wohngeldhaushalt", norm="§ 9 Abs. 3, § 11 Abs. 1 WoGG", titel="Maßgebende Miete oder Belastung")
def wohngeld_miete_massgebend(wohngeld_miete: Cent, wohngeld_obergrenze: Cent, wohngeld_heim: bool) -> Cent:
    """Im Heim gilt die Summe aus Höchstbetrag und Klimakomponente als Miete."""
    return wohngeld_obergrenze if wohngeld_heim else wohngeld_miete


def _zu_beruecksichtigen(miete: Cent, obergrenze: Cent, heizkosten: Cent, teil: Anzahl, ganzes: Anzahl) -> Cent:
    begrenzt = min(_anteilig(miete, teil, ganzes), _anteilig(obergrenze, teil, ganzes))
    return begrenzt + _anteilig(heizkosten, teil, ganzes)


@regel("wohngeldhaushalt", norm="§ 11 Abs. 1, 3 WoGG", titel="Zu berücksichtigende Miete oder Belastung")
def wohngeld_miete_zu_beruecksichtigen(
    wohngeld_miete_massgebend: Cent,
    wohngeld_obergrenze: Cent,
    wohngeld_heizkosten: Cent,
    wohngeld_groesse: Anzahl,
    wohngeld_mitglieder: Anzahl,
) -> Cent:
    """Miete bis zur Obergrenze und Heizkostenentlastung, jeweils anteilig, wenn Mitglieder ausgeschlossen sind."""
    return _zu_beruecksichtigen(
        wohngeld_miete_massgebend, wohngeld_obergrenze, wohngeld_heizkosten, wohngeld_groesse, wohngeld_mitglieder
    )


@regel("wohngeldhaushalt", norm="§ 11 Abs. 1, 3, § 8 Abs. 2 WoGG", titel="Bei Vorrang zu berücksichtigende Miete")
def wohngeld_miete_zu_beruecksichtigen_vorrang(
    wohngeld_miete_massgebend: Cent,
    wohngeld_obergrenze: Cent,
    wohngeld_heizkosten: Cent,
    wohngeld_groesse_vorrang: Anzahl,
    wohngeld_mitglieder: Anzahl,
) -> Cent:
    """Wie § 11 Abs. 1 und 3, wenn Leistungen nach § 7 Abs. 1 Nr. 1 bis 7 nicht in Anspruch genommen werden."""
    return _zu_beruecksichtigen(
        wohngeld_miete_massgebend,
        wohngeld_obergrenze,
        wohngeld_heizkosten,
        wohngeld_groesse_vorrang,
        wohngeld_mitglieder,
    )
