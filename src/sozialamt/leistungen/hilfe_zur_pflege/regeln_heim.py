"""Pflege im Heim: §§ 65, 27b SGB XII, §§ 43, 43c SGB XI.

Das Heimentgelt ist die Summe der Tagessätze mal 30,42 Tage. Davon gehen Pflegekasse, gleichartige Leistungen,
Pflegewohngeld und der notwendige Lebensunterhalt in der Einrichtung (Drittes oder Viertes Kapitel) ab; der Rest ist
Hilfe zur Pflege.
"""

from sozialamt.leistungen.hilfe_zur_pflege.auswahl import PflegekasseAnspruch
from sozialamt.rechenkern import Anzahl, Basispunkte, Cent, Datum, regel
from sozialamt.rechenkern.kalender import letzter_tag, monate_bis, tage_im_monat, tage_zwischen
from sozialamt.rechenkern.rundung import anteil, kaufmaennisch


@regel("person", norm="§ 87a Abs. 1 SGB XI, § 14 Abs. 2 APG DVO NRW", titel="Abgerechnete Heimtage (mal hundert)")
def heim_tage(
    lebt_in_einrichtung: bool,
    heim_einzug: Datum,
    heim_auszug: Datum,
    heim_monatstage_hundertstel: Anzahl,
    heim_tag_hundertstel: Anzahl,
    monat: Datum,
) -> Anzahl:
    """30,42 Tage; im Monat des Einzugs und des Auszugs die tatsächlichen, beide Tage zählen mit."""
    if not lebt_in_einrichtung:
        return 0
    erster = max(monat, heim_einzug)
    letzter = min(letzter_tag(monat), heim_auszug) if heim_auszug > 0 else letzter_tag(monat)
    tage = max(0, tage_zwischen(erster, letzter) + 1)
    if tage == tage_im_monat(monat) and heim_einzug < monat and (heim_auszug == 0 or heim_auszug > letzter):
        return heim_monatstage_hundertstel
    return tage * heim_tag_hundertstel


@regel("person", norm="§ 84 Abs. 1 SGB XI, § 82a SGB XI", titel="Pflegekosten und Ausbildungsumlage")
def heim_pflegekosten(
    heim_pflegesatz_tag: Cent, heim_ausbildungsumlage_tag: Cent, heim_tage: Anzahl, heim_tag_hundertstel: Anzahl
) -> Cent:
    """Pflegebedingte Aufwendungen; Pflegesatz und Umlage je für sich gerundet."""
    pflege = kaufmaennisch(heim_pflegesatz_tag * heim_tage, heim_tag_hundertstel)
    return pflege + kaufmaennisch(heim_ausbildungsumlage_tag * heim_tage, heim_tag_hundertstel)


@regel("person", norm="§ 87 SGB XI", titel="Unterkunft und Verpflegung im Heim")
def heim_unterkunft_verpflegung(
    heim_unterkunft_verpflegung_tag: Cent, heim_tage: Anzahl, heim_tag_hundertstel: Anzahl
) -> Cent:
    """Tagessatz mal Tage."""
    return kaufmaennisch(heim_unterkunft_verpflegung_tag * heim_tage, heim_tag_hundertstel)


@regel("person", norm="§ 82 Abs. 3 SGB XI", titel="Investitionskosten im Heim")
def heim_investitionskosten(heim_investitionskosten_tag: Cent, heim_tage: Anzahl, heim_tag_hundertstel: Anzahl) -> Cent:
    """Anerkannter Tagessatz mal Tage."""
    return kaufmaennisch(heim_investitionskosten_tag * heim_tage, heim_tag_hundertstel)


@regel("person", norm="§ 87a Abs. 1 SGB XI", titel="Gesamtheimentgelt")
def heim_entgelt(
    heim_pflegesatz_tag: Cent,
    heim_ausbildungsumlage_tag: Cent,
    heim_unterkunft_verpflegung_tag: Cent,
    heim_investitionskosten_tag: Cent,
    heim_tage: Anzahl,
    heim_tag_hundertstel: Anzahl,
) -> Cent:
    """Alle Tagessätze zusammen mal Tage."""
    pflege = heim_pflegesatz_tag + heim_ausbildungsumlage_tag
    summe = pflege + heim_unterkunft_verpflegung_tag + heim_investitionskosten_tag
    return kaufmaennisch(summe * heim_tage, heim_tag_hundertstel)


@regel("person", norm="§ 43 Abs. 2, 3 SGB XI", titel="Volle Pauschale der Pflegekasse")
def heim_pauschale_voll(
    hzp_pflegegrad: Anzahl,
    hzp_volle_leistungen: bool,
    heim_pauschale: tuple[Cent, ...],
    heim_pflegekosten: Cent,
    heim_unterkunft_verpflegung: Cent,
) -> Cent:
    """Betrag des Pflegegrads bis zu den Pflegekosten; ab Pflegegrad 2 ein Überschuss auch für die Unterkunft."""
    kosten = heim_pflegekosten
    if hzp_volle_leistungen:
        kosten += heim_unterkunft_verpflegung
    return min(heim_pauschale[hzp_pflegegrad], kosten)


@regel("person", norm="§ 28 Abs. 2 SGB XI", titel="Anteil der Pflegekasse")
def heim_kassenanteil(
    pflegekasse_anspruch: PflegekasseAnspruch, pflegekasse_anteil_beihilfe: Basispunkte
) -> Basispunkte:
    """Voll, bei Beihilfeberechtigten die Hälfte, ohne Versicherung nichts."""
    if pflegekasse_anspruch == PflegekasseAnspruch.KEINER:
        return 0
    halb = pflegekasse_anteil_beihilfe
    return halb if pflegekasse_anspruch == PflegekasseAnspruch.BEIHILFE else halb + halb


@regel("person", norm="§ 43 Abs. 2, 3, § 28 Abs. 2 SGB XI", titel="Leistung der Pflegekasse im Heim")
def heim_leistung_kasse(heim_pauschale_voll: Cent, heim_kassenanteil: Basispunkte) -> Cent:
    """Pauschale nach dem Anteil der Pflegekasse."""
    return anteil(heim_pauschale_voll, heim_kassenanteil)


@regel("person", norm="§ 43c Satz 1 bis 4, 5 SGB XI", titel="Monate mit Leistungen im Heim")
def heim_leistungsmonate(
    heim_leistungen_seit: Datum, heim_einzug: Datum, heim_leistungsmonate_vorher: Anzahl, monat: Datum
) -> Anzahl:
    """Angefangene Monate seit Beginn der Leistungen nach § 43 und frühere Monate."""
    beginn = heim_leistungen_seit if heim_leistungen_seit > 0 else heim_einzug
    laufend = monate_bis(beginn, monat) + 1 if beginn > 0 else 1
    return max(0, laufend) + heim_leistungsmonate_vorher


@regel("person", norm="§ 43c SGB XI", titel="Stufe des Leistungszuschlags", ab="2022-01-01", vorher=0)
def heim_zuschlagsstufe(
    hzp_volle_leistungen: bool, heim_leistungsmonate: Anzahl, heim_zuschlag_monate: tuple[Anzahl, ...]
) -> Anzahl:
    """Stufe 1 bis 12 Monate, Stufe 2 über 12, Stufe 3 über 24, Stufe 4 über 36 Monate; erst ab Pflegegrad 2."""
    if not hzp_volle_leistungen:
        return 0
    stufe = 1
    for naechste in range(1, len(heim_zuschlag_monate)):
        if heim_leistungsmonate > heim_zuschlag_monate[naechste]:
            stufe = naechste
    return stufe


@regel("person", norm="§ 43c SGB XI", titel="Leistungszuschlag der Pflegekasse", ab="2022-01-01", vorher=0)
def heim_leistungszuschlag(
    heim_pflegekosten: Cent,
    heim_pauschale_voll: Cent,
    heim_zuschlagsstufe: Anzahl,
    heim_zuschlag_satz: tuple[Basispunkte, ...],
    heim_kassenanteil: Basispunkte,
) -> Cent:
    """Anteil am Eigenanteil an den pflegebedingten Aufwendungen; nicht an Unterkunft und Investitionskosten."""
    eigenanteil = max(0, heim_pflegekosten - heim_pauschale_voll)
    return anteil(anteil(eigenanteil, heim_zuschlag_satz[heim_zuschlagsstufe]), heim_kassenanteil)


@regel("person", norm="§§ 43, 43c SGB XI", titel="Pflegeversicherung im Heim")
def heim_pflegeversicherung(heim_leistung_kasse: Cent, heim_leistungszuschlag: Cent) -> Cent:
    """Pauschale und Leistungszuschlag."""
    return heim_leistung_kasse + heim_leistungszuschlag


@regel("person", norm="§ 63b Abs. 1 SGB XII", titel="Gleichartige Leistungen im Heim")
def heim_gleichartige(heim_entgelt: Cent, heim_pflegeversicherung: Cent, pflege_gleichartige_leistungen: Cent) -> Cent:
    """Beihilfe und andere, höchstens der Rest nach der Pflegeversicherung."""
    return min(pflege_gleichartige_leistungen, heim_entgelt - heim_pflegeversicherung)


@regel("person", norm="§ 61 SGB XII, §§ 43, 43c SGB XI", titel="Eigenanteil an den Heimkosten")
def heim_eigenanteil(heim_entgelt: Cent, heim_pflegeversicherung: Cent, heim_gleichartige: Cent) -> Cent:
    """Heimentgelt nach Pflegeversicherung und gleichartigen Leistungen, vor Pflegewohngeld."""
    return heim_entgelt - heim_pflegeversicherung - heim_gleichartige


@regel("person", norm="§ 61 SGB XII, § 14 APG NRW", titel="Heimkosten nach Pflegewohngeld")
def heim_ungedeckt(heim_eigenanteil: Cent, pwg_anspruch: Cent) -> Cent:
    """Was nach Pflegeversicherung und Pflegewohngeld offen bleibt."""
    return max(0, heim_eigenanteil - pwg_anspruch)


@regel("person", norm="§ 27b Abs. 1 Satz 2 SGB XII", titel="Lebensunterhalt in den Heimkosten")
def heim_lebensunterhalt(
    regelbedarf: Cent,
    mehrbedarf_summe: Cent,
    bedarf_unterkunft: Cent,
    heim_tage: Anzahl,
    heim_monatstage_hundertstel: Anzahl,
    heim_ungedeckt: Cent,
) -> Cent:
    """Regelbedarfsstufe, Mehrbedarfe und Warmmiete; im angebrochenen Monat anteilig, höchstens die Heimkosten."""
    voll = regelbedarf + mehrbedarf_summe + bedarf_unterkunft
    return min(
        kaufmaennisch(voll * min(heim_tage, heim_monatstage_hundertstel), heim_monatstage_hundertstel), heim_ungedeckt
    )


@regel("person", norm="§ 65, § 63b Abs. 1 SGB XII", titel="Ungedeckter Bedarf der stationären Pflege")
def hzp_bedarf_stationaer(
    hzp_dem_grunde_nach: bool,
    hzp_volle_leistungen: bool,
    heim_ungedeckt: Cent,
    heim_lebensunterhalt: Cent,
) -> Cent:
    """Heimkosten ohne den Lebensunterhalt in der Einrichtung; erst ab Pflegegrad 2."""
    if not hzp_dem_grunde_nach or not hzp_volle_leistungen:
        return 0
    return heim_ungedeckt - heim_lebensunterhalt
