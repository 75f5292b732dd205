"""Write the parts of the handbook that follow from the law: benefits, parameters, disputed questions."""

import argparse
import sys
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from sozialamt.leistungen import regelwerk, steckbriefe
from sozialamt.leistungen.klippen import Klippenblatt, klippenblatt
from sozialamt.leistungen.steckbrief import Steckbrief
from sozialamt.rechenkern import Auswahl, Einstellung, Parameter, Plan, anzeige, plane
from sozialamt.rechenkern.kalender import iso
from sozialamt.rechenkern.parameters import Fassung
from sozialamt.rechenkern.values import Datum, euro

ORDNER = Path(__file__).resolve().parent.parent / "docs" / "handbuch"
ERZEUGT = "*Diese Seite schreibt `make handbuch` aus dem Regelwerk. Änderungen gehören in die Dateien des Rechts.*"
MONATE: tuple[Datum, ...] = tuple(jahr * 10_000 + monat * 100 + 1 for jahr in range(2019, 2027) for monat in (1, 7))
"""Months in which a benefit is looked through for what it uses."""


@cache
def seiten() -> dict[str, str]:
    """Text of every generated page by file name."""
    return {"leistungen.md": _leistungen(), "streitfragen.md": _streitfragen(), **_parameter()}


def _seite(*teile: str) -> str:
    return "\n\n".join(teile) + "\n"


def _tabelle(kopf: Iterable[str], zeilen: Iterable[Iterable[str]]) -> str:
    spalten = list(kopf)
    reihen = [spalten, ["---"] * len(spalten), *zeilen]
    return "\n".join("| " + " | ".join(_zelle(z) for z in reihe) + " |" for reihe in reihen)


def _zelle(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _plaene(s: Steckbrief) -> Iterator[Plan]:
    for monat in MONATE:
        yield plane(regelwerk(), s.regelnamen(), monat)


# --- leistungen.md ---


def _leistungen() -> str:
    alle = steckbriefe().values()
    uebersicht = _tabelle(
        ("Leistung", "Kürzel", "Rechtsgrundlage", "Schlüssel"),
        ((f"[{s.titel}](#{s.schluessel})", s.kurz, s.rechtsgrundlage, f"`{s.schluessel}`") for s in alle),
    )
    einleitung = (
        "Was das Programm über jede Leistung weiß (ihr Steckbrief). Den Schlüssel nehmen `sozialamt zeige SCHLÜSSEL` "
        "(Prüfschema) und `sozialamt berechne FALL.yaml --leistung SCHLÜSSEL`. Beträge sind Monatsbeträge."
    )
    return _seite("# Leistungen", ERZEUGT, einleitung, uebersicht, *(_leistung(s) for s in alle))


def _leistung(s: Steckbrief) -> str:
    plaene = list(_plaene(s))
    teile = [f'<a id="{s.schluessel}"></a>\n\n## {s.titel}', _tabelle(("Angabe", "Inhalt"), _angaben(s, plaene))]
    ablehnung = _gruende(s)
    if ablehnung:
        teile.append("Gründe, aus denen nichts zusteht:\n\n" + "\n".join(f"* {text}" for text in ablehnung))
    teile += list(s.hinweise)
    teile += _klippen(klippenblatt(s.schluessel))
    return "\n\n".join(teile)


def _klippen(blatt: Klippenblatt) -> Iterator[str]:
    stufen = {v.stufe_norm: v.stufe for v in blatt.verlaeufe if v.stufe}
    gestuft = "; ".join(f"Stufen bis {euro(b)} durch Rundung oder Staffel ({n})" for n, b in stufen.items())
    verlaeufe = ", ".join(f"{v.titel} ({v.fall['monat']})" for v in blatt.verlaeufe)
    yield f"Verlauf mit dem Einkommen, geprüft an: {verlaeufe}." + (f" {gestuft}." if gestuft else "")
    if not blatt.klippen:
        yield "Klippen: keine; der Betrag sinkt ohne Sprung."
        return
    zeilen = ((k.name, k.norm, k.grund, f"{k.verlauf}: nach {euro(k.bei)} {euro(k.sprung)}") for k in blatt.klippen)
    yield "Klippen:\n\n" + _tabelle(("Klippe", "Norm", "Grund", "Beispiel"), zeilen)


def _angaben(s: Steckbrief, plaene: list[Plan]) -> Iterator[tuple[str, str]]:
    yield "Rechtsgrundlage", s.rechtsgrundlage
    if s.namen:
        yield "Namen", ", ".join(f"ab {ab}: {name}" for ab, name in sorted(s.namen))
    yield "Zuständig", s.zustaendig
    yield "Kostenträger", s.kostentraeger
    if s.erstattung:
        yield "Erstattung", f"{s.erstattung.von}, {s.erstattung.norm}. {s.erstattung.hinweis}"
    if s.statistik:
        yield "Statistik", ", ".join(s.statistik)
    yield "Ergebnis", f"`{s.anspruch}`, je {regelwerk().ebenen[s.ebene].titel}"
    yield "Berechnungsbogen", ", ".join(a.titel for a in s.bogen)
    regeln = {schritt.name for p in plaene for schritt in p.schritte}
    merkmale = {m.name for p in plaene for m in p.merkmale}
    parameter = {name for p in plaene for name in p.parameter}
    yield "Umfang", f"{len(regeln)} Regeln, {len(merkmale)} Merkmale, {len(parameter)} Parameter (2019 bis 2026)"
    streit = dict.fromkeys(name for p in plaene for name in p.einstellungen)
    yield "Einstellungen", ", ".join(f"[{name}](streitfragen.md#{name})" for name in sorted(streit)) or "keine"


def _gruende(s: Steckbrief) -> list[str]:
    if s.ablehnung is None:
        return []
    auswahl: type[Auswahl] | None = regelwerk().regeln[s.ablehnung][0].auswahl
    return [grund.text for grund in auswahl or () if int(grund)]


# --- parameter.md and one page per folder of the law ---

GEMEINSAM = "parameter"
"""Folder of the values that several benefits use."""


def _parameter() -> dict[str, str]:
    ordner: dict[str, dict[str, list[Parameter]]] = {}
    for p in regelwerk().parameter.values():
        ordner.setdefault(p.datei.split("/")[0], {}).setdefault(p.datei, []).append(p)
    seiten = {_parameterdatei(name): _parameterseite(name, dateien) for name, dateien in ordner.items()}
    anzahl = sum(len(p.fassungen) for p in regelwerk().parameter.values())
    einleitung = (
        f"Alle {anzahl} Werte, nach denen gerechnet wird, mit Fundstelle, Quelle und Prüfdatum. Der letzte Wert gilt "
        "nur so weit, wie der Rechtsstand geprüft ist. „bekannt ab“ steht, wo dieser Tag nicht der Beginn ist, etwa "
        "bei rückwirkenden Änderungen. Tabellen nennen die Stelle vor dem Wert."
    )
    zeilen = (
        (f"[{_ordnertitel(name)}]({_parameterdatei(name)})", str(len(alle)), str(sum(len(p.fassungen) for p in alle)))
        for name, dateien in ordner.items()
        for alle in [[p for liste in dateien.values() for p in liste]]
    )
    uebersicht = _tabelle(("Wovon", "Parameter", "Werte"), zeilen)
    return {"parameter.md": _seite("# Parameter", ERZEUGT, einleitung, uebersicht), **seiten}


def _parameterdatei(ordner: str) -> str:
    return "parameter_gemeinsam.md" if ordner == GEMEINSAM else f"parameter_{ordner}.md"


def _ordnertitel(ordner: str) -> str:
    return "Gemeinsame Werte" if ordner == GEMEINSAM else steckbriefe()[ordner].titel


def _parameterseite(ordner: str, dateien: dict[str, list[Parameter]]) -> str:
    abschnitte = ["\n\n".join([f"## {datei}", *map(_ein_parameter, liste)]) for datei, liste in dateien.items()]
    zurueck = "Was die Spalten bedeuten, steht in der [Übersicht](parameter.md)."
    return _seite(f"# Parameter: {_ordnertitel(ordner)}", ERZEUGT, zurueck, *abschnitte)


def _ein_parameter(p: Parameter) -> str:
    zeilen = ((_zeitraum(p, f), _wert(p, f), f.norm, f.quelle, iso(f.geprueft_am), f.hinweis) for f in p.fassungen)
    kopf = ("gilt", "Wert", "Fundstelle", "Quelle", "geprüft", "Hinweis")
    return f"### {p.titel}\n\n`{p.name}`, {p.norm}\n\n{_tabelle(kopf, zeilen)}"


def _zeitraum(p: Parameter, f: Fassung) -> str:
    spaeter = [g.ab for g in p.fassungen if g.ab > f.ab]
    bis = min(f.bis, _vortag(min(spaeter))) if spaeter else f.bis
    bekannt = f", bekannt ab {iso(f.bekannt_ab)}" if f.bekannt_ab != f.ab else ""
    return f"{iso(f.ab)} bis {iso(bis)}{bekannt}"


def _vortag(tag: Datum) -> Datum:
    return int(f"{date.fromisoformat(iso(tag)) - timedelta(days=1):%Y%m%d}")


def _wert(p: Parameter, f: Fassung) -> str:
    if not isinstance(f.wert, tuple):
        return anzeige(f.wert, p.einheit)
    return "; ".join(f"{stelle}: {anzeige(wert, p.einheit)}" for stelle, wert in enumerate(f.wert) if stelle or wert)


# --- streitfragen.md ---


def _streitfragen() -> str:
    benutzt: dict[str, list[str]] = {}
    for s in steckbriefe().values():
        for name in dict.fromkeys(n for p in _plaene(s) for n in p.einstellungen):
            benutzt.setdefault(name, []).append(s.titel)
    alle = regelwerk().einstellungen.values()
    einleitung = (
        "Wo das Gesetz mehrere Lesarten zulässt, entscheidet der Träger einmal für sich. Die Vorgabe ist die "
        "verbreitete Ansicht, soweit sie sich belegen ließ; der Rechenweg nennt jede benutzte Einstellung. In einer "
        "Falldatei steht die Wahl unter `einstellungen`, siehe [Falldateien](falldateien.md)."
    )
    uebersicht = _tabelle(
        ("Frage", "Norm", "Vorgabe"),
        ((f"[{e.titel}](#{e.name})", e.norm, f"`{_schluessel(e)}`") for e in alle),
    )
    abschnitte = [_streitfrage(e, benutzt.get(e.name, [])) for e in alle]
    return _seite("# Streitfragen", ERZEUGT, einleitung, uebersicht, *abschnitte)


def _schluessel(e: Einstellung) -> str:
    return next(name for name, (wert, _) in e.optionen.items() if wert == e.vorgabe)


def _streitfrage(e: Einstellung, leistungen: list[str]) -> str:
    optionen = "\n".join(
        f"* `{name}`{'' if name == text else f': {text}'}{' (Vorgabe)' if wert == e.vorgabe else ''}"
        for name, (wert, text) in e.optionen.items()
    )
    fuss = f"Gilt für: {', '.join(leistungen)}. Geprüft am {iso(e.geprueft_am)}. Datei: {e.datei}."
    return "\n\n".join(
        [f'<a id="{e.name}"></a>\n\n## {e.titel}', f"`{e.name}`, {e.norm}", optionen, " ".join(e.hinweis.split()), fuss]
    )


def main() -> int:
    parser = argparse.ArgumentParser(description="Schreibt die erzeugten Seiten des Handbuchs.")
    parser.add_argument("--pruefe", action="store_true", help="schreibt nichts und meldet, welche Seiten veraltet sind")
    pruefe = parser.parse_args().pruefe
    veraltet = [n for n, t in seiten().items() if not (ORDNER / n).is_file() or (ORDNER / n).read_text("utf-8") != t]
    if pruefe:
        print(f"Veraltet: {', '.join(veraltet)}. Abhilfe: make handbuch" if veraltet else "Alle Seiten sind aktuell.")
        return bool(veraltet)
    ORDNER.mkdir(parents=True, exist_ok=True)
    for name, text in seiten().items():
        (ORDNER / name).write_text(text, encoding="utf-8")
    print(f"Geschrieben: {', '.join(veraltet) or 'nichts Neues'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
