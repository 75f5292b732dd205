"""Elterngeld: Ersatzrate, Betrag, Geschwisterbonus, Mehrlinge, Plus, Anrechnung (§§ 2, 2a, 3, 4a BEEG)."""

from sozialamt.leistungen.elterngeld.auswahl import ElterngeldArt, ElterngeldGeschwister
from sozialamt.rechenkern import Anzahl, Basispunkte, Cent, Datum, Jahre, beim, regel, summe_an
from sozialamt.rechenkern.kalender import vollendete_jahre
from sozialamt.rechenkern.rundung import abrunden, anteil, kaufmaennisch

Tabelle = tuple[int, ...]


@regel("person", norm="§ 2 Abs. 2 Satz 1 BEEG", titel="Erhöhung der Ersatzrate")
def elterngeld_satz_erhoehung(
    elterngeld_netto: Cent,
    elterngeld_grenze_unten: Cent,
    elterngeld_stufe: Cent,
    elterngeld_stufe_satz: Basispunkte,
) -> Basispunkte:
    """0,1 Prozentpunkte für je volle 2 Euro unter 1 000 Euro."""
    return abrunden(max(0, elterngeld_grenze_unten - elterngeld_netto), elterngeld_stufe) * elterngeld_stufe_satz


@regel("person", norm="§ 2 Abs. 2 Satz 2 BEEG", titel="Absenkung der Ersatzrate")
def elterngeld_satz_absenkung(
    elterngeld_netto: Cent,
    elterngeld_grenze_oben: Cent,
    elterngeld_stufe: Cent,
    elterngeld_stufe_satz: Basispunkte,
) -> Basispunkte:
    """0,1 Prozentpunkte für je volle 2 Euro über 1 200 Euro."""
    return abrunden(max(0, elterngeld_netto - elterngeld_grenze_oben), elterngeld_stufe) * elterngeld_stufe_satz


@regel("person", norm="§ 2 Abs. 1, 2 BEEG", titel="Ersatzrate")
def elterngeld_ersatzrate(
    elterngeld_satz: Basispunkte,
    elterngeld_satz_erhoehung: Basispunkte,
    elterngeld_satz_absenkung: Basispunkte,
    elterngeld_satz_hoechstens: Basispunkte,
    elterngeld_satz_mindestens: Basispunkte,
    elterngeld_art: ElterngeldArt,
) -> Basispunkte:
    """67 Prozent, bei geringem Einkommen bis 100, bei höherem bis 65 Prozent."""
    if elterngeld_art == ElterngeldArt.KEINES:
        return 0
    satz = elterngeld_satz + elterngeld_satz_erhoehung - elterngeld_satz_absenkung
    return max(elterngeld_satz_mindestens, min(elterngeld_satz_hoechstens, satz))


@regel("person", norm="§ 2 Abs. 1, 4 BEEG", titel="Elterngeld ohne Einkommen nach der Geburt")
def elterngeld_ohne_einkommen(
    elterngeld_netto: Cent,
    elterngeld_ersatzrate: Basispunkte,
    elterngeld_mindestens: Cent,
    elterngeld_hoechstens: Cent,
) -> Cent:
    """Ersatzrate vom Einkommen, mindestens 300, höchstens 1 800 Euro."""
    return max(elterngeld_mindestens, min(elterngeld_hoechstens, anteil(elterngeld_netto, elterngeld_ersatzrate)))


@regel("person", norm="§ 2 Abs. 3 BEEG", titel="Unterschied der Einkommen vor und nach der Geburt")
def elterngeld_unterschied(
    elterngeld_netto: Cent, elterngeld_einkommen_hoechstens: Cent, elterngeld_einkommen_nachher: Cent
) -> Cent:
    """Vorher höchstens 2 770 Euro."""
    return max(0, min(elterngeld_netto, elterngeld_einkommen_hoechstens) - elterngeld_einkommen_nachher)


@regel("person", norm="§ 2 Abs. 3, § 4a Abs. 2 BEEG", titel="Ersatz für wegfallendes Einkommen")
def elterngeld_ersatz(
    elterngeld_einkommen_nachher: Cent,
    elterngeld_netto: Cent,
    elterngeld_unterschied: Cent,
    elterngeld_ersatzrate: Basispunkte,
) -> Cent:
    """Ersatzrate vom Unterschied; ohne Einkommen nach der Geburt vom ganzen Einkommen."""
    if elterngeld_einkommen_nachher == 0:
        return anteil(elterngeld_netto, elterngeld_ersatzrate)
    return anteil(elterngeld_unterschied, elterngeld_ersatzrate)


@regel("person", norm="§ 2 Abs. 1 bis 4 BEEG", titel="Basiselterngeld vor Zuschlägen")
def elterngeld_basisbetrag(elterngeld_ersatz: Cent, elterngeld_mindestens: Cent, elterngeld_hoechstens: Cent) -> Cent:
    """Mindestens 300, höchstens 1 800 Euro."""
    return max(elterngeld_mindestens, min(elterngeld_hoechstens, elterngeld_ersatz))


@regel("person", norm="§ 4a Abs. 2 BEEG", titel="Elterngeld Plus vor Zuschlägen")
def elterngeld_plusbetrag(
    elterngeld_ersatz: Cent,
    elterngeld_ohne_einkommen: Cent,
    elterngeld_mindestens: Cent,
    elterngeld_plus_hoechstanteil: Basispunkte,
) -> Cent:
    """Höchstens die Hälfte des Basiselterngeldes ohne Einkommen; der Mindestbetrag halbiert sich."""
    hoechstens = anteil(elterngeld_ohne_einkommen, elterngeld_plus_hoechstanteil)
    return min(hoechstens, max(anteil(elterngeld_mindestens, elterngeld_plus_hoechstanteil), elterngeld_ersatz))


@regel("person", norm="§§ 2, 4a BEEG", titel="Elterngeld vor Zuschlägen")
def elterngeld_grundbetrag(
    elterngeld_massgebende_art: ElterngeldArt,
    elterngeld_als_plus: bool,
    elterngeld_basisbetrag: Cent,
    elterngeld_plusbetrag: Cent,
) -> Cent:
    """Nach der Art, die für den Lebensmonat gilt."""
    if elterngeld_massgebende_art == ElterngeldArt.KEINES:
        return 0
    return elterngeld_plusbetrag if elterngeld_als_plus else elterngeld_basisbetrag


@beim("elternteil_1", sonst=0, norm="§ 2a BEEG", titel="Lebensmonat des Geschwisters (erster Elternteil)")
def elterngeld_lm_beginn_1(elterngeld_lebensmonat_beginn: Datum) -> Datum:
    """Beginn des Lebensmonats, für den der Elternteil Elterngeld beansprucht."""
    return elterngeld_lebensmonat_beginn


@beim("elternteil_2", sonst=0, norm="§ 2a BEEG", titel="Lebensmonat des Geschwisters (zweiter Elternteil)")
def elterngeld_lm_beginn_2(elterngeld_lebensmonat_beginn: Datum) -> Datum:
    """Beginn des Lebensmonats, für den der Elternteil Elterngeld beansprucht."""
    return elterngeld_lebensmonat_beginn


@beim("elternteil_1", sonst=0, norm="§ 2a BEEG", titel="Geburt des Elterngeldkindes (erster Elternteil)")
def elterngeld_stichtag_bei_1(elterngeld_stichtag: Datum) -> Datum:
    """Tag der Geburt des Kindes, für das der Elternteil Elterngeld beansprucht."""
    return elterngeld_stichtag


@beim("elternteil_2", sonst=0, norm="§ 2a BEEG", titel="Geburt des Elterngeldkindes (zweiter Elternteil)")
def elterngeld_stichtag_bei_2(elterngeld_stichtag: Datum) -> Datum:
    """Tag der Geburt des Kindes, für das der Elternteil Elterngeld beansprucht."""
    return elterngeld_stichtag


def _juenger(stichtag: Datum, elterngeldkind: Datum, am: Datum, grenze: Jahre) -> bool:
    """Älteres Geschwister, das am Beginn des Lebensmonats die Grenze noch nicht erreicht hat."""
    return am > 0 and stichtag < elterngeldkind and vollendete_jahre(stichtag, am) < grenze


@regel("person", norm="§ 2a Abs. 1 Nr. 1, Abs. 2 BEEG", titel="Altersgrenze für zwei Kinder")
def elterngeld_grenze_zwei(
    grad_der_behinderung: Anzahl, elterngeld_geschwister_zwei: Jahre, elterngeld_geschwister_behinderung: Jahre
) -> Jahre:
    """Drei Jahre, für Kinder mit Behinderung 14 Jahre."""
    return elterngeld_geschwister_behinderung if grad_der_behinderung > 0 else elterngeld_geschwister_zwei


@regel("person", norm="§ 2a Abs. 1 Nr. 2, Abs. 2 BEEG", titel="Altersgrenze für drei Kinder")
def elterngeld_grenze_drei(
    grad_der_behinderung: Anzahl, elterngeld_geschwister_drei: Jahre, elterngeld_geschwister_behinderung: Jahre
) -> Jahre:
    """Sechs Jahre, für Kinder mit Behinderung 14 Jahre."""
    return elterngeld_geschwister_behinderung if grad_der_behinderung > 0 else elterngeld_geschwister_drei


@regel("person", norm="§ 2a Abs. 2 Satz 1 BEEG", titel="Als Geschwister zu berücksichtigen")
def elterngeld_geschwister_moeglich(
    geburtsdatum: Datum, monat: Datum, elterngeld_geschwister_behinderung: Jahre
) -> bool:
    """Angenommene Kinder nur bis zur Vollendung des 14. Lebensjahres."""
    return vollendete_jahre(geburtsdatum, monat) < elterngeld_geschwister_behinderung


@summe_an("elternteil_1", norm="§ 2a Abs. 1 Nr. 1 BEEG", titel="Geschwister unter drei (erster Elternteil)")
def elterngeld_geschwister_u3_1(
    elterngeld_stichtag_kind: Datum,
    elterngeld_stichtag_bei_1: Datum,
    elterngeld_lm_beginn_1: Datum,
    elterngeld_grenze_zwei: Jahre,
    elterngeld_geschwister_moeglich: bool,
) -> Anzahl:
    """Ältere Kinder unter der Altersgrenze."""
    if not elterngeld_geschwister_moeglich:
        return 0
    if _juenger(elterngeld_stichtag_kind, elterngeld_stichtag_bei_1, elterngeld_lm_beginn_1, elterngeld_grenze_zwei):
        return 1
    return 0


@summe_an("elternteil_2", norm="§ 2a Abs. 1 Nr. 1 BEEG", titel="Geschwister unter drei (zweiter Elternteil)")
def elterngeld_geschwister_u3_2(
    elterngeld_stichtag_kind: Datum,
    elterngeld_stichtag_bei_2: Datum,
    elterngeld_lm_beginn_2: Datum,
    elterngeld_grenze_zwei: Jahre,
    elterngeld_geschwister_moeglich: bool,
) -> Anzahl:
    """Ältere Kinder unter der Altersgrenze."""
    if not elterngeld_geschwister_moeglich:
        return 0
    if _juenger(elterngeld_stichtag_kind, elterngeld_stichtag_bei_2, elterngeld_lm_beginn_2, elterngeld_grenze_zwei):
        return 1
    return 0


@summe_an("elternteil_1", norm="§ 2a Abs. 1 Nr. 2 BEEG", titel="Geschwister unter sechs (erster Elternteil)")
def elterngeld_geschwister_u6_1(
    elterngeld_stichtag_kind: Datum,
    elterngeld_stichtag_bei_1: Datum,
    elterngeld_lm_beginn_1: Datum,
    elterngeld_grenze_drei: Jahre,
    elterngeld_geschwister_moeglich: bool,
) -> Anzahl:
    """Ältere Kinder unter der Altersgrenze."""
    if not elterngeld_geschwister_moeglich:
        return 0
    if _juenger(elterngeld_stichtag_kind, elterngeld_stichtag_bei_1, elterngeld_lm_beginn_1, elterngeld_grenze_drei):
        return 1
    return 0


@summe_an("elternteil_2", norm="§ 2a Abs. 1 Nr. 2 BEEG", titel="Geschwister unter sechs (zweiter Elternteil)")
def elterngeld_geschwister_u6_2(
    elterngeld_stichtag_kind: Datum,
    elterngeld_stichtag_bei_2: Datum,
    elterngeld_lm_beginn_2: Datum,
    elterngeld_grenze_drei: Jahre,
    elterngeld_geschwister_moeglich: bool,
) -> Anzahl:
    """Ältere Kinder unter der Altersgrenze."""
    if not elterngeld_geschwister_moeglich:
        return 0
    if _juenger(elterngeld_stichtag_kind, elterngeld_stichtag_bei_2, elterngeld_lm_beginn_2, elterngeld_grenze_drei):
        return 1
    return 0


@regel("person", norm="§ 2a Abs. 1 BEEG", titel="Anspruch auf den Geschwisterbonus")
def elterngeld_geschwister(
    elterngeld_geschwister_u3_1: Anzahl,
    elterngeld_geschwister_u3_2: Anzahl,
    elterngeld_geschwister_u6_1: Anzahl,
    elterngeld_geschwister_u6_2: Anzahl,
    elterngeld_geschwister_zahl: Tabelle,
) -> bool:
    """Mit dem Kind selbst zwei Kinder unter drei oder drei unter sechs Jahren; Mehrlinge zählen einmal."""
    if (
        elterngeld_geschwister_u3_1 + elterngeld_geschwister_u3_2 + 1
        >= elterngeld_geschwister_zahl[ElterngeldGeschwister.ZWEI]
    ):
        return True
    unter_sechs = elterngeld_geschwister_u6_1 + elterngeld_geschwister_u6_2 + 1
    return unter_sechs >= elterngeld_geschwister_zahl[ElterngeldGeschwister.DREI]


@regel("person", norm="§ 2a Abs. 1, § 4a Abs. 2 Satz 3 Nr. 2 BEEG", titel="Geschwisterbonus")
def elterngeld_geschwisterbonus(
    elterngeld_grundbetrag: Cent,
    elterngeld_geschwister: bool,
    elterngeld_als_plus: bool,
    elterngeld_geschwister_anteil: Basispunkte,
    elterngeld_geschwister_mindestens: Cent,
    elterngeld_plus_hoechstanteil: Basispunkte,
) -> Cent:
    """10 Prozent, mindestens 75 Euro; beim Elterngeld Plus mindestens 37,50 Euro."""
    if elterngeld_grundbetrag == 0 or not elterngeld_geschwister:
        return 0
    mindestens = elterngeld_geschwister_mindestens
    if elterngeld_als_plus:
        mindestens = anteil(mindestens, elterngeld_plus_hoechstanteil)
    return max(mindestens, anteil(elterngeld_grundbetrag, elterngeld_geschwister_anteil))


@regel("person", norm="§ 2a Abs. 4, § 4a Abs. 2 Satz 3 Nr. 3 BEEG", titel="Mehrlingszuschlag")
def elterngeld_mehrlingszuschlag(
    elterngeld_grundbetrag: Cent,
    elterngeld_mehrlinge: Anzahl,
    elterngeld_mehrling: Cent,
    elterngeld_als_plus: bool,
    elterngeld_plus_hoechstanteil: Basispunkte,
) -> Cent:
    """300 Euro für das zweite und jedes weitere Kind; beim Elterngeld Plus die Hälfte."""
    if elterngeld_grundbetrag == 0:
        return 0
    je_kind = anteil(elterngeld_mehrling, elterngeld_plus_hoechstanteil) if elterngeld_als_plus else elterngeld_mehrling
    return max(0, elterngeld_mehrlinge - 1) * je_kind


@regel("person", norm="§§ 2, 2a, 4a BEEG", titel="Elterngeld vor Anrechnung")
def elterngeld_vor_anrechnung(
    elterngeld_grundbetrag: Cent, elterngeld_geschwisterbonus: Cent, elterngeld_mehrlingszuschlag: Cent
) -> Cent:
    """Betrag mit Geschwisterbonus und Mehrlingszuschlag."""
    return elterngeld_grundbetrag + elterngeld_geschwisterbonus + elterngeld_mehrlingszuschlag


@regel("person", norm="§ 3 Abs. 1 Satz 1 Nr. 1 bis 3, Satz 2 BEEG", titel="Angerechnete Mutterschaftsleistungen")
def elterngeld_anrechnung_mutterschaft(
    elterngeld_vor_anrechnung: Cent,
    elterngeld_mutterschaftsleistungen: Cent,
    elterngeld_mutterschaft_tage: Anzahl,
    elterngeld_lebensmonat_tage: Anzahl,
) -> Cent:
    """Voll, aber nur auf den Teil des Elterngeldes für Tage, an denen sie zustehen."""
    teil = elterngeld_vor_anrechnung
    if 0 < elterngeld_mutterschaft_tage < elterngeld_lebensmonat_tage:
        teil = kaufmaennisch(elterngeld_vor_anrechnung * elterngeld_mutterschaft_tage, elterngeld_lebensmonat_tage)
    return min(teil, elterngeld_mutterschaftsleistungen)


@regel("person", norm="§ 3 Abs. 2, § 4a Abs. 2 Satz 3 Nr. 4 BEEG", titel="Von der Anrechnung freier Betrag")
def elterngeld_anrechnungsfrei(
    elterngeld_mindestens: Cent,
    elterngeld_mehrlinge: Anzahl,
    elterngeld_als_plus: bool,
    elterngeld_plus_hoechstanteil: Basispunkte,
) -> Cent:
    """300 Euro je Kind, beim Elterngeld Plus die Hälfte."""
    betrag = elterngeld_mindestens * max(1, elterngeld_mehrlinge)
    return anteil(betrag, elterngeld_plus_hoechstanteil) if elterngeld_als_plus else betrag


@regel("person", norm="§ 3 Abs. 1 Satz 4 BEEG", titel="Freigestellter Teil bei geringerem Bemessungseinkommen")
def elterngeld_ersatz_freigestellt(
    elterngeld_ersatz_teilweise: bool,
    elterngeld_netto: Cent,
    elterngeld_ersatz_bemessung: Cent,
    elterngeld_ersatzrate: Basispunkte,
    elterngeld_ersatz_freistellung: Tabelle,
    elterngeld_fassung: Anzahl,
) -> Cent:
    """Ersatzrate vom Unterschied zwischen Einkommen vor der Geburt und Bemessungseinkommen."""
    if not elterngeld_ersatz_teilweise or elterngeld_ersatz_freistellung[elterngeld_fassung] == 0:
        return 0
    return anteil(max(0, elterngeld_netto - elterngeld_ersatz_bemessung), elterngeld_ersatzrate)


@regel("person", norm="§ 3 Abs. 1 Satz 3 BEEG", titel="Anrechnungsbetrag der Ersatzeinnahmen")
def elterngeld_ersatzbetrag(
    elterngeld_ersatzeinnahmen: Cent, elterngeld_ersatz_bemessungsmonate: Anzahl, elterngeld_monate_im_jahr: Anzahl
) -> Cent:
    """Gemindert um ein Zwölftel für jeden Monat mit solchen Einnahmen im Bemessungszeitraum."""
    monate = max(0, elterngeld_monate_im_jahr - elterngeld_ersatz_bemessungsmonate)
    return kaufmaennisch(elterngeld_ersatzeinnahmen * monate, elterngeld_monate_im_jahr)


@regel("person", norm="§ 3 Abs. 1 Satz 1 Nr. 4, 5, Satz 2 bis 4, Abs. 2 BEEG", titel="Angerechnete Ersatzeinnahmen")
def elterngeld_anrechnung_ersatz(
    elterngeld_vor_anrechnung: Cent,
    elterngeld_ersatzbetrag: Cent,
    elterngeld_ersatz_tage: Anzahl,
    elterngeld_lebensmonat_tage: Anzahl,
    elterngeld_anrechnungsfrei: Cent,
    elterngeld_ersatz_freigestellt: Cent,
) -> Cent:
    """Auf den Teil über dem freien Betrag, nur für Tage, an denen sie zustehen."""
    teil = max(0, elterngeld_vor_anrechnung - max(elterngeld_anrechnungsfrei, elterngeld_ersatz_freigestellt))
    if 0 < elterngeld_ersatz_tage < elterngeld_lebensmonat_tage:
        teil = kaufmaennisch(teil * elterngeld_ersatz_tage, elterngeld_lebensmonat_tage)
    return min(teil, elterngeld_ersatzbetrag)


@regel("person", norm="§§ 2 bis 4a BEEG", titel="Elterngeld nach Anrechnung")
def elterngeld_betrag(
    elterngeld_vor_anrechnung: Cent, elterngeld_anrechnung_mutterschaft: Cent, elterngeld_anrechnung_ersatz: Cent
) -> Cent:
    """Betrag für den Lebensmonat."""
    return max(0, elterngeld_vor_anrechnung - elterngeld_anrechnung_mutterschaft - elterngeld_anrechnung_ersatz)
