"""Short ways to write and compute parents for the tests of Elterngeld."""

from decimal import Decimal
from typing import Any

from sozialamt.leistungen import regelwerk
from sozialamt.rechenkern import Ergebnis, erklaere
from sozialamt.recht.fall import aus_dict


def mutter(netto: float = 2_000, **angaben: Any) -> dict[str, Any]:
    """Mother who claims basic Elterngeld on a known income."""
    return {
        "geburtsdatum": "1990-03-01",
        "elterngeld_art": "basis",
        "elterngeld_kind": "kind",
        "elterngeld_netto_festgestellt": True,
        "elterngeld_vorgeburtliches_einkommen": netto,
    } | angaben


def familie(geburt: str, m: dict[str, Any], **andere: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Mother `m`, her child and whoever else lives there."""
    return {"m": m, "kind": {"geburtsdatum": geburt, "elternteil_1": "m"}} | andere


def paar(geburt: str, m: dict[str, Any], v: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Both parents."""
    vater = mutter(**{"geburtsdatum": "1988-03-01", "partner": "m"} | v)
    kind = {"geburtsdatum": geburt, "elternteil_1": "m", "elternteil_2": "v"}
    return {"m": mutter(**{"partner": "v"} | m), "v": vater, "kind": kind}


def rechne_fall(monat: str, personen: dict[str, dict[str, Any]], *ziele: str) -> Ergebnis:
    """Result of a case written like a case file."""
    exakt = {p: {n: Decimal(str(w)) if isinstance(w, float) else w for n, w in a.items()} for p, a in personen.items()}
    return erklaere(aus_dict({"monat": monat, "personen": exakt}, regelwerk()).fall(), ziele, monat, regelwerk())


def wert(monat: str, personen: dict[str, dict[str, Any]], ziel: str = "elterngeld", person: str = "m") -> int:
    """One value of the mother."""
    return int(rechne_fall(monat, personen, ziel).wert(ziel, person))
