"""Compiled kernels on disk, named by the hash of their content.

A kernel file is used only if the checksum written after compiling it still fits all its parts; anything else –
damaged, half-written, from elsewhere – is thrown away and built again. A lock lets the second of two processes
that need the same kernel wait for the first.
"""

from __future__ import annotations

import fcntl
import hashlib
import importlib.util
import os
import platform
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Any

UMGEBUNG = "SOZIALAMT_KERN_ORDNER"


def ordner() -> Path:
    """Folder of the compiled kernels, readable by its owner only."""
    gewaehlt = os.environ.get(UMGEBUNG)
    pfad = Path(gewaehlt) if gewaehlt else Path.home() / ".cache" / "sozialamt" / "kern"
    pfad.mkdir(parents=True, exist_ok=True, mode=0o700)
    return pfad


def kennung(text: str) -> str:
    """Name of a kernel: hash of its source and of everything the machine code depends on."""
    umgebung = (version("numba"), version("llvmlite"), version("numpy"), platform.python_version(), platform.machine())
    return "kern_" + hashlib.sha256("\n".join((text, *umgebung)).encode()).hexdigest()[:24]


def lade(text: str) -> Callable[..., Any]:
    """Compiled function `kern` of a kernel source; compiled now if there is no sound copy on disk."""
    name = kennung(text)
    if name in sys.modules:
        return _funktion(name)
    wo = ordner()
    with _allein(wo / f"{name}.lock"):
        datei = wo / f"{name}.py"
        if not _unversehrt(wo, name):
            _verwirf(wo, name)
            schreibe(datei, text)
        _importiere(name, datei)
        if not (wo / f"{name}.pruefsumme").exists():
            schreibe(wo / f"{name}.pruefsumme", _pruefsumme(wo, name))
    return _funktion(name)


def _funktion(name: str) -> Callable[..., Any]:
    kern: Callable[..., Any] = sys.modules[name].kern
    return kern


def _importiere(name: str, datei: Path) -> None:
    spec = importlib.util.spec_from_file_location(name, datei)
    if spec is None or spec.loader is None:
        raise ImportError(f"{datei.name} lässt sich nicht laden")
    modul = importlib.util.module_from_spec(spec)
    sys.modules[name] = modul
    try:
        spec.loader.exec_module(modul)
    except BaseException:
        del sys.modules[name]
        raise


def _teile(wo: Path, name: str) -> list[Path]:
    return [wo / f"{name}.py", *sorted((wo / "__pycache__").glob(f"{name}.kern-*.nb*"))]


def _pruefsumme(wo: Path, name: str) -> str:
    return "\n".join(f"{hashlib.sha256(p.read_bytes()).hexdigest()}  {p.name}" for p in _teile(wo, name)) + "\n"


def _unversehrt(wo: Path, name: str) -> bool:
    try:
        return (wo / f"{name}.pruefsumme").read_text() == _pruefsumme(wo, name)
    except (OSError, UnicodeDecodeError):
        return False


def _verwirf(wo: Path, name: str) -> None:
    for pfad in [wo / f"{name}.pruefsumme", *_teile(wo, name)]:
        pfad.unlink(missing_ok=True)


def schreibe(pfad: Path, text: str) -> None:
    """Write a file so that it is there whole or not at all."""
    vorlaeufig = pfad.with_suffix(f".{os.getpid()}.neu")
    vorlaeufig.write_text(text)
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
