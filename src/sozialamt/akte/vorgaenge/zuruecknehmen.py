"""Eine von Anfang an zu hohe Bewilligung zurücknehmen (§ 45 SGB X)."""

from __future__ import annotations

from functools import partial

from sozialamt.akte.verfahrensrecht import Korrektur
from sozialamt.akte.vorgaenge.bescheid_korrigieren import korrigiere

ERLAUBT = tuple(k for k in Korrektur if k.value.startswith("45"))

zuruecknehmen = partial(korrigiere, erlaubt=ERLAUBT)
"""Mit Ermessen, Vertrauensschutz und den Fristen des § 45 Abs. 3 und 4."""
