"""Die fertigen Dateien der offenen Daten: je Stand des Datenpools einmal erzeugt, danach nur noch gelesen."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.db.models import Max
from django.utils import timezone

from sozialamt.vergleich.models import Freigabe, Lieferung
from sozialamt.vergleich.offen.paket import dateien, zip_datei
from sozialamt.vergleich.offen.tabellen import tabellen

FASSUNG, PAKET = "1", "paket.zip"
AUFGEHOBEN = 2
"""So viele Stände bleiben liegen, damit niemand mitten im Herunterladen ins Leere greift."""


@dataclass(frozen=True, slots=True)
class Bestand:
    """Ordner mit den Dateien und der Tag, an dem sich die Daten zuletzt änderten."""

    ordner: Path
    tag: date

    def namen(self) -> tuple[str, ...]:
        """Alle Dateien."""
        return tuple(sorted(p.name for p in self.ordner.iterdir()))

    def lies(self, name: str) -> bytes | None:
        """Inhalt einer Datei, sonst None."""
        return (self.ordner / name).read_bytes() if name in self.namen() else None


def bestand(wurzel: Path, *, grenze: int) -> Bestand:
    """Der Bestand zum heutigen Stand des Pools; erzeugt ihn, wenn sich seit dem letzten etwas geändert hat."""
    geliefert = Lieferung.objects.aggregate(nr=Max("pk"), am=Max("eingegangen_am"))
    freigegeben = Freigabe.objects.aggregate(nr=Max("pk"), am=Max("am"))
    text = f"{FASSUNG}/{grenze}/{geliefert['nr']}/{freigegeben['nr']}"
    ordner = wurzel / hashlib.sha256(text.encode()).hexdigest()[:16]
    zuletzt = max((x["am"] for x in (geliefert, freigegeben) if x["am"]), default=timezone.now())
    tag = timezone.localdate(zuletzt)
    if not ordner.exists():
        _erzeuge(ordner, grenze, tag)
    return Bestand(ordner, tag)


def _erzeuge(ordner: Path, grenze: int, tag: date) -> None:
    """Erst ganz geschrieben, dann umbenannt; wer gleichzeitig dasselbe tat, war eben schneller."""
    ordner.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    neu = Path(tempfile.mkdtemp(dir=ordner.parent, prefix="neu-"))
    fertig = dateien(tabellen(grenze=grenze), tag)
    for name, inhalt in (fertig | {PAKET: zip_datei(fertig)}).items():
        (neu / name).write_bytes(inhalt)
    try:
        os.replace(neu, ordner)
    except OSError:
        shutil.rmtree(neu)
    alte = sorted((p for p in ordner.parent.iterdir() if p != ordner), key=lambda p: p.stat().st_mtime, reverse=True)
    for alt in alte[AUFGEHOBEN - 1 :]:
        shutil.rmtree(alt, ignore_errors=True)
