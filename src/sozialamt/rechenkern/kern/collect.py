"""Text of the collections: what each person contributes comes together over a group or along a link.

The members of a household stand one below the other, in the same lane. A person's group is known by a key, the place
of its first member in the household; a link is such a place, too.
"""

from __future__ import annotations

from collections.abc import Sequence

from sozialamt.rechenkern.kern.slots import Platz
from sozialamt.rechenkern.kern.wert import Typ
from sozialamt.rechenkern.rules import Art, Regel

STUFE = "ptr %S, ptr %P, i64 %s, i64 %H, i64 %n"
"""What every stage is called with."""
BEGINN = [
    "%S4 = getelementptr i32, ptr %S, i64 %q",
    "%S8 = getelementptr double, ptr %S, i64 %q",
]
ENDE = [
    "br label %fertig",
    "fertig:",
    "%weiter = add i64 %q, 8",
    "%noch = icmp slt i64 %weiter, %n",
    "br i1 %noch, label %runde, label %schluss",
    "schluss:",
    "ret void",
    "}",
]

_AUSSEN = """\
define internal void @{name}({stufe}) {{
kopf:
  br label %reihe
reihe:
  %i = phi i64 [ 0, %kopf ], [ %i1, %unten ]
  %iH = phi i64 [ 0, %kopf ], [ %iH1, %unten ]
  %ich = phi <8 x i32> [ zeroinitializer, %kopf ], [ %ich1, %unten ]
  br label %lage
lage:
  %h = phi i64 [ 0, %reihe ], [ %h1, %naechste ]
  %q = add i64 %iH, %h
{beginn}
{vorher}
  br label %innen
innen:
  %j = phi i64 [ 0, %lage ], [ %j1, %innen ]
  %r = phi i64 [ %h, %lage ], [ %r1, %innen ]
  %er = phi <8 x i32> [ zeroinitializer, %lage ], [ %er1, %innen ]
{staende}
  %T4 = getelementptr i32, ptr %S, i64 %r
  %T8 = getelementptr double, ptr %S, i64 %r
{schritt}
  %j1 = add i64 %j, 1
  %r1 = add i64 %r, %H
  %er1 = add <8 x i32> %er, splat (i32 1)
  %mehr = icmp slt i64 %j1, %s
  br i1 %mehr, label %innen, label %ablage
ablage:
{ablage}
  br label %naechste
naechste:
  %h1 = add i64 %h, 8
  %nochh = icmp slt i64 %h1, %H
  br i1 %nochh, label %lage, label %unten
unten:
  %i1 = add i64 %i, 1
  %iH1 = add i64 %iH, %H
  %ich1 = add <8 x i32> %ich, splat (i32 1)
  %nochi = icmp slt i64 %i1, {reihen}
  br i1 %nochi, label %reihe, label %schluss
schluss:
  ret void
}}"""
"""For each person (row `%i`) all members of the household in turn (row `%j`)."""

_ALLE = """\
  br label %zeile
zeile:
  %y = phi i64 [ %h, %ablage ], [ %y1, %zeile ]
  %S4y = getelementptr i32, ptr %S, i64 %y
  %S8y = getelementptr double, ptr %S, i64 %y
{ablage}
  %y1 = add i64 %y, %H
  %nochy = icmp slt i64 %y1, %n
  br i1 %nochy, label %zeile, label %abgelegt
abgelegt:"""
"""What is the same for the whole household is worked out once and written for everybody."""


def _lade(ziel: str, typ: Typ, stelle: int, ort: str = "%S") -> list[str]:
    return [
        f"{ziel}.a = getelementptr i8, ptr {ort}{typ.byte}, i64 {stelle}",
        f"{ziel} = load {typ.llvm}, ptr {ziel}.a, align {typ.byte}",
    ]


def _setze(wert: str, typ: Typ, stelle: int, zeile: str = "") -> list[str]:
    return [
        f"{wert}.z = getelementptr i8, ptr %S{typ.byte}{zeile}, i64 {stelle}",
        f"store {typ.llvm} {wert}, ptr {wert}.z, align {typ.byte}",
    ]


def beitrag(name: str) -> str:
    """Name under which a person's contribution to a rule is kept."""
    return f"beitrag {name}"


def beim(name: str, verweis: Platz, ziele: Sequence[tuple[Regel, Platz, Platz]]) -> str:
    """Value at the linked person, another one where there is none."""
    schritt = ["%e.b = icmp eq <8 x i32> %k, %er"]
    staende = []
    for i, (regel, von, nach) in enumerate(ziele):
        typ = nach.wert.typ
        schritt += [
            *_lade(f"%c{i}", typ, von.stelle, "%T"),
            f"%t{i} = select <8 x i1> %e.b, {typ.llvm} %c{i}, {typ.llvm} %s{i}",
        ]
        staende.append((typ, f"splat ({typ.element} {_zahl(regel.sonst, typ)})"))
    return _schleifen(name, staende, [n for _, _, n in ziele], _lade("%k", Typ.I32, verweis.stelle), schritt)


def _zahl(n: int, typ: Typ) -> str:
    if typ is Typ.JA:
        return "-1" if n else "0"
    return f"{n}.0" if typ is Typ.F64 else str(n)


def sammle(name: str, schluessel: int | None, paare: Sequence[tuple[Art, Platz, Platz]], an: bool) -> str:
    """Totals over everybody of one's household (without key), of one's group, or with `an` whose link is oneself."""
    vorher: list[str] = []
    schritt: list[str] = []
    maske = "" if schluessel is None else "%e"
    if schluessel is not None:
        vorher = [] if an else _lade("%k", Typ.I32, schluessel)
        schritt = [*_lade("%d", Typ.I32, schluessel, "%T"), *_gleich("%e", "%d", "%ich" if an else "%k")]
    staende = []
    for i, (art, von, _) in enumerate(paare):
        typ = von.wert.typ
        if art in (Art.MAXIMUM, Art.MINIMUM):
            vorher += _lade(f"%a{i}", typ, von.stelle)
        staende.append((typ, f"%a{i}" if art in (Art.MAXIMUM, Art.MINIMUM) else _anfang(art)))
        if art is Art.ANZAHL and von.wert.lo == 1 and maske:
            schritt.append(f"%t{i} = sub {typ.llvm} %s{i}, {maske}")
            continue
        schritt += _lade(f"%c{i}", typ, von.stelle, "%T")
        schritt += _verknuepft(f"%t{i}", f"%s{i}", f"%c{i}", maske, art, typ)
    return _schleifen(name, staende, [n for _, _, n in paare], vorher, schritt, alle=schluessel is None)


def _anfang(art: Art) -> str:
    return "splat (i32 -1)" if art is Art.ALLE else "zeroinitializer"


def _schleifen(
    name: str,
    staende: Sequence[tuple[Typ, str]],
    ziele: Sequence[Platz],
    vorher: Sequence[str],
    schritt: Sequence[str],
    alle: bool = False,
) -> str:
    """Function with running totals `%s…`, after each member `%t…`, kept in the slots of the results."""
    zeile = "y" if alle else ""
    ablage = [z for i, nach in enumerate(ziele) for z in _setze(f"%t{i}", nach.wert.typ, nach.stelle, zeile)]
    return _AUSSEN.format(
        name=name,
        stufe=STUFE,
        beginn="\n".join(BEGINN),
        vorher="\n".join(vorher),
        staende="\n".join(
            f"%s{i} = phi {typ.llvm} [ {beginn}, %lage ], [ %t{i}, %innen ]" for i, (typ, beginn) in enumerate(staende)
        ),
        schritt="\n".join(schritt),
        ablage=_ALLE.format(ablage="\n".join(ablage)) if alle else "\n".join(ablage),
        reihen="1" if alle else "%s",
    )


def _gleich(ziel: str, a: str, b: str) -> list[str]:
    """Mask, in both widths, of where two keys are the same."""
    return [
        f"{ziel}.b = icmp eq <8 x i32> {a}, {b}",
        f"{ziel} = sext <8 x i1> {ziel}.b to <8 x i32>",
        f"{ziel}.w = sext <8 x i32> {ziel} to <8 x i64>",
    ]


def _maskiert(ziel: str, wert: str, maske: str, typ: Typ) -> list[str]:
    if typ.byte == Typ.JA.byte:
        return [f"{ziel} = and <8 x i32> {wert}, {maske or 'splat (i32 -1)'}"]
    if not maske:
        return [f"{ziel} = bitcast {typ.llvm} {wert} to {typ.llvm}"]
    if typ is Typ.I64:
        return [f"{ziel} = and <8 x i64> {wert}, {maske}.w"]
    return [
        f"{ziel}.i = bitcast <8 x double> {wert} to <8 x i64>",
        f"{ziel}.m = and <8 x i64> {ziel}.i, {maske}.w",
        f"{ziel} = bitcast <8 x i64> {ziel}.m to <8 x double>",
    ]


def _verknuepft(ziel: str, alt: str, neu: str, maske: str, art: Art, typ: Typ) -> list[str]:
    """One more contribution, where the mask says it belongs (everywhere without one)."""
    if art in (Art.MAXIMUM, Art.MINIMUM):
        gleit, ganz = ("ogt", "sgt") if art is Art.MAXIMUM else ("olt", "slt")
        vergleich = f"fcmp {gleit}" if typ is Typ.F64 else f"icmp {ganz}"
        waehle = f"select <8 x i1> {maske}.b," if maske else "select <8 x i1> splat (i1 true),"
        return [
            f"{ziel}.n = {waehle} {typ.llvm} {neu}, {typ.llvm} {alt}",
            f"{ziel}.g = {vergleich} {typ.llvm} {ziel}.n, {alt}",
            f"{ziel} = select <8 x i1> {ziel}.g, {typ.llvm} {ziel}.n, {typ.llvm} {alt}",
        ]
    if art is Art.ALLE:
        return [
            f"{ziel}.m = xor <8 x i32> {maske or 'splat (i32 -1)'}, splat (i32 -1)",
            f"{ziel}.o = or <8 x i32> {neu}, {ziel}.m",
            f"{ziel} = and <8 x i32> {alt}, {ziel}.o",
        ]
    befehl = {Art.IRGENDEIN: "or", Art.ANZAHL: "sub"}.get(art, "fadd" if typ is Typ.F64 else "add")
    return [*_maskiert(f"{ziel}.x", neu, maske, typ), f"{ziel} = {befehl} {typ.llvm} {alt}, {ziel}.x"]
