"""Einen zu niedrigen oder zu Unrecht ablehnenden Bescheid zurücknehmen und nachzahlen (§ 44 SGB X)."""

from __future__ import annotations

from functools import partial

from sozialamt.akte.verfahrensrecht import Korrektur
from sozialamt.akte.vorgaenge.bescheid_korrigieren import korrigiere

ERLAUBT = (Korrektur.ZUGUNSTEN,)

ueberpruefen = partial(korrigiere, erlaubt=ERLAUBT)
"""Höchstens so weit zurück, wie § 44 Abs. 4 SGB X und die kürzeren Fristen erlauben."""
