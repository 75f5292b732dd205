"""Wohngeld: Jahreseinkommen je Person (§§ 14 bis 16 WoGG). Alle Beträge sind Jahresbeträge."""

from sozialamt.rechenkern import Anzahl, Basispunkte, Cent, regel
from sozialamt.rechenkern.rundung import anteil


@regel("person", norm="§ 14 Abs. 1 WoGG, § 2 Abs. 1 Nr. 4, § 9a EStG", titel="Einkünfte aus Arbeit im Jahr")
def wohngeld_arbeitseinkuenfte(
    erwerbseinkommen_brutto: Cent,
    wfbm_entgelt: Cent,
    wohngeld_sonderzuwendungen: Cent,
    wohngeld_werbungskosten: Cent,
    wohngeld_pauschal_besteuert: bool,
    wohngeld_arbeitnehmer_pauschbetrag: Cent,
    wohngeld_monate_im_jahr: Anzahl,
) -> Cent:
    """Bruttolohn abzüglich Werbungskosten, mindestens des Pauschbetrags; bei pauschaler Steuer nur tatsächliche."""
    brutto = (erwerbseinkommen_brutto + wfbm_entgelt) * wohngeld_monate_im_jahr + wohngeld_sonderzuwendungen
    if wohngeld_pauschal_besteuert:
        return max(0, brutto - wohngeld_werbungskosten)
    return max(0, brutto - max(wohngeld_werbungskosten, wohngeld_arbeitnehmer_pauschbetrag))


@regel("person", norm="§ 14 Abs. 1, 2 Nr. 3 WoGG", titel="Steuerbare Renten im Monat")
def wohngeld_renten_monat(
    rente_gesetzlich: Cent,
    rente_hinterbliebene: Cent,
    rente_sondersystem: Cent,
    rente_betrieblich: Cent,
    rente_privat: Cent,
) -> Cent:
    """Renten in voller Höhe, auch soweit sie nicht der Besteuerung unterliegen."""
    return rente_gesetzlich + rente_hinterbliebene + rente_sondersystem + rente_betrieblich + rente_privat


@regel("person", norm="§ 14 Abs. 1, 2 Nr. 3, 5 WoGG, § 9a Satz 1 Nr. 3 EStG", titel="Renten im Jahr")
def wohngeld_renten(
    wohngeld_renten_monat: Cent,
    rente_unfall: Cent,
    wohngeld_werbungskosten_pauschbetrag_rente: Cent,
    wohngeld_monate_im_jahr: Anzahl,
) -> Cent:
    """Renten abzüglich des Werbungskosten-Pauschbetrags; die steuerfreie Unfallrente zählt ungekürzt."""
    steuerbar = max(0, wohngeld_renten_monat * wohngeld_monate_im_jahr - wohngeld_werbungskosten_pauschbetrag_rente)
    return steuerbar + rente_unfall * wohngeld_monate_im_jahr


@regel("person", norm="§ 10 BEEG, § 14 Abs. 2 Nr. 6 WoGG", titel="Anzurechnendes Elterngeld im Monat")
def wohngeld_elterngeld(
    elterngeld_bezug: Cent,
    elterngeld_plus: bool,
    wohngeld_elterngeld_frei: Cent,
    wohngeld_elterngeld_plus_frei: Cent,
) -> Cent:
    """Elterngeld über dem Freibetrag; bei ElterngeldPlus bleibt nur die Hälfte des Freibetrags außer Ansatz."""
    if elterngeld_plus:
        return max(0, elterngeld_bezug - wohngeld_elterngeld_plus_frei)
    return max(0, elterngeld_bezug - wohngeld_elterngeld_frei)


@regel("person", norm="§ 14 Abs. 2 Nr. 6 WoGG", titel="Lohnersatzleistungen im Jahr")
def wohngeld_ersatzleistungen(
    arbeitslosengeld: Cent,
    krankengeld: Cent,
    mutterschaftsgeld: Cent,
    wohngeld_elterngeld: Cent,
    wohngeld_monate_im_jahr: Anzahl,
) -> Cent:
    """Leistungen, die dem Progressionsvorbehalt unterliegen."""
    return (arbeitslosengeld + krankengeld + mutterschaftsgeld + wohngeld_elterngeld) * wohngeld_monate_im_jahr


@regel("person", norm="§ 14 Abs. 2 Nr. 19 bis 21 WoGG", titel="Unterhalt im Jahr")
def wohngeld_unterhalt(
    unterhalt: Cent,
    unterhaltsvorschuss_bezug: Cent,
    zuwendungen_dritter: Cent,
    wohngeld_zuwendungen_frei: Cent,
    wohngeld_monate_im_jahr: Anzahl,
) -> Cent:
    """Unterhalt, Unterhaltsvorschuss und Zuwendungen nicht vorrangig Verpflichteter über dem freien Jahresbetrag."""
    zuwendungen = max(0, zuwendungen_dritter * wohngeld_monate_im_jahr - wohngeld_zuwendungen_frei)
    return (unterhalt + unterhaltsvorschuss_bezug) * wohngeld_monate_im_jahr + zuwendungen


@regel("person", norm="§ 14 Abs. 2 Nr. 27 WoGG", titel="Ausbildungsförderung im Jahr")
def wohngeld_ausbildungsfoerderung(
    wohngeld_ausbildungszuschuss: Cent,
    wohngeld_ausbildungsfoerderung_anteil: Basispunkte,
    wohngeld_monate_im_jahr: Anzahl,
) -> Cent:
    """Die Hälfte der als Zuschuss erbrachten Ausbildungsförderung."""
    return anteil(wohngeld_ausbildungszuschuss * wohngeld_monate_im_jahr, wohngeld_ausbildungsfoerderung_anteil)


@regel("person", norm="§ 14 Abs. 1, 2 Nr. 15, § 15 Abs. 2 WoGG", titel="Weitere Einnahmen im Jahr")
def wohngeld_weitere_einnahmen(
    einkommen_selbststaendig: Cent,
    mieteinnahmen: Cent,
    sonstiges_einkommen: Cent,
    kapitalertraege: Cent,
    wohngeld_einmaliges_einkommen: Cent,
    wohngeld_kapitalertraege_frei: Cent,
    wohngeld_monate_im_jahr: Anzahl,
) -> Cent:
    """Gewinn, Mieteinnahmen, Kapitalerträge über 100 Euro im Jahr und sonstige Einkünfte."""
    laufend = (einkommen_selbststaendig + mieteinnahmen + sonstiges_einkommen) * wohngeld_monate_im_jahr
    kapital = max(0, kapitalertraege * wohngeld_monate_im_jahr - wohngeld_kapitalertraege_frei)
    return laufend + kapital + wohngeld_einmaliges_einkommen


@regel("person", norm="§ 14 WoGG", titel="Einnahmen im Jahr")
def wohngeld_einnahmen(
    wohngeld_arbeitseinkuenfte: Cent,
    wohngeld_renten: Cent,
    wohngeld_ersatzleistungen: Cent,
    wohngeld_unterhalt: Cent,
    wohngeld_ausbildungsfoerderung: Cent,
    wohngeld_weitere_einnahmen: Cent,
) -> Cent:
    """Positive Einkünfte zuzüglich der Einnahmen nach Absatz 2."""
    erwerb = wohngeld_arbeitseinkuenfte + wohngeld_weitere_einnahmen
    ersatz = wohngeld_renten + wohngeld_ersatzleistungen
    return erwerb + ersatz + wohngeld_unterhalt + wohngeld_ausbildungsfoerderung


@regel("person", norm="§ 16 Satz 1 Nr. 1 WoGG", titel="Steuern vom Einkommen zu leisten")
def wohngeld_leistet_steuern(
    erwerbseinkommen_steuern: Cent, selbststaendig_steuern: Cent, rente_steuern: Cent, wohngeld_pauschal_besteuert: bool
) -> bool:
    """Lohnsteuer oder veranlagte Einkommensteuer; pauschale Steuer trägt der Arbeitgeber."""
    if selbststaendig_steuern > 0 or rente_steuern > 0:
        return True
    return erwerbseinkommen_steuern > 0 and not wohngeld_pauschal_besteuert


@regel("person", norm="§ 16 Satz 1 Nr. 2, Satz 2 WoGG", titel="Beiträge zur Kranken- und Pflegeversicherung zu leisten")
def wohngeld_leistet_krankenversicherung(
    erwerbseinkommen_sozialversicherung: Cent,
    rente_sozialversicherung: Cent,
    betriebsrente_sozialversicherung: Cent,
    wohngeld_krankenversicherung_selbst: bool,
    wohngeld_pauschal_besteuert: bool,
) -> bool:
    """Pflichtbeiträge aus Lohn oder Rente oder laufende Beiträge zum selben Zweck."""
    if wohngeld_krankenversicherung_selbst or rente_sozialversicherung + betriebsrente_sozialversicherung > 0:
        return True
    return erwerbseinkommen_sozialversicherung > 0 and not wohngeld_pauschal_besteuert


@regel("person", norm="§ 16 Satz 1 Nr. 3, Satz 2 WoGG", titel="Beiträge zur Altersvorsorge zu leisten")
def wohngeld_leistet_rentenversicherung(
    erwerbseinkommen_sozialversicherung: Cent, wohngeld_altersvorsorge_selbst: bool
) -> bool:
    """Pflichtbeiträge zur gesetzlichen Rentenversicherung oder laufende Beiträge zum selben Zweck."""
    return erwerbseinkommen_sozialversicherung > 0 or wohngeld_altersvorsorge_selbst


@regel("person", norm="§ 16 WoGG", titel="Abzug für Steuern und Beiträge")
def wohngeld_abzugssatz(
    wohngeld_leistet_steuern: bool,
    wohngeld_leistet_krankenversicherung: bool,
    wohngeld_leistet_rentenversicherung: bool,
    wohngeld_abzug_satz: Basispunkte,
) -> Basispunkte:
    """Je 10 Prozent für Steuern, für Kranken- und Pflegeversicherung und für Altersvorsorge."""
    satz = 0
    if wohngeld_leistet_steuern:
        satz += wohngeld_abzug_satz
    if wohngeld_leistet_krankenversicherung:
        satz += wohngeld_abzug_satz
    if wohngeld_leistet_rentenversicherung:
        satz += wohngeld_abzug_satz
    return satz


@regel("person", norm="§ 16 WoGG", titel="Abzugsbetrag für Steuern und Beiträge im Jahr")
def wohngeld_abzugsbetrag(wohngeld_einnahmen: Cent, wohngeld_abzugssatz: Basispunkte) -> Cent:
    """Pauschaler Abzug von den gesamten Einnahmen der Person."""
    return anteil(wohngeld_einnahmen, wohngeld_abzugssatz)


@regel("person", norm="§ 14 Abs. 1 WoGG", titel="Jahreseinkommen")
def wohngeld_jahreseinkommen(wohngeld_einnahmen: Cent, wohngeld_abzugsbetrag: Cent) -> Cent:
    """Einnahmen abzüglich der Abzugsbeträge für Steuern und Sozialversicherungsbeiträge."""
    return wohngeld_einnahmen - wohngeld_abzugsbetrag
