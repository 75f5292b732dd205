"""Texte für die Bank: Umlaute ausgeschrieben, nur Zeichen, die jede Bank annimmt, nie heimlich gekürzt.

Der Zeichensatz ist der lateinische Grundvorrat der SEPA-Regelwerke (EPC217-08). Ein Name, der sich so nicht schreiben
lässt, wird zurückgewiesen statt entstellt: Die Empfängerprüfung vergleicht ihn mit dem Kontoinhaber.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import cache, lru_cache

from sozialamt.akte.fehler import Mangel

NAME_HOECHSTENS = 70
ZWECK_HOECHSTENS = 140

_ERLAUBT = re.compile(r"[A-Za-z0-9/\-?:().,'+ ]*", re.ASCII)
_ERSATZ = str.maketrans(
    {
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "ß": "ss",
        "Ä": "Ae",
        "Ö": "Oe",
        "Ü": "Ue",
        "ẞ": "SS",
        "æ": "ae",
        "Æ": "Ae",
        "œ": "oe",
        "Œ": "Oe",
        "ø": "o",
        "Ø": "O",
        "đ": "d",
        "Đ": "D",
        "ł": "l",
        "Ł": "L",
        "ı": "i",
        "þ": "th",
        "Þ": "Th",
        "ð": "d",
        "Ð": "D",
        "&": "+",
        "_": "-",
        "–": "-",
        "—": "-",
        "’": "'",
        "‘": "'",
        "`": "'",
        "´": "'",
        ";": ",",
        "§": "Par.",
        "€": "EUR",
    }
)


@lru_cache(maxsize=10_000)
def banktext(text: str) -> str:
    """Text im Zeichensatz der Bank; Zeichen, für die es keinen Ersatz gibt, bleiben stehen."""
    ersetzt = unicodedata.normalize("NFC", text).translate(_ERSATZ)
    ohne_zeichen = (z for z in unicodedata.normalize("NFKD", ersetzt) if not unicodedata.combining(z))
    return re.sub(r"\s+", " ", "".join(ohne_zeichen)).strip()


def pruefe_text(feld: str, text: str, hoechstens: int, *, pflicht: bool = True) -> Mangel | None:
    """Ein Mangel, wenn der Text leer, zu lang oder der Bank nicht zuzumuten ist."""
    fertig = banktext(text)
    if not fertig:
        return Mangel(feld, "(leer)", "fehlt", "Tragen Sie den Text ein.") if pflicht else None
    if not _ERLAUBT.fullmatch(fertig):
        fremd = "".join(sorted(set(re.sub(_ERLAUBT.pattern.removesuffix("*"), "", fertig))))
        grund = f"enthält Zeichen, die Banken nicht annehmen: {fremd}"
        return Mangel(feld, text, grund, "Schreiben Sie ihn wie auf der Bankkarte, in lateinischen Buchstaben.")
    if fertig.startswith("/") or fertig.endswith("/") or "//" in fertig:
        return Mangel(feld, text, "hat einen Schrägstrich am Rand oder doppelt", "Lassen Sie ihn weg.")
    if len(fertig) > hoechstens:
        grund = f"hat {len(fertig)} Zeichen, erlaubt sind {hoechstens}"
        return Mangel(feld, text, grund, "Kürzen Sie ihn selbst; hier wird nichts abgeschnitten.")
    return None


@cache
def kurz(leistung: str) -> str:
    """Kennung einer Leistung in Schlüsseln des Kassenbuchs, zwölf Zeichen."""
    return hashlib.blake2b(leistung.encode(), digest_size=6).hexdigest()
