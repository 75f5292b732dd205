"""Text of one stage: the values at hand, what is calculated from them, and what of it is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sozialamt.rechenkern.errors import Regelwerkfehler
from sozialamt.rechenkern.facts import Merkmal
from sozialamt.rechenkern.kern.collect import ENDE, NUMMERN, beitrag
from sozialamt.rechenkern.kern.collect import kopf as schleifenkopf
from sozialamt.rechenkern.kern.division import Code
from sozialamt.rechenkern.kern.translate import Ding, Uebersetzer
from sozialamt.rechenkern.kern.wert import HOECHSTENS, HOECHSTENS_CENT, UEBLICH, Typ, Wert, typ_fuer, wahrheit, zahl
from sozialamt.rechenkern.levels import HAUSHALT, PERSON
from sozialamt.rechenkern.plan import Schritt
from sozialamt.rechenkern.rules import Art
from sozialamt.rechenkern.values import Einheit

if TYPE_CHECKING:
    from sozialamt.rechenkern.kern.source import Kernbauer


def hoechstens(schritt: Schritt) -> int:
    """What the value of a rule does not exceed."""
    return HOECHSTENS_CENT if schritt.regel.einheit is Einheit.CENT else HOECHSTENS


class Schleife:
    """Text of one stage: the values at hand, and what of them is kept."""

    def __init__(self, bauer: Kernbauer, nummer: int) -> None:
        self.bauer, self.nummer, self.code = bauer, nummer, Code(bauer.eng)
        self.uebersetzer = Uebersetzer(self.code)
        self.werte: dict[str, Wert] = {}
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
            offen = self.code.und(offen, self._drin())
            self.ablage += [
                f"%z.a = getelementptr i8, ptr %S, i64 {self.bauer.plaetze.zweifel}",
                f"%z.v = load {art}, ptr %z.a",
                f"%z.n = or {art} %z.v, {offen.ref}",
                f"store {art} %z.n, ptr %z.a",
            ]

    def _drin(self) -> Wert:
        """Who is a person of this block."""
        code = self.code
        n32 = code.op("trunc i64 %n to i32")
        n1 = code.op(f"insertelement <8 x i32> poison, i32 {n32}, i32 0")
        n8 = code.op(f"shufflevector <8 x i32> {n1}, <8 x i32> poison, <8 x i32> zeroinitializer")
        return code.vergleich("<", self._nummer(), Wert(Typ.I32, n8, 1, self.bauer.breite + 1, True))

    def _schritt(self, schritt: Schritt) -> None:
        r = schritt.regel
        self.code.rumpf.append(f"; {r.name}")
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
            lo, hi = min(0, lo * self.bauer.breite), max(0, hi * self.bauer.breite)
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
            return self._position()
        if name in b.bedingte:
            return self._bedingt(b.bedingte[name])
        platz = b.plaetze.wo[name]
        return self._aus_platz(platz.stelle, platz.wert)

    def _ist_wahr(self, name: str) -> bool:
        if name in self.bauer.schritt:
            return self.bauer.schritt[name].regel.einheit is Einheit.JA_NEIN
        return self.bauer.werk.merkmale[name].einheit is Einheit.JA_NEIN

    def _aus_platz(self, stelle: int, w: Wert) -> Wert:
        ort = self._variabel(f"getelementptr i8, ptr %S{w.typ.byte}, i64 {stelle}")
        ref = self._variabel(f"load {w.typ.llvm}, ptr {ort}, align {w.typ.byte}")
        klein = (
            self._aus_platz(stelle + 8 * self.bauer.breite, replace(w, typ=Typ.F64)).ref if w.typ is Typ.WEIT else ""
        )
        return Wert(w.typ, ref, w.lo, w.hi, False, klein, w.etwa)

    def _variabel(self, text: str) -> str:
        return self.code.op(text, Wert(Typ.I32, "", 0, 1, False))

    def _nummer(self) -> Wert:
        """Number of each person in the block."""
        q = self._variabel("trunc i64 %q to i32")
        eins = self._variabel(f"insertelement {Typ.I32.llvm} poison, i32 {q}, i32 0")
        alle = self._variabel(f"shufflevector {Typ.I32.llvm} {eins}, {Typ.I32.llvm} poison, <8 x i32> zeroinitializer")
        return Wert(Typ.I32, self._variabel(f"add {Typ.I32.llvm} {alle}, <{NUMMERN}>"), 0, self.bauer.breite, False)

    def _basis(self) -> Wert:
        return self._aus_platz(self.bauer.plaetze.basis, Wert(Typ.I32, "", 0, self.bauer.breite, False))

    def _position(self) -> Wert:
        ort = self.code.minus(self._nummer(), self._basis())
        return Wert(ort.typ, ort.ref, 0, self.bauer.breite - 1, False)

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
            self._setze(wert.klein, Typ.F64, platz.stelle + 8 * self.bauer.breite)
        self._setze(wert.ref if typ is Typ.WEIT else self.code.in_form(wert, typ), typ, platz.stelle)

    def _setze(self, ref: str, typ: Typ, stelle: int) -> None:
        nummer = len(self.ablage)
        self.ablage += [
            f"%z{nummer} = getelementptr i8, ptr %S{typ.byte}, i64 {stelle}",
            f"store {typ.llvm} {ref}, ptr %z{nummer}, align {typ.byte}",
        ]

    def _schluessel(self, name: str, ort: Wert) -> None:
        """Key of whoever stands at a place in the household; nobody's where there is none."""
        code = self.code
        b0 = code.op("insertelement <8 x i32> poison, i32 %b0, i32 0")
        anfang = Wert(
            Typ.I32,
            code.op(f"shufflevector <8 x i32> {b0}, <8 x i32> poison, <8 x i32> zeroinitializer"),
            0,
            1 << 20,
            True,
        )
        wer = code.plus(code.plus(anfang, self._basis()), ort)
        da = code.und(self._drin(), code.vergleich(">=", ort, zahl(0)))
        self._setze(code.in_form(code.wahl(da, wer, zahl(-1)), Typ.I32), Typ.I32, self.bauer.schluesselplatz(name))

    def _verweisschluessel(self) -> None:
        for name in self.bauer.verweisschluessel():
            self._schluessel(name, self.lies(name))

    def _text(self, name: str, argumente: str = "ptr %S, ptr %P, i64 %n, i32 %b0") -> str:
        b, code = self.bauer, self.code
        anfang = [
            f"define internal void @{name}({argumente}) {{",
            "kopf:",
            "%P4 = getelementptr i8, ptr %P, i64 0",
            f"%P8 = getelementptr i8, ptr %P, i64 {4 * (b.parameterzahl + b.parameterzahl % 2)}",
            *code.kopf,
            *schleifenkopf(name)[2:],
        ]
        return "\n".join([*anfang, *code.rumpf, *self.ablage, *ENDE])

    def ausgabe(self) -> list[str]:
        """Functions that write the targets of one block, as 64-bit integers."""
        b, code = self.bauer, self.code
        haushalt = [
            "define internal void @ausgabe_haushalt(ptr %S, ptr %off, i64 %h0, i64 %m, ptr %O) {",
            "kopf:",
            "%oa = getelementptr i32, ptr %off, i64 %h0",
            "%b0 = load i32, ptr %oa",
            "br label %runde",
            "runde:",
            "%g = phi i64 [ 0, %kopf ], [ %weiter, %runde ]",
            "%h = add i64 %h0, %g",
            "%ob = getelementptr i32, ptr %oa, i64 %g",
            "%o = load i32, ptr %ob",
            "%q32 = sub i32 %o, %b0",
            "%q = sext i32 %q32 to i64",
        ]
        for nummer, ziel in enumerate(b.plan.ziele):
            if b.plan.ebene(ziel) == HAUSHALT:
                haushalt += self._einer(nummer, ziel)
                continue
            wert = code.als_zahl(self.als_wert(ziel))
            self.ablage.append(
                f"call void @gib(ptr %O, i64 {nummer}, i64 %i, i64 %rest, <8 x i64> {code.in_form(wert, Typ.I64)})"
            )
        code.kopf.append("%b = sext i32 %b0 to i64")
        code.rumpf[:0] = ["%i = add i64 %b, %q", "%rest = sub i64 %n, %q"]
        haushalt += [
            "%weiter = add i64 %g, 1",
            "%noch = icmp slt i64 %weiter, %m",
            "br i1 %noch, label %runde, label %schluss",
            "schluss:",
            "ret void",
            "}",
        ]
        return [self._text("ausgabe_person", "ptr %S, ptr %P, i64 %n, i32 %b0, ptr %O"), "\n".join(haushalt)]

    def als_wert(self, name: str) -> Wert:
        """Value of a target, also one that is a number of the law."""
        wert = self.argument(name, PERSON)
        assert isinstance(wert, Wert)  # noqa: S101 - no target is a table
        return wert

    def _einer(self, nummer: int, ziel: str) -> list[str]:
        """Write the value of a household, which stands with each of its persons."""
        b, x = self.bauer, f"%x{nummer}"
        fest = None if ziel in b.plaetze.wo else self._lade(ziel).zahl
        if fest is not None:
            wert = [f"{x} = add i64 0, {fest}"]
        else:
            platz = b.plaetze.wo[ziel]
            typ = platz.wert.typ
            wert = [
                f"{x}.s = getelementptr i8, ptr %S, i64 {platz.stelle}",
                f"{x}.a = getelementptr {typ.element}, ptr {x}.s, i64 %q",
                f"{x}.w = load {typ.element}, ptr {x}.a",
                {
                    Typ.JA: f"{x}.n = sub i32 0, {x}.w\n{x} = sext i32 {x}.n to i64",
                    Typ.I32: f"{x} = sext i32 {x}.w to i64",
                    Typ.F64: f"{x} = fptosi double {x}.w to i64",
                    Typ.WEIT: f"{x}.g = fptosi double {x}.w to i64\n{x}.k = getelementptr double, ptr {x}.a, "
                    f"i64 {b.breite}\n{x}.l = load double, ptr {x}.k\n{x}.m = fptosi double {x}.l to i64\n"
                    f"{x} = add i64 {x}.g, {x}.m",
                }[typ],
            ]
        return [
            *wert,
            f"{x}.o = getelementptr ptr, ptr %O, i64 {nummer}",
            f"{x}.p = load ptr, ptr {x}.o",
            f"{x}.q = getelementptr i64, ptr {x}.p, i64 %h",
            f"store i64 {x}, ptr {x}.q",
        ]
