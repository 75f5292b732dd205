"""Short ways to write and compute cases of the benefits that come first (Wohngeld, Kinderzuschlag, …)."""

import random
from collections.abc import Mapping, Sequence
from importlib import resources
from typing import Any

import pyarrow as pa

from sozialamt.leistungen import regelwerk
from sozialamt.rechenkern import Einheit, Ergebnis, Fall, Merkmal, Merkmalsart, erklaere
from sozialamt.rechenkern.kern import Rechenauftrag, Rechner
from sozialamt.recht.fall import aus_dict
from sozialamt.recht.laden import lies_yaml

Personen = dict[str, dict[str, Any]]
MONATE = [f"{jahr}-{monat:02}" for jahr in range(2019, 2027) for monat in range(1, 13)]
NIEMAND = -1


def beispiele(leistung: str) -> list[dict[str, Any]]:
    """Worked cases of a benefit."""
    datei = resources.files("sozialamt.leistungen").joinpath(leistung, "beispiele.yaml")
    return lies_yaml(datei.read_text(encoding="utf-8"))["beispiele"]


def berechnet(beispiel: Mapping[str, Any]) -> dict[str, dict[str, int]]:
    """Results in internal units for every name the case expects."""
    werk = regelwerk()
    fall = aus_dict({k: v for k, v in beispiel.items() if k != "erwartet"}, werk)
    ziele = sorted({name for werte in beispiel["erwartet"].values() for name in werte})
    ergebnis = erklaere(fall.fall(), ziele, fall.monat, werk)
    return {p: {n: int(ergebnis.wert(n, p)) for n in werte} for p, werte in beispiel["erwartet"].items()}


def erwartet(beispiel: Mapping[str, Any]) -> dict[str, dict[str, int]]:
    """Expected results: euro to cents, option keys to their number."""
    return {p: {n: _intern(n, w) for n, w in werte.items()} for p, werte in beispiel["erwartet"].items()}


def _intern(name: str, wert: Any) -> int:
    regel = regelwerk().regeln[name][0]
    if regel.auswahl:
        return int(regel.auswahl.aus_schluessel(wert))
    return int(wert * 100) if regel.einheit is Einheit.CENT else int(wert)


def rechnung(monat: str, personen: Personen, ziele: Sequence[str] | str, **angaben: Any) -> Ergebnis:
    """Result of a household in internal units; `einstellungen` apart, everything else is a household fact."""
    einstellungen = angaben.pop("einstellungen", {})
    haushalt = {"mietstufe": 3} | angaben
    ziele = [ziele] if isinstance(ziele, str) else list(ziele)
    return erklaere(Fall(haushalt, personen, einstellungen), ziele, monat, regelwerk())


def familie(eltern: Sequence[Mapping[str, Any]], kinder: Sequence[Mapping[str, Any]]) -> Personen:
    """One or two parents (partners of each other) and their children."""
    paar = len(eltern) > 1
    personen: Personen = {}
    for i, angaben in enumerate(eltern):
        personen[f"e{i}"] = {"geburtsdatum": 19850715, "partner": 1 - i if paar else NIEMAND} | dict(angaben)
    for i, angaben in enumerate(kinder):
        verweise = {"elternteil_1": 0, "elternteil_2": 1 if paar else NIEMAND}
        personen[f"k{i}"] = {"geburtsdatum": 20160615} | verweise | dict(angaben)
    return personen


def zufallshaushalt(zufall: random.Random) -> tuple[dict[str, Any], Personen]:
    """Household of parents, children and others with all kinds of income, in internal units."""
    eltern = [
        {
            "geburtsdatum": zufall.randint(1955, 2000) * 10_000 + 715,
            "erwerbseinkommen_brutto": zufall.choice([0, 45_000, 130_000, 222_222, 390_000]),
            "erwerbseinkommen_steuern": zufall.choice([0, 4_711]),
            "erwerbseinkommen_sozialversicherung": zufall.choice([0, 20_123]),
            "rente_gesetzlich": zufall.choice([0, 0, 80_000]),
            "grundrentenzeiten_monate": zufall.choice([0, 400]),
            "vermoegen_geld": zufall.choice([0, 500_000, 9_500_000]),
            "transferleistung_mit_unterkunft": zufall.choice([0, 0, 0, 1, 5]),
        }
        for _ in range(zufall.randint(1, 2))
    ]
    kinder = [
        {
            "geburtsdatum": zufall.randint(1998, 2018) * 10_000 + zufall.choice([310, 1101]),
            "schulbesuch": zufall.random() < 0.5,
            "unterhalt": zufall.choice([0, 0, 30_000]),
            "kindergeld": 20_000,
            "kindergeld_empfaenger": 0,
        }
        for _ in range(zufall.randint(0, 5))
    ]
    haushalt = {
        "miete_bruttokalt": zufall.randint(0, 150_000),
        "heizkosten": zufall.randint(0, 20_000),
        "mietstufe": zufall.randint(1, 7),
        "weitere_bewohner": zufall.choice([0, 0, 1]),
    }
    return haushalt, familie(eltern, kinder)


def _tabelle(haushalte: Sequence[tuple[dict[str, Any], Personen]], merkmale: Sequence[Merkmal]) -> pa.Table:
    """Input columns of the kernel; facts a household does not name stand at their default."""
    spalten: dict[str, list[Any]] = {}
    for m in merkmale:
        typ = bool if m.art is Merkmalsart.JA_NEIN else int
        if m.ebene == "haushalt":
            spalten[m.name] = [typ(haushalt.get(m.name, m.vorgabe or 0)) for haushalt, _ in haushalte]
        else:
            spalten[m.name] = [[typ(p.get(m.name, m.vorgabe or 0)) for p in ps.values()] for _, ps in haushalte]
    return pa.table(spalten)


def abweichungen(ziele: Sequence[str], monat: str, anzahl: int = 60) -> list[tuple[Any, ...]]:
    """Where the compiled kernel and the traced evaluation differ on random households."""
    zufall = random.Random(monat)
    haushalte = [zufallshaushalt(zufall) for _ in range(anzahl)]
    rechner = Rechner(regelwerk(), Rechenauftrag.fuer(list(ziele), monat))
    kern = rechner.rechne(_tabelle(haushalte, rechner.quelle.spalten))[0].to_pydict()
    gefunden = []
    for i, (haushalt, personen) in enumerate(haushalte):
        spur = rechnung(monat, personen, ziele, **haushalt)
        for ziel in ziele:
            soll, ist = [int(w) for w in spur.werte[ziel]], kern[ziel][i]
            if soll != (ist if isinstance(ist, list) else [ist] * len(soll)):
                gefunden.append((i, ziel, ist, soll))
    return gefunden
