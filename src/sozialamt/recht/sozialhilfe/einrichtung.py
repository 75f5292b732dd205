"""Lebensunterhalt in Einrichtungen: Barbetrag, Bekleidung, Summe (§§ 27b, 27c SGB XII)."""

from sozialamt.rechenkern import Basispunkte, Cent, regel
from sozialamt.rechenkern.rundung import anteil


@regel("person", norm="§ 27b Abs. 3, § 27c Abs. 3 SGB XII (bis 2019 § 27b Abs. 2)", titel="Barbetrag")
def barbetrag(
    lebt_in_einrichtung: bool,
    ist_minderjaehrig: bool,
    barbetrag_minderjaehrige: Cent,
    barbetrag_zuschlag: Cent,
    barbetrag_minderung: Cent,
    regelbedarfsstufe: tuple[Cent, ...],
    barbetrag_satz: Basispunkte,
) -> Cent:
    """Volljährige mindestens 27 Prozent der Regelbedarfsstufe 1, Minderjährige nach Festsetzung des Landes."""
    if not lebt_in_einrichtung:
        return 0
    betrag = barbetrag_minderjaehrige if ist_minderjaehrig else anteil(regelbedarfsstufe[1], barbetrag_satz)
    return max(betrag + barbetrag_zuschlag - barbetrag_minderung, 0)


@regel("person", norm="§ 27b Abs. 2 bis 4, § 27c Abs. 3 SGB XII", titel="Weiterer notwendiger Lebensunterhalt")
def bedarf_weiterer_lebensunterhalt(lebt_in_einrichtung: bool, barbetrag: Cent, bekleidungspauschale: Cent) -> Cent:
    """Barbetrag und Bekleidungspauschale; immer nach dem Dritten Kapitel, auch für Berechtigte des Vierten."""
    return barbetrag + bekleidungspauschale if lebt_in_einrichtung else 0


@regel(
    "person", norm="§ 27b Abs. 1 Satz 2, § 27c Abs. 2 SGB XII", titel="Notwendiger Lebensunterhalt in der Einrichtung"
)
def bedarf_einrichtung(
    lebt_in_einrichtung: bool,
    regelbedarf: Cent,
    mehrbedarf_summe: Cent,
    bedarf_einmalig: Cent,
    bedarf_kranken_pflegeversicherung: Cent,
    bedarf_vorsorge: Cent,
    bedarf_unterkunft: Cent,
) -> Cent:
    """Regelbedarfsstufe, zusätzliche Bedarfe und durchschnittliche Warmmiete, ohne Barbetrag und Bekleidung."""
    if not lebt_in_einrichtung:
        return 0
    zusaetzlich = mehrbedarf_summe + bedarf_einmalig + bedarf_kranken_pflegeversicherung + bedarf_vorsorge
    return regelbedarf + zusaetzlich + bedarf_unterkunft
