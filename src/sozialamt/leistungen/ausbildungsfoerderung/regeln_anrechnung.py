"""Freibeträge vom Einkommen des Ehegatten und der Eltern, Anrechnung (§§ 11, 25 BAföG)."""

from sozialamt.leistungen.ausbildungsfoerderung.auswahl import (
    AusbildungsfoerderungArt,
    BafoegAusbildung,
    BafoegEltern,
    BafoegElternunabhaengig,
    BafoegFreibetragAngehoerige,
)
from sozialamt.rechenkern import Anzahl, Basispunkte, Cent, Datum, Jahre, Position, regel
from sozialamt.rechenkern.kalender import vollendete_jahre
from sozialamt.rechenkern.rundung import GANZES, kaufmaennisch

Tabelle = tuple[int, ...]


def _anrechenbar(einkommen: Cent, freibetrag: Cent, frei: Basispunkte, auszubildende: Anzahl) -> Cent:
    """Vom übersteigenden Einkommen bleibt ein Teil frei; der Rest verteilt sich auf die Auszubildenden."""
    rest = max(0, einkommen - freibetrag)
    return kaufmaennisch(rest * max(0, GANZES - frei), GANZES * max(1, auszubildende))


@regel("person", norm="§ 25 Abs. 1 BAföG", titel="Grundfreibetrag eines Elternteils oder Ehegatten")
def bafoeg_grundfreibetrag_einzeln(
    bafoeg_laufend: bool, bafoeg_freibetrag_angehoerige: Tabelle, bafoeg_freibetrag_angehoerige_laufend: Tabelle
) -> Cent:
    """Betrag des Absatzes 1 Nr. 2."""
    tabelle = bafoeg_freibetrag_angehoerige_laufend if bafoeg_laufend else bafoeg_freibetrag_angehoerige
    return tabelle[BafoegFreibetragAngehoerige.EINZELN]


@regel("person", norm="§ 25 Abs. 1 BAföG", titel="Grundfreibetrag verheirateter Eltern")
def bafoeg_grundfreibetrag_eltern(
    bafoeg_laufend: bool, bafoeg_freibetrag_angehoerige: Tabelle, bafoeg_freibetrag_angehoerige_laufend: Tabelle
) -> Cent:
    """Betrag des Absatzes 1 Nr. 1."""
    tabelle = bafoeg_freibetrag_angehoerige_laufend if bafoeg_laufend else bafoeg_freibetrag_angehoerige
    return tabelle[BafoegFreibetragAngehoerige.ELTERN]


@regel("person", norm="§ 25 Abs. 3 Nr. 1 BAföG", titel="Freibetrag für einen Stiefelternteil")
def bafoeg_freibetrag_stief(
    bafoeg_laufend: bool, bafoeg_freibetrag_angehoerige: Tabelle, bafoeg_freibetrag_angehoerige_laufend: Tabelle
) -> Cent:
    """Betrag des Absatzes 3 Nr. 1 vor Minderung."""
    tabelle = bafoeg_freibetrag_angehoerige_laufend if bafoeg_laufend else bafoeg_freibetrag_angehoerige
    return tabelle[BafoegFreibetragAngehoerige.STIEFELTERNTEIL]


@regel("person", norm="§ 25 Abs. 3 Nr. 2 BAföG", titel="Freibetrag je Kind des Einkommensbeziehers")
def bafoeg_freibetrag_je_kind(
    bafoeg_laufend: bool, bafoeg_freibetrag_angehoerige: Tabelle, bafoeg_freibetrag_angehoerige_laufend: Tabelle
) -> Cent:
    """Betrag des Absatzes 3 Nr. 2 vor Minderung."""
    tabelle = bafoeg_freibetrag_angehoerige_laufend if bafoeg_laufend else bafoeg_freibetrag_angehoerige
    return tabelle[BafoegFreibetragAngehoerige.KIND]


@regel("person", norm="§ 11 Abs. 2 Satz 2 BAföG", titel="Ehegatte im Haushalt")
def bafoeg_ehegatte(verheiratet: bool, partner: Position, ausbildungsfoerderung_art: AusbildungsfoerderungArt) -> bool:
    """Verheiratet oder verpartnert und nicht dauernd getrennt lebend."""
    return verheiratet and partner >= 0 and ausbildungsfoerderung_art != AusbildungsfoerderungArt.KEINE


@regel("person", norm="§ 23 Abs. 1 Satz 2, § 25 Abs. 3 BAföG", titel="Eigene Kinder mit Freibetrag")
def bafoeg_kinder_mit_freibetrag(bafoeg_kinder: Anzahl, bafoeg_kinder_in_ausbildung: Anzahl) -> Anzahl:
    """Kinder, die nicht in förderungsfähiger Ausbildung stehen."""
    return max(0, bafoeg_kinder - bafoeg_kinder_in_ausbildung)


@regel("person", norm="§ 25 Abs. 1, 3, 6 BAföG", titel="Freibetrag vom Einkommen des Ehegatten")
def bafoeg_ehegatte_freibetrag(
    bafoeg_grundfreibetrag_einzeln: Cent,
    bafoeg_freibetrag_je_kind: Cent,
    bafoeg_kinder_mit_freibetrag: Anzahl,
    bafoeg_ehegatte_haerte: Cent,
    bafoeg_ehegatte: bool,
) -> Cent:
    """Grundfreibetrag, Freibeträge für Kinder und Härtefreibetrag."""
    if not bafoeg_ehegatte:
        return 0
    kinder = bafoeg_kinder_mit_freibetrag * bafoeg_freibetrag_je_kind
    return bafoeg_grundfreibetrag_einzeln + kinder + bafoeg_ehegatte_haerte


@regel("person", norm="§ 11 Abs. 4, § 25 Abs. 4 BAföG", titel="Anzurechnendes Einkommen des Ehegatten")
def bafoeg_ehegatte_anrechnung(
    bafoeg_ehegatte: bool,
    bafoeg_ehegatte_einkommen: Cent,
    bafoeg_ehegatte_freibetrag: Cent,
    bafoeg_kinder_mit_freibetrag: Anzahl,
    bafoeg_zusatz_anteil: Basispunkte,
    bafoeg_zusatz_je_kind: Basispunkte,
    bafoeg_ehegatte_auszubildende: Anzahl,
) -> Cent:
    """Vom übersteigenden Einkommen bleiben 50 Prozent und 5 Prozent je Kind frei."""
    if not bafoeg_ehegatte:
        return 0
    frei = bafoeg_zusatz_anteil + bafoeg_kinder_mit_freibetrag * bafoeg_zusatz_je_kind
    return _anrechenbar(bafoeg_ehegatte_einkommen, bafoeg_ehegatte_freibetrag, frei, bafoeg_ehegatte_auszubildende)


@regel(
    "person",
    norm="§ 11 Abs. 3 Satz 1 Nr. 1, 2 BAföG",
    titel="Beginn nach dem 30. Geburtstag, Abendgymnasium oder Kolleg",
)
def bafoeg_elternunabhaengig_kraft_gesetzes(
    bafoeg_ausbildung: BafoegAusbildung,
    bafoeg_alter_beginn: Jahre,
    bafoeg_alter_elternunabhaengig: Jahre,
) -> bool:
    """Abendgymnasium und Kolleg immer; sonst, wer bei Beginn das 30. Lebensjahr vollendet hat."""
    return (
        bafoeg_ausbildung == BafoegAusbildung.ABENDGYMNASIUM_KOLLEG
        or bafoeg_alter_beginn >= bafoeg_alter_elternunabhaengig
    )


@regel("person", norm="§ 10 Abs. 3, § 11 Abs. 3 BAföG", titel="Alter bei Beginn des Ausbildungsabschnitts")
def bafoeg_alter_beginn(geburtsdatum: Datum, bafoeg_ausbildung_beginn: Datum, bafoeg_bwz_beginn: Datum) -> Jahre:
    """Vollendete Lebensjahre am ersten Tag."""
    beginn = bafoeg_ausbildung_beginn if bafoeg_ausbildung_beginn > 0 else bafoeg_bwz_beginn
    return max(0, vollendete_jahre(geburtsdatum, beginn))


@regel("person", norm="§ 11 Abs. 2a, 3 BAföG", titel="Einkommen der Eltern bleibt außer Betracht")
def bafoeg_ohne_eltern(
    bafoeg_elternunabhaengig: BafoegElternunabhaengig,
    bafoeg_elternunabhaengig_kraft_gesetzes: bool,
    bafoeg_eltern: BafoegEltern,
) -> bool:
    """Elternunabhängige Förderung, oder keine Eltern."""
    if bafoeg_eltern == BafoegEltern.KEINE or bafoeg_elternunabhaengig_kraft_gesetzes:
        return True
    return bafoeg_elternunabhaengig != BafoegElternunabhaengig.NEIN


@regel("person", norm="§ 25 Abs. 3 BAföG", titel="Freibeträge für Kinder und Stiefelternteil des ersten Elternteils")
def bafoeg_elternteil_1_freibetrag_familie(
    bafoeg_elternteil_1_kinder: Anzahl,
    bafoeg_elternteil_1_kinder_einkommen: Cent,
    bafoeg_freibetrag_je_kind: Cent,
    bafoeg_elternteil_1_stiefelternteil: bool,
    bafoeg_elternteil_1_stief_einkommen: Cent,
    bafoeg_freibetrag_stief: Cent,
) -> Cent:
    """Erhöhungen, gemindert um das Einkommen der Personen, für die sie gelten."""
    kinder = max(0, bafoeg_elternteil_1_kinder * bafoeg_freibetrag_je_kind - bafoeg_elternteil_1_kinder_einkommen)
    if not bafoeg_elternteil_1_stiefelternteil:
        return kinder
    return kinder + max(0, bafoeg_freibetrag_stief - bafoeg_elternteil_1_stief_einkommen)


@regel(
    "person",
    norm="§ 25 Abs. 4 BAföG",
    titel="Frei bleibender Teil des übersteigenden Einkommens des ersten Elternteils",
)
def bafoeg_elternteil_1_zusatzfreibetrag(
    bafoeg_elternteil_1_kinder: Anzahl, bafoeg_zusatz_anteil: Basispunkte, bafoeg_zusatz_je_kind: Basispunkte
) -> Basispunkte:
    """50 Prozent und 5 Prozent für jedes Kind mit Freibetrag."""
    return min(GANZES, bafoeg_zusatz_anteil + bafoeg_elternteil_1_kinder * bafoeg_zusatz_je_kind)


@regel("person", norm="§ 25 Abs. 3 BAföG", titel="Freibeträge für Kinder und Stiefelternteil des zweiten Elternteils")
def bafoeg_elternteil_2_freibetrag_familie(
    bafoeg_elternteil_2_kinder: Anzahl,
    bafoeg_elternteil_2_kinder_einkommen: Cent,
    bafoeg_freibetrag_je_kind: Cent,
    bafoeg_elternteil_2_stiefelternteil: bool,
    bafoeg_elternteil_2_stief_einkommen: Cent,
    bafoeg_freibetrag_stief: Cent,
) -> Cent:
    """Erhöhungen, gemindert um das Einkommen der Personen, für die sie gelten."""
    kinder = max(0, bafoeg_elternteil_2_kinder * bafoeg_freibetrag_je_kind - bafoeg_elternteil_2_kinder_einkommen)
    if not bafoeg_elternteil_2_stiefelternteil:
        return kinder
    return kinder + max(0, bafoeg_freibetrag_stief - bafoeg_elternteil_2_stief_einkommen)


@regel(
    "person",
    norm="§ 25 Abs. 4 BAföG",
    titel="Frei bleibender Teil des übersteigenden Einkommens des zweiten Elternteils",
)
def bafoeg_elternteil_2_zusatzfreibetrag(
    bafoeg_elternteil_2_kinder: Anzahl, bafoeg_zusatz_anteil: Basispunkte, bafoeg_zusatz_je_kind: Basispunkte
) -> Basispunkte:
    """50 Prozent und 5 Prozent für jedes Kind mit Freibetrag."""
    return min(GANZES, bafoeg_zusatz_anteil + bafoeg_elternteil_2_kinder * bafoeg_zusatz_je_kind)


@regel("person", norm="§ 25 Abs. 1, 3, 6 BAföG", titel="Freibetrag vom Einkommen verheirateter Eltern")
def bafoeg_eltern_freibetrag(
    bafoeg_grundfreibetrag_eltern: Cent,
    bafoeg_elternteil_1_freibetrag_familie: Cent,
    bafoeg_elternteil_1_haerte: Cent,
    bafoeg_elternteil_2_haerte: Cent,
    bafoeg_eltern: BafoegEltern,
) -> Cent:
    """Gemeinsamer Freibetrag mit Erhöhungen und Härtefreibeträgen."""
    if bafoeg_eltern != BafoegEltern.VERHEIRATET:
        return 0
    haerte = bafoeg_elternteil_1_haerte + bafoeg_elternteil_2_haerte
    return bafoeg_grundfreibetrag_eltern + bafoeg_elternteil_1_freibetrag_familie + haerte


@regel("person", norm="§ 25 Abs. 1 Nr. 1 BAföG", titel="Einkommen verheirateter Eltern im Monat")
def bafoeg_eltern_einkommen(
    bafoeg_eltern: BafoegEltern, bafoeg_elternteil_1_einkommen: Cent, bafoeg_elternteil_2_einkommen: Cent
) -> Cent:
    """Zusammengerechnet, wenn die Eltern miteinander verheiratet sind und nicht getrennt leben."""
    if bafoeg_eltern != BafoegEltern.VERHEIRATET:
        return 0
    return bafoeg_elternteil_1_einkommen + bafoeg_elternteil_2_einkommen


@regel("person", norm="§ 11 Abs. 4, § 25 BAföG", titel="Anzurechnendes Einkommen verheirateter Eltern")
def bafoeg_eltern_gemeinsam_anrechnung(
    bafoeg_eltern: BafoegEltern,
    bafoeg_eltern_einkommen: Cent,
    bafoeg_eltern_freibetrag: Cent,
    bafoeg_elternteil_1_zusatzfreibetrag: Basispunkte,
    bafoeg_elternteil_1_auszubildende: Anzahl,
) -> Cent:
    """Zu gleichen Teilen auf alle Auszubildenden."""
    if bafoeg_eltern != BafoegEltern.VERHEIRATET:
        return 0
    return _anrechenbar(
        bafoeg_eltern_einkommen,
        bafoeg_eltern_freibetrag,
        bafoeg_elternteil_1_zusatzfreibetrag,
        bafoeg_elternteil_1_auszubildende,
    )


@regel("person", norm="§ 25 Abs. 1 Nr. 2, Abs. 3, 6 BAföG", titel="Freibetrag vom Einkommen des ersten Elternteils")
def bafoeg_elternteil_1_freibetrag(
    bafoeg_grundfreibetrag_einzeln: Cent,
    bafoeg_elternteil_1_freibetrag_familie: Cent,
    bafoeg_elternteil_1_haerte: Cent,
    bafoeg_eltern: BafoegEltern,
) -> Cent:
    """Freibetrag eines Elternteils in sonstigen Fällen."""
    if bafoeg_eltern != BafoegEltern.GETRENNT and bafoeg_eltern != BafoegEltern.EIN_ELTERNTEIL:
        return 0
    return bafoeg_grundfreibetrag_einzeln + bafoeg_elternteil_1_freibetrag_familie + bafoeg_elternteil_1_haerte


@regel("person", norm="§ 25 Abs. 1 Nr. 2, Abs. 3, 6 BAföG", titel="Freibetrag vom Einkommen des zweiten Elternteils")
def bafoeg_elternteil_2_freibetrag(
    bafoeg_grundfreibetrag_einzeln: Cent,
    bafoeg_elternteil_2_freibetrag_familie: Cent,
    bafoeg_elternteil_2_haerte: Cent,
    bafoeg_eltern: BafoegEltern,
) -> Cent:
    """Freibetrag eines Elternteils in sonstigen Fällen."""
    if bafoeg_eltern != BafoegEltern.GETRENNT:
        return 0
    return bafoeg_grundfreibetrag_einzeln + bafoeg_elternteil_2_freibetrag_familie + bafoeg_elternteil_2_haerte


@regel("person", norm="§ 11 Abs. 4, § 25 BAföG", titel="Anzurechnendes Einkommen des ersten Elternteils")
def bafoeg_elternteil_1_anrechnung(
    bafoeg_eltern: BafoegEltern,
    bafoeg_elternteil_1_einkommen: Cent,
    bafoeg_elternteil_1_freibetrag: Cent,
    bafoeg_elternteil_1_zusatzfreibetrag: Basispunkte,
    bafoeg_elternteil_1_auszubildende: Anzahl,
) -> Cent:
    """Nur, wenn die Eltern nicht miteinander verheiratet sind oder getrennt leben."""
    if bafoeg_eltern != BafoegEltern.GETRENNT and bafoeg_eltern != BafoegEltern.EIN_ELTERNTEIL:
        return 0
    return _anrechenbar(
        bafoeg_elternteil_1_einkommen,
        bafoeg_elternteil_1_freibetrag,
        bafoeg_elternteil_1_zusatzfreibetrag,
        bafoeg_elternteil_1_auszubildende,
    )


@regel("person", norm="§ 11 Abs. 4, § 25 BAföG", titel="Anzurechnendes Einkommen des zweiten Elternteils")
def bafoeg_elternteil_2_anrechnung(
    bafoeg_eltern: BafoegEltern,
    bafoeg_elternteil_2_einkommen: Cent,
    bafoeg_elternteil_2_freibetrag: Cent,
    bafoeg_elternteil_2_zusatzfreibetrag: Basispunkte,
    bafoeg_elternteil_2_auszubildende: Anzahl,
) -> Cent:
    """Nur, wenn die Eltern nicht miteinander verheiratet sind oder getrennt leben."""
    if bafoeg_eltern != BafoegEltern.GETRENNT:
        return 0
    return _anrechenbar(
        bafoeg_elternteil_2_einkommen,
        bafoeg_elternteil_2_freibetrag,
        bafoeg_elternteil_2_zusatzfreibetrag,
        bafoeg_elternteil_2_auszubildende,
    )


@regel("person", norm="§ 11 Abs. 2, 2a, 3, 4, § 25 BAföG", titel="Anzurechnendes Einkommen der Eltern")
def bafoeg_eltern_anrechnung(
    bafoeg_ohne_eltern: bool,
    bafoeg_eltern_gemeinsam_anrechnung: Cent,
    bafoeg_elternteil_1_anrechnung: Cent,
    bafoeg_elternteil_2_anrechnung: Cent,
) -> Cent:
    """Summe, außer wenn Einkommen der Eltern außer Betracht bleibt."""
    if bafoeg_ohne_eltern:
        return 0
    return bafoeg_eltern_gemeinsam_anrechnung + bafoeg_elternteil_1_anrechnung + bafoeg_elternteil_2_anrechnung
