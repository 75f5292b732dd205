"""Leistungsberechtigte und Bedarfsgemeinschaft (§§ 5, 7, 7a, 7b, 8 SGB II)."""

from sozialamt.leistungen.grundsicherung_arbeitsuchende.auswahl import Sgb2Ablehnung, Sgb2Erreichbarkeit
from sozialamt.rechenkern import Anzahl, Datum, Jahre, irgendein, maximum, regel
from sozialamt.rechenkern.kalender import monat_plus, tag, tage_im_monat
from sozialamt.recht.zeitraum import anspruchstage


@regel("person", norm="§ 7 Abs. 3 Nr. 2, 4 SGB II", titel="Gehört als Kind zur Bedarfsgemeinschaft")
def sgb2_kind(lediges_kind_bei_eltern: bool, alter: Jahre, altersgrenze_kind_bedarfsgemeinschaft: Jahre) -> bool:
    """Unverheiratetes Kind im Haushalt der Eltern bis zur Vollendung des 25. Lebensjahres."""
    return lediges_kind_bei_eltern and alter < altersgrenze_kind_bedarfsgemeinschaft


@regel("person", norm="§ 7a SGB II", titel="Altersgrenze überschritten")
def sgb2_altersgrenze_ueberschritten(altersgrenze_monat: Datum, geburtsdatum: Datum, monat: Datum) -> bool:
    """Erreicht mit Ablauf des Monats, in dem das Lebensalter vollendet wird.

    Wer am Monatsersten geboren ist, vollendet das Lebensjahr mit Ablauf des Vormonats (§ 188 Abs. 2 BGB).
    """
    return altersgrenze_monat <= monat if tag(geburtsdatum) == 1 else monat_plus(altersgrenze_monat, 1) <= monat


@regel("person", norm="§ 7 Abs. 1 Satz 1 Nr. 1, 2, § 8 SGB II", titel="Erwerbsfähig im leistungsberechtigten Alter")
def sgb2_erwerbsfaehig(
    erwerbsfaehig: bool,
    sgb2_voll_erwerbsgemindert: bool,
    alter: Jahre,
    sgb2_mindestalter: Jahre,
    sgb2_altersgrenze_ueberschritten: bool,
) -> bool:
    """Ab 15 Jahren bis zur Altersgrenze und mindestens drei Stunden täglich erwerbsfähig."""
    if not erwerbsfaehig or sgb2_voll_erwerbsgemindert:
        return False
    return alter >= sgb2_mindestalter and not sgb2_altersgrenze_ueberschritten


@regel("person", norm="§ 8 Abs. 1, § 23 Nr. 4 SGB II", titel="Voll erwerbsgemindert")
def sgb2_voll_erwerbsgemindert(voll_erwerbsgemindert_dauerhaft: bool, voll_erwerbsgemindert_befristet: bool) -> bool:
    """Auf Dauer oder auf Zeit voll erwerbsgemindert nach dem Sechsten Buch."""
    return voll_erwerbsgemindert_dauerhaft or voll_erwerbsgemindert_befristet


@regel("person", norm="§ 7 Abs. 1 Satz 1 Nr. 4, Satz 2 bis 5 SGB II", titel="Ausschluss nach Aufenthalt")
def sgb2_ausschluss_aufenthalt(
    asylblg_personenkreis: bool,
    gewoehnlicher_aufenthalt_inland: bool,
    aufenthalt_erste_drei_monate: bool,
    ausschluss_aufenthaltsrecht: bool,
) -> Sgb2Ablehnung:
    """Leistungsberechtigte nach dem AsylbLG; ohne Aufenthaltsrecht, nur zur Arbeitsuche oder in den ersten Monaten."""
    if asylblg_personenkreis:
        return Sgb2Ablehnung.ASYLBEWERBERLEISTUNGEN
    if not gewoehnlicher_aufenthalt_inland:
        return Sgb2Ablehnung.AUFENTHALT
    if aufenthalt_erste_drei_monate or ausschluss_aufenthaltsrecht:
        return Sgb2Ablehnung.AUSLAENDER
    return Sgb2Ablehnung.KEINER


@regel("person", norm="§ 5 Abs. 2 Satz 2, § 19 Abs. 1 Satz 2 SGB II", titel="Vorrang des Vierten Kapitels SGB XII")
def sgb2_vorrang_kapitel_4(
    berechtigt_kapitel_4: bool, berechtigt_wegen_erwerbsminderung: bool, berechtigt_in_beruflicher_bildung: bool
) -> bool:
    """Dauerhaft voll erwerbsgemindert oder in beruflicher Bildung der Werkstatt; das Alter regelt § 7a."""
    return berechtigt_kapitel_4 and (berechtigt_wegen_erwerbsminderung or berechtigt_in_beruflicher_bildung)


@regel("person", norm="§ 7 Abs. 4, 4a SGB II", titel="Einrichtung oder Altersrente")
def sgb2_ausschluss_einrichtung(
    in_einrichtung_sgb2: bool, sgb2_ausnahme_einrichtung: bool, bezieht_altersrente: bool
) -> Sgb2Ablehnung:
    """Ausnahmen: Krankenhaus unter sechs Monaten oder mindestens 15 Stunden wöchentlich erwerbstätig (Satz 3)."""
    if in_einrichtung_sgb2 and not sgb2_ausnahme_einrichtung:
        return Sgb2Ablehnung.EINRICHTUNG
    return Sgb2Ablehnung.ALTERSRENTE if bezieht_altersrente else Sgb2Ablehnung.KEINER


@regel("person", norm="§ 7 Abs. 5, 6 SGB II", titel="Ausschluss als Auszubildende")
def sgb2_auszubildend(in_ausbildung: bool, sgb2_ausbildung_unschaedlich: bool) -> bool:
    """Dem Grunde nach nach dem BAföG förderungsfähige Ausbildung ohne Rückausnahme."""
    return in_ausbildung and not sgb2_ausbildung_unschaedlich


@regel("person", norm="§ 5 Abs. 2, § 7 Abs. 1, 4, 5, §§ 7a, 7b SGB II", titel="Ausschlussgrund")
def sgb2_ausschluss(
    sgb2_ausschluss_aufenthalt: Sgb2Ablehnung,
    sgb2_ausschluss_einrichtung: Sgb2Ablehnung,
    sgb2_altersgrenze_ueberschritten: bool,
    sgb2_vorrang_kapitel_4: bool,
    sgb2_erreichbarkeit: Sgb2Erreichbarkeit,
    sgb2_auszubildend: bool,
) -> Sgb2Ablehnung:
    """Gründe, die in der Person liegen, in der Reihenfolge der Prüfung."""
    if sgb2_ausschluss_aufenthalt != Sgb2Ablehnung.KEINER:
        return sgb2_ausschluss_aufenthalt
    if sgb2_ausschluss_einrichtung != Sgb2Ablehnung.KEINER:
        return sgb2_ausschluss_einrichtung
    if sgb2_altersgrenze_ueberschritten:
        return Sgb2Ablehnung.ALTERSGRENZE
    if sgb2_vorrang_kapitel_4:
        return Sgb2Ablehnung.KAPITEL_4
    if sgb2_erreichbarkeit == Sgb2Erreichbarkeit.NICHT_ERREICHBAR:
        return Sgb2Ablehnung.NICHT_ERREICHBAR
    return Sgb2Ablehnung.AUSBILDUNG if sgb2_auszubildend else Sgb2Ablehnung.KEINER


@irgendein("bedarfsgemeinschaft", norm="§ 7 Abs. 1, 2 SGB II", titel="Erwerbsfähige leistungsberechtigte Person")
def sgb2_bg_erwerbsfaehig(sgb2_erwerbsfaehig: bool, sgb2_ausschluss: Sgb2Ablehnung) -> bool:
    """Auszubildende und nicht Erreichbare bleiben erwerbsfähige Leistungsberechtigte dem Grunde nach."""
    return sgb2_erwerbsfaehig and (
        sgb2_ausschluss == Sgb2Ablehnung.KEINER
        or sgb2_ausschluss == Sgb2Ablehnung.AUSBILDUNG
        or sgb2_ausschluss == Sgb2Ablehnung.NICHT_ERREICHBAR
    )


@regel("person", norm="§ 7 Abs. 1, 2 SGB II", titel="Leistungsberechtigt dem Grunde nach")
def sgb2_leistungsberechtigt(sgb2_bg_erwerbsfaehig: bool, sgb2_ausschluss: Sgb2Ablehnung, sgb2_tage: Anzahl) -> bool:
    """Erwerbsfähig oder mit einer erwerbsfähigen Person in Bedarfsgemeinschaft, ohne Ausschlussgrund."""
    return sgb2_bg_erwerbsfaehig and sgb2_ausschluss == Sgb2Ablehnung.KEINER and sgb2_tage > 0


@regel("person", norm="§ 41 Abs. 1 SGB II", titel="Anspruchstage")
def sgb2_tage(
    leistung_ab: Datum, leistung_bis: Datum, geburtsdatum: Datum, monat: Datum, tage_je_monat: Anzahl
) -> Anzahl:
    """Kalendertage mit Anspruch, höchstens 30; der ganze Monat zählt 30 Tage. Kinder ab dem Tag der Geburt."""
    tage = anspruchstage(max(leistung_ab, geburtsdatum), leistung_bis, monat)
    return tage_je_monat if tage == tage_im_monat(monat) else min(tage, tage_je_monat)


@maximum("bedarfsgemeinschaft", norm="§ 41 Abs. 1 SGB II", titel="Anspruchstage der Bedarfsgemeinschaft")
def sgb2_tage_bg(sgb2_tage: Anzahl) -> Anzahl:
    """Längster Zeitraum eines Mitglieds."""
    return sgb2_tage
