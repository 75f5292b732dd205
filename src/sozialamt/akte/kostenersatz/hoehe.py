"""Wie viel zu ersetzen ist. Beträge in Cent, jede Zahl des Gesetzes datiert mit Fundstelle."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from sozialamt.akte.fehler import ZustandFehler
from sozialamt.akte.monat import MONATE_IM_JAHR, als_datum, monat_weiter
from sozialamt.leistungen import regelwerk
from sozialamt.rechenkern import Parameter
from sozialamt.rechenkern.errors import KeinWert
from sozialamt.rechenkern.values import euro
from sozialamt.recht.laden import lies_parameter

STUFE_1 = 1


@dataclass(frozen=True, slots=True)
class Erbfall:
    """Woraus sich der Ersatz der Erben ergibt; `gepflegt` meint § 102 Abs. 3 Nr. 2."""

    todestag: date
    nachlass: int
    gepflegt: bool = False


@dataclass(frozen=True, slots=True)
class Ersatz:
    """Ergebnis mit seinen Schritten, wie sie im Bescheid stehen."""

    cent: int
    saetze: tuple[str, ...]


@cache
def parameter() -> dict[str, Parameter]:
    """Datierte Grenzen mit Norm und Quelle."""
    return {p.name: p for p in lies_parameter(files("sozialamt.akte.kostenersatz").joinpath("parameter.yaml"))}


def wert(name: str, tag: date) -> int:
    """Wert am Tag; ZustandFehler mit dem Datum, wenn das Haus ihn nicht kennt."""
    zahl = _fassung(parameter()[name], tag)
    assert isinstance(zahl, int)  # noqa: S101 - no table
    return zahl


def freier_betrag(tag: date) -> int:
    """Dreifaches des Grundbetrags nach § 85 Abs. 1 Nr. 1 SGB XII im Monat des Erbfalls."""
    werk = regelwerk().parameter
    stufen, vielfaches = _fassung(werk["regelbedarfsstufe"], tag), _fassung(werk["hzp_grundbetrag_rbs1"], tag)
    assert isinstance(stufen, tuple) and isinstance(vielfaches, int)  # noqa: S101, PT018 - table and number
    return wert("kostenersatz_vielfaches_des_grundbetrags", tag) * vielfaches * stufen[STUFE_1]


def erster_monat(todestag: date) -> date:
    """Erster voller Monat innerhalb der zehn Jahre vor dem Erbfall (§ 102 Abs. 1 Satz 2 SGB XII)."""
    jahre = wert("kostenersatz_jahre_vor_dem_erbfall", todestag)
    erster = todestag.replace(day=1)
    anfang = monat_weiter(erster, -jahre * MONATE_IM_JAHR)
    return anfang if todestag == erster else monat_weiter(anfang, 1)


def ersatz_der_erben(kosten: Mapping[date, int], erbfall: Erbfall, haerte: int = 0) -> Ersatz:
    """Kosten je Monat gegen Nachlass; `haerte` ist, was wegen besonderer Härte außer Ansatz bleibt (Abs. 3 Nr. 3)."""
    ab, frei = erster_monat(erbfall.todestag), freier_betrag(erbfall.todestag)
    aufgewendet = sum(cent for monat, cent in kosten.items() if ab <= monat <= erbfall.todestag)
    pflege = wert("kostenersatz_freibetrag_pflegende_erben", erbfall.todestag)
    vom_nachlass = max(frei, pflege) if erbfall.gepflegt else frei
    uebersteigend, einsetzbar = max(aufgewendet - frei, 0), max(erbfall.nachlass - vom_nachlass, 0)
    norm = "§ 102 Abs. 3 Nr. 2" if erbfall.gepflegt and pflege > frei else "§ 102 Abs. 3 Nr. 1"
    cent = max(min(uebersteigend, einsetzbar) - haerte, 0)
    saetze = (
        f"In den zehn Jahren vor dem Erbfall am {erbfall.todestag:%d.%m.%Y} haben wir {euro(aufgewendet)} aufgewendet. "
        f"Zu ersetzen ist nur, was den dreifachen Grundbetrag von {euro(frei)} übersteigt (§ 102 Abs. 1 Satz 2 SGB "
        f"XII), hier {euro(uebersteigend)}.",
        f"Der Nachlass ist {euro(erbfall.nachlass)} wert. Davon bleiben {euro(vom_nachlass)} frei ({norm} SGB XII); "
        f"einzusetzen sind {euro(einsetzbar)}.",
    )
    if haerte:
        saetze += (f"Wegen besonderer Härte bleiben {euro(haerte)} außer Ansatz (§ 102 Abs. 3 Nr. 3).",)
    return Ersatz(cent, saetze)


def ersatz_wegen_verhalten(kosten: Mapping[date, int], verursacht: int | None = None, haerte: int = 0) -> Ersatz:
    """Die Kosten der Monate oder der Teil davon, den das Verhalten verursacht hat, ohne das, wovon abgesehen wird."""
    alle = sum(kosten.values())
    summe = alle if verursacht is None else verursacht
    wann = f"{min(kosten):%m.%Y} bis {max(kosten):%m.%Y}"
    saetze: tuple[str, ...] = (f"Für {wann} haben wir {euro(alle)} aufgewendet.",)
    if summe != alle:
        saetze += (f"Davon gehen {euro(summe)} auf das Verhalten zurück.",)
    if haerte:
        saetze += (f"Wegen der Härte, die das bedeuten würde, sehen wir von {euro(haerte)} ab.",)
    return Ersatz(max(summe - haerte, 0), saetze)


def _fassung(einer: Parameter, tag: date) -> int | tuple[int, ...]:
    try:
        return einer.fassung(als_datum(tag)).wert
    except KeinWert as fehler:
        raise ZustandFehler(str(fehler)) from fehler
