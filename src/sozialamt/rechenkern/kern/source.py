"""Text of the kernel: a function per stage of the schedule, and one that calls them block by block.

Each stage runs over all persons of a block before the next one begins, so that its machine code and its values stay
close to the processor. A value that lives on beyond its stage stands in a slot of the scratch area. Keys name the group
a person belongs to, or the person a link points to, by a number no other household uses; that is how collections
tell who belongs together.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sozialamt.rechenkern.errors import Regelwerkfehler
from sozialamt.rechenkern.facts import Merkmal, Merkmalsart
from sozialamt.rechenkern.kern.collect import beim, beitrag, sammle
from sozialamt.rechenkern.kern.division import Code
from sozialamt.rechenkern.kern.rahmen import BLOCK, HAUSHALTSSPALTE, LADEN, VORSPANN
from sozialamt.rechenkern.kern.references import pruefung
from sozialamt.rechenkern.kern.schedule import Sammlung, stufen
from sozialamt.rechenkern.kern.slots import Plaetze
from sozialamt.rechenkern.kern.specialize import Sonderplan
from sozialamt.rechenkern.kern.stage import Schleife
from sozialamt.rechenkern.kern.translate import Ding, Uebersetzer, lade_parameter
from sozialamt.rechenkern.kern.wert import LANES, ORDENTLICH, REICH, Tabelle, Typ, Wert, wahrheit, zahl
from sozialamt.rechenkern.levels import HAUSHALT, PERSON
from sozialamt.rechenkern.plan import Schritt
from sozialamt.rechenkern.rules import Art
from sozialamt.rechenkern.values import Einheit

BREITE = 64
"""Persons a block of the kernel holds at most, unless a single household is larger."""
FALSCHER_VERWEIS = -1
"""What the kernel returns instead of a household where somebody refers out of the household."""


@dataclass(frozen=True)
class Parameterplatz:
    """Where a parameter stands in the vector: `laenge` numbers (0 for a scalar) from `stelle`, within bounds."""

    name: str
    stelle: int
    laenge: int
    lo: int
    hi: int
    ja: bool


@dataclass(frozen=True)
class Kernquelle:
    """Source of a kernel and what it is called with.

    `spalten` are the facts read from columns, `konstanten` and `bedingte` those without (see `specialize`);
    `abgeleitete` the rules to be calculated from parameters beforehand: name, text, arguments;
    `bereich` the size of the scratch area in bytes, of which the first `rand` lie before the first slot; `zweifel` is
    the slot where doubts are raised.
    """

    text: str
    spalten: tuple[Merkmal, ...]
    konstanten: Mapping[str, int]
    bedingte: Mapping[str, Merkmal]
    parameter: tuple[Parameterplatz, ...]
    ziele: tuple[str, ...]
    abgeleitete: tuple[tuple[str, str, tuple[str, ...]], ...]
    breite: int
    rand: int
    zweifel: int
    bereich: int


class Kernbauer:
    """Writes the source for one plan.

    `laengen` are the lengths of the table parameters, `grenzen` the bounds within which the numbers of each parameter
    and setting stay.
    """

    def __init__(
        self,
        sonderplan: Sonderplan,
        laengen: Mapping[str, int],
        grenzen: Mapping[str, tuple[int, int]],
        breite: int = BREITE,
        eng: bool = True,
    ) -> None:
        self.breite, self.grenzen, self.eng = breite, grenzen, eng
        self.abgeleitete = sonderplan.abgeleitete
        plan = sonderplan.plan
        self.plan, self.konstanten, self.bedingte = plan, sonderplan.konstanten, sonderplan.bedingte
        self.werk, self.baeume = plan.regelwerk, sonderplan.baeume
        self.schritt = {s.name: s for s in plan.schritte}
        self.spalten = tuple(m for m in plan.merkmale if m.name not in self.konstanten and m.name not in self.bedingte)
        self.spaltennamen = {m.name for m in self.spalten}
        self.parameter: dict[str, Parameterplatz] = {}
        self._ordne_parameter(laengen)
        self.stufen = stufen(plan)
        self.bis = self._zuletzt()
        self.plaetze = Plaetze(breite)
        self.schluessel: dict[str, int] = {}
        self.reiche: set[str] = set()
        self.haushaltsspalten: list[tuple[int, int]] = []

    # ------------------------------------------------------------------ parameters
    def _ordne_parameter(self, laengen: Mapping[str, int]) -> None:
        benutzt = {a for s in self.plan.schritte for a in s.argumente}
        benutzt |= {a for r in self.abgeleitete.values() for a in r.argumente}
        stelle = 0
        for name in ("monat", *self.plan.parameter, *self.plan.einstellungen, *self.abgeleitete):
            if name != "monat" and name not in benutzt:
                continue
            laenge = laengen.get(name, 0)
            if name in self.abgeleitete:
                regel = self.abgeleitete[name].regel
                wert = self._abgeleiteter(name)
                platz = Parameterplatz(name, stelle, 0, wert.lo, wert.hi, regel.einheit is Einheit.JA_NEIN)
            else:
                quelle = self.werk.parameter.get(name) or self.werk.einstellungen.get(name)
                ja = quelle is not None and quelle.einheit is Einheit.JA_NEIN
                lo, hi = (0, 1) if ja else self.grenzen[name]
                platz = Parameterplatz(name, stelle, laenge, lo, hi, ja)
            self.parameter[name] = platz
            stelle += laenge or 1
        self.parameterzahl = stelle + LANES

    def _abgeleiteter(self, name: str) -> Wert:
        """Bounds of a rule that reads parameters only."""
        regel, code = self.abgeleitete[name].regel, Code()
        argumente = {a: self.lies_parameter(code, a) for a in self.abgeleitete[name].argumente}
        baum = ast.parse(self.abgeleitete[name].text).body[0]
        assert isinstance(baum, ast.FunctionDef)  # noqa: S101 - what partial evaluation left of one
        wert = code.als_zahl(Uebersetzer(code).werte_aus(regel.fn, argumente, baum))
        return code.als_ja(wert) if regel.einheit is Einheit.JA_NEIN else wert

    def lies_parameter(self, code: Code, name: str) -> Ding:
        """Value or table behind the name of a parameter."""
        p = self.parameter[name]
        if p.laenge:
            return Tabelle(p.stelle, p.laenge, p.lo, p.hi)
        if p.lo == p.hi:
            return wahrheit(bool(p.lo)) if p.ja else zahl(p.lo)
        return lade_parameter(code, p.stelle, p.lo, p.hi, p.ja)

    # ------------------------------------------------------------------ ordinary amounts
    def merke_reichtum(self, schritt: Schritt, wert: Wert) -> None:
        """Remember a rule whose amounts may be large because those it reads are, such as property."""
        zu_gross = max(-wert.lo, wert.hi) > ORDENTLICH
        if zu_gross and any(a in self.reiche or self._reiches_merkmal(a) for a in schritt.argumente):
            self.reiche.add(schritt.name)

    def _reiches_merkmal(self, name: str) -> bool:
        m = self.werk.merkmale.get(name)
        return m is not None and m.art is Merkmalsart.BETRAG and bereich(m, self.breite)[1] > ORDENTLICH

    def gewoehnlich(self, name: str) -> int:
        """What the amounts of a rule are trusted not to exceed."""
        return REICH if name in self.reiche else ORDENTLICH

    # ------------------------------------------------------------------ life of values
    def _zuletzt(self) -> dict[str, int]:
        """Number of the last stage that reads a value, a fact or a contribution."""
        bis: dict[str, int] = {}
        for nummer, stufe in enumerate(self.stufen):
            for schritt in stufe.schritte:
                if isinstance(stufe, Sammlung):
                    bis[beitrag(schritt.name)] = nummer
                    gelesen = [stufe.ueber] if stufe.art is Art.BEIM else []
                else:
                    gelesen = self._liest(schritt)
                bis.update((name, nummer) for name in gelesen)
        zu_beginn = [
            *self._verweise(),
            *self.verweisschluessel(),
            *(self.werk.ebenen[e].zugehoerigkeit for e in self.ebenenschluessel()),
        ]
        for name in (q for n in zu_beginn for q in self._quellen(n)):
            bis.setdefault(name, 0)
        return bis | {z: len(self.stufen) for z in self.plan.ziele}

    def _liest(self, schritt: Schritt) -> list[str]:
        namen: list[str] = []
        for a in schritt.argumente:
            namen += self._quellen(a)
        if "position" in namen and schritt.regel.ebene not in (PERSON, HAUSHALT):
            namen += self._quellen(self.werk.ebenen[schritt.regel.ebene].zugehoerigkeit)
        return namen

    def _quellen(self, name: str) -> list[str]:
        """A name, or the facts a fact without column depends on."""
        if name not in self.bedingte:
            return [name]
        return [q for b in self.bedingte[name].wenn for q in self._quellen(b)]

    # ------------------------------------------------------------------ text
    def baue(self) -> Kernquelle:
        """The whole module as text."""
        laden = self._lade()
        texte = [pruefung(self.plaetze, {name: self.plaetze.wo[name] for name in self._verweise()})]
        for nummer, stufe in enumerate(self.stufen):
            self.plaetze.gib_frei(self.bis, nummer)
            if isinstance(stufe, Sammlung):
                texte.append(self._sammle(nummer, stufe))
            else:
                texte.append(Schleife(self, nummer).stufe(stufe.schritte))
        aus = Schleife(self, len(self.stufen)).ausgabe()
        zeilen = [VORSPANN, LADEN, self._block(), *texte, *aus, *self._kern(laden)]
        return Kernquelle(
            "\n".join(zeilen) + "\n",
            self.spalten,
            self.konstanten,
            self.bedingte,
            tuple(self.parameter.values()),
            self.plan.ziele,
            tuple((n, a.text, a.argumente) for n, a in self.abgeleitete.items()),
            self.breite,
            self.plaetze.rand,
            self.plaetze.zweifel,
            self.plaetze.byte,
        )

    def _lade(self) -> list[str]:
        """Calls that bring the columns of a block into their slots."""
        zeilen = []
        for nummer, m in enumerate(self.spalten):
            if m.name not in self.bis:
                continue
            typ, (lo, hi) = (Typ.JA, (0, 1)) if m.einheit is Einheit.JA_NEIN else (Typ.I32, bereich(m, self.breite))
            wert = Wert(typ, "", lo, hi, False)
            if m.ebene == HAUSHALT:
                self.haushaltsspalten.append((nummer, self.plaetze.belege_breit(m.name, wert).stelle))
                continue
            zeilen.append(f"%s{nummer} = getelementptr i8, ptr %S, i64 {self.plaetze.belege(m.name, wert).stelle}")
            zeilen.append(f"call void @lade_person(ptr %C, i64 {nummer}, ptr %s{nummer}, i64 %b, i64 %n)")
        return zeilen

    def _block(self) -> str:
        """Function that fills a block with households."""
        spalten = {
            ort: "\n".join(text.format(nummer=n, stelle=s) for n, s in self.haushaltsspalten)
            for ort, text in HAUSHALTSSPALTE.items()
        }
        return BLOCK.format(breite=self.breite, groesse=self.plaetze.groesse, **spalten)

    def ebenenschluessel(self) -> list[str]:
        """Levels whose groups something is summed up over."""
        namen = [s.ueber for s in self.stufen if isinstance(s, Sammlung) and s.art not in (Art.BEIM, Art.SUMME_AN)]
        return [n for n in dict.fromkeys(namen) if n != HAUSHALT]

    def _verweise(self) -> list[str]:
        """Columns that refer to somebody of the household."""
        return [m.name for m in self.spalten if m.art is Merkmalsart.VERWEIS]

    def verweisschluessel(self) -> list[str]:
        """Links along which something is added up."""
        return list(dict.fromkeys(s.ueber for s in self.stufen if isinstance(s, Sammlung) and s.art is Art.SUMME_AN))

    def schluesselplatz(self, name: str) -> int:
        """Place of a key in the scratch area."""
        if name == HAUSHALT:
            return self.plaetze.haushalt
        if name not in self.schluessel:
            self.schluessel[name] = self.plaetze.schluessel()
        return self.schluessel[name]

    def _sammle(self, nummer: int, s: Sammlung) -> str:
        """Function that puts contributions together; constants need none."""
        name = f"stufe_{nummer}"
        if s.art is Art.BEIM:
            verweis = self.plaetze.wo.get(s.ueber)
            if verweis is None:
                raise Regelwerkfehler(f"Dem Verweis „{s.ueber}“ fehlt die Spalte.")
            zeilen = [(r.regel, self.plaetze.wo[beitrag(r.name)]) for r in s.schritte]
            ziele = [(r, p, self.plaetze.belege(r.name, p.wert)) for r, p in zeilen]
            return beim(name, self.plaetze, verweis, ziele)
        paare = []
        for schritt in s.schritte:
            von = self.plaetze.wo[beitrag(schritt.name)]
            wert = von.wert
            if schritt.regel.art is Art.ANZAHL:
                wert = Wert(Typ.I32, "", 0, self.breite, False)
            paare.append((schritt.regel.art, von, self.plaetze.belege(schritt.name, wert)))
        return sammle(name, self.plaetze, self.schluesselplatz(s.ueber), paare, an=s.art is Art.SUMME_AN)

    def _kern(self, laden: Sequence[str]) -> list[str]:
        p = self.plaetze
        rufe = [f"call void @stufe_{i}(ptr %S, ptr %P, i64 %n, i32 %b0)" for i in range(len(self.stufen))]
        return [
            "define i64 @kern(i64 %anfang, i64 %ende, ptr %off, ptr %bereich, ptr %P, ptr %C, ptr %O) {",
            "kopf:",
            f"%S = getelementptr i8, ptr %bereich, i64 {p.rand}",
            f"%B = getelementptr i8, ptr %S, i64 {p.basis}",
            f"%G = getelementptr i8, ptr %S, i64 {p.nummer}",
            f"%K = getelementptr i8, ptr %S, i64 {p.haushalt}",
            f"%D = getelementptr i8, ptr %S, i64 {p.weite}",
            f"%Z = getelementptr i8, ptr %S, i64 {p.zweifel}",
            "store <8 x i32> zeroinitializer, ptr %Z",
            "br label %runde",
            "runde:",
            "%h0 = phi i64 [ %anfang, %kopf ], [ %he, %ausgabe ]",
            "%oa = getelementptr i32, ptr %off, i64 %h0",
            "%b0 = load i32, ptr %oa",
            "%b = sext i32 %b0 to i64",
            f"call void @llvm.memset.p0.i64(ptr %D, i8 0, i64 {4 * (self.breite // LANES + 1)}, i1 false)",
            "%he = call i64 @block(i64 %h0, i64 %ende, ptr %off, ptr %B, ptr %G, ptr %K, ptr %D, i32 %b0, "
            "ptr %S, ptr %C)",
            "%oe = getelementptr i32, ptr %off, i64 %he",
            "%e0 = load i32, ptr %oe",
            "%n0 = sub i32 %e0, %b0",
            "%n = sext i32 %n0 to i64",
            "%m = sub i64 %he, %h0",
            *laden,
            "%v = call <8 x i32> @verweise(ptr %S, i64 %n)",
            *_halt("v", f"{FALSCHER_VERWEIS}", "regeln"),
            *rufe,
            "%z = load <8 x i32>, ptr %Z",
            *_halt("z", "%h0", "ausgabe"),
            "call void @ausgabe_person(ptr %S, ptr %P, i64 %n, i32 %b0, ptr %O)",
            "call void @ausgabe_haushalt(ptr %S, ptr %off, i64 %h0, i64 %m, ptr %O)",
            "%noch = icmp slt i64 %he, %ende",
            "br i1 %noch, label %runde, label %schluss",
            "schluss:",
            "ret i64 %ende",
            "}",
            "declare void @llvm.memset.p0.i64(ptr, i8, i64, i1)",
        ]


def _halt(maske: str, ergebnis: str, weiter: str) -> list[str]:
    """Return from the kernel where a mask has a bit set, else go on."""
    return [
        f"%{maske}1 = icmp ne <8 x i32> %{maske}, zeroinitializer",
        f"%{maske}8 = bitcast <8 x i1> %{maske}1 to i8",
        f"%{maske}.etwas = icmp ne i8 %{maske}8, 0",
        f"br i1 %{maske}.etwas, label %{maske}.halt, label %{weiter}",
        f"{maske}.halt:",
        f"ret i64 {ergebnis}",
        f"{weiter}:",
    ]


def bereich(m: Merkmal, breite: int) -> tuple[int, int]:
    """Bounds of a fact the reader of the columns has made sure of."""
    from sozialamt.rechenkern.kern.columns import grenzen_von

    lo, hi = grenzen_von(m)
    if m.art is Merkmalsart.VERWEIS:
        return lo, breite - 1
    return min(lo, m.art.neutral, m.vorgabe or 0), max(hi, m.art.neutral, m.vorgabe or 0)
