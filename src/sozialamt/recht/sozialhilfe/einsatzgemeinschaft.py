"""Einsatzgemeinschaft: §§ 19, 20, 27 Abs. 2, 39, 43 Abs. 1, 5 SGB XII.

Jeder hat einen eigenen Anspruch und setzt zuerst sein eigenes Einkommen für den eigenen Bedarf ein. Nur was den
eigenen notwendigen Lebensunterhalt übersteigt, kommt dem Partner und den minderjährigen unverheirateten Kindern
zugute; Einkommen der Kinder kommt den Eltern nicht zugute. Im Vierten Kapitel zählt nur der Überschuss des Partners.
In gemischten Gemeinschaften wird der Bedarf auch der Personen mit Leistungen nach dem SGB II nach dem SGB XII
bemessen (BSG 09.06.2011, B 8 SO 20/09 R); kein Überschuss wird doppelt angerechnet.
"""

from sozialamt.rechenkern import Anzahl, Cent, Jahre, Position, regel, summe, summe_an
from sozialamt.rechenkern.rundung import kaufmaennisch
from sozialamt.recht.auswahl import Kapitel, UeberschussVerteilung, Vermoegenseinsatz


@regel("person", norm="§ 19 Abs. 4, § 39 Satz 3 Nr. 1 SGB XII", titel="Schwanger")
def ist_schwanger(schwangerschaft_vor_monat_beendet: bool) -> bool:
    """Eine Schwangerschaft ist angegeben und nicht schon vor dem Monat beendet."""
    return not schwangerschaft_vor_monat_beendet


@regel("person", norm="§ 27 Abs. 2 Satz 3 SGB XII", titel="Kind der Einsatzgemeinschaft")
def kind_der_einsatzgemeinschaft(ist_minderjaehrig: bool, lediges_kind_bei_eltern: bool) -> bool:
    """Minderjährig, unverheiratet und im Haushalt der Eltern oder eines Elternteils."""
    return ist_minderjaehrig and lediges_kind_bei_eltern


@regel("person", norm="§ 19 Abs. 4, § 27 Abs. 2 Satz 3 SGB XII", titel="Eltern setzen für das Kind ein")
def eltern_setzen_ein(kind_der_einsatzgemeinschaft: bool, ist_schwanger: bool) -> bool:
    """Nicht bei Schwangeren; wer ein eigenes Kind betreut, bildet mit ihm eine eigene Gemeinschaft."""
    return kind_der_einsatzgemeinschaft and not ist_schwanger


@regel("person", norm="§ 19 Abs. 1, 2, § 27 Abs. 1 SGB XII", titel="Ungedeckter Bedarf nach eigenem Einkommen")
def ungedeckter_bedarf(bedarf_lebensunterhalt: Cent, einkommen_bereinigt: Cent) -> Cent:
    """Notwendiger Lebensunterhalt über dem eigenen Einkommen."""
    return max(0, bedarf_lebensunterhalt - einkommen_bereinigt)


@regel("person", norm="§ 27 Abs. 2, § 43 Abs. 1 Satz 2 SGB XII", titel="Übersteigendes Einkommen")
def ueberschuss(bedarf_lebensunterhalt: Cent, einkommen_bereinigt: Cent) -> Cent:
    """Eigenes Einkommen über dem eigenen notwendigen Lebensunterhalt (§ 27a)."""
    return max(0, einkommen_bereinigt - bedarf_lebensunterhalt)


@summe(
    "einsatzgemeinschaft", norm="§ 27 Abs. 2, § 43 Abs. 1 Satz 2 SGB XII", titel="Übersteigendes Einkommen der Partner"
)
def ueberschuss_gemeinschaft(ueberschuss: Cent, kind_der_einsatzgemeinschaft: bool) -> Cent:
    """Überschuss der Partner oder Eltern; der Kinder nicht."""
    return 0 if kind_der_einsatzgemeinschaft else ueberschuss


@summe("einsatzgemeinschaft", norm="§ 27 Abs. 2 Satz 2 SGB XII", titel="Ungedeckter Bedarf der Partner")
def ungedeckt_partner(ungedeckter_bedarf: Cent, kind_der_einsatzgemeinschaft: bool) -> Cent:
    """Ungedeckter Bedarf der Partner oder Eltern."""
    return 0 if kind_der_einsatzgemeinschaft else ungedeckter_bedarf


@summe("einsatzgemeinschaft", norm="§ 27 Abs. 2 Satz 3 SGB XII", titel="Ungedeckter Bedarf der Kinder")
def ungedeckt_kinder(ungedeckter_bedarf: Cent, eltern_setzen_ein: bool) -> Cent:
    """Ungedeckter Bedarf der Kinder, für die Eltern ihr Einkommen einsetzen."""
    return ungedeckter_bedarf if eltern_setzen_ein else 0


def _anteil_am(betrag: Cent, eigener: Cent, aller: Cent) -> Cent:
    """Anteil an einem Betrag im Verhältnis des eigenen Bedarfs zu dem aller, höchstens der eigene Bedarf."""
    if betrag >= aller:
        return eigener
    return kaufmaennisch(betrag * eigener, aller)


@regel("person", norm="§ 27 Abs. 2, § 43 Abs. 1 Satz 2 SGB XII", titel="Einkommen aus der Einsatzgemeinschaft")
def einkommen_der_gemeinschaft(
    kind_der_einsatzgemeinschaft: bool,
    eltern_setzen_ein: bool,
    ungedeckter_bedarf: Cent,
    ueberschuss_gemeinschaft: Cent,
    ungedeckt_partner: Cent,
    ungedeckt_kinder: Cent,
    verteilung_ueberschuss: UeberschussVerteilung,
) -> Cent:
    """Überschuss des Partners oder der Eltern, der auf den ungedeckten Bedarf der Person entfällt."""
    if kind_der_einsatzgemeinschaft and not eltern_setzen_ein:
        return 0
    if verteilung_ueberschuss == UeberschussVerteilung.VERHAELTNIS:
        return _anteil_am(ueberschuss_gemeinschaft, ungedeckter_bedarf, ungedeckt_partner + ungedeckt_kinder)
    partner_zuerst = verteilung_ueberschuss == UeberschussVerteilung.PARTNER_ZUERST
    verfuegbar = ueberschuss_gemeinschaft
    if kind_der_einsatzgemeinschaft:
        if partner_zuerst:
            verfuegbar = max(0, verfuegbar - ungedeckt_partner)
        return _anteil_am(verfuegbar, ungedeckter_bedarf, ungedeckt_kinder)
    if not partner_zuerst:
        verfuegbar = max(0, verfuegbar - ungedeckt_kinder)
    return _anteil_am(verfuegbar, ungedeckter_bedarf, ungedeckt_partner)


@regel("person", norm="§ 39 Satz 3 SGB XII", titel="Ausnahme von der Vermutung der Bedarfsdeckung")
def ausnahme_haushaltsgemeinschaft(
    haushaltsgemeinschaft_widerlegt: bool,
    haushaltsgemeinschaft_betreuung: bool,
    ist_schwanger: bool,
    betreut_kind_unter_6: bool,
    wohnt_bei_eltern: bool,
) -> bool:
    """Widerlegt, betreute Menschen (Nr. 2), Schwangere und Eltern kleiner Kinder bei ihren Eltern (Nr. 1)."""
    if haushaltsgemeinschaft_widerlegt or haushaltsgemeinschaft_betreuung:
        return True
    return wohnt_bei_eltern and (ist_schwanger or betreut_kind_unter_6)


@regel("person", norm="§ 39 Satz 3 Nr. 1 SGB XII", titel="Wohnt bei Eltern")
def wohnt_bei_eltern(partnerschaft_der_eltern: Position) -> bool:
    """Mindestens ein Elternteil gehört zum Haushalt."""
    return partnerschaft_der_eltern >= 0


@summe_an(
    "elternteil_1", norm="§ 19 Abs. 4, § 39 Satz 3 Nr. 1 SGB XII", titel="Kinder unter sechs als erster Elternteil"
)
def kinder_unter_6_elternteil_1(alter_monatsbeginn: Jahre, kleinkind_hoechstalter: Jahre) -> Anzahl:
    """Kinder im Haushalt, die das sechste Lebensjahr noch nicht vollendet haben."""
    return 1 if alter_monatsbeginn < kleinkind_hoechstalter else 0


@summe_an(
    "elternteil_2", norm="§ 19 Abs. 4, § 39 Satz 3 Nr. 1 SGB XII", titel="Kinder unter sechs als zweiter Elternteil"
)
def kinder_unter_6_elternteil_2(alter_monatsbeginn: Jahre, kleinkind_hoechstalter: Jahre) -> Anzahl:
    """Kinder im Haushalt, die das sechste Lebensjahr noch nicht vollendet haben."""
    return 1 if alter_monatsbeginn < kleinkind_hoechstalter else 0


@regel("person", norm="§ 19 Abs. 4, § 39 Satz 3 Nr. 1 SGB XII", titel="Betreut leibliches Kind unter sechs Jahren")
def betreut_kind_unter_6(kinder_unter_6_elternteil_1: Anzahl, kinder_unter_6_elternteil_2: Anzahl) -> bool:
    """Mindestens ein eigenes Kind unter sechs Jahren im Haushalt."""
    return kinder_unter_6_elternteil_1 + kinder_unter_6_elternteil_2 > 0


@regel("person", norm="§ 39 Satz 1, 2, § 43 Abs. 5 SGB XII", titel="Leistungen der Haushaltsgemeinschaft")
def haushaltsgemeinschaft_anzurechnen(
    kapitel: Kapitel,
    haushaltsgemeinschaft_leistungen: Cent,
    ausnahme_haushaltsgemeinschaft: bool,
    ungedeckter_bedarf: Cent,
    einkommen_der_gemeinschaft: Cent,
) -> Cent:
    """Vermutete Leistungen der Mitbewohner, höchstens der noch ungedeckte Bedarf; nicht im Vierten Kapitel."""
    if kapitel != Kapitel.KAPITEL_3 or ausnahme_haushaltsgemeinschaft:
        return 0
    return min(haushaltsgemeinschaft_leistungen, ungedeckter_bedarf - einkommen_der_gemeinschaft)


@regel("person", norm="§§ 19, 27, 43 SGB XII", titel="Bedarf nach Einsatz des Einkommens")
def bedarf_nach_einkommen(
    ungedeckter_bedarf: Cent, einkommen_der_gemeinschaft: Cent, haushaltsgemeinschaft_anzurechnen: Cent
) -> Cent:
    """Was nach eigenem Einkommen, Überschuss der Gemeinschaft und Haushaltsgemeinschaft ungedeckt bleibt."""
    return ungedeckter_bedarf - einkommen_der_gemeinschaft - haushaltsgemeinschaft_anzurechnen


@regel("person", norm="§ 27 Abs. 2 Satz 3, § 90 SGB XII", titel="Einsatz eigenen Vermögens des Kindes")
def vermoegen_kind_einsatz(
    vermoegen_ueberschuss_kind: Cent, bedarf_nach_einkommen: Cent, vermoegen_ueber_schonbetrag: Vermoegenseinsatz
) -> Cent:
    """Eigenes Vermögen über dem Schonbetrag, höchstens der ungedeckte Bedarf."""
    if vermoegen_ueberschuss_kind > 0 and vermoegen_ueber_schonbetrag == Vermoegenseinsatz.AUSSCHLUSS:
        return bedarf_nach_einkommen
    return min(vermoegen_ueberschuss_kind, bedarf_nach_einkommen)


@regel("person", norm="§ 27 Abs. 2, § 43 Abs. 1 SGB XII", titel="Bedarf, für den gemeinsames Vermögen einzusetzen ist")
def bedarf_vor_vermoegen(
    kapitel: Kapitel,
    bedarf_nach_einkommen: Cent,
    vermoegen_kind_einsatz: Cent,
    kind_der_einsatzgemeinschaft: bool,
    eltern_setzen_ein: bool,
) -> Cent:
    """Noch ungedeckter Bedarf der Personen, die Leistungen nach dem Dritten oder Vierten Kapitel erhalten können."""
    if kapitel not in (Kapitel.KAPITEL_3, Kapitel.KAPITEL_4):
        return 0
    if kind_der_einsatzgemeinschaft and not eltern_setzen_ein:
        return 0
    return bedarf_nach_einkommen - vermoegen_kind_einsatz


@summe("einsatzgemeinschaft", norm="§ 27 Abs. 2, § 43 Abs. 1 SGB XII", titel="Bedarf aller vor Einsatz des Vermögens")
def bedarf_vor_vermoegen_gemeinschaft(bedarf_vor_vermoegen: Cent) -> Cent:
    """Summe über die Einsatzgemeinschaft."""
    return bedarf_vor_vermoegen


@regel("person", norm="§ 27 Abs. 2, § 43 Abs. 1, § 90 SGB XII", titel="Einzusetzendes Vermögen")
def vermoegen_einsatz(
    vermoegen_ueberschuss: Cent,
    bedarf_vor_vermoegen: Cent,
    bedarf_vor_vermoegen_gemeinschaft: Cent,
    vermoegen_kind_einsatz: Cent,
    vermoegen_ueber_schonbetrag: Vermoegenseinsatz,
) -> Cent:
    """Eigenes Vermögen des Kindes und Anteil am gemeinsamen Überschuss im Verhältnis der ungedeckten Bedarfe."""
    if vermoegen_ueberschuss > 0 and vermoegen_ueber_schonbetrag == Vermoegenseinsatz.AUSSCHLUSS:
        return vermoegen_kind_einsatz + bedarf_vor_vermoegen
    anteil = _anteil_am(vermoegen_ueberschuss, bedarf_vor_vermoegen, bedarf_vor_vermoegen_gemeinschaft)
    return vermoegen_kind_einsatz + anteil


@regel("person", norm="§ 91 SGB XII", titel="Davon als Darlehen")
def darlehen_vermoegen(vermoegen_einsatz: Cent, vermoegen_nicht_sofort_verwertbar: bool) -> Cent:
    """Leistung als Darlehen, soweit Vermögen einzusetzen, aber nicht sofort verwertbar ist."""
    return vermoegen_einsatz if vermoegen_nicht_sofort_verwertbar else 0


@regel("person", norm="§§ 19, 27, 43, 43a Abs. 2, 90, 91 SGB XII", titel="Anspruch im vollen Monat")
def anspruch_lebensunterhalt(bedarf_nach_einkommen: Cent, vermoegen_einsatz: Cent, darlehen_vermoegen: Cent) -> Cent:
    """Ungedeckter Bedarf nach Einkommen und Vermögen, einschließlich einer Leistung als Darlehen."""
    return bedarf_nach_einkommen - vermoegen_einsatz + darlehen_vermoegen
