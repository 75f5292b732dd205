"""What the measurements must show, and whether they do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

GIB = 1 << 30
RECHNEN = 60
"""So many times GETTSIM's pure arithmetic is asked for."""
HOECHSTE_ABWEICHUNG = 2.0
"""Linear growth: time per person of the largest table against that of a tenth of a million."""


@dataclass(frozen=True)
class Muss:
    """One requirement with the measured value in words; a goal of our own (`gefordert` false) fails nothing."""

    titel: str
    gemessen: str
    erfuellt: bool
    gefordert: bool = True

    @property
    def urteil(self) -> str:
        """Met, missed, or a goal of our own not reached yet."""
        return "erfüllt" if self.erfuellt else "verfehlt" if self.gefordert else "eigenes Ziel, noch offen"

    @property
    def zeile(self) -> tuple[str, str, str]:
        """Row of a table; what is missed stands out."""
        return self.titel, self.gemessen, f"**{self.urteil}**" if self.gefordert and not self.erfuellt else self.urteil


def melde(muss: Sequence[Muss]) -> int:
    """Print them; exit code 1 if one that is asked for is missed."""
    for x in muss:
        print(f"{x.urteil.upper() if x.gefordert and not x.erfuellt else x.urteil:9} {x.titel}: {x.gemessen}")
    return int(any(x.gefordert and not x.erfuellt for x in muss))


def zahl(wert: float, stellen: int = 1) -> str:
    """Number in German form."""
    return f"{wert:,.{stellen}f}".replace(",", "·").replace(".", ",").replace("·", ".")


def pruefe(ergebnis: dict[str, Any]) -> list[Muss]:
    """All requirements the run has measurements for."""
    return [*_kern(ergebnis), *_gettsim(ergebnis), *_gesamt(ergebnis)]


def _kern(ergebnis: dict[str, Any]) -> Iterator[Muss]:
    messung, start = ergebnis["kern"], ergebnis["start"]
    rate = messung["personen"] / min(messung["rechnen_s"].values()) / 1e6
    yield Muss("mindestens 8 Mio. Personen/s auf zwei Fäden", f"{zahl(rate)} Mio. Personen/s", rate >= 8)
    je_person = {int(n): s / int(n) for n, s in ergebnis["wachstum"].items()}
    abweichung = je_person[max(je_person)] / je_person[100_000]
    text = f"je Person das {zahl(abweichung, 2)}-fache der Zeit bei 100.000"
    yield Muss("lineares Wachstum bis 10 Mio. Personen", text, abweichung <= HOECHSTE_ABWEICHUNG)
    yield Muss("alle Regeln in höchstens 60 s übersetzt", f"{zahl(start['alle_s'])} s", start["alle_s"] <= 60)
    yield Muss("übersetzter Kern in höchstens 1,5 s geladen", f"{zahl(start['kern_s'], 2)} s", start["kern_s"] <= 1.5)


def _gettsim(ergebnis: dict[str, Any]) -> Iterator[Muss]:
    if "gettsim" not in ergebnis:
        return
    v = ergebnis["gettsim"]["verhaeltnis"]
    for titel, name, mindestens in (
        (f"Rechnen mindestens {RECHNEN}-mal so schnell wie GETTSIMs Kette ab dem Bruttoeinkommen", "rechnen", RECHNEN),
        ("ganzer Aufruf mindestens 100-mal so schnell wie GETTSIMs", "ganzer_aufruf", 100),
        ("höchstens ein Viertel des Speichers von GETTSIM", "speicher", 4),
        ("ein Einzelfall mit allen Werten mindestens 1.000-mal so schnell wie GETTSIMs", "einzelfall", 1_000),
    ):
        gegeben = f"{zahl(v['gegeben'][name])}-fach, wenn GETTSIM Steuern und Beiträge als Angaben bekommt"
        yield Muss(titel, f"{zahl(v['brutto'][name])}-fach ({gegeben})", v["brutto"][name] >= mindestens)


def _gesamt(ergebnis: dict[str, Any]) -> Iterator[Muss]:
    if "gesamt" not in ergebnis:
        return
    g = ergebnis["gesamt"]
    titel = f"{zahl(g['personen'] / 1e6, 0)} Mio. Personen von Parquet nach Parquet in höchstens"
    yield Muss(f"{titel} 90 s", f"{zahl(g['dauer_s'])} s", g["dauer_s"] <= 90)
    yield Muss(f"{titel} 3 GiB Arbeitsspeicher", f"{zahl(g['spitze_byte'] / GIB, 2)} GiB", g["spitze_byte"] <= 3 * GIB)
