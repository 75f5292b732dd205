"""Mehrere Spuren platzsparend und verlustfrei aufbewahren.

Von Monat zu Monat bleiben fast alle Schritte, Merkmale und Parameter gleich. Jeder verschiedene Teil steht einmal in
`teile`; die Monate verweisen mit seiner Nummer darauf. Das Ganze ist JSON, mit zlib verdichtet: statt einem halben
Megabyte fünfzig Kilobyte. `entpacke(packe(spuren))` ergibt genau die Spuren zurück. Unverdichtet liegt derselbe Text
jedem Bescheid bei; sein Format `rechenweg/2` steht in `rechenweg-2.schema.json`.
"""

from __future__ import annotations

import json
import marshal
import zlib
from collections.abc import Sequence
from typing import Any

OHNE_VERWEISE = 2
"""Fassung von `marshal`, in der gleiche Werte immer gleiche Bytes ergeben; sie dienen nur dem Vergleich."""
SCHEMA = "rechenweg/2"
TAFELN = ("merkmale", "parameter", "einstellungen")


def packe(spuren: Sequence[dict[str, Any]]) -> bytes:
    """Teile und, je Spur, ihre Verweise."""
    nummern: dict[bytes, int] = {}
    teile: list[Any] = []

    def nummer(teil: Any) -> int:
        bild = marshal.dumps(teil, OHNE_VERWEISE)
        if bild not in nummern:
            nummern[bild] = len(teile)
            teile.append(teil)
        return nummern[bild]

    gepackt = [
        spur
        | {"schritte": [nummer(schritt) for schritt in spur["schritte"]]}
        | {tafel: {name: nummer(eintrag) for name, eintrag in spur[tafel].items()} for tafel in TAFELN}
        for spur in spuren
    ]
    speicher = {"schema": SCHEMA, "teile": teile, "spuren": gepackt}
    return zlib.compress(json.dumps(speicher, ensure_ascii=False, separators=(",", ":")).encode())


def als_text(gepackt: bytes) -> str:
    """Das JSON, wie es aufbewahrt ist."""
    return zlib.decompress(gepackt).decode()


def entpacke(gepackt: bytes) -> list[dict[str, Any]]:
    """Die Spuren, wie sie waren."""
    speicher = json.loads(als_text(gepackt))
    teile = speicher["teile"]
    return [
        spur
        | {"schritte": [teile[nummer] for nummer in spur["schritte"]]}
        | {tafel: {name: teile[nummer] for name, nummer in spur[tafel].items()} for tafel in TAFELN}
        for spur in speicher["spuren"]
    ]
