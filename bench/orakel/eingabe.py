"""The households of the comparison in GETTSIM's names and units.

Taxes, contributions, received maintenance and recognised housing costs are facts here; GETTSIM gets them as data
instead of deriving them. Its names for SGB II changed with the Bürgergeld in 2023.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from bench.gettsim_eingabe import _NULLEN as NULLEN
from sozialamt.rechenkern import Fall
from sozialamt.rechenkern.kalender import jahr, monat_im_jahr, tag

Feld = npt.NDArray[Any]
Spalten = dict[str, Feld]
CENT, MONATE, ALTERSRENTE = 100.0, 12, 67
ERWACHSEN = 18
BUERGERGELD_AB, GRUNDRENTE_AB = 2023_01_01, 2021_01_01
_RENTE = "sozialversicherung__rente__"
_PRIVATE_VORSORGE_AB = (
    "einkommensteuer__einkünfte__sonstige__rente__alter_beginn_leistungsbezug_sonstige_private_vorsorge"
)
OHNE = frozenset({"elterngeld__betrag_m", "elterngeld__anrechenbarer_betrag_m"})


def sgb2(monat: int) -> str:
    """Name space of SGB II in GETTSIM."""
    return "bürgergeld" if monat >= BUERGERGELD_AB else "arbeitslosengeld_2"


def spalten(faelle: Sequence[Fall], monat: int) -> Spalten:
    """One array per GETTSIM input, one entry per person, for SGB II, SGB XII, Wohngeld, Kinderzuschlag."""
    personen = [p for f in faelle for p in f.personen.values()]
    anzahl = len(personen)
    groessen = [len(f.personen) for f in faelle]
    haushalt = np.repeat(np.arange(len(faelle)), groessen)
    anfang = np.repeat(np.cumsum([0, *groessen[:-1]]), groessen)

    def p(name: str, sonst: int = 0) -> Feld:
        return np.array([x.get(name, sonst) for x in personen])

    def h(name: str) -> Feld:
        return np.array([f.haushalt[name] for f in faelle])[haushalt]

    def verweis(name: str) -> Feld:
        werte = p(name, -1)
        return np.where(werte >= 0, werte + anfang, -1).astype(np.int64)

    daten = {name: np.zeros(anzahl) for name in NULLEN}
    daten |= {"p_id": np.arange(anzahl), "hh_id": haushalt.astype(np.int64)}
    daten |= _alter(p("geburtsdatum"), monat)
    daten |= {
        "familie__p_id_ehepartner": verweis("partner"),
        "familie__p_id_elternteil_1": verweis("elternteil_1"),
        "familie__p_id_elternteil_2": verweis("elternteil_2"),
        "familie__alleinerziehend": p("alleinerziehend") > 0,
        f"{sgb2(monat)}__p_id_einstandspartner": verweis("partner"),
        "kindergeld__p_id_empfänger": verweis("kindergeld_empfaenger"),
        "behinderungsgrad": p("grad_der_behinderung"),
        "schwerbehindert_grad_g": p("merkzeichen_g") > 0,
        f"{sgb2(monat)}__kosten_der_unterkunft_m": (h("miete_bruttokalt") + h("heizkosten"))
        / np.array(groessen)[haushalt]
        / CENT,
        "wohnen__bruttokaltmiete_m_hh": h("miete_bruttokalt") / CENT,
        "wohnen__heizkosten_m_hh": h("heizkosten") / CENT,
        "wohngeld__mietstufe_hh": h("mietstufe"),
        "vermögen": p("vermoegen_geld") / CENT,
    }
    daten |= _feste(anzahl, p, monat)
    daten |= _einkommen(p)
    return daten


def _alter(geburtsdatum: Feld, monat: int) -> Spalten:
    """Completed years and months on the first of the month."""
    monate = np.array(
        [
            (jahr(monat) - jahr(g)) * MONATE + monat_im_jahr(monat) - monat_im_jahr(g) - (tag(g) > 1)
            for g in geburtsdatum
        ]
    )
    return {
        "alter": monate // MONATE,
        "alter_monate": monate,
        "geburtsjahr": geburtsdatum // 10_000,
        "geburtsmonat": geburtsdatum // 100 % 100,
    }


def _feste(anzahl: int, p: Any, monat: int) -> Spalten:
    geburtsjahr = p("geburtsdatum") // 10_000
    daten = {
        "kindergeld__in_ausbildung": np.zeros(anzahl, bool),
        "arbeitsstunden_w": np.where(p("erwerbseinkommen_brutto") > 0, 30.0, 0.0),
        "einkommensteuer__gemeinsam_veranlagt": np.zeros(anzahl, bool),
        "wohnen__bewohnt_eigentum_hh": np.zeros(anzahl, bool),
        "wohnen__wohnfläche_hh": np.full(anzahl, 60.0),
        _RENTE + "bezieht_rente": p("rente_gesetzlich") > 0,
        _RENTE + "jahr_renteneintritt": geburtsjahr + ALTERSRENTE,
        _RENTE + "monat_renteneintritt": np.ones(anzahl, np.int64),
        _PRIVATE_VORSORGE_AB: np.full(anzahl, ALTERSRENTE),
    }
    if monat >= BUERGERGELD_AB:
        daten["bürgergeld__bezug_im_vorjahr"] = np.ones(anzahl, bool)
    if monat >= GRUNDRENTE_AB:
        daten[_RENTE + "grundrente__grundrentenzeiten_monate"] = p("grundrentenzeiten_monate")
    return daten


def _einkommen(p: Any) -> Spalten:
    erwerb_sv, rente_sv = p("erwerbseinkommen_sozialversicherung") / CENT, p("rente_sozialversicherung") / CENT
    return {
        "einnahmen__bruttolohn_m": p("erwerbseinkommen_brutto") / CENT,
        "einkommensteuer__betrag_y_sn": p("erwerbseinkommen_steuern") * MONATE / CENT,
        "sozialversicherung__beiträge_versicherter_m": erwerb_sv + rente_sv,
        "sozialversicherung__rente__beitrag__betrag_versicherter_m": erwerb_sv / 2,
        "sozialversicherung__kranken__beitrag__betrag_versicherter_m": (erwerb_sv + rente_sv) / 2,
        "sozialversicherung__arbeitslosen__betrag_m": p("arbeitslosengeld") / CENT,
        "einnahmen__renten__gesetzliche_m": p("rente_gesetzlich") / CENT,
        "einnahmen__renten__sonstige_private_vorsorge_m": p("rente_privat") / CENT,
        "einnahmen__renten__betriebliche_altersvorsorge_m": p("rente_betrieblich") / CENT,
        "unterhalt__tatsächlich_erhaltener_betrag_m": p("unterhalt") / CENT,
        "unterhaltsvorschuss__betrag_m": p("unterhaltsvorschuss_bezug") / CENT,
    }
