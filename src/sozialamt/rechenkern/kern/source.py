"""Text of the kernel: a function per stage of the schedule, and one that calls them block by block.

Each stage runs over all persons of a block before the next one begins, so that its machine code and its values stay
close to the processor. A value that lives on beyond its stage stands in a slot of the scratch area. How households come
to stand in a block is told in `rahmen`.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sozialamt.rechenkern.errors import Regelwerkfehler
from sozialamt.rechenkern.facts import Merkmal, Merkmalsart
from sozialamt.rechenkern.kern.checks import pruefung
from sozialamt.rechenkern.kern.collect import beim, beitrag, sammle
from sozialamt.rechenkern.kern.division import Code
from sozialamt.rechenkern.kern.loading import DATUM, LADEN
from sozialamt.rechenkern.kern.output import gib
from sozialamt.rechenkern.kern.rahmen import BLOCK, KERN, REIHEN, VORSPANN, hoehe
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

GROESSTE = 8
"""Persons a household of the usual kernel has at most."""
FALSCH = -1
"""What the kernel returns where a fact is out of bounds or somebody refers out of the household."""


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
    `geprueft` are the facts whose bounds the kernel checks; `bereich` is the size of the scratch area in bytes.
    """

    text: str
    spalten: tuple[Merkmal, ...]
    konstanten: Mapping[str, int]
    bedingte: Mapping[str, Merkmal]
    parameter: tuple[Parameterplatz, ...]
    ziele: tuple[str, ...]
    abgeleitete: tuple[tuple[str, str, tuple[str, ...]], ...]
    geprueft: tuple[str, ...]
    bereich: int


class Kernbauer:
    """Writes the source for one plan.

    `laengen` are the lengths of the table parameters, `grenzen` the bounds within which the numbers of each parameter
    and setting stay; `groesste` is the size of the largest household.
    """

    def __init__(
        self,
        sonderplan: Sonderplan,
        laengen: Mapping[str, int],
        grenzen: Mapping[str, tuple[int, int]],
        groesste: int = GROESSTE,
        eng: bool = True,
    ) -> None:
        self.groesste, self.grenzen, self.eng = groesste, grenzen, eng
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
        self.plaetze = Plaetze(groesste)
        self.schluessel: dict[str, int] = {}
        self.reiche: set[str] = set()

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
        return m is not None and m.art is Merkmalsart.BETRAG and bereich(m, self.groesste)[1] > ORDENTLICH

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
        return bis | {z: len(self.stufen) + 1 for z in self.plan.ziele}

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
        texte = [pruefung(self.plaetze, {m.name: m.art for m in self.spalten if m.name in self.bis})]
        for nummer, stufe in enumerate(self.stufen):
            self.plaetze.gib_frei(self.bis, nummer)
            if isinstance(stufe, Sammlung):
                texte.append(self._sammle(nummer, stufe))
            else:
                texte.append(Schleife(self, nummer).stufe(stufe.schritte))
        texte.append(Schleife(self, len(self.stufen)).ziele())
        zeilen = [VORSPANN, DATUM, LADEN, REIHEN, *texte, *self._ausgabe(), *self._kern(laden)]
        return Kernquelle(
            "\n".join(zeilen) + "\n",
            self.spalten,
            self.konstanten,
            self.bedingte,
            tuple(self.parameter.values()),
            self.plan.ziele,
            tuple((n, a.text, a.argumente) for n, a in self.abgeleitete.items()),
            tuple(m.name for m in self.spalten if self._wird_geprueft(m)),
            self.plaetze.ende,
        )

    def _wird_geprueft(self, m: Merkmal) -> bool:
        """Whether the kernel loads a fact and allows no more than the reader of the columns would."""
        from sozialamt.rechenkern.kern.columns import grenzen_von

        genau = m.art is Merkmalsart.VERWEIS or bereich(m, self.groesste) == grenzen_von(m)
        return m.name in self.bis and genau

    def _lade(self) -> list[str]:
        """Calls that bring the columns of a block into their slots."""
        zeilen = []
        for nummer, m in enumerate(self.spalten):
            if m.name not in self.bis:
                continue
            typ, (lo, hi) = (Typ.JA, (0, 1)) if m.einheit is Einheit.JA_NEIN else (Typ.I32, bereich(m, self.groesste))
            stelle = self.plaetze.belege(m.name, Wert(typ, "", lo, hi, False)).stelle
            ruf = "haushalt(ptr %C, i64 {0}, ptr %s{0}, ptr %haus, i64 %H, i64 %n)"
            if m.ebene != HAUSHALT:
                ruf = "person(ptr %C, i64 {0}, ptr %s{0}, ptr %wer, i64 %s, i64 %H, i64 %n, i64 %vorn)"
            zeilen.append(f"%s{nummer} = getelementptr i8, ptr %S, i64 {stelle}")
            zeilen.append(f"call void @lade_{ruf.format(nummer)}")
        return zeilen

    def _ausgabe(self) -> list[str]:
        """Functions that write the targets."""
        ziele = enumerate(self.plan.ziele)
        return [gib(i, self.plaetze.wo[z], self.plaetze, self.plan.ebene(z) == HAUSHALT) for i, z in ziele]

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
            return beim(name, verweis, ziele)
        paare = []
        for schritt in s.schritte:
            von = self.plaetze.wo[beitrag(schritt.name)]
            wert = von.wert
            if schritt.regel.art is Art.ANZAHL:
                wert = Wert(Typ.I32, "", 0, self.groesste, False)
            paare.append((schritt.regel.art, von, self.plaetze.belege(schritt.name, wert)))
        schluessel = None if s.ueber == HAUSHALT else self.schluesselplatz(s.ueber)
        return sammle(name, schluessel, paare, an=s.art is Art.SUMME_AN)

    def _kern(self, laden: Sequence[str]) -> list[str]:
        p, groessen = self.plaetze, range(1, self.groesste + 1)
        stufen = [f"call void @stufe_{i}(ptr %S, ptr %P, i64 %s, i64 %H, i64 %n)" for i in range(len(self.stufen) + 1)]
        ausgabe = [
            f"call void @gib_{i}(ptr %S, ptr %O, i64 {'%H' if self.plan.ebene(z) == HAUSHALT else '%n'})"
            for i, z in enumerate(self.plan.ziele)
        ]
        block = BLOCK.format(
            laden="\n".join(laden),
            stufen="\n".join(stufen),
            ausgabe="\n".join(ausgabe),
            falsch=FALSCH,
            **{n: getattr(p, n) for n in ("haus", "wer", "ort", "zweifel")},
        )
        kern = KERN.format(
            zahlen=p.zahlen,
            faecher=p.faecher,
            fach=p.fach,
            zahlenbyte=8 * (self.groesste + 1),
            groesste=self.groesste,
            anzahl=self.groesste + 1,
            hoehen=", ".join(f"i64 {h}" for h in (0, *map(hoehe, groessen))),
        )
        return [block, kern]


def bereich(m: Merkmal, groesste: int) -> tuple[int, int]:
    """Bounds of a fact: those of its column, and what may stand in where that has no value."""
    from sozialamt.rechenkern.kern.columns import grenzen_von

    lo, hi = grenzen_von(m)
    if m.art is Merkmalsart.VERWEIS:
        return lo, groesste - 1
    ersatz = [] if m.vorgabe is None else [m.vorgabe]
    if m.wenn or m.art is Merkmalsart.DATUM:
        ersatz.append(m.art.neutral)
    return min([lo, *ersatz]), max([hi, *ersatz])
