"""Short ways to write and compute pupils and participants for the tests of training assistance."""

from decimal import Decimal
from typing import Any

from sozialamt.leistungen import regelwerk
from sozialamt.rechenkern import Ergebnis, erklaere
from sozialamt.recht.fall import aus_dict


def schueler(bwz_beginn: str = "2024-08-01", schule: str = "berufsfachschule", **angaben: Any) -> dict[str, Any]:
    """Pupil away from home, no parents with income."""
    return {
        "geburtsdatum": "2000-03-01",
        "ausbildungsfoerderung_art": "schueler_bafoeg",
        "bafoeg_ausbildung": schule,
        "bafoeg_bwz_beginn": bwz_beginn,
        "bafoeg_eltern": "keine",
    } | angaben


def mit_eltern(einkuenfte: float, bwz_beginn: str = "2024-08-01", **angaben: Any) -> dict[str, Any]:
    """Pupil with married parents, one of them earning."""
    eltern = {"bafoeg_eltern": "verheiratet", "bafoeg_elternteil_1_einkuenfte": einkuenfte}
    return schueler(bwz_beginn, **(eltern | angaben))


def teilnehmer(bwz_beginn: str = "2024-09-01", **angaben: Any) -> dict[str, Any]:
    """Participant in a full-time course."""
    return {
        "geburtsdatum": "1995-03-01",
        "ausbildungsfoerderung_art": "aufstiegs_bafoeg",
        "afbg_massnahme": "vollzeit",
        "bafoeg_bwz_beginn": bwz_beginn,
    } | angaben


def rechne_fall(monat: str, personen: dict[str, dict[str, Any]], *ziele: str) -> Ergebnis:
    """Result of a case written like a case file."""
    exakt = {p: {n: Decimal(str(w)) if isinstance(w, float) else w for n, w in a.items()} for p, a in personen.items()}
    return erklaere(aus_dict({"monat": monat, "personen": exakt}, regelwerk()).fall(), ziele, monat, regelwerk())


def wert(monat: str, person: dict[str, Any], ziel: str, **andere: dict[str, Any]) -> int:
    """One value of the person in training."""
    return int(rechne_fall(monat, {"k": person} | andere, ziel).wert(ziel, "k"))
