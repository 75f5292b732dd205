"""Wohngeld, wie es wäre, wenn niemand Leistungen nach § 7 Abs. 1 Nr. 1 bis 7 WoGG bezöge.

Maßstab der Vorrangprüfung (§ 12a SGB II, § 2 SGB XII) und der Prüfung des Kinderzuschlags (§ 6a Abs. 1 Nr. 3
Satz 3 BKGG: Wohngeld in der voraussichtlichen Höhe). Dieselben Rechenschritte wie in `regeln.py`.
"""

from sozialamt.leistungen.wohngeld.regeln import _formel, _mit_zusatz, _z1
from sozialamt.rechenkern import Anzahl, Basispunkte, Cent, regel, summe

Tabelle = tuple[int, ...]


@regel("wohngeldhaushalt", norm="§ 19 Abs. 1, 3 WoGG", titel="Haushaltsgröße in der Formel bei Vorrang")
def wohngeld_groesse_formel_vorrang(wohngeld_groesse_vorrang: Anzahl, wohngeld_formelgroesse: Anzahl) -> Anzahl:
    """Bei Vorrang zu berücksichtigende Mitglieder, höchstens zwölf."""
    return min(wohngeld_groesse_vorrang, wohngeld_formelgroesse)


@regel("wohngeldhaushalt", norm="Anlage 3 Nr. 1 WoGG", titel="M bei Vorrang")
def wohngeld_formel_miete_vorrang(
    wohngeld_miete_zu_beruecksichtigen_vorrang: Cent,
    wohngeld_groesse_formel_vorrang: Anzahl,
    wohngeld_mindestmiete: Tabelle,
) -> Cent:
    """Zu berücksichtigende Miete, mindestens der Tabellenwert."""
    return max(wohngeld_miete_zu_beruecksichtigen_vorrang, wohngeld_mindestmiete[wohngeld_groesse_formel_vorrang])


@regel("wohngeldhaushalt", norm="Anlage 3 Nr. 1 WoGG", titel="Y bei Vorrang")
def wohngeld_formel_einkommen_vorrang(
    wohngeld_gesamteinkommen_vorrang: Cent,
    wohngeld_groesse_formel_vorrang: Anzahl,
    wohngeld_mindesteinkommen: Tabelle,
) -> Cent:
    """Monatliches Gesamteinkommen, mindestens der Tabellenwert."""
    return max(wohngeld_gesamteinkommen_vorrang, wohngeld_mindesteinkommen[wohngeld_groesse_formel_vorrang])


@regel("wohngeldhaushalt", norm="Anlage 3 Nr. 2 WoGG", titel="z1 bei Vorrang in Zehnmilliardsteln")
def wohngeld_z1_vorrang(
    wohngeld_groesse_formel_vorrang: Anzahl,
    wohngeld_formel_miete_vorrang: Cent,
    wohngeld_formel_einkommen_vorrang: Cent,
    wohngeld_a: Tabelle,
    wohngeld_b: Tabelle,
    wohngeld_c: Tabelle,
    wohngeld_recheneinheit: Cent,
) -> Anzahl:
    """Erster Rechenschritt mit den Werten der Anlage 2."""
    groesse = wohngeld_groesse_formel_vorrang
    return _z1(
        wohngeld_a[groesse],
        wohngeld_b[groesse],
        wohngeld_c[groesse],
        wohngeld_formel_miete_vorrang,
        wohngeld_formel_einkommen_vorrang,
        wohngeld_recheneinheit,
    )


@regel("wohngeldhaushalt", norm="§ 19 Abs. 1, 2 WoGG", titel="Wohngeld nach der Formel bei Vorrang")
def wohngeld_nach_formel_vorrang(
    wohngeld_formel_miete_vorrang: Cent,
    wohngeld_formel_einkommen_vorrang: Cent,
    wohngeld_z1_vorrang: Anzahl,
    wohngeld_festkomma: Anzahl,
    wohngeld_recheneinheit: Cent,
    wohngeld_faktor: Basispunkte,
) -> Cent:
    """Rechenschritte 2 bis 4 und Rundung auf volle Euro."""
    return _formel(
        wohngeld_formel_miete_vorrang,
        wohngeld_formel_einkommen_vorrang,
        wohngeld_z1_vorrang,
        wohngeld_festkomma,
        wohngeld_recheneinheit,
        wohngeld_faktor,
    )


@regel("wohngeldhaushalt", norm="§ 19 Abs. 3 WoGG", titel="Wohngeld mit Zusatz bei Vorrang")
def wohngeld_betrag_vorrang(
    wohngeld_nach_formel_vorrang: Cent,
    wohngeld_groesse_vorrang: Anzahl,
    wohngeld_groesse_formel_vorrang: Anzahl,
    wohngeld_zusatzbetrag: Cent,
    wohngeld_miete_zu_beruecksichtigen_vorrang: Cent,
) -> Cent:
    """Zusatz für das 13. und jedes weitere Mitglied."""
    weitere = wohngeld_groesse_vorrang - wohngeld_groesse_formel_vorrang
    miete = wohngeld_miete_zu_beruecksichtigen_vorrang
    return _mit_zusatz(wohngeld_nach_formel_vorrang, weitere, wohngeld_zusatzbetrag, miete)


@summe("wohngeldhaushalt", norm="§ 21 Nr. 3 WoGG", titel="Vermögen der Mitglieder bei Vorrang")
def wohngeld_vermoegen_vorrang(wohngeld_vermoegen_person: Cent, wohngeld_beruecksichtigt_vorrang: bool) -> Cent:
    """Verwertbares Vermögen der bei Vorrang zu berücksichtigenden Mitglieder."""
    return wohngeld_vermoegen_person if wohngeld_beruecksichtigt_vorrang else 0


@regel("wohngeldhaushalt", norm="§ 21 Nr. 3 WoGG", titel="Erhebliches Vermögen bei Vorrang")
def wohngeld_vermoegen_erheblich_vorrang(
    wohngeld_vermoegen_vorrang: Cent,
    wohngeld_groesse_vorrang: Anzahl,
    wohngeld_vermoegen_erstes_mitglied: Cent,
    wohngeld_vermoegen_weiteres_mitglied: Cent,
) -> bool:
    """Richtwerte der Verwaltungsvorschrift."""
    weitere = max(0, wohngeld_groesse_vorrang - 1) * wohngeld_vermoegen_weiteres_mitglied
    return wohngeld_vermoegen_vorrang > wohngeld_vermoegen_erstes_mitglied + weitere


@regel("wohngeldhaushalt", norm="§ 8 Abs. 2 WoGG, § 12a SGB II, § 2 SGB XII", titel="Wohngeld bei Vorrang")
def wohngeld_vorrang(
    wohngeld_betrag_vorrang: Cent,
    wohngeld_miete_massgebend: Cent,
    wohngeld_groesse_vorrang: Anzahl,
    wohngeld_alle_in_ausbildung: bool,
    wohngeld_vermoegen_erheblich_vorrang: bool,
    wohngeld_mindestbetrag: Cent,
) -> Cent:
    """Monatliches Wohngeld, wenn statt Leistungen nach § 7 Abs. 1 Nr. 1 bis 7 Wohngeld bezogen würde."""
    if wohngeld_miete_massgebend == 0 or wohngeld_groesse_vorrang == 0:
        return 0
    if wohngeld_alle_in_ausbildung or wohngeld_vermoegen_erheblich_vorrang:
        return 0
    return wohngeld_betrag_vorrang if wohngeld_betrag_vorrang >= wohngeld_mindestbetrag else 0
