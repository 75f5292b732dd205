"""Ein Recht gilt nur für die eigenen Städte."""

from __future__ import annotations

from sozialamt.akte.fehler import RechtFehlt
from sozialamt.akte.models import Benutzer
from sozialamt.akte.rechte import RECHTE, pruefe_recht
from sozialamt.vergleich.models import Stadt


def pruefe_stadtrecht(benutzer: Benutzer, recht: str, stadt: Stadt) -> None:
    """`RechtFehlt`, wenn das Recht fehlt oder der Benutzer nicht für diese Stadt handelt."""
    pruefe_recht(benutzer, recht)
    if not benutzer.vergleichsstaedte.filter(stadt=stadt).exists():
        raise RechtFehlt(recht, f"{RECHTE[recht]} ({stadt})")
