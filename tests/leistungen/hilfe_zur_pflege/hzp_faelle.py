"""Short ways to write and compute cases of the tests for care benefits."""

from decimal import Decimal
from typing import Any

from sozialamt.leistungen import regelwerk
from sozialamt.rechenkern import Ergebnis, erklaere
from sozialamt.recht.fall import aus_dict

HEIM = {"wohnform": "stationaere_einrichtung", "durchschnittliche_warmmiete": 450}
"""Household that lives in a nursing home."""

SAETZE = {
    "heim_pflegesatz_tag": 80,
    "heim_ausbildungsumlage_tag": 5,
    "heim_unterkunft_verpflegung_tag": 40,
    "heim_investitionskosten_tag": 20,
}
"""Daily rates of a nursing home."""


def person(**angaben: Any) -> dict[str, Any]:
    """An old person without insurance whose care is arranged at home, unless told otherwise."""
    grund = {"geburtsdatum": "1940-05-05", "pflegegrad": 2, "pflege_selbst_sichergestellt": True}
    return grund | {"pflegekasse_anspruch": "keiner"} | angaben


def im_heim(**angaben: Any) -> dict[str, Any]:
    """A resident with insurance and the usual rates."""
    return {"geburtsdatum": "1940-05-05", "pflegegrad": 3, "bekleidungspauschale": 25} | SAETZE | angaben


def rechne(
    monat: str, personen: dict[str, dict[str, Any]], *ziele: str, haushalt: Any = None, einstellungen: Any = None
) -> Ergebnis:
    """Result of a case written like a case file."""
    exakt = {p: {n: Decimal(str(w)) if isinstance(w, float) else w for n, w in a.items()} for p, a in personen.items()}
    inhalt = {"monat": monat, "personen": exakt, "haushalt": haushalt or {}, "einstellungen": einstellungen or {}}
    return erklaere(aus_dict(inhalt, regelwerk()).fall(), ziele, monat, regelwerk())


def wert(monat: str, angaben: dict[str, Any], ziel: str, **mehr: Any) -> int:
    """One value of a person living alone."""
    return int(rechne(monat, {"a": angaben}, ziel, **mehr).wert(ziel, "a"))
