"""Lebensalter, Minderjährigkeit und Altersgrenze (§ 41 Abs. 2 SGB XII)."""

from sozialamt.rechenkern import Anzahl, Datum, Jahre, regel
from sozialamt.rechenkern.kalender import jahr, jahre_plus, letzter_tag, monat_plus, vollendete_jahre


@regel("person", norm="§ 41 Abs. 2, Anlage zu § 28 SGB XII", titel="Alter am Monatsende")
def alter(geburtsdatum: Datum, monat: Datum) -> Jahre:
    """Vollendete Lebensjahre am letzten Tag des Monats."""
    return vollendete_jahre(geburtsdatum, letzter_tag(monat))


@regel("person", norm="§ 41 Abs. 2, Anlage zu § 28 SGB XII", titel="Alter am Monatsersten")
def alter_monatsbeginn(geburtsdatum: Datum, monat: Datum) -> Jahre:
    """Vollendete Lebensjahre am ersten Tag des Monats."""
    return vollendete_jahre(geburtsdatum, monat)


@regel("person", norm="§ 27 Abs. 2 Satz 3 SGB XII, § 2 BGB", titel="Minderjährig")
def ist_minderjaehrig(alter: Jahre, volljaehrigkeit: Jahre) -> bool:
    """Das 18. Lebensjahr ist auch am Ende des Monats nicht vollendet."""
    return alter < volljaehrigkeit


@regel("person", norm="§ 41 Abs. 2 Satz 2 und 3 SGB XII", titel="Anhebung der Altersgrenze")
def altersgrenze_anhebung(
    geburtsdatum: Datum, altersgrenze_jahrgang_vor_anhebung: Anzahl, altersgrenze_anhebung_monate: tuple[Anzahl, ...]
) -> Anzahl:
    """Monate über dem 65. Lebensjahr nach dem Geburtsjahrgang, ab Jahrgang 1964 unverändert."""
    stelle = max(jahr(geburtsdatum) - altersgrenze_jahrgang_vor_anhebung, 0)
    return altersgrenze_anhebung_monate[min(stelle, len(altersgrenze_anhebung_monate) - 1)]


@regel("person", norm="§ 41 Abs. 2 SGB XII", titel="Monat der Altersgrenze")
def altersgrenze_monat(geburtsdatum: Datum, altersgrenze_grundalter: Jahre, altersgrenze_anhebung: Anzahl) -> Datum:
    """Erster Tag des Monats, in dem die Altersgrenze erreicht wird.

    Wer am Ersten geboren ist, vollendet das Lebensjahr mit Ablauf des Vormonats (§ 188 Abs. 2 BGB); gerechnet
    wird vom Monat des Geburtstags an, wie bei der Regelaltersrente.
    """
    return monat_plus(jahre_plus(geburtsdatum, altersgrenze_grundalter), altersgrenze_anhebung)


@regel("person", norm="§ 41 Abs. 2, § 44 Abs. 2 Satz 1 SGB XII", titel="Altersgrenze erreicht")
def altersgrenze_erreicht(altersgrenze_monat: Datum, monat: Datum) -> bool:
    """Die Altersgrenze wird spätestens im Lauf des Monats erreicht; der Antrag wirkt auf den Ersten zurück."""
    return altersgrenze_monat <= monat
