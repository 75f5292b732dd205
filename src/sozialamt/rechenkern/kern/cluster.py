"""The same run on many machines: partitions are handed to a dask.distributed cluster, the manifest stays the same.

All machines see input and output under the same paths (a shared file system) and have the same program installed. Each
worker loads the law and the kernel once; a worker whose rules differ refuses.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from sozialamt.rechenkern.errors import Regelwerkfehler
from sozialamt.rechenkern.kern.manifest import Manifest, Stand
from sozialamt.rechenkern.kern.run import Rechenauftrag, Rechner
from sozialamt.rechenkern.kern.streaming import (
    Bilanz,
    Fortschritt,
    Lauf,
    Teil,
    auftragsbild,
    offene_teile,
    pruefe_spalten,
    rechne_teil,
    teile_von,
)
from sozialamt.rechenkern.regelwerk import Regelwerk

if TYPE_CHECKING:
    from distributed import Client

_rechner: dict[tuple[str, str], Rechner] = {}
_sperre = threading.Lock()


def regelwerk_aus(quelle: str) -> Regelwerk:
    """The law a `module:function` gives; how a worker finds it by itself."""
    modul, _, funktion = quelle.partition(":")
    werk: Regelwerk = getattr(import_module(modul), funktion)()
    return werk


def stroeme_verteilt(
    client: Client, quelle: str, auftrag: Rechenauftrag, lauf: Lauf, fortschritt: Fortschritt | None = None
) -> Bilanz:
    """Like `streaming.stroeme`, with the workers of a cluster. `quelle` names the law as `module:function`.

    `fortschritt` is told the persons of every finished partition.
    """
    from distributed import as_completed

    melde = fortschritt or (lambda personen: None)
    rechner = Rechner(regelwerk_aus(quelle), auftrag)
    teile = teile_von(lauf)
    pruefe_spalten(rechner, lauf)
    with Manifest.oeffne(lauf.ausgabe, auftragsbild(rechner, lauf, teile)) as manifest:
        bilanz, offen = offene_teile(manifest, teile, melde)
        argumente = (quelle, auftrag, rechner.quelle.text, lauf)
        arbeiten = [client.submit(_beim_arbeiter, *argumente, t, manifest.schluessel, pure=False) for t in offen]
        try:
            fertige: Iterable[tuple[Any, Stand]] = as_completed(  # type: ignore[no-untyped-call]
                arbeiten, with_results=True
            )
            for _, stand in fertige:
                bilanz.nimm(stand)
                melde(stand.personen)
        finally:
            _beende(client, arbeiten)
    return bilanz


def _beende(client: Client, arbeiten: Sequence[Any]) -> None:
    offen = [a for a in arbeiten if not a.done()]
    if offen:
        client.cancel(offen)  # type: ignore[no-untyped-call]


def _beim_arbeiter(quelle: str, auftrag: Rechenauftrag, regeln: str, lauf: Lauf, teil: Teil, schluessel: str) -> Stand:
    with _sperre:
        rechner = _rechner.get((quelle, schluessel))
        if rechner is None:
            rechner = Rechner(regelwerk_aus(quelle), auftrag)
            if rechner.quelle.text != regeln:
                raise Regelwerkfehler("Ein Rechner des Clusters hat andere Regeln. Bringe alle auf denselben Stand.")
            _rechner[quelle, schluessel] = rechner
    return rechne_teil(rechner, lauf, teil, schluessel, lambda personen: None)
