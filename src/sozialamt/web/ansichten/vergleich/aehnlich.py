"""Ähnliche Städte und „Was wäre, wenn“."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import polars as pl
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sozialamt.vergleich.grafik.bild import Grafik, Punkt, Streubild, Tabelle
from sozialamt.vergleich.grafik.rendern import merke
from sozialamt.vergleich.grafik.zahlen import aufzaehlung, zahl
from sozialamt.vergleich.kennzahlen.katalog import Art, Kennzahl, katalog
from sozialamt.vergleich.kennzahlen.rechnen import waehle
from sozialamt.vergleich.pool import lesen
from sozialamt.vergleich.profil.aehnlich import GRUPPEN, gruppen, naechste
from sozialamt.vergleich.profil.berichte import Jahresvergleich
from sozialamt.vergleich.profil.wenn import Wenn
from sozialamt.web.ansichten.vergleich.gemeinsam import ablage, jahre, lies_stadt, rahmen
from sozialamt.web.recht import recht

if TYPE_CHECKING:
    from sozialamt.vergleich.profil.staedtevergleich import Kennzahlvergleich

MINDESTENS_STAEDTE, MINDESTENS_INDIKATOREN = 4, 2
VORGABE_JAHR = 2021
EINWOHNER, HOECHSTENS_ALT = "einwohner", 3


def gewaehltes_jahr(request: HttpRequest) -> int:
    """Jahr aus der Adresse, sonst eines mit vielen Indikatoren."""
    text = request.GET.get("jahr", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) == len("2020") else VORGABE_JAHR


@require_safe
@recht("vergleich_lesen")
def aehnlich(request: HttpRequest) -> HttpResponse:
    """Gruppen ähnlicher Städte nach den Wirtschaftsindikatoren des Jahres."""
    jahr = gewaehltes_jahr(request)
    vergleich = Jahresvergleich(rahmen(request), jahr)
    alle = [vergleich.kennzahl(k) for k in vergleich.verzeichnis.nach_art[Art.WIRTSCHAFT]]
    genutzt = _vollstaendige(alle)
    umfeld: dict[str, Any] = {"jahr": jahr, "jahre": jahre(), "genutzt": genutzt, "bilder": {}}
    umfeld["ungenutzt"] = [k.titel for k in alle if k not in genutzt]
    if genutzt:
        umfeld |= _gruppiert(genutzt)
        if umfeld.get("grafik"):
            umfeld["bilder"] = {"aehnlich": merke(umfeld["grafik"], ablage())}
    return render(request, "vergleich/aehnlich.html", umfeld)


def _vollstaendige(alle: list[Kennzahlvergleich]) -> list[Kennzahlvergleich]:
    """Die Indikatoren, die alle Städte haben, die den am weitesten verbreiteten haben; Lücken werden nie gefüllt."""
    breite = max((k.n for k in alle), default=0)
    genutzt = [k for k in alle if k.n == breite and all(w.z is not None for w in k.mit_wert)]
    return genutzt if breite >= MINDESTENS_STAEDTE and len(genutzt) >= MINDESTENS_INDIKATOREN else []


def _gruppiert(genutzt: list[Kennzahlvergleich]) -> dict[str, Any]:
    staedte = set.intersection(*({w.stadt for w in k.mit_wert} for k in genutzt))
    z = [{w.stadt: w.z or 0.0 for w in k.mit_wert} for k in genutzt]
    lagen = {stadt: [spalte[stadt] for spalte in z] for stadt in sorted(staedte)}
    gefunden = gruppen(lagen, GRUPPEN)
    nummer = {stadt: i for i, gruppe in enumerate(gefunden, 1) for stadt in gruppe}
    eigene = {w.stadt for k in genutzt for w in k.werte if w.eigene}
    zeilen = [
        (
            stadt,
            nummer[stadt],
            [f"{name} ({zahl(weite, 2)})" for name, weite in naechste(stadt, lagen)],
            stadt in eigene,
        )
        for stadt in lagen
    ]
    return {"gruppen": list(enumerate(gefunden, 1)), "zeilen": zeilen, "grafik": _streubild(genutzt, nummer)}


def _streubild(genutzt: list[Kennzahlvergleich], nummer: dict[str, int]) -> Grafik:
    x, y = genutzt[0], genutzt[1]
    werte_y = {w.stadt: w.wert for w in y.mit_wert}
    punkte = tuple(
        Punkt(w.stadt, w.wert or 0, werte_y[w.stadt] or 0, nummer[w.stadt]) for w in x.mit_wert if w.stadt in nummer
    )
    titel = f"Städte nach „{x.titel}“ und „{y.titel}“, {x.jahr}"
    zeilen = tuple((p.name, str(p.gruppe), zahl(p.x, x.stellen), zahl(p.y, y.stellen)) for p in punkte)
    gelesen = aufzaehlung([f"{p.name} Gruppe {p.gruppe}" for p in punkte])
    return Grafik(
        schluessel="aehnlich",
        titel=titel,
        alternativtext=f"Streubild von {len(punkte)} Städten, Form und Farbe zeigen die Gruppe: {gelesen}.",
        bild=Streubild(punkte, x.kurz, y.kurz),
        tabelle=Tabelle(titel, ("Stadt", "Gruppe", x.titel, y.titel), zeilen, frozenset({1, 2, 3})),
        quellen=tuple(dict.fromkeys((*x.quellen, *y.quellen))),
    )


@require_safe
@recht("vergleich_lesen")
def wenn(request: HttpRequest) -> HttpResponse:
    """Die eigene Bevölkerung mit der Dichte einer anderen Stadt."""
    jahr = gewaehltes_jahr(request)
    vergleich = Jahresvergleich(rahmen(request), jahr)
    bereich = katalog().bereiche.get(request.GET.get("bereich", "")) or katalog().bereiche["sgb2"]
    stadt = request.GET.get("stadt") or (vergleich.kreis[0] if vergleich.kreis else "")
    if stadt:
        lies_stadt(stadt)
    haupt = vergleich.hauptkennzahl(bereich)
    kennzahl = vergleich.verzeichnis.kennzahlen[haupt.schluessel]
    umfeld = {
        "jahr": jahr,
        "jahre": jahre(),
        "bereich": bereich,
        "bereiche": katalog().bereiche.values(),
        "stadt": stadt,
        "staedte": [(s, vergleich.namen[s]) for s in vergleich.kreis],
        "kennzahl": haupt,
        "faelle": _faelle(vergleich, kennzahl, stadt) if stadt in vergleich.kreis else [],
    }
    umfeld["bezug"] = umfeld["faelle"][0] if umfeld["faelle"] else None
    return render(request, "vergleich/wenn.html", umfeld)


def _faelle(vergleich: Jahresvergleich, kennzahl: Kennzahl, stadt: str) -> list[Wenn]:
    dichten = {s: vergleich.rechner.messwert(s, kennzahl).exakt for s in vergleich.kreis}
    eigene = dichten.get(stadt)
    bezug = _bezug(vergleich, kennzahl, stadt)
    if eigene is None or bezug is None:
        return []
    wert, titel = bezug
    faelle = [
        Wenn(vergleich.namen[stadt], vergleich.namen[s], eigene, fremd, wert, titel, kennzahl.stellen)
        for s, fremd in dichten.items()
        if s != stadt and isinstance(fremd, Fraction)
    ]
    return sorted(faelle, key=lambda f: -f.unterschied)


def _bezug(vergleich: Jahresvergleich, kennzahl: Kennzahl, stadt: str) -> tuple[int, str] | None:
    """Die Bevölkerung, auf die sich die Dichte bezieht: der Nenner der Formel, sonst alle Einwohner.

    Nennt die Quelle nur die fertige Dichte, gilt die jüngste Einwohnerzahl bis zu diesem Jahr; ihr Stichtag steht da.
    """
    nenner = [name for name, _ in kennzahl.formel.nenner] or [EINWOHNER]
    titel = vergleich.verzeichnis.groessen[nenner[0]].titel
    spanne = range(vergleich.jahr - HOECHSTENS_ALT, vergleich.jahr + 1)
    pool = waehle(lesen.pool(vergleich.rahmen.sicht, spanne, {stadt}))
    zeilen = pool.filter((pl.col("groesse") == nenner[0]) & pl.col("wert").is_not_null()).sort("jahr").to_dicts()
    return (zeilen[-1]["wert"], f"{titel}, {zeilen[-1]['stichtag'] or zeilen[-1]['jahr']}") if zeilen else None
