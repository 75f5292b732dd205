"""Text that brings the columns of a block from memory to their slots: first the first members of all households, then
the second ones, and so on.

Of every two members of a household both come with one access; truth values come as the bits of up to eight members.
"""

from __future__ import annotations

from sozialamt.rechenkern.kern.column import TAG_0, TAGE
from sozialamt.rechenkern.kern.rahmen import je_lane


def _einzeln(marke: str, element: str, wandle: str = "") -> str:
    """Loop that copies numbers from where an index says, one by one, eight a round."""
    q = f"%q{marke}"

    def eines(k: int) -> str:
        x = f"{marke}{k}"
        wert = f"%w{x} = {wandle} {element} %x{x} to i32" if wandle else f"%w{x} = or i32 %x{x}, 0"
        return f"""\
  %i{x} = getelementptr i32, ptr %j{marke}, i64 {k}
  %k{x} = load i32, ptr %i{x}
  %l{x} = zext i32 %k{x} to i64
  %a{x} = getelementptr {element}, ptr %daten, i64 %l{x}
  %x{x} = load {element}, ptr %a{x}
  {wert}
  %z{x} = getelementptr i32, ptr %t{marke}, i64 {k}
  store i32 %w{x}, ptr %z{x}"""

    return f"""\
{marke}:
  {q} = phi i64 [ 0, %kopf ], [ %r{marke}, %{marke} ]
  %j{marke} = getelementptr i32, ptr %wo, i64 {q}
  %t{marke} = getelementptr i32, ptr %ziel, i64 {q}
{je_lane(eines)}
  %r{marke} = add i64 {q}, 8
  %m{marke} = icmp slt i64 %r{marke}, %anzahl
  br i1 %m{marke}, label %{marke}, label %ende"""


def _zwei_byte(k: int) -> str:
    """Two bytes of a column of bits, for one of eight households."""
    vorher = f"%y{k - 1}" if k else "poison"
    return f"""\
  %b{k} = extractelement <8 x i32> %byte, i32 {k}
  %c{k} = zext i32 %b{k} to i64
  %p{k} = getelementptr i8, ptr %daten, i64 %c{k}
  %x{k} = load i16, ptr %p{k}, align 1
  %y{k} = insertelement <8 x i16> {vorher}, i16 %x{k}, i32 {k}"""


def _liste(*zahlen: int) -> str:
    return ", ".join(f"i32 {z}" for z in zahlen)


_ALLE8, _GERADE, _UNGERADE = (
    _liste(*range(8)),
    _liste(0, 2, 8, 10, 4, 6, 12, 14),
    _liste(1, 3, 9, 11, 5, 7, 13, 15),
)


def _zwei_zahlen(k: int) -> str:
    """Two members of one of eight households."""
    return f"""\
  %i{k} = getelementptr i32, ptr %ha, i64 {k}
  %k{k} = load i32, ptr %i{k}
  %l{k} = zext i32 %k{k} to i64
  %a{k} = getelementptr i32, ptr %erste, i64 %l{k}
  %x{k} = load <2 x i32>, ptr %a{k}, align 4"""


_PAARE = f"""\
define internal void @lade_paare(ptr %daten, ptr %ziel, ptr %wer, i64 %s, i64 %H) {{
kopf:
  br label %paar
paar:
  %i = phi i64 [ 0, %kopf ], [ %in, %naechstes ]
  %iH = phi i64 [ 0, %kopf ], [ %iH2, %naechstes ]
  %erste = getelementptr i32, ptr %daten, i64 %i
  %oben = getelementptr i32, ptr %ziel, i64 %iH
  %unten = getelementptr i32, ptr %oben, i64 %H
  br label %haushalt
haushalt:
  %h = phi i64 [ 0, %paar ], [ %h1, %haushalt ]
  %ha = getelementptr i32, ptr %wer, i64 %h
{je_lane(_zwei_zahlen)}
  %y01 = shufflevector <2 x i32> %x0, <2 x i32> %x1, <4 x i32> <i32 0, i32 1, i32 2, i32 3>
  %y23 = shufflevector <2 x i32> %x2, <2 x i32> %x3, <4 x i32> <i32 0, i32 1, i32 2, i32 3>
  %y45 = shufflevector <2 x i32> %x4, <2 x i32> %x5, <4 x i32> <i32 0, i32 1, i32 2, i32 3>
  %y67 = shufflevector <2 x i32> %x6, <2 x i32> %x7, <4 x i32> <i32 0, i32 1, i32 2, i32 3>
  %a = shufflevector <4 x i32> %y01, <4 x i32> %y45, <8 x i32> <{_ALLE8}>
  %b = shufflevector <4 x i32> %y23, <4 x i32> %y67, <8 x i32> <{_ALLE8}>
  %u = shufflevector <8 x i32> %a, <8 x i32> %b, <8 x i32> <{_GERADE}>
  %v = shufflevector <8 x i32> %a, <8 x i32> %b, <8 x i32> <{_UNGERADE}>
  %ua = getelementptr i32, ptr %oben, i64 %h
  store <8 x i32> %u, ptr %ua, align 4
  %va = getelementptr i32, ptr %unten, i64 %h
  store <8 x i32> %v, ptr %va, align 4
  %h1 = add i64 %h, 8
  %noch = icmp slt i64 %h1, %H
  br i1 %noch, label %haushalt, label %naechstes
naechstes:
  %in = add i64 %i, 2
  %iH1 = add i64 %iH, %H
  %iH2 = add i64 %iH1, %H
  %voll = icmp slt i64 %in, %s
  br i1 %voll, label %paar, label %schluss
schluss:
  ret void
}}
"""

ABSTAND = 1_024
"""Bytes from the households at hand to those that come next but a few."""


def _voraus(k: int) -> str:
    """Bring a line of what comes next closer to the processor."""
    return f"""\
  %v{k} = getelementptr i8, ptr %voraus, i64 {ABSTAND + 64 * k}
  call void @llvm.prefetch.p0(ptr %v{k}, i32 0, i32 2, i32 1)"""


LADEN = f"""\
{_PAARE}
define internal void @lade_zahlen(ptr %daten, ptr %ziel, ptr %wo, i64 %anzahl) {{
kopf:
  br label %ganz
{_einzeln("ganz", "i32")}
ende:
  ret void
}}

define internal void @lade_alle(ptr %daten, ptr %ziel, ptr %wer, i64 %s, i64 %H, i64 %vorn) {{
kopf:
  %voraus = getelementptr i32, ptr %daten, i64 %vorn
{je_lane(_voraus)}
  %paare = and i64 %s, -2
  %ohne = icmp eq i64 %paare, 0
  br i1 %ohne, label %letzte, label %zu_zweit
zu_zweit:
  call void @lade_paare(ptr %daten, ptr %ziel, ptr %wer, i64 %paare, i64 %H)
  %alle = icmp eq i64 %paare, %s
  br i1 %alle, label %schluss, label %letzte
letzte:
  %davor = mul i64 %paare, %H
  %z = getelementptr i32, ptr %ziel, i64 %davor
  %w = getelementptr i32, ptr %wer, i64 %davor
  call void @lade_zahlen(ptr %daten, ptr %z, ptr %w, i64 %H)
  br label %schluss
schluss:
  ret void
}}

define internal void @lade_kleine(ptr %daten, ptr %ziel, ptr %wo, i64 %anzahl) {{
kopf:
  br label %klein
{_einzeln("klein", "i8", "sext")}
ende:
  ret void
}}

define internal void @lade_bits(ptr %daten, i64 %bit, ptr %ziel, ptr %wer, i64 %s, i64 %H) {{
kopf:
  br label %haushalt
haushalt:
  %h = phi i64 [ 0, %kopf ], [ %h1, %naechste ]
  %wa = getelementptr i32, ptr %wer, i64 %h
  %erste = load <8 x i32>, ptr %wa, align 4
  br label %acht
acht:
  %i = phi i64 [ 0, %haushalt ], [ %i8, %weiter ]
  %ab = add i64 %bit, %i
  %ab32 = trunc i64 %ab to i32
  %ab1 = insertelement <8 x i32> poison, i32 %ab32, i32 0
  %abv = shufflevector <8 x i32> %ab1, <8 x i32> poison, <8 x i32> zeroinitializer
  %stelle = add <8 x i32> %erste, %abv
  %byte = lshr <8 x i32> %stelle, splat (i32 3)
  %rest = and <8 x i32> %stelle, splat (i32 7)
{je_lane(_zwei_byte)}
  %breit = zext <8 x i16> %y7 to <8 x i32>
  %bits = lshr <8 x i32> %breit, %rest
  %i8 = add i64 %i, 8
  %kurz = icmp slt i64 %s, %i8
  %bis = select i1 %kurz, i64 %s, i64 %i8
  br label %person
person:
  %j = phi i64 [ %i, %acht ], [ %j1, %person ]
  %v = phi <8 x i32> [ %bits, %acht ], [ %v1, %person ]
  %oben = shl <8 x i32> %v, splat (i32 31)
  %ja = ashr <8 x i32> %oben, splat (i32 31)
  %jh = mul i64 %j, %H
  %q = add i64 %jh, %h
  %za = getelementptr i32, ptr %ziel, i64 %q
  store <8 x i32> %ja, ptr %za, align 4
  %v1 = lshr <8 x i32> %v, splat (i32 1)
  %j1 = add i64 %j, 1
  %noch = icmp slt i64 %j1, %bis
  br i1 %noch, label %person, label %weiter
weiter:
  %mehr = icmp slt i64 %i8, %s
  br i1 %mehr, label %acht, label %naechste
naechste:
  %h1 = add i64 %h, 8
  %nochh = icmp slt i64 %h1, %H
  br i1 %nochh, label %haushalt, label %schluss
schluss:
  ret void
}}

define internal void @lade_person(
  ptr %C, i64 %nummer, ptr %ziel, ptr %wer, i64 %s, i64 %H, i64 %n, i64 %vorn) {{
kopf:
  %cs = getelementptr [3 x i64], ptr %C, i64 %nummer
  %adresse = load i64, ptr %cs
  %daten = inttoptr i64 %adresse to ptr
  %c1 = getelementptr i64, ptr %cs, i64 1
  %art = load i64, ptr %c1
  switch i64 %art, label %ganz [ i64 1, label %klein  i64 2, label %bits  i64 3, label %tage ]
ganz:
  call void @lade_alle(ptr %daten, ptr %ziel, ptr %wer, i64 %s, i64 %H, i64 %vorn)
  ret void
klein:
  call void @lade_kleine(ptr %daten, ptr %ziel, ptr %wer, i64 %n)
  ret void
bits:
  %c2 = getelementptr i64, ptr %cs, i64 2
  %bit = load i64, ptr %c2
  call void @lade_bits(ptr %daten, i64 %bit, ptr %ziel, ptr %wer, i64 %s, i64 %H)
  ret void
tage:
  call void @lade_alle(ptr %daten, ptr %ziel, ptr %wer, i64 %s, i64 %H, i64 %vorn)
  br label %tag
tag:
  %q = phi i64 [ 0, %tage ], [ %q1, %tag ]
  %za = getelementptr i32, ptr %ziel, i64 %q
  %x = load <8 x i32>, ptr %za, align 4
  %seit = sub <8 x i32> %x, splat (i32 {TAG_0})
  %kein = icmp ugt <8 x i32> %seit, splat (i32 {TAGE - 1})
  %datum = call <8 x i32> @jjjjmmtt(<8 x i32> %x)
  %y = select <8 x i1> %kein, <8 x i32> splat (i32 1), <8 x i32> %datum
  store <8 x i32> %y, ptr %za, align 4
  %q1 = add i64 %q, 8
  %noch = icmp slt i64 %q1, %n
  br i1 %noch, label %tag, label %schluss
schluss:
  ret void
}}

define internal void @lade_haushalt(ptr %C, i64 %nummer, ptr %ziel, ptr %haus, i64 %H, i64 %n) {{
kopf:
  %erster = load i32, ptr %haus
  %vorn = zext i32 %erster to i64
  call void @lade_person(ptr %C, i64 %nummer, ptr %ziel, ptr %haus, i64 1, i64 %H, i64 %H, i64 %vorn)
  %einer = icmp eq i64 %H, %n
  br i1 %einer, label %schluss, label %reihe
reihe:
  %q = phi i64 [ 0, %kopf ], [ %q1, %reihe ]
  %von = getelementptr i32, ptr %ziel, i64 %q
  %x = load <8 x i32>, ptr %von, align 4
  %z = add i64 %q, %H
  %nach = getelementptr i32, ptr %ziel, i64 %z
  store <8 x i32> %x, ptr %nach, align 4
  %q1 = add i64 %q, 8
  %z1 = add i64 %q1, %H
  %noch = icmp slt i64 %z1, %n
  br i1 %noch, label %reihe, label %schluss
schluss:
  ret void
}}

"""
DATUM = """\
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
"""
