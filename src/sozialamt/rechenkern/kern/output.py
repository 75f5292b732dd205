"""Text of what a block gives out: each target as a 64-bit integer where its person or household stands in the input."""

from __future__ import annotations

from sozialamt.rechenkern.kern.rahmen import je_lane
from sozialamt.rechenkern.kern.slots import Plaetze, Platz
from sozialamt.rechenkern.kern.wert import Typ

_FUNKTION = """\
define internal void @gib_{nummer}(ptr %S, ptr %O, i64 %anzahl) {{
kopf:
  %oa = getelementptr ptr, ptr %O, i64 {nummer}
  %ziel = load ptr, ptr %oa
  %wo = getelementptr i8, ptr %S, i64 {wo}
  %werte = getelementptr i8, ptr %S, i64 {stelle}
  br label %runde
runde:
  %q = phi i64 [ 0, %kopf ], [ %q1, %runde ]
  %i = getelementptr i32, ptr %wo, i64 %q
  %w = getelementptr {element}, ptr %werte, i64 %q
{alle}
  %q1 = add i64 %q, 8
  %noch = icmp slt i64 %q1, %anzahl
  br i1 %noch, label %runde, label %schluss
schluss:
  ret void
}}"""
_EINER = """\
  %ia{k} = getelementptr i32, ptr %i, i64 {k}
  %i{k} = load i32, ptr %ia{k}
  %a{k} = getelementptr {element}, ptr %w, i64 {k}
  %w{k} = load {element}, ptr %a{k}
{ganz}
  %l{k} = zext i32 %i{k} to i64
  %z{k} = getelementptr i64, ptr %ziel, i64 %l{k}
  store i64 %x{k}, ptr %z{k}"""
_GANZ = {
    Typ.JA: "  %m{k} = sub i32 0, %w{k}\n  %x{k} = sext i32 %m{k} to i64",
    Typ.I32: "  %x{k} = sext i32 %w{k} to i64",
    Typ.F64: "  %x{k} = fptosi double %w{k} to i64",
    Typ.WEIT: """\
  %g{k} = fptosi double %w{k} to i64
  %b{k} = getelementptr double, ptr %a{k}, i64 {breite}
  %c{k} = load double, ptr %b{k}
  %d{k} = fptosi double %c{k} to i64
  %x{k} = add i64 %g{k}, %d{k}""",
}


def gib(nummer: int, platz: Platz, plaetze: Plaetze, je_haushalt: bool) -> str:
    """Function that writes one target; of a household, whose value stands with each of its persons, once."""
    typ = platz.wert.typ

    def einer(k: int) -> str:
        return _EINER.format(k=k, element=typ.element, ganz=_GANZ[typ].format(k=k, breite=plaetze.breite))

    return _FUNKTION.format(
        nummer=nummer,
        wo=plaetze.haus if je_haushalt else plaetze.wer,
        stelle=platz.stelle,
        element=typ.element,
        alle=je_lane(einer),
    )
