"""Alle Städte nebeneinander: ein Bild mit Mittellinie und eine Tabelle je Kennzahl, und wie es sich entwickelt hat."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sozialamt.vergleich.grafik.bild import Balken, Balkenbild, Grafik, Linie, Tabelle, Verlaufsbild
from sozialamt.vergleich.grafik.zahlen import aufzaehlung, mit_einheit, zahl
from sozialamt.vergleich.profil.bericht import Abbildung, Absatz, Block, Fakt, Fakten, Zahlen
from sozialamt.vergleich.profil.stadtprofil import MINDESTENS


@dataclass(frozen=True, slots=True)
class Stadtwert:
    """Der Wert einer Stadt, oder der Grund, warum sie keinen hat."""

    stadt: str
    wert: float | None
    grund: str = ""
    rang: int | None = None
    z: float | None = None
    eigene: bool = False


@dataclass(frozen=True)
class Kennzahlvergleich:
    """Eine Kennzahl über den Kreis eines Jahres; `mittel` ist ungewichtet, beide Mittel zählen nur Städte mit Wert."""

    schluessel: str
    titel: str
    einheit: str
    stellen: int
    jahr: int
    werte: tuple[Stadtwert, ...]
    n: int
    mittel: float | None = None
    mittel_gewichtet: float | None = None
    fundstelle: str = ""
    hinweis: str = ""
    quellen: tuple[str, ...] = ()
    erzeugt: bool = False
    kurz: str = ""

    @property
    def mit_wert(self) -> tuple[Stadtwert, ...]:
        """Städte mit Wert, der höchste zuerst."""
        da = (w for w in self.werte if w.wert is not None)
        return tuple(sorted(da, key=lambda w: (-(w.wert or 0), w.stadt)))

    @property
    def ohne_wert(self) -> tuple[Stadtwert, ...]:
        """Städte ohne Wert, nach Name."""
        return tuple(sorted((w for w in self.werte if w.wert is None), key=lambda w: w.stadt))


def bloecke(k: Kennzahlvergleich) -> tuple[Block, ...]:
    """Bild, Satz, Tabelle; ohne einen einzigen Wert nur der Satz, der das sagt."""
    if not k.mit_wert:
        gruende = aufzaehlung(sorted({w.grund for w in k.ohne_wert}))
        return (Absatz(f"Für {k.jahr} hat keine der {len(k.werte)} Städte einen Wert ({gruende})."),)
    if len(k.mit_wert) < MINDESTENS:
        return (Absatz(satz(k)), Absatz(f"Quellen: {'; '.join(k.quellen)}", klein=True))
    hinweise = [h for h in (k.hinweis, f"Fundstelle der Kennzahl: {k.fundstelle}." if k.fundstelle else "") if h]
    return (Abbildung(bild(k), satz(k)), *(Absatz(h, klein=True) for h in hinweise))


def satz(k: Kennzahlvergleich) -> str:
    """Spanne, Mittel und wer fehlt, in einem Absatz."""
    da = k.mit_wert
    if len(da) < MINDESTENS:
        return (
            f"Nur {da[0].stadt} hat einen Wert: {mit_einheit(da[0].wert, k.einheit, k.stellen)}. Ein Mittel entfällt."
        )
    hoch, tief = da[0], da[-1]
    saetze = [
        f"Von {zahl(tief.wert, k.stellen)} in {tief.stadt} bis {zahl(hoch.wert, k.stellen)} in {hoch.stadt}; das "
        f"ungewichtete Mittel von {k.n} Städten ist {mit_einheit(k.mittel, k.einheit, k.stellen)}."
    ]
    if k.mittel_gewichtet is not None:
        saetze.append(f"Nach Größe der Städte gewichtet sind es {zahl(k.mittel_gewichtet, k.stellen)}.")
    for w in da:
        if w.eigene:
            lage = "über" if (w.wert or 0) > (k.mittel or 0) else "unter" if (w.wert or 0) < (k.mittel or 0) else "auf"
            saetze.append(
                f"{w.stadt} steht mit {zahl(w.wert, k.stellen)} auf Rang {w.rang} von {k.n}, {lage} dem Mittel."
            )
    if k.ohne_wert:
        fehlend = aufzaehlung([f"{w.stadt} ({w.grund})" for w in k.ohne_wert])
        saetze.append(f"Nicht im Mittel: {fehlend}.")
    return " ".join(saetze)


def bild(k: Kennzahlvergleich) -> Grafik:
    """Städte vom höchsten Wert abwärts, die eigenen kräftig, Fehlendes mit Grund, das Mittel als Linie."""
    geordnet = (*k.mit_wert, *k.ohne_wert)
    balken = tuple(Balken(w.stadt, w.wert, zahl(w.wert, k.stellen), hervor=w.eigene, grund=w.grund) for w in geordnet)
    mittel = k.mittel if k.n >= MINDESTENS else None
    strich = f"Mittel von {k.n} Städten: {zahl(mittel, k.stellen)}" if mittel is not None else ""
    gelesen = "; ".join(f"{b.name}: {b.text if b.wert is not None else b.grund}" for b in balken)
    titel = f"{k.titel}, {k.jahr}"
    return Grafik(
        schluessel=k.schluessel,
        titel=titel,
        alternativtext=f"Waagerechtes Balkenbild, Einheit {k.einheit}. {gelesen}. {strich}".strip(),
        bild=Balkenbild(balken, k.einheit, strich=strich, linie=mittel),
        tabelle=_tabelle(k, titel, geordnet),
        quellen=k.quellen,
    )


def _tabelle(k: Kennzahlvergleich, titel: str, geordnet: Iterable[Stadtwert]) -> Tabelle:
    zeilen = [
        (
            w.stadt,
            zahl(w.wert, k.stellen) if w.wert is not None else w.grund,
            str(w.rang) if w.rang else "–",
            zahl(w.z, 2, vorzeichen=True),
        )
        for w in geordnet
    ]
    if k.n >= MINDESTENS:
        zeilen.append((f"Mittel, ungewichtet (n = {k.n})", zahl(k.mittel, k.stellen), "–", "0,00"))
        if k.mittel_gewichtet is not None:
            zeilen.append((f"Mittel, gewichtet (n = {k.n})", zahl(k.mittel_gewichtet, k.stellen), "–", "–"))
    return Tabelle(titel, ("Stadt", k.einheit, "Rang", "z"), tuple(zeilen), frozenset({1, 2, 3}))


def fakten(k: Kennzahlvergleich) -> Fakten | None:
    """Die großen Zahlen des Faktenboards; ohne zwei Städte gibt es keins."""
    da = k.mit_wert
    if len(da) < MINDESTENS:
        return None
    eigene = [Fakt(zahl(w.wert, k.stellen), w.stadt, f"Rang {w.rang} von {k.n}") for w in da if w.eigene]
    return Fakten(
        (
            *eigene[:2],
            Fakt(zahl(k.mittel, k.stellen), "Mittel der Städte", f"ungewichtet, n = {k.n}"),
            Fakt(zahl(da[0].wert, k.stellen), f"höchster Wert: {da[0].stadt}", k.einheit),
            Fakt(zahl(da[-1].wert, k.stellen), f"niedrigster Wert: {da[-1].stadt}", k.einheit),
        )
    )


@dataclass(frozen=True)
class Zeitreihe:
    """Werte je Stadt über Jahre und das Mittel der Städte, die in jedem dieser Jahre einen Wert haben."""

    schluessel: str
    titel: str
    einheit: str
    stellen: int
    jahre: tuple[int, ...]
    werte: Mapping[str, Mapping[int, float]]
    mittel: Mapping[int, float]
    gruppe: tuple[str, ...]
    eigene: frozenset[str] = frozenset()
    quellen: tuple[str, ...] = ()


def verlauf(z: Zeitreihe) -> tuple[Block, ...]:
    """Bild und Tabelle der Zeitreihe; unter zwei Jahren nichts."""
    if len(z.jahre) < MINDESTENS or not z.werte:
        return ()
    linien = [
        Linie(stadt, tuple((j, reihe.get(j)) for j in z.jahre), hervor=stadt in z.eigene)
        for stadt, reihe in sorted(z.werte.items(), key=lambda paar: paar[0] in z.eigene)
    ]
    if z.mittel:
        linien.append(Linie(f"Mittel (n = {len(z.gruppe)})", tuple((j, z.mittel.get(j)) for j in z.jahre), mittel=True))
    titel = f"{z.titel}, {z.jahre[0]} bis {z.jahre[-1]}"
    grafik = Grafik(
        schluessel=z.schluessel + "_verlauf",
        titel=titel,
        alternativtext=f"Linienbild, Einheit {z.einheit}. {_verlauf_gelesen(z)}",
        bild=Verlaufsbild(tuple(linien), z.einheit),
        tabelle=_verlaufstabelle(z, titel),
        quellen=z.quellen,
    )
    text = (
        f"Das Mittel zählt nur die {len(z.gruppe)} Städte, die in jedem der Jahre zum Kreis gehörten und einen Wert "
        f"haben: {aufzaehlung(list(z.gruppe))}. So verschiebt es sich nicht, weil eine Stadt kommt oder geht."
        if z.mittel
        else "Keine Stadt hat in jedem der Jahre einen Wert; ein Mittel über die Zeit führte in die Irre."
    )
    return (Abbildung(grafik, text),)


def _verlauf_gelesen(z: Zeitreihe) -> str:
    reihen: Sequence[tuple[str, Mapping[int, float]]] = [(s, z.werte[s]) for s in sorted(z.eigene) if s in z.werte]
    if z.mittel:
        reihen = [*reihen, ("Mittel", z.mittel)]
    teile = [
        f"{name}: " + ", ".join(f"{j} {zahl(reihe[j], z.stellen)}" for j in z.jahre if j in reihe)
        for name, reihe in reihen
    ]
    return ". ".join(teile) + "." if teile else "Die Werte stehen in der Tabelle."


def _verlaufstabelle(z: Zeitreihe, titel: str) -> Tabelle:
    gezeigt = z.jahre[-6:]
    zeilen = [
        (stadt, *(zahl(reihe.get(j), z.stellen) for j in gezeigt))
        for stadt, reihe in sorted(z.werte.items(), key=lambda paar: (paar[0] not in z.eigene, paar[0]))
    ]
    if z.mittel:
        zeilen.append((f"Mittel (n = {len(z.gruppe)})", *(zahl(z.mittel.get(j), z.stellen) for j in gezeigt)))
    return Tabelle(titel, ("Stadt", *map(str, gezeigt)), tuple(zeilen), frozenset(range(1, len(gezeigt) + 1)))


def ohne_bild(k: Kennzahlvergleich) -> Zahlen:
    """Nur die Tabelle, für Kennzahlen am Rand."""
    return Zahlen(_tabelle(k, f"{k.titel}, {k.jahr}", (*k.mit_wert, *k.ohne_wert)))
