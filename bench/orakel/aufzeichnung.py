"""The record of a comparison: what agrees, and every class of differences with its largest example."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from bench.orakel.gemeinsam import kurz
from bench.orakel.klassen import KLASSEN, OFFEN, Klasse, klasse
from bench.orakel.messung import Vergleich
from sozialamt.rechenkern import Fall

TITEL = {
    "sgb2_regelbedarf": "SGB II: Regelbedarf",
    "sgb2_mehrbedarf_alleinerziehende": "SGB II: Mehrbedarf für Alleinerziehende",
    "sgb2_freibetraege": "SGB II: Absetzbetrag und Erwerbstätigenfreibetrag",
    "sgb2_anspruch": "SGB II: Anspruch der Bedarfsgemeinschaft",
    "gsiae": "SGB XII: Grundsicherung im Alter",
    "wohngeld_formel": "Wohngeld vor der Prüfung des Mindesteinkommens",
    "wohngeld": "Wohngeld",
    "kinderzuschlag_hoehe": "Kinderzuschlag, Höhe",
    "kinderzuschlag": "Kinderzuschlag, Anspruch",
    "kindergeld": "Kindergeld",
    "unterhaltsvorschuss": "Unterhaltsvorschuss",
    "elterngeld": "Elterngeld",
}
"""What is compared, in the order of the page."""


def zeichne_auf(vergleiche: Iterable[Vergleich]) -> list[dict[str, Any]]:
    """One entry per amount compared."""
    gesamt: dict[str, int] = defaultdict(int)
    mit_betrag: dict[str, int] = defaultdict(int)
    funde: dict[str, dict[str, list[Vergleich]]] = {wert: defaultdict(list) for wert in TITEL}
    for v in vergleiche:
        for wert, (unser, ihr) in v.werte.items():
            gesamt[wert] += 1
            mit_betrag[wert] += unser > 0 or ihr > 0
            grund = klasse(v, wert)
            if grund is not None:
                funde[wert][grund.titel].append(v)
    return [
        {
            "wert": wert,
            "haushaltsmonate": gesamt[wert],
            "mit_betrag": mit_betrag[wert],
            "gleich": gesamt[wert] - sum(len(liste) for liste in funde[wert].values()),
            "klassen": sorted(
                (_eintrag(wert, t, liste) for t, liste in funde[wert].items()), key=lambda k: -k["anzahl"]
            ),
        }
        for wert in TITEL
    ]


def nach_titel(wert: str, titel: str) -> Klasse:
    """The class of that name."""
    return next((k for k in KLASSEN if k.titel == titel and wert in k.werte), OFFEN)


def _eintrag(wert: str, titel: str, liste: list[Vergleich]) -> dict[str, Any]:
    groesste = max(liste, key=lambda v: abs(v.werte[wert][0] - v.werte[wert][1]))
    unser, ihr = groesste.werte[wert]
    grund = nach_titel(wert, titel)
    return {
        "titel": titel,
        "wer_hat_recht": grund.recht,
        "norm": grund.norm,
        "grund": grund.grund,
        "anzahl": len(liste),
        "von": kurz(min(v.monat for v in liste)),
        "bis": kurz(max(v.monat for v in liste)),
        "groesste_differenz": round(unser - ihr, 2),
        "beispiel": {
            "teil": groesste.teil,
            "monat": groesste.monat,
            "werte": {n: [round(a, 2), round(b, 2)] for n, (a, b) in groesste.werte.items()},
            "haushalt": dict(groesste.fall.haushalt),
            "personen": {n: dict(p) for n, p in groesste.fall.personen.items()},
        },
    }


def fall(beispiel: Mapping[str, Any]) -> Fall:
    """Household of an example."""
    return Fall(beispiel["haushalt"], beispiel["personen"])
