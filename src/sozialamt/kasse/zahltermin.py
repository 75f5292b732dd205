"""Für welchen Monat und zu welchem Tag ein Zahllauf gesammelt werden darf."""

from __future__ import annotations

from datetime import date, timedelta

from sozialamt.akte.fehler import AngabenFehler, Mangel
from sozialamt.akte.monat import monat_weiter

TAGE_VORAUS = 45
"""Weiter voraus liegt kein Zahltag: Leistungen werden für den laufenden oder den nächsten Monat gezahlt."""


def pruefe_zahltermin(monat: date, ausfuehrungstag: date, heute: date) -> None:
    """Ein vertipptes Jahr würde sonst alle bewilligten Monate bis dorthin auf einmal auszahlen."""
    spaetester, letzter = monat_weiter(heute.replace(day=1), 1), heute + timedelta(days=TAGE_VORAUS)
    maengel = []
    if monat > spaetester:
        abhilfe = f"Wählen Sie höchstens {spaetester:%m.%Y}."
        maengel.append(Mangel("Monat", f"{monat:%m.%Y}", "liegt zu weit in der Zukunft", abhilfe))
    if ausfuehrungstag < heute:
        maengel.append(_tag(ausfuehrungstag, "liegt in der Vergangenheit", "Wählen Sie einen Banktag."))
    if ausfuehrungstag > letzter:
        abhilfe = f"Wählen Sie einen Banktag bis {letzter:%d.%m.%Y}."
        maengel.append(_tag(ausfuehrungstag, "liegt zu weit in der Zukunft", abhilfe))
    if maengel:
        raise AngabenFehler(maengel)


def _tag(tag: date, grund: str, abhilfe: str) -> Mangel:
    return Mangel("Ausführung am", f"{tag:%d.%m.%Y}", grund, abhilfe)
