"""Mehrbedarfe außerhalb des Deckels: Warmwasser, Mittagsverpflegung, Schulbücher, besonderer Bedarf (§ 30 VII–X)."""

from sozialamt.rechenkern import Anzahl, Basispunkte, Cent, regel
from sozialamt.rechenkern.rundung import anteil, kaufmaennisch
from sozialamt.recht.auswahl import Mittagsverpflegung, Regelbedarfsstufe, Wohnform


@regel("person", norm="§ 30 Abs. 7 Satz 1 SGB XII", titel="Anspruch auf Mehrbedarf für Warmwasser")
def warmwasser_dem_grunde_nach(
    warmwasser_dezentral: bool,
    wohnform_person: Wohnform,
    wohnt_mit_haushalt: bool,
    lebt_in_einrichtung: bool,
    warmwasser_rbs3: bool,
) -> bool:
    """Warmwasser aus Geräten in der Unterkunft; in Einrichtungen nur nach Einstellung."""
    if not warmwasser_dezentral or not wohnt_mit_haushalt or wohnform_person == Wohnform.OHNE_UNTERKUNFT:
        return False
    return warmwasser_rbs3 or not lebt_in_einrichtung


@regel("person", norm="§ 30 Abs. 7 Satz 2 SGB XII", titel="Pauschale für Warmwasser")
def warmwasser_pauschale(
    warmwasser_dem_grunde_nach: bool,
    regelbedarfsstufe_nummer: Regelbedarfsstufe,
    massgebende_regelbedarfsstufe: Cent,
    mehrbedarf_warmwasser_satz: tuple[Basispunkte, ...],
    warmwasser_rbs3: bool,
) -> Cent:
    """2,3 bis 0,8 Prozent der Regelbedarfsstufe; Stufe 3 seit 2021 nur nach Einstellung wie Stufe 1."""
    if not warmwasser_dem_grunde_nach:
        return 0
    satz = mehrbedarf_warmwasser_satz[regelbedarfsstufe_nummer]
    if regelbedarfsstufe_nummer == Regelbedarfsstufe.STUFE_3 and warmwasser_rbs3:
        satz = mehrbedarf_warmwasser_satz[1]
    return anteil(massgebende_regelbedarfsstufe, satz)


@regel(
    "person",
    name="mehrbedarf_warmwasser",
    norm="§ 30 Abs. 7 Satz 2 SGB XII a. F.",
    titel="Mehrbedarf für Warmwasser",
    bis="2020-12-31",
)
def mehrbedarf_warmwasser_bis_2020(
    warmwasser_dem_grunde_nach: bool,
    warmwasser_pauschale: Cent,
    warmwasser_aufwand_gemessen: Cent,
    personen_in_wohnung: Anzahl,
) -> Cent:
    """Pauschale, soweit nicht im Einzelfall ein abweichender Bedarf besteht."""
    if warmwasser_dem_grunde_nach and warmwasser_aufwand_gemessen > 0:
        return kaufmaennisch(warmwasser_aufwand_gemessen, personen_in_wohnung)
    return warmwasser_pauschale


@regel("person", norm="§ 30 Abs. 7 Satz 3 SGB XII", titel="Mehrbedarf für Warmwasser", ab="2021-01-01")
def mehrbedarf_warmwasser(
    warmwasser_dem_grunde_nach: bool,
    warmwasser_pauschale: Cent,
    warmwasser_aufwand_gemessen: Cent,
    personen_in_wohnung: Anzahl,
) -> Cent:
    """Pauschale; höhere Aufwendungen nur, soweit eine separate Messeinrichtung sie nachweist."""
    if not warmwasser_dem_grunde_nach:
        return 0
    return max(warmwasser_pauschale, kaufmaennisch(warmwasser_aufwand_gemessen, personen_in_wohnung))


@regel(
    "person",
    norm="§ 42b Abs. 2 Satz 3, § 30 Abs. 8 SGB XII",
    titel="Arbeitstage mit Mittagsverpflegung",
    ab="2020-01-01",
    vorher=0,
)
def mittagsverpflegung_arbeitstage(
    mittagsverpflegung: Mittagsverpflegung,
    mittagsverpflegung_tage: Anzahl,
    mittagsverpflegung_fehltage: Anzahl,
    mittagsverpflegung_pauschaltage: tuple[Anzahl, ...],
) -> Anzahl:
    """Tatsächliche Arbeitstage oder die pauschale Zahl, abzüglich der Fehltage."""
    if mittagsverpflegung == Mittagsverpflegung.KEINE:
        return 0
    tage = mittagsverpflegung_tage
    if mittagsverpflegung != Mittagsverpflegung.TATSAECHLICHE_TAGE:
        tage = mittagsverpflegung_pauschaltage[mittagsverpflegung]
    return max(tage - mittagsverpflegung_fehltage, 0)


@regel("haushalt", norm="§ 42b Abs. 2 Satz 3 SGB XII", titel="Mehraufwand je Arbeitstag", ab="2020-01-01", vorher=0)
def mittagsverpflegung_je_arbeitstag(sachbezugswert_mittagessen: Cent, mittagsverpflegung_teiler: Anzahl) -> Cent:
    """Ein Dreißigstel des Sachbezugswerts für das Mittagessen."""
    return kaufmaennisch(sachbezugswert_mittagessen, mittagsverpflegung_teiler)


@regel("person", norm="§ 42b Abs. 2, § 30 Abs. 8 SGB XII", titel="Mehrbedarf für Mittagsverpflegung")
def mehrbedarf_mittagsverpflegung(
    mittagsverpflegung_arbeitstage: Anzahl, mittagsverpflegung_je_arbeitstag: Cent
) -> Cent:
    """Mehraufwand je Arbeitstag; bis 2019 war das Mittagessen Teil der Eingliederungshilfe."""
    return mittagsverpflegung_arbeitstage * mittagsverpflegung_je_arbeitstag


@regel("person", norm="§ 30 Abs. 9 SGB XII", titel="Mehrbedarf für Schulbücher", ab="2021-01-01", vorher=0)
def mehrbedarf_schulbuecher(schulbuecher: Cent) -> Cent:
    """Aufwendungen für Schulbücher oder gleichstehende Arbeitshefte nach schulischer Vorgabe."""
    return schulbuecher


@regel("person", norm="§ 30 Abs. 10 SGB XII", titel="Einmaliger unabweisbarer Bedarf", ab="2023-01-01", vorher=0)
def mehrbedarf_unabweisbar(unabweisbarer_bedarf: Cent) -> Cent:
    """Einmaliger, unabweisbarer, besonderer Bedarf, für den ein Darlehen ausscheidet."""
    return unabweisbarer_bedarf


@regel("person", norm="§§ 30, 42b SGB XII", titel="Mehrbedarfe zusammen")
def mehrbedarf_summe(
    mehrbedarf_gedeckelt: Cent,
    mehrbedarf_warmwasser: Cent,
    mehrbedarf_mittagsverpflegung: Cent,
    mehrbedarf_schulbuecher: Cent,
    mehrbedarf_unabweisbar: Cent,
) -> Cent:
    """Gedeckelte Mehrbedarfe, Warmwasser, Mittagsverpflegung, Schulbücher und besonderer Bedarf."""
    summe = mehrbedarf_gedeckelt + mehrbedarf_warmwasser + mehrbedarf_mittagsverpflegung
    return summe + mehrbedarf_schulbuecher + mehrbedarf_unabweisbar
