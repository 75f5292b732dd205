"""Text of the collections: what each person contributes comes together over a group or along a link.

Members of a household stand next to each other, so everybody a person could belong with is at most the size of the
household away. For each distance the keys of eight persons are compared with those of their neighbours at once.
"""

from __future__ import annotations

from collections.abc import Sequence

from sozialamt.rechenkern.kern.slots import Plaetze, Platz
from sozialamt.rechenkern.kern.wert import LANES, Typ
from sozialamt.rechenkern.rules import Art, Regel

IMMER = 3
"""So many neighbours on either side are looked at always: a branch that goes now one way, now the other, costs more."""
NUMMERN = ", ".join(f"i32 {i}" for i in range(LANES))


def kopf(name: str) -> list[str]:
    """Beginning of a stage: the loop over a block, eight persons at a time."""
    return [
        f"define internal void @{name}(ptr %S, ptr %P, i64 %n, i32 %b0) {{",
        "kopf:",
        "br label %runde",
        "runde:",
        "%q = phi i64 [ 0, %kopf ], [ %weiter, %fertig ]",
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


def _lade(ziel: str, typ: Typ, stelle: int, ort: str = "%S") -> list[str]:
    return [
        f"{ziel}.a = getelementptr i8, ptr {ort}{typ.byte}, i64 {stelle}",
        f"{ziel} = load {typ.llvm}, ptr {ziel}.a, align {typ.byte}",
    ]


def _setze(wert: str, typ: Typ, stelle: int, name: str) -> list[str]:
    return [
        f"{name}.z = getelementptr i8, ptr %S{typ.byte}, i64 {stelle}",
        f"store {typ.llvm} {wert}, ptr {name}.z, align {typ.byte}",
    ]


def beitrag(name: str) -> str:
    """Name under which a person's contribution to a rule is kept."""
    return f"beitrag {name}"


def beim(name: str, plaetze: Plaetze, verweis: Platz, ziele: Sequence[tuple[Regel, Platz, Platz]]) -> str:
    """Value at the linked person, another one where there is none."""
    z = [*kopf(name), *_lade("%v", Typ.I32, verweis.stelle), *_lade("%b", Typ.I32, plaetze.basis)]
    z += [
        "%da = icmp sge <8 x i32> %v, zeroinitializer",
        "%j0 = add <8 x i32> %v, %b",
        "%j1 = select <8 x i1> %da, <8 x i32> %j0, <8 x i32> zeroinitializer",
        "%j = sext <8 x i32> %j1 to <8 x i64>",
    ]
    for i, (regel, von, nach) in enumerate(ziele):
        typ = nach.wert.typ
        sonst = f"splat ({typ.element} {_zahl(regel.sonst, typ)})"
        art = "f64" if typ is Typ.F64 else typ.element
        z += [
            f"%w{i} = getelementptr i8, ptr %S, i64 {von.stelle}",
            f"%p{i} = getelementptr {typ.element}, ptr %w{i}, <8 x i64> %j",
            f"%x{i} = call {typ.llvm} @llvm.masked.gather.v8{art}.v8p0(<8 x ptr> %p{i}, i32 {typ.byte}, "
            f"<8 x i1> splat (i1 true), {typ.llvm} poison)",
            f"%y{i} = select <8 x i1> %da, {typ.llvm} %x{i}, {typ.llvm} {sonst}",
            *_setze(f"%y{i}", typ, nach.stelle, f"%y{i}"),
        ]
    return "\n".join([*z, *ENDE])


def _zahl(n: int, typ: Typ) -> str:
    if typ is Typ.JA:
        return "-1" if n else "0"
    return f"{n}.0" if typ is Typ.F64 else str(n)


def sammle(name: str, plaetze: Plaetze, schluessel: int, paare: Sequence[tuple[Art, Platz, Platz]], an: bool) -> str:
    """Running totals over everybody whose key is one's own, or with `an` whose key is one's own number."""
    z = [*kopf(name), *_lade("%k", Typ.I32, schluessel)]
    if an:
        z += [
            "%q32 = trunc i64 %q to i32",
            "%i0 = add i32 %q32, %b0",
            "%i1 = insertelement <8 x i32> poison, i32 %i0, i32 0",
            "%i8 = shufflevector <8 x i32> %i1, <8 x i32> poison, <8 x i32> zeroinitializer",
            f"%wer = add <8 x i32> %i8, <{NUMMERN}>",
            *_gleich("%e", "%k", "%wer"),
        ]
    else:
        z.append("%wer = add <8 x i32> %k, zeroinitializer")
    for i, (art, von, _) in enumerate(paare):
        typ = von.wert.typ
        z += _lade(f"%c{i}", typ, von.stelle)
        if an:
            z += _maskiert(f"%a{i}", f"%c{i}", "%e", typ)
        elif art is Art.ANZAHL:
            z.append(f"%a{i} = sub {typ.llvm} zeroinitializer, %c{i}")
        else:
            z.append(f"%a{i} = bitcast {typ.llvm} %c{i} to {typ.llvm}")
    stand = [f"%a{i}" for i in range(len(paare))]
    for d in range(1, IMMER + 1):
        z += [f"%d{d} = add i64 0, {d}", f"%n{d} = sub i64 0, %d{d}"]
        stand = _um(z, schluessel, paare, stand, (f"%n{d}", f"%d{d}"), f"u{d}")
    z += [
        "%qc = lshr i64 %q, 3",
        f"%da = getelementptr i8, ptr %S, i64 {plaetze.weite}",
        "%dp = getelementptr i32, ptr %da, i64 %qc",
        "%d32 = load i32, ptr %dp",
        "%weite = sext i32 %d32 to i64",
        f"%nah = icmp sle i64 %weite, {IMMER}",
        "br i1 %nah, label %ablage, label %innen",
        "innen:",
        f"%d = phi i64 [ {IMMER + 1}, %runde ], [ %dr, %innen ]",
    ]
    schleife = [f"%s{i}" for i in range(len(paare))]
    anfang = len(z)
    z.append("%dn = sub i64 0, %d")
    danach = _um(z, schluessel, paare, schleife, ("%dn", "%d"), "w")
    arten = [von.wert.typ.llvm for _, von, _ in paare]
    z[anfang:anfang] = [
        f"{s} = phi {art} [ {vor}, %runde ], [ {nach}, %innen ]"
        for s, art, vor, nach in zip(schleife, arten, stand, danach, strict=True)
    ]
    z += [
        "%dr = add i64 %d, 1",
        "%mehr = icmp sle i64 %dr, %weite",
        "br i1 %mehr, label %innen, label %ablage",
        "ablage:",
    ]
    z += [
        f"%t{i} = phi {art} [ {vor}, %runde ], [ {nach}, %innen ]"
        for i, (art, vor, nach) in enumerate(zip(arten, stand, danach, strict=True))
    ]
    for i, (_, _, nach) in enumerate(paare):
        z += _setze(f"%t{i}", nach.wert.typ, nach.stelle, f"%t{i}")
    return "\n".join([*z, *ENDE])


def _um(
    z: list[str],
    schluessel: int,
    paare: Sequence[tuple[Art, Platz, Platz]],
    stand: Sequence[str],
    abstaende: tuple[str, str],
    marke: str,
) -> list[str]:
    """Totals with what the neighbours at a distance before and after contribute."""
    for seite, um in zip("vr", abstaende, strict=True):
        m = f"%{marke}{seite}"
        z += [
            f"{m}4 = getelementptr i32, ptr %S4, i64 {um}",
            f"{m}8 = getelementptr double, ptr %S8, i64 {um}",
            *_lade(f"{m}k", Typ.I32, schluessel, m),
            *_gleich(f"{m}e", f"{m}k", "%wer"),
        ]
        neu = []
        for i, (art, von, _) in enumerate(paare):
            if _zaehlt_alle(art, von):
                z.append(f"{m}s{i} = sub {Typ.I32.llvm} {stand[i]}, {m}e")
                neu.append(f"{m}s{i}")
                continue
            z += _lade(f"{m}c{i}", von.wert.typ, von.stelle, m)
            z += _verknuepft(f"{m}s{i}", stand[i], f"{m}c{i}", f"{m}e", art, von.wert.typ)
            neu.append(f"{m}s{i}")
        stand = neu
    return list(stand)


def _zaehlt_alle(art: Art, von: Platz) -> bool:
    """Whether everybody is counted, so that who belongs together is all there is to know."""
    return art is Art.ANZAHL and von.wert.lo == 1


def _gleich(ziel: str, a: str, b: str) -> list[str]:
    """Mask, in both widths, of where two keys are the same."""
    return [
        f"{ziel}.b = icmp eq <8 x i32> {a}, {b}",
        f"{ziel} = sext <8 x i1> {ziel}.b to <8 x i32>",
        f"{ziel}.w = sext <8 x i32> {ziel} to <8 x i64>",
    ]


def _maskiert(ziel: str, wert: str, maske: str, typ: Typ) -> list[str]:
    if typ.byte == Typ.JA.byte:
        return [f"{ziel} = and <8 x i32> {wert}, {maske}"]
    if typ is Typ.I64:
        return [f"{ziel} = and <8 x i64> {wert}, {maske}.w"]
    return [
        f"{ziel}.i = bitcast <8 x double> {wert} to <8 x i64>",
        f"{ziel}.m = and <8 x i64> {ziel}.i, {maske}.w",
        f"{ziel} = bitcast <8 x i64> {ziel}.m to <8 x double>",
    ]


def _verknuepft(ziel: str, alt: str, neu: str, maske: str, art: Art, typ: Typ) -> list[str]:
    """One more contribution, where the mask says it belongs."""
    if art in (Art.MAXIMUM, Art.MINIMUM):
        gleit, ganz = ("ogt", "sgt") if art is Art.MAXIMUM else ("olt", "slt")
        vergleich = f"fcmp {gleit}" if typ is Typ.F64 else f"icmp {ganz}"
        return [
            f"{ziel}.n = select <8 x i1> {maske}.b, {typ.llvm} {neu}, {typ.llvm} {alt}",
            f"{ziel}.g = {vergleich} {typ.llvm} {ziel}.n, {alt}",
            f"{ziel} = select <8 x i1> {ziel}.g, {typ.llvm} {ziel}.n, {typ.llvm} {alt}",
        ]
    if art is Art.ALLE:
        return [
            f"{ziel}.m = xor <8 x i32> {maske}, splat (i32 -1)",
            f"{ziel}.o = or <8 x i32> {neu}, {ziel}.m",
            f"{ziel} = and <8 x i32> {alt}, {ziel}.o",
        ]
    befehl = {Art.IRGENDEIN: "or", Art.ANZAHL: "sub"}.get(art, "fadd" if typ is Typ.F64 else "add")
    return [*_maskiert(f"{ziel}.x", neu, maske, typ), f"{ziel} = {befehl} {typ.llvm} {alt}, {ziel}.x"]
