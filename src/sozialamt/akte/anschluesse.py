"""Wo andere Räume sich an Vorgänge der Akte anschließen, ohne dass die Akte sie kennt.

Was hier angemeldet ist, läuft in der Transaktion des Vorgangs: Scheitert es, ist auch der Vorgang nicht geschehen.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sozialamt.akte.models import Benutzer, Bescheid, Haushalt

BEI_ERLASS: list[Callable[[Bescheid, Benutzer, datetime], None]] = []
"""Wird mit jedem eben erlassenen Bescheid gerufen; die Kasse bucht hier."""

UEBERZAHLT: list[Callable[[Haushalt, str, date, date], int]] = []
"""Wie viel Cent von Monat bis Monat zu viel gezahlt und noch nicht erstattet sind; das weiß die Kasse."""
