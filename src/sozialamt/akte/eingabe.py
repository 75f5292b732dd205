"""Von dem, was ein Mensch tippt, zur Zahl des Rechenkerns – und zurück."""

from __future__ import annotations

import re
from datetime import date

from sozialamt.akte.fehler import AngabenFehler, Mangel
from sozialamt.akte.monat import FRUEHESTES_JAHR, SPAETESTES_JAHR, als_datum
from sozialamt.rechenkern import Merkmal, Merkmalsart
from sozialamt.rechenkern.values import anzeige

CENT_JE_EURO = 100
_BETRAG = re.compile(r"^-?(\d{1,3}(\.\d{3})+|\d+)(,\d{1,2})?$|^-?\d+\.\d{1,2}$", re.ASCII)
_GANZZAHL = re.compile(r"^-?\d{1,15}$", re.ASCII)
_DATUM = re.compile(r"^(\d{1,2})\.(\d{1,2})\.(\d{4})$", re.ASCII)
_JA_NEIN = {"ja": 1, "nein": 0}

BEISPIEL = {
    Merkmalsart.BETRAG: "Schreiben Sie den Betrag in Euro, zum Beispiel 412,50.",
    Merkmalsart.GANZZAHL: "Schreiben Sie eine ganze Zahl, zum Beispiel 3.",
    Merkmalsart.JA_NEIN: "Wählen Sie „ja“ oder „nein“.",
    Merkmalsart.DATUM: "Schreiben Sie Tag, Monat und Jahr, zum Beispiel 14.03.1955.",
    Merkmalsart.AUSWAHL: "Wählen Sie eine der angebotenen Möglichkeiten.",
    Merkmalsart.VERWEIS: "Wählen Sie eine Person des Haushalts.",
}
_WAS = {
    Merkmalsart.BETRAG: "ist kein Betrag in Euro",
    Merkmalsart.GANZZAHL: "ist keine ganze Zahl",
    Merkmalsart.JA_NEIN: "ist weder ja noch nein",
    Merkmalsart.DATUM: "ist kein Datum",
    Merkmalsart.AUSWAHL: "steht nicht zur Wahl",
    Merkmalsart.VERWEIS: "ist keine Person",
}


def lies_wert(merkmal: Merkmal, text: str) -> int | Mangel:
    """Wert in den Einheiten des Rechenkerns oder der Mangel; ein Verweis ist die Nummer der Person."""
    text = text.strip()
    wert = _LESER[merkmal.art](merkmal, text)
    if wert is None:
        return Mangel(merkmal.titel, text or "(leer)", _WAS[merkmal.art], BEISPIEL[merkmal.art])
    return pruefe_wert(merkmal, wert) or wert


def pruefe_wert(merkmal: Merkmal, wert: int) -> Mangel | None:
    """Prüft Bereich und Auswahl eines Wertes, der schon Zahl ist."""
    text = anzeige(wert, merkmal.einheit) if merkmal.art is not Merkmalsart.AUSWAHL else str(wert)
    if merkmal.art is Merkmalsart.AUSWAHL and merkmal.auswahl and wert not in list(merkmal.auswahl):
        return Mangel(merkmal.titel, text, _WAS[merkmal.art], BEISPIEL[merkmal.art])
    if merkmal.art is Merkmalsart.JA_NEIN and wert not in (0, 1):
        return Mangel(merkmal.titel, text, _WAS[merkmal.art], BEISPIEL[merkmal.art])
    if merkmal.min is not None and wert < merkmal.min:
        grenze = anzeige(merkmal.min, merkmal.einheit)
        return Mangel(merkmal.titel, text, f"ist kleiner als {grenze}", "Prüfen Sie die Angabe.")
    if merkmal.max is not None and wert > merkmal.max:
        grenze = anzeige(merkmal.max, merkmal.einheit)
        return Mangel(merkmal.titel, text, f"ist größer als {grenze}", "Prüfen Sie die Angabe.")
    return None


def schreibe_wert(merkmal: Merkmal, wert: int | None) -> str:
    """Wert so, wie er wieder in das Formularfeld passt."""
    if wert is None:
        return ""
    match merkmal.art:
        case Merkmalsart.BETRAG:
            return anzeige(wert, merkmal.einheit).removesuffix(" €").replace(".", "")
        case Merkmalsart.DATUM:
            return anzeige(wert, merkmal.einheit) if wert else ""
        case Merkmalsart.JA_NEIN:
            return "ja" if wert else "nein"
        case Merkmalsart.AUSWAHL:
            return merkmal.auswahl(wert).schluessel if merkmal.auswahl else str(wert)
        case _:
            return str(wert)


def lies_tag(text: str, feld: str) -> date:
    """Ein Tag aus „14.03.1955“ oder „1955-03-14“; sonst ein Mangel mit Abhilfe."""
    text, art = text.strip(), Merkmalsart.DATUM
    try:
        treffer = _DATUM.match(text)
        tag = date(int(treffer[3]), int(treffer[2]), int(treffer[1])) if treffer else date.fromisoformat(text)
    except ValueError as fehler:
        raise AngabenFehler([Mangel(feld, text or "(leer)", _WAS[art], BEISPIEL[art])]) from fehler
    if not FRUEHESTES_JAHR <= tag.year <= SPAETESTES_JAHR:
        grund = f"liegt nicht zwischen {FRUEHESTES_JAHR} und {SPAETESTES_JAHR}"
        raise AngabenFehler([Mangel(feld, text, grund, BEISPIEL[art])])
    return tag


def _betrag(merkmal: Merkmal, text: str) -> int | None:
    text = text.removesuffix("€").strip().replace("−", "-")
    if not _BETRAG.match(text):
        return None
    if "," in text or text.count(".") > 1 or re.search(r"\.\d{3}$", text):
        text = text.replace(".", "").replace(",", ".")
    vor, _, nach = text.partition(".")
    cent = abs(int(vor)) * CENT_JE_EURO + int(nach.ljust(2, "0") or 0)
    return -cent if vor.startswith("-") else cent


def _ganzzahl(merkmal: Merkmal, text: str) -> int | None:
    return int(text) if _GANZZAHL.match(text) else None


def _ja_nein(merkmal: Merkmal, text: str) -> int | None:
    return _JA_NEIN.get(text.lower())


def _datum(merkmal: Merkmal, text: str) -> int | None:
    try:
        return als_datum(lies_tag(text, merkmal.titel))
    except AngabenFehler:
        return None


def _auswahl(merkmal: Merkmal, text: str) -> int | None:
    if merkmal.auswahl is None:
        return None
    try:
        return int(merkmal.auswahl.aus_schluessel(text))
    except KeyError:
        return None


_LESER = {
    Merkmalsart.BETRAG: _betrag,
    Merkmalsart.GANZZAHL: _ganzzahl,
    Merkmalsart.JA_NEIN: _ja_nein,
    Merkmalsart.DATUM: _datum,
    Merkmalsart.AUSWAHL: _auswahl,
    Merkmalsart.VERWEIS: _ganzzahl,
}
