"""Both results per household: what is compared, our side of it, and reading GETTSIM's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bench.orakel.eingabe import CENT, Feld, Spalten, sgb2, spalten
from bench.orakel.haushalte import familien, haushalte
from sozialamt.leistungen import regelwerk
from sozialamt.leistungen.kinderzuschlag.auswahl import KinderzuschlagAblehnung
from sozialamt.rechenkern import Ergebnis, Fall, erklaere

EINSTELLUNGEN = {
    "sgb2_aenderung_im_monat": "folgemonat",
    "aenderung_im_monat": "folgemonat",
    "sgb2_vermoegen_ueber_freibetrag": "ausschluss",
    "vermoegen_ueber_schonbetrag": "ausschluss",
}
"""Disputed points where this project leaves the choice and GETTSIM has made one: set as GETTSIM has it."""

TEILE = {"lebensunterhalt": haushalte, "familie": familien}
UNSERE = {
    "lebensunterhalt": (
        *("sgb2_regelbedarf", "sgb2_mehrbedarf_alleinerziehende", "sgb2_sofortzuschlag", "sgb2_absetzbetrag_erwerb"),
        *("sgb2_erwerbsfreibetrag", "sgb2_anspruch", "sgb2_ablehnung", "gsiae_anspruch", "wohngeld"),
        *("wohngeld_ablehnung", "kinderzuschlag", "kinderzuschlag_ablehnung", "kinderzuschlag_betrag"),
        *("gsiae_einmalzahlung", "sgb2_einmalzahlung"),
    ),
    "familie": ("kindergeld_anspruch", "unterhaltsvorschuss", "elterngeld", "elterngeld_ablehnung"),
}
_LOHNSTEUER = ("lohnsteuer__betrag_m", "lohnsteuer__betrag_soli_m")
WERBUNGSKOSTEN_RENTE = 102 / 12
"""§ 9a Satz 1 Nr. 3 EStG, im Monat."""


def ihre(teil: str, monat: int) -> tuple[str, ...]:
    """Targets of GETTSIM."""
    if teil == "familie":
        return ("kindergeld__betrag_m", "unterhaltsvorschuss__betrag_m", "elterngeld__betrag_m")
    namen = ("regelsatz_m", "mehrbedarfsanteil_alleinerziehend", "erwachsenensatz_m")
    return (
        *(f"{sgb2(monat)}__{n}" for n in (*namen, "anrechnungsfreies_einkommen_m", "anspruchshöhe_m")),
        "grundsicherung__im_alter__anspruchshöhe_m",
        "wohngeld__anspruchshöhe_m_wthh",
        "wohngeld__basisbetrag_m_wthh",
        "kinderzuschlag__anspruchshöhe_m_bg",
    )


def eingabe(teil: str, faelle: Sequence[Fall], monat: int) -> Spalten:
    """What GETTSIM is told."""
    daten = spalten(faelle, monat)
    personen = [p for f in faelle for p in f.personen.values()]

    def p(name: str) -> Feld:
        return np.array([x.get(name, 0) for x in personen])

    if teil == "lebensunterhalt":
        rente = (p("rente_gesetzlich") + p("rente_privat") + p("rente_betrieblich")) / CENT
        name = "einkommensteuer__einkünfte__sonstige__rente__steuerpflichtige_einnahmen_m"
        return daten | {name: np.maximum(0, rente - WERBUNGSKOSTEN_RENTE * (rente > 0))}
    for name in ("elterngeld__betrag_m", "elterngeld__anrechenbarer_betrag_m", "unterhaltsvorschuss__betrag_m"):
        daten.pop(name)
    return daten | {
        "elterngeld__claimed": p("elterngeld_art") > 0,
        "elterngeld__bisherige_bezugsmonate": np.zeros(len(personen), np.int64),
        "elterngeld__mean_nettoeinkommen_in_12_monaten_vor_geburt_m": p("elterngeld_vorgeburtliches_einkommen") / CENT,
        "elterngeld__zu_versteuerndes_einkommen_vorjahr_y_sn": p("elterngeld_zve") / CENT,
        **{name: np.zeros(len(personen)) for name in _LOHNSTEUER},
    }


@dataclass(frozen=True)
class Vergleich:
    """One household in one month: both results per benefit, in euro."""

    teil: str
    monat: int
    fall: Fall
    werte: Mapping[str, tuple[float, float]]
    gruende: Mapping[str, int]


def unser(teil: str, fall: Fall, monat: int) -> Ergebnis:
    """Our calculation, with the settings as GETTSIM has decided them."""
    werk = regelwerk()
    einstellungen = {n: werk.einstellungen[n].optionen[w][0] for n, w in EINSTELLUNGEN.items()}
    return erklaere(Fall(fall.haushalt, fall.personen, einstellungen), UNSERE[teil], monat, werk)


def vergleiche(teil: str, monat: int, faelle: Sequence[Fall], ordner: Path) -> Iterator[Vergleich]:
    """Every household with both results; GETTSIM's are read from the folder."""
    with np.load(ordner / f"{monat // 10_000}-{monat // 100 % 100:02}.{teil}.aus.npz") as datei:
        alle = {name: datei[name] for name in datei.files}
        alle |= {name.rpartition("__")[2]: werte for name, werte in alle.items()}
    von = 0
    for fall in faelle:
        bis = von + len(fall.personen)
        dort = {name: werte[von:bis] for name, werte in alle.items()}
        von = bis
        hier = unser(teil, fall, monat)
        werte = _familie(hier, dort) if teil == "familie" else _lebensunterhalt(hier, dort, fall, monat)
        gruende = {z: int(hier.werte[z][0]) for z in UNSERE[teil] if z.endswith("_ablehnung")}
        yield Vergleich(teil, monat, fall, werte, gruende)


def _summe(ergebnis: Ergebnis, *namen: str) -> float:
    return sum(int(w) for name in namen for w in ergebnis.werte[name]) / CENT


def _erster(ergebnis: Ergebnis, name: str) -> float:
    return int(ergebnis.werte[name][0]) / CENT


def _familie(hier: Ergebnis, dort: Mapping[str, Feld]) -> dict[str, tuple[float, float]]:
    return {
        "kindergeld": (_summe(hier, "kindergeld_anspruch"), float(dort["kindergeld__betrag_m"].sum())),
        "unterhaltsvorschuss": (
            _summe(hier, "unterhaltsvorschuss"),
            float(dort["unterhaltsvorschuss__betrag_m"].sum()),
        ),
        "elterngeld": (_summe(hier, "elterngeld"), float(dort["elterngeld__betrag_m"].sum())),
    }


def _lebensunterhalt(
    hier: Ergebnis, dort: Mapping[str, Feld], fall: Fall, monat: int
) -> dict[str, tuple[float, float]]:
    werte = {
        "wohngeld": (_erster(hier, "wohngeld"), float(dort["wohngeld__anspruchshöhe_m_wthh"][0])),
        "wohngeld_formel": (_erster(hier, "wohngeld"), float(dort["basisbetrag_m_wthh"][0])),
    }
    if any(p.get("rente_gesetzlich") is not None for p in fall.personen.values()):
        rente = _summe(hier, "gsiae_anspruch") - _summe(hier, "gsiae_einmalzahlung")
        return werte | {"gsiae": (rente, float(dort["grundsicherung__im_alter__anspruchshöhe_m"].sum()))}
    erwerb = [i for i, p in enumerate(fall.personen.values()) if p.get("erwerbseinkommen_brutto", 0)]
    frei = sum(int(hier.werte[n][i]) for i in erwerb for n in ("sgb2_absetzbetrag_erwerb", "sgb2_erwerbsfreibetrag"))
    anteil = dort["mehrbedarfsanteil_alleinerziehend"]
    mehrbedarf = float((dort["erwachsenensatz_m"] * anteil / (1 + anteil)).sum())
    kinder = sum("elternteil_1" in p for p in fall.personen.values())
    zuschlag = kinder * sofortzuschlag(monat)
    anspruch = _summe(hier, "sgb2_anspruch") - _summe(hier, "sgb2_einmalzahlung")
    return (
        werte
        | {
            "sgb2_regelbedarf": (
                _summe(hier, "sgb2_regelbedarf"),
                float(dort["regelsatz_m"].sum()) - mehrbedarf - zuschlag,
            ),
            "sgb2_mehrbedarf_alleinerziehende": (_summe(hier, "sgb2_mehrbedarf_alleinerziehende"), mehrbedarf),
            "sgb2_freibetraege": (frei / CENT, float(dort["anrechnungsfreies_einkommen_m"].sum())),
            "sgb2_anspruch": (anspruch, float(dort[f"{sgb2(monat)}__anspruchshöhe_m"].sum())),
        }
        | _kinderzuschlag(hier, dort)
    )


def _kinderzuschlag(hier: Ergebnis, dort: Mapping[str, Feld]) -> dict[str, tuple[float, float]]:
    """The claim, and the amount where only need stands against it."""
    ihr = float(dort["kinderzuschlag__anspruchshöhe_m_bg"][0])
    werte = {"kinderzuschlag": (_erster(hier, "kinderzuschlag"), ihr)}
    nur_bedarf = (KinderzuschlagAblehnung.KEIN_GRUND, KinderzuschlagAblehnung.HILFEBEDUERFTIG)
    if hier.werte["kinderzuschlag_ablehnung"][0] in nur_bedarf:
        werte["kinderzuschlag_hoehe"] = (_erster(hier, "kinderzuschlag_betrag"), ihr)
    return werte


def sofortzuschlag(monat: int) -> float:
    """Which GETTSIM adds to the standard need of a child."""
    return regelwerk().parameter["sofortzuschlag_betrag"].fassung(monat).wert / CENT if monat >= 2022_07_01 else 0
