"""Eine Bewilligung an geänderte Verhältnisse anpassen (§ 48 SGB X)."""

from __future__ import annotations

from functools import partial

from sozialamt.akte.verfahrensrecht import Korrektur
from sozialamt.akte.vorgaenge.bescheid_korrigieren import korrigiere

ERLAUBT = tuple(k for k in Korrektur if k.value.startswith("48"))

aendern = partial(korrigiere, erlaubt=ERLAUBT)
"""Bleibt kein Anspruch, wird aus der Änderung die Aufhebung."""
