"""Leistungsberechtigte, Ausschlüsse und Überbrückungsleistungen (§§ 1, 18 AsylbLG)."""

from sozialamt.leistungen.asylbewerberleistungen.auswahl import AsylblgAusschluss, AsylblgGrund, AsylblgNummer
from sozialamt.leistungen.asylbewerberleistungen.zeit import monate_spaeter
from sozialamt.rechenkern import Anzahl, Datum, regel
from sozialamt.rechenkern.kalender import letzter_tag, tag, tage_im_monat, tage_zwischen
from sozialamt.recht.auswahl import Aufenthaltsstatus


@regel("haushalt", norm="§ 1 Abs. 1 AsylbLG", titel="Fassung nach der Reform des europäischen Asylsystems")
def asylblg_geas(asylblg_geas_ab: Datum, monat: Datum) -> bool:
    """Gilt für den Monat, in dem die Fassung in Kraft tritt, und alle folgenden."""
    return letzter_tag(monat) >= asylblg_geas_ab


@regel(
    "person", norm="§ 1 Abs. 1 Nr. 8 AsylbLG", titel="Nicht erfasste Schutzberechtigte", ab="2022-06-01", vorher=False
)
def asylblg_nicht_erfasst_24(aufenthaltsstatus: Aufenthaltsstatus, asylblg_grund: AsylblgGrund) -> bool:
    """Titel oder Fiktion nach § 24 AufenthG aus dem Frühjahr 2022 ohne erkennungsdienstliche Behandlung."""
    return aufenthaltsstatus == Aufenthaltsstatus.AUFENTHALT_24 and asylblg_grund == AsylblgGrund.NICHT_ERFASST_24


@regel(
    "person",
    norm="§ 18 Abs. 1 AsylbLG",
    titel="Übergang in das SGB II und SGB XII",
    ab="2022-06-01",
    bis="2022-08-31",
    vorher=False,
    nachher=False,
)
def asylblg_uebergang_24(aufenthaltsstatus: Aufenthaltsstatus, asylblg_grund: AsylblgGrund) -> bool:
    """Bezug im Mai 2022; endet vor dem Monat, für den Jobcenter oder Sozialhilfe die Leistung aufnimmt."""
    return aufenthaltsstatus == Aufenthaltsstatus.AUFENTHALT_24 and asylblg_grund == AsylblgGrund.UEBERGANG_24


@regel("person", norm="§ 1 Abs. 1 bis 3a, § 18 AsylbLG", titel="Leistungsberechtigt")
def asylblg_personenkreis(asylblg_berechtigt: bool, asylblg_nicht_erfasst_24: bool, asylblg_uebergang_24: bool) -> bool:
    """Leistungsberechtigt nach § 1 Abs. 1 oder übergangsweise nach § 18."""
    return asylblg_berechtigt or asylblg_nicht_erfasst_24 or asylblg_uebergang_24


@regel("person", norm="§ 1 Abs. 1 AsylbLG", titel="Nummer nach dem Aufenthaltsstatus")
def asylblg_nummer_nach_status(aufenthaltsstatus: Aufenthaltsstatus) -> AsylblgNummer:
    """Gestattung Nr. 1, Aufenthaltserlaubnis Nr. 3, Duldung Nr. 4, Ausreisepflicht Nr. 5."""
    if aufenthaltsstatus == Aufenthaltsstatus.AUFENTHALTSGESTATTUNG:
        return AsylblgNummer.NR_1
    if aufenthaltsstatus == Aufenthaltsstatus.DULDUNG:
        return AsylblgNummer.NR_4
    if aufenthaltsstatus == Aufenthaltsstatus.AUSREISEPFLICHTIG:
        return AsylblgNummer.NR_5
    return AsylblgNummer.NR_3


def _nummer_nach_grund(grund: AsylblgGrund, geas: bool) -> AsylblgNummer:
    if grund == AsylblgGrund.ASYLANTRAG or (grund == AsylblgGrund.SCHUTZGESUCH_24 and not geas):
        return AsylblgNummer.NR_1A
    if grund == AsylblgGrund.SCHUTZGESUCH_24:
        return AsylblgNummer.NR_1B
    if grund == AsylblgGrund.EINREISE_VERWEIGERT and geas:
        return AsylblgNummer.NR_2A
    if grund == AsylblgGrund.EINREISE_OFFEN or grund == AsylblgGrund.EINREISE_VERWEIGERT:
        return AsylblgNummer.NR_2
    return AsylblgNummer.NR_6 if grund == AsylblgGrund.FAMILIE else AsylblgNummer.NR_7


@regel("person", norm="§ 1 Abs. 1 AsylbLG", titel="Nummer des § 1 Abs. 1")
def asylblg_nummer(
    asylblg_personenkreis: bool,
    asylblg_nicht_erfasst_24: bool,
    asylblg_uebergang_24: bool,
    asylblg_nummer_nach_status: AsylblgNummer,
    asylblg_grund: AsylblgGrund,
    asylblg_geas: bool,
) -> AsylblgNummer:
    """Nach dem besonderen Grund, sonst nach dem Status; Nr. 1b und 2a gibt es seit Juni 2026."""
    if not asylblg_personenkreis:
        return AsylblgNummer.KEINE
    if asylblg_nicht_erfasst_24:
        return AsylblgNummer.NR_8
    if asylblg_uebergang_24:
        return AsylblgNummer.PARAGRAF_18
    ohne_besonderen_grund = asylblg_grund == AsylblgGrund.AUFENTHALTSSTATUS or asylblg_grund > AsylblgGrund.FOLGEANTRAG
    return asylblg_nummer_nach_status if ohne_besonderen_grund else _nummer_nach_grund(asylblg_grund, asylblg_geas)


@regel("person", norm="§ 1 Abs. 4 Satz 1 AsylbLG", titel="Ausschluss beginnt am")
def asylblg_ausschluss_beginn(
    asylblg_ausschluss: AsylblgAusschluss,
    asylblg_nummer: AsylblgNummer,
    asylblg_ausschluss_ab: Datum,
    asylblg_ausschluss_gilt_ab: tuple[Datum, ...],
) -> Datum:
    """Nur Nr. 5 und Nr. 2a; frühestens der Tag, seit dem das Gesetz den Ausschluss kennt. 0 ohne Ausschluss."""
    if asylblg_ausschluss == AsylblgAusschluss.KEINER or asylblg_ausschluss_ab == 0:
        return 0
    if asylblg_nummer != AsylblgNummer.NR_5 and asylblg_nummer != AsylblgNummer.NR_2A:
        return 0
    return max(asylblg_ausschluss_ab, asylblg_ausschluss_gilt_ab[asylblg_ausschluss])


@regel("person", norm="§ 6b AsylbLG, § 18 SGB XII", titel="Letzter Tag mit Anspruch")
def asylblg_bis_tag(leistung_bis_tag: Anzahl, asylblg_ausschluss_beginn: Datum, monat: Datum) -> Anzahl:
    """Ende des Leistungszeitraums oder der Tag vor dem Ausschluss; 0 ohne Tag in diesem Monat."""
    if asylblg_ausschluss_beginn == 0 or asylblg_ausschluss_beginn > letzter_tag(monat):
        return leistung_bis_tag
    if asylblg_ausschluss_beginn <= monat:
        return 0
    return min(leistung_bis_tag, tag(asylblg_ausschluss_beginn) - 1)


@regel("person", norm="§ 3 Abs. 5 AsylbLG", titel="Kalendertage mit Anspruch")
def asylblg_kalendertage(asylblg_personenkreis: bool, leistung_von_tag: Anzahl, asylblg_bis_tag: Anzahl) -> Anzahl:
    """Tage des Monats, für die der Person dem Grunde nach Leistungen zustehen."""
    if not asylblg_personenkreis or leistung_von_tag == 0:
        return 0
    return max(asylblg_bis_tag - leistung_von_tag + 1, 0)


@regel("person", norm="§ 1 Abs. 4 Satz 2 AsylbLG", titel="Überbrückungsleistungen gesperrt")
def asylblg_ueberbrueckung_gesperrt(
    asylblg_ueberbrueckung_ab: Datum, asylblg_ueberbrueckung_zuletzt: Datum, asylblg_ueberbrueckung_sperre: Anzahl
) -> bool:
    """Einmalig innerhalb von zwei Jahren seit dem Erhalt früherer Überbrückungsleistungen."""
    if asylblg_ueberbrueckung_zuletzt == 0:
        return False
    return asylblg_ueberbrueckung_ab < monate_spaeter(asylblg_ueberbrueckung_zuletzt, asylblg_ueberbrueckung_sperre)


@regel("person", norm="§ 1 Abs. 4 Satz 2, 6 AsylbLG", titel="Tage mit Überbrückungsleistungen")
def asylblg_ueberbrueckung_tage(
    asylblg_ausschluss_beginn: Datum,
    asylblg_ueberbrueckung_ab: Datum,
    asylblg_ueberbrueckung_haerte_bis: Datum,
    asylblg_ueberbrueckung_gesperrt: bool,
    asylblg_ueberbrueckung_dauer: Anzahl,
    monat: Datum,
) -> Anzahl:
    """Längstens zwei Wochen, im Härtefall bis zum festgestellten Tag; nur Tage dieses Monats."""
    if asylblg_ausschluss_beginn == 0 or asylblg_ueberbrueckung_ab == 0 or asylblg_ueberbrueckung_gesperrt:
        return 0
    erster = tage_zwischen(monat, max(asylblg_ueberbrueckung_ab, asylblg_ausschluss_beginn))
    letzter = erster + asylblg_ueberbrueckung_dauer - 1
    if asylblg_ueberbrueckung_haerte_bis > 0:
        letzter = max(letzter, tage_zwischen(monat, asylblg_ueberbrueckung_haerte_bis))
    letzter = min(letzter, tage_zwischen(monat, letzter_tag(monat)))
    return max(letzter - max(erster, 0) + 1, 0)


@regel("person", norm="§ 3 Abs. 5 Satz 3 AsylbLG", titel="Anspruch für den vollen Monat")
def asylblg_voller_monat(asylblg_kalendertage: Anzahl, monat: Datum) -> bool:
    """Leistungen stehen für jeden Tag des Monats zu."""
    return asylblg_kalendertage == tage_im_monat(monat)
