"""Der Berechnungsbogen als Text in fester Breite, für `sozialamt berechne` und Aktenvermerke."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence

from sozialamt.leistungen.bogen import Bogen, Teil, Zeile, Zeilenart
from sozialamt.rechenkern.values import euro

TITELBREITE = 44
NORMBREITE = 30
BETRAGSBREITE = 13
PERSONEN_JE_BLOCK = 4
ZEILENBREITE = 110

MONATSNAMEN = (
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
)


def monat_lang(monat: str) -> str:
    """„2026-11“ → „November 2026“."""
    jahr, nummer = monat.split("-")[:2]
    return f"{MONATSNAMEN[int(nummer) - 1]} {jahr}"


def betrag(cent: int) -> str:
    """Cent als Betrag ohne Währungszeichen, mit echtem Minus: −1.234,50."""
    return euro(cent).removesuffix(" €").replace("-", "−")


def als_text(bogen: Bogen, namen: Mapping[str, str] | None = None) -> str:
    """Der ganze Bogen; `namen` sagt, wie die Personen heißen (sonst ihr Schlüssel)."""
    namen = namen or {}
    kopf = f"{bogen.titel} – Berechnung für {monat_lang(bogen.monat)}"
    bloecke = [_block(bogen, spalten, gesamt, namen) for spalten, gesamt in spaltenbloecke(len(bogen.personen))]
    zeilen = [kopf, "=" * len(kopf), "Beträge in Euro", ""]
    for i, block in enumerate(bloecke):
        zeilen.extend(([""] if i else []) + list(block))
    return "\n".join(zeile.rstrip() for zeile in zeilen) + "\n"


def spaltenbloecke(anzahl: int, je_block: int = PERSONEN_JE_BLOCK) -> list[tuple[range, bool]]:
    """Spalten so aufgeteilt, dass jeder Block auf die Seite passt; der letzte trägt „gesamt“ (ab zwei Personen)."""
    bloecke = [range(i, min(i + je_block, anzahl)) for i in range(0, max(anzahl, 1), je_block)]
    return [(block, anzahl > 1 and block is bloecke[-1]) for block in bloecke]


def _block(bogen: Bogen, spalten: range, gesamt: bool, namen: Mapping[str, str]) -> Iterator[str]:
    kopf = [namen.get(bogen.personen[i], bogen.personen[i]) for i in spalten] + (["gesamt"] if gesamt else [])
    for teil in bogen.teile:
        yield from _teil(teil, spalten, gesamt, kopf)
        yield ""


def _teil(teil: Teil, spalten: range, gesamt: bool, kopf: list[str]) -> Iterator[str]:
    yield _reihe(teil.titel.upper(), "", [_gekuerzt(k) for k in kopf])
    yield "-" * (TITELBREITE + NORMBREITE + BETRAGSBREITE * len(kopf))
    for zeile in teil.zeilen:
        if zeile.wortreich:
            yield from _feststellung(zeile, spalten, kopf)
            continue
        if zeile.art is Zeilenart.SUMME:
            yield _reihe("", "", ["-" * (BETRAGSBREITE - 2)] * len(kopf))
        yield from _zeile(zeile, spalten, gesamt)
    if teil.hinweis:
        yield f"  Hinweis: {teil.hinweis}"


def _zeile(zeile: Zeile, spalten: range, gesamt: bool) -> Iterator[str]:
    zellen = [_zelle(zeile, i) for i in spalten]
    if gesamt:
        zellen.append(betrag(zeile.gesamt) if zeile.ist_geld and zeile.gesamt is not None else zeile.gesamttext)
    titel = textwrap.wrap(zeile.titel, TITELBREITE - 2) or [""]
    norm = textwrap.wrap(zeile.norm, NORMBREITE - 1) or [""]
    for i in range(max(len(titel), len(norm))):
        links, mitte = (x[i] if i < len(x) else "" for x in (titel, norm))
        yield _reihe(links, mitte, zellen if i == 0 else [])


def feststellungen(zeile: Zeile, spalten: range, namen: Sequence[str]) -> list[tuple[str, str]]:
    """Werte in Worten je Person; gilt für alle dasselbe, steht es einmal ohne Namen."""
    texte = [zeile.texte[i] for i in spalten]
    if None in zeile.werte:
        return [("", zeile.gesamttext)]
    if len(set(texte)) == 1:
        return [("", texte[0])]
    return list(zip(namen, texte, strict=False))


def _feststellung(zeile: Zeile, spalten: range, namen: Sequence[str]) -> Iterator[str]:
    yield f"{zeile.titel} ({zeile.norm}):"
    for wer, text in feststellungen(zeile, spalten, namen):
        yield from textwrap.wrap(
            f"{wer}: {text}" if wer else text, ZEILENBREITE, initial_indent="  ", subsequent_indent="    "
        )


def _zelle(zeile: Zeile, i: int) -> str:
    wert = zeile.werte[i]
    if wert is None:
        return ""
    return betrag(wert) if zeile.ist_geld else zeile.texte[i]


def _reihe(titel: str, norm: str, zellen: list[str]) -> str:
    return f"{titel:<{TITELBREITE}}{norm:<{NORMBREITE}}" + "".join(f"{z:>{BETRAGSBREITE}}" for z in zellen)


def _gekuerzt(name: str) -> str:
    platz = BETRAGSBREITE - 1
    return name if len(name) <= platz else name[: platz - 1] + "…"
