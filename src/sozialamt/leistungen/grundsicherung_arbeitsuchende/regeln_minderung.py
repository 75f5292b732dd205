"""Leistungsminderungen (§§ 31a, 32, § 65a Abs. 2, § 84 a. F. SGB II)."""

from sozialamt.leistungen.grundsicherung_arbeitsuchende.auswahl import Sgb2Erreichbarkeit
from sozialamt.rechenkern import Anzahl, Basispunkte, Cent, Jahre, regel
from sozialamt.rechenkern.rundung import GANZES, anteil

_SATZ = "Minderung in Prozent des Regelbedarfs"
_MINDERUNG = "Minderung"


@regel("person", norm="§ 31a Abs. 1, § 32 SGB II a. F.", titel=_SATZ, bis="2019-10-31", name="sgb2_minderung_prozent")
def sgb2_minderung_prozent_bis_2019(
    sgb2_minderung_stufe: Anzahl,
    sgb2_meldeversaeumnisse: Anzahl,
    sgb2_minderung_satz: tuple[Basispunkte, ...],
    sgb2_meldeversaeumnis_satz: Basispunkte,
) -> Basispunkte:
    """30, 60, 100 Prozent; je Meldeversäumnis kommen 10 Prozent hinzu."""
    return min(GANZES, sgb2_minderung_satz[sgb2_minderung_stufe] + sgb2_meldeversaeumnisse * sgb2_meldeversaeumnis_satz)


@regel(
    "person",
    norm="§ 31a Abs. 1, 4, § 32 SGB II; BVerfG, 05.11.2019, 1 BvL 7/16; § 84 SGB II a. F.",
    titel=_SATZ,
    ab="2019-11-01",
    bis="2026-06-30",
    name="sgb2_minderung_prozent",
)
def sgb2_minderung_prozent_bis_juni_2026(
    sgb2_minderung_stufe: Anzahl,
    sgb2_meldeversaeumnisse: Anzahl,
    sgb2_minderung_satz: tuple[Basispunkte, ...],
    sgb2_meldeversaeumnis_satz: Basispunkte,
    sgb2_minderung_hoechstens: Basispunkte,
) -> Basispunkte:
    """Satz der Stufe und 10 Prozent je Meldeversäumnis, zusammen höchstens 30 Prozent (07 bis 12/2022 10 Prozent)."""
    satz = sgb2_minderung_satz[sgb2_minderung_stufe] + sgb2_meldeversaeumnisse * sgb2_meldeversaeumnis_satz
    return min(satz, sgb2_minderung_hoechstens)


@regel("person", norm="§ 31a Abs. 1, 4, § 32 SGB II", titel="Minderung je Pflichtverletzung", ab="2026-07-01")
def sgb2_minderung_stufensatz(
    sgb2_minderung_stufe: Anzahl,
    sgb2_pflichtverletzung_vor_juli_2026: bool,
    sgb2_minderung_satz: tuple[Basispunkte, ...],
    sgb2_minderung_satz_bis_juni_2026: tuple[Basispunkte, ...],
) -> Basispunkte:
    """30 Prozent; für Pflichtverletzungen vor dem 01.07.2026 die früheren Sätze."""
    if sgb2_pflichtverletzung_vor_juli_2026:
        return sgb2_minderung_satz_bis_juni_2026[sgb2_minderung_stufe]
    return sgb2_minderung_satz[sgb2_minderung_stufe]


@regel("person", norm="§ 31a Abs. 1, 4, §§ 32, 65a Abs. 2 SGB II", titel=_SATZ, ab="2026-07-01")
def sgb2_minderung_prozent(
    sgb2_minderung_stufensatz: Basispunkte,
    sgb2_meldeversaeumnisse: Anzahl,
    sgb2_pflichtverletzung_vor_juli_2026: bool,
    sgb2_meldeversaeumnis_satz: Basispunkte,
    sgb2_meldeversaeumnis_satz_bis_juni_2026: Basispunkte,
    sgb2_minderung_hoechstens: Basispunkte,
) -> Basispunkte:
    """30 Prozent auch für wiederholte Meldeversäumnisse, zusammen höchstens 30 Prozent."""
    je = (
        sgb2_meldeversaeumnis_satz_bis_juni_2026 if sgb2_pflichtverletzung_vor_juli_2026 else sgb2_meldeversaeumnis_satz
    )
    return min(sgb2_minderung_stufensatz + sgb2_meldeversaeumnisse * je, sgb2_minderung_hoechstens)


@regel(
    "person", norm="§ 31a Abs. 1 bis 3, § 32 SGB II a. F.", titel=_MINDERUNG, bis="2019-10-31", name="sgb2_minderung"
)
def sgb2_minderung_bis_2019(
    sgb2_minderung_stufe: Anzahl,
    sgb2_minderung_prozent: Basispunkte,
    alter: Jahre,
    altersgrenze_kind_bedarfsgemeinschaft: Jahre,
    sgb2_regelbedarf: Cent,
    sgb2_leistung: Cent,
    sgb2_leistung_unterkunft: Cent,
) -> Cent:
    """Unter 25 Jahren bleibt zuerst nur die Leistung nach § 22, bei Wiederholung nichts; sonst vom Regelbedarf."""
    if sgb2_minderung_stufe > 0 and alter < altersgrenze_kind_bedarfsgemeinschaft:
        return sgb2_leistung if sgb2_minderung_stufe > 1 else sgb2_leistung - sgb2_leistung_unterkunft
    if sgb2_minderung_stufe > 0 and sgb2_minderung_prozent == GANZES:
        return sgb2_leistung
    return min(sgb2_leistung, anteil(sgb2_regelbedarf, sgb2_minderung_prozent))


@regel(
    "person",
    norm="§§ 31a, 32 SGB II a. F.; BVerfG, 05.11.2019, 1 BvL 7/16",
    titel=_MINDERUNG,
    ab="2019-11-01",
    bis="2022-12-31",
    name="sgb2_minderung",
)
def sgb2_minderung_bis_2022(sgb2_minderung_prozent: Basispunkte, sgb2_regelbedarf: Cent, sgb2_leistung: Cent) -> Cent:
    """Prozentsatz des maßgebenden Regelbedarfs, höchstens die Leistung."""
    return min(sgb2_leistung, anteil(sgb2_regelbedarf, sgb2_minderung_prozent))


@regel(
    "person", norm="§ 31a Abs. 1, 7, § 7b Abs. 4 SGB II", titel="Minderung vor Schutz der Unterkunft", ab="2023-01-01"
)
def sgb2_minderung_rechnerisch(
    sgb2_minderung_prozent: Basispunkte,
    sgb2_regelbedarf: Cent,
    sgb2_arbeitsverweigerung: bool,
    sgb2_entfall_regelbedarf: bool,
    sgb2_erreichbarkeit: Sgb2Erreichbarkeit,
) -> Cent:
    """Prozentsatz des Regelbedarfs; bei Arbeitsverweigerung und im Übergangsmonat (§ 7b Abs. 4) der ganze."""
    if sgb2_arbeitsverweigerung and sgb2_entfall_regelbedarf:
        return sgb2_regelbedarf
    if sgb2_erreichbarkeit == Sgb2Erreichbarkeit.UEBERGANGSMONAT:
        return sgb2_regelbedarf
    return anteil(sgb2_regelbedarf, sgb2_minderung_prozent)


@regel(
    "person",
    norm="§ 31a Abs. 1, 4, § 32 SGB II",
    titel=_MINDERUNG,
    ab="2023-01-01",
    bis="2026-06-30",
    name="sgb2_minderung",
)
def sgb2_minderung_bis_juni_2026(
    sgb2_minderung_rechnerisch: Cent, sgb2_leistung: Cent, sgb2_leistung_unterkunft: Cent
) -> Cent:
    """Der Zahlbetrag für Unterkunft und Heizung darf nicht verringert werden."""
    return min(sgb2_minderung_rechnerisch, sgb2_leistung - sgb2_leistung_unterkunft)


@regel("person", norm="§ 31a Abs. 1, 4, 7, § 32 SGB II", titel=_MINDERUNG, ab="2026-07-01")
def sgb2_minderung(
    sgb2_minderung_rechnerisch: Cent,
    sgb2_leistung: Cent,
    sgb2_leistung_unterkunft: Cent,
    sgb2_mindestbetrag_bei_minderung: Cent,
) -> Cent:
    """Ohne Verringerung der Unterkunft; entfiele der Anspruch nur wegen der Minderung, bleibt 1 Euro."""
    bleibt = max(sgb2_leistung_unterkunft, sgb2_mindestbetrag_bei_minderung)
    return min(sgb2_minderung_rechnerisch, max(0, sgb2_leistung - bleibt))
