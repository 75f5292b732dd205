"""Wohngeld: Höhe und Nichtbestehen des Anspruchs (§§ 19 bis 21 WoGG, Anlagen 2 und 3).

Die Formel 1,15 · (M – (a + b · M + c · Y) · Y) läuft in den vier Schritten der Anlage 3 mit Festkommazahlen
von zehn Nachkommastellen. M und Y liegen in Cent vor, a, b und c in Zehnmilliardsteln; z1 geht dabei ohne Rest
auf, z2 und z4 werden auf die zehnte Stelle kaufmännisch gerundet (für den vollen Euro-Betrag gleichgültig).
"""

from sozialamt.leistungen.wohngeld.auswahl import WohngeldAblehnung
from sozialamt.rechenkern import Anzahl, Basispunkte, Cent, regel, summe
from sozialamt.rechenkern.rundung import abrunden, anteil, kaufmaennisch

Tabelle = tuple[int, ...]


def _z1(a: Anzahl, b: Anzahl, c: Anzahl, miete: Cent, einkommen: Cent, euro: Cent) -> Anzahl:
    return a + kaufmaennisch(b * miete + c * einkommen, euro)


def _formel(miete: Cent, einkommen: Cent, z1: Anzahl, festkomma: Anzahl, euro: Cent, faktor: Basispunkte) -> Cent:
    if z1 > 0 and einkommen > abrunden(miete * festkomma, z1):
        return 0
    z2 = kaufmaennisch(z1 * einkommen, euro)
    z3 = kaufmaennisch(miete * festkomma, euro) - z2
    z4 = anteil(z3, faktor)
    return max(0, kaufmaennisch(z4, festkomma) * euro)


def _mit_zusatz(betrag: Cent, weitere: Anzahl, zusatz: Cent, miete: Cent) -> Cent:
    if weitere == 0:
        return betrag
    return max(betrag, min(betrag + weitere * zusatz, miete))


@regel("wohngeldhaushalt", norm="§ 19 Abs. 1, 3 WoGG", titel="Haushaltsgröße in der Formel")
def wohngeld_groesse_formel(wohngeld_groesse: Anzahl, wohngeld_formelgroesse: Anzahl) -> Anzahl:
    """Zu berücksichtigende Mitglieder, höchstens zwölf."""
    return min(wohngeld_groesse, wohngeld_formelgroesse)


@regel("wohngeldhaushalt", norm="Anlage 3 Nr. 1 WoGG", titel="M – Miete in der Formel")
def wohngeld_formel_miete(
    wohngeld_miete_zu_beruecksichtigen: Cent, wohngeld_groesse_formel: Anzahl, wohngeld_mindestmiete: Tabelle
) -> Cent:
    """Zu berücksichtigende Miete, mindestens der Tabellenwert."""
    return max(wohngeld_miete_zu_beruecksichtigen, wohngeld_mindestmiete[wohngeld_groesse_formel])


@regel("wohngeldhaushalt", norm="Anlage 3 Nr. 1 WoGG", titel="Y – Einkommen in der Formel")
def wohngeld_formel_einkommen(
    wohngeld_gesamteinkommen: Cent, wohngeld_groesse_formel: Anzahl, wohngeld_mindesteinkommen: Tabelle
) -> Cent:
    """Monatliches Gesamteinkommen, mindestens der Tabellenwert."""
    return max(wohngeld_gesamteinkommen, wohngeld_mindesteinkommen[wohngeld_groesse_formel])


@regel("wohngeldhaushalt", norm="Anlage 3 Nr. 2 WoGG", titel="z1 = a + b · M + c · Y in Zehnmilliardsteln")
def wohngeld_z1(
    wohngeld_groesse_formel: Anzahl,
    wohngeld_formel_miete: Cent,
    wohngeld_formel_einkommen: Cent,
    wohngeld_a: Tabelle,
    wohngeld_b: Tabelle,
    wohngeld_c: Tabelle,
    wohngeld_recheneinheit: Cent,
) -> Anzahl:
    """Erster Rechenschritt mit den Werten der Anlage 2."""
    groesse = wohngeld_groesse_formel
    return _z1(
        wohngeld_a[groesse],
        wohngeld_b[groesse],
        wohngeld_c[groesse],
        wohngeld_formel_miete,
        wohngeld_formel_einkommen,
        wohngeld_recheneinheit,
    )


@regel("wohngeldhaushalt", norm="§ 19 Abs. 1, 2, Anlage 3 Nr. 2, 3 WoGG", titel="Wohngeld nach der Formel")
def wohngeld_nach_formel(
    wohngeld_formel_miete: Cent,
    wohngeld_formel_einkommen: Cent,
    wohngeld_z1: Anzahl,
    wohngeld_festkomma: Anzahl,
    wohngeld_recheneinheit: Cent,
    wohngeld_faktor: Basispunkte,
) -> Cent:
    """z2 = z1 · Y, z3 = M – z2, z4 = 1,15 · z3, gerundet auf volle Euro."""
    return _formel(
        wohngeld_formel_miete,
        wohngeld_formel_einkommen,
        wohngeld_z1,
        wohngeld_festkomma,
        wohngeld_recheneinheit,
        wohngeld_faktor,
    )


@regel("wohngeldhaushalt", norm="§ 19 Abs. 3 WoGG", titel="Wohngeld mit Zusatz für große Haushalte")
def wohngeld_betrag(
    wohngeld_nach_formel: Cent,
    wohngeld_groesse: Anzahl,
    wohngeld_groesse_formel: Anzahl,
    wohngeld_zusatzbetrag: Cent,
    wohngeld_miete_zu_beruecksichtigen: Cent,
) -> Cent:
    """Für das 13. und jedes weitere Mitglied ein Zusatz, höchstens bis zur zu berücksichtigenden Miete."""
    weitere = wohngeld_groesse - wohngeld_groesse_formel
    return _mit_zusatz(wohngeld_nach_formel, weitere, wohngeld_zusatzbetrag, wohngeld_miete_zu_beruecksichtigen)


@regel("person", norm="§ 21 Nr. 3 WoGG", titel="Verwertbares Vermögen")
def wohngeld_vermoegen_person(
    vermoegen_geld: Cent,
    vermoegen_lebensversicherung: Cent,
    vermoegen_sonstiges: Cent,
    vermoegen_immobilie: Cent,
    hausgrundstueck_geschuetzt: bool,
) -> Cent:
    """Verwertbares Vermögen; selbst bewohntes Eigentum, Hausrat und angemessene Fahrzeuge zählen nicht."""
    beweglich = vermoegen_geld + vermoegen_lebensversicherung + vermoegen_sonstiges
    return beweglich if hausgrundstueck_geschuetzt else beweglich + vermoegen_immobilie


@summe("wohngeldhaushalt", norm="§ 21 Nr. 3 WoGG", titel="Vermögen der zu berücksichtigenden Mitglieder")
def wohngeld_vermoegen(wohngeld_vermoegen_person: Cent, wohngeld_beruecksichtigt: bool) -> Cent:
    """Verwertbares Vermögen aller zu berücksichtigenden Haushaltsmitglieder."""
    return wohngeld_vermoegen_person if wohngeld_beruecksichtigt else 0


@regel("wohngeldhaushalt", norm="§ 21 Nr. 3 WoGG", titel="Erhebliches Vermögen")
def wohngeld_vermoegen_erheblich(
    wohngeld_vermoegen: Cent,
    wohngeld_groesse: Anzahl,
    wohngeld_vermoegen_erstes_mitglied: Cent,
    wohngeld_vermoegen_weiteres_mitglied: Cent,
) -> bool:
    """Richtwerte der Verwaltungsvorschrift: 60 000 Euro, dazu 30 000 Euro für jedes weitere Mitglied."""
    weitere = max(0, wohngeld_groesse - 1) * wohngeld_vermoegen_weiteres_mitglied
    return wohngeld_vermoegen > wohngeld_vermoegen_erstes_mitglied + weitere


@regel("wohngeldhaushalt", norm="§§ 7, 8, 20, 21 WoGG", titel="Grund, aus dem kein Wohngeld zusteht")
def wohngeld_ablehnung(
    wohngeld_miete_massgebend: Cent,
    wohngeld_groesse: Anzahl,
    wohngeld_alle_in_ausbildung: bool,
    wohngeld_vermoegen_erheblich: bool,
    wohngeld_betrag: Cent,
    wohngeld_mindestbetrag: Cent,
) -> WohngeldAblehnung:
    """Prüfung in der Reihenfolge des Gesetzes."""
    if wohngeld_miete_massgebend == 0:
        return WohngeldAblehnung.KEINE_WOHNKOSTEN
    if wohngeld_groesse == 0:
        return WohngeldAblehnung.ALLE_AUSGESCHLOSSEN
    if wohngeld_alle_in_ausbildung:
        return WohngeldAblehnung.AUSBILDUNG
    if wohngeld_vermoegen_erheblich:
        return WohngeldAblehnung.VERMOEGEN
    if wohngeld_betrag == 0:
        return WohngeldAblehnung.EINKOMMEN
    if wohngeld_betrag < wohngeld_mindestbetrag:
        return WohngeldAblehnung.UNTER_MINDESTBETRAG
    return WohngeldAblehnung.KEIN_GRUND


@regel("wohngeldhaushalt", norm="§ 19 WoGG", titel="Wohngeld")
def wohngeld(wohngeld_betrag: Cent, wohngeld_ablehnung: WohngeldAblehnung) -> Cent:
    """Monatliches Wohngeld des Haushalts (Mietzuschuss oder Lastenzuschuss)."""
    return wohngeld_betrag if wohngeld_ablehnung == WohngeldAblehnung.KEIN_GRUND else 0
