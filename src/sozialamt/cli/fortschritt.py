"""How far a long run is: a bar with rate and remaining time on a terminal, a line every few seconds elsewhere."""

from __future__ import annotations

import sys
import threading
import time
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

ALLE_SEKUNDEN = 5.0


class _Rate(ProgressColumn):
    """Persons (or what else is counted) per second."""

    def __init__(self, was: str) -> None:
        super().__init__()
        self.was = was

    def render(self, task: Task) -> Text:
        return Text(_rate(task.speed or 0.0, self.was))


def _rate(je_sekunde: float, was: str) -> str:
    if je_sekunde >= 1_000_000:  # noqa: PLR2004 - a million is a million
        return f"{je_sekunde / 1_000_000:.1f}".replace(".", ",") + f" Mio. {was}/s"
    return f"{je_sekunde:,.0f}".replace(",", ".") + f" {was}/s"


class Anzeige:
    """Context manager; `weiter(personen)` may be called from any thread."""

    def __init__(self, personen: int, balken: bool | None = None, was: str = "Personen") -> None:
        self.personen, self.was = personen, was
        self.balken = sys.stderr.isatty() if balken is None else balken
        self.fertig = 0
        self.beginn = self.zuletzt = time.monotonic()
        self._sperre = threading.Lock()
        spalten = (
            TextColumn("Rechne"),
            BarColumn(),
            TextColumn("{task.percentage:>3.0f} %"),
            _Rate(was),
            TimeRemainingColumn(),
        )
        self._rich = Progress(*spalten, console=Console(stderr=True)) if self.balken else None
        self._aufgabe = self._rich.add_task("", total=personen) if self._rich else None

    def __enter__(self) -> Self:
        if self._rich:
            self._rich.start()
        return self

    def __exit__(
        self, art: type[BaseException] | None, fehler: BaseException | None, spur: TracebackType | None
    ) -> None:
        if self._rich:
            self._rich.stop()

    def weiter(self, personen: int) -> None:
        """That many more persons are done."""
        with self._sperre:
            self.fertig += personen
            if self._rich is not None and self._aufgabe is not None:
                self._rich.update(self._aufgabe, advance=personen)
            elif time.monotonic() - self.zuletzt >= ALLE_SEKUNDEN:
                self.zuletzt = time.monotonic()
                print(self._zeile(), file=sys.stderr, flush=True)

    def _zeile(self) -> str:
        je_sekunde = self.fertig / max(time.monotonic() - self.beginn, 1e-9)
        rest = (self.personen - self.fertig) / je_sekunde if je_sekunde else 0.0
        fertig = f"{self.fertig:,}".replace(",", ".")
        anteil = 100 * self.fertig // max(self.personen, 1)
        return f"{anteil} % ({fertig} {self.was}), {_rate(je_sekunde, self.was)}, noch {rest:.0f} s"
