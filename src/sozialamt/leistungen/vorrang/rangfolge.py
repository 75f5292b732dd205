"""Rangfolge in Worten: in welcher Reihenfolge Leistungen zu beantragen sind und was eine mit der anderen macht."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from sozialamt.leistungen.vorrang.auswahl import VorrangLeistung, VorrangSgb2


class Verhaeltnis(StrEnum):
    """Wie eine Leistung zu den anderen steht, die dem Haushalt zustehen."""

    ZUERST = "zuerst beantragen"
    BEZOGEN = "wird bezogen"
    DANEBEN = "daneben"
    WAHL = "nach Wahl"
    NACHRANGIG = "nachrangig"
    AUSGESCHLOSSEN = "ausgeschlossen"
    UNGEPRUEFT = "Vorrang noch nicht geprüft"


ZAHLT = frozenset({Verhaeltnis.ZUERST, Verhaeltnis.BEZOGEN, Verhaeltnis.DANEBEN})
"""Nur was so steht, wird am Ende gezahlt; alles andere tritt an die Stelle einer anderen Leistung oder fällt weg."""


@dataclass(frozen=True, slots=True)
class Rang:
    """Platz einer Leistung und ihre Wirkung auf die anderen."""

    leistung: str
    wirkung: str


RANGFOLGE = (
    Rang(
        "asylbewerberleistungen",
        "Schließt Leistungen nach dem SGB II, Sozialhilfe und Wohngeld aus (§ 7 Abs. 1 Satz 2 Nr. 3 SGB II, § 23 Abs. "
        "2 SGB XII, § 7 Abs. 1 Satz 1 Nr. 8 WoGG).",
    ),
    Rang(
        "kindergeld",
        "Einkommen des Kindes, soweit es seinen Lebensunterhalt deckt, sonst der Eltern (§ 11 Abs. 1 Satz 5 SGB II, "
        "§ 82 Abs. 1 Satz 3 SGB XII).",
    ),
    Rang(
        "unterhaltsvorschuss",
        "Einkommen des Kindes (§ 11 Abs. 1 SGB II, § 82 Abs. 1 SGB XII); Kindergeld ist schon abgezogen (§ 2 Abs. 2 "
        "UhVorschG).",
    ),
    Rang("elterngeld", "Einkommen; bei SGB II, SGB XII und Kinderzuschlag auch der Mindestbetrag (§ 10 Abs. 5 BEEG)."),
    Rang(
        "ausbildungsfoerderung",
        "Schließt Leistungen zum Lebensunterhalt dem Grunde nach aus (§ 7 Abs. 5, § 27 SGB II, § 22 SGB XII).",
    ),
    Rang(
        "wohngeld",
        "Entfällt mit dem Bezug von SGB II, Sozialhilfe oder AsylbLG (§ 7 WoGG); Bezug eröffnet Bildung und Teilhabe "
        "(§ 6b Abs. 1 Nr. 2 BKGG).",
    ),
    Rang(
        "kinderzuschlag",
        "Einkommen des Kindes (§ 11 Abs. 1 Satz 4 SGB II); Bezug eröffnet Bildung und Teilhabe (§ 6b Abs. 1 BKGG).",
    ),
    Rang(
        "grundsicherung_alter_erwerbsminderung",
        "Geht dem SGB II für Nichterwerbsfähige und dem Dritten Kapitel vor (§ 5 Abs. 2 Satz 2 SGB II, § 19 Abs. 2 "
        "Satz 2 SGB XII); schließt Wohngeld aus.",
    ),
    Rang(
        "grundsicherung_arbeitsuchende",
        "Schließt das Dritte Kapitel SGB XII und Wohngeld aus (§ 5 Abs. 2 Satz 1 SGB II, § 21 SGB XII, § 7 WoGG).",
    ),
    Rang("hilfe_zum_lebensunterhalt", "Letzte Leistung zum Lebensunterhalt (§ 2 SGB XII); schließt Wohngeld aus."),
    Rang("pflegewohngeld", "Mindert den Bedarf in der Einrichtung und geht der Hilfe zur Pflege vor (§ 2 SGB XII)."),
    Rang("hilfe_zur_pflege", "Nach den Leistungen der Pflegeversicherung (§ 13 SGB XI, § 63b SGB XII)."),
    Rang("bildung_und_teilhabe", "Folgt der Leistung zum Lebensunterhalt; kein Einkommen."),
    Rang(
        "schwerbehindertenrecht",
        "Kein Einkommen; Merkzeichen G und aG begründen den Mehrbedarf (§ 30 Abs. 1 SGB XII, § 23 Nr. 4 SGB II).",
    ),
)

WOHNGELD = frozenset({VorrangLeistung.WOHNGELD, VorrangLeistung.WOHNGELD_KINDERZUSCHLAG})
KINDERZUSCHLAG = frozenset({VorrangLeistung.KINDERZUSCHLAG, VorrangLeistung.WOHNGELD_KINDERZUSCHLAG})

_PLATZ = {rang.leistung: platz for platz, rang in enumerate(RANGFOLGE)}
_WIRKUNG = {rang.leistung: rang.wirkung for rang in RANGFOLGE}
_HILFE = frozenset(
    {VorrangLeistung.ASYLBLG, VorrangLeistung.SGB_2, VorrangLeistung.KAPITEL_3, VorrangLeistung.KAPITEL_4}
)
_EIGENE = {
    "asylbewerberleistungen": VorrangLeistung.ASYLBLG,
    "grundsicherung_arbeitsuchende": VorrangLeistung.SGB_2,
    "grundsicherung_alter_erwerbsminderung": VorrangLeistung.KAPITEL_4,
    "hilfe_zum_lebensunterhalt": VorrangLeistung.KAPITEL_3,
}
_DANEBEN = frozenset({"pflegewohngeld", "hilfe_zur_pflege", "bildung_und_teilhabe", "schwerbehindertenrecht"})


def platz(leistung: str) -> int:
    """Stelle in der Rangfolge; eine unbekannte Leistung kommt zuletzt."""
    return _PLATZ.get(leistung, len(_PLATZ))


def wirkung(leistung: str) -> str:
    """Was die Leistung mit den anderen macht."""
    return _WIRKUNG.get(leistung, "")


def verhaeltnis(
    leistung: str, erste: Collection[VorrangLeistung], statt_sgb2: Collection[VorrangSgb2], *, rest: int = 0
) -> tuple[Verhaeltnis, str]:
    """Wie die Leistung zu dem steht, was für ihre Personen zuerst zu beantragen ist, mit Begründung.

    `rest` ist der Betrag in Cent, der bleibt, wenn die anderen Leistungen so bezogen werden.
    """
    if leistung in _DANEBEN:
        return Verhaeltnis.DANEBEN, ""
    if leistung in _EIGENE and not erste:
        return Verhaeltnis.UNGEPRUEFT, ""
    if leistung == "wohngeld":
        return _wohngeld(erste, rest)
    if leistung == "kinderzuschlag":
        return _kinderzuschlag(erste, statt_sgb2)
    eigene = _EIGENE.get(leistung)
    if eigene is None or eigene in erste:
        return Verhaeltnis.ZUERST, ""
    if eigene is VorrangLeistung.SGB_2:
        return Verhaeltnis.NACHRANGIG, _nach_sgb2(statt_sgb2)
    if eigene is VorrangLeistung.KAPITEL_3 and VorrangLeistung.KAPITEL_4 in erste:
        return (
            Verhaeltnis.DANEBEN,
            "Barbetrag und Bekleidung in der Einrichtung neben der Grundsicherung (§ 27b SGB XII).",
        )
    if WOHNGELD & set(erste):
        return Verhaeltnis.WAHL, "Wohngeld deckt die Hilfe; Verzicht möglich (§ 8 Abs. 2 WoGG, § 2 Abs. 1 SGB XII)."
    return Verhaeltnis.NACHRANGIG, "Eine andere Leistung geht vor (§ 2 SGB XII)."


def _nach_sgb2(statt_sgb2: Collection[VorrangSgb2]) -> str:
    gruende = " ".join(grund.text + "." for grund in statt_sgb2 if grund is not VorrangSgb2.KEIN_ANSPRUCH)
    return f"{gruende} Bis dahin vorleisten und Erstattung anmelden (§ 104 SGB X).".strip()


def _wohngeld(erste: Collection[VorrangLeistung], rest: int) -> tuple[Verhaeltnis, str]:
    if WOHNGELD & set(erste):
        return Verhaeltnis.ZUERST, ""
    if not _HILFE & set(erste):
        return Verhaeltnis.DANEBEN, ""
    if rest > 0:
        return Verhaeltnis.DANEBEN, "Nur für die Mitglieder, die keine andere Hilfe erhalten (§ 6 Abs. 1, § 7 WoGG)."
    return (
        Verhaeltnis.AUSGESCHLOSSEN,
        "Deckt den Bedarf nicht und entfällt mit dem Bezug der anderen Leistung (§ 7 Abs. 1, 2 WoGG).",
    )


def _kinderzuschlag(erste: Collection[VorrangLeistung], statt_sgb2: Collection[VorrangSgb2]) -> tuple[Verhaeltnis, str]:
    if KINDERZUSCHLAG & set(erste):
        return Verhaeltnis.ZUERST, ""
    if VorrangSgb2.WAHLRECHT in statt_sgb2:
        return Verhaeltnis.WAHL, VorrangSgb2.WAHLRECHT.text + "."
    if VorrangLeistung.SGB_2 in erste:
        return Verhaeltnis.AUSGESCHLOSSEN, "Hilfebedürftigkeit bliebe bestehen (§ 6a Abs. 1 Nr. 3 BKGG)."
    return Verhaeltnis.DANEBEN, ""
