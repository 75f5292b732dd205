"""Draw the rules behind a target: as an examination scheme in text, and as a graph in SVG."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from sozialamt.rechenkern.kalender import iso
from sozialamt.rechenkern.levels import HAUSHALT, PERSON
from sozialamt.rechenkern.plan import Plan, Schritt, plane
from sozialamt.rechenkern.regelwerk import EINGEBAUT, Regelwerk
from sozialamt.rechenkern.values import Datum, anzeige


@dataclass(frozen=True, slots=True)
class Knoten:
    """One name of the graph: `art` is regel, merkmal, parameter, einstellung or eingebaut."""

    name: str
    art: str
    titel: str
    zusatz: str
    braucht: tuple[str, ...]


def knoten(plan: Plan) -> dict[str, Knoten]:
    """Everything a plan needs, by name, in the order of evaluation."""
    werk = plan.regelwerk
    ergebnis = {n: Knoten(n, "eingebaut", "Monat" if n == "monat" else "Stelle im Haushalt", "", ()) for n in EINGEBAUT}
    for m in plan.merkmale:
        ergebnis[m.name] = Knoten(m.name, "merkmal", m.titel, m.norm, tuple(m.wenn))
    for name in plan.parameter:
        p = werk.parameter[name]
        f = p.fassung(plan.monat)
        ergebnis[name] = Knoten(
            name, "parameter", p.titel, f"{anzeige(f.wert, p.einheit)} ab {iso(f.ab)}, {f.norm}", ()
        )
    for name in plan.einstellungen:
        s = werk.einstellungen[name]
        ergebnis[name] = Knoten(name, "einstellung", s.titel, f"Vorgabe: {s.text(s.vorgabe)}, {s.norm}", ())
    for schritt in plan.schritte:
        ergebnis[schritt.name] = _regelknoten(plan, schritt)
    return ergebnis


def _regelknoten(plan: Plan, schritt: Schritt) -> Knoten:
    r = schritt.regel
    zusatz = [r.norm] if r.norm else []
    if r.ebene not in (PERSON, HAUSHALT):
        zusatz.append(f"je {plan.regelwerk.ebenen[r.ebene].titel}")
    if schritt.ersatz is not None:
        zusatz.append(f"gilt in diesem Monat nicht: {anzeige(schritt.ersatz, r.einheit, r.auswahl)}")
    braucht = (*((r.verweis,) if r.verweis and schritt.ersatz is None else ()), *schritt.argumente)
    return Knoten(r.name, "regel", r.titel, ", ".join(zusatz), braucht)


def zeige(regelwerk: Regelwerk, ziel: str, monat: Datum, *, tiefe: int | None = None) -> str:
    """Examination scheme as a text tree: target first, below it what it needs in the order of its arguments.

    A branch that was shown before is named again with "s. o." only. `tiefe` limits the levels shown.
    """
    return "\n".join(_baum(knoten(plane(regelwerk, [ziel], monat)), ziel, tiefe))


ZEICHEN = {"merkmal": "◇ ", "parameter": "§ ", "einstellung": "⚖ ", "regel": "", "eingebaut": "· "}


def _baum(alle: dict[str, Knoten], ziel: str, tiefe: int | None) -> Iterator[str]:
    gezeigt: set[str] = set()

    def zweig(name: str, vorsatz: str, folgesatz: str, ebene: int) -> Iterator[str]:
        k = alle[name]
        zusatz = f" ({k.zusatz})" if k.zusatz else ""
        schon = name in gezeigt and bool(k.braucht)
        zu_tief = tiefe is not None and ebene >= tiefe and bool(k.braucht)
        yield f"{vorsatz}{ZEICHEN[k.art]}{k.titel} [{name}]{zusatz}{' – s. o.' if schon else ' …' if zu_tief else ''}"
        if schon or zu_tief:
            return
        gezeigt.add(name)
        for i, kind in enumerate(k.braucht):
            letztes = i == len(k.braucht) - 1
            ast, fort = ("└─ ", "   ") if letztes else ("├─ ", "│  ")
            yield from zweig(kind, folgesatz + ast, folgesatz + fort, ebene + 1)

    return zweig(ziel, "", "", 0)


BREITE, HOEHE, ABSTAND_X, ABSTAND_Y = 230, 46, 60, 14
FARBEN = {
    "regel": "#e8f0fb",
    "merkmal": "#eaf6ea",
    "parameter": "#fdf3dc",
    "einstellung": "#f6e6f2",
    "eingebaut": "#eeeeee",
}
ZEILE = 36
"""Characters that fit on one line of a box."""


def zeige_svg(regelwerk: Regelwerk, ziel: str, monat: Datum) -> str:
    """The same rules as a layered graph: facts and parameters left, the target right."""
    alle = knoten(plane(regelwerk, [ziel], monat))
    namen = _erreichbar(alle, ziel)
    spalten = _spalten(alle, namen, ziel)
    orte: dict[str, tuple[int, int]] = {}
    for s, spalte in enumerate(spalten):
        for z, name in enumerate(spalte):
            orte[name] = (20 + s * (BREITE + ABSTAND_X), 20 + z * (HOEHE + ABSTAND_Y))
    breite = 40 + len(spalten) * (BREITE + ABSTAND_X) - ABSTAND_X
    hoehe = 40 + max(map(len, spalten)) * (HOEHE + ABSTAND_Y) - ABSTAND_Y
    titel = f"Regeln hinter „{alle[ziel].titel}“ im Monat {iso(monat)[:7]}"
    zeilen = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {breite} {hoehe}" width="{breite}" height="{hoehe}" '
        f'role="img" aria-labelledby="titel text" font-family="sans-serif" font-size="11">',
        f'<title id="titel">{escape(titel)}</title>',
        f'<desc id="text">{escape("; ".join(f"{alle[n].titel} braucht {_titel(alle, n)}" for n in namen))}</desc>',
    ]
    zeilen += [_kante(orte[b], orte[n]) for n in namen for b in alle[n].braucht]
    zeilen += [_kasten(alle[n], *orte[n]) for n in namen]
    return "\n".join([*zeilen, "</svg>", ""])


def _titel(alle: dict[str, Knoten], name: str) -> str:
    return ", ".join(alle[b].titel for b in alle[name].braucht) or "nichts"


def _erreichbar(alle: dict[str, Knoten], ziel: str) -> list[str]:
    gesehen: set[str] = set()
    offen = [ziel]
    while offen:
        name = offen.pop()
        if name not in gesehen:
            gesehen.add(name)
            offen.extend(alle[name].braucht)
    return [n for n in alle if n in gesehen]


def _spalten(alle: dict[str, Knoten], namen: list[str], ziel: str) -> list[list[str]]:
    """Columns by distance to the target, each ordered by the mean place of what uses its entries (barycentre)."""
    nutzer: dict[str, list[str]] = {n: [] for n in namen}
    for n in namen:
        for b in alle[n].braucht:
            nutzer[b].append(n)
    rang: dict[str, int] = {}

    def abstand(name: str) -> int:
        if name not in rang:
            rang[name] = 0 if name == ziel else 1 + max(abstand(n) for n in nutzer[name])
        return rang[name]

    for n in reversed(namen):
        abstand(n)
    spalten = [[n for n in namen if rang[n] == r] for r in range(max(rang.values()) + 1)]
    for rechts, links in pairwise(spalten):
        platz = {n: i for i, n in enumerate(rechts)}

        def mitte(name: str, platz: dict[str, int] = platz) -> float:
            stellen = [platz[n] for n in nutzer[name] if n in platz]
            return sum(stellen) / len(stellen) if stellen else 0.0

        links.sort(key=mitte)
    return spalten[::-1]


def _kante(von: tuple[int, int], nach: tuple[int, int]) -> str:
    x1, y1, x2, y2 = von[0] + BREITE, von[1] + HOEHE // 2, nach[0], nach[1] + HOEHE // 2
    mitte = (x1 + x2) // 2
    return f'<path d="M{x1} {y1} C{mitte} {y1} {mitte} {y2} {x2} {y2}" fill="none" stroke="#8a94a6"/>'


def _kasten(k: Knoten, x: int, y: int) -> str:
    zeilen = [k.titel, k.zusatz or k.art]
    texte = "".join(
        f'<text x="{x + 8}" y="{y + 19 + 16 * i}" font-weight="{400 if i else 700}">{escape(_kurz(z))}</text>'
        for i, z in enumerate(zeilen)
    )
    rahmen = f'<rect x="{x}" y="{y}" width="{BREITE}" height="{HOEHE}" rx="4" fill="{FARBEN[k.art]}" stroke="#5b6679"/>'
    return f"<g><title>{escape(f'{k.titel} [{k.name}] {k.zusatz}')}</title>{rahmen}{texte}</g>"


def _kurz(text: str) -> str:
    return text if len(text) <= ZEILE else text[: ZEILE - 1] + "…"
