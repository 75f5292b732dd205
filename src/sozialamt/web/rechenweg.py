"""Aus der Spur wird der Baum „Warum dieser Betrag?“: vom Ergebnis zu den Angaben, jeder Schritt einmal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sozialamt.leistungen.bogentext import monat_lang
from sozialamt.rechenkern import Einheit
from sozialamt.rechenkern.values import NIEMAND

HERKUNFT = {"angabe": "Angabe", "vorgabe": "Vorgabe", "nicht_gefragt": "nicht gefragt"}
TECHNISCH = ("zugehoerigkeit_", "position")


@dataclass(frozen=True, slots=True)
class Blatt:
    """Eine Eingabe, die nicht weiter zerlegt wird: Angabe, Parameter, Einstellung oder der Monat."""

    art: str
    titel: str
    text: str
    norm: str = ""
    quelle: str = ""
    herkunft: str = ""
    hinweis: str = ""


@dataclass(slots=True)
class Knoten:
    """Ein Rechenschritt. Ist er schon weiter oben erklärt, verweist `siehe` dorthin."""

    kennung: str
    titel: str
    text: str
    norm: str
    wer: str
    beschreibung: str
    fassung_ab: str
    ohne_fassung: bool
    blaetter: list[Blatt] = field(default_factory=list)
    kinder: list[Knoten] = field(default_factory=list)
    siehe: bool = False


class Rechenweg:
    """Baut Bäume aus einer Spur der Form `spur/1`, frisch gerechnet oder aufbewahrt."""

    def __init__(self, spur: Mapping[str, Any], namen: Mapping[str, str], vorsilbe: str = "schritt") -> None:
        self.spur, self.namen, self.vorsilbe = spur, namen, vorsilbe
        self._schritte: dict[tuple[str, str], Mapping[str, Any]] = {
            (s["regel"], person): s for s in spur["schritte"] for person in s["personen"]
        }
        self._gezeigt: set[str] = set()

    def wurzeln(self, regel: str) -> list[Knoten]:
        """Je Person oder Gruppe ein Baum zur Regel."""
        schritte = [s for s in self.spur["schritte"] if s["regel"] == regel]
        return [self._knoten(schritt, schritt["personen"][0], gruppe_nennen=len(schritte) > 1) for schritt in schritte]

    def kennung(self, schritt: Mapping[str, Any]) -> str:
        return f"{self.vorsilbe}-{schritt['regel']}-{schritt['personen'][0]}"

    def _knoten(self, schritt: Mapping[str, Any], person: str, *, gruppe_nennen: bool = True) -> Knoten:
        kennung = self.kennung(schritt)
        knoten = Knoten(
            kennung=kennung,
            titel=schritt["titel"],
            text=self._text(schritt["text"]),
            norm=schritt["norm"],
            wer=self._wer(schritt["personen"]) if gruppe_nennen else "",
            beschreibung=schritt["beschreibung"],
            fassung_ab=schritt["fassung_ab"],
            ohne_fassung=schritt["ohne_fassung"],
            siehe=kennung in self._gezeigt,
        )
        if knoten.siehe:
            return knoten
        self._gezeigt.add(kennung)
        for eingabe in schritt["eingaben"]:
            if eingabe["name"].startswith(TECHNISCH):
                continue
            if eingabe["art"] == "regel":
                wessen = eingabe.get("person") or person
                knoten.kinder.append(self._knoten(self._schritte[eingabe["name"], wessen], wessen))
            else:
                knoten.blaetter.append(self._blatt(eingabe, eingabe.get("person") or person))
        return knoten

    def _wer(self, personen: Sequence[str]) -> str:
        if len(self.spur["personen"]) == 1:
            return ""
        if list(personen) == list(self.spur["personen"]):
            return "alle"
        return ", ".join(self.namen.get(p, p) for p in personen)

    def _text(self, text: str) -> str:
        return self.namen.get(text, text)

    def _blatt(self, eingabe: Mapping[str, Any], person: str) -> Blatt:
        name = eingabe["name"]
        match eingabe["art"]:
            case "merkmal":
                return self._merkmal(name, person, eingabe)
            case "parameter":
                p = self.spur["parameter"][name]
                quelle = f"{p['quelle']}, gültig ab {_tag(p['ab'])}"
                return Blatt("Gesetzlicher Wert", p["titel"], eingabe["text"], p["norm"], quelle, hinweis=p["hinweis"])
            case "einstellung":
                s = self.spur["einstellungen"][name]
                herkunft = "Vorgabe" if s["ist_vorgabe"] else "örtlich gewählt"
                return Blatt("Einstellung", s["titel"], s["text"], s["norm"], "", herkunft, s["hinweis"])
            case _:
                return Blatt("Monat", "Berechneter Monat", monat_lang(self.spur["monat"]))

    def _merkmal(self, name: str, person: str, eingabe: Mapping[str, Any]) -> Blatt:
        m = self.spur["merkmale"][name]
        wert = next((w for w in m["werte"] if w["person"] in (person, None)), m["werte"][0])
        wessen = self.namen.get(person, "") if wert["person"] and len(self.spur["personen"]) > 1 else ""
        text = "niemand" if m["einheit"] == Einheit.POSITION and wert["wert"] == NIEMAND else self._text(wert["text"])
        return Blatt(
            art="Tatsache",
            titel=m["titel"] + (f" ({wessen})" if wessen else ""),
            text=text,
            norm=m["norm"],
            herkunft=HERKUNFT[wert["herkunft"]],
            hinweis=m["vorgabe_grund"] if wert["herkunft"] == "vorgabe" else "",
        )


def vorgaben(spur: Mapping[str, Any], namen: Mapping[str, str]) -> Iterator[tuple[str, str, str, str]]:
    """Alle Werte, die nicht angegeben wurden, sondern aus einer Vorgabe stammen: (Titel, wer, Wert, Grund)."""
    for m in spur["merkmale"].values():
        for wert in m["werte"]:
            if wert["herkunft"] == "vorgabe":
                yield m["titel"], namen.get(wert["person"] or "", "Haushalt"), wert["text"], m["vorgabe_grund"]


def _tag(iso: str) -> str:
    return ".".join(reversed(iso.split("-")))
