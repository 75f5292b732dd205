"""Small cases for the tests of the needs side: human units in, cents out."""

from decimal import Decimal

from sozialamt.leistungen import regelwerk
from sozialamt.rechenkern import Ergebnis, erklaere
from sozialamt.recht.fall import aus_dict

RENTNERIN = {"geburtsdatum": "1940-05-20"}
ERWERBSGEMINDERT = {"geburtsdatum": "1985-02-10", "erwerbsfaehig": False, "voll_erwerbsgemindert_befristet": True}
DAUERHAFT_ERWERBSGEMINDERT = {
    "geburtsdatum": "1985-02-10",
    "erwerbsfaehig": False,
    "voll_erwerbsgemindert_dauerhaft": True,
}


def _genau(wert):
    if isinstance(wert, dict):
        return {k: _genau(v) for k, v in wert.items()}
    return Decimal(str(wert)) if isinstance(wert, float) else wert


def rechne(
    monat: str, ziele: str | list[str], *, haushalt=None, einstellungen=None, kenntnis=None, **personen
) -> Ergebnis:
    """Result of one case; persons are given by keyword."""
    werk = regelwerk()
    daten = {"monat": monat, "haushalt": haushalt or {}, "personen": personen, "einstellungen": einstellungen or {}}
    beschreibung = aus_dict(_genau(daten), werk)
    ziele = [ziele] if isinstance(ziele, str) else ziele
    return erklaere(beschreibung.fall(), ziele, monat, werk, kenntnis=kenntnis)


def eine_person(monat: str, ziel: str, person: dict, *, haushalt=None, einstellungen=None):
    """Value of one rule for a single person."""
    return rechne(monat, ziel, haushalt=haushalt, einstellungen=einstellungen, anna=person).wert(ziel, "anna")
