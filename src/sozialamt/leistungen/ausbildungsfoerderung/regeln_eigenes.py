"""Eigenes Einkommen und Vermögen der auszubildenden Person (§§ 21 bis 23, 26 bis 30 BAföG)."""

from sozialamt.leistungen.ausbildungsfoerderung.auswahl import (
    AusbildungsfoerderungArt,
    BafoegFreibetragEigen,
    BafoegGruppe,
    BafoegSchuelersatz,
    BafoegVermoegensfreibetrag,
    BafoegWaisenrente,
)
from sozialamt.rechenkern import Anzahl, Basispunkte, Cent, Datum, Jahre, regel
from sozialamt.rechenkern.kalender import vollendete_jahre
from sozialamt.rechenkern.rundung import anteil, kaufmaennisch

Tabelle = tuple[int, ...]


@regel("person", norm="§ 22 Abs. 1 Satz 2 BAföG", titel="Werbungskosten im Bewilligungszeitraum")
def bafoeg_abzug_werbungskosten(
    bafoeg_werbungskosten: Cent,
    wohngeld_arbeitnehmer_pauschbetrag: Cent,
    bafoeg_bwz_monate: Anzahl,
    bafoeg_monate_im_jahr: Anzahl,
) -> Cent:
    """Nachgewiesene Werbungskosten, mindestens ein Zwölftel des Arbeitnehmer-Pauschbetrags für jeden Monat."""
    pauschbetrag = kaufmaennisch(wohngeld_arbeitnehmer_pauschbetrag * bafoeg_bwz_monate, bafoeg_monate_im_jahr)
    return max(bafoeg_werbungskosten, pauschbetrag)


@regel("person", norm="§ 21 Abs. 2 Nr. 1 BAföG", titel="Satz der eigenen Sozialpauschale")
def bafoeg_eigener_pauschalsatz(
    bafoeg_laufend: bool, bafoeg_sozialpauschale: Tabelle, bafoeg_sozialpauschale_laufend: Tabelle
) -> Basispunkte:
    """Auszubildende gehören zur Gruppe der Nummer 1."""
    tabelle = bafoeg_sozialpauschale_laufend if bafoeg_laufend else bafoeg_sozialpauschale
    return tabelle[BafoegGruppe.ARBEITNEHMER + 1]


@regel("person", norm="§ 21 Abs. 2 Nr. 1 BAföG", titel="Höchstbetrag der eigenen Sozialpauschale im Jahr")
def bafoeg_eigener_pauschalbetrag_hoechstens(
    bafoeg_laufend: bool,
    bafoeg_sozialpauschale_hoechstens: Tabelle,
    bafoeg_sozialpauschale_hoechstens_laufend: Tabelle,
) -> Cent:
    """Auszubildende gehören zur Gruppe der Nummer 1."""
    tabelle = bafoeg_sozialpauschale_hoechstens_laufend if bafoeg_laufend else bafoeg_sozialpauschale_hoechstens
    return tabelle[BafoegGruppe.ARBEITNEHMER + 1]


@regel("person", norm="§ 21 Abs. 1, § 22 BAföG", titel="Ausbildungsvergütung nach Werbungskosten")
def bafoeg_verguetung_einkuenfte(bafoeg_verguetung: Cent, bafoeg_abzug_werbungskosten: Cent) -> Cent:
    """Werbungskosten mindern zuerst die Vergütung aus dem Ausbildungsverhältnis."""
    return max(0, bafoeg_verguetung - bafoeg_abzug_werbungskosten)


@regel("person", norm="§ 21 Abs. 1, § 22 BAföG", titel="Übrige positive Einkünfte")
def bafoeg_eigene_einkuenfte(
    bafoeg_lohn: Cent, bafoeg_verguetung: Cent, bafoeg_abzug_werbungskosten: Cent, bafoeg_andere_einkuenfte: Cent
) -> Cent:
    """Lohn nach dem Rest der Werbungskosten und andere Einkünfte im Bewilligungszeitraum."""
    rest = max(0, bafoeg_abzug_werbungskosten - bafoeg_verguetung)
    return max(0, bafoeg_lohn - rest) + bafoeg_andere_einkuenfte


@regel("person", norm="§ 21 Abs. 2 BAföG", titel="Eigene Sozialpauschale im Bewilligungszeitraum")
def bafoeg_eigene_sozialpauschale(
    bafoeg_eigene_einkuenfte: Cent,
    bafoeg_eigener_pauschalsatz: Basispunkte,
    bafoeg_eigener_pauschalbetrag_hoechstens: Cent,
    bafoeg_bwz_monate: Anzahl,
    bafoeg_monate_im_jahr: Anzahl,
) -> Cent:
    """Von den Einkünften ohne Ausbildungsvergütung; der Höchstbetrag gilt anteilig."""
    hoechstens = kaufmaennisch(bafoeg_eigener_pauschalbetrag_hoechstens * bafoeg_bwz_monate, bafoeg_monate_im_jahr)
    return min(hoechstens, anteil(bafoeg_eigene_einkuenfte, bafoeg_eigener_pauschalsatz))


@regel("person", norm="§ 21 Abs. 1, 3, § 22 Abs. 2 BAföG", titel="Eigenes Einkommen im Monat")
def bafoeg_eigenes_einkommen(
    bafoeg_eigene_einkuenfte: Cent,
    bafoeg_eigene_sozialpauschale: Cent,
    bafoeg_steuern: Cent,
    bafoeg_altersvorsorge: Cent,
    bafoeg_sonstige_einnahmen: Cent,
    bafoeg_bwz_monate: Anzahl,
) -> Cent:
    """Gesamteinkommen geteilt durch die Monate des Bewilligungszeitraums, ohne voll anzurechnende Teile."""
    abzuege = bafoeg_eigene_sozialpauschale + bafoeg_steuern + bafoeg_altersvorsorge
    einkommen = max(0, bafoeg_eigene_einkuenfte - abzuege) + bafoeg_sonstige_einnahmen
    return kaufmaennisch(einkommen, max(1, bafoeg_bwz_monate))


@regel("person", norm="§ 23 Abs. 3 BAföG", titel="Anzurechnende Ausbildungsvergütung im Monat")
def bafoeg_verguetung_anrechnung(
    bafoeg_verguetung_einkuenfte: Cent, bafoeg_eigener_pauschalsatz: Basispunkte, bafoeg_bwz_monate: Anzahl
) -> Cent:
    """Nach Werbungskosten und Sozialpauschale voll, ohne Freibetrag."""
    nach_pauschale = bafoeg_verguetung_einkuenfte - anteil(bafoeg_verguetung_einkuenfte, bafoeg_eigener_pauschalsatz)
    return kaufmaennisch(nach_pauschale, max(1, bafoeg_bwz_monate))


@regel("person", norm="§ 23 Abs. 1 Nr. 1 BAföG", titel="Freibetrag für die auszubildende Person")
def bafoeg_freibetrag_selbst(
    ausbildungsfoerderung_art: AusbildungsfoerderungArt,
    bafoeg_laufend: bool,
    bafoeg_freibetrag_eigen: Tabelle,
    bafoeg_freibetrag_eigen_laufend: Tabelle,
) -> Cent:
    """Betrag der Nummer 1."""
    if ausbildungsfoerderung_art == AusbildungsfoerderungArt.KEINE:
        return 0
    tabelle = bafoeg_freibetrag_eigen_laufend if bafoeg_laufend else bafoeg_freibetrag_eigen
    return tabelle[BafoegFreibetragEigen.SELBST]


@regel("person", norm="§ 23 Abs. 1 Nr. 2, 3, Abs. 2 BAföG", titel="Freibeträge für Ehegatten und Kinder")
def bafoeg_freibetrag_eigene_familie(
    bafoeg_ehegatte_mit_freibetrag: bool,
    bafoeg_kinder_mit_freibetrag: Anzahl,
    bafoeg_familie_einnahmen: Cent,
    bafoeg_laufend: bool,
    bafoeg_freibetrag_eigen: Tabelle,
    bafoeg_freibetrag_eigen_laufend: Tabelle,
) -> Cent:
    """Gemindert um Einkommen, das den Unterhalt der Familie deckt; nicht für Personen in Ausbildung."""
    tabelle = bafoeg_freibetrag_eigen_laufend if bafoeg_laufend else bafoeg_freibetrag_eigen
    betrag = bafoeg_kinder_mit_freibetrag * tabelle[BafoegFreibetragEigen.KIND]
    if bafoeg_ehegatte_mit_freibetrag:
        betrag += tabelle[BafoegFreibetragEigen.EHEGATTE]
    return max(0, betrag - bafoeg_familie_einnahmen)


@regel("person", norm="§ 23 Abs. 1 Satz 2 BAföG", titel="Freibetrag für den Ehegatten")
def bafoeg_ehegatte_mit_freibetrag(bafoeg_ehegatte: bool, bafoeg_ehegatte_in_ausbildung: bool) -> bool:
    """Ehegatte, der nicht in förderungsfähiger Ausbildung steht."""
    return bafoeg_ehegatte and not bafoeg_ehegatte_in_ausbildung


@regel(
    "person",
    norm="§ 23 Abs. 5 BAföG",
    titel="Härtefreibetrag vom eigenen Einkommen",
    bis="2020-09-30",
    name="bafoeg_haerte_eigen",
)
def bafoeg_haerte_eigen_bis_september_2020(bafoeg_haertefreibetrag: Cent) -> Cent:
    """Der bewilligte Betrag; der Höchstbetrag der früheren Fassung liegt nicht vor."""
    return bafoeg_haertefreibetrag


@regel("person", norm="§ 23 Abs. 5 BAföG", titel="Härtefreibetrag vom eigenen Einkommen", ab="2020-10-01")
def bafoeg_haerte_eigen(bafoeg_haertefreibetrag: Cent, bafoeg_haerte_hoechstens: Cent) -> Cent:
    """Der bewilligte Betrag, höchstens der gesetzliche Höchstbetrag."""
    return min(bafoeg_haertefreibetrag, bafoeg_haerte_hoechstens)


@regel("person", norm="§ 23 Abs. 4 Nr. 1 BAföG", titel="Anzurechnende Waisenrente")
def bafoeg_waisenrente_anrechnung(
    bafoeg_waisenrente: Cent,
    bafoeg_schuelersatz: BafoegSchuelersatz,
    bafoeg_laufend: bool,
    bafoeg_waisenrente_frei: Tabelle,
    bafoeg_waisenrente_frei_laufend: Tabelle,
) -> Cent:
    """Waisenrente über dem eigenen Freibetrag; der allgemeine Freibetrag gilt für sie nicht."""
    tabelle = bafoeg_waisenrente_frei_laufend if bafoeg_laufend else bafoeg_waisenrente_frei
    frei = tabelle[BafoegWaisenrente.ANDERE]
    if bafoeg_schuelersatz == BafoegSchuelersatz.OHNE_AUSBILDUNG_BEI_ELTERN:
        frei = tabelle[BafoegWaisenrente.BEDARF_12_1_1]
    return max(0, bafoeg_waisenrente - frei)


@regel("person", norm="§ 11 Abs. 2, § 23 BAföG", titel="Eigenes Einkommen über den Freibeträgen")
def bafoeg_einkommen_ueber_freibetrag(
    bafoeg_eigenes_einkommen: Cent,
    bafoeg_freibetrag_selbst: Cent,
    bafoeg_freibetrag_eigene_familie: Cent,
    bafoeg_haerte_eigen: Cent,
) -> Cent:
    """Einkommen abzüglich aller Freibeträge."""
    freibetraege = bafoeg_freibetrag_selbst + bafoeg_freibetrag_eigene_familie + bafoeg_haerte_eigen
    return max(0, bafoeg_eigenes_einkommen - freibetraege)


@regel("person", norm="§ 11 Abs. 2, §§ 21 bis 23 BAföG", titel="Anzurechnendes eigenes Einkommen")
def bafoeg_eigenes_anrechnung(
    bafoeg_einkommen_ueber_freibetrag: Cent,
    bafoeg_verguetung_anrechnung: Cent,
    bafoeg_waisenrente_anrechnung: Cent,
    bafoeg_voll_anzurechnen: Cent,
) -> Cent:
    """Einkommen über den Freibeträgen und die voll anzurechnenden Teile."""
    voll = bafoeg_verguetung_anrechnung + bafoeg_waisenrente_anrechnung + bafoeg_voll_anzurechnen
    return bafoeg_einkommen_ueber_freibetrag + voll


@regel("person", norm="§ 29 Abs. 1 BAföG", titel="Alter bei Antragstellung")
def bafoeg_alter_antrag(geburtsdatum: Datum, bafoeg_antrag_am: Datum, bafoeg_bwz_beginn: Datum) -> Jahre:
    """Vollendete Lebensjahre am Tag des Antrags, ohne Angabe am Beginn des Bewilligungszeitraums."""
    return max(0, vollendete_jahre(geburtsdatum, bafoeg_antrag_am if bafoeg_antrag_am > 0 else bafoeg_bwz_beginn))


@regel("person", norm="§ 29 Abs. 1 Nr. 1 BAföG", titel="Vermögensfreibetrag für die auszubildende Person")
def bafoeg_vermoegensfreibetrag_selbst(
    bafoeg_alter_antrag: Jahre,
    bafoeg_alter_vermoegen: Jahre,
    bafoeg_laufend: bool,
    bafoeg_vermoegen_frei: Tabelle,
    bafoeg_vermoegen_frei_laufend: Tabelle,
) -> Cent:
    """Seit August 2022 höher für Auszubildende, die das 30. Lebensjahr vollendet haben."""
    tabelle = bafoeg_vermoegen_frei_laufend if bafoeg_laufend else bafoeg_vermoegen_frei
    if bafoeg_alter_antrag >= bafoeg_alter_vermoegen:
        return tabelle[BafoegVermoegensfreibetrag.AELTER]
    return tabelle[BafoegVermoegensfreibetrag.JUENGER]


@regel("person", norm="§ 29 Abs. 1 Nr. 2, 3 BAföG", titel="Vermögensfreibeträge für Ehegatten und Kinder")
def bafoeg_vermoegensfreibetrag_familie(
    bafoeg_ehegatte: bool,
    bafoeg_kinder: Anzahl,
    bafoeg_laufend: bool,
    bafoeg_vermoegen_frei: Tabelle,
    bafoeg_vermoegen_frei_laufend: Tabelle,
) -> Cent:
    """Je Person derselbe Betrag."""
    tabelle = bafoeg_vermoegen_frei_laufend if bafoeg_laufend else bafoeg_vermoegen_frei
    personen = bafoeg_kinder + 1 if bafoeg_ehegatte else bafoeg_kinder
    return personen * tabelle[BafoegVermoegensfreibetrag.ANGEHOERIGE]


@regel("person", norm="§§ 26 bis 30 BAföG", titel="Anzurechnendes Vermögen im Monat")
def bafoeg_vermoegen_anrechnung(
    bafoeg_vermoegen: Cent,
    bafoeg_vermoegensfreibetrag_selbst: Cent,
    bafoeg_vermoegensfreibetrag_familie: Cent,
    bafoeg_vermoegen_haerte: Cent,
    bafoeg_bwz_monate: Anzahl,
) -> Cent:
    """Vermögen über den Freibeträgen geteilt durch die Monate des Bewilligungszeitraums."""
    frei = bafoeg_vermoegensfreibetrag_selbst + bafoeg_vermoegensfreibetrag_familie + bafoeg_vermoegen_haerte
    return kaufmaennisch(max(0, bafoeg_vermoegen - frei), max(1, bafoeg_bwz_monate))
