"""The households of the benchmark in GETTSIM's names and units.

Both sides get the same facts. What this project is told and GETTSIM would derive (income tax, contributions, received
Unterhaltsvorschuss) is handed to GETTSIM as data: it has less to calculate, not more. `aus_brutto` takes that away
again: then GETTSIM runs its own chain from gross income on, as its users do.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

Feld = npt.NDArray[Any]
MONAT = "2026-01"
STICHTAG = "2026-01-01"
_CENT = 100.0
_MONATE = 12
_ALTERSRENTE = 67
_GRUNDRENTENZEITEN = "sozialversicherung__rente__grundrente__grundrentenzeiten_monate"
_PRIVATE_VORSORGE_AB = (
    "einkommensteuer__einkünfte__sonstige__rente__alter_beginn_leistungsbezug_sonstige_private_vorsorge"
)
_NULLEN = (
    "solidaritätszuschlag__betrag_m_sn",
    "einkommensteuer__einkünfte__aus_forst_und_landwirtschaft__betrag_y",
    "einkommensteuer__einkünfte__aus_gewerbebetrieb__betrag_y",
    "einkommensteuer__einkünfte__aus_selbstständiger_arbeit__betrag_y",
    "einkommensteuer__einkünfte__aus_vermietung_und_verpachtung__betrag_y",
    "einkommensteuer__einkünfte__aus_nichtselbstständiger_arbeit__tatsächliche_werbungskosten_y",
    "einkommensteuer__einkünfte__sonstige__alle_weiteren_y",
    "einkommensteuer__gesamteinkommen_y_sn",
    "einnahmen__kapitalerträge_y",
    "einnahmen__renten__aus_berufsständischen_versicherungen_m",
    "einnahmen__renten__basisrente_m",
    "einnahmen__renten__geförderte_private_vorsorge_m",
    "einnahmen__renten__sonstige_private_vorsorge_m",
    "elterngeld__betrag_m",
    "elterngeld__anrechenbarer_betrag_m",
)


GEGEBEN = (
    "einkommensteuer__betrag_y_sn",
    "einkommensteuer__gesamteinkommen_y_sn",
    "solidaritätszuschlag__betrag_m_sn",
    "sozialversicherung__beiträge_versicherter_m",
    "sozialversicherung__rente__beitrag__betrag_versicherter_m",
    "sozialversicherung__kranken__beitrag__betrag_versicherter_m",
    "unterhaltsvorschuss__betrag_m",
)
"""What GETTSIM derives where it is not handed over: tax, contributions, Unterhaltsvorschuss."""


def personenspalten(tabelle: pa.Table) -> tuple[dict[str, Feld], Feld]:
    """Columns of the persons as flat arrays, and the list offsets."""
    flach: dict[str, Feld] = {}
    grenzen: Feld = np.zeros(1, np.int64)
    for name in tabelle.schema.names:
        spalte = tabelle.column(name).combine_chunks()
        if pa.types.is_list(spalte.type):
            grenzen = spalte.offsets.to_numpy()
            werte = spalte.flatten()
            flach[name] = werte.to_numpy(zero_copy_only=False)
    return flach, grenzen


def gettsim_eingabe(tabelle: pa.Table) -> dict[str, Feld]:
    """One array per input of GETTSIM, one entry per person."""
    p, grenzen = personenspalten(tabelle)
    anzahl = len(p["partner"])
    haushalt = np.repeat(np.arange(len(grenzen) - 1), np.diff(grenzen))
    anfang = grenzen[haushalt]
    daten: dict[str, Feld] = {name: np.zeros(anzahl) for name in _NULLEN}
    daten |= _person(p, anfang, haushalt)
    daten |= _einkommen(p, daten)
    daten |= _wohnen(tabelle, p, haushalt)
    return daten


def aus_brutto(daten: dict[str, Feld]) -> dict[str, Feld]:
    """The same inputs without taxes and contributions, with what GETTSIM needs to derive them."""
    anzahl = len(daten["p_id"])
    eltern = np.concatenate([daten["familie__p_id_elternteil_1"], daten["familie__p_id_elternteil_2"]])
    dazu: dict[str, Feld] = {
        "sozialversicherung__kranken__beitrag__privat_versichert": np.zeros(anzahl, bool),
        "sozialversicherung__pflege__beitrag__hat_kinder": np.isin(daten["p_id"], eltern),
        "einkommensteuer__einkünfte__ist_hauptberuflich_selbstständig": np.zeros(anzahl, bool),
        "einkommensteuer__abzüge__kinderbetreuungskosten_m": np.zeros(anzahl),
        "einkommensteuer__abzüge__p_id_kinderbetreuungskostenträger": np.full(anzahl, -1),
        "einkommensteuer__abzüge__beitrag_private_rentenversicherung_m": np.zeros(anzahl),
    }
    return {n: w for n, w in daten.items() if n not in GEGEBEN} | dazu


def _verweis(werte: Feld, anfang: Feld) -> Feld:
    return np.where(werte >= 0, werte + anfang, -1).astype(np.int64)


def _person(p: dict[str, Feld], anfang: Feld, haushalt: Feld) -> dict[str, Feld]:
    monate = p["geburtsdatum"].astype("datetime64[M]").astype(np.int64)
    tag = (p["geburtsdatum"] - p["geburtsdatum"].astype("datetime64[M]")).astype(np.int64)
    stichtag = int(np.datetime64(MONAT, "M").astype(np.int64))
    alter_monate = stichtag - monate - (tag > 0)
    return {
        "p_id": np.arange(len(monate)),
        "hh_id": haushalt.astype(np.int64),
        "alter": alter_monate // _MONATE,
        "alter_monate": alter_monate,
        "geburtsjahr": 1970 + monate // 12,
        "geburtsmonat": monate % 12 + 1,
        "familie__p_id_ehepartner": np.where(p["verheiratet"], _verweis(p["partner"], anfang), -1),
        "familie__p_id_elternteil_1": _verweis(p["elternteil_1"], anfang),
        "familie__p_id_elternteil_2": _verweis(p["elternteil_2"], anfang),
        "familie__alleinerziehend": p["alleinerziehend"],
        "bürgergeld__p_id_einstandspartner": _verweis(p["partner"], anfang),
        "bürgergeld__bezug_im_vorjahr": np.ones(len(monate), bool),
        "kindergeld__p_id_empfänger": _verweis(p["kindergeld_empfaenger"], anfang),
        "kindergeld__in_ausbildung": p["in_ausbildung"] | p["schulbesuch"],
        "behinderungsgrad": p["grad_der_behinderung"].astype(np.int64),
        "schwerbehindert_grad_g": p["merkzeichen_g"],
        "arbeitsstunden_w": np.where(p["erwerbseinkommen_brutto"] > 0, 30.0, 0.0),
        "einkommensteuer__gemeinsam_veranlagt": np.zeros(len(monate), bool),
        "sozialversicherung__rente__bezieht_rente": p["rente_gesetzlich"] > 0,
        "sozialversicherung__rente__jahr_renteneintritt": 1970 + monate // 12 + _ALTERSRENTE,
        _PRIVATE_VORSORGE_AB: np.full(len(monate), _ALTERSRENTE),
        _GRUNDRENTENZEITEN: p["grundrentenzeiten_monate"].astype(np.int64),
    }


def _einkommen(p: dict[str, Feld], daten: dict[str, Feld]) -> dict[str, Feld]:
    euro = {n: p[n] / _CENT for n in p if p[n].dtype == np.int32}
    beitraege = euro["erwerbseinkommen_sozialversicherung"] + euro["rente_sozialversicherung"]
    steuern = euro["erwerbseinkommen_steuern"]
    return {
        "einnahmen__bruttolohn_m": euro["erwerbseinkommen_brutto"] + euro["wfbm_entgelt"],
        "einkommensteuer__betrag_y_sn": steuern * 12,
        "sozialversicherung__beiträge_versicherter_m": beitraege,
        "sozialversicherung__rente__beitrag__betrag_versicherter_m": euro["erwerbseinkommen_sozialversicherung"] / 2,
        "sozialversicherung__kranken__beitrag__betrag_versicherter_m": beitraege / 2,
        "sozialversicherung__arbeitslosen__betrag_m": euro["arbeitslosengeld"],
        "einnahmen__renten__gesetzliche_m": euro["rente_gesetzlich"],
        "einnahmen__renten__betriebliche_altersvorsorge_m": euro["rente_betrieblich"],
        "unterhalt__tatsächlich_erhaltener_betrag_m": euro["unterhalt"],
        "unterhaltsvorschuss__betrag_m": euro["unterhaltsvorschuss_bezug"],
        "vermögen": euro["vermoegen_geld"],
    }


def _wohnen(tabelle: pa.Table, p: dict[str, Feld], haushalt: Feld) -> dict[str, Feld]:
    """Housing; what is reasonable is a fact on both sides, so the recognised share per head is handed over."""
    namen = ("miete_bruttokalt", "heizkosten", "mietstufe", "angemessene_bruttokaltmiete", "angemessene_heizkosten")
    h = {n: tabelle.column(n).to_numpy() for n in namen}
    anerkannt = np.minimum(h["miete_bruttokalt"], h["angemessene_bruttokaltmiete"])
    anerkannt = anerkannt + np.minimum(h["heizkosten"], h["angemessene_heizkosten"])
    return {
        "bürgergeld__kosten_der_unterkunft_m": (anerkannt / np.bincount(haushalt))[haushalt] / _CENT,
        "wohnen__bruttokaltmiete_m_hh": h["miete_bruttokalt"][haushalt] / _CENT,
        "wohnen__heizkosten_m_hh": h["heizkosten"][haushalt] / _CENT,
        "wohnen__bewohnt_eigentum_hh": np.zeros(len(haushalt), bool),
        "wohnen__wohnfläche_hh": np.full(len(haushalt), 60.0),
        "wohngeld__mietstufe_hh": h["mietstufe"][haushalt].astype(np.int64),
    }
