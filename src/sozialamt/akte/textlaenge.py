"""Texte, die nicht in ihr Feld passen. SQLite nähme sie, PostgreSQL nicht; hier steht, warum, bevor es soweit ist."""

from __future__ import annotations

from django.db import models

from sozialamt.akte.fehler import Mangel

GEZEIGT = 40
"""So viel von einem zu langen Text nennt die Meldung."""


def zu_lang(modell: type[models.Model], **texte: str) -> list[Mangel]:
    """Je Feld, dessen Text länger ist, als das Modell erlaubt, ein Mangel."""
    maengel = []
    for name, text in texte.items():
        feld = modell._meta.get_field(name)
        hoechstens = getattr(feld, "max_length", None)
        if hoechstens is not None and len(text) > hoechstens:
            grund, abhilfe = f"hat {len(text)} Zeichen", f"Höchstens {hoechstens} Zeichen."
            maengel.append(Mangel(str(getattr(feld, "verbose_name", name)), f"{text[:GEZEIGT]}…", grund, abhilfe))
    return maengel
