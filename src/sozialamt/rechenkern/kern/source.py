"""Text of the kernel: a function per loop of the schedule, and one that calls them block by block.

The rules stand in the loops themselves; each loop runs over all persons (or households) of a block before the next one
begins, so that its machine code and its columns stay close to the processor. A value that lives on beyond its loop
stands in a scratch area, one column per slot: `S` has a row per person (a group's value stands at its first member),
`H` one per household. Columns, scratch and results are reached by address, so that a call passes few registers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sozialamt.rechenkern.facts import Merkmal, Merkmalsart
from sozialamt.rechenkern.kern.schedule import Schleife, schleifen
from sozialamt.rechenkern.kern.specialize import Sonderplan
from sozialamt.rechenkern.kern.translate import OHNE_HUELLE, Uebersetzer
from sozialamt.rechenkern.levels import HAUSHALT, PERSON
from sozialamt.rechenkern.plan import KONSTANT, Schritt
from sozialamt.rechenkern.rules import Art
from sozialamt.rechenkern.values import Einheit

ANFANGSWERT = {
    Art.SUMME: "0",
    Art.ANZAHL: "0",
    Art.MAXIMUM: "-4611686018427387904",
    Art.MINIMUM: "4611686018427387904",
    Art.IRGENDEIN: "0",
    Art.ALLE: "1",
    Art.SUMME_AN: "0",
}
VERKNUEPFUNG = {
    Art.SUMME: "alt + {neu}",
    Art.SUMME_AN: "alt + {neu}",
    Art.ANZAHL: "alt + (1 if {neu} else 0)",
    Art.MAXIMUM: "max(alt, {neu})",
    Art.MINIMUM: "min(alt, {neu})",
    Art.IRGENDEIN: "1 if {neu} else alt",
    Art.ALLE: "alt if {neu} else 0",
}
KOPF = """\
from llvmlite import ir
from numba import boolean, int64, njit, types, void
from numba.extending import intrinsic


def _zeiger(builder, basis, stellen, breite):
    zeiger = builder.inttoptr(basis, ir.IntType(breite).as_pointer())
    for stelle in stellen:
        zeiger = builder.gep(zeiger, [stelle])
    return zeiger


def _fest(builder, wert):
    wert.set_metadata('invariant.load', builder.module.add_metadata([]))
    return wert


def _wert(builder, basis, nummer, stelle, breite):
    spalte = _fest(builder, builder.load(_zeiger(builder, basis, [nummer], 64)))
    return _fest(builder, builder.load(_zeiger(builder, spalte, [stelle], breite)))


@intrinsic
def i64(typingctx, basis, zeile, platz):
    def code(context, builder, signature, args):
        return builder.load(_zeiger(builder, args[0], args[1:], 64))
    return int64(int64, int64, int64), code


@intrinsic
def setze(typingctx, basis, zeile, platz, wert):
    def code(context, builder, signature, args):
        builder.store(args[3], _zeiger(builder, args[0], args[1:3], 64))
        return context.get_dummy_value()
    return types.void(int64, int64, int64, int64), code


@intrinsic
def zahl(typingctx, spalten, nummer, stelle):
    def code(context, builder, signature, args):
        return builder.sext(_wert(builder, *args, 32), ir.IntType(64))
    return int64(int64, int64, int64), code


@intrinsic
def menge(typingctx, spalten, nummer, stelle):
    def code(context, builder, signature, args):
        return builder.zext(_wert(builder, *args, 32), ir.IntType(64))
    return int64(int64, int64, int64), code


@intrinsic
def wahr(typingctx, spalten, nummer, stelle):
    def code(context, builder, signature, args):
        return builder.icmp_unsigned('!=', _wert(builder, *args, 8), ir.IntType(8)(0))
    return boolean(int64, int64, int64), code


@intrinsic
def gib(typingctx, ziele, nummer, stelle, wert):
    def code(context, builder, signature, args):
        ziel = _fest(builder, builder.load(_zeiger(builder, args[0], [args[1]], 64)))
        builder.store(args[3], _zeiger(builder, ziel, [args[2]], 64))
        return context.get_dummy_value()
    return types.void(int64, int64, int64, int64), code

"""
BREITE = 128
"""Persons (and households) a block of the kernel holds at most, unless a single household is larger."""

ARGUMENTE = "h0, b0, m, n, S, H, P, T, C"
"""What every loop gets: first household and person of the block, how many of each; scratch, parameters, columns."""

ENDE = -1
"""Stands for the number of a loop in text that comes after all of them."""


@dataclass(frozen=True)
class Kernquelle:
    """Source of a kernel and what it is called with.

    `spalten` are the facts read from columns, `konstanten` and `bedingte` those without (see `specialize`),
    `parameter` the names behind the slices of the parameter vector with their lengths (0 for a scalar), all in order;
    `abgeleitete` the rules to be calculated from parameters beforehand: name, text, arguments;
    `haushaltswerte` and `personenwerte` the sizes of the scratch areas in 64-bit words.
    """

    text: str
    spalten: tuple[Merkmal, ...]
    konstanten: Mapping[str, int]
    bedingte: Mapping[str, Merkmal]
    parameter: tuple[tuple[str, int], ...]
    ziele: tuple[str, ...]
    abgeleitete: tuple[tuple[str, str, tuple[str, ...]], ...]
    haushaltswerte: int
    personenwerte: int


class Kernbauer:
    """Writes the source for one plan; `laengen` are those of the table parameters."""

    def __init__(self, sonderplan: Sonderplan, laengen: Mapping[str, int], breite: int = BREITE) -> None:
        self.breite = breite
        self.abgeleitete = sonderplan.abgeleitete
        plan = sonderplan.plan
        self.plan, self.konstanten, self.bedingte = plan, sonderplan.konstanten, sonderplan.bedingte
        self.baeume = sonderplan.baeume
        self.uebersetzer = Uebersetzer()
        self.schleifen = schleifen(plan)
        self.schritt = {s.name: s for s in plan.schritte}
        self.schleife_von = {s.name: i for i, sl in enumerate(self.schleifen) for s in sl.schritte}
        self.spalten = tuple(m for m in plan.merkmale if m.name not in self.konstanten and m.name not in self.bedingte)
        self.spaltennummer = {m.name: i for i, m in enumerate(self.spalten)}
        benutzt = {a for s in plan.schritte for a in s.argumente}
        namen = ["monat", *plan.parameter, *plan.einstellungen, *self.abgeleitete]
        self.parameter = tuple((n, laengen.get(n, 0)) for n in namen if n == "monat" or n in benutzt)
        self.haushaltsplatz: dict[str, int] = {}
        self.personenplatz: dict[str, int] = {}
        self._verteile()

    def _verteile(self) -> None:
        """Slots of the scratch area; a slot is free again after the last loop that reads its value."""
        bis = {n: self._zuletzt(n, i) for n, i in self.schleife_von.items()}
        frei: dict[str, list[int]] = {PERSON: [], HAUSHALT: []}
        self.hoechste = {PERSON: 2, HAUSHALT: 0}
        belegt: list[tuple[int, str, int]] = []
        for nummer, schleife in enumerate(self.schleifen):
            for ende, art, platz in [b for b in belegt if b[0] < nummer]:
                frei[art].append(platz)
                belegt.remove((ende, art, platz))
            for schritt in schleife.schritte:
                r = schritt.regel
                if r.ebene == PERSON and r.art is not Art.SUMME_AN and bis[r.name] == nummer:
                    continue
                art = HAUSHALT if r.ebene == HAUSHALT else PERSON
                if frei[art]:
                    platz = frei[art].pop()
                else:
                    platz = self.hoechste[art]
                    self.hoechste[art] += 1
                (self.haushaltsplatz if art == HAUSHALT else self.personenplatz)[r.name] = platz * self.breite
                belegt.append((bis[r.name], art, platz))

    def _zuletzt(self, name: str, nummer: int) -> int:
        """Number of the last loop that reads a value."""
        if name in self.plan.ziele or any(name == e.zugehoerigkeit for e in self.plan.regelwerk.ebenen.values()):
            return len(self.schleifen)
        return max(
            [
                nummer,
                *(self.schleife_von[s.name] for s in self.schritt.values() if name in s.argumente and s.ersatz is None),
            ]
        )

    def baue(self) -> Kernquelle:
        """The whole module as text."""
        stufen = [_Stufe(self, nummer, schleife).text() for nummer, schleife in enumerate(self.schleifen)]
        zeilen = [KOPF, *self.uebersetzer.quelltexte, *stufen, *self._ausgabe(), *self._kern()]
        return Kernquelle(
            "\n".join(zeilen) + "\n",
            self.spalten,
            self.konstanten,
            self.bedingte,
            self.parameter,
            self.plan.ziele,
            tuple((n, a.text, a.argumente) for n, a in self.abgeleitete.items()),
            self.hoechste[HAUSHALT] * self.breite,
            self.hoechste[PERSON] * self.breite,
        )

    def _ausgabe(self) -> list[str]:
        """Functions that write the targets of one block."""
        haushalt, person = _Stufe(self, ENDE, Schleife(HAUSHALT)), _Stufe(self, ENDE, Schleife(PERSON))
        for nummer, ziel in enumerate(self.plan.ziele):
            stufe, stelle = (haushalt, "h") if self.plan.ebene(ziel) == HAUSHALT else (person, "i")
            wert = stufe.als_zahl(ziel)
            stufe.rumpf.append(f"gib(O, {nummer}, {stelle}, {wert})")
        return [haushalt.text("ausgabe_haushalt", f"{ARGUMENTE}, O"), person.text("ausgabe_person", f"{ARGUMENTE}, O")]

    def _kern(self) -> list[str]:
        typen = "int64, int64, int64[::1], int64, int64, int64, int64[::1], int64, int64"
        rufe = [f"        stufe_{i}({ARGUMENTE})" for i in range(len(self.schleifen))]
        return [
            f"@njit({OHNE_HUELLE})",
            "def block(h0, ende, off, S):",
            "    b0 = off[h0]",
            "    h = h0",
            f"    while h < ende and off[h + 1] - b0 <= {self.breite} and h - h0 < {self.breite}:",
            "        for q in range(off[h] - b0, off[h + 1] - b0):",
            "            setze(S, q, 0, off[h] - b0)",
            f"            setze(S, q, {self.breite}, h - h0)",
            "        h += 1",
            "    return h",
            "",
            f"@njit(void({typen}), nogil=True, error_model='numpy', cache=True)",
            "def kern(anfang, ende, off, S, H, P, T, C, O):",
            "    h0 = anfang",
            "    while h0 < ende:",
            "        b0 = off[h0]",
            "        he = block(h0, ende, off, S)",
            "        m, n = he - h0, off[he] - b0",
            *rufe,
            f"        ausgabe_haushalt({ARGUMENTE}, O)",
            f"        ausgabe_person({ARGUMENTE}, O)",
            "        h0 = he",
        ]


def _nie_negativ(m: Merkmal) -> bool:
    """Whether the reader of the columns has made sure of it."""
    return m.art is Merkmalsart.AUSWAHL or (m.min is not None and m.min >= 0)


class _Stufe:
    """Text of one loop.

    `kopf` loads what is the same for all, `vorab` sets what is summed up to its start, `rumpf` is the work for each
    person or household: number `q` or `g` in the block, `i` or `h` in the table, `k` within the household.
    """

    def __init__(self, bauer: Kernbauer, nummer: int, schleife: Schleife) -> None:
        self.bauer, self.nummer, self.schleife = bauer, nummer, schleife
        self.plan, self.werk = bauer.plan, bauer.plan.regelwerk
        self.kopf: list[str] = []
        self.vorab: list[str] = []
        self.rumpf: list[str] = []
        self.geladen: dict[str, str] = {}
        if schleife.ebene not in (PERSON, HAUSHALT):
            gruppe = self.lies(self.werk.ebenen[schleife.ebene].zugehoerigkeit)
            self.rumpf += [f"if {gruppe} != k:", "    continue"]
        for schritt in schleife.schritte:
            self._schritt(schritt)

    def text(self, name: str = "", argumente: str = ARGUMENTE) -> str:
        """The function; a loop without anything per member is left out."""
        zeilen = [f"@njit({OHNE_HUELLE})", f"def {name or f'stufe_{self.nummer}'}({argumente}):"]
        zeilen += [f"    {z}" for z in [*self.kopf, *self.vorab]]
        if self.rumpf and self.schleife.ebene == HAUSHALT:
            zeilen += ["    for g in range(m):", "        h = h0 + g"]
        elif self.rumpf:
            zeilen += [
                "    for q in range(n):",
                "        i = b0 + q",
                "        basis = i64(S, q, 0)",
                f"        g = i64(S, q, {self.bauer.breite})",
                "        h = h0 + g",
                "        k = q - basis",
            ]
        zeilen += [f"        {z}" for z in self.rumpf]
        if len(zeilen) == len(("dekorierer", "kopf")):
            zeilen.append("    pass")
        return "\n".join([*zeilen, ""])

    # ------------------------------------------------------------------ reading
    def lies(self, name: str) -> str:
        """Variable that holds a value for the member at hand; loaded once per loop."""
        if name == "position":
            return "k"
        if name not in self.geladen:
            self.geladen[name] = self._lade(name)
        return self.geladen[name]

    def als_zahl(self, name: str) -> str:
        variable = self.lies(name)
        return f"(1 if {variable} else 0)" if self._ist_wahr(name) else variable

    def _ist_wahr(self, name: str) -> bool:
        if name in self.bauer.schritt:
            return self.bauer.schritt[name].regel.einheit is Einheit.JA_NEIN
        if name in self.bauer.abgeleitete:
            return self.bauer.abgeleitete[name].regel.einheit is Einheit.JA_NEIN
        return name in self.werk.merkmale and self.werk.merkmale[name].einheit is Einheit.JA_NEIN

    def _lade(self, name: str) -> str:
        schritt = self.bauer.schritt.get(name)
        if schritt is not None and schritt.ersatz is not None:
            return str(bool(schritt.ersatz)) if self._ist_wahr(name) else str(int(schritt.ersatz))
        if name in self.bauer.konstanten:
            wert = self.bauer.konstanten[name]
            return str(bool(wert)) if self._ist_wahr(name) else str(int(wert))
        ausdruck = self.ausdruck(name, "k")
        gleich_fuer_alle = self.plan.ebene(name) == KONSTANT
        (self.kopf if gleich_fuer_alle else self.rumpf).append(f"x_{name} = {ausdruck}")
        return f"x_{name}"

    def ausdruck(self, name: str, ort: str) -> str:
        """Expression that loads a value for the person at `ort` (`k`, or `j` for a linked one)."""
        if name == "position":
            return ort
        if name in self.werk.merkmale:
            return self._spalte(name, ort)
        schritt = self.bauer.schritt.get(name)
        if schritt is None:
            return self._parameter(name)
        if schritt.ersatz is not None or name in self.bauer.konstanten:
            return self._lade(name)
        ebene = schritt.regel.ebene
        if ebene == HAUSHALT:
            stelle = f"H, g, {self.bauer.haushaltsplatz[name]}"
        elif ebene == PERSON or (ort == "k" and ebene == self.schleife.ebene):
            stelle = f"S, {'q' if ort == 'k' else f'basis + {ort}'}, {self.bauer.personenplatz[name]}"
        else:
            zugehoerigkeit = self.werk.ebenen[ebene].zugehoerigkeit
            gruppe = self.lies(zugehoerigkeit) if ort == "k" else f"({self.ausdruck(zugehoerigkeit, ort)})"
            stelle = f"S, basis + {gruppe}, {self.bauer.personenplatz[name]}"
        return f"i64({stelle}) != 0" if self._ist_wahr(name) else f"i64({stelle})"

    def _spalte(self, name: str, ort: str) -> str:
        if name in self.bauer.konstanten:
            return self._lade(name)
        m = self.werk.merkmale[name]
        if name in self.bauer.bedingte:
            return self._bedingt(m, ort)
        stelle = "h" if m.ebene == HAUSHALT else "i" if ort == "k" else f"b0 + basis + {ort}"
        lade = "wahr" if m.einheit is Einheit.JA_NEIN else "menge" if _nie_negativ(m) else "zahl"
        return f"{lade}(C, {self.bauer.spaltennummer[name]}, {stelle})"

    def _bedingt(self, m: Merkmal, ort: str) -> str:
        """Fact without column whose default holds only where it applies."""
        teile = []
        for b, erlaubt in m.wenn.items():
            wert = self.lies(b) if ort == "k" else f"({self.ausdruck(b, ort)})"
            teile.append("(" + " or ".join(f"{wert} == {e}" for e in sorted(erlaubt)) + ")")
        wahr = m.einheit is Einheit.JA_NEIN
        dann, sonst = (str(bool(w) if wahr else int(w)) for w in (m.vorgabe or 0, m.art.neutral))
        return f"({dann} if {' and '.join(teile)} else {sonst})"

    def _parameter(self, name: str) -> str:
        stelle = 0
        for n, laenge in self.bauer.parameter:
            if n == name:
                break
            stelle += laenge or 1
        if laenge:
            return f"T[{stelle}:{stelle + laenge}]"
        quelle = self.werk.parameter.get(name) or self.werk.einstellungen.get(name)
        einheit = quelle.einheit if quelle else Einheit.DATUM
        if name in self.bauer.abgeleitete:
            einheit = self.bauer.abgeleitete[name].regel.einheit
        return f"i64(P, 0, {stelle}) != 0" if einheit is Einheit.JA_NEIN else f"i64(P, 0, {stelle})"

    # ------------------------------------------------------------------ writing
    def _schritt(self, schritt: Schritt) -> None:
        r = schritt.regel
        if r.art is Art.BEIM:
            self._beim(schritt)
        elif r.art is Art.EINZELN:
            self.rumpf.extend(self._einbau(schritt, {a: self.lies(a) for a in r.argumente}))
            self.geladen[r.name] = f"v_{r.name}"
            self._merke(schritt)
        else:
            self._sammle(schritt)

    def _einbau(self, schritt: Schritt, namen: Mapping[str, str]) -> list[str]:
        r = schritt.regel
        return self.bauer.uebersetzer.einbau(r, self.bauer.baeume[r.name], namen)

    def _merke(self, schritt: Schritt) -> None:
        name = schritt.name
        wert = self.als_zahl(name)
        if name in self.bauer.haushaltsplatz:
            self.rumpf.append(f"setze(H, g, {self.bauer.haushaltsplatz[name]}, {wert})")
        elif name in self.bauer.personenplatz:
            self.rumpf.append(f"setze(S, q, {self.bauer.personenplatz[name]}, {wert})")

    def _sammle(self, schritt: Schritt) -> None:
        """Add a member's contribution to the value of its group, of the household, or of a linked person."""
        r = schritt.regel
        zeilen = self._einbau(schritt, {a: self.lies(a) for a in r.argumente})
        vorsatz = ""
        bereich, platz, anzahl = "S", self.bauer.personenplatz.get(r.name), "n"
        if r.art is Art.SUMME_AN:
            zeilen = [f"j = {self.lies(r.verweis or '')}", "if j >= 0:", *(f"    {z}" for z in zeilen)]
            vorsatz = "    "
            stelle = f"S, basis + j, {platz}"
        elif r.ebene == HAUSHALT:
            bereich, platz, anzahl = "H", self.bauer.haushaltsplatz[r.name], "m"
            stelle = f"H, g, {platz}"
        else:
            gruppe = self.lies(self.werk.ebenen[r.ebene].zugehoerigkeit)
            stelle = f"S, basis + {gruppe}, {platz}"
        self.vorab += [f"for e in range({anzahl}):", f"    setze({bereich}, e, {platz}, {ANFANGSWERT[r.art]})"]
        neu = VERKNUEPFUNG[r.art].format(neu=f"v_{r.name}")
        self.rumpf += [*zeilen, f"{vorsatz}alt = i64({stelle})", f"{vorsatz}setze({stelle}, {neu})"]

    def _beim(self, schritt: Schritt) -> None:
        r = schritt.regel
        verweis = self.lies(r.verweis or "")
        sonst = bool(r.sonst) if r.einheit is Einheit.JA_NEIN else int(r.sonst)
        laden = [f"b_{r.name}_{a} = {self.ausdruck(a, 'j')}" for a in schritt.argumente]
        zeilen = [*laden, *self._einbau(schritt, {a: f"b_{r.name}_{a}" for a in schritt.argumente})]
        self.rumpf += [f"j = {verweis}", f"v_{r.name} = {sonst}", "if j >= 0:", *(f"    {z}" for z in zeilen)]
        self.geladen[r.name] = f"v_{r.name}"
        self._merke(schritt)
