"""Einmalige Einnahmen: § 82 Abs. 7 SGB XII in den Fassungen bis 2023 und ab 2024, § 3 Abs. 3 DVO zu § 82 SGB XII.

Bis 2023: Waren für den Zuflussmonat schon Leistungen erbracht, zählt der Folgemonat; entfiele dadurch der
Anspruch, wird gleichmäßig auf sechs Monate verteilt. Ab 2024: Es zählt der Zuflussmonat; verteilt werden nur
Nachzahlungen für andere Monate, wenn der Anspruch im Zuflussmonat entfiele. Maßgebend ist der Tag des Zuflusses.
"""

from sozialamt.rechenkern import Anzahl, Basispunkte, Cent, Datum, beim, regel
from sozialamt.rechenkern.kalender import monat_plus, monate_bis, monatserster
from sozialamt.rechenkern.rundung import anteil, kaufmaennisch
from sozialamt.recht.auswahl import ArtEinmaligeEinnahme, VerteilungEinmaligeEinnahme


@regel("person", norm="§ 82 Abs. 7 Satz 1 SGB XII", titel="Tag des Zuflusses")
def einmalige_zufluss(einmalige_einnahme_monat: Datum, monat: Datum) -> Datum:
    """Angegebener Tag, sonst der Erste des berechneten Monats."""
    return einmalige_einnahme_monat if einmalige_einnahme_monat > 0 else monat


@regel("person", norm="§ 82 Abs. 7 SGB XII", titel="Fassung ab 2024 maßgebend")
def einmalige_neue_regel(einmalige_zufluss: Datum, einmalige_einnahme_neue_regel_ab: Datum) -> bool:
    """Zufluss ab Januar 2024."""
    return einmalige_zufluss >= einmalige_einnahme_neue_regel_ab


@regel("person", norm="§ 82 Abs. 7 Satz 1 SGB XII", titel="Erster Monat der Anrechnung")
def einmalige_beginn(
    einmalige_zufluss: Datum, einmalige_neue_regel: bool, einmalige_einnahme_nach_auszahlung: bool
) -> Datum:
    """Zuflussmonat; bis 2023 der Folgemonat, wenn die Leistung schon ohne die Einnahme erbracht war."""
    if einmalige_einnahme_nach_auszahlung and not einmalige_neue_regel:
        return monat_plus(einmalige_zufluss, 1)
    return monatserster(einmalige_zufluss)


@regel("person", norm="§ 82 Abs. 7 Satz 4, § 90 Abs. 2 Nr. 9, Abs. 3 SGB XII", titel="Abfindung über dem Schonbetrag")
def kleinbetragsrente_anzurechnen(
    einmalige_einnahme: Cent, vermoegen_gemeinschaft: Cent, schonbetrag_gemeinschaft: Cent
) -> Cent:
    """Nur soweit durch die Abfindung das geschonte Vermögen überschritten wird."""
    ueber_schonbetrag = vermoegen_gemeinschaft + einmalige_einnahme - schonbetrag_gemeinschaft
    return min(einmalige_einnahme, max(0, ueber_schonbetrag))


@regel("person", norm="§ 82 Abs. 1 Satz 2 Nr. 9, Abs. 7 SGB XII", titel="Einmalige Einnahme, soweit Einkommen")
def einmalige_als_einkommen(
    einmalige_einnahme_art: ArtEinmaligeEinnahme,
    einmalige_einnahme: Cent,
    einmalige_zufluss: Datum,
    erbschaft_frei_ab: Datum,
    kleinbetragsrente_anzurechnen: Cent,
) -> Cent:
    """Erbschaften seit 2023 kein Einkommen; Abfindung einer Kleinbetragsrente nur über dem Schonbetrag.

    Ohne Angabe der Art gilt, was für andere einmalige Einnahmen gilt.
    """
    if einmalige_einnahme_art == ArtEinmaligeEinnahme.ERBSCHAFT and einmalige_zufluss >= erbschaft_frei_ab:
        return 0
    if einmalige_einnahme_art == ArtEinmaligeEinnahme.KLEINBETRAGSRENTE:
        return kleinbetragsrente_anzurechnen
    return einmalige_einnahme


@regel("person", norm="§ 82 Abs. 3 SGB XII, § 3 Abs. 3 DVO zu § 82 SGB XII", titel="Unverbrauchter Erwerbsfreibetrag")
def erwerbsfreibetrag_rest(
    erwerbsfreibetrag_hoechstens: Cent, erwerbsfreibetrag: Cent, erwerbsfreibetrag_abweichend: bool
) -> Cent:
    """Was vom Höchstbetrag des Monats nach dem laufenden Erwerbseinkommen noch frei ist."""
    return 0 if erwerbsfreibetrag_abweichend else max(0, erwerbsfreibetrag_hoechstens - erwerbsfreibetrag)


def _nach_freibetrag(betrag: Cent, aus_erwerb: bool, satz: Basispunkte, rest: Cent) -> Cent:
    """Teilbetrag nach Erwerbsfreibetrag, wenn er aus Erwerbstätigkeit stammt."""
    return betrag - min(rest, anteil(betrag, satz)) if aus_erwerb else betrag


@regel("person", norm="§ 82 Abs. 3, 7 SGB XII", titel="Einmalige Einnahme in einem Monat")
def einmalige_ungeteilt(
    einmalige_als_einkommen: Cent,
    einmalige_einnahme_art: ArtEinmaligeEinnahme,
    erwerbsfreibetrag_anteil: Basispunkte,
    erwerbsfreibetrag_rest: Cent,
) -> Cent:
    """Was anzurechnen wäre, wenn die Einnahme nicht verteilt wird."""
    aus_erwerb = einmalige_einnahme_art == ArtEinmaligeEinnahme.AUS_ERWERB
    return _nach_freibetrag(einmalige_als_einkommen, aus_erwerb, erwerbsfreibetrag_anteil, erwerbsfreibetrag_rest)


@regel("person", norm="§ 82 Abs. 7 Satz 2 SGB XII", titel="Saldo ohne einmalige Einnahme")
def saldo_ohne_einmaliges(bedarf_lebensunterhalt: Cent, einkommen_ohne_einmaliges: Cent) -> Cent:
    """Bedarf abzüglich laufendem Einkommen; negativ bei einem Überschuss."""
    return bedarf_lebensunterhalt - einkommen_ohne_einmaliges


@beim("partner", sonst=0, norm="§ 82 Abs. 7 Satz 2 SGB XII", titel="Saldo des Partners ohne einmalige Einnahme")
def saldo_partner_ohne_einmaliges(saldo_ohne_einmaliges: Cent) -> Cent:
    """Bedarf abzüglich laufendem Einkommen beim Partner."""
    return saldo_ohne_einmaliges


@regel("person", norm="§ 82 Abs. 7 Satz 2 SGB XII", titel="Anspruch ohne einmalige Einnahme")
def anspruch_ohne_einmaliges(saldo_ohne_einmaliges: Cent, saldo_partner_ohne_einmaliges: Cent) -> Cent:
    """Ungedeckter Bedarf der Person nach dem Überschuss des Partners.

    Hat die Person selbst keinen ungedeckten Bedarf, zählt der gemeinsame mit dem Partner.
    """
    if saldo_ohne_einmaliges > 0:
        return max(0, saldo_ohne_einmaliges + min(0, saldo_partner_ohne_einmaliges))
    return max(0, saldo_ohne_einmaliges + saldo_partner_ohne_einmaliges)


@regel("person", norm="§ 82 Abs. 7 Satz 2 SGB XII", titel="Art wird verteilt")
def einmalige_verteilbar(einmalige_neue_regel: bool, einmalige_einnahme_art: ArtEinmaligeEinnahme) -> bool:
    """Bis 2023 jede einmalige Einnahme, seit 2024 nur Nachzahlungen und Abfindungen von Kleinbetragsrenten (Satz 4)."""
    if not einmalige_neue_regel:
        return True
    return einmalige_einnahme_art in (ArtEinmaligeEinnahme.NACHZAHLUNG, ArtEinmaligeEinnahme.KLEINBETRAGSRENTE)


@regel("person", norm="§ 82 Abs. 7 Satz 2 SGB XII", titel="Einmalige Einnahme wird verteilt")
def einmalige_wird_verteilt(
    einmalige_verteilbar: bool,
    einmalige_einnahme_verteilung: VerteilungEinmaligeEinnahme,
    einmalige_ungeteilt: Cent,
    anspruch_ohne_einmaliges: Cent,
) -> bool:
    """Wenn der Anspruch durch die Anrechnung in einem Monat entfiele."""
    if not einmalige_verteilbar or einmalige_einnahme_verteilung == VerteilungEinmaligeEinnahme.NICHT_VERTEILEN:
        return False
    if einmalige_einnahme_verteilung == VerteilungEinmaligeEinnahme.VERTEILEN:
        return True
    return einmalige_ungeteilt > 0 and einmalige_ungeteilt >= anspruch_ohne_einmaliges


@regel("person", norm="§ 82 Abs. 7 SGB XII", titel="Teilbetrag der einmaligen Einnahme")
def einmalige_teilbetrag(
    einmalige_als_einkommen: Cent,
    einmalige_wird_verteilt: bool,
    einmalige_beginn: Datum,
    einmalige_einnahme_monate: Anzahl,
    monat: Datum,
) -> Cent:
    """Ganz im ersten Monat oder gleichmäßig verteilt; die Teile ergeben zusammen genau die Einnahme."""
    nummer = monate_bis(einmalige_beginn, monat)
    if not einmalige_wird_verteilt:
        return einmalige_als_einkommen if nummer == 0 else 0
    if nummer < 0 or nummer >= einmalige_einnahme_monate:
        return 0
    bis_jetzt = kaufmaennisch(einmalige_als_einkommen * (nummer + 1), einmalige_einnahme_monate)
    return bis_jetzt - kaufmaennisch(einmalige_als_einkommen * nummer, einmalige_einnahme_monate)


@regel("person", norm="§ 82 Abs. 3, 7 SGB XII", titel="Anzurechnende einmalige Einnahme")
def einmalige_einnahme_anzurechnen(
    einmalige_teilbetrag: Cent,
    einmalige_einnahme_art: ArtEinmaligeEinnahme,
    erwerbsfreibetrag_anteil: Basispunkte,
    erwerbsfreibetrag_rest: Cent,
) -> Cent:
    """Teilbetrag des Monats; Sonderzuwendungen aus Erwerb nach dem Erwerbsfreibetrag."""
    aus_erwerb = einmalige_einnahme_art == ArtEinmaligeEinnahme.AUS_ERWERB
    return _nach_freibetrag(einmalige_teilbetrag, aus_erwerb, erwerbsfreibetrag_anteil, erwerbsfreibetrag_rest)
