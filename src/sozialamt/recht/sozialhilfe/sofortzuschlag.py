"""Sofortzuschlag und Einmalzahlungen (§§ 144, 145 SGB XII), jeweils dem Grunde nach.

Ob der Person im Monat Leistungen zustehen (oder nur wegen des Kindergeldes nicht), weiß erst die Gesamtrechnung.
"""

from sozialamt.rechenkern import Cent, regel
from sozialamt.recht.auswahl import Kapitel, Regelbedarfsstufe


@regel("person", norm="§ 145 Abs. 1 SGB XII", titel="Sofortzuschlag", ab="2022-07-01", vorher=0)
def sofortzuschlag(
    ist_minderjaehrig: bool,
    kapitel: Kapitel,
    regelbedarfsstufe_nummer: Regelbedarfsstufe,
    sofortzuschlag_betrag: Cent,
) -> Cent:
    """Fester Betrag für Minderjährige im Dritten Kapitel mit Regelbedarfsstufe 4, 5 oder 6."""
    if not ist_minderjaehrig or kapitel != Kapitel.KAPITEL_3:
        return 0
    return sofortzuschlag_betrag if regelbedarfsstufe_nummer >= Regelbedarfsstufe.STUFE_4 else 0


def _kapitel_3_oder_4(kapitel: Kapitel) -> bool:
    return kapitel == Kapitel.KAPITEL_3 or kapitel == Kapitel.KAPITEL_4


def _stufe_1_bis_3(stufe: Regelbedarfsstufe) -> bool:
    return Regelbedarfsstufe.STUFE_1 <= stufe <= Regelbedarfsstufe.STUFE_3


@regel(
    "person",
    name="einmalzahlung_pandemie",
    norm="§ 144 SGB XII in der Fassung von 2021",
    titel="Einmalzahlung wegen der Pandemie",
    ab="2021-05-01",
    bis="2021-05-31",
    vorher=0,
)
def einmalzahlung_mai(
    kapitel: Kapitel,
    regelbedarfsstufe_nummer: Regelbedarfsstufe,
    kindergeld: Cent,
    kindergeld_verbleibt_beim_kind: bool,
    einmalzahlung_mai_2021: Cent,
) -> Cent:
    """150 Euro bei Regelbedarfsstufe 1 bis 3; nicht, wenn ihr gezahltes oder weitergeleitetes Kindergeld zählt."""
    if kindergeld > 0 and kindergeld_verbleibt_beim_kind:
        return 0
    if not _kapitel_3_oder_4(kapitel) or not _stufe_1_bis_3(regelbedarfsstufe_nummer):
        return 0
    return einmalzahlung_mai_2021


@regel(
    "person",
    name="einmalzahlung_pandemie",
    norm="§ 144 SGB XII",
    titel="Einmalzahlung wegen der Pandemie",
    ab="2021-06-01",
    bis="2022-06-30",
)
def einmalzahlung_keine() -> Cent:
    """Zwischen den beiden Monaten keine Einmalzahlung."""
    return 0


@regel(
    "person",
    name="einmalzahlung_pandemie",
    norm="§ 144 SGB XII",
    titel="Einmalzahlung wegen der Pandemie",
    ab="2022-07-01",
    bis="2022-07-31",
    nachher=0,
)
def einmalzahlung_juli(
    kapitel: Kapitel, regelbedarfsstufe_nummer: Regelbedarfsstufe, einmalzahlung_juli_2022: Cent
) -> Cent:
    """200 Euro bei Regelbedarfsstufe 1 bis 3."""
    if not _kapitel_3_oder_4(kapitel) or not _stufe_1_bis_3(regelbedarfsstufe_nummer):
        return 0
    return einmalzahlung_juli_2022
