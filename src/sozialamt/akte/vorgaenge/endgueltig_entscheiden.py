"""Über einen vorläufig bewilligten Zeitraum endgültig entscheiden (§ 44a Abs. 5 SGB XII)."""

from __future__ import annotations

from functools import partial

from sozialamt.akte.verfahrensrecht import Korrektur
from sozialamt.akte.vorgaenge.bescheid_korrigieren import korrigiere

ERLAUBT = (Korrektur.ENDGUELTIG,)

endgueltig_entscheiden = partial(korrigiere, erlaubt=ERLAUBT)
"""Was vorläufig zu viel oder zu wenig war, wird angerechnet (§ 44a Abs. 7)."""
