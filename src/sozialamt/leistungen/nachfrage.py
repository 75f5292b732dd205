"""Was ein Mensch am Schreibtisch nachfragen würde: Angaben, die fehlen und nach dem übrigen Bild naheliegen.

Für jede fehlende Angabe gilt ihre dokumentierte Vorgabe. Meist ist das richtig; hier stehen die wenigen Stellen, an
denen der Haushalt selbst dagegen spricht. Gerechnet wird trotzdem nur mit dem, was angegeben ist.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sozialamt.rechenkern import Fall, Regelwerk
from sozialamt.rechenkern.kalender import vollendete_jahre
from sozialamt.rechenkern.values import NIEMAND, Datum

VOLLJAEHRIG, SCHULBEGINN = 18, 6
ELTERN = ("elternteil_1", "elternteil_2")
BRUTTO = {
    "erwerbseinkommen_brutto": ("erwerbseinkommen_steuern", "erwerbseinkommen_sozialversicherung"),
    "rente_gesetzlich": ("rente_sozialversicherung",),
}
"""Einkommen und die Abzüge, ohne die brutto gleich netto gerechnet wird."""

Angaben = Mapping[str, int]


def nachfragen(fall: Fall, monat: Datum, werk: Regelwerk) -> tuple[str, ...]:
    """Sätze für den Überblick, je einer für jede Angabe, die noch zu klären ist."""
    titel = {name: m.titel for name, m in werk.merkmale.items()}
    alter = {p: _alter(a, monat) for p, a in fall.personen.items()}
    return tuple(
        f"{satz} Zu klären, bevor entschieden wird."
        for satz in (
            *_allein_mit_kindern(fall, alter, titel),
            *_schule(fall, alter, titel),
            *_brutto(fall, titel),
            *_heizung(fall, titel),
        )
    )


def _alter(angaben: Angaben, monat: Datum) -> int | None:
    geburt = angaben.get("geburtsdatum", 0)
    return vollendete_jahre(geburt, monat) if 0 < geburt <= monat else None


def _allein_mit_kindern(fall: Fall, alter: Mapping[str, int | None], titel: Mapping[str, str]) -> Iterator[str]:
    erwachsene = [p for p, jahre in alter.items() if jahre is not None and jahre >= VOLLJAEHRIG]
    if len(erwachsene) != 1 or "alleinerziehend" in fall.personen[erwachsene[0]]:
        return
    stelle = list(fall.personen).index(erwachsene[0])
    kinder = [p for p, a in fall.personen.items() if any(a.get(e, NIEMAND) == stelle for e in ELTERN)]
    if kinder:
        yield (
            f"{erwachsene[0]} lebt als einzige erwachsene Person mit {', '.join(kinder)}; „{titel['alleinerziehend']}“ "
            "ist nicht angegeben, ein Mehrbedarf ist darum nicht gerechnet."
        )


def _schule(fall: Fall, alter: Mapping[str, int | None], titel: Mapping[str, str]) -> Iterator[str]:
    namen = [
        p
        for p, jahre in alter.items()
        if jahre is not None
        and SCHULBEGINN <= jahre < VOLLJAEHRIG
        and not {"schulbesuch", "in_ausbildung"} & {*fall.personen[p]}
    ]
    if namen:
        yield f"Bei {', '.join(namen)} ist „{titel['schulbesuch']}“ nicht angegeben und gilt als nein."


def _brutto(fall: Fall, titel: Mapping[str, str]) -> Iterator[str]:
    for brutto, abzuege in BRUTTO.items():
        namen = [p for p, a in fall.personen.items() if a.get(brutto, 0) > 0 and not {*abzuege} & {*a}]
        if namen:
            yield f"Bei {', '.join(namen)} ist „{titel[brutto]}“ ohne Abzüge angegeben und zählt voll als Auszahlung."


def _heizung(fall: Fall, titel: Mapping[str, str]) -> Iterator[str]:
    if fall.haushalt.get("miete_bruttokalt", 0) > 0 and "heizkosten" not in fall.haushalt:
        yield f"Zur Miete ist „{titel['heizkosten']}“ nicht angegeben und zählt mit 0 Euro."
