"""The part of a kernel that is the same for every law: households in blocks, columns in, results out. LLVM text.

A block holds households of one size, eight of them side by side at least: the first members of all, then the second
members, and so on. Whoever belongs together therefore stands in the same lane, and nothing of one lane ever reaches
another. Households come in any order of size; each waits in the tray of its size until there are enough for a block.
A block that is not full repeats its last household, whose results are then simply written more than once.

`%S` is the scratch area (each slot one value per person of the block), `%P` the parameters, `%C` the columns (address,
kind, first bit), `%O` the addresses of the results; `%s` is the size of the households of a block, `%H` how many it
holds, `%n` how many persons; `%vorn` is the person the way through the table has come to.
"""

from __future__ import annotations

from collections.abc import Callable

from sozialamt.rechenkern.kern.wert import LANES

BREITE = 96
"""Persons of a block, unless eight households of their size are more."""

VORSPANN = """\
declare <8 x i32> @llvm.smin.v8i32(<8 x i32>, <8 x i32>)
declare <8 x i32> @llvm.smax.v8i32(<8 x i32>, <8 x i32>)
declare <8 x i32> @llvm.umax.v8i32(<8 x i32>, <8 x i32>)
declare <8 x double> @llvm.fma.v8f64(<8 x double>, <8 x double>, <8 x double>)
declare <8 x double> @llvm.floor.v8f64(<8 x double>)
declare <8 x double> @llvm.fabs.v8f64(<8 x double>)
declare <8 x double> @llvm.copysign.v8f64(<8 x double>, <8 x double>)
declare void @llvm.prefetch.p0(ptr, i32, i32, i32)
declare void @llvm.memcpy.p0.p0.i64(ptr, ptr, i64, i1)
"""


def hoehe(groesse: int) -> int:
    """Households of a size in a full block: a multiple of eight."""
    return max(LANES, BREITE // groesse // LANES * LANES)


def je_lane(zeilen: Callable[[int], str]) -> str:
    """The same text for each of eight lanes."""
    return "\n".join(zeilen(k) for k in range(LANES))


REIHEN = """\
define internal void @reihen(ptr %fach, i64 %m, ptr %off, ptr %haus, ptr %wer, ptr %ort, i64 %H, i64 %n) {
kopf:
  %m0 = sub i64 %m, 1
  %letzter = getelementptr i32, ptr %fach, i64 %m0
  %l = load i32, ptr %letzter
  %l1 = insertelement <8 x i32> poison, i32 %l, i32 0
  %l8 = shufflevector <8 x i32> %l1, <8 x i32> poison, <8 x i32> zeroinitializer
  %danach = getelementptr i32, ptr %fach, i64 %m
  store <8 x i32> %l8, ptr %danach, align 4
  br label %haushalt
haushalt:
  %h = phi i64 [ 0, %kopf ], [ %h1, %haushalt ]
  %fa = getelementptr i32, ptr %fach, i64 %h
  %k = load i32, ptr %fa
  %ha = getelementptr i32, ptr %haus, i64 %h
  store i32 %k, ptr %ha
  %k64 = zext i32 %k to i64
  %oa = getelementptr i32, ptr %off, i64 %k64
  %o = load i32, ptr %oa
  %wa = getelementptr i32, ptr %wer, i64 %h
  store i32 %o, ptr %wa
  %ra = getelementptr i32, ptr %ort, i64 %h
  store i32 0, ptr %ra
  %h1 = add i64 %h, 1
  %nochh = icmp slt i64 %h1, %H
  br i1 %nochh, label %haushalt, label %reihe
reihe:
  %q = phi i64 [ 0, %haushalt ], [ %q1, %person ]
  %z = add i64 %q, %H
  %noch = icmp slt i64 %z, %n
  br i1 %noch, label %person, label %schluss
person:
  %wv = getelementptr i32, ptr %wer, i64 %q
  %w = load <8 x i32>, ptr %wv, align 4
  %w1 = add <8 x i32> %w, splat (i32 1)
  %wn = getelementptr i32, ptr %wer, i64 %z
  store <8 x i32> %w1, ptr %wn, align 4
  %rv = getelementptr i32, ptr %ort, i64 %q
  %r = load <8 x i32>, ptr %rv, align 4
  %r1 = add <8 x i32> %r, splat (i32 1)
  %rn = getelementptr i32, ptr %ort, i64 %z
  store <8 x i32> %r1, ptr %rn, align 4
  %q1 = add i64 %q, 8
  br label %reihe
schluss:
  ret void
}
"""
"""Who stands where in a block: number of the household and, of each person, number and place in the household."""

KERN = """\
define i64 @kern(i64 %anfang, i64 %ende, ptr %liste, ptr %off, ptr %S, ptr %P, ptr %C, ptr %O, ptr %offen) {{
kopf:
  %zahlen = getelementptr i8, ptr %S, i64 {zahlen}
  %faecher = getelementptr i8, ptr %S, i64 {faecher}
  call void @llvm.memset.p0.i64(ptr %zahlen, i8 0, i64 {zahlenbyte}, i1 false)
  %aufgezaehlt = icmp ne ptr %liste, null
  %etwas = icmp slt i64 %anfang, %ende
  br i1 %etwas, label %haushalt, label %rest
haushalt:
  %k = phi i64 [ %anfang, %kopf ], [ %k1, %naechster ]
  %d = phi i64 [ 0, %kopf ], [ %d1, %naechster ]
  br i1 %aufgezaehlt, label %aus_liste, label %groesse
aus_liste:
  %la = getelementptr i32, ptr %liste, i64 %k
  %l = load i32, ptr %la
  %l64 = zext i32 %l to i64
  br label %groesse
groesse:
  %h = phi i64 [ %k, %haushalt ], [ %l64, %aus_liste ]
  %h32 = trunc i64 %h to i32
  %oa = getelementptr i32, ptr %off, i64 %h
  %ob = getelementptr i32, ptr %oa, i64 1
  %a = load i32, ptr %oa
  %b = load i32, ptr %ob
  %s32 = sub i32 %b, %a
  %s = zext i32 %s32 to i64
  %s_1 = sub i64 %s, 1
  %passt = icmp ult i64 %s_1, {groesste}
  br i1 %passt, label %legen, label %anders
anders:
  %da = getelementptr i32, ptr %offen, i64 %d
  store i32 %h32, ptr %da
  %d2 = add i64 %d, 1
  br label %naechster
legen:
  %za = getelementptr i64, ptr %zahlen, i64 %s
  %z = load i64, ptr %za
  %fa = getelementptr [{fach} x i32], ptr %faecher, i64 %s
  %fz = getelementptr i32, ptr %fa, i64 %z
  store i32 %h32, ptr %fz
  %z1 = add i64 %z, 1
  store i64 %z1, ptr %za
  %ha = getelementptr i64, ptr @hoehen, i64 %s
  %voll = load i64, ptr %ha
  %leeren = icmp eq i64 %z1, %voll
  br i1 %leeren, label %block, label %naechster
block:
  store i64 0, ptr %za
  %vorn = zext i32 %b to i64
  %d3 = call i64 @block(
    i64 %s, i64 %z1, ptr %fa, ptr %off, ptr %S, ptr %P, ptr %C, ptr %O, ptr %offen, i64 %d, i64 %vorn)
  %falsch = icmp slt i64 %d3, 0
  br i1 %falsch, label %schluss, label %naechster
naechster:
  %d1 = phi i64 [ %d2, %anders ], [ %d, %legen ], [ %d3, %block ]
  %k1 = add i64 %k, 1
  %noch = icmp slt i64 %k1, %ende
  br i1 %noch, label %haushalt, label %rest
rest:
  %e0 = phi i64 [ 0, %kopf ], [ %d1, %naechster ]
  br label %fach
fach:
  %t = phi i64 [ 1, %rest ], [ %t1, %naechstes ]
  %e = phi i64 [ %e0, %rest ], [ %e1, %naechstes ]
  %ra = getelementptr i64, ptr %zahlen, i64 %t
  %r = load i64, ptr %ra
  %leer = icmp eq i64 %r, 0
  br i1 %leer, label %naechstes, label %letzter
letzter:
  %ta = getelementptr [{fach} x i32], ptr %faecher, i64 %t
  %e2 = call i64 @block(
    i64 %t, i64 %r, ptr %ta, ptr %off, ptr %S, ptr %P, ptr %C, ptr %O, ptr %offen, i64 %e, i64 0)
  %falsch2 = icmp slt i64 %e2, 0
  br i1 %falsch2, label %schluss, label %naechstes
naechstes:
  %e1 = phi i64 [ %e, %fach ], [ %e2, %letzter ]
  %t1 = add i64 %t, 1
  %nocht = icmp sle i64 %t1, {groesste}
  br i1 %nocht, label %fach, label %schluss
schluss:
  %ergebnis = phi i64 [ %d3, %block ], [ %e2, %letzter ], [ %e1, %naechstes ]
  ret i64 %ergebnis
}}
@hoehen = internal constant [{anzahl} x i64] [{hoehen}]
declare void @llvm.memset.p0.i64(ptr, i8, i64, i1)
"""
"""The way through the households: returns how many are left over in `offen`, or `FALSCH`."""

BLOCK = """\
define internal i64 @block(
  i64 %s, i64 %m, ptr %fach, ptr %off, ptr %S, ptr %P, ptr %C, ptr %O, ptr %offen, i64 %d, i64 %vorn) {{
kopf:
  %m7 = add i64 %m, 7
  %H = and i64 %m7, -8
  %n = mul i64 %H, %s
  %haus = getelementptr i8, ptr %S, i64 {haus}
  %wer = getelementptr i8, ptr %S, i64 {wer}
  %ort = getelementptr i8, ptr %S, i64 {ort}
  %Z = getelementptr i8, ptr %S, i64 {zweifel}
  store <8 x i32> zeroinitializer, ptr %Z
  call void @reihen(ptr %fach, i64 %m, ptr %off, ptr %haus, ptr %wer, ptr %ort, i64 %H, i64 %n)
{laden}
  %v = call <8 x i32> @pruefe(ptr %S, i64 %s, i64 %H, i64 %n)
  %v1 = icmp ne <8 x i32> %v, zeroinitializer
  %v8 = bitcast <8 x i1> %v1 to i8
  %falsch = icmp ne i8 %v8, 0
  br i1 %falsch, label %halt, label %regeln
halt:
  ret i64 {falsch}
regeln:
{stufen}
  %z = load <8 x i32>, ptr %Z
  %z1 = icmp ne <8 x i32> %z, zeroinitializer
  %z8 = bitcast <8 x i1> %z1 to i8
  %zweifel = icmp ne i8 %z8, 0
  br i1 %zweifel, label %nochmals, label %aus
nochmals:
  %da = getelementptr i32, ptr %offen, i64 %d
  %byte = mul i64 %m, 4
  call void @llvm.memcpy.p0.p0.i64(ptr %da, ptr %fach, i64 %byte, i1 false)
  %dm = add i64 %d, %m
  ret i64 %dm
aus:
{ausgabe}
  ret i64 %d
}}
"""
"""One block: what it returns is `%d`, raised by the households a doubt leaves over in `offen`."""
