"""Ein Paket: der ganze freigegebene Stand einer Stadt, mit Laufnummer und Unterschrift.

Derselbe Stand gibt Byte für Byte dasselbe Paket. Die Laufnummer ist die Nummer der letzten Freigabe oder Rücknahme:
Ein Paket mit höherer Nummer ersetzt das ältere ganz.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from sozialamt.vergleich.austausch.schluessel import eigener_schluessel, ist_echt, oeffentlicher_schluessel
from sozialamt.vergleich.einlesen.datei import HOECHSTENS, MEGABYTE, fehler
from sozialamt.vergleich.einlesen.lieferdatei import FRUEHESTENS
from sozialamt.vergleich.models import Basisgroesse, Freigabe, Stadt
from sozialamt.vergleich.models.freigabe import Reichweite
from sozialamt.vergleich.models.wert import Fehlgrund
from sozialamt.vergleich.pool import lesen
from sozialamt.vergleich.pool.sicht import Sicht

FORMAT = "staedtevergleich/1"
SPALTEN = ("groesse", "jahr", "stichtag", "definition", "wert", "fehlt", "hinweis")
HOECHSTWERT = 2**62
SPAETESTENS = 2200
HOECHSTER_STAND = 99
TEXTLAENGE = {"stichtag": 100, "hinweis": 300}


@dataclass(frozen=True, slots=True)
class Paket:
    """Ein geprüftes Paket. `reichweite`: die weiteste Freigabe je Größe."""

    absender: str
    stadt: str
    laufnummer: int
    reichweite: dict[str, str]
    werte: list[tuple[Any, ...]]
    erzeugt: bool


def stelle_aus(stadt: Stadt) -> bytes:
    """Das Paket mit allem, was die Stadt für andere freigegeben hat, und nur damit."""
    reichweiten = {r: set(_groessen(stadt, Sicht(frozenset(), (r,)))) for r in Reichweite.values}
    groessen = {g: _weiteste(g, reichweiten) for g in sorted(set.union(*reichweiten.values()))}
    sicht = Sicht(frozenset(), tuple(Reichweite.values))
    pool = lesen.pool(sicht, staedte=[stadt.schluessel])
    eigene = pool.filter(pool["eigene"]).sort("groesse", "jahr", "stichtag", "definition", "id")
    stellen = dict(Basisgroesse.objects.filter(schluessel__in=groessen).values_list("schluessel", "stellen"))
    letzte = Freigabe.objects.filter(stadt=stadt).order_by("-pk").first()
    inhalt = {
        "format": FORMAT,
        "schluessel": oeffentlicher_schluessel(),
        "stadt": {"ags": stadt.ags, "name": stadt.name},
        "laufnummer": letzte.pk if letzte else 0,
        "erzeugt": bool(eigene["erzeugt"].any()) if eigene.height else False,
        "groessen": {g: {"reichweite": r, "stellen": stellen[g]} for g, r in groessen.items()},
        "spalten": SPALTEN,
        "werte": eigene.select(SPALTEN).rows(),
    }
    text = json.dumps(inhalt, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    unterschrift = eigener_schluessel().sign(text.encode()).hex()
    return json.dumps({"unterschrift": unterschrift, "inhalt": text}, ensure_ascii=False).encode()


def _groessen(stadt: Stadt, sicht: Sicht) -> list[str]:
    pool = lesen.pool(sicht, staedte=[stadt.schluessel])
    return list(pool.filter(pool["eigene"])["groesse"].unique())


def _weiteste(groesse: str, reichweiten: dict[str, set[str]]) -> str:
    return next(r for r in (Reichweite.OEFFENTLICH.value, Reichweite.STAEDTE.value) if groesse in reichweiten[r])


def lies(daten: bytes, bekannte: dict[str, int]) -> Paket:
    """Prüft Unterschrift, Form und jeden Wert. `bekannte`: Größen dieser Installation mit ihren Nachkommastellen.

    `AngabenFehler`, wenn irgendetwas nicht stimmt. Ob der Absender für die Stadt sprechen darf, prüft der Vorgang.
    """
    if len(daten) > HOECHSTENS:
        raise fehler("Paket", f"{len(daten) // MEGABYTE} MB", "ist zu groß", "Fragen Sie den Absender.")
    try:
        huelle = json.loads(daten)
        text, unterschrift = huelle["inhalt"], huelle["unterschrift"]
        inhalt = json.loads(text)
        schluessel = inhalt["schluessel"]
        if not ist_echt(schluessel, unterschrift, text.encode()):
            raise fehler("Unterschrift", schluessel[:16], "passt nicht zum Inhalt", "Lassen Sie es neu ausstellen.")
        if inhalt["format"] != FORMAT or inhalt["spalten"] != list(SPALTEN):
            raise fehler("Format", str(inhalt["format"])[:40], "wird nicht verstanden", f"Erwartet wird {FORMAT}.")
        groessen = {str(g): (str(a["reichweite"]), a["stellen"]) for g, a in inhalt["groessen"].items()}
        werte = [tuple(zeile) for zeile in inhalt["werte"]]
        laufnummer, ags = inhalt["laufnummer"], str(inhalt["stadt"]["ags"])
        erzeugt = bool(inhalt["erzeugt"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
        raise fehler("Paket", type(problem).__name__, "ist kein Paket", "Lassen Sie es neu ausstellen.") from problem
    _pruefe_groessen(groessen, bekannte)
    for nummer, zeile in enumerate(werte, 1):
        _pruefe_zeile(nummer, zeile, groessen)
    if not isinstance(laufnummer, int) or isinstance(laufnummer, bool) or laufnummer < 1:
        raise fehler("Laufnummer", str(laufnummer)[:20], "ist keine", "Geben Sie etwas frei und stellen Sie neu aus.")
    return Paket(schluessel, ags, laufnummer, {g: r for g, (r, _) in groessen.items()}, werte, erzeugt)


def _pruefe_groessen(groessen: dict[str, tuple[str, Any]], bekannte: dict[str, int]) -> None:
    for name, (reichweite, stellen) in groessen.items():
        if bekannte.get(name) != stellen or reichweite not in Reichweite.values:
            raise fehler("Größe", name[:60], "ist hier anders oder gar nicht definiert", "Gleichen Sie den Katalog ab.")


def _pruefe_zeile(nummer: int, zeile: tuple[Any, ...], groessen: dict[str, tuple[str, Any]]) -> None:
    ort = f"Zeile {nummer}"
    if len(zeile) != len(SPALTEN):
        raise fehler(ort, str(zeile)[:60], "hat die falsche Zahl von Feldern", "Lassen Sie das Paket neu ausstellen.")
    groesse, jahr, stichtag, definition, wert, fehlt, hinweis = zeile
    gueltig = {
        "groesse": groesse in groessen if isinstance(groesse, str) else False,
        "jahr": _ganz(jahr) and FRUEHESTENS <= jahr <= SPAETESTENS,
        "stichtag": isinstance(stichtag, str) and len(stichtag) <= TEXTLAENGE["stichtag"],
        "definition": _ganz(definition) and 0 < definition <= HOECHSTER_STAND,
        "wert": wert is None or (_ganz(wert) and 0 <= wert <= HOECHSTWERT),
        "fehlt": fehlt in ("", *Fehlgrund.values) and (fehlt == "") == (wert is not None),
        "hinweis": isinstance(hinweis, str) and len(hinweis) <= TEXTLAENGE["hinweis"],
    }
    for spalte, gut in gueltig.items():
        if not gut:
            inhalt = str(dict(zip(SPALTEN, zeile, strict=True))[spalte])[:60]
            raise fehler(f"{ort}, Spalte {spalte}", inhalt, "ist ungültig", "Lassen Sie das Paket neu ausstellen.")


def _ganz(wert: Any) -> bool:
    return isinstance(wert, int) and not isinstance(wert, bool)
