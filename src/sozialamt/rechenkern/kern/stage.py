"""Text of one stage: the values at hand, what is calculated from them, and what of it is kept."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sozialamt.rechenkern.errors import Regelwerkfehler
from sozialamt.rechenkern.facts import Merkmal
from sozialamt.rechenkern.kern.collect import BEGINN, ENDE, STUFE, beitrag
from sozialamt.rechenkern.kern.division import Code
from sozialamt.rechenkern.kern.translate import Ding, Uebersetzer
from sozialamt.rechenkern.kern.wert import HOECHSTENS, HOECHSTENS_CENT, UEBLICH, Typ, Wert, typ_fuer, wahrheit, zahl
from sozialamt.rechenkern.levels import HAUSHALT, PERSON
from sozialamt.rechenkern.plan import Schritt
from sozialamt.rechenkern.rules import Art
from sozialamt.rechenkern.values import Einheit

if TYPE_CHECKING:
    from sozialamt.rechenkern.kern.source import Kernbauer


_NAME = re.compile(r"%[\w.]+")


def nach_tiefe(zeilen: Sequence[str]) -> list[str]:
    """The same instructions, each as early as what it reads allows, so that neighbours need not wait for each other."""
    tiefe: dict[str, int] = {}
    for zeile in zeilen:
        ziel, *gelesen = _NAME.findall(zeile)
        tiefe[ziel] = 1 + max((tiefe.get(n, 0) for n in gelesen), default=0)
    return sorted(zeilen, key=lambda zeile: tiefe[zeile[: zeile.index(" ")]])


def hoechstens(schritt: Schritt) -> int:
    """What the value of a rule does not exceed."""
    return HOECHSTENS_CENT if schritt.regel.einheit is Einheit.CENT else HOECHSTENS


class Schleife:
    """Text of one stage: the values at hand, and what of them is kept."""

    def __init__(self, bauer: Kernbauer, nummer: int) -> None:
        self.bauer, self.nummer, self.code = bauer, nummer, Code(bauer.eng)
        self.uebersetzer = Uebersetzer(self.code)
        self.werte: dict[str, Wert] = {}
        self.regeln: list[str] = []
        self.ablage: list[str] = []

    def stufe(self, schritte: Sequence[Schritt]) -> str:
        """Function that works out steps for all persons of a block."""
        if self.nummer == 0:
            self._verweisschluessel()
            for ebene in self.bauer.ebenenschluessel():
                if not self._wird_gerechnet(ebene):
                    self._schluessel(ebene, self.lies(self.bauer.werk.ebenen[ebene].zugehoerigkeit))
        for schritt in schritte:
            try:
                self._schritt(schritt)
            except OverflowError as fehler:
                raise Regelwerkfehler(f"Die Regel „{schritt.name}“ rechnet mit zu großen Zahlen: {fehler}.") from fehler
        self._hebe_zweifel()
        return self._text(f"stufe_{self.nummer}")

    def _hebe_zweifel(self) -> None:
        """Remember the doubts about persons of this block."""
        offen = wahrheit(False)
        jemals = Wert(Typ.I32, "", 0, 1, False)
        for zweifel in (*self.code.zweifel, *(self.code.zu_hoch(g, jemals) for g in self.code.hoechste)):
            offen = self.code.oder(offen, zweifel)
        if offen.zahl is None:
            art = Typ.JA.llvm
            self.ablage += [
                f"%z.a = getelementptr i8, ptr %S, i64 {self.bauer.plaetze.zweifel}",
                f"%z.v = load {art}, ptr %z.a",
                f"%z.n = or {art} %z.v, {offen.ref}",
                f"store {art} %z.n, ptr %z.a",
            ]

    def _schritt(self, schritt: Schritt) -> None:
        r = schritt.regel
        self.regeln.append(r.name)
        argumente: dict[str, Ding] = {a: self.argument(a, r.ebene, r.art) for a in schritt.argumente}
        wert = self.uebersetzer.werte_aus(r.fn, argumente, self.bauer.baeume[r.name])
        self.bauer.merke_reichtum(schritt, wert)
        if r.art is Art.EINZELN:
            self._einzeln(schritt, wert)
        else:
            self._behalte(beitrag(r.name), self._beitrag(schritt, wert))

    def _einzeln(self, schritt: Schritt, wert: Wert) -> None:
        name = schritt.name
        wahr = schritt.regel.einheit is Einheit.JA_NEIN
        wert = self.code.als_ja(wert) if wahr else self._begrenzt(schritt, self.code.als_zahl(wert))
        if schritt.regel.einheit is Einheit.CENT:
            wert = replace(wert, etwa=min(wert.groesse, UEBLICH))
        self.werte[name] = wert
        self._behalte(name, wert)
        for ebene in self.bauer.ebenenschluessel():
            if self.bauer.werk.ebenen[ebene].zugehoerigkeit == name:
                self._schluessel(ebene, wert)

    def _begrenzt(self, schritt: Schritt, wert: Wert) -> Wert:
        """Value of a rule within what it may be, or is trusted to be."""
        if self.code.eng and schritt.regel.einheit is Einheit.CENT:
            return self.code.vertraut(wert, self.bauer.gewoehnlich(schritt.name))
        return self.code.gekappt(wert, hoechstens(schritt))

    def _wird_gerechnet(self, ebene: str) -> bool:
        schritt = self.bauer.schritt.get(self.bauer.werk.ebenen[ebene].zugehoerigkeit)
        return schritt is not None and schritt.ersatz is None

    def _beitrag(self, schritt: Schritt, wert: Wert) -> Wert:
        """Contribution in the form in which contributions are put together."""
        r, code = schritt.regel, self.code
        if r.art in (Art.ANZAHL, Art.IRGENDEIN, Art.ALLE) or r.einheit is Einheit.JA_NEIN:
            return code.als_ja(wert)
        wert = self._begrenzt(schritt, code.als_zahl(wert))
        lo, hi = wert.lo, wert.hi
        if r.art in (Art.SUMME, Art.SUMME_AN):
            lo, hi = min(0, lo * self.bauer.groesste), max(0, hi * self.bauer.groesste)
        elif r.art is Art.BEIM:
            lo, hi = min(lo, r.sonst), max(hi, r.sonst)
        lo, hi = max(lo, -hoechstens(schritt)), min(hi, hoechstens(schritt))
        typ = typ_fuer(lo, hi)
        return Wert(typ, code.in_form(wert, typ), lo, hi, wert.fest)

    # ------------------------------------------------------------------ reading
    def argument(self, name: str, ebene: str, art: Art = Art.EINZELN) -> Ding:
        """Value of an argument of a rule of some level."""
        if name == "position" and art is Art.EINZELN and ebene != PERSON:
            return zahl(0) if ebene == HAUSHALT else self.lies(self.bauer.werk.ebenen[ebene].zugehoerigkeit)
        if name in self.bauer.parameter:
            return self.bauer.lies_parameter(self.code, name)
        return self.lies(name)

    def lies(self, name: str) -> Wert:
        """Value of a fact or rule for the persons at hand; loaded once."""
        if name not in self.werte:
            self.werte[name] = self._lade(name)
        return self.werte[name]

    def _lade(self, name: str) -> Wert:
        b = self.bauer
        schritt = b.schritt.get(name)
        fest = schritt.ersatz if schritt is not None and schritt.ersatz is not None else b.konstanten.get(name)
        if fest is not None:
            return wahrheit(bool(fest)) if self._ist_wahr(name) else zahl(int(fest))
        if name == "position":
            return self._aus_platz(b.plaetze.ort, Wert(Typ.I32, "", 0, b.groesste - 1, False))
        if name in b.bedingte:
            return self._bedingt(b.bedingte[name])
        platz = b.plaetze.wo[name]
        return self._aus_platz(platz.stelle, platz.wert)

    def _ist_wahr(self, name: str) -> bool:
        if name in self.bauer.schritt:
            return self.bauer.schritt[name].regel.einheit is Einheit.JA_NEIN
        return self.bauer.werk.merkmale[name].einheit is Einheit.JA_NEIN

    def _aus_platz(self, stelle: int, w: Wert) -> Wert:
        ref, klein = self._laden(stelle, w.typ), ""
        if w.typ is Typ.WEIT:
            klein = self._laden(stelle + 8 * self.bauer.plaetze.breite, Typ.F64)
        return Wert(w.typ, ref, w.lo, w.hi, False, klein, w.etwa)

    def _laden(self, stelle: int, typ: Typ) -> str:
        ort = self._variabel(f"getelementptr i8, ptr %S{typ.byte}, i64 {stelle}")
        return self._variabel(f"load {typ.llvm}, ptr {ort}, align {typ.byte}")

    def _variabel(self, text: str) -> str:
        return self.code.op(text, Wert(Typ.I32, "", 0, 1, False))

    def _bedingt(self, m: Merkmal) -> Wert:
        """Fact without column whose default holds only where it applies."""
        gilt = wahrheit(True)
        for bedingung, erlaubt in m.wenn.items():
            eines = wahrheit(False)
            for e in sorted(erlaubt):
                eines = self.code.oder(eines, self.code.vergleich("==", self.lies(bedingung), zahl(e)))
            gilt = self.code.und(gilt, eines)
        dann, sonst = m.vorgabe or 0, m.art.neutral
        if m.einheit is Einheit.JA_NEIN:
            return self.code.wahl(gilt, wahrheit(bool(dann)), wahrheit(bool(sonst)))
        return self.code.wahl(gilt, zahl(dann), zahl(sonst))

    # ------------------------------------------------------------------ writing
    def _behalte(self, name: str, wert: Wert) -> None:
        if self.bauer.bis.get(name, -1) <= self.nummer:
            return
        typ = wert.typ
        platz = self.bauer.plaetze.belege(name, Wert(typ, "", wert.lo, wert.hi, False, etwa=wert.etwa))
        if typ is Typ.WEIT:
            self._setze(wert.klein, Typ.F64, platz.stelle + 8 * self.bauer.plaetze.breite)
        self._setze(wert.ref if typ is Typ.WEIT else self.code.in_form(wert, typ), typ, platz.stelle)

    def _setze(self, ref: str, typ: Typ, stelle: int) -> None:
        nummer = len(self.ablage)
        self.ablage += [
            f"%z{nummer} = getelementptr i8, ptr %S{typ.byte}, i64 {stelle}",
            f"store {typ.llvm} {ref}, ptr %z{nummer}, align {typ.byte}",
        ]

    def _schluessel(self, name: str, ort: Wert) -> None:
        """Key of a group or link: the place of somebody in the household."""
        self._setze(self.code.in_form(ort, Typ.I32), Typ.I32, self.bauer.schluesselplatz(name))

    def _verweisschluessel(self) -> None:
        for name in self.bauer.verweisschluessel():
            self._schluessel(name, self.lies(name))

    def _text(self, name: str) -> str:
        b, code = self.bauer, self.code
        anfang = [
            *(f"; {regel}" for regel in self.regeln),
            f"define internal void @{name}({STUFE}) {{",
            "kopf:",
            "%P4 = getelementptr i8, ptr %P, i64 0",
            f"%P8 = getelementptr i8, ptr %P, i64 {4 * (b.parameterzahl + b.parameterzahl % 2)}",
            *code.kopf,
            "br label %runde",
            "runde:",
            "%q = phi i64 [ 0, %kopf ], [ %weiter, %fertig ]",
            *BEGINN,
        ]
        return "\n".join([*anfang, *nach_tiefe(code.rumpf), *self.ablage, *ENDE])

    def ziele(self) -> str:
        """Function that puts targets into slots that are numbers of the law or known beforehand."""
        for ziel in self.bauer.plan.ziele:
            if ziel not in self.bauer.plaetze.wo:
                wert = self.argument(ziel, PERSON)
                assert isinstance(wert, Wert)  # noqa: S101 - no target is a table
                self._behalte(ziel, self.code.als_zahl(wert))
        return self._text(f"stufe_{self.nummer}")
