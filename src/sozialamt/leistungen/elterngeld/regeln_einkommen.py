"""Elterngeld: Einkommen aus Erwerbstätigkeit vor der Geburt (§§ 2b bis 2f BEEG).

Die Steuern nach dem Programmablaufplan (§ 2e) sind eine Tatsache; alles andere wird hier berechnet.
"""

from sozialamt.rechenkern import Anzahl, Basispunkte, Cent, Datum, regel
from sozialamt.rechenkern.kalender import jahr
from sozialamt.rechenkern.rundung import anteil, kaufmaennisch

Tabelle = tuple[int, ...]


@regel("person", norm="§§ 2b, 2c Abs. 1 BEEG", titel="Laufender Bruttolohn im Monat")
def elterngeld_lohn(elterngeld_lohn_summe: Cent, elterngeld_bemessung_monate: Anzahl) -> Cent:
    """Durchschnitt des Bemessungszeitraums."""
    return kaufmaennisch(elterngeld_lohn_summe, max(1, elterngeld_bemessung_monate))


@regel("person", norm="§§ 2b, 2c Abs. 1 BEEG", titel="Einnahmen aus Minijobs im Monat")
def elterngeld_minijob(elterngeld_minijob_summe: Cent, elterngeld_bemessung_monate: Anzahl) -> Cent:
    """Durchschnitt des Bemessungszeitraums."""
    return kaufmaennisch(elterngeld_minijob_summe, max(1, elterngeld_bemessung_monate))


@regel("person", norm="§§ 2b, 2d Abs. 1 BEEG", titel="Gewinneinkünfte im Monat")
def elterngeld_gewinn(elterngeld_gewinn_summe: Cent, elterngeld_bemessung_monate: Anzahl) -> Cent:
    """Durchschnitt des Bemessungszeitraums."""
    return kaufmaennisch(elterngeld_gewinn_summe, max(1, elterngeld_bemessung_monate))


@regel("person", norm="§ 2c Abs. 1 Satz 4 BEEG", titel="Arbeitnehmer-Pauschbetrag im Jahr")
def elterngeld_pauschbetrag_jahr(
    elterngeld_stichtag: Datum,
    elterngeld_pauschbetrag: Tabelle,
    elterngeld_pauschbetrag_jahre: Tabelle,
    elterngeld_pauschbetrag_rueckwirkend: bool,
) -> Cent:
    """Fassung vom 1. Januar des Kalenderjahres vor der Geburt."""
    vorjahr = jahr(elterngeld_stichtag) - 1
    stelle = 0
    for i in range(1, len(elterngeld_pauschbetrag_jahre)):
        if vorjahr >= elterngeld_pauschbetrag_jahre[i]:
            stelle = i
    if stelle == 1 and not elterngeld_pauschbetrag_rueckwirkend:
        stelle = 0
    return elterngeld_pauschbetrag[stelle]


@regel("person", norm="§ 2c Abs. 1 Satz 1 BEEG", titel="Überschuss der Einnahmen aus nichtselbständiger Arbeit")
def elterngeld_ueberschuss(
    elterngeld_lohn: Cent,
    elterngeld_minijob: Cent,
    elterngeld_pauschbetrag_jahr: Cent,
    elterngeld_monate_im_jahr: Anzahl,
) -> Cent:
    """Einnahmen abzüglich eines Zwölftels des Arbeitnehmer-Pauschbetrags."""
    pauschbetrag = kaufmaennisch(elterngeld_pauschbetrag_jahr, elterngeld_monate_im_jahr)
    return max(0, elterngeld_lohn + elterngeld_minijob - pauschbetrag)


@regel("person", norm="§ 2f Abs. 2 BEEG", titel="Bemessungsgrundlage der Sozialabgaben")
def elterngeld_sv_grundlage(elterngeld_lohn: Cent, elterngeld_uebergangsbereich: Cent, elterngeld_gewinn: Cent) -> Cent:
    """Einnahmen ohne Minijobs und Gewinneinkünfte; im Übergangsbereich der geminderte Betrag."""
    lohn = elterngeld_uebergangsbereich if elterngeld_uebergangsbereich > 0 else elterngeld_lohn
    return lohn + elterngeld_gewinn


@regel("person", norm="§ 2f Abs. 1 BEEG", titel="Satz der Abzüge für Sozialabgaben")
def elterngeld_sv_satz(
    elterngeld_pflicht_kv: bool,
    elterngeld_pflicht_rv: bool,
    elterngeld_pflicht_alv: bool,
    elterngeld_kv: Basispunkte,
    elterngeld_rv: Basispunkte,
    elterngeld_alv: Basispunkte,
) -> Basispunkte:
    """9 Prozent Kranken- und Pflege-, 10 Prozent Renten-, 2 Prozent Arbeitslosenversicherung, je bei Pflicht."""
    satz = 0
    if elterngeld_pflicht_kv:
        satz += elterngeld_kv
    if elterngeld_pflicht_rv:
        satz += elterngeld_rv
    if elterngeld_pflicht_alv:
        satz += elterngeld_alv
    return satz


@regel("person", norm="§ 2f BEEG", titel="Abzüge für Sozialabgaben")
def elterngeld_sozialabgaben(elterngeld_sv_grundlage: Cent, elterngeld_sv_satz: Basispunkte) -> Cent:
    """Pauschalen ohne Beitragsbemessungsgrenze."""
    return anteil(elterngeld_sv_grundlage, elterngeld_sv_satz)


@regel("person", norm="§ 2 Abs. 1 Satz 3, §§ 2c, 2d BEEG", titel="Berechnetes Einkommen vor der Geburt")
def elterngeld_netto_berechnet(
    elterngeld_ueberschuss: Cent, elterngeld_gewinn: Cent, elterngeld_steuern: Cent, elterngeld_sozialabgaben: Cent
) -> Cent:
    """Summe der positiven Einkünfte abzüglich Steuern und Sozialabgaben."""
    return max(0, elterngeld_ueberschuss + elterngeld_gewinn - elterngeld_steuern - elterngeld_sozialabgaben)


@regel("person", norm="§ 2 Abs. 1 BEEG", titel="Einkommen aus Erwerbstätigkeit vor der Geburt")
def elterngeld_netto(
    elterngeld_netto_festgestellt: bool, elterngeld_vorgeburtliches_einkommen: Cent, elterngeld_netto_berechnet: Cent
) -> Cent:
    """Festgestellter oder berechneter Monatsbetrag."""
    return elterngeld_vorgeburtliches_einkommen if elterngeld_netto_festgestellt else elterngeld_netto_berechnet
