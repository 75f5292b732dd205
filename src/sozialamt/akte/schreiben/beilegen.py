"""Beilagen so in das PDF legen, wie die Akte sie aufbewahrt: verdichtet, ohne sie noch einmal zu verdichten.

Ein eingebetteter Dateistrom in PDF (`FlateDecode`) ist genau das, was `zlib.compress` ergibt. typst setzt darum nur
eine Marke als Datei; hier kommt der Inhalt an ihre Stelle, und das Verzeichnis der Objekte wird nachgezogen.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate

from sozialamt.akte.schreiben.daten import Beilage

_VERZEICHNIS = re.compile(rb"xref\n0 (\d+)\n")
_EINTRAG = 20
"""So viele Bytes hat ein Eintrag des Verzeichnisses: Stelle, Generation, Art (ISO 32000-1, 7.5.4)."""
_STROM = re.compile(
    rb"(\d+ 0 obj\n<<)/Length (\d+)/Type/EmbeddedFile(?:/Filter/FlateDecode)?"
    rb"(/Subtype/[^/<>]+/Params<<)/Size \d+(/ModDate\([^()]*\)>>>>\nstream\n)"
)


class UnbekannterAufbau(RuntimeError):
    """typst schreibt sein PDF anders als die Fassung, für die dies geschrieben ist; es entsteht kein Schreiben."""


def marke(beilage: Beilage) -> str:
    """Was typst an Stelle des Inhalts einbettet; verschieden, wenn der Inhalt verschieden ist."""
    return hashlib.sha256(beilage.verdichtet).hexdigest()


def lege_bei(pdf: bytes, beilagen: Sequence[Beilage]) -> bytes:
    """Setzt jede Beilage an die Stelle ihrer Marke."""
    if not beilagen:
        return pdf
    anfang, verzeichnis = _verzeichnis(pdf)
    fehlend = {marke(b).encode(): b for b in beilagen}
    ersetzt = []
    for fund in _stroeme(pdf, frozenset(verzeichnis)):
        ende = fund.end() + int(fund[2])
        beilage = fehlend.pop(_inhalt(pdf[fund.end() : ende]), None)
        if beilage is None:
            raise UnbekannterAufbau("Im PDF liegt eine Datei, die niemand beigelegt hat.")
        ersetzt.append((fund.start(), ende, _strom(fund, beilage)))
    if fehlend:
        raise UnbekannterAufbau("Die Marke einer Beilage steht nicht im PDF.")
    return _zusammengesetzt(pdf, anfang, verzeichnis, ersetzt)


def _verzeichnis(pdf: bytes) -> tuple[int, list[int]]:
    """Wo das Verzeichnis beginnt und wo, nach ihm, jedes Objekt."""
    schluss = pdf.rfind(b"startxref\n")
    anfang = int(pdf[schluss:].split()[1]) if schluss >= 0 else 0
    kopf = _VERZEICHNIS.match(pdf, anfang)
    if kopf is None:
        raise UnbekannterAufbau("Das PDF hat kein Verzeichnis der Objekte, wie typst es schreibt.")
    return anfang, [int(pdf[i : i + 10]) for i in range(kopf.end(), kopf.end() + _EINTRAG * int(kopf[1]), _EINTRAG)][1:]


def _stroeme(pdf: bytes, objekte: frozenset[int]) -> Iterator[re.Match[bytes]]:
    """Die eingebetteten Dateien. Was irgendwo im Text so aussieht, beginnt nicht, wo ein Objekt beginnt."""
    fund = pdf.find(b"/Type/EmbeddedFile")
    while fund >= 0:
        beginn = pdf.rfind(b"\n", 0, pdf.rfind(b" 0 obj\n", 0, fund)) + 1
        strom = _STROM.match(pdf, beginn)
        if beginn in objekte and strom:
            yield strom
        fund = pdf.find(b"/Type/EmbeddedFile", fund + 1)


def _inhalt(strom: bytes) -> bytes:
    return zlib.decompress(strom) if strom[:1] == b"\x78" else strom


def _strom(fund: re.Match[bytes], beilage: Beilage) -> bytes:
    laengen = b"/Length %d/Type/EmbeddedFile/Filter/FlateDecode" % len(beilage.verdichtet)
    # Decompressing gives the size and refuses content that was damaged while it was stored.
    groesse = b"/Size %d" % len(zlib.decompress(beilage.verdichtet))
    return fund[1] + laengen + fund[3] + groesse + fund[4] + beilage.verdichtet


def _zusammengesetzt(pdf: bytes, anfang: int, verzeichnis: list[int], ersetzt: list[tuple[int, int, bytes]]) -> bytes:
    teile, bisher = [], 0
    for stelle, ende, strom in ersetzt:
        teile += [pdf[bisher:stelle], strom]
        bisher = ende
    teile.append(pdf[bisher:anfang])
    stellen = [stelle for stelle, _, _ in ersetzt]
    zuwachs = [0, *accumulate(len(strom) - (ende - stelle) for stelle, ende, strom in ersetzt)]
    neue = [stelle + zuwachs[bisect_left(stellen, stelle)] for stelle in verzeichnis]
    kopf = pdf.index(b"\n", anfang + len(b"xref\n")) + 1
    erster, letzter = kopf + _EINTRAG, kopf + _EINTRAG * (len(neue) + 1)
    nachsatz = pdf[letzter : pdf.rindex(b"startxref\n")]
    return b"".join(
        [
            *teile,
            pdf[anfang:erster],
            *(b"%010d 00000 n\r\n" % stelle for stelle in neue),
            nachsatz,
            b"startxref\n%d\n%%%%EOF" % (anfang + zuwachs[-1]),
        ]
    )
