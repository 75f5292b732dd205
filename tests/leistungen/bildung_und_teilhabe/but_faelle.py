"""Short ways to write and compute families of the tests for education and participation."""

from decimal import Decimal
from typing import Any

from sozialamt.leistungen import regelwerk
from sozialamt.rechenkern import Ergebnis, erklaere
from sozialamt.recht.fall import aus_dict

KREISE = {
    "sgb_2": ({}, {}),
    "kapitel_3": ({"voll_erwerbsgemindert_befristet": True}, {"erwerbsfaehig": False}),
    "asylblg": (
        {"aufenthaltsstatus": "duldung", "asylblg_einreise_am": "2018-12-01"},
        {"aufenthaltsstatus": "duldung", "asylblg_einreise_am": "2018-12-01"},
    ),
    "bkgg": (
        {"erwerbseinkommen_brutto": 3_500, "wohngeld_bezug": 150},
        {"kindergeld": 250, "kindergeld_empfaenger": "m", "unterhalt": 700},
    ),
}
"""Facts of mother and child that lead to each law."""


def kind(kreis: str = "sgb_2", geburtsdatum: str = "2008-05-05", **angaben: Any) -> dict[str, dict[str, Any]]:
    """Mother with one pupil in the circle of law."""
    mutter, eigene = KREISE[kreis]
    k = {"geburtsdatum": geburtsdatum, "elternteil_1": "m", "schulbesuch": True} | eigene | angaben
    return {"m": {"geburtsdatum": "1980-01-10"} | mutter, "k": k}


def rechne_fall(monat: str, personen: dict[str, dict[str, Any]], *ziele: str) -> Ergebnis:
    """Result of a case written like a case file."""
    exakt = {p: {n: Decimal(str(w)) if isinstance(w, float) else w for n, w in a.items()} for p, a in personen.items()}
    return erklaere(aus_dict({"monat": monat, "personen": exakt}, regelwerk()).fall(), ziele, monat, regelwerk())


def wert(monat: str, personen: dict[str, dict[str, Any]], ziel: str) -> int:
    """One value of the child."""
    return int(rechne_fall(monat, personen, ziel).wert(ziel, "k"))
