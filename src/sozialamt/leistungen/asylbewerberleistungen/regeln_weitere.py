"""Leistungen neben dem Lebensunterhalt und Gesamtanspruch (§§ 4 bis 6, 11 Abs. 2, 16 bis 19 AsylbLG)."""

from sozialamt.leistungen.asylbewerberleistungen.auswahl import (
    AsylblgAblehnung,
    AsylblgAusschluss,
    AsylblgKrankenhilfe,
    AsylblgLeistungsart,
    AsylblgUnterbringung,
)
from sozialamt.rechenkern import Anzahl, Cent, Datum, regel
from sozialamt.rechenkern.kalender import monate_bis
from sozialamt.recht.auswahl import Aufenthaltsstatus


@regel("person", norm="§ 2 Abs. 1, § 4 AsylbLG", titel="Leistungen bei Krankheit")
def asylblg_krankenhilfe(
    asylblg_leistungsart: AsylblgLeistungsart, ist_minderjaehrig: bool, asylblg_geas: bool
) -> AsylblgKrankenhilfe:
    """Akutbehandlung; Minderjährige seit Juni 2026 wie im SGB XII; mit § 2 entsprechend dem SGB XII."""
    if asylblg_leistungsart == AsylblgLeistungsart.KEINE:
        return AsylblgKrankenhilfe.KEINE
    if asylblg_leistungsart == AsylblgLeistungsart.ANALOG:
        return AsylblgKrankenhilfe.ANALOG
    ueberbrueckung = asylblg_leistungsart == AsylblgLeistungsart.UEBERBRUECKUNG
    return (
        AsylblgKrankenhilfe.VOLL
        if ist_minderjaehrig and asylblg_geas and not ueberbrueckung
        else AsylblgKrankenhilfe.AKUT
    )


@regel("person", norm="§ 4 Abs. 2 AsylbLG", titel="Hilfe bei Schwangerschaft und Geburt")
def asylblg_schwangerschaftshilfe(
    asylblg_leistungsart: AsylblgLeistungsart, schwanger_seit: Datum, entbindung_am: Datum, monat: Datum
) -> bool:
    """Werdende Mütter und Wöchnerinnen, hier bis zum Monat nach der Geburt."""
    if asylblg_leistungsart == AsylblgLeistungsart.KEINE:
        return False
    if entbindung_am == 0:
        return schwanger_seit > 0
    return monate_bis(entbindung_am, monat) <= 1


@regel("person", norm="§ 6 Abs. 1 AsylbLG", titel="Sonstige Leistungen möglich")
def asylblg_sonstige_moeglich(asylblg_leistungsart: AsylblgLeistungsart) -> bool:
    """Neben Grundleistungen; bei § 2 gilt das SGB XII, bei Einschränkung entfällt § 6."""
    return asylblg_leistungsart == AsylblgLeistungsart.GRUNDLEISTUNG


@regel("person", norm="§ 6 Abs. 2 AsylbLG", titel="Hilfe bei besonderen Bedürfnissen")
def asylblg_hilfe_besondere_beduerfnisse(
    aufenthaltsstatus: Aufenthaltsstatus,
    asylblg_besondere_beduerfnisse: bool,
    asylblg_leistungsart: AsylblgLeistungsart,
) -> bool:
    """Erforderliche medizinische oder sonstige Hilfe für Personen mit Aufenthaltserlaubnis nach § 24 AufenthG."""
    if asylblg_leistungsart == AsylblgLeistungsart.KEINE:
        return False
    return aufenthaltsstatus == Aufenthaltsstatus.AUFENTHALT_24 and asylblg_besondere_beduerfnisse


@regel("person", norm="§ 6 Abs. 1 AsylbLG", titel="Sonstige Leistungen in Geld")
def asylblg_sonstige_geld(asylblg_sonstige_moeglich: bool, asylblg_sonstige_leistung: Cent) -> Cent:
    """Im Einzelfall bewilligt und wegen besonderer Umstände in Geld erbracht."""
    return asylblg_sonstige_leistung if asylblg_sonstige_moeglich else 0


@regel("person", norm="§ 5 Abs. 2 AsylbLG", titel="Aufwandsentschädigung für Arbeitsgelegenheiten")
def asylblg_aufwandsentschaedigung(
    asylblg_kalendertage: Anzahl,
    asylblg_arbeitsstunden: Anzahl,
    asylblg_aufwandsentschaedigung_stunde: Cent,
    asylblg_arbeit_aufwand: Cent,
) -> Cent:
    """80 Cent je Stunde oder nachgewiesene höhere notwendige Aufwendungen."""
    if asylblg_kalendertage == 0 or asylblg_arbeitsstunden == 0:
        return 0
    return max(asylblg_arbeitsstunden * asylblg_aufwandsentschaedigung_stunde, asylblg_arbeit_aufwand)


@regel("person", norm="§ 11 Abs. 2 AsylbLG", titel="Reisebeihilfe")
def asylblg_reise(
    asylblg_kalendertage: Anzahl, asylblg_raeumlicher_verstoss: bool, asylblg_reisebeihilfe: Cent
) -> Cent:
    """Statt anderer Leistungen der unabweisbare Bedarf für die Reise an den rechtmäßigen Ort."""
    return asylblg_reisebeihilfe if asylblg_raeumlicher_verstoss and asylblg_kalendertage > 0 else 0


@regel("person", norm="§ 16 AsylbLG", titel="Sofortzuschlag nach § 16", ab="2022-07-01", vorher=0)
def asylblg_sofortzuschlag(
    asylblg_hilfebeduerftig: bool,
    ist_minderjaehrig: bool,
    asylblg_kind_bei_eltern: bool,
    asylblg_unterbringung: AsylblgUnterbringung,
    sofortzuschlag_betrag: Cent,
) -> Cent:
    """Minderjährige sowie unverheiratete unter 25 mit einem Elternteil in einer Wohnung; voller Monatsbetrag."""
    in_wohnung = asylblg_kind_bei_eltern and asylblg_unterbringung == AsylblgUnterbringung.WOHNUNG
    return sofortzuschlag_betrag if asylblg_hilfebeduerftig and (ist_minderjaehrig or in_wohnung) else 0


@regel(
    "person",
    name="asylblg_einmalzahlung",
    norm="§ 3 Abs. 6, § 16 AsylbLG in den Fassungen von 2021",
    titel="Einmalzahlung",
    bis="2022-06-30",
)
def asylblg_einmalzahlung_2021(
    asylblg_hilfebeduerftig: bool,
    ist_minderjaehrig: bool,
    asylblg_einmalzahlung_erwachsene: Cent,
    asylblg_einmalzahlung_minderjaehrige: Cent,
) -> Cent:
    """Mai 2021 für Erwachsene, August 2021 für Minderjährige."""
    if not asylblg_hilfebeduerftig:
        return 0
    return asylblg_einmalzahlung_minderjaehrige if ist_minderjaehrig else asylblg_einmalzahlung_erwachsene


@regel("person", norm="§§ 17, 19 AsylbLG", titel="Einmalzahlung", ab="2022-07-01")
def asylblg_einmalzahlung(
    asylblg_hilfebeduerftig: bool,
    ist_minderjaehrig: bool,
    asylblg_sofortzuschlag: Cent,
    kindergeld: Cent,
    asylblg_einmalzahlung_erwachsene: Cent,
    asylblg_einmalzahlung_minderjaehrige: Cent,
) -> Cent:
    """Juli 2022: Erwachsene ohne Sofortzuschlag (§ 3a Abs. 1 Nr. 3 Buchst. a); Oktober 2022: Kinder ohne Kindergeld."""
    if not asylblg_hilfebeduerftig:
        return 0
    if ist_minderjaehrig:
        return asylblg_einmalzahlung_minderjaehrige if kindergeld == 0 else 0
    return asylblg_einmalzahlung_erwachsene if asylblg_sofortzuschlag == 0 else 0


@regel("person", norm="§§ 5, 6, 16, 17, 19 AsylbLG", titel="Leistungen neben dem Lebensunterhalt")
def asylblg_nebenleistungen(
    asylblg_sonstige_geld: Cent,
    asylblg_aufwandsentschaedigung: Cent,
    asylblg_sofortzuschlag: Cent,
    asylblg_einmalzahlung: Cent,
) -> Cent:
    """Sonstige Leistungen, Aufwandsentschädigung, Sofortzuschlag und Einmalzahlung."""
    return asylblg_sonstige_geld + asylblg_aufwandsentschaedigung + asylblg_sofortzuschlag + asylblg_einmalzahlung


@regel("person", norm="§§ 1a bis 6, 16 AsylbLG", titel="Leistung in Geld")
def asylblg_anspruch(
    asylblg_laufend: Cent, asylblg_nebenleistungen: Cent, asylblg_raeumlicher_verstoss: bool, asylblg_reise: Cent
) -> Cent:
    """Auszahlungsbetrag des Monats, auch auf Bezahlkarte; bei Verstoß gegen die Zuweisung nur die Reisebeihilfe."""
    return asylblg_reise if asylblg_raeumlicher_verstoss else asylblg_laufend + asylblg_nebenleistungen


@regel(
    "person", norm="§ 3 Abs. 2, 3, § 2 Abs. 2 AsylbLG", titel="Auszahlung auf Bezahlkarte", ab="2024-06-01", vorher=0
)
def asylblg_auf_bezahlkarte(asylblg_bezahlkarte: bool, asylblg_anspruch: Cent) -> Cent:
    """Betrag, der auf die Bezahlkarte gebucht wird; das Gesetz nennt sie seit Mai 2024."""
    return asylblg_anspruch if asylblg_bezahlkarte else 0


@regel("person", norm="§ 2 Abs. 1, § 7 Abs. 1, 5, § 8 Abs. 1 AsylbLG", titel="Wodurch der Bedarf gedeckt ist")
def asylblg_deckung(
    asylblg_hilfebeduerftig: bool,
    asylblg_aus_vermoegen: Cent,
    asylblg_tage_analog: Anzahl,
    asylblg_auszubildende_ausgeschlossen: bool,
) -> AsylblgAblehnung:
    """Ausgeschlossene Ausbildung bei § 2, erst mit Vermögen oder schon mit Einkommen gedeckter Bedarf."""
    if asylblg_hilfebeduerftig:
        return AsylblgAblehnung.KEINE
    if asylblg_tage_analog > 0 and asylblg_auszubildende_ausgeschlossen:
        return AsylblgAblehnung.AUSBILDUNG
    return AsylblgAblehnung.VERMOEGEN if asylblg_aus_vermoegen > 0 else AsylblgAblehnung.EINKOMMEN


@regel("person", norm="§§ 1, 7, 8, 11 AsylbLG", titel="Ablehnungsgrund")
def asylblg_ablehnung(
    asylblg_personenkreis: bool,
    asylblg_kalendertage: Anzahl,
    asylblg_ausschluss_beginn: Datum,
    asylblg_ausschluss: AsylblgAusschluss,
    asylblg_raeumlicher_verstoss: bool,
    asylblg_deckung: AsylblgAblehnung,
) -> AsylblgAblehnung:
    """Erster zutreffender Grund, aus dem in diesem Monat nichts zum Lebensunterhalt zusteht."""
    if not asylblg_personenkreis:
        return AsylblgAblehnung.NICHT_BERECHTIGT
    if asylblg_kalendertage == 0:
        if asylblg_ausschluss_beginn == 0:
            return AsylblgAblehnung.ZEITRAUM
        schutz = asylblg_ausschluss == AsylblgAusschluss.SCHUTZ_IN_ANDEREM_STAAT
        return AsylblgAblehnung.SCHUTZ_IN_ANDEREM_STAAT if schutz else AsylblgAblehnung.UEBERSTELLUNG
    if asylblg_raeumlicher_verstoss:
        return AsylblgAblehnung.RAEUMLICHE_BESCHRAENKUNG
    return asylblg_deckung
