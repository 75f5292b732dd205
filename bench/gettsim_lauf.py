"""GETTSIM on the households of the benchmark. Runs in a virtual environment of its own, without this project.

Called with a folder: reads `gettsim.npz` (one array per GETTSIM input, in GETTSIM's names) and `einzelfall.npz`, writes
`gettsim_ergebnis.npz` and prints its measurements as JSON on the last line. Then the same from gross income on
(`gettsim_brutto.npz`, `einzelfall_brutto.npz`), where GETTSIM derives taxes and contributions itself.
"""

import json
import statistics
import sys
import time
import warnings
from importlib.metadata import version
from pathlib import Path

import numpy as np

STICHTAG = "2026-01-01"
ZIELE = {
    "grundsicherung_arbeitsuchende": "bürgergeld__anspruchshöhe_m_bg",
    "grundsicherung_alter_erwerbsminderung": "grundsicherung__im_alter__anspruchshöhe_m_eg",
    "wohngeld": "wohngeld__anspruchshöhe_m_wthh",
    "kinderzuschlag": "kinderzuschlag__anspruchshöhe_m_bg",
}
GRUPPEN = ("bg_id", "eg_id", "wthh_id")


def lies(pfad: Path) -> dict[str, np.ndarray]:
    with np.load(pfad) as datei:
        return {name: datei[name] for name in datei.files}


def dauer(fn, wie_oft: int) -> tuple[float, object]:
    """Median wall time of repeated calls, and the last result."""
    zeiten, ergebnis = [], None
    for _ in range(wie_oft):
        beginn = time.perf_counter()
        ergebnis = fn()
        zeiten.append(time.perf_counter() - beginn)
    return statistics.median(zeiten), ergebnis


def main() -> None:
    warnings.simplefilter("ignore")
    ordner = Path(sys.argv[1])
    beginn = time.perf_counter()
    import gettsim
    import pandas as pd
    from gettsim import InputData, MainTarget, TTTargets

    einfuhr = time.perf_counter() - beginn
    ziele = TTTargets(qname=dict.fromkeys([*ZIELE.values(), *GRUPPEN]))
    beginn = time.perf_counter()
    umgebung = gettsim.main(main_target=MainTarget.policy_environment, policy_date_str=STICHTAG)
    aufbau = time.perf_counter() - beginn

    def ruf(daten: dict[str, np.ndarray], ziel=MainTarget.results.df_with_qname_columns):
        return gettsim.main(
            main_target=ziel,
            policy_date_str=STICHTAG,
            policy_environment=umgebung,
            input_data=InputData.df_with_qname_columns(pd.DataFrame(daten)),
            tt_targets=ziele,
        )

    def messe(endung: str) -> dict[str, float]:
        """Time of a single case, of the whole call and of its arithmetic alone, and the peak memory up to the call."""
        daten, einzeln = lies(ordner / f"gettsim{endung}.npz"), lies(ordner / f"einzelfall{endung}.npz")
        ruf(einzeln)
        einzelfall, _ = dauer(lambda: ruf(einzeln), 3)
        ganz, ergebnis = dauer(lambda: ruf(daten), 2)
        zeilen = Path("/proc/self/status").read_text().splitlines()
        spitze = next(int(z.split()[1]) * 1024 for z in zeilen if z.startswith("VmHWM:"))
        if not endung:
            spalten = {n: ergebnis[n].to_numpy() for n in (*ZIELE.values(), *GRUPPEN)}
            np.savez(ordner / "gettsim_ergebnis.npz", **spalten)
        teile = gettsim.main(
            main_targets=[MainTarget.tt_function, MainTarget.processed_data, MainTarget.labels.root_nodes],
            policy_date_str=STICHTAG,
            policy_environment=umgebung,
            input_data=InputData.df_with_qname_columns(pd.DataFrame(daten)),
            tt_targets=ziele,
        )
        eingabe = {n: w for n, w in teile["processed_data"].items() if n in teile["labels"]["root_nodes"]}
        rechnen, _ = dauer(lambda: teile["tt_function"](eingabe), 3)
        return {
            "personen": len(daten["p_id"]),
            "rechnen_s": rechnen,
            "ganzer_aufruf_s": ganz,
            "einzelfall_s": einzelfall,
            "spitze_byte": spitze,
        }

    gegeben = messe("")
    print(
        json.dumps(
            {
                "fassung": version("gettsim"),
                "stichtag": STICHTAG,
                "einfuhr_s": einfuhr,
                "aufbau_s": aufbau,
                "gegeben": gegeben,
                "brutto": messe("_brutto"),
            }
        )
    )


if __name__ == "__main__":
    main()
