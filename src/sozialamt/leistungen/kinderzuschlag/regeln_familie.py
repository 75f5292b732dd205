"""Kinderzuschlag: Eltern und Kinder, ihre Bedarfe und Einkommen (§ 6a Abs. 1, 3, 5 BKGG).

Bedarfe und Einkommen folgen den Regeln des SGB II (`sgb2_…`). Maßgeblich ist nach § 6a Abs. 8 BKGG der Durchschnitt
der sechs Monate vor dem Bewilligungszeitraum; die Merkmale sind dafür mit Durchschnittswerten zu füllen.
"""

from sozialamt.leistungen.wohngeld.auswahl import Transferleistung
from sozialamt.rechenkern import Anzahl, Basispunkte, Cent, anzahl, irgendein, maximum, regel, summe
from sozialamt.rechenkern.rundung import GANZES, anteil, kaufmaennisch


@regel("person", norm="§ 6a Abs. 1 BKGG", titel="Kind im Sinne des Kinderzuschlags")
def kinderzuschlag_kind(sgb2_kind: bool, kindergeld_anspruch: Cent) -> bool:
    """Unverheiratet, unter 25 Jahren, im Haushalt der Eltern, und für das Kind steht Kindergeld zu."""
    return sgb2_kind and kindergeld_anspruch > 0


@anzahl("bedarfsgemeinschaft", norm="§ 6a Abs. 1 BKGG", titel="Kinder mit möglichem Kinderzuschlag")
def kinderzuschlag_kinder(kinderzuschlag_kind: bool) -> bool:
    """Zahl der Kinder, für die Kinderzuschlag in Betracht kommt."""
    return kinderzuschlag_kind


@anzahl("bedarfsgemeinschaft", norm="§ 6a Abs. 5 Satz 4 BKGG", titel="Kinder der Bedarfsgemeinschaft")
def kinderzuschlag_kinder_im_haushalt(sgb2_kind: bool) -> bool:
    """Kinder, auf die ein Anteil der Unterkunft entfällt."""
    return sgb2_kind


@anzahl("bedarfsgemeinschaft", norm="§ 6a Abs. 5 Satz 2 BKGG", titel="Eltern")
def kinderzuschlag_eltern(sgb2_kind: bool) -> bool:
    """Mitglieder der Bedarfsgemeinschaft mit Ausnahme der Kinder."""
    return not sgb2_kind


@anzahl("bedarfsgemeinschaft", norm="§ 6a Abs. 3 Satz 5 BKGG", titel="Mitglieder der Bedarfsgemeinschaft")
def kinderzuschlag_personen() -> bool:
    """Alle Mitglieder der Bedarfsgemeinschaft."""
    return True


@regel("person", norm="§ 6a Abs. 1 Nr. 2 BKGG, § 11 Abs. 1 Satz 1, 2 SGB II", titel="Einkommen ohne Absetzungen")
def kinderzuschlag_bruttoeinkommen(
    sgb2_erwerb_brutto: Cent,
    sgb2_renten: Cent,
    sgb2_lohnersatz_unterhalt: Cent,
    sgb2_kapital_miete: Cent,
    sgb2_ausbildungsfoerderung: Cent,
    sonstiges_einkommen: Cent,
) -> Cent:
    """Einnahmen ohne Wohngeld, Kindergeld und Kinderzuschlag, ohne Beträge nach § 11b SGB II abzusetzen."""
    erwerb = sgb2_erwerb_brutto + sgb2_lohnersatz_unterhalt + sgb2_ausbildungsfoerderung
    return erwerb + sgb2_renten + sgb2_kapital_miete + sonstiges_einkommen


@summe("bedarfsgemeinschaft", norm="§ 6a Abs. 1 Nr. 2 BKGG", titel="Einkommen der Eltern ohne Absetzungen")
def kinderzuschlag_brutto_eltern(kinderzuschlag_bruttoeinkommen: Cent, sgb2_kind: bool) -> Cent:
    """Summe für die Mindesteinkommensgrenze."""
    return 0 if sgb2_kind else kinderzuschlag_bruttoeinkommen


@regel("bedarfsgemeinschaft", norm="§ 6a Abs. 1 Nr. 2 BKGG", titel="Mindesteinkommensgrenze")
def kinderzuschlag_mindesteinkommen(
    kinderzuschlag_eltern: Anzahl,
    kinderzuschlag_mindesteinkommen_paar: Cent,
    kinderzuschlag_mindesteinkommen_alleinerziehend: Cent,
) -> Cent:
    """900 Euro, für Alleinerziehende 600 Euro."""
    if kinderzuschlag_eltern > 1:
        return kinderzuschlag_mindesteinkommen_paar
    return kinderzuschlag_mindesteinkommen_alleinerziehend


@regel("person", norm="§ 6a Abs. 3 Satz 2, Abs. 5 Satz 1 BKGG", titel="Zu berücksichtigendes Einkommen")
def kinderzuschlag_einkommen(sgb2_einkommen: Cent, wohngeld_bezug: Cent) -> Cent:
    """Einkommen nach §§ 11 bis 11b SGB II ohne Wohngeld."""
    return max(0, sgb2_einkommen - wohngeld_bezug)


@regel("person", norm="§ 6a Abs. 3 Satz 1 bis 3 BKGG", titel="Kinderzuschlag des einzelnen Kindes")
def kinderzuschlag_je_kind(
    kinderzuschlag_kind: bool,
    kinderzuschlag_einkommen: Cent,
    kinderzuschlag_hoechstbetrag: Cent,
    kinderzuschlag_satz_kind: Basispunkte,
) -> Cent:
    """Höchstbetrag abzüglich des anzurechnenden Teils des Kindeseinkommens."""
    if not kinderzuschlag_kind:
        return 0
    return max(0, kinderzuschlag_hoechstbetrag - anteil(kinderzuschlag_einkommen, kinderzuschlag_satz_kind))


@summe("bedarfsgemeinschaft", norm="§ 6a Abs. 4 BKGG", titel="Gesamtkinderzuschlag vor Minderung")
def kinderzuschlag_gesamt(kinderzuschlag_je_kind: Cent) -> Cent:
    """Summe der einzelnen Kinderzuschläge."""
    return kinderzuschlag_je_kind


@regel("bedarfsgemeinschaft", norm="§ 6a Abs. 5 Satz 4 BKGG", titel="Anteil der Eltern an der Unterkunft")
def kinderzuschlag_wohnanteil(
    kinderzuschlag_eltern: Anzahl,
    kinderzuschlag_kinder_im_haushalt: Anzahl,
    kinderzuschlag_wohnbedarf_alleinstehend: Cent,
    kinderzuschlag_wohnbedarf_paar: Cent,
    kinderzuschlag_wohnbedarf_kind: Cent,
) -> Basispunkte:
    """Verhältnis der Bedarfe für Unterkunft und Heizung im Existenzminimumbericht, auf zwei Stellen gerundet."""
    eltern = kinderzuschlag_wohnbedarf_paar if kinderzuschlag_eltern > 1 else kinderzuschlag_wohnbedarf_alleinstehend
    return kaufmaennisch(GANZES * eltern, eltern + kinderzuschlag_kinder_im_haushalt * kinderzuschlag_wohnbedarf_kind)


@summe("bedarfsgemeinschaft", norm="§ 6a Abs. 5 Satz 1 BKGG", titel="Regel- und Mehrbedarfe der Eltern")
def kinderzuschlag_lebensunterhalt_eltern(sgb2_regelbedarf: Cent, sgb2_mehrbedarf: Cent, sgb2_kind: bool) -> Cent:
    """Bedarfe der Eltern ohne Unterkunft."""
    return 0 if sgb2_kind else sgb2_regelbedarf + sgb2_mehrbedarf


@regel("bedarfsgemeinschaft", norm="§ 6a Abs. 5 Satz 4 BKGG", titel="Unterkunft und Heizung der Eltern")
def kinderzuschlag_unterkunft_eltern(sgb2_unterkunft_bg: Cent, kinderzuschlag_wohnanteil: Basispunkte) -> Cent:
    """Auf die Eltern entfallender Teil der Unterkunft."""
    return anteil(sgb2_unterkunft_bg, kinderzuschlag_wohnanteil)


@regel("bedarfsgemeinschaft", norm="§ 6a Abs. 5 BKGG", titel="Gesamtbedarf der Eltern")
def kinderzuschlag_bedarf_eltern(
    kinderzuschlag_lebensunterhalt_eltern: Cent, kinderzuschlag_unterkunft_eltern: Cent
) -> Cent:
    """Regelbedarfe, Mehrbedarfe und Anteil der Unterkunft."""
    return kinderzuschlag_lebensunterhalt_eltern + kinderzuschlag_unterkunft_eltern


@summe("bedarfsgemeinschaft", norm="§ 6a Abs. 5 Satz 1, 2 BKGG", titel="Einkommen der Eltern")
def kinderzuschlag_einkommen_eltern(kinderzuschlag_einkommen: Cent, sgb2_kind: bool) -> Cent:
    """Zu berücksichtigendes Einkommen der Mitglieder mit Ausnahme der Kinder."""
    return 0 if sgb2_kind else kinderzuschlag_einkommen


@summe("bedarfsgemeinschaft", norm="§ 6a Abs. 6 BKGG", titel="Davon Erwerbseinkünfte")
def kinderzuschlag_erwerb_eltern(kinderzuschlag_einkommen: Cent, sgb2_erwerb_bereinigt: Cent, sgb2_kind: bool) -> Cent:
    """Erwerbseinkommen nach Abzügen, höchstens das zu berücksichtigende Einkommen."""
    return 0 if sgb2_kind else min(kinderzuschlag_einkommen, sgb2_erwerb_bereinigt)


@summe("bedarfsgemeinschaft", norm="§ 6a Abs. 1a Nr. 2 BKGG", titel="Absetzbeträge der Eltern wegen Erwerbstätigkeit")
def kinderzuschlag_absetzbetraege_eltern(
    sgb2_erwerb_brutto: Cent, sgb2_absetzbetrag_erwerb: Cent, sgb2_erwerbsfreibetrag: Cent, sgb2_kind: bool
) -> Cent:
    """Grundabsetzbetrag und Erwerbstätigenfreibetrag nach § 11b Abs. 2 bis 3 SGB II."""
    if sgb2_kind or sgb2_erwerb_brutto == 0:
        return 0
    return sgb2_absetzbetrag_erwerb + sgb2_erwerbsfreibetrag


@summe("bedarfsgemeinschaft", norm="§ 9 SGB II, § 6a Abs. 1 Nr. 3 BKGG", titel="Einkommen aller Mitglieder")
def kinderzuschlag_einkommen_bg(kinderzuschlag_einkommen: Cent) -> Cent:
    """Zu berücksichtigendes Einkommen von Eltern und Kindern ohne Wohngeld und Kindergeld."""
    return kinderzuschlag_einkommen


@summe("bedarfsgemeinschaft", norm="§ 11 Abs. 1 Satz 5 SGB II", titel="Kindergeld der Kinder")
def kinderzuschlag_kindergeld_bg(sgb2_kind: bool, kindergeld_anspruch: Cent, sgb2_absetzbetrag_uebrig: Cent) -> Cent:
    """Kindergeld als Einkommen der Kinder abzüglich nicht verbrauchter Absetzbeträge."""
    return max(0, kindergeld_anspruch - sgb2_absetzbetrag_uebrig) if sgb2_kind else 0


@irgendein("bedarfsgemeinschaft", norm="§ 6a Abs. 1a Nr. 3 BKGG", titel="Bezieht oder beantragt SGB II oder SGB XII")
def kinderzuschlag_transferbezug(transferleistung_mit_unterkunft: Transferleistung) -> bool:
    """Ein Mitglied erhält Leistungen nach dem Zweiten oder Zwölften Buch oder hat sie beantragt."""
    return (
        transferleistung_mit_unterkunft == Transferleistung.SGB_2
        or transferleistung_mit_unterkunft == Transferleistung.GRUNDSICHERUNG
        or transferleistung_mit_unterkunft == Transferleistung.LEBENSUNTERHALT
    )


@maximum("bedarfsgemeinschaft", norm="§ 6a Abs. 1 Nr. 3 Satz 2, 3 BKGG", titel="Wohngeld des Haushalts")
def kinderzuschlag_wohngeld_haushalt(wohngeld_vorrang: Cent) -> Cent:
    """Wohngeld in der Höhe, in der es voraussichtlich zu bewilligen wäre."""
    return wohngeld_vorrang


@maximum("bedarfsgemeinschaft", norm="§ 6 WoGG", titel="Berücksichtigte Mitglieder des Wohngeldhaushalts")
def kinderzuschlag_wohngeld_mitglieder(wohngeld_groesse_vorrang: Anzahl) -> Anzahl:
    """Personen, auf die sich das Wohngeld verteilt."""
    return wohngeld_groesse_vorrang


@anzahl("bedarfsgemeinschaft", norm="§ 6 WoGG", titel="Im Wohngeld berücksichtigte Mitglieder")
def kinderzuschlag_mitglieder_mit_wohngeld(wohngeld_beruecksichtigt_vorrang: bool) -> bool:
    """Mitglieder der Bedarfsgemeinschaft, die im Wohngeld zählen."""
    return wohngeld_beruecksichtigt_vorrang


@regel("bedarfsgemeinschaft", norm="§ 6a Abs. 1 Nr. 3 BKGG", titel="Wohngeld der Familie")
def kinderzuschlag_wohngeld(
    kinderzuschlag_wohngeld_haushalt: Cent,
    kinderzuschlag_wohngeld_mitglieder: Anzahl,
    kinderzuschlag_mitglieder_mit_wohngeld: Anzahl,
) -> Cent:
    """Nach Köpfen auf die Bedarfsgemeinschaft entfallender Teil des Wohngeldes."""
    if kinderzuschlag_wohngeld_mitglieder == 0:
        return 0
    anteil_familie = kinderzuschlag_wohngeld_haushalt * kinderzuschlag_mitglieder_mit_wohngeld
    return kaufmaennisch(anteil_familie, kinderzuschlag_wohngeld_mitglieder)
