"""The results as JSON and as a page people read: `docs/leistung/`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.gemeinsam import MONAT, STARTZAHL, WURZEL
from bench.muss import GIB, RECHNEN, Muss, pruefe, zahl

RUHIG = 1.0
"""So many waiting processes at the beginning do not disturb the figures."""
ORT = WURZEL / "docs" / "leistung"
LEISTUNGSNAMEN = {
    "grundsicherung_arbeitsuchende": "Grundsicherung für Arbeitsuchende (SGB II)",
    "grundsicherung_alter_erwerbsminderung": "Grundsicherung im Alter und bei Erwerbsminderung (SGB XII)",
    "wohngeld": "Wohngeld",
    "kinderzuschlag": "Kinderzuschlag",
}


def schreibe(ergebnis: dict[str, Any], ort: Path = ORT) -> list[Muss]:
    """Write both files; the requirements as checked."""
    ort.mkdir(parents=True, exist_ok=True)
    (ort / "bench.json").write_text(json.dumps(ergebnis, ensure_ascii=False, indent=1) + "\n")
    muss = pruefe(ergebnis)
    (ort / "README.md").write_text("\n".join(_seite(ergebnis, muss)).rstrip() + "\n")
    return muss


def _seite(e: dict[str, Any], muss: list[Muss]) -> Iterator[str]:
    m = e["maschine"]
    yield "# Leistung des Rechenkerns\n"
    yield (
        f"Erzeugt von `make bench` am {e['am']}; alle Verhältnisse stammen aus **einem** Lauf auf einer Maschine. "
        f"{m['kerne']} Kerne ({m['prozessor']}), {m['speicher']} Speicher, Python {m['python']}. "
        f"Erzeugte Bevölkerung, Startzahl {STARTZAHL}, berechneter Monat {MONAT}; keine echten Personen. "
        "Kette: SGB II, SGB XII (Drittes und Viertes Kapitel), Wohngeld, Kinderzuschlag. "
        f"Kern und GETTSIM liefen {e['runden']}-mal im Wechsel; es zählt je Zeit die beste Runde beider.\n"
    )
    if m["last"] > RUHIG:
        yield (
            f"**Die Maschine war belastet:** Beim Beginn warteten {zahl(m['last'])} Prozesse auf {m['kerne']} Kerne. "
            "Die Zeiten sind ein Vielfaches derer einer ruhigen Maschine. Die Teile liefen unter verschiedener Last; "
            "die Verhältnisse taugen darum nicht als Beleg, weder für „erfüllt“ noch für „verfehlt“.\n"
        )
    yield "## Anforderungen\n"
    yield from tabelle(
        ("Anforderung", "gemessen", ""),
        [x.zeile for x in muss],
    )
    yield from _kern(e)
    if "gettsim" in e:
        yield from _gettsim(e)


def _kern(e: dict[str, Any]) -> Iterator[str]:
    k, start, kopie = e["kern"], e["start"], e["maschine"]["kopierrate_gb_s"]
    schnellste = min(k["rechnen_s"].values())
    untergrenze = k["personen"] * k["byte_je_person"] / max(kopie.values()) / 1e9
    yield "\n## Kern\n"
    zeilen = [("Personen, Haushalte, Spalten", f"{zahl(k['personen'], 0)}, {zahl(k['haushalte'], 0)}, {k['spalten']}")]
    zeilen += [
        (f"nur rechnen, {n} Fäden", f"{zahl(1e3 * s, 0)} ms = {zahl(k['personen'] / s / 1e6)} Mio. Personen/s")
        for n, s in k["rechnen_s"].items()
    ]
    zeilen += [
        ("ganzer Aufruf, Arrow nach Arrow", f"{zahl(1e3 * k['ganzer_aufruf_s'], 0)} ms"),
        ("Speicher, Spitze", f"{zahl(k['spitze_byte'] / GIB, 2)} GiB"),
        ("ein Fall mit allen Werten für die Spur", f"{zahl(1e3 * k['einzelfall_s'], 1)} ms"),
        ("ein Fall, die ganze Spur als JSON geschrieben", f"{zahl(1e3 * k['einzelfall_json_s'], 1)} ms"),
        (f"übersetzen: Kette ({start['kette_regeln']} Regeln)", f"{zahl(start['kette_s'])} s"),
        (f"übersetzen: alle Ansprüche ({start['alle_regeln']} Regeln, alle Merkmale)", f"{zahl(start['alle_s'])} s"),
        ("laden: übersetzter Kern mit LLVM", f"{zahl(start['kern_s'], 2)} s"),
        ("laden: Regelwerk lesen", f"{zahl(start['regelwerk_s'], 2)} s"),
        (
            "Kopierrate der Maschine (lesen + schreiben)",
            ", ".join(f"{n} Fäden {zahl(r)} GB/s" for n, r in kopie.items()),
        ),
        ("berührte Bytes je Person", zahl(k["byte_je_person"], 0)),
        ("Untergrenze aus der Kopierrate", f"{zahl(1e3 * untergrenze, 1)} ms ({zahl(schnellste / untergrenze)}-fach)"),
    ]
    yield from tabelle(("", ""), zeilen)
    yield "\nWachstum, alle Kerne:\n"
    yield from tabelle(
        ("Personen", "Zeit", "je Person"),
        [
            (zahl(int(n), 0), f"{zahl(1e3 * s, 1)} ms", f"{zahl(1e9 * s / int(n), 0)} ns")
            for n, s in e["wachstum"].items()
        ],
    )
    if "gesamt" in e:
        yield from _gesamt(e["gesamt"])


def _gesamt(g: dict[str, Any]) -> Iterator[str]:
    yield f"\n## {zahl(g['personen'] / 1e6, 0)} Millionen Personen von Parquet nach Parquet\n"
    yield "`sozialamt rechne`, ein Prozess, alle Kerne; die Zeit enthält Start, Lesen, Prüfen, Rechnen und Schreiben.\n"
    yield from tabelle(
        ("", ""),
        [
            ("Dauer", f"{zahl(g['dauer_s'])} s = {zahl(g['personen'] / g['dauer_s'] / 1e6)} Mio. Personen/s"),
            ("Rechenzeit aller Kerne", f"{zahl(g['rechenzeit_s'])} s"),
            ("Speicher, Spitze", f"{zahl(g['spitze_byte'] / GIB, 2)} GiB"),
            ("Eingabe, Ausgabe", f"{zahl(g['eingabe_byte'] / 1e9, 2)} GB, {zahl(g['ausgabe_byte'] / 1e9, 2)} GB"),
            ("Bevölkerung erzeugen", f"{zahl(g['erzeugen_s'])} s (0, wenn sie schon da war)"),
        ],
    )


def _gettsim(e: dict[str, Any]) -> Iterator[str]:
    unser, ihre = e["kern"], e["gettsim"]["messung"]
    yield f"\n## Neben GETTSIM {ihre['fassung']}\n"
    yield (
        "Dieselben Haushalte, derselbe Lauf, GETTSIM in einer eigenen Umgebung mit seinem Standard (numpy). Unsere "
        "Kette liest Steuern, Sozialbeiträge, Unterhaltsvorschuss und anerkannte Wohnkosten als Angaben, wie eine "
        "Behörde sie aus Nachweisen hat. Verglichen wird, was beide kennen: SGB II, SGB XII (Viertes Kapitel), "
        "Wohngeld und Kinderzuschlag; ein Einzelfall und die Tabelle oben rechnen auch das Dritte Kapitel. "
        "GETTSIM rechnet auf zwei Weisen:\n"
    )
    yield (
        "- **ab dem Bruttoeinkommen**: GETTSIMs ganze Kette für diese Leistungen; Einkommensteuer, "
        "Solidaritätszuschlag, Sozialbeiträge und Unterhaltsvorschuss leitet es selbst her. Das ist mehr, als wir "
        "rechnen. An dieser Kette messen sich die Anforderungen.\n"
        "- **mit gegebenen Steuern und Beiträgen**: GETTSIM bekommt dieselben Angaben wie wir und muss sie nicht "
        "herleiten. Das ist der Vergleich gleicher Arbeit.\n"
    )
    yield "Renten, Arbeitslosengeld und Wohnkosten sind immer gegeben. Einfuhr und Aufbau zählen nicht mit.\n"
    for weise, titel in (("brutto", "ab dem Bruttoeinkommen"), ("gegeben", "mit gegebenen Steuern und Beiträgen")):
        yield f"\nGETTSIM {titel}:\n"
        yield from _nebeneinander(ihre[weise], unser, e["gettsim"]["verhaeltnis"][weise])
    je_s = RECHNEN * ihre["brutto"]["personen"] / ihre["brutto"]["rechnen_s"] / 1e6
    regeln = zahl(e["start"]["kette_regeln"], 0)
    yield (
        f"\nDas {RECHNEN}-fache von GETTSIMs Rechnen ab dem Bruttoeinkommen wären hier {zahl(je_s)} Mio. Personen/s "
        f"mit {regeln} Regeln auf {_faeden(unser)} Fäden.\n"
    )
    yield f"\nGETTSIM vor dem ersten Aufruf: {zahl(ihre['einfuhr_s'])} s Einfuhr, {zahl(ihre['aufbau_s'])} s Aufbau.\n"
    yield "## Unterschiede und wer recht hat\n"
    yield (
        "Ab einem Euro je Haushalt und Monat. Ein Haushalt steht bei der ersten Klasse, deren Merkmal auf ihn "
        "zutrifft; je Klasse steht ein Beispiel mit allen Angaben in `bench.json`.\n"
    )
    for leistung in e["gettsim"]["unterschiede"]:
        yield f"### {LEISTUNGSNAMEN[leistung['leistung']]}\n"
        gleich = zahl(100 * leistung["gleich"] / leistung["haushalte"])
        yield f"{zahl(leistung['haushalte'], 0)} Haushalte, davon {gleich} Prozent gleich.\n"
        yield from tabelle(
            ("Klasse", "Haushalte", "Median", "recht hat", "Norm", "Grund"), [_klasse(k) for k in leistung["klassen"]]
        )
        yield ""


def _faeden(unser: dict[str, Any]) -> str:
    """Most threads measured."""
    return max(unser["rechnen_s"], key=int)


def _nebeneinander(ihre: dict[str, Any], unser: dict[str, Any], v: dict[str, float]) -> Iterator[str]:
    einer, wir = ihre["einzelfall_s"], unser["gemeinsam"]
    zeilen = [
        ("nur rechnen", ihre["rechnen_s"], min(wir["rechnen_s"].values()), v["rechnen"]),
        ("ganzer Aufruf", ihre["ganzer_aufruf_s"], wir["ganzer_aufruf_s"], v["ganzer_aufruf"]),
        ("ein Fall (hier mit allen Werten für die Spur)", einer, unser["einzelfall_s"], v["einzelfall"]),
        ("ein Fall (hier mit der ganzen Spur als JSON)", einer, unser["einzelfall_json_s"], v["einzelfall_json"]),
    ]
    inhalt = [(t, f"{zahl(a, 2)} s", f"{zahl(1e3 * b, 1)} ms", f"{zahl(x)}-fach") for t, a, b, x in zeilen]
    speicher = (zahl(m["spitze_byte"] / GIB, 2) + " GiB" for m in (ihre, wir))
    inhalt.append(("Speicher, Spitze", *speicher, f"{zahl(v['speicher'])}-fach"))
    yield from tabelle(("", "GETTSIM", "hier", "Verhältnis"), inhalt)


def _klasse(k: dict[str, Any]) -> tuple[str, ...]:
    median = f"{zahl(k['median_differenz_euro'], 2)} €"
    return (k["titel"], zahl(k["haushalte"], 0), median, k["wer_hat_recht"], k["norm"], k["grund"])


def tabelle(kopf: tuple[str, ...], zeilen: list[tuple[str, ...]]) -> Iterator[str]:
    """A table in Markdown."""
    yield "| " + " | ".join(kopf) + " |"
    yield "|" + "---|" * len(kopf)
    for zeile in zeilen:
        yield "| " + " | ".join(zeile) + " |"
