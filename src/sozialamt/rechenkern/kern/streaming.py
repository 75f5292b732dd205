"""Parquet in, Parquet out, in bounded memory and resumable: partition by partition, each its own file.

A partition is a run of row groups of one input file. Workers stream it batch by batch through the kernel (which
releases the GIL, as do Arrow's decoder and encoder), so memory depends on the number of threads, not on the size of the
input. What is finished is kept in `manifest`; killed and started again, only unfinished partitions are calculated.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import FIRST_EXCEPTION, Future, ThreadPoolExecutor, wait
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from sozialamt.rechenkern.errors import Mangel, UngueltigeAngaben
from sozialamt.rechenkern.kalender import iso
from sozialamt.rechenkern.kern.manifest import Manifest, Stand, fluechtig, kennung_der_datei
from sozialamt.rechenkern.kern.run import Rechner

HAUSHALTE_JE_TEIL = 500_000
"""Row groups are put together to partitions of at least this many households (or the end of the file)."""
HAUSHALTE_JE_SATZ = 32_768
"""Households per batch: their columns stay in the cache of the processor."""
KENNZEICHEN = b"sozialamt.berechnung"

Fortschritt = Callable[[int], None]


@dataclass(frozen=True)
class Teil:
    """One unit of work: row groups `von` (inclusive) to `bis` (exclusive) of a file, and where the result belongs."""

    datei: Path
    von: int
    bis: int
    ab_zeile: int
    haushalte: int
    personen: int
    name: str


@dataclass(frozen=True)
class Lauf:
    """What to do: input files, output folder, and columns of the input to carry over unchanged (keys of the caller)."""

    eingabe: tuple[Path, ...]
    ausgabe: Path
    behalte: tuple[str, ...] = ()

    @classmethod
    def aus(cls, eingabe: Path, ausgabe: Path, behalte: Iterable[str] = ()) -> Lauf:
        """Input is one Parquet file or a folder of them. Raises UngueltigeAngaben."""
        return cls(dateien(eingabe), ausgabe, tuple(behalte))


@dataclass
class Bilanz:
    """What a run did. `ergaenzt` counts per fact how often its documented default stood in for a missing value."""

    haushalte: int = 0
    personen: int = 0
    teile: int = 0
    uebernommen: int = 0
    ergaenzt: dict[str, int] = field(default_factory=dict)

    def nimm(self, stand: Stand) -> None:
        """Add one finished partition."""
        self.teile += 1
        self.zaehle(stand.haushalte, stand.personen, stand.ergaenzt)

    def zaehle(self, haushalte: int, personen: int, ergaenzt: Mapping[str, int]) -> None:
        """Add one batch."""
        self.haushalte += haushalte
        self.personen += personen
        for name, anzahl in ergaenzt.items():
            self.ergaenzt[name] = self.ergaenzt.get(name, 0) + anzahl


def dateien(eingabe: Path) -> tuple[Path, ...]:
    """The Parquet files meant by a path; names that begin with a dot or an underscore do not count."""
    if eingabe.is_file():
        return (eingabe,)
    gefunden = sorted(p for p in eingabe.glob("*.parquet") if not p.name.startswith((".", "_")))
    if not gefunden:
        grund = "enthält keine Parquet-Datei" if eingabe.is_dir() else "gibt es nicht"
        raise UngueltigeAngaben(
            [Mangel("EINGABE", str(eingabe), grund, "Nenne eine Datei oder einen Ordner mit *.parquet.")]
        )
    return tuple(gefunden)


def teile_von(lauf: Lauf) -> list[Teil]:
    """The partitions of a run, in order, the same every time. Raises UngueltigeAngaben for what is no Parquet file."""
    ergebnis: list[Teil] = []
    for nummer, datei in enumerate(lauf.eingabe):
        inhalt = oeffne(datei).metadata
        von = zeile = 0
        while von < inhalt.num_row_groups:
            bis, haushalte, personen = von, 0, 0
            while bis < inhalt.num_row_groups and haushalte < HAUSHALTE_JE_TEIL:
                gruppe = inhalt.row_group(bis)
                haushalte += gruppe.num_rows
                personen += max(gruppe.column(i).num_values for i in range(gruppe.num_columns))
                bis += 1
            name = f"teil-{nummer:05d}-{von:05d}.parquet"
            ergebnis.append(Teil(datei, von, bis, zeile, haushalte, personen, name))
            von, zeile = bis, zeile + haushalte
    return ergebnis


def oeffne(datei: Path) -> pq.ParquetFile:
    """Open a Parquet file, or say in German why not."""
    try:
        return pq.ParquetFile(datei, memory_map=True)
    except (pa.ArrowInvalid, OSError) as fehler:
        mangel = Mangel(datei.name, "–", f"ist keine lesbare Parquet-Datei ({fehler})", "Erzeuge die Datei neu.")
        raise UngueltigeAngaben([mangel]) from fehler


def auftragsbild(rechner: Rechner, lauf: Lauf, teile: Sequence[Teil]) -> dict[str, Any]:
    """Everything the result depends on, in a form whose hash names the order."""
    a, quelle = rechner.auftrag, rechner.quelle
    vorgaben = [
        [m.name, m.vorgabe, m.min, m.max, sorted((n, sorted(w)) for n, w in m.wenn.items())] for m in quelle.spalten
    ]
    return {
        "ziele": list(a.ziele),
        "monat": iso(a.monat)[:7],
        "regeln": hashlib.sha256(quelle.text.encode()).hexdigest(),
        "parameter": hashlib.sha256(rechner.parametervektor.tobytes()).hexdigest(),
        "merkmale": hashlib.sha256(json.dumps(vorgaben).encode()).hexdigest(),
        "ohne_spalte": sorted(a.vorgaben),
        "behalte": list(lauf.behalte),
        "eingabe": [kennung_der_datei(d) for d in lauf.eingabe],
        "teile": [[t.name, t.von, t.bis] for t in teile],
    }


def stroeme(rechner: Rechner, lauf: Lauf, faeden: int | None = None, fortschritt: Fortschritt | None = None) -> Bilanz:
    """Calculate a whole folder on all cores. `fortschritt` is told the persons of every batch, from any thread.

    Raises UngueltigeAngaben for bad input (first rows named) and AndererAuftrag where the output folder belongs to
    another order; finished partitions stay.
    """
    melde = fortschritt or (lambda personen: None)
    teile = teile_von(lauf)
    pruefe_spalten(rechner, lauf)
    with Manifest.oeffne(lauf.ausgabe, auftragsbild(rechner, lauf, teile)) as manifest:
        bilanz, offen = offene_teile(manifest, teile, melde)
        with ThreadPoolExecutor(faeden or os.cpu_count() or 1) as pool:
            arbeiten = [pool.submit(rechne_teil, rechner, lauf, t, manifest.schluessel, melde) for t in offen]
            _warte(arbeiten)
        for arbeit in arbeiten:
            bilanz.nimm(arbeit.result())
    return bilanz


def pruefe_spalten(rechner: Rechner, lauf: Lauf) -> None:
    """Refuse missing columns before anything is calculated, once for all files."""
    for datei in lauf.eingabe:
        namen = set(oeffne(datei).schema_arrow.names)
        fehlt = [m for m in rechner.spalten if m.name not in namen]
        maengel = [
            Mangel(f"{datei.name}: {m.name}", "–", "die Spalte fehlt", f"{m.titel}{_ausweg(m.pflicht)}") for m in fehlt
        ]
        maengel += [
            Mangel(f"{datei.name}: {s}", "–", "die Spalte fehlt", "Sie soll unverändert übernommen werden.")
            for s in lauf.behalte
            if s not in namen
        ]
        if maengel:
            raise UngueltigeAngaben(maengel)


def _ausweg(pflicht: bool) -> str:
    return ": Ergänze die Spalte" if pflicht else ": Ergänze die Spalte oder rechne mit der Vorgabe (--vorgaben)"


def offene_teile(manifest: Manifest, teile: Sequence[Teil], melde: Fortschritt) -> tuple[Bilanz, list[Teil]]:
    """What earlier runs of the same order left finished and sound, and what is still to do."""
    bilanz, offen = Bilanz(), []
    for teil in teile:
        stand = manifest.fertig(teil.name)
        if stand is None:
            offen.append(teil)
            continue
        bilanz.nimm(stand)
        bilanz.uebernommen += 1
        melde(teil.personen)
    return bilanz, offen


def _warte(arbeiten: Sequence[Future[Stand]]) -> None:
    """Until all are done; at the first error (or Ctrl-C) what has not begun is dropped."""
    try:
        wait(arbeiten, return_when=FIRST_EXCEPTION)
    finally:
        for arbeit in arbeiten:
            arbeit.cancel()
    for arbeit in arbeiten:
        if arbeit.done() and not arbeit.cancelled():
            arbeit.result()


def rechne_teil(rechner: Rechner, lauf: Lauf, teil: Teil, schluessel: str, melde: Fortschritt) -> Stand:
    """One partition: stream, calculate, write under a temporary name, make it durable, then give it its name."""
    stand = Bilanz()
    with fluechtig(lauf.ausgabe / teil.name) as datei, ExitStack() as aufraeumen:
        schreiber: pq.ParquetWriter | None = None
        for satz in _saetze(rechner, lauf, teil):
            ergebnis, ergaenzt = _rechne_satz(rechner, lauf, teil, satz, teil.ab_zeile + stand.haushalte)
            if schreiber is None:
                schema = ergebnis.schema.with_metadata(_kennzeichen(rechner, schluessel))
                schreiber = pq.ParquetWriter(datei, schema, compression="zstd", compression_level=1)
                aufraeumen.callback(schreiber.close)
            schreiber.write_batch(ergebnis)
            stand.zaehle(satz.num_rows, _personen(satz), ergaenzt)
            melde(_personen(satz))
    return Manifest.vermerke(lauf.ausgabe, schluessel, teil.name, stand.haushalte, stand.personen, stand.ergaenzt)


def _saetze(rechner: Rechner, lauf: Lauf, teil: Teil) -> Iterable[pa.RecordBatch]:
    spalten = list(dict.fromkeys([*(m.name for m in rechner.spalten), *lauf.behalte]))
    return oeffne(teil.datei).iter_batches(  # type: ignore[no-any-return]
        batch_size=HAUSHALTE_JE_SATZ, row_groups=list(range(teil.von, teil.bis)), columns=spalten, use_threads=False
    )


def _rechne_satz(
    rechner: Rechner, lauf: Lauf, teil: Teil, satz: pa.RecordBatch, ab_zeile: int
) -> tuple[pa.RecordBatch, Mapping[str, int]]:
    try:
        ergebnis, ergaenzt = rechner.rechne(satz, ab_zeile=ab_zeile)
    except UngueltigeAngaben as fehler:
        maengel = [Mangel(f"{teil.datei.name}: {m.feld}", m.wert, m.grund, m.abhilfe) for m in fehler.maengel]
        raise UngueltigeAngaben(maengel) from fehler
    if not lauf.behalte:
        return ergebnis, ergaenzt
    namen = [*lauf.behalte, *ergebnis.schema.names]
    return pa.RecordBatch.from_arrays([*(satz.column(s) for s in lauf.behalte), *ergebnis.columns], namen), ergaenzt


def _personen(satz: pa.RecordBatch) -> int:
    liste = next((s for s in satz.columns if pa.types.is_list(s.type) or pa.types.is_large_list(s.type)), None)
    return satz.num_rows if liste is None else int(liste.offsets[-1].as_py() - liste.offsets[0].as_py())


def _kennzeichen(rechner: Rechner, schluessel: str) -> dict[bytes, bytes]:
    angaben = {"auftrag": schluessel, "monat": iso(rechner.auftrag.monat)[:7], "ziele": list(rechner.auftrag.ziele)}
    return {KENNZEICHEN: json.dumps(angaben, ensure_ascii=False).encode()}
