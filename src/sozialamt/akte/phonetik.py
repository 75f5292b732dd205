"""Kölner Phonetik (Hans Joachim Postel, 1969): Wörter, die gleich klingen, bekommen denselben Code."""

from __future__ import annotations

import re
import unicodedata

_UMSCHRIFT = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "s", "ø": "o", "æ": "a", "ł": "l", "ı": "i", "đ": "d"})
_FEST = {
    **dict.fromkeys("aeijouy", "0"),
    "b": "1",
    **dict.fromkeys("fvw", "3"),
    **dict.fromkeys("gkq", "4"),
    "l": "5",
    **dict.fromkeys("mn", "6"),
    "r": "7",
    **dict.fromkeys("sz", "8"),
}
_DOPPELT = re.compile(r"(.)\1+")
_KEIN_BUCHSTABE = re.compile(r"[^a-z]")


def klang(wort: str) -> str:
    """Code eines Wortes, etwa „Meyer“ und „Maier“ beide 67; leer, wenn es keinen Buchstaben hat."""
    wort = wort.lower().translate(_UMSCHRIFT)
    wort = _KEIN_BUCHSTABE.sub("", unicodedata.normalize("NFKD", wort))
    codes = "".join(
        _code(wort[i - 1 : i] if i else "", wort[i], wort[i + 1 : i + 2], anlaut=i == 0) for i in range(len(wort))
    )
    codes = _DOPPELT.sub(r"\1", codes)
    return codes[:1] + codes[1:].replace("0", "")


def _code(davor: str, zeichen: str, danach: str, *, anlaut: bool) -> str:
    match zeichen:
        case "h":
            return ""
        case "p":
            return "3" if danach == "h" else "1"
        case "d" | "t":
            return "8" if danach and danach in "csz" else "2"
        case "x":
            return "8" if davor and davor in "ckq" else "48"
        case "c":
            return _code_c(davor, danach, anlaut=anlaut)
    return _FEST[zeichen]


def _code_c(davor: str, danach: str, *, anlaut: bool) -> str:
    if not danach:
        return "8"
    if anlaut:
        return "4" if danach in "ahkloqrux" else "8"
    if davor in ("s", "z"):
        return "8"
    return "4" if danach in "ahkoqux" else "8"
