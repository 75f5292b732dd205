"""Notwendiger Lebensunterhalt einer Person: Summe der Bedarfe (§§ 27a, 27b, 42 SGB XII) ohne Bildung und Teilhabe."""

from sozialamt.rechenkern import Cent, regel


@regel("person", norm="§§ 30 bis 33, § 42 Nr. 2 SGB XII", titel="Zusätzliche Bedarfe")
def zusaetzliche_bedarfe(
    mehrbedarf_summe: Cent, bedarf_einmalig: Cent, bedarf_kranken_pflegeversicherung: Cent, bedarf_vorsorge: Cent
) -> Cent:
    """Mehrbedarfe, einmalige Bedarfe, Kranken- und Pflegeversicherung, Vorsorge."""
    return mehrbedarf_summe + bedarf_einmalig + bedarf_kranken_pflegeversicherung + bedarf_vorsorge


@regel("person", norm="§ 27a Abs. 1, §§ 27b, 42 SGB XII", titel="Notwendiger Lebensunterhalt")
def bedarf_lebensunterhalt(
    regelbedarf: Cent,
    zusaetzliche_bedarfe: Cent,
    bedarf_unterkunft: Cent,
    bedarf_heizung: Cent,
    bedarf_weiterer_lebensunterhalt: Cent,
) -> Cent:
    """Regelbedarf, zusätzliche Bedarfe, Unterkunft und Heizung; in Einrichtungen auch Barbetrag und Bekleidung."""
    return regelbedarf + zusaetzliche_bedarfe + bedarf_unterkunft + bedarf_heizung + bedarf_weiterer_lebensunterhalt
