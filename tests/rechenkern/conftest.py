"""A small law of its own, so that the engine is tested without any real one."""

import pytest

from sozialamt.rechenkern import (
    Anzahl,
    Basispunkte,
    Cent,
    Ebene,
    Einheit,
    Einstellung,
    Fassung,
    Merkmal,
    Merkmalsart,
    Parameter,
    Position,
    Regelwerk,
    alle,
    anzahl,
    beim,
    irgendein,
    maximum,
    minimum,
    regel,
    summe,
    summe_an,
)
from sozialamt.rechenkern.rundung import anteil, kaufmaennisch


@regel("person", norm="§ 1", titel="Paar")
def zugehoerigkeit_paar(position: Position, partner: Position) -> Position:
    """Partner bilden ein Paar."""
    return min(position, partner) if partner >= 0 else position


@regel("person", norm="§ 2", titel="Zuschlag")
def zuschlag(satz: Basispunkte, regelsatz: Cent, krank: bool) -> Cent:
    """Zuschlag bei Krankheit."""
    return anteil(regelsatz, satz) if krank else 0


@regel("person", norm="§ 3", ab="2021-01-01", bis="2022-12-31", vorher=0)
def bonus(lohn: Cent) -> Cent:
    """Bonus nach altem Recht."""
    return lohn // 10


@regel("person", norm="§ 3 n. F.", ab="2023-01-01", name="bonus")
def bonus_ab_2023(lohn: Cent, satz: Basispunkte) -> Cent:
    """Bonus nach neuem Recht."""
    return anteil(lohn, satz)


@summe("paar", norm="§ 4")
def lohn_paar(lohn: Cent) -> Cent:
    """Lohn beider."""
    return lohn


@anzahl("paar")
def kranke_paar(krank: bool) -> bool:
    """Kranke im Paar."""
    return krank


@maximum("paar")
def hoechster_lohn(lohn: Cent) -> Cent:
    """Höchster Lohn im Paar."""
    return lohn


@minimum("haushalt")
def kleinster_lohn(lohn: Cent) -> Cent:
    """Kleinster Lohn im Haushalt."""
    return lohn


@irgendein("haushalt")
def jemand_krank(krank: bool) -> bool:
    """Jemand im Haushalt ist krank."""
    return krank


@alle("paar")
def beide_krank(krank: bool) -> bool:
    """Das ganze Paar ist krank."""
    return krank


@beim("partner", sonst=7)
def lohn_partner(lohn: Cent) -> Cent:
    """Lohn des Partners."""
    return lohn


@summe_an("empfaenger")
def zugerechnet(lohn: Cent) -> Cent:
    """Lohn, der einer anderen Person zugerechnet wird."""
    return lohn


@regel("paar", norm="§ 5")
def bedarf_paar(lohn_paar: Cent, kranke_paar: Anzahl, miete: Cent, regelsatz: Cent) -> Cent:
    """Bedarf des Paars abzüglich Lohn."""
    return max(0, regelsatz * (1 + kranke_paar) + miete - lohn_paar)


@regel("person", norm="§ 6")
def anspruch(bedarf_paar: Cent, zuschlag: Cent, bonus: Cent, genau: bool) -> Cent:
    """Anspruch."""
    return bedarf_paar + zuschlag + bonus if genau else kaufmaennisch(bedarf_paar + zuschlag + bonus, 100) * 100


ZIELE = (
    "anspruch",
    "lohn_partner",
    "zugerechnet",
    "hoechster_lohn",
    "kleinster_lohn",
    "jemand_krank",
    "beide_krank",
)
REGELN = [
    f.__regel__
    for f in (
        zugehoerigkeit_paar, zuschlag, bonus, bonus_ab_2023, lohn_paar, kranke_paar, hoechster_lohn, kleinster_lohn,
        jemand_krank, beide_krank, lohn_partner, zugerechnet, bedarf_paar, anspruch,
    )
]  # fmt: skip


def fassung(ab, wert, bis=20261231, bekannt_ab=None):
    return Fassung(ab, bis, wert, bekannt_ab or ab, "§ 9", "Quelle", "gesehen", 20261121)


PARAMETER = [
    Parameter("satz", "Satz", Einheit.BASISPUNKTE, "§ 9", (fassung(20190101, 1700), fassung(20240101, 2000))),
    Parameter("regelsatz", "Regelsatz", Einheit.CENT, "§ 9", (fassung(20190101, 42400), fassung(20230101, 50200))),
]


def merkmal(name, art, ebene="person", **angaben):
    return Merkmal(name, name.capitalize(), ebene, art, "§ 8", "Hilfe", **angaben)


MERKMALE = [
    merkmal("partner", Merkmalsart.VERWEIS, vorgabe=-1, vorgabe_grund="allein"),
    merkmal("empfaenger", Merkmalsart.VERWEIS, vorgabe=-1, vorgabe_grund="niemand"),
    merkmal("lohn", Merkmalsart.BETRAG),
    merkmal("krank", Merkmalsart.JA_NEIN, vorgabe=0, vorgabe_grund="gesund, solange nichts anderes bekannt ist"),
    merkmal("miete", Merkmalsart.BETRAG, "haushalt"),
]
EINSTELLUNGEN = [
    Einstellung("genau", "Centgenau", "§ 7", Einheit.JA_NEIN, 1, "streitig", {"nein": (0, "nein"), "ja": (1, "ja")})
]
EBENEN = [Ebene("paar", "Paar", "§ 1")]


def toy_werk():
    """The small law as one object; also for processes a test starts."""
    return Regelwerk.aus(
        regeln=REGELN, parameter=PARAMETER, merkmale=MERKMALE, einstellungen=EINSTELLUNGEN, ebenen=EBENEN
    )


@pytest.fixture(scope="session")
def werk():
    return toy_werk()
