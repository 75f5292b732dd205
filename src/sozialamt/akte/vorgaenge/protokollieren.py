"""Das Protokoll, das jeder Vorgang zum Schluss schreibt."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sozialamt.akte.models import Benutzer, Haushalt, Person, Protokolleintrag


def protokolliere(
    *,
    vorgang: str,
    benutzer: Benutzer,
    zeitpunkt: datetime,
    haushalt: Haushalt | None = None,
    person: Person | None = None,
    angaben: dict[str, Any] | None = None,
) -> Protokolleintrag:
    """Ein Eintrag je Vorgang. In `angaben` stehen Nummern und Namen von Merkmalen, keine Werte über Menschen."""
    return Protokolleintrag.objects.create(
        vorgang=vorgang,
        benutzer=benutzer,
        zeitpunkt=zeitpunkt,
        haushalt=haushalt,
        person=person,
        angaben=angaben or {},
    )
