"""Text of the check that facts stay within their bounds, nobody refers out of the household and partners are mutual.

It runs where the columns of the block have just been loaded; checking before would mean reading them from memory once
more. What is wrong is only found here, not explained: the kernel stops, and the reader of the columns names the rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sozialamt.rechenkern.facts import Merkmalsart
from sozialamt.rechenkern.kern.slots import Plaetze, Platz
from sozialamt.rechenkern.kern.wert import Typ

_ART = Typ.I32.llvm
_ALLE = (-(2**31), 2**31 - 1)

_KOPF = """\
define internal <8 x i32> @pruefe(ptr %S, i64 %s, i64 %H, i64 %n) {{
kopf:
  %s32 = trunc i64 %s to i32
  %s1 = insertelement <8 x i32> poison, i32 %s32, i32 0
  %s8 = shufflevector <8 x i32> %s1, <8 x i32> poison, <8 x i32> zeroinitializer
  %orte = getelementptr i8, ptr %S, i64 {ort}
  br label %runde
runde:
  %q = phi i64 [ 0, %kopf ], [ %weiter, %fertig ]
  %h = phi i64 [ 0, %kopf ], [ %hn, %fertig ]
  %falsch = phi <8 x i32> [ zeroinitializer, %kopf ], [ %alles, %fertig ]
"""
_PARTNER = """\
  %partner = getelementptr i8, ptr %S, i64 {stelle}
  %pa = getelementptr i32, ptr %partner, i64 %q
  %p = load <8 x i32>, ptr %pa, align 4
  %ao = getelementptr i32, ptr %orte, i64 %q
  %ort = load <8 x i32>, ptr %ao, align 4
  %selbst1 = icmp eq <8 x i32> %p, %ort
  %selbst = sext <8 x i1> %selbst1 to <8 x i32>
  br label %innen
innen:
  %j = phi i64 [ 0, %runde ], [ %j1, %innen ]
  %r = phi i64 [ %h, %runde ], [ %r1, %innen ]
  %er = phi <8 x i32> [ zeroinitializer, %runde ], [ %er1, %innen ]
  %u = phi <8 x i32> [ %selbst, %runde ], [ %untreu, %innen ]
  %dort = getelementptr i32, ptr %partner, i64 %r
  %zurueck = load <8 x i32>, ptr %dort, align 4
  %dieser = icmp eq <8 x i32> %p, %er
  %anders = icmp ne <8 x i32> %zurueck, %ort
  %einseitig = and <8 x i1> %dieser, %anders
  %e = sext <8 x i1> %einseitig to <8 x i32>
  %untreu = or <8 x i32> %u, %e
  %j1 = add i64 %j, 1
  %r1 = add i64 %r, %H
  %er1 = add <8 x i32> %er, splat (i32 1)
  %mehr = icmp slt i64 %j1, %s
  br i1 %mehr, label %innen, label %fertig
"""
_ENDE = """\
fertig:
  %alles = or <8 x i32> {alles}, {partner}
  %weiter = add i64 %q, 8
  %h8 = add i64 %h, 8
  %unten = icmp sge i64 %h8, %H
  %hn = select i1 %unten, i64 0, i64 %h8
  %noch = icmp slt i64 %weiter, %n
  br i1 %noch, label %runde, label %schluss
schluss:
  ret <8 x i32> %alles
}}
"""


def pruefung(plaetze: Plaetze, spalten: Mapping[str, Merkmalsart]) -> str:
    """Function that tells, for each of eight lanes, whether a fact of somebody in the block is wrong (bits set)."""
    gruppen: dict[tuple[int, int] | None, list[Platz]] = {}
    for name, art in spalten.items():
        platz = plaetze.wo[name]
        grenzen = platz.wert.lo, platz.wert.hi
        if platz.wert.typ is Typ.I32 and grenzen != _ALLE:
            gruppen.setdefault(None if art is Merkmalsart.VERWEIS else grenzen, []).append(platz)
    zeilen: list[str] = []
    alles = "%falsch"
    for nummer, (bereich, dabei) in enumerate(gruppen.items()):
        zeilen += _ausserhalb(f"%g{nummer}", bereich, dabei)
        zeilen.append(f"  %f{nummer} = or {_ART} {alles}, %g{nummer}")
        alles = f"%f{nummer}"
    partner = plaetze.wo.get("partner") if spalten.get("partner") is Merkmalsart.VERWEIS else None
    ende = _PARTNER.format(stelle=partner.stelle) if partner else "  br label %fertig\n"
    text = [_KOPF.format(ort=plaetze.ort), "\n".join(zeilen), "\n", ende]
    return "".join([*text, _ENDE.format(alles=alles, partner="%untreu" if partner else "zeroinitializer")])


def _ausserhalb(ziel: str, grenzen: tuple[int, int] | None, dabei: Sequence[Platz]) -> Iterator[str]:
    """Mask of who leaves the bounds all these share (None: the household); without sign what is below is above, too."""
    lo, weite = (-1, "%s8") if grenzen is None else (grenzen[0], f"splat (i32 {grenzen[1] - grenzen[0]})")
    hoechstes = ""
    for i, platz in enumerate(dabei):
        x = f"{ziel}.{i}"
        yield f"  {x}a = getelementptr i8, ptr %S, i64 {platz.stelle}"
        yield f"  {x}b = getelementptr i32, ptr {x}a, i64 %q"
        yield f"  {x}v = load {_ART}, ptr {x}b, align 4"
        yield f"  {x}d = sub {_ART} {x}v, splat (i32 {lo})"
        if hoechstes:
            yield f"  {x}m = call {_ART} @llvm.umax.v8i32({_ART} {hoechstes}, {_ART} {x}d)"
        hoechstes = f"{x}m" if hoechstes else f"{x}d"
    yield f"  {ziel}.zu = icmp ugt {_ART} {hoechstes}, {weite}"
    yield f"  {ziel} = sext <8 x i1> {ziel}.zu to {_ART}"
