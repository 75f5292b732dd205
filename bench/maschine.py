"""What the machine can do at best: cores, memory, and how fast it moves bytes."""

from __future__ import annotations

import os
import platform
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

_BYTE = 256 << 20
_MAL = 3


def stempel(last: float | None = None) -> dict[str, object]:
    """Day and machine of a measurement, as every published page names them; `last`: the load before it began."""
    vorher = {} if last is None else {"last": last}
    return {"am": f"{datetime.now(UTC):%d.%m.%Y}", "maschine": beschreibe() | vorher}


def beschreibe() -> dict[str, object]:
    """Cores, memory, processor, Python, what else runs; the copy rate on one thread and on all."""
    kerne = os.cpu_count() or 1
    return {
        "last": os.getloadavg()[0],
        "kerne": kerne,
        "prozessor": _zeile("/proc/cpuinfo", "model name"),
        "speicher": _zeile("/proc/meminfo", "MemTotal"),
        "python": platform.python_version(),
        "kopierrate_gb_s": {"1": _kopierrate(1), str(kerne): _kopierrate(kerne)},
    }


def _zeile(datei: str, anfang: str) -> str:
    zeilen = Path(datei).read_text().splitlines() if Path(datei).exists() else []
    return next((z.split(":", 1)[1].strip() for z in zeilen if z.startswith(anfang)), "unbekannt")


def _kopierrate(faeden: int) -> float:
    """Gigabytes read and written per second by plain copies of arrays larger than every cache."""
    quellen = [np.ones(_BYTE // 8) for _ in range(faeden)]
    ziele = [np.zeros_like(q) for q in quellen]
    beste = 0.0
    with ThreadPoolExecutor(faeden) as pool:
        for _ in range(_MAL):
            beginn = time.perf_counter()
            list(pool.map(np.copyto, ziele, quellen))
            beste = max(beste, 2 * _BYTE * faeden / (time.perf_counter() - beginn) / 1e9)
    return round(beste, 1)
