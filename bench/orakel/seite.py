"""The page of the handbook, written from the record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bench.orakel.aufzeichnung import TITEL

KOPF = """# Vergleich mit GETTSIM

*Diese Seite schreibt `make orakel` aus `docs/leistung/orakel.json`.*

GETTSIM ist das Steuer- und Transfermodell der Forschung (PyPI, Fassung {gettsim}). Es rechnet unabhängig von diesem
Programm; wo beide dasselbe Recht kennen, müssen beide dasselbe sagen. Verglichen sind {monate} Monate ({von} bis
{bis}) mit erzeugten Haushalten, zusammen {haushalte} Haushaltsmonate. Jede Abweichung steht in einer Klasse mit der
Norm, die entscheidet. Ein Test rechnet das Beispiel jeder Klasse nach und ordnet es neu zu.

Was nur eine Seite kennt, ist nicht dabei: Erwerbsminderung, Auszubildende, Wohngemeinschaften, Warmwasser (siehe den
Vergleich in [docs/leistung](../leistung/README.md)). Steuern, Beiträge, anerkannte Wohnkosten und beim Wohngeld die
volle Rente (§ 14 Abs. 2 Nr. 3 WoGG, GETTSIM zählt nur den steuerpflichtigen Teil) bekommt GETTSIM als Angabe. Wo das
Gesetz streitig ist und dieses Programm die Wahl lässt, steht die Einstellung wie in GETTSIM: {einstellungen}.

„Gleich“ heißt: auf weniger als fünf Cent je Haushalt.
"""


def seite(aufzeichnung: Mapping[str, Any]) -> str:
    """The whole page."""
    kopf = KOPF.format(
        gettsim=aufzeichnung["gettsim"],
        monate=len(aufzeichnung["monate"]),
        von=aufzeichnung["monate"][0],
        bis=aufzeichnung["monate"][-1],
        haushalte=_tausender(sum(aufzeichnung["je_monat"].values()) * len(aufzeichnung["monate"])),
        einstellungen=", ".join(f"`{n}: {w}`" for n, w in aufzeichnung["einstellungen"].items()),
    )
    return "\n".join([kopf, *_uebersicht(aufzeichnung), *_einzeln(aufzeichnung)]) + "\n"


def _uebersicht(aufzeichnung: Mapping[str, Any]) -> Iterator[str]:
    yield "| Betrag | Haushaltsmonate | davon über 0 | gleich | Klassen |"
    yield "| --- | --- | --- | --- | --- |"
    for v in aufzeichnung["vergleiche"]:
        prozent = f"{100 * v['gleich'] / v['haushaltsmonate']:.1f}".replace(".", ",")
        anteil = f"{_tausender(v['gleich'])} ({prozent} %)"
        zahlen = (TITEL[v["wert"]], _tausender(v["haushaltsmonate"]), _tausender(v["mit_betrag"]), anteil)
        yield f"| {' | '.join(zahlen)} | {len(v['klassen'])} |"


def _einzeln(aufzeichnung: Mapping[str, Any]) -> Iterator[str]:
    for v in aufzeichnung["vergleiche"]:
        if not v["klassen"]:
            continue
        yield f"\n## {TITEL[v['wert']]}\n"
        yield "| Klasse | Haushaltsmonate | Zeitraum | größter Unterschied | recht hat | Norm | Grund |"
        yield "| --- | --- | --- | --- | --- | --- | --- |"
        for k in v["klassen"]:
            zeitraum = f"{k['von']} bis {k['bis']}"
            zahlen = (k["titel"], _tausender(k["anzahl"]), zeitraum, _euro(k["groesste_differenz"]))
            yield f"| {' | '.join((*zahlen, k['wer_hat_recht'], k['norm'], k['grund']))} |"


def _tausender(zahl: int) -> str:
    return f"{zahl:,}".replace(",", ".")


def _euro(betrag: float) -> str:
    return f"{betrag:,.2f}".replace(",", "_").replace(".", ",").replace("_", ".") + " €"
