"""Einkommen und Vermögen bei Grundleistungen (§ 7, § 8 Abs. 1 AsylbLG)."""

from sozialamt.leistungen.asylbewerberleistungen.auswahl import AsylblgBedarfsstufe
from sozialamt.rechenkern import Anzahl, Basispunkte, Cent, Datum, anzahl, regel, summe
from sozialamt.rechenkern.kalender import monatserster
from sozialamt.rechenkern.rundung import anteil
from sozialamt.recht.auswahl import Bemessung


@regel("person", norm="§ 7 Abs. 1, 3 AsylbLG", titel="Einkommen aus Erwerbstätigkeit (brutto)")
def asylblg_erwerb(
    erwerbseinkommen_brutto: Cent,
    ferienjob_brutto: Cent,
    wfbm_entgelt: Cent,
    freiwilligendienst_taschengeld: Cent,
    einkommen_selbststaendig: Cent,
) -> Cent:
    """Lohn, Ferienarbeit, Werkstattentgelt, Taschengeld im Freiwilligendienst und selbständige Einkünfte."""
    lohn = erwerbseinkommen_brutto + ferienjob_brutto + wfbm_entgelt + freiwilligendienst_taschengeld
    return lohn + einkommen_selbststaendig


@regel("person", norm="§ 7 Abs. 3 Satz 3 AsylbLG", titel="Absetzungen vom Erwerbseinkommen")
def asylblg_erwerb_absetzungen(
    asylblg_erwerb: Cent,
    erwerbseinkommen_steuern: Cent,
    erwerbseinkommen_sozialversicherung: Cent,
    wfbm_abzuege: Cent,
    selbststaendig_steuern: Cent,
    selbststaendig_pflichtbeitraege: Cent,
    notwendige_ausgaben: Cent,
) -> Cent:
    """Steuern, Pflichtbeiträge zur Sozialversicherung und notwendige Ausgaben, höchstens das Einkommen dieser Art."""
    lohn = erwerbseinkommen_steuern + erwerbseinkommen_sozialversicherung + wfbm_abzuege
    return min(asylblg_erwerb, lohn + selbststaendig_steuern + selbststaendig_pflichtbeitraege + notwendige_ausgaben)


@regel("person", norm="§ 7 Abs. 3 Satz 1 AsylbLG", titel="Höchstbetrag des Erwerbsfreibetrags")
def asylblg_freibetrag_hoechstens(
    asylblg_persoenlich_stufe: Cent,
    asylblg_bedarfsstufe: AsylblgBedarfsstufe,
    asylblg_notwendiger_bedarf: tuple[Cent, ...],
    asylblg_notwendig_geschuetzt: Cent,
    asylblg_erwerbsfreibetrag_hoechstens: Basispunkte,
) -> Cent:
    """50 Prozent der Summe aus notwendigem und persönlichem Bedarf der maßgeblichen Bedarfsstufe."""
    notwendig = max(asylblg_notwendiger_bedarf[asylblg_bedarfsstufe], asylblg_notwendig_geschuetzt)
    return anteil(asylblg_persoenlich_stufe + notwendig, asylblg_erwerbsfreibetrag_hoechstens)


@regel("person", norm="§ 7 Abs. 3 Satz 2 AsylbLG", titel="Steuerfreie Einnahmen aus Ehrenamt und Nebentätigkeit")
def asylblg_ehrenamt(nebentaetigkeit_steuerfrei: Cent, betreuerpauschale: Cent) -> Cent:
    """Einnahmen nach § 3 Nr. 12, 26, 26a oder 26b EStG."""
    return nebentaetigkeit_steuerfrei + betreuerpauschale


@regel("person", norm="§ 7 Abs. 3 Satz 1 AsylbLG", titel="Erwerbsfreibetrag von 25 Prozent")
def asylblg_freibetrag_erwerb(
    asylblg_erwerb: Cent,
    asylblg_erwerb_absetzungen: Cent,
    asylblg_erwerbsfreibetrag_satz: Basispunkte,
    asylblg_freibetrag_hoechstens: Cent,
    asylblg_bemessung_erwerbsfreibetrag: Bemessung,
) -> Cent:
    """25 vom Hundert des Erwerbseinkommens, höchstens der Höchstbetrag und nie mehr als das Einkommen selbst."""
    netto = asylblg_erwerb - asylblg_erwerb_absetzungen
    grundlage = asylblg_erwerb if asylblg_bemessung_erwerbsfreibetrag == Bemessung.BRUTTO else netto
    return min(anteil(grundlage, asylblg_erwerbsfreibetrag_satz), asylblg_freibetrag_hoechstens, netto)


@regel("person", norm="§ 7 Abs. 3 Satz 1, 2 AsylbLG", titel="Freibetrag")
def asylblg_freibetrag(
    asylblg_freibetrag_erwerb: Cent,
    asylblg_ehrenamt: Cent,
    asylblg_ehrenamt_frei: Cent,
    asylblg_erwerb: Cent,
    asylblg_erwerb_absetzungen: Cent,
) -> Cent:
    """25 Prozent; mit Ehrenamt stattdessen bis zum Betrag des Satzes 2 aus allen Tätigkeiten, wenn das mehr ist."""
    if asylblg_ehrenamt == 0:
        return asylblg_freibetrag_erwerb
    taetigkeit = asylblg_ehrenamt + asylblg_erwerb - asylblg_erwerb_absetzungen
    return max(asylblg_freibetrag_erwerb, min(taetigkeit, asylblg_ehrenamt_frei))


@regel("person", norm="§ 7 Abs. 1, 3 AsylbLG", titel="Anzurechnendes Einkommen aus Tätigkeit")
def asylblg_taetigkeit(
    asylblg_erwerb: Cent, asylblg_erwerb_absetzungen: Cent, asylblg_ehrenamt: Cent, asylblg_freibetrag: Cent
) -> Cent:
    """Erwerb und Ehrenamt nach Absetzungen und Freibetrag."""
    return asylblg_erwerb - asylblg_erwerb_absetzungen + asylblg_ehrenamt - asylblg_freibetrag


@regel("person", norm="§ 7 Abs. 1, 3 AsylbLG", titel="Renten nach Abzügen")
def asylblg_renten(
    renten_brutto: Cent, rente_sozialversicherung: Cent, betriebsrente_sozialversicherung: Cent, rente_steuern: Cent
) -> Cent:
    """Renten nach Steuern und Beiträgen zur Sozialversicherung."""
    return max(renten_brutto - rente_sozialversicherung - betriebsrente_sozialversicherung - rente_steuern, 0)


@regel("person", norm="§ 7 Abs. 1 AsylbLG", titel="Übrige Einnahmen")
def asylblg_uebriges(
    entgeltersatz_anzurechnen: Cent,
    unterhalt_anzurechnen: Cent,
    kindergeld: Cent,
    kapitalertraege: Cent,
    mieteinnahmen: Cent,
    zuwendungen_dritter: Cent,
    sonstiges_einkommen: Cent,
) -> Cent:
    """Jeder Zufluss zählt; § 7 Abs. 2 nimmt nur einzelne Leistungen aus."""
    laufend = entgeltersatz_anzurechnen + unterhalt_anzurechnen + kindergeld + kapitalertraege
    return laufend + mieteinnahmen + zuwendungen_dritter + sonstiges_einkommen


@regel("person", norm="§ 7 Abs. 1 AsylbLG", titel="Einmalige Einnahme im Zuflussmonat")
def asylblg_einmalig(einmalige_einnahme: Cent, einmalige_einnahme_monat: Datum, monat: Datum) -> Cent:
    """Einkommen des Monats, in dem es zufließt; was bleibt, ist danach Vermögen."""
    return einmalige_einnahme if monatserster(einmalige_einnahme_monat) == monat else 0


@regel("person", norm="§ 7 Abs. 1 bis 3 AsylbLG", titel="Einzusetzendes Einkommen")
def asylblg_einkommen(
    asylblg_taetigkeit: Cent,
    asylblg_renten: Cent,
    asylblg_uebriges: Cent,
    asylblg_einmalig: Cent,
    asylblg_versicherungen: Cent,
    asylblg_nicht_angerechnet: Cent,
) -> Cent:
    """Alle Einnahmen des Monats nach Freibetrag, vorgeschriebenen Versicherungen und § 7 Abs. 2, nicht unter null."""
    summe_einnahmen = asylblg_taetigkeit + asylblg_renten + asylblg_uebriges + asylblg_einmalig
    return max(summe_einnahmen - asylblg_versicherungen - asylblg_nicht_angerechnet, 0)


@regel("person", norm="§ 7 Abs. 1, 5 Satz 2, 3 AsylbLG", titel="Verfügbares Vermögen")
def asylblg_vermoegen(
    vermoegen_geld: Cent,
    vermoegen_lebensversicherung: Cent,
    vermoegen_sonstiges: Cent,
    vermoegen_kfz: Cent,
    vermoegen_immobilie: Cent,
    asylblg_vermoegen_unentbehrlich: Cent,
) -> Cent:
    """Vermögen ohne das, was für Ausbildung oder Arbeit unentbehrlich ist."""
    sachen = vermoegen_sonstiges + vermoegen_kfz + vermoegen_immobilie
    return max(vermoegen_geld + vermoegen_lebensversicherung + sachen - asylblg_vermoegen_unentbehrlich, 0)


@summe("einsatzgemeinschaft", norm="§ 7 Abs. 1 Satz 1 AsylbLG", titel="Vermögen der Familie")
def asylblg_vermoegen_familie(asylblg_vermoegen: Cent) -> Cent:
    """Verfügbares Vermögen der Person und ihrer Familienangehörigen im Haushalt."""
    return asylblg_vermoegen


@anzahl("einsatzgemeinschaft", norm="§ 7 Abs. 1 Satz 1, Abs. 5 AsylbLG", titel="Familienangehörige im Haushalt")
def asylblg_familie() -> bool:
    """Partner und minderjährige ledige Kinder, die im selben Haushalt leben."""
    return True


@regel("einsatzgemeinschaft", norm="§ 7 Abs. 5 Satz 1 AsylbLG", titel="Vermögen über dem Freibetrag")
def asylblg_vermoegen_ueber_freibetrag(
    asylblg_vermoegen_familie: Cent, asylblg_familie: Anzahl, asylblg_vermoegensfreibetrag: Cent
) -> Cent:
    """Je Person ist ein Freibetrag abzusetzen; der Rest ist vorher aufzubrauchen."""
    return max(asylblg_vermoegen_familie - asylblg_familie * asylblg_vermoegensfreibetrag, 0)
