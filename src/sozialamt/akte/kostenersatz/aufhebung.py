"""Warum ein Bescheid über Kostenersatz nicht bleibt, und wie viel von ihm noch gilt."""

from __future__ import annotations

from enum import StrEnum

from sozialamt.akte.bescheidart import Bescheidart
from sozialamt.akte.models import Bescheid


class Aufhebungsgrund(StrEnum):
    """Grundlage der Aufhebung eines Bescheids, der nur belastet (§ 44 Abs. 1, §§ 45, 48 SGB X passen nicht)."""

    ABHILFE = "85"
    RUECKNAHME = "44"
    WIDERRUF = "46"
    URTEIL = "141"

    @property
    def norm(self) -> str:
        return _NORMEN[self]

    @property
    def titel(self) -> str:
        return _TITEL[self]

    @property
    def vorgangsarten(self) -> tuple[str, ...]:
        """Vorgänge, in denen so entschieden wird."""
        return ("widerspruch",) if self is Aufhebungsgrund.ABHILFE else ("ueberpruefung",)


_NORMEN = {
    Aufhebungsgrund.ABHILFE: "§ 85 Abs. 1 SGG",
    Aufhebungsgrund.RUECKNAHME: "§ 44 Abs. 2 SGB X",
    Aufhebungsgrund.WIDERRUF: "§ 46 Abs. 1 SGB X",
    Aufhebungsgrund.URTEIL: "§ 141 Abs. 1 SGG",
}
_TITEL = {
    Aufhebungsgrund.ABHILFE: "dem Widerspruch wird abgeholfen",
    Aufhebungsgrund.RUECKNAHME: "von Anfang an rechtswidrig, Rücknahme auch für die Vergangenheit",
    Aufhebungsgrund.WIDERRUF: "rechtmäßig, wird nicht weiter verlangt",
    Aufhebungsgrund.URTEIL: "ein Gericht hat entschieden",
}


def festgesetzt(bescheid: Bescheid) -> int:
    """Was von einem Kostenersatz nach allen Aufhebungen noch gilt, in Cent."""
    return _betrag(bescheid) - sum(_betrag(b) for b in aufhebungen(bescheid))


def aufhebungen(bescheid: Bescheid) -> list[Bescheid]:
    """Bescheide, die einen Kostenersatz ganz oder zum Teil aufheben."""
    folgende = Bescheid.objects.filter(art=Bescheidart.ERSATZAUFHEBUNG, schritte__vorgang__bescheid=bescheid)
    return list(folgende.defer("rechenweg").order_by("pk").distinct())


def aufgehobener(aufhebung: Bescheid) -> Bescheid | None:
    """Der Bescheid über Kostenersatz, den eine Aufhebung meint."""
    return Bescheid.objects.filter(art=Bescheidart.KOSTENERSATZ, vorgaenge__schritte__bescheid=aufhebung).first()


def _betrag(bescheid: Bescheid) -> int:
    return int(bescheid.inhalt["entscheidung"]["erstattung"])
