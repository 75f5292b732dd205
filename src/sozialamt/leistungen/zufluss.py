"""Was mit den Angaben geschieht, sobald vorrangige Leistungen zufließen und gewählt ist, was zuerst beantragt wird.

Zwei Schritte, beide reine Umformungen des Falls:

* `speise_ein`: Kindergeld, Unterhaltsvorschuss, Elterngeld und BAföG, die zustehen und noch nicht als Einnahme
  angegeben sind, gelten als bezogen.
* `waehle`: Wer zuerst Wohngeld oder Kinderzuschlag beantragt, bezieht sie; wessen Gemeinschaft Hilfe mit Kosten der
  Unterkunft erhält, ist vom Wohngeld ausgeschlossen (§ 7 Abs. 1, 2 WoGG).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sozialamt.leistungen.vorrang.auswahl import VorrangLeistung
from sozialamt.leistungen.vorrang.rangfolge import KINDERZUSCHLAG, WOHNGELD
from sozialamt.leistungen.wohngeld.auswahl import Transferleistung
from sozialamt.rechenkern import Ergebnis, Fall

Angaben = dict[str, int]


@dataclass(frozen=True, slots=True)
class Fluss:
    """Regel mit dem noch nicht bezogenen Betrag und die Angaben (je Person), in die er fließt."""

    regel: str
    merkmale: tuple[str, ...]


FLUSS = {
    "kindergeld": Fluss("vorrang_kindergeld_offen", ("kindergeld",)),
    "unterhaltsvorschuss": Fluss("vorrang_unterhaltsvorschuss_offen", ("unterhaltsvorschuss_bezug",)),
    "elterngeld": Fluss("vorrang_elterngeld_offen", ("elterngeld_bezug",)),
    "ausbildungsfoerderung": Fluss(
        "vorrang_bafoeg_offen", ("sgb2_ausbildungsfoerderung", "wohngeld_ausbildungszuschuss")
    ),
}
"""Leistungen, die bei anderen als Einkommen zählen."""

VORAUSSICHTLICH = (
    ("vorrang_wohngeld_haushalt", "wohngeld_voraussichtlich"),
    ("vorrang_kinderzuschlag_haushalt", "kinderzuschlag_voraussichtlich"),
)
"""Probeberechnungen, nach denen die Sozialhilfe sonst fragt (je Haushalt)."""

_TRANSFER = {
    VorrangLeistung.ASYLBLG: Transferleistung.ASYLBLG,
    VorrangLeistung.SGB_2: Transferleistung.SGB_2,
    VorrangLeistung.KAPITEL_4: Transferleistung.GRUNDSICHERUNG,
    VorrangLeistung.KAPITEL_3: Transferleistung.LEBENSUNTERHALT,
}


def speise_ein(fall: Fall, *ergebnisse: Ergebnis) -> Fall:
    """Der Fall mit den vorrangigen Leistungen als Einnahmen und den Probeberechnungen, soweit nicht angegeben."""
    werte = _zusammen(ergebnisse)
    personen = _kopie(fall)
    for fluss in FLUSS.values():
        for p, offen in werte.get(fluss.regel, {}).items():
            if offen > 0:
                for merkmal in fluss.merkmale:
                    personen[p][merkmal] = personen[p].get(merkmal, 0) + offen
    haushalt = dict(fall.haushalt)
    for regel, merkmal in VORAUSSICHTLICH:
        wert = max(werte.get(regel, {}).values(), default=0)
        if wert > 0:
            haushalt.setdefault(merkmal, wert)
    return replace(fall, haushalt=haushalt, personen=personen)


def waehle(fall: Fall, vorrang: Ergebnis | None, kinderzuschlag: Ergebnis | None) -> Fall:
    """Der Fall, wenn jede Person bezieht, was für sie zuerst zu beantragen ist; ohne volle Prüfung unverändert."""
    if vorrang is None or "vorrang_erste_leistung" not in vorrang.werte:
        return fall
    personen = _kopie(fall)
    for p, angaben in personen.items():
        erste = VorrangLeistung(vorrang.wert("vorrang_erste_leistung", p))
        if erste in _TRANSFER:
            angaben.setdefault("transferleistung_mit_unterkunft", int(_TRANSFER[erste]))
        elif vorrang.wert("vorrang_mit_ausgeschlossen", p):
            angaben.setdefault("transferleistung_mit_unterkunft", int(Transferleistung.GRUNDSICHERUNG))
        anteil = int(vorrang.wert("vorrang_wohngeld_anteil", p))
        if erste in WOHNGELD and anteil > angaben.get("wohngeld_bezug", 0):
            angaben["wohngeld_bezug"] = anteil
        if erste in KINDERZUSCHLAG and kinderzuschlag is not None:
            angaben.setdefault("kinderzuschlag_bezug", int(kinderzuschlag.wert("kinderzuschlag", p)))
    return replace(fall, personen=personen)


def _kopie(fall: Fall) -> dict[str, Angaben]:
    return {p: dict(angaben) for p, angaben in fall.personen.items()}


def _zusammen(ergebnisse: tuple[Ergebnis, ...]) -> Mapping[str, Mapping[str, int]]:
    """Die Werte aller Flüsse und Probeberechnungen; jede Regel aus dem ersten Ergebnis, das sie enthält."""
    namen = [*(f.regel for f in FLUSS.values()), *(regel for regel, _ in VORAUSSICHTLICH)]
    gefunden: dict[str, dict[str, int]] = {}
    for ergebnis in ergebnisse:
        for name in namen:
            if name in ergebnis.werte:
                gefunden.setdefault(name, {p: int(ergebnis.wert(name, p)) for p in ergebnis.personen})
    return gefunden
