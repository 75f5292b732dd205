"""The part of a kernel that is the same for every law: blocks of households, columns in, results out. LLVM text.

A block is a run of whole households with at most as many persons as a slot of the scratch area holds. `%S` is the
scratch area (each slot one value per person of the block), `%P` the parameters, `%C` the columns (address, kind, first
bit), `%O` the addresses of the results.
"""

from __future__ import annotations

VORSPANN = """\
declare <8 x i32> @llvm.smin.v8i32(<8 x i32>, <8 x i32>)
declare <8 x i32> @llvm.smax.v8i32(<8 x i32>, <8 x i32>)
declare <8 x i32> @llvm.umax.v8i32(<8 x i32>, <8 x i32>)
declare <8 x double> @llvm.fma.v8f64(<8 x double>, <8 x double>, <8 x double>)
declare <8 x double> @llvm.floor.v8f64(<8 x double>)
declare void @llvm.prefetch.p0(ptr, i32, i32, i32)
declare <8 x double> @llvm.fabs.v8f64(<8 x double>)
declare <8 x double> @llvm.copysign.v8f64(<8 x double>, <8 x double>)
declare <8 x i32> @llvm.masked.gather.v8i32.v8p0(<8 x ptr>, i32, <8 x i1>, <8 x i32>)
declare <8 x double> @llvm.masked.gather.v8f64.v8p0(<8 x ptr>, i32, <8 x i1>, <8 x double>)
declare void @llvm.masked.store.v8i64.p0(<8 x i64>, ptr, i32, <8 x i1>)
"""

LADEN = """\
define internal void @lade_person(ptr %C, i64 %nummer, ptr %ziel, i64 %b0, i64 %n) {
kopf:
  %cs = getelementptr [3 x i64], ptr %C, i64 %nummer
  %adresse = load i64, ptr %cs
  %daten = inttoptr i64 %adresse to ptr
  %c1 = getelementptr i64, ptr %cs, i64 1
  %art = load i64, ptr %c1
  %c2 = getelementptr i64, ptr %cs, i64 2
  %bit0 = load i64, ptr %c2
  %erstes = add i64 %bit0, %b0
  switch i64 %art, label %ganz [ i64 1, label %klein  i64 2, label %bits  i64 3, label %tage ]
ganz:
  %q0 = phi i64 [ 0, %kopf ], [ %w0, %ganz ]
  %i0 = add i64 %b0, %q0
  %a0 = getelementptr i32, ptr %daten, i64 %i0
  %voraus0 = getelementptr i8, ptr %a0, i64 512
  call void @llvm.prefetch.p0(ptr %voraus0, i32 0, i32 3, i32 1)
  %x0 = load <8 x i32>, ptr %a0, align 4
  %z0 = getelementptr i32, ptr %ziel, i64 %q0
  store <8 x i32> %x0, ptr %z0, align 4
  %w0 = add i64 %q0, 8
  %m0 = icmp slt i64 %w0, %n
  br i1 %m0, label %ganz, label %ende
klein:
  %q1 = phi i64 [ 0, %kopf ], [ %w1, %klein ]
  %i1 = add i64 %b0, %q1
  %a1 = getelementptr i8, ptr %daten, i64 %i1
  %x1 = load <8 x i8>, ptr %a1, align 1
  %y1 = sext <8 x i8> %x1 to <8 x i32>
  %z1 = getelementptr i32, ptr %ziel, i64 %q1
  store <8 x i32> %y1, ptr %z1, align 4
  %w1 = add i64 %q1, 8
  %m1 = icmp slt i64 %w1, %n
  br i1 %m1, label %klein, label %ende
bits:
  %q2 = phi i64 [ 0, %kopf ], [ %w2, %bits ]
  %i2 = add i64 %erstes, %q2
  %b2 = lshr i64 %i2, 3
  %a2 = getelementptr i8, ptr %daten, i64 %b2
  %x2 = load i16, ptr %a2, align 1
  %r2 = and i64 %i2, 7
  %s2 = trunc i64 %r2 to i16
  %y2 = lshr i16 %x2, %s2
  %t2 = trunc i16 %y2 to i8
  %v2 = bitcast i8 %t2 to <8 x i1>
  %u2 = sext <8 x i1> %v2 to <8 x i32>
  %z2 = getelementptr i32, ptr %ziel, i64 %q2
  store <8 x i32> %u2, ptr %z2, align 4
  %w2 = add i64 %q2, 8
  %m2 = icmp slt i64 %w2, %n
  br i1 %m2, label %bits, label %ende
tage:
  %q3 = phi i64 [ 0, %kopf ], [ %w3, %tage ]
  %i3 = add i64 %b0, %q3
  %a3 = getelementptr i32, ptr %daten, i64 %i3
  %voraus3 = getelementptr i8, ptr %a3, i64 512
  call void @llvm.prefetch.p0(ptr %voraus3, i32 0, i32 3, i32 1)
  %x3 = load <8 x i32>, ptr %a3, align 4
  %y3 = call <8 x i32> @jjjjmmtt(<8 x i32> %x3)
  %z3 = getelementptr i32, ptr %ziel, i64 %q3
  store <8 x i32> %y3, ptr %z3, align 4
  %w3 = add i64 %q3, 8
  %m3 = icmp slt i64 %w3, %n
  br i1 %m3, label %tage, label %ende
ende:
  ret void
}

define internal <8 x i32> @jjjjmmtt(<8 x i32> %tage) alwaysinline {
  %z = add <8 x i32> %tage, splat (i32 719468)
  %era = udiv <8 x i32> %z, splat (i32 146097)
  %era400 = mul <8 x i32> %era, splat (i32 400)
  %e1 = mul <8 x i32> %era, splat (i32 146097)
  %doe = sub <8 x i32> %z, %e1
  %d1 = udiv <8 x i32> %doe, splat (i32 1460)
  %d2 = udiv <8 x i32> %doe, splat (i32 36524)
  %d3 = udiv <8 x i32> %doe, splat (i32 146096)
  %y1 = sub <8 x i32> %doe, %d1
  %y2 = add <8 x i32> %y1, %d2
  %y3 = sub <8 x i32> %y2, %d3
  %yoe = udiv <8 x i32> %y3, splat (i32 365)
  %f1 = mul <8 x i32> %yoe, splat (i32 365)
  %f2 = lshr <8 x i32> %yoe, splat (i32 2)
  %f3 = udiv <8 x i32> %yoe, splat (i32 100)
  %f4 = add <8 x i32> %f1, %f2
  %f5 = sub <8 x i32> %f4, %f3
  %doy = sub <8 x i32> %doe, %f5
  %g1 = mul <8 x i32> %doy, splat (i32 5)
  %g2 = add <8 x i32> %g1, splat (i32 2)
  %mp = udiv <8 x i32> %g2, splat (i32 153)
  %g3 = mul <8 x i32> %mp, splat (i32 153)
  %g4 = add <8 x i32> %g3, splat (i32 2)
  %g5 = udiv <8 x i32> %g4, splat (i32 5)
  %g6 = sub <8 x i32> %doy, %g5
  %tag = add <8 x i32> %g6, splat (i32 1)
  %frueh = icmp slt <8 x i32> %mp, splat (i32 10)
  %m1 = add <8 x i32> %mp, splat (i32 3)
  %m2 = sub <8 x i32> %mp, splat (i32 9)
  %monat = select <8 x i1> %frueh, <8 x i32> %m1, <8 x i32> %m2
  %j1 = add <8 x i32> %yoe, %era400
  %j2 = select <8 x i1> %frueh, <8 x i32> zeroinitializer, <8 x i32> splat (i32 1)
  %jahr = add <8 x i32> %j1, %j2
  %h1 = mul <8 x i32> %jahr, splat (i32 10000)
  %h2 = mul <8 x i32> %monat, splat (i32 100)
  %h3 = add <8 x i32> %h1, %h2
  %h4 = add <8 x i32> %h3, %tag
  ret <8 x i32> %h4
}

define internal void @gib(ptr %O, i64 %nummer, i64 %i, i64 %rest, <8 x i64> %wert) {
  %os = getelementptr ptr, ptr %O, i64 %nummer
  %ziel = load ptr, ptr %os
  %wo = getelementptr i64, ptr %ziel, i64 %i
  %ganz = icmp sge i64 %rest, 8
  br i1 %ganz, label %alle, label %einige
alle:
  store <8 x i64> %wert, ptr %wo, align 8
  ret void
einige:
  %r1 = insertelement <8 x i64> poison, i64 %rest, i32 0
  %r8 = shufflevector <8 x i64> %r1, <8 x i64> poison, <8 x i32> zeroinitializer
  %da = icmp slt <8 x i64> <i64 0, i64 1, i64 2, i64 3, i64 4, i64 5, i64 6, i64 7>, %r8
  call void @llvm.masked.store.v8i64.p0(<8 x i64> %wert, ptr %wo, i32 8, <8 x i1> %da)
  ret void
}
"""

HAUSHALTSSPALTE = {
    "kopf": """\
  %cs{nummer} = getelementptr [3 x i64], ptr %C, i64 {nummer}
  %ca{nummer} = load i64, ptr %cs{nummer}
  %cd{nummer} = inttoptr i64 %ca{nummer} to ptr
  %cz{nummer} = getelementptr i8, ptr %S, i64 {stelle}""",
    "haushalt": """\
  %cw{nummer} = getelementptr i32, ptr %cd{nummer}, i64 %h
  %cx{nummer} = load i32, ptr %cw{nummer}
  %cy{nummer} = insertelement <8 x i32> poison, i32 %cx{nummer}, i32 0
  %cv{nummer} = shufflevector <8 x i32> %cy{nummer}, <8 x i32> poison, <8 x i32> zeroinitializer""",
    "person": """\
  %cp{nummer} = getelementptr i32, ptr %cz{nummer}, i64 %q
  store <8 x i32> %cv{nummer}, ptr %cp{nummer}, align 4""",
}
"""What the filling of a block does for each column of households: its value goes to every person."""

BLOCK = """\
define internal i64 @block(i64 %h0, i64 %ende, ptr %off, ptr %B, ptr %G, ptr %K, ptr %D, i32 %b0, ptr %S, ptr %C) {{
kopf:
  %R = getelementptr i8, ptr %S, i64 {groesse}
{kopf}
  br label %haushalt
haushalt:
  %h = phi i64 [ %h0, %kopf ], [ %h1, %fertig ]
  %oa = getelementptr i32, ptr %off, i64 %h
  %a0 = load i32, ptr %oa
  %oe = getelementptr i32, ptr %oa, i64 1
  %e0 = load i32, ptr %oe
  %a = sub i32 %a0, %b0
  %e = sub i32 %e0, %b0
  %voll = icmp sgt i32 %e, {breite}
  br i1 %voll, label %schluss, label %fuelle
fuelle:
  %g64 = sub i64 %h, %h0
  %g = trunc i64 %g64 to i32
  %a64 = sext i32 %a to i64
  %e64 = sext i32 %e to i64
  %k = add i32 %a, %b0
  %gr = sub i32 %e, %a
  %weite = sub i32 %gr, 1
  %bv1 = insertelement <8 x i32> poison, i32 %a, i32 0
  %bv = shufflevector <8 x i32> %bv1, <8 x i32> poison, <8 x i32> zeroinitializer
  %rv1 = insertelement <8 x i32> poison, i32 %gr, i32 0
  %rv = shufflevector <8 x i32> %rv1, <8 x i32> poison, <8 x i32> zeroinitializer
  %gv1 = insertelement <8 x i32> poison, i32 %g, i32 0
  %gv = shufflevector <8 x i32> %gv1, <8 x i32> poison, <8 x i32> zeroinitializer
  %kv1 = insertelement <8 x i32> poison, i32 %k, i32 0
  %kv = shufflevector <8 x i32> %kv1, <8 x i32> poison, <8 x i32> zeroinitializer
{haushalt}
  br label %person
person:
  %q = phi i64 [ %a64, %fuelle ], [ %q1, %person ]
  %ba = getelementptr i32, ptr %B, i64 %q
  store <8 x i32> %bv, ptr %ba, align 4
  %ra = getelementptr i32, ptr %R, i64 %q
  store <8 x i32> %rv, ptr %ra, align 4
  %ga = getelementptr i32, ptr %G, i64 %q
  store <8 x i32> %gv, ptr %ga, align 4
  %ka = getelementptr i32, ptr %K, i64 %q
  store <8 x i32> %kv, ptr %ka, align 4
{person}
  %q1 = add i64 %q, 8
  %mehr = icmp slt i64 %q1, %e64
  br i1 %mehr, label %person, label %weiten
weiten:
  %c0 = lshr i64 %a64, 3
  %l = sub i64 %e64, 1
  %c9 = lshr i64 %l, 3
  br label %achtel
achtel:
  %c = phi i64 [ %c0, %weiten ], [ %c1, %achtel ]
  %da = getelementptr i32, ptr %D, i64 %c
  %d = load i32, ptr %da
  %neu = icmp eq i64 %c, %c9
  %mitte = and i64 %l, 7
  %x = call i32 @llvm.smax.i32(i32 %d, i32 %weite)
  store i32 %x, ptr %da
  %c1 = add i64 %c, 1
  %nochc = icmp sle i64 %c1, %c9
  br i1 %nochc, label %achtel, label %fertig
fertig:
  %h1 = add i64 %h, 1
  %nochh = icmp slt i64 %h1, %ende
  br i1 %nochh, label %haushalt, label %schluss
schluss:
  %hz = phi i64 [ %h, %haushalt ], [ %h1, %fertig ]
  %oz = getelementptr i32, ptr %off, i64 %hz
  %n0 = load i32, ptr %oz
  %n = sub i32 %n0, %b0
  %n64 = sext i32 %n to i64
  %bz = getelementptr i32, ptr %B, i64 %n64
  store <8 x i32> zeroinitializer, ptr %bz, align 4
  %gz = getelementptr i32, ptr %G, i64 %n64
  store <8 x i32> zeroinitializer, ptr %gz, align 4
  %kz = getelementptr i32, ptr %K, i64 %n64
  store <8 x i32> splat (i32 -1), ptr %kz, align 4
  ret i64 %hz
}}
declare i32 @llvm.smax.i32(i32, i32)
"""
