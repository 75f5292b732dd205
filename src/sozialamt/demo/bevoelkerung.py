"""Generated population in the layout of the compiled kernel, from a fixed seed, block by block.

Each block depends only on seed and number, so that blocks can be made in any order, in parallel and again after an
interruption. Nobody in it exists: the schema of every batch and file says so.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from sozialamt.demo.bevoelkerung_angaben import Angaben
from sozialamt.demo.bevoelkerung_haushalte import Feld, baue_gefuege

FASSUNG = "1"
"""Raised whenever the same seed gives other people."""
BLOCK = 250_000
STICHTAG = "2026-11-01"
KENNZEICHEN = b"sozialamt.erzeugt"


def haushalte(
    anzahl_personen: int, seed: int = 1, block: int = BLOCK, stichtag: str = STICHTAG
) -> Iterator[pa.RecordBatch]:
    """Exactly that many persons in batches of `block` persons (the last one smaller), one row per household.

    Columns are facts of the vocabulary: plain per household, lists per person; options as numbers (Arrow cannot stream
    lists of dictionary values from Parquet). Ages refer to `stichtag`.
    """
    for nummer in range(bloecke(anzahl_personen, block)):
        yield haushaltsblock(nummer, min(block, anzahl_personen - nummer * block), seed, stichtag)


def bloecke(anzahl_personen: int, block: int = BLOCK) -> int:
    """Number of batches `haushalte` gives."""
    return -(-anzahl_personen // block)


def haushaltsblock(nummer: int, personen: int, seed: int = 1, stichtag: str = STICHTAG) -> pa.RecordBatch:
    """One batch by its number; the same for the same arguments, whatever was made before."""
    zufall = np.random.Generator(np.random.SFC64(np.random.SeedSequence([seed, nummer, personen])))
    gefuege = baue_gefuege(personen, zufall)
    angaben = Angaben(gefuege, np.datetime64(stichtag, "D"), zufall)
    je_haushalt = angaben.haushalt()
    je_person = angaben.person(je_haushalt)
    spalten = {name: pa.array(werte) for name, werte in je_haushalt.items()}
    grenzen = pa.array(gefuege.grenzen)
    for name, werte in je_person.items():
        spalten[name] = pa.ListArray.from_arrays(grenzen, _spalte(name, werte))
    felder = [pa.field(name, spalte.type) for name, spalte in spalten.items()]
    schema = pa.schema(felder, metadata=_kennzeichen(seed, stichtag))
    return pa.RecordBatch.from_arrays(list(spalten.values()), schema=schema)


def _spalte(name: str, werte: Feld) -> pa.Array:
    if name == "geburtsdatum":
        return pa.array(werte).cast(pa.date32())
    return pa.array(werte)


def _kennzeichen(seed: int, stichtag: str) -> Mapping[bytes, bytes]:
    text = f"Erzeugte Bevölkerung, keine echten Personen. Fassung {FASSUNG}, Startzahl {seed}, Stichtag {stichtag}."
    return {KENNZEICHEN: text.encode()}


def schreibe_parquet(
    ordner: Path,
    anzahl_personen: int,
    seed: int = 1,
    *,
    je_datei: int = 1_000_000,
    stichtag: str = STICHTAG,
    faeden: int | None = None,
) -> list[Path]:
    """Write the population as files of `je_datei` persons; complete files that are already there are kept.

    Each file appears under its name only when it is complete. Returns the files in order.
    """
    ordner.mkdir(parents=True, exist_ok=True)
    auftraege = [
        (ordner / f"teil-{nummer:04d}.parquet", nummer, min(je_datei, anzahl_personen - nummer * je_datei))
        for nummer in range(bloecke(anzahl_personen, je_datei))
    ]
    with ThreadPoolExecutor(faeden or os.cpu_count() or 1) as pool:
        list(pool.map(lambda a: _schreibe_datei(*a, seed, stichtag), auftraege))
    return [pfad for pfad, _, _ in auftraege]


def _schreibe_datei(pfad: Path, nummer: int, personen: int, seed: int, stichtag: str) -> None:
    if pfad.exists() and _passt(pfad, personen, _kennzeichen(seed, stichtag)):
        return
    teile = bloecke(personen)
    vorlaeufig = pfad.with_suffix(f".{os.getpid()}.neu")
    with vorlaeufig.open("wb") as datei:
        schreiber = None
        for teil in range(teile):
            satz = haushaltsblock(nummer * 1_000 + teil, min(BLOCK, personen - teil * BLOCK), seed, stichtag)
            schreiber = schreiber or pq.ParquetWriter(datei, satz.schema, compression="zstd", compression_level=1)
            schreiber.write_batch(satz)
        if schreiber is not None:
            schreiber.close()
        datei.flush()
        os.fsync(datei.fileno())
    vorlaeufig.replace(pfad)


def _passt(pfad: Path, personen: int, kennzeichen: Mapping[bytes, bytes]) -> bool:
    """Whether a file that is there holds these people: seed and version from its schema, persons from its metadata."""
    try:
        datei = pq.ParquetFile(pfad)
    except (pa.ArrowInvalid, OSError):
        return False
    if (datei.schema_arrow.metadata or {}).get(KENNZEICHEN) != kennzeichen[KENNZEICHEN]:
        return False
    stelle = datei.schema.names.index("element") if "element" in datei.schema.names else 0
    inhalt = datei.metadata
    return sum(inhalt.row_group(i).column(stelle).num_values for i in range(inhalt.num_row_groups)) == personen
