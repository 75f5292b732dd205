"""Compiled kernels on disk, named by the hash of their content.

A kernel file is used only if the checksum it begins with fits the machine code after it; anything else – damaged,
half-written, from elsewhere – is thrown away and built again. A lock lets the second of two processes
that need the same kernel wait for the first.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import platform
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Any

UMGEBUNG = "SOZIALAMT_KERN_ORDNER"
_PRUEFSUMME = hashlib.sha256().digest_size
_geladen: dict[str, Callable[..., Any]] = {}


def ordner() -> Path:
    """Folder of the compiled kernels, readable by its owner only."""
    gewaehlt = os.environ.get(UMGEBUNG)
    pfad = Path(gewaehlt) if gewaehlt else Path.home() / ".cache" / "sozialamt" / "kern"
    pfad.mkdir(parents=True, exist_ok=True, mode=0o700)
    return pfad


def kennung(text: str) -> str:
    """Name of a kernel: hash of its source and of everything the machine code depends on."""
    from sozialamt.rechenkern.kern.machine import FASSUNG, prozessor

    umgebung = (version("llvmlite"), platform.machine(), platform.system(), *prozessor(), FASSUNG)
    return "kern_" + hashlib.sha256("\n".join((text, *umgebung)).encode()).hexdigest()[:24]


def lade(text: str) -> Callable[..., Any]:
    """Compiled function `kern` of a kernel source; compiled now if there is no sound copy on disk."""
    from sozialamt.rechenkern.kern import machine

    name = kennung(text)
    if name not in _geladen:
        datei = ordner() / f"{name}.bin"
        with _allein(datei.with_suffix(".lock")):
            code = _unversehrt(datei)
            if code is None:
                code = machine.uebersetze(text)
                schreibe(datei, hashlib.sha256(code).digest() + code)
        _geladen.setdefault(name, machine.lade(code))
    return _geladen[name]


def _unversehrt(datei: Path) -> bytes | None:
    """Machine code of a file if the checksum before it fits."""
    try:
        inhalt = datei.read_bytes()
    except OSError:
        return None
    code = inhalt[_PRUEFSUMME:]
    return code if code and hashlib.sha256(code).digest() == inhalt[:_PRUEFSUMME] else None


def schreibe(pfad: Path, inhalt: bytes) -> None:
    """Write a file so that it is there whole or not at all."""
    vorlaeufig = pfad.with_suffix(f".{os.getpid()}.neu")
    vorlaeufig.write_bytes(inhalt)
    vorlaeufig.replace(pfad)


@contextmanager
def einziger_lauf(name: str) -> Iterator[bool]:
    """Whether no other process is in a run of that name; does not wait."""
    with (ordner() / f"{name}.lock").open("w") as datei:
        try:
            fcntl.flock(datei, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True


@contextmanager
def _allein(pfad: Path) -> Iterator[None]:
    with pfad.open("w") as datei:
        fcntl.flock(datei, fcntl.LOCK_EX)
        try:
            yield
        finally:
            fcntl.flock(datei, fcntl.LOCK_UN)
