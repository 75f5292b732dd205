"""Einkommen des Ehegatten und der Eltern (§§ 21, 24 BAföG).

Alle gehen denselben Rechenweg; das Einkommen steht als Tatsache bei der auszubildenden Person, weil die Angehörigen
oft nicht im Haushalt leben. Gerechnet wird mit Jahresbeträgen, angerechnet je Monat ein Zwölftel (§ 24 Abs. 4).
"""

from sozialamt.leistungen.ausbildungsfoerderung.auswahl import BafoegGruppe
from sozialamt.rechenkern import Anzahl, Basispunkte, Cent, regel
from sozialamt.rechenkern.rundung import anteil, kaufmaennisch

Tabelle = tuple[int, ...]


@regel("person", norm="§ 21 Abs. 2 BAföG", titel="Satz der Sozialpauschale des Ehegatten")
def bafoeg_ehegatte_pauschale_satz(
    bafoeg_ehegatte_gruppe: BafoegGruppe,
    bafoeg_laufend: bool,
    bafoeg_sozialpauschale: Tabelle,
    bafoeg_sozialpauschale_laufend: Tabelle,
) -> Basispunkte:
    """Vomhundertsatz der Gruppe; 0, wenn er nicht bekannt ist."""
    return (bafoeg_sozialpauschale_laufend if bafoeg_laufend else bafoeg_sozialpauschale)[bafoeg_ehegatte_gruppe + 1]


@regel("person", norm="§ 21 Abs. 2 BAföG", titel="Höchstbetrag der Sozialpauschale des Ehegatten")
def bafoeg_ehegatte_pauschale_hoechstens(
    bafoeg_ehegatte_gruppe: BafoegGruppe,
    bafoeg_laufend: bool,
    bafoeg_sozialpauschale_hoechstens: Tabelle,
    bafoeg_sozialpauschale_hoechstens_laufend: Tabelle,
) -> Cent:
    """Jährlicher Höchstbetrag der Gruppe."""
    tabelle = bafoeg_sozialpauschale_hoechstens_laufend if bafoeg_laufend else bafoeg_sozialpauschale_hoechstens
    return tabelle[bafoeg_ehegatte_gruppe + 1]


@regel(
    "person",
    norm="§ 21 Abs. 2 BAföG",
    titel="Sozialpauschale des Ehegatten im Jahr",
    bis="2019-09-30",
    name="bafoeg_ehegatte_sozialpauschale",
)
def bafoeg_ehegatte_sozialpauschale_bis_september_2019(
    bafoeg_ehegatte_einkuenfte: Cent,
    bafoeg_ehegatte_altersentlastung: Cent,
    bafoeg_ehegatte_pauschale_satz: Basispunkte,
    bafoeg_ehegatte_pauschale_hoechstens: Cent,
    bafoeg_ehegatte_pauschale_bekannt: Cent,
) -> Cent:
    """Wie später; wo der Satz der früheren Fassung nicht vorliegt, der angegebene Betrag."""
    if bafoeg_ehegatte_pauschale_satz == 0:
        return bafoeg_ehegatte_pauschale_bekannt
    grundlage = max(0, bafoeg_ehegatte_einkuenfte - bafoeg_ehegatte_altersentlastung)
    return min(bafoeg_ehegatte_pauschale_hoechstens, anteil(grundlage, bafoeg_ehegatte_pauschale_satz))


@regel("person", norm="§ 21 Abs. 2 BAföG", titel="Sozialpauschale des Ehegatten im Jahr", ab="2019-10-01")
def bafoeg_ehegatte_sozialpauschale(
    bafoeg_ehegatte_einkuenfte: Cent,
    bafoeg_ehegatte_altersentlastung: Cent,
    bafoeg_ehegatte_pauschale_satz: Basispunkte,
    bafoeg_ehegatte_pauschale_hoechstens: Cent,
) -> Cent:
    """Vomhundertsatz der um den Altersentlastungsbetrag geminderten Einkünfte, höchstens der Höchstbetrag."""
    grundlage = max(0, bafoeg_ehegatte_einkuenfte - bafoeg_ehegatte_altersentlastung)
    return min(bafoeg_ehegatte_pauschale_hoechstens, anteil(grundlage, bafoeg_ehegatte_pauschale_satz))


@regel("person", norm="§ 21 Abs. 1, § 24 Abs. 4 BAföG", titel="Einkommen des Ehegatten im Monat")
def bafoeg_ehegatte_einkommen(
    bafoeg_ehegatte_einkuenfte: Cent,
    bafoeg_ehegatte_altersentlastung: Cent,
    bafoeg_ehegatte_sozialpauschale: Cent,
    bafoeg_ehegatte_steuern: Cent,
    bafoeg_ehegatte_altersvorsorge: Cent,
    bafoeg_ehegatte_sonstige_einnahmen: Cent,
    bafoeg_monate_im_jahr: Anzahl,
) -> Cent:
    """Einkünfte abzüglich Altersentlastung, Sozialpauschale, Steuern und Altersvorsorge; dazu sonstige Einnahmen."""
    abzuege = (
        bafoeg_ehegatte_altersentlastung
        + bafoeg_ehegatte_sozialpauschale
        + bafoeg_ehegatte_steuern
        + bafoeg_ehegatte_altersvorsorge
    )
    einkommen = max(0, bafoeg_ehegatte_einkuenfte - abzuege) + bafoeg_ehegatte_sonstige_einnahmen
    return kaufmaennisch(einkommen, bafoeg_monate_im_jahr)


@regel("person", norm="§ 21 Abs. 2 BAföG", titel="Satz der Sozialpauschale des ersten Elternteils")
def bafoeg_elternteil_1_pauschale_satz(
    bafoeg_elternteil_1_gruppe: BafoegGruppe,
    bafoeg_laufend: bool,
    bafoeg_sozialpauschale: Tabelle,
    bafoeg_sozialpauschale_laufend: Tabelle,
) -> Basispunkte:
    """Vomhundertsatz der Gruppe; 0, wenn er nicht bekannt ist."""
    return (bafoeg_sozialpauschale_laufend if bafoeg_laufend else bafoeg_sozialpauschale)[
        bafoeg_elternteil_1_gruppe + 1
    ]


@regel("person", norm="§ 21 Abs. 2 BAföG", titel="Höchstbetrag der Sozialpauschale des ersten Elternteils")
def bafoeg_elternteil_1_pauschale_hoechstens(
    bafoeg_elternteil_1_gruppe: BafoegGruppe,
    bafoeg_laufend: bool,
    bafoeg_sozialpauschale_hoechstens: Tabelle,
    bafoeg_sozialpauschale_hoechstens_laufend: Tabelle,
) -> Cent:
    """Jährlicher Höchstbetrag der Gruppe."""
    tabelle = bafoeg_sozialpauschale_hoechstens_laufend if bafoeg_laufend else bafoeg_sozialpauschale_hoechstens
    return tabelle[bafoeg_elternteil_1_gruppe + 1]


@regel(
    "person",
    norm="§ 21 Abs. 2 BAföG",
    titel="Sozialpauschale des ersten Elternteils im Jahr",
    bis="2019-09-30",
    name="bafoeg_elternteil_1_sozialpauschale",
)
def bafoeg_elternteil_1_sozialpauschale_bis_september_2019(
    bafoeg_elternteil_1_einkuenfte: Cent,
    bafoeg_elternteil_1_altersentlastung: Cent,
    bafoeg_elternteil_1_pauschale_satz: Basispunkte,
    bafoeg_elternteil_1_pauschale_hoechstens: Cent,
    bafoeg_elternteil_1_pauschale_bekannt: Cent,
) -> Cent:
    """Wie später; wo der Satz der früheren Fassung nicht vorliegt, der angegebene Betrag."""
    if bafoeg_elternteil_1_pauschale_satz == 0:
        return bafoeg_elternteil_1_pauschale_bekannt
    grundlage = max(0, bafoeg_elternteil_1_einkuenfte - bafoeg_elternteil_1_altersentlastung)
    return min(bafoeg_elternteil_1_pauschale_hoechstens, anteil(grundlage, bafoeg_elternteil_1_pauschale_satz))


@regel("person", norm="§ 21 Abs. 2 BAföG", titel="Sozialpauschale des ersten Elternteils im Jahr", ab="2019-10-01")
def bafoeg_elternteil_1_sozialpauschale(
    bafoeg_elternteil_1_einkuenfte: Cent,
    bafoeg_elternteil_1_altersentlastung: Cent,
    bafoeg_elternteil_1_pauschale_satz: Basispunkte,
    bafoeg_elternteil_1_pauschale_hoechstens: Cent,
) -> Cent:
    """Vomhundertsatz der um den Altersentlastungsbetrag geminderten Einkünfte, höchstens der Höchstbetrag."""
    grundlage = max(0, bafoeg_elternteil_1_einkuenfte - bafoeg_elternteil_1_altersentlastung)
    return min(bafoeg_elternteil_1_pauschale_hoechstens, anteil(grundlage, bafoeg_elternteil_1_pauschale_satz))


@regel("person", norm="§ 21 Abs. 1, § 24 Abs. 4 BAföG", titel="Einkommen des ersten Elternteils im Monat")
def bafoeg_elternteil_1_einkommen(
    bafoeg_elternteil_1_einkuenfte: Cent,
    bafoeg_elternteil_1_altersentlastung: Cent,
    bafoeg_elternteil_1_sozialpauschale: Cent,
    bafoeg_elternteil_1_steuern: Cent,
    bafoeg_elternteil_1_altersvorsorge: Cent,
    bafoeg_elternteil_1_sonstige_einnahmen: Cent,
    bafoeg_monate_im_jahr: Anzahl,
) -> Cent:
    """Einkünfte abzüglich Altersentlastung, Sozialpauschale, Steuern und Altersvorsorge; dazu sonstige Einnahmen."""
    abzuege = (
        bafoeg_elternteil_1_altersentlastung
        + bafoeg_elternteil_1_sozialpauschale
        + bafoeg_elternteil_1_steuern
        + bafoeg_elternteil_1_altersvorsorge
    )
    einkommen = max(0, bafoeg_elternteil_1_einkuenfte - abzuege) + bafoeg_elternteil_1_sonstige_einnahmen
    return kaufmaennisch(einkommen, bafoeg_monate_im_jahr)


@regel("person", norm="§ 21 Abs. 2 BAföG", titel="Satz der Sozialpauschale des zweiten Elternteils")
def bafoeg_elternteil_2_pauschale_satz(
    bafoeg_elternteil_2_gruppe: BafoegGruppe,
    bafoeg_laufend: bool,
    bafoeg_sozialpauschale: Tabelle,
    bafoeg_sozialpauschale_laufend: Tabelle,
) -> Basispunkte:
    """Vomhundertsatz der Gruppe; 0, wenn er nicht bekannt ist."""
    return (bafoeg_sozialpauschale_laufend if bafoeg_laufend else bafoeg_sozialpauschale)[
        bafoeg_elternteil_2_gruppe + 1
    ]


@regel("person", norm="§ 21 Abs. 2 BAföG", titel="Höchstbetrag der Sozialpauschale des zweiten Elternteils")
def bafoeg_elternteil_2_pauschale_hoechstens(
    bafoeg_elternteil_2_gruppe: BafoegGruppe,
    bafoeg_laufend: bool,
    bafoeg_sozialpauschale_hoechstens: Tabelle,
    bafoeg_sozialpauschale_hoechstens_laufend: Tabelle,
) -> Cent:
    """Jährlicher Höchstbetrag der Gruppe."""
    tabelle = bafoeg_sozialpauschale_hoechstens_laufend if bafoeg_laufend else bafoeg_sozialpauschale_hoechstens
    return tabelle[bafoeg_elternteil_2_gruppe + 1]


@regel(
    "person",
    norm="§ 21 Abs. 2 BAföG",
    titel="Sozialpauschale des zweiten Elternteils im Jahr",
    bis="2019-09-30",
    name="bafoeg_elternteil_2_sozialpauschale",
)
def bafoeg_elternteil_2_sozialpauschale_bis_september_2019(
    bafoeg_elternteil_2_einkuenfte: Cent,
    bafoeg_elternteil_2_altersentlastung: Cent,
    bafoeg_elternteil_2_pauschale_satz: Basispunkte,
    bafoeg_elternteil_2_pauschale_hoechstens: Cent,
    bafoeg_elternteil_2_pauschale_bekannt: Cent,
) -> Cent:
    """Wie später; wo der Satz der früheren Fassung nicht vorliegt, der angegebene Betrag."""
    if bafoeg_elternteil_2_pauschale_satz == 0:
        return bafoeg_elternteil_2_pauschale_bekannt
    grundlage = max(0, bafoeg_elternteil_2_einkuenfte - bafoeg_elternteil_2_altersentlastung)
    return min(bafoeg_elternteil_2_pauschale_hoechstens, anteil(grundlage, bafoeg_elternteil_2_pauschale_satz))


@regel("person", norm="§ 21 Abs. 2 BAföG", titel="Sozialpauschale des zweiten Elternteils im Jahr", ab="2019-10-01")
def bafoeg_elternteil_2_sozialpauschale(
    bafoeg_elternteil_2_einkuenfte: Cent,
    bafoeg_elternteil_2_altersentlastung: Cent,
    bafoeg_elternteil_2_pauschale_satz: Basispunkte,
    bafoeg_elternteil_2_pauschale_hoechstens: Cent,
) -> Cent:
    """Vomhundertsatz der um den Altersentlastungsbetrag geminderten Einkünfte, höchstens der Höchstbetrag."""
    grundlage = max(0, bafoeg_elternteil_2_einkuenfte - bafoeg_elternteil_2_altersentlastung)
    return min(bafoeg_elternteil_2_pauschale_hoechstens, anteil(grundlage, bafoeg_elternteil_2_pauschale_satz))


@regel("person", norm="§ 21 Abs. 1, § 24 Abs. 4 BAföG", titel="Einkommen des zweiten Elternteils im Monat")
def bafoeg_elternteil_2_einkommen(
    bafoeg_elternteil_2_einkuenfte: Cent,
    bafoeg_elternteil_2_altersentlastung: Cent,
    bafoeg_elternteil_2_sozialpauschale: Cent,
    bafoeg_elternteil_2_steuern: Cent,
    bafoeg_elternteil_2_altersvorsorge: Cent,
    bafoeg_elternteil_2_sonstige_einnahmen: Cent,
    bafoeg_monate_im_jahr: Anzahl,
) -> Cent:
    """Einkünfte abzüglich Altersentlastung, Sozialpauschale, Steuern und Altersvorsorge; dazu sonstige Einnahmen."""
    abzuege = (
        bafoeg_elternteil_2_altersentlastung
        + bafoeg_elternteil_2_sozialpauschale
        + bafoeg_elternteil_2_steuern
        + bafoeg_elternteil_2_altersvorsorge
    )
    einkommen = max(0, bafoeg_elternteil_2_einkuenfte - abzuege) + bafoeg_elternteil_2_sonstige_einnahmen
    return kaufmaennisch(einkommen, bafoeg_monate_im_jahr)
