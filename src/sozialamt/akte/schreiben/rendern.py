"""Bescheid und Brief als PDF/A-3a und PDF/UA-1.

Ein Übersetzer je Prozess: Er liest Schriften und Vorlagen einmal und behält, was sich von Schreiben zu Schreiben
wiederholt. Die Daten kommen als eine Zeichenkette hinein, die JSON enthält; was ein Mensch in ein Feld schreibt, kann
darum keine Satzanweisung werden.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

import typst

from sozialamt.akte.schreiben.beilegen import lege_bei, marke
from sozialamt.akte.schreiben.daten import Beilage, BescheidDaten, BriefDaten, Monatsbetrag, Verfuegungszeile
from sozialamt.akte.schreiben.zeiten import tag_lang, tage, zeitraum
from sozialamt.leistungen.bogen import Bogen, Teil, Zeile, Zeilenart
from sozialamt.leistungen.bogentext import betrag, feststellungen, monat_lang, spaltenbloecke
from sozialamt.rechenkern.values import euro

ORT = Path(__file__).parent
NORMEN: list[Any] = ["a-3a", "ua-1"]
SPALTEN_BOGEN, SPALTEN_MONATE = 3, 4
_SPERRE = Lock()

_UNTRENNBAR = (
    (re.compile(r"(§§?|Abs\.|Absatz|Nr\.|Nummer|Satz|Art\.) (?=\d)"), "\\1\u00a0"),
    (re.compile(r"(?<=\d) (€|Euro|Prozent|%)"), "\u00a0\\1"),
    (re.compile(r"\b(SGB) (?=[IVX]+\b)"), "\\1\u00a0"),
)
_NICHT_DARSTELLBAR = re.compile(r'(?:the text `"(?P<text>.+?)"` could not|codepoint `"(?P<punkt>.+?)"`)')
_OHNE_BILD = frozenset({"Cc", "Cs", "Cn", "Co"})


class NichtDruckbar(ValueError):
    """Ein Zeichen, das keine der eingebetteten Schriften kennt; der Bescheid entsteht nicht."""

    def __init__(self, zeichen: str) -> None:
        self.zeichen = zeichen
        super().__init__(
            f"„{zeichen}“ kann nicht gedruckt werden. Bitte in den Buchstaben der DIN 91379 erfassen "
            "(lateinische, griechische oder kyrillische Schrift)."
        )


def rendere_bescheid(daten: BescheidDaten) -> bytes:
    """PDF des Bescheids. Gleiche Daten ergeben dieselbe Datei (kein Zeitstempel der Erzeugung)."""
    return setze(satzdaten(daten), "bescheid.typ", daten.datum, daten.beilagen)


def rendere_brief(daten: BriefDaten) -> bytes:
    """PDF eines Schreibens, das kein Bescheid ist."""
    return setze(briefsatz(daten), "brief.typ", daten.datum)


def setze(satz: Mapping[str, Any], vorlage: str, datum: date, beilagen: Sequence[Beilage] = ()) -> bytes:
    """Setzt Daten mit einer Vorlage; `NichtDruckbar`, wenn ein Zeichen in keiner Schrift vorkommt."""
    daten = _zeichenkette(json.dumps(_gesaeubert(satz)))
    inhalte = "".join(f"{_zeichenkette(marke(beilage))}," for beilage in beilagen)
    quelle = f'#import "/{vorlage}": dokument\n#dokument(json(bytes({daten})), ({inhalte}))'
    zeitpunkt = datetime(datum.year, datum.month, datum.day, tzinfo=UTC)
    try:
        with _SPERRE:
            pdf = _uebersetzer().compile(input=quelle.encode(), format="pdf", pdf_standards=NORMEN, timestamp=zeitpunkt)
    except typst.TypstError as fehler:
        fund = _NICHT_DARSTELLBAR.search(str(fehler))
        if fund is None:
            raise
        raise NichtDruckbar(fund["text"] or fund["punkt"]) from fehler
    assert isinstance(pdf, bytes)  # noqa: S101 - PDF ist eine einzige Datei; Listen gibt es nur bei Bildern
    return lege_bei(pdf, beilagen)


@cache
def _uebersetzer() -> typst.Compiler:
    schriften = typst.Fonts(include_system_fonts=False, font_paths=[str(ORT / "schriften")])
    return typst.Compiler(root=str(ORT / "vorlagen"), font_paths=schriften)


def _zeichenkette(text: str) -> str:
    """Text als Zeichenkette von typst: Nur `\\` und `"` bedeuten darin etwas."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def briefsatz(daten: BriefDaten) -> dict[str, Any]:
    """Alles, was die Vorlage eines Briefs braucht."""
    return _kopfsatz(daten, f"{daten.betreff} vom {tag_lang(daten.datum)}") | {
        "absaetze": list(daten.absaetze),
        "abschnitte": [asdict(a) for a in daten.abschnitte],
    }


def _kopfsatz(daten: BescheidDaten | BriefDaten, titel: str) -> dict[str, Any]:
    """Briefkopf und Rahmen, die jedes Schreiben hat."""
    b = daten.behoerde
    return {
        "titel": titel,
        "beschreibung": f"{daten.betreff}, Aktenzeichen {daten.aktenzeichen}",
        "kopf": f"{daten.betreff} – {daten.aktenzeichen}",
        "fuss": f"{b.traeger} · {b.amt} · Aktenzeichen {daten.aktenzeichen}",
        "tag": [daten.datum.year, daten.datum.month, daten.datum.day],
        "datum": tag_lang(daten.datum),
        "behoerde": asdict(b),
        "anschrift": list(daten.anschrift),
        "ruecksendeangabe": f"{b.traeger} · {b.amt} · {b.postanschrift or b.sitz}",
        "versandvermerk": daten.versandvermerk,
        "infoblock": _infoblock(daten),
        "aktenzeichen": daten.aktenzeichen,
        "betreff": daten.betreff,
        "anrede": daten.anrede,
        "unterschrift": asdict(daten.unterschrift) if daten.unterschrift else None,
        "muster": daten.muster,
    }


def satzdaten(daten: BescheidDaten) -> dict[str, Any]:
    """Alles, was die Vorlage braucht: nur noch Texte, Listen und Tabellen."""
    titel = f"{daten.betreff} – {daten.art.bescheidtitel} vom {tag_lang(daten.datum)}"
    return _kopfsatz(daten, titel) | {
        "bescheidtitel": daten.art.bescheidtitel,
        "einleitung": list(daten.einleitung),
        "verfuegung": list(daten.verfuegung),
        "zeilen": [_verfuegungszeile(z) for z in daten.zeilen],
        "monatstabellen": _monatstabellen(daten),
        "begruendung": [asdict(t) for t in daten.begruendung],
        "hinweise": [asdict(t) for t in daten.hinweise],
        "rechtsbehelf": asdict(daten.rechtsbehelf),
        "anlagen": [_bogentitel(von, bis) for von, bis, _ in daten.boegen],
        "boegen": [_bogen(von, bis, bogen, dict(daten.bogennamen)) for von, bis, bogen in daten.boegen],
        "beilagen": [{"name": x.name, "art": x.art, "beschreibung": x.beschreibung} for x in daten.beilagen],
    }


def _infoblock(daten: BescheidDaten | BriefDaten) -> list[list[str]]:
    b = daten.behoerde
    angaben = (
        ("Aktenzeichen", daten.aktenzeichen),
        ("Auskunft gibt", b.ansprechperson),
        ("Zimmer", b.zimmer),
        ("Anschrift", f"{b.strasse}\n{b.ort}"),
        ("Telefon", b.telefon),
        ("E-Mail", b.email),
        ("Internet", b.internet),
        ("Sprechzeiten", b.sprechzeiten),
        ("Datum", tag_lang(daten.datum)),
    )
    return [[name, wert] for name, wert in angaben if wert]


def _verfuegungszeile(zeile: Verfuegungszeile) -> list[str]:
    return [zeile.person, zeile.leistung, tage(zeile.von, zeile.bis), betrag(zeile.betrag)]


def _monatstabellen(daten: BescheidDaten) -> list[dict[str, Any]]:
    if not daten.monate:
        return []
    tabellen = []
    for spalten, gesamt in spaltenbloecke(len(daten.personen), SPALTEN_MONATE):
        kopf = ["Monat", *(daten.personen[i] for i in spalten), *(["gesamt"] if gesamt else [])]
        zeilen = [
            [
                name,
                *(betrag(betraege[i]) for i in spalten),
                *([betrag(sum(betraege))] if gesamt else []),
            ]
            for name, betraege in _monatszeilen(daten)
        ]
        tabellen.append({"kopf": kopf, "zeilen": zeilen})
    return tabellen


def _monatszeilen(daten: BescheidDaten) -> list[tuple[str, tuple[int, ...]]]:
    """Jeder Monat eine Zeile; in großen Haushalten gleiche Monate zusammengefasst."""
    if len(daten.personen) <= SPALTEN_MONATE:
        return [(monat_lang(m.monat), m.betraege) for m in daten.monate]
    gruppen: list[list[Monatsbetrag]] = []
    for m in daten.monate:
        if gruppen and gruppen[-1][-1].betraege == m.betraege:
            gruppen[-1].append(m)
        else:
            gruppen.append([m])
    return [(zeitraum(g[0].monat, g[-1].monat) + (", je Monat" if len(g) > 1 else ""), g[0].betraege) for g in gruppen]


def _bogentitel(von: str, bis: str) -> str:
    return f"Berechnungsbogen {zeitraum(von, bis)}"


def _bogen(von: str, bis: str, bogen: Bogen, namen: Mapping[str, str]) -> dict[str, Any]:
    personen = [namen.get(p, p) for p in bogen.personen]
    tabellen = [
        tabelle
        for spalten, gesamt in spaltenbloecke(len(personen), SPALTEN_BOGEN)
        for nummer, teil in enumerate(bogen.teile)
        for tabelle in _bogentabellen(teil, spalten, gesamt, personen, nummer)
    ]
    monatlich = "Betrag" if von == bis else "Betrag je Monat"
    return {
        "titel": f"Anlage: {_bogentitel(von, bis)}",
        "untertitel": f"{bogen.titel}. Beträge in Euro. Neben jeder Zeile steht die Vorschrift, auf der sie beruht.",
        "tabellen": tabellen,
        "schluss": [f"{monatlich} insgesamt: {euro(bogen.anspruch_gesamt)}"],
    }


def _bogentabellen(
    teil: Teil, spalten: range, gesamt: bool, personen: Sequence[str], nummer: int
) -> Iterator[dict[str, Any]]:
    """Ein Abschnitt als Tabelle; was sich nur in Worten sagen lässt, in einer eigenen davor."""
    block = [personen[i] for i in spalten]
    titel = f"Personen: {', '.join(block)}" if nummer == 0 and len(personen) > SPALTEN_BOGEN else ""
    worte = [z for z in teil.zeilen if z.wortreich]
    betraege = [z for z in teil.zeilen if not z.wortreich]
    if worte:
        zeilen = [
            [z.titel, z.norm, f"{wer}: {text}" if wer else text]
            for z in worte
            for wer, text in feststellungen(z, spalten, block)
        ]
        yield _tabelle(titel, [teil.titel, "Vorschrift", "Ergebnis"], zeilen, worte=True)
    if betraege:
        kopf = [teil.titel, "Vorschrift", *block, *(["gesamt"] if gesamt else [])]
        yield _tabelle(
            "" if worte else titel,
            kopf,
            [_bogenzeile(zeile, spalten, gesamt) for zeile in betraege],
            summen=[i for i, zeile in enumerate(betraege) if zeile.art is Zeilenart.SUMME],
            hinweis=teil.hinweis,
        )


def _tabelle(titel: str, kopf: list[str], zeilen: list[list[str]], **angaben: Any) -> dict[str, Any]:
    return {"titel": titel, "kopf": kopf, "zeilen": zeilen, "summen": [], "hinweis": "", "worte": False} | angaben


def _bogenzeile(zeile: Zeile, spalten: range, gesamt: bool) -> list[str]:
    zellen = [zeile.titel, zeile.norm, *(_zelle(zeile.werte[i], zeile.texte[i], zeile) for i in spalten)]
    return [*zellen, _zelle(zeile.gesamt, zeile.gesamttext, zeile)] if gesamt else zellen


def _zelle(wert: int | None, text: str, zeile: Zeile) -> str:
    if wert is None:
        return text
    return betrag(wert) if zeile.ist_geld else text


def _gesaeubert(wert: Any) -> Any:
    """Texte ohne Steuerzeichen, zusammengesetzte Zeichen vereinigt, feste Verbindungen untrennbar."""
    if isinstance(wert, str):
        return _gesaeuberter_text(wert)
    if isinstance(wert, Mapping):
        return {k: _gesaeubert(v) for k, v in wert.items()}
    if isinstance(wert, list | tuple):
        return [_gesaeubert(v) for v in wert]
    return wert


@lru_cache(maxsize=4_000)
def _gesaeuberter_text(text: str) -> str:
    text = unicodedata.normalize("NFC", text)
    if not text.isprintable():
        text = text.replace("\r\n", "\n")
        text = "".join(z for z in text if z == "\n" or unicodedata.category(z) not in _OHNE_BILD)
    if " " in text:
        for muster, ersatz in _UNTRENNBAR:
            text = muster.sub(ersatz, text)
    return text
