"""Short ways to write and compute households of the SGB II tests."""

from importlib import resources
from typing import Any

from hypothesis import strategies as st

from sozialamt.leistungen import regelwerk
from sozialamt.rechenkern import Einheit, Ergebnis, Fall, erklaere
from sozialamt.recht.fall import aus_dict
from sozialamt.recht.laden import lies_yaml

NIEMAND = -1


def beispiele() -> list[dict[str, Any]]:
    """Worked cases of the benefit."""
    datei = resources.files("sozialamt.leistungen").joinpath("grundsicherung_arbeitsuchende", "beispiele.yaml")
    return lies_yaml(datei.read_text(encoding="utf-8"))["beispiele"]


def berechnet(beispiel: dict[str, Any]) -> dict[str, dict[str, int]]:
    """Results in internal units for every name the case expects."""
    werk = regelwerk()
    fall = aus_dict({k: v for k, v in beispiel.items() if k != "erwartet"}, werk)
    ziele = sorted({name for werte in beispiel["erwartet"].values() for name in werte})
    ergebnis = erklaere(fall.fall(), ziele, fall.monat, werk)
    return {p: {n: int(ergebnis.wert(n, p)) for n in werte} for p, werte in beispiel["erwartet"].items()}


def erwartet(beispiel: dict[str, Any]) -> dict[str, dict[str, int]]:
    """Expected results: euro to cents, option keys to their number."""
    return {p: {n: _intern(n, w) for n, w in werte.items()} for p, werte in beispiel["erwartet"].items()}


def _intern(name: str, wert: Any) -> int:
    regel = regelwerk().regeln[name][0]
    if regel.auswahl:
        return int(regel.auswahl.aus_schluessel(wert))
    return int(wert * 100) if regel.einheit is Einheit.CENT else int(wert)


def ergebnis(monat: str, personen: dict[str, dict[str, Any]], ziele: list[str], **haushalt: Any) -> Ergebnis:
    """Result of a household given in internal units (cents, yyyymmdd)."""
    return erklaere(Fall(haushalt, personen), ziele, monat, regelwerk())


def anspruch(monat: str, personen: dict[str, dict[str, Any]], **haushalt: Any) -> int:
    """Claim of the group of the first person."""
    return ergebnis(monat, personen, ["sgb2_anspruch_bg"], **haushalt)["sgb2_anspruch_bg"]


def single(**angaben: Any) -> dict[str, dict[str, Any]]:
    """One person of working age."""
    return {"a": {"geburtsdatum": 19800720} | angaben}


@st.composite
def familien(draw: st.DrawFn) -> tuple[dict[str, Any], dict[str, dict[str, Any]]]:
    """Household facts and one or two parents with up to four children, in internal units."""
    eltern = draw(st.integers(1, 2))
    kinder = draw(st.integers(0, 4))
    personen: dict[str, dict[str, Any]] = {}
    for i in range(eltern):
        personen[f"e{i}"] = {
            "geburtsdatum": draw(st.integers(1965, 2000)) * 10_000 + 715,
            "partner": 1 - i if eltern > 1 else NIEMAND,
            "alleinerziehend": eltern == 1 and kinder > 0,
            "erwerbseinkommen_brutto": draw(st.sampled_from([0, 0, 30_000, 60_000, 130_000, 222_222])),
            "arbeitslosengeld": draw(st.sampled_from([0, 0, 2_500, 33_333])),
            "vermoegen_geld": draw(st.sampled_from([0, 500_000, 1_600_000])),
        }
    for i in range(kinder):
        personen[f"k{i}"] = {
            "geburtsdatum": draw(st.integers(2003, 2018)) * 10_000 + draw(st.sampled_from([310, 1101])),
            "elternteil_1": 0,
            "elternteil_2": 1 if eltern > 1 else NIEMAND,
            "kindergeld": draw(st.sampled_from([0, 20_400, 25_000])),
            "kindergeld_empfaenger": 0,
            "unterhalt": draw(st.sampled_from([0, 0, 30_000, 77_777])),
        }
    haushalt = {"miete_bruttokalt": draw(st.integers(0, 120_000)), "heizkosten": draw(st.integers(0, 20_000))}
    return haushalt, personen
