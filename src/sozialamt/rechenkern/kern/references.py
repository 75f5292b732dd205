"""Text of the check that nobody in a block refers out of the household, and that partners name each other.

It runs where the columns of the block have just been loaded; checking before would mean reading them from memory once
more. What is wrong is only found here, not explained: the kernel stops, and the reader of the columns names the rows.
"""

from __future__ import annotations

from collections.abc import Mapping

from sozialamt.rechenkern.kern.collect import NUMMERN
from sozialamt.rechenkern.kern.slots import Plaetze, Platz

_KOPF = """\
define internal <8 x i32> @verweise(ptr %S, i64 %n) {{
kopf:
  %n32 = trunc i64 %n to i32
  %n1 = insertelement <8 x i32> poison, i32 %n32, i32 0
  %n8 = shufflevector <8 x i32> %n1, <8 x i32> poison, <8 x i32> zeroinitializer
  %basen = getelementptr i8, ptr %S, i64 {basis}
  %groessen = getelementptr i8, ptr %S, i64 {groesse}
  br label %runde
runde:
  %q = phi i64 [ 0, %kopf ], [ %weiter, %runde ]
  %falsch = phi <8 x i32> [ zeroinitializer, %kopf ], [ %alles, %runde ]
  %q32 = trunc i64 %q to i32
  %q1 = insertelement <8 x i32> poison, i32 %q32, i32 0
  %q8 = shufflevector <8 x i32> %q1, <8 x i32> poison, <8 x i32> zeroinitializer
  %wer = add <8 x i32> %q8, <{nummern}>
  %da = icmp slt <8 x i32> %wer, %n8
  %ab = getelementptr i32, ptr %basen, i64 %q
  %basis = load <8 x i32>, ptr %ab, align 4
  %ag = getelementptr i32, ptr %groessen, i64 %q
  %groesse = load <8 x i32>, ptr %ag, align 4
"""
_HINAUS = """\
  %s{i} = getelementptr i8, ptr %S, i64 {stelle}
  %a{i} = getelementptr i32, ptr %s{i}, i64 %q
  %v{i} = load <8 x i32>, ptr %a{i}, align 4
  %h{i} = icmp sge <8 x i32> %v{i}, %groesse
"""
_PARTNER = """\
  %mit = icmp sge <8 x i32> %v{i}, zeroinitializer
  %darin = icmp slt <8 x i32> %v{i}, %groesse
  %gilt0 = and <8 x i1> %mit, %darin
  %gilt = and <8 x i1> %gilt0, %da
  %j0 = add <8 x i32> %v{i}, %basis
  %j1 = select <8 x i1> %gilt, <8 x i32> %j0, <8 x i32> zeroinitializer
  %j = sext <8 x i32> %j1 to <8 x i64>
  %dort = getelementptr i32, ptr %s{i}, <8 x i64> %j
  %zurueck = call <8 x i32> @llvm.masked.gather.v8i32.v8p0(
    <8 x ptr> %dort, i32 4, <8 x i1> splat (i1 true), <8 x i32> poison)
  %ich = sub <8 x i32> %wer, %basis
  %andere = icmp ne <8 x i32> %zurueck, %ich
  %selbst = icmp eq <8 x i32> %v{i}, %ich
  %untreu = or <8 x i1> %andere, %selbst
  %einseitig = and <8 x i1> %untreu, %gilt
"""
_ENDE = """\
  %bit = and <8 x i1> {summe}, %da
  %neu = sext <8 x i1> %bit to <8 x i32>
  %alles = or <8 x i32> %falsch, %neu
  %weiter = add i64 %q, 8
  %noch = icmp slt i64 %weiter, %n
  br i1 %noch, label %runde, label %schluss
schluss:
  ret <8 x i32> %alles
}}
"""


def pruefung(plaetze: Plaetze, verweise: Mapping[str, Platz]) -> str:
    """Function that tells, for each of eight lanes, whether somebody in the block refers wrongly (all bits set)."""
    zeilen, gruende = [_KOPF.format(basis=plaetze.basis, groesse=plaetze.groesse, nummern=NUMMERN)], []
    for i, (name, platz) in enumerate(verweise.items()):
        zeilen.append(_HINAUS.format(i=i, stelle=platz.stelle))
        gruende.append(f"%h{i}")
        if name == "partner":
            zeilen.append(_PARTNER.format(i=i))
            gruende.append("%einseitig")
    summe = gruende[0] if gruende else "zeroinitializer"
    for i, grund in enumerate(gruende[1:]):
        zeilen.append(f"  %o{i} = or <8 x i1> {summe}, {grund}\n")
        summe = f"%o{i}"
    return "".join([*zeilen, _ENDE.format(summe=summe)])
