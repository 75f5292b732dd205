"""GETTSIM on the households of every month. Runs in an environment of its own, without this project.

Called with a folder: for every `JJJJ-MM.TEIL.npz` (one array per input) writes `JJJJ-MM.TEIL.aus.npz` with the targets
that `JJJJ-MM.TEIL.ziele` lists. A call costs seconds whatever its size, so months between which GETTSIM's law does not
change are calculated in one: people and households are numbered on, ages already are those of their month.
"""

import sys
import time
import warnings
from itertools import groupby
from pathlib import Path

import numpy as np

WECHSEL = (
    *("2019-01", "2019-07", "2020-01", "2020-07", "2021-01", "2021-07", "2021-09", "2022-01", "2022-07", "2022-10"),
    *("2023-01", "2023-07", "2024-01", "2024-02", "2024-04", "2025-01", "2025-04", "2025-07", "2026-01", "2026-07"),
)
"""Months in which a parameter or function of GETTSIM 1.3.1 changes, read from their dates."""


def stand(monat: str) -> str:
    """Month of the last change."""
    return max(w for w in WECHSEL if w <= monat)


def lies(pfad: Path) -> dict[str, np.ndarray]:
    """Columns of one month."""
    with np.load(pfad) as datei:
        return {name: datei[name] for name in datei.files}


def zusammen(monate: list[dict[str, np.ndarray]]) -> dict[str, np.ndarray]:
    """All months under each other, with numbers of people and households that stay apart."""
    teile, personen, haushalte = [], 0, 0
    for spalten in monate:
        teil = dict(spalten)
        for name, werte in spalten.items():
            if "p_id" in name:
                teil[name] = np.where(werte >= 0, werte + personen, -1)
            elif name == "hh_id":
                teil[name] = werte + haushalte
        teile.append(teil)
        personen += len(spalten["p_id"])
        haushalte += int(spalten["hh_id"].max()) + 1
    return {name: np.concatenate([t[name] for t in teile]) for name in teile[0]}


def main() -> None:
    warnings.simplefilter("ignore")
    import gettsim
    import pandas as pd
    from gettsim import InputData, MainTarget, TTTargets

    alle = [p for p in Path(sys.argv[1]).glob("*.npz") if not p.name.endswith(".aus.npz")]
    offen = [p for p in alle if not p.with_suffix(".aus.npz").exists()]

    def gruppe(pfad: Path) -> tuple[str, str]:
        return pfad.suffixes[0], stand(pfad.name[:7])

    for (teil, wechsel), dateien in groupby(sorted(offen, key=lambda p: (gruppe(p), p.name)), key=gruppe):
        beginn = time.perf_counter()
        monate = list(dateien)
        ziele = monate[0].with_suffix(".ziele").read_text(encoding="utf-8").split()
        spalten = [lies(p) for p in monate]
        ergebnis = gettsim.main(
            main_target=MainTarget.results.df_with_qname_columns,
            policy_date_str=f"{wechsel}-01",
            input_data=InputData.df_with_qname_columns(pd.DataFrame(zusammen(spalten))),
            tt_targets=TTTargets(qname=dict.fromkeys(ziele)),
        )
        von = 0
        for pfad, monat in zip(monate, spalten, strict=True):
            bis = von + len(monat["p_id"])
            np.savez(pfad.with_suffix(".aus.npz"), **{name: ergebnis[name].to_numpy()[von:bis] for name in ziele})
            von = bis
        print(f"{wechsel}{teil}: {len(monate)} Monate, {time.perf_counter() - beginn:.1f} s", flush=True)


if __name__ == "__main__":
    main()
