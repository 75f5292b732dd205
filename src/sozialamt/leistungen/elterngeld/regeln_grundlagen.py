"""Elterngeld: Kind, Lebensmonat, maßgebende Fassung, Personenkreis (§§ 1, 4, 7, 28 BEEG).

Der Lebensmonat ist der, der im berechneten Kalendermonat beginnt. Welche Fassung gilt, richtet sich nach dem Tag der
Geburt (bei Annahme der Aufnahme), nicht nach dem Monat.
"""

from sozialamt.leistungen.elterngeld.auswahl import ElterngeldArt
from sozialamt.rechenkern import Anzahl, Cent, Datum, Position, beim, regel
from sozialamt.rechenkern.kalender import letzter_tag, monat_plus, monate_bis, tag, tage_zwischen

Tabelle = tuple[int, ...]


def _am_tag(stichtag: Datum, monat: Datum) -> Datum:
    """Tag des Monats mit derselben Zahl wie der Stichtag, höchstens der letzte (§ 188 Abs. 3 BGB)."""
    return min(monat + tag(stichtag) - 1, letzter_tag(monat))


@regel("person", norm="§ 1 Abs. 3 Satz 2 BEEG", titel="Tag der Geburt oder Aufnahme")
def elterngeld_stichtag_kind(geburtsdatum: Datum, elterngeld_aufnahme_am: Datum) -> Datum:
    """Bei angenommenen Kindern der Tag der Aufnahme."""
    return elterngeld_aufnahme_am if elterngeld_aufnahme_am > 0 else geburtsdatum


@beim("elterngeld_kind", sonst=0, norm="§ 1 Abs. 1, 3 BEEG", titel="Tag der Geburt oder Aufnahme des Kindes")
def elterngeld_stichtag(elterngeld_stichtag_kind: Datum) -> Datum:
    """Vom Kind, für das Elterngeld beansprucht wird."""
    return elterngeld_stichtag_kind


@regel("person", norm="§ 4 Abs. 2 BEEG", titel="Lebensmonat, der in diesem Kalendermonat beginnt")
def elterngeld_lebensmonat(elterngeld_stichtag: Datum, monat: Datum) -> Anzahl:
    """1 im Monat der Geburt; 0 vor der Geburt oder ohne Kind."""
    if elterngeld_stichtag == 0:
        return 0
    return max(0, monate_bis(elterngeld_stichtag, monat) + 1)


@regel("person", norm="§ 4 Abs. 2 BEEG, § 188 BGB", titel="Erster Tag des Lebensmonats")
def elterngeld_lebensmonat_beginn(elterngeld_stichtag: Datum, elterngeld_lebensmonat: Anzahl, monat: Datum) -> Datum:
    """Tag des Kalendermonats mit der Zahl des Geburtstags."""
    return _am_tag(elterngeld_stichtag, monat) if elterngeld_lebensmonat > 0 else 0


@regel("person", norm="§ 3 Abs. 1 Satz 2, § 4 Abs. 2 BEEG", titel="Tage des Lebensmonats")
def elterngeld_lebensmonat_tage(elterngeld_stichtag: Datum, elterngeld_lebensmonat: Anzahl, monat: Datum) -> Anzahl:
    """Bis zum Tag vor dem nächsten Lebensmonat."""
    if elterngeld_lebensmonat == 0:
        return 0
    return tage_zwischen(_am_tag(elterngeld_stichtag, monat), _am_tag(elterngeld_stichtag, monat_plus(monat, 1)))


@regel("person", norm="§ 28 BEEG", titel="Fassung nach dem Tag der Geburt")
def elterngeld_fassung(elterngeld_stichtag: Datum, elterngeld_fassungen: Tabelle) -> Anzahl:
    """Stelle der jüngsten Fassung, die am Tag der Geburt oder Aufnahme galt."""
    stelle = 0
    for i in range(1, len(elterngeld_fassungen)):
        if elterngeld_stichtag >= elterngeld_fassungen[i]:
            stelle = i
    return stelle


@regel("person", norm="§ 1 Abs. 1 Satz 1 BEEG", titel="Lebt mit dem Kind und betreut es")
def elterngeld_haushalt(elterngeld_kind: Position, elterngeld_betreuung: bool) -> bool:
    """Gemeinsamer Haushalt mit dem Kind und eigene Betreuung."""
    return elterngeld_kind >= 0 and elterngeld_betreuung


@regel("person", norm="§ 1 Abs. 6 BEEG", titel="Keine volle Erwerbstätigkeit")
def elterngeld_arbeitszeit(
    elterngeld_wochenstunden: Anzahl,
    elterngeld_wochenstunden_hoechstens: Tabelle,
    elterngeld_fassung: Anzahl,
    elterngeld_arbeitszeit_unschaedlich: bool,
) -> bool:
    """Höchstens 32 (Geburten bis August 2021: 30) Wochenstunden, Berufsbildung oder Kindertagespflege."""
    if elterngeld_arbeitszeit_unschaedlich:
        return True
    return elterngeld_wochenstunden <= elterngeld_wochenstunden_hoechstens[elterngeld_fassung]


@beim("partner", sonst=0, norm="§ 1 Abs. 8 Satz 2 BEEG", titel="Zu versteuerndes Einkommen des anderen Elternteils")
def elterngeld_zve_partner(elterngeld_zve: Cent) -> Cent:
    """Einkommen der anderen Person im Haushalt."""
    return elterngeld_zve


@regel("person", norm="§ 1 Abs. 8 BEEG", titel="Einkommensgrenze überschritten")
def elterngeld_einkommensgrenze_ueberschritten(
    partner: Position,
    elterngeld_zve: Cent,
    elterngeld_zve_partner: Cent,
    elterngeld_grenze_paar: Tabelle,
    elterngeld_grenze_allein: Tabelle,
    elterngeld_fassung: Anzahl,
) -> bool:
    """Leben beide mit dem Kind, zählt nur die Summe beider Einkommen."""
    grenze = elterngeld_grenze_allein[elterngeld_fassung]
    einkommen = elterngeld_zve
    if partner >= 0:
        grenze = elterngeld_grenze_paar[elterngeld_fassung]
        einkommen = elterngeld_zve + elterngeld_zve_partner
    return grenze > 0 and einkommen > grenze


@regel("person", norm="§ 7 Abs. 1 Satz 2 BEEG", titel="Antrag zu spät für diesen Lebensmonat")
def elterngeld_antrag_verspaetet(
    elterngeld_antrag_am: Datum,
    elterngeld_stichtag: Datum,
    elterngeld_lebensmonat: Anzahl,
    elterngeld_rueckwirkung: Anzahl,
) -> bool:
    """Nachgezahlt wird für drei Lebensmonate vor dem Lebensmonat des Antrags."""
    if elterngeld_antrag_am == 0 or elterngeld_stichtag == 0:
        return False
    im_monat = monate_bis(elterngeld_stichtag, elterngeld_antrag_am)
    if tag(elterngeld_antrag_am) >= tag(elterngeld_stichtag):
        im_monat += 1
    return elterngeld_lebensmonat < im_monat - elterngeld_rueckwirkung


@regel("person", norm="§ 4 Abs. 4 Satz 3 BEEG", titel="Maßgebende Art des Elterngeldes")
def elterngeld_massgebende_art(
    elterngeld_art: ElterngeldArt, elterngeld_mutterschaftsleistungen: Cent
) -> ElterngeldArt:
    """Lebensmonate mit Mutterschaftsleistungen gelten als Monate mit Basiselterngeld."""
    if elterngeld_art != ElterngeldArt.KEINES and elterngeld_mutterschaftsleistungen > 0:
        return ElterngeldArt.BASIS
    return elterngeld_art


@regel("person", norm="§ 4a Abs. 2, § 4b BEEG", titel="Nach den Regeln des Elterngeld Plus zu berechnen")
def elterngeld_als_plus(elterngeld_massgebende_art: ElterngeldArt) -> bool:
    """Elterngeld Plus und Partnerschaftsbonus."""
    return (
        elterngeld_massgebende_art == ElterngeldArt.PLUS
        or elterngeld_massgebende_art == ElterngeldArt.PARTNERSCHAFTSBONUS
    )
