"""Regelbedarf: Stufe, abweichende Festsetzung, Vollverpflegung (§§ 27a, 28, 142 SGB XII)."""

from sozialamt.rechenkern import Anzahl, Cent, Datum, Jahre, regel
from sozialamt.rechenkern.kalender import tag, tage_im_monat
from sozialamt.rechenkern.rundung import kaufmaennisch
from sozialamt.recht.auswahl import AenderungImMonat, Regelbedarfsstufe, Teilmonat, Wohnform


@regel(
    "person", norm="Anlage zu § 28 SGB XII, § 2 Abs. 1 Satz 4 AsylbLG", titel="Regelbedarfsstufe als erwachsene Person"
)
def regelbedarfsstufe_erwachsene(
    wohnform_person: Wohnform,
    lebt_in_einrichtung: bool,
    lebt_mit_partner_zusammen: bool,
    asylblg_personenkreis: bool,
    asylblg_analog_stufe: Regelbedarfsstufe,
) -> Regelbedarfsstufe:
    """Stufe 3 in Einrichtungen, Stufe 2 mit Partner oder in besonderer Wohnform, sonst Stufe 1.

    In sonstigen Unterkünften und ohne Unterkunft gelten die Stufen entsprechend (§ 27a Abs. 3 Satz 4). Bei Leistungen
    nach § 2 AsylbLG geht die Stufe des Absatzes 1 Satz 4 vor; nach ihr richten sich dann auch die Mehrbedarfe.
    """
    if asylblg_personenkreis and asylblg_analog_stufe != Regelbedarfsstufe.KEINE:
        return asylblg_analog_stufe
    if lebt_in_einrichtung:
        return Regelbedarfsstufe.STUFE_3
    if wohnform_person == Wohnform.BESONDERE_WOHNFORM or lebt_mit_partner_zusammen:
        return Regelbedarfsstufe.STUFE_2
    return Regelbedarfsstufe.STUFE_1


def _stufe(
    jahre: Jahre, erwachsene: Regelbedarfsstufe, volljaehrig: Jahre, stufe_4_ab: Jahre, stufe_5_ab: Jahre
) -> Regelbedarfsstufe:
    if jahre >= volljaehrig:
        return erwachsene
    if jahre >= stufe_4_ab:
        return Regelbedarfsstufe.STUFE_4
    if jahre >= stufe_5_ab:
        return Regelbedarfsstufe.STUFE_5
    return Regelbedarfsstufe.STUFE_6


@regel("person", norm="Anlage zu § 28 SGB XII", titel="Regelbedarfsstufe am Monatsersten")
def regelbedarfsstufe_am_monatsersten(
    alter_monatsbeginn: Jahre,
    regelbedarfsstufe_erwachsene: Regelbedarfsstufe,
    volljaehrigkeit: Jahre,
    regelbedarfsstufe_4_ab_alter: Jahre,
    regelbedarfsstufe_5_ab_alter: Jahre,
) -> Regelbedarfsstufe:
    """Stufe nach dem Alter am ersten Tag des Monats."""
    return _stufe(
        alter_monatsbeginn,
        regelbedarfsstufe_erwachsene,
        volljaehrigkeit,
        regelbedarfsstufe_4_ab_alter,
        regelbedarfsstufe_5_ab_alter,
    )


@regel("person", norm="Anlage zu § 28 SGB XII", titel="Regelbedarfsstufe am Monatsende")
def regelbedarfsstufe_am_monatsende(
    alter: Jahre,
    regelbedarfsstufe_erwachsene: Regelbedarfsstufe,
    volljaehrigkeit: Jahre,
    regelbedarfsstufe_4_ab_alter: Jahre,
    regelbedarfsstufe_5_ab_alter: Jahre,
) -> Regelbedarfsstufe:
    """Stufe nach dem Alter am letzten Tag des Monats."""
    return _stufe(
        alter,
        regelbedarfsstufe_erwachsene,
        volljaehrigkeit,
        regelbedarfsstufe_4_ab_alter,
        regelbedarfsstufe_5_ab_alter,
    )


@regel("person", norm="§ 27a Abs. 2, Anlage zu § 28 SGB XII", titel="Regelbedarfsstufe")
def regelbedarfsstufe_nummer(
    regelbedarfsstufe_am_monatsersten: Regelbedarfsstufe,
    regelbedarfsstufe_am_monatsende: Regelbedarfsstufe,
    aenderung_im_monat: AenderungImMonat,
) -> Regelbedarfsstufe:
    """Stufe des Monats; wirkt ein Geburtstag erst im Folgemonat, bleibt es bei der Stufe vom Monatsersten."""
    if aenderung_im_monat == AenderungImMonat.FOLGEMONAT:
        return regelbedarfsstufe_am_monatsersten
    return regelbedarfsstufe_am_monatsende


@regel("haushalt", norm="§ 27a Abs. 3 Satz 3 SGB XII", titel="Teiler des Monats")
def teiler_des_monats(monat: Datum, teilmonat_berechnung: Teilmonat, tage_je_monat: Anzahl) -> Anzahl:
    """Tage, auf die ein Monatsbetrag umgerechnet wird."""
    return tage_im_monat(monat) if teilmonat_berechnung == Teilmonat.KALENDERTAGE else tage_je_monat


@regel("person", norm="§ 27a Abs. 2 und 3, Anlage zu § 28 SGB XII", titel="Maßgebende Regelbedarfsstufe")
def massgebende_regelbedarfsstufe(
    regelbedarfsstufe_nummer: Regelbedarfsstufe,
    regelbedarfsstufe_am_monatsersten: Regelbedarfsstufe,
    regelbedarfsstufe: tuple[Cent, ...],
    aenderung_im_monat: AenderungImMonat,
    geburtsdatum: Datum,
    teiler_des_monats: Anzahl,
) -> Cent:
    """Betrag der Regelbedarfsstufe; bei taggenauem Wechsel nach Tagen vor und ab dem Geburtstag gemischt."""
    neu = regelbedarfsstufe[regelbedarfsstufe_nummer]
    if regelbedarfsstufe_nummer == regelbedarfsstufe_am_monatsersten or aenderung_im_monat != AenderungImMonat.TAGGENAU:
        return neu
    alt = regelbedarfsstufe[regelbedarfsstufe_am_monatsersten]
    tage_alt = min(tag(geburtsdatum) - 1, teiler_des_monats)
    return kaufmaennisch(alt * tage_alt + neu * (teiler_des_monats - tage_alt), teiler_des_monats)


@regel("person", norm="§ 27a Abs. 4 SGB XII", titel="Abweichung vom Regelsatz")
def regelsatz_abweichung(
    regelsatz_abweichend: bool,
    regelsatz_abweichung_monate: Anzahl,
    regelsatz_mehraufwand: Cent,
    regelsatz_ersparnis: Cent,
) -> Cent:
    """Höherer abzüglich anderweitig gedeckter Bedarf, wenn dies voraussichtlich länger als einen Monat dauert."""
    if not regelsatz_abweichend or regelsatz_abweichung_monate <= 1:
        return 0
    return regelsatz_mehraufwand - regelsatz_ersparnis


@regel("person", norm="§ 142 SGB XII", titel="Abzug bei Vollverpflegung", ab="2024-01-01", vorher=0)
def vollverpflegung_abzug(
    vollverpflegung_gemeinschaftsunterkunft: bool,
    regelbedarfsstufe_nummer: Regelbedarfsstufe,
    abzug_vollverpflegung: tuple[Cent, ...],
) -> Cent:
    """Fester Betrag je Regelbedarfsstufe, wenn Verpflegung und Haushaltsenergie als Sachleistung gestellt werden."""
    return abzug_vollverpflegung[regelbedarfsstufe_nummer] if vollverpflegung_gemeinschaftsunterkunft else 0


@regel("person", norm="§ 27a Abs. 3 bis 5, § 42 Nr. 1 SGB XII", titel="Regelbedarf")
def regelbedarf(
    massgebende_regelbedarfsstufe: Cent,
    regelsatz_abweichung: Cent,
    vollverpflegung_abzug: Cent,
    unterbringung_andere_familie: Cent,
    ist_minderjaehrig: bool,
) -> Cent:
    """Regelsatz mit abweichender Festsetzung; bei Minderjährigen in anderer Familie deren Kosten."""
    if ist_minderjaehrig and unterbringung_andere_familie > 0:
        return unterbringung_andere_familie
    return max(massgebende_regelbedarfsstufe + regelsatz_abweichung - vollverpflegung_abzug, 0)
