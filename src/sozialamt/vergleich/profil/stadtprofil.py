"""Das Stadtprofil: Organisation, vier Bilder mit Erklärung, Bevölkerung, Grundlagen."""

from __future__ import annotations

from collections.abc import Sequence

from sozialamt.vergleich.grafik.bild import Abweichung, Abweichungsbild, Balken, Balkenbild, Grafik, Tabelle
from sozialamt.vergleich.grafik.zahlen import FEHLT, mit_einheit, zahl
from sozialamt.vergleich.profil import texte
from sozialamt.vergleich.profil.bericht import Abbildung, Absatz, Bericht, Block, Kapitel, Liste, Zahlen
from sozialamt.vergleich.profil.daten import Kennwert, Profildaten, Wirtschaftswert, Zahlentafel

MINDESTENS = 2
"""So viele Bereiche braucht ein Anteilsbild: Ein einziger wäre immer hundert Prozent."""
OHNE_ORGANISATION = "Die Stadt hat noch keinen Text über ihr Amt hinterlegt."


def stadtprofil(d: Profildaten, *, herausgeber: str, stand: str) -> Bericht:
    """Bericht aus den Zahlen eines Jahres; Rubriken ohne Zahlen stehen mit ihrem Grund darin."""
    kapitel = (
        Kapitel("organisation", f"Das Amt in {d.stadt}", _organisation(d)),
        Kapitel("anteile", "Leistungsbeziehende nach Leistungsbereichen", _anteilskapitel(d)),
        Kapitel("auszahlungen", "Auszahlungen nach Leistungsbereichen", _auszahlungskapitel(d)),
        Kapitel("dichten", "Dichten der Leistungsbeziehenden", _dichtekapitel(d)),
        Kapitel("wirtschaft", "Wirtschaftsindikatoren", _wirtschaftskapitel(d)),
        *(Kapitel(t.schluessel, t.titel, _tafelkapitel(d, t)) for t in d.tafeln),
    )
    return Bericht(
        titel=f"Stadtprofil {d.stadt} {d.jahr}",
        untertitel="Auszug aus dem Vergleich der Städte",
        stand=stand,
        herausgeber=herausgeber,
        kapitel=kapitel,
        quellen=tuple(sorted(_quellen(d))),
        erzeugt=d.erzeugt,
        hinweise=(
            "Rubriken ohne Balken erklären sich aus fehlender Lieferung oder fehlender Zuständigkeit; der Grund steht "
            "jeweils dabei. Keine Zahl ist geschätzt.",
        ),
    )


def _quellen(d: Profildaten) -> set[str]:
    alle = [
        *d.anteile,
        *d.auszahlungen,
        *d.dichten,
        *(w.kennwert for w in d.wirtschaft),
        *(w for t in d.tafeln for w in t.werte),
    ]
    return {w.quelle for w in alle if w.quelle and w.wert is not None} | {q for q in (d.organisation.quelle,) if q}


def _organisation(d: Profildaten) -> tuple[Block, ...]:
    o = d.organisation
    if not o.absaetze:
        return (Absatz(OHNE_ORGANISATION),)
    liste = (Liste(o.schwerpunkte),) if o.schwerpunkte else ()
    return (*(Absatz(a) for a in o.absaetze), *liste, Absatz(f"Stand: {o.stand}. Quelle: {o.quelle}.", klein=True))


def quellen_von(werte: Sequence[Kennwert]) -> tuple[str, ...]:
    """Jede Quelle einmal, in der Reihenfolge der Werte."""
    return tuple(dict.fromkeys(w.quelle for w in werte if w.quelle and w.wert is not None))


def _anteilskapitel(d: Profildaten) -> tuple[Block, ...]:
    bild = anteilsbild(
        f"{d.stadt} {d.jahr}: Anteile der Leistungsbeziehenden nach Leistungsbereichen",
        "anteile",
        d.anteile,
        "Personen",
    )
    return _bild_oder_tabelle(bild, texte.anteile(d), d.anteile)


def _auszahlungskapitel(d: Profildaten) -> tuple[Block, ...]:
    bild = anteilsbild(
        f"{d.stadt} {d.jahr}: Anteile der Auszahlungen nach Leistungsbereichen", "auszahlungen", d.auszahlungen, "Euro"
    )
    return _bild_oder_tabelle(bild, texte.auszahlungen(d), d.auszahlungen)


def _bild_oder_tabelle(bild: Grafik, text: str, werte: Sequence[Kennwert]) -> tuple[Block, ...]:
    """Ohne genug Zahlen kein Bild: Dann steht die Tabelle mit den Gründen da."""
    da = [w for w in werte if w.wert is not None]
    rest = texte.fehlendes(werte)
    hinweis = (Absatz(rest),) if rest else ()
    if len(da) < MINDESTENS:
        return (Absatz(text), Zahlen(bild.tabelle))
    return (Abbildung(bild, text), *hinweis)


def anteilsbild(titel: str, schluessel: str, werte: Sequence[Kennwert], einheit: str) -> Grafik:
    """Anteile in Prozent, größter zuerst, Fehlendes am Ende; die Tabelle nennt auch die absoluten Zahlen."""
    geordnet = _geordnet(werte)
    balken = [Balken(w.name, w.wert, f"{zahl(w.wert, 1)}\u00a0%", hervor=True, grund=w.grund) for w in geordnet]
    zeilen = tuple(
        (
            w.name,
            mit_einheit(w.wert, "Prozent") if w.wert is not None else w.grund,
            zahl(w.grundlage, 0),
            w.zeitbezug or FEHLT,
        )
        for w in geordnet
    )
    return Grafik(
        schluessel=schluessel,
        titel=titel,
        alternativtext=f"Waagerechtes Balkenbild. {_gelesen(geordnet, 'Prozent')}",
        bild=Balkenbild(tuple(balken), "Anteil in Prozent"),
        tabelle=Tabelle(titel, ("Leistungsbereich", "Anteil", einheit, "Zeitbezug"), zeilen, frozenset({1, 2})),
        quellen=quellen_von(werte),
    )


def _geordnet(werte: Sequence[Kennwert]) -> list[Kennwert]:
    return sorted(werte, key=lambda w: (w.wert is None, -(w.wert or 0)))


def _gelesen(werte: Sequence[Kennwert], einheit: str) -> str:
    teile = [f"{w.name}: {mit_einheit(w.wert, einheit) if w.wert is not None else w.grund}" for w in werte]
    return "; ".join(teile) + "."


def _dichtekapitel(d: Profildaten) -> tuple[Block, ...]:
    rest = texte.fehlendes(d.dichten)
    bild = dichtebild(f"{d.stadt} {d.jahr}: Dichten der Leistungsbeziehenden", d.dichten)
    hinweise = dict.fromkeys(h for w in d.dichten for h in w.hinweise)
    erklaerung: tuple[Block, ...] = (
        Absatz(texte.DICHTEN_ERKLAERT),
        *(Absatz(h, klein=True) for h in hinweise),
        *((Absatz(rest),) if rest else ()),
    )
    if all(w.wert is None for w in d.dichten):
        return (Absatz(texte.dichten(d)), Zahlen(bild.tabelle), *erklaerung)
    return (Abbildung(bild, texte.dichten(d)), *erklaerung)


def dichtebild(titel: str, werte: Sequence[Kennwert]) -> Grafik:
    """Dichten je 1.000 mit einem Strich für das Mittel der Städte."""
    geordnet = _geordnet(werte)
    balken = [
        Balken(
            w.name, w.wert, zahl(w.wert, 1), marke=w.mittel if w.n >= MINDESTENS else None, hervor=True, grund=w.grund
        )
        for w in geordnet
    ]
    zeilen = tuple((w.name, w.zahl, w.mitteltext, str(w.n), w.zeitbezug or FEHLT) for w in geordnet)
    mit_mittel = any(b.marke is not None for b in balken)
    return Grafik(
        schluessel="dichten",
        titel=titel,
        alternativtext=f"Waagerechtes Balkenbild, Einheit je 1.000. {_gelesen(geordnet, 'je 1.000')}"
        + (" Ein roter Strich zeigt je Zeile das Mittel der Städte." if mit_mittel else ""),
        bild=Balkenbild(
            tuple(balken),
            "je 1.000 Einwohnerinnen und Einwohner",
            strich="Roter Strich: Mittel der Städte" if mit_mittel else "",
        ),
        tabelle=Tabelle(
            titel, ("Leistungsbereich", "je 1.000", "Mittel", "Städte (n)", "Zeitbezug"), zeilen, frozenset({1, 2, 3})
        ),
        quellen=quellen_von(werte),
    )


def _wirtschaftskapitel(d: Profildaten) -> tuple[Block, ...]:
    bild = wirtschaftsbild(f"{d.stadt} {d.jahr}: Wirtschaftsindikatoren", d.wirtschaft)
    rest = texte.fehlendes([w.kennwert for w in d.wirtschaft])
    art = Absatz(f"Standardabweichung: {d.abweichungsart}. Mittel: ungewichtet über alle Städte mit Wert.", klein=True)
    erklaerung: tuple[Block, ...] = (
        Absatz(texte.WIRTSCHAFT_ERKLAERT),
        Absatz(texte.WIRTSCHAFT_BEDEUTET),
        *((Absatz(rest),) if rest else ()),
        art,
    )
    if all(w.abweichung is None for w in d.wirtschaft):
        return (Absatz(texte.wirtschaft(d)), Zahlen(bild.tabelle), *erklaerung)
    return (Abbildung(bild, texte.wirtschaft(d)), *erklaerung)


def wirtschaftsbild(titel: str, werte: Sequence[Wirtschaftswert]) -> Grafik:
    """Abweichungen vom Mittel; die Tabelle nennt Wert, Mittel, n und Zeitbezug."""
    geordnet = sorted(werte, key=lambda w: (w.abweichung is None, -(w.abweichung or 0)))
    abweichungen = [_abweichung(w) for w in geordnet]
    zeilen = tuple(
        (
            a.name,
            a.rohwert,
            a.mittel,
            str(a.n),
            zahl(a.wert, 2, vorzeichen=True),
            _wertung(a),
            w.kennwert.zeitbezug or FEHLT,
        )
        for a, w in zip(abweichungen, geordnet, strict=True)
    )
    gelesen = "; ".join(
        f"{a.name}: {zahl(a.wert, 2, vorzeichen=True)} ({_wertung(a)})"
        if a.wert is not None
        else f"{a.name}: {a.grund}"
        for a in abweichungen
    )
    return Grafik(
        schluessel="wirtschaft",
        titel=titel,
        alternativtext=f"Balkenbild der Abweichungen vom Mittel in Standardabweichungen. {gelesen}.",
        bild=Abweichungsbild(tuple(abweichungen)),
        tabelle=Tabelle(
            titel,
            ("Indikator", "Wert", "Mittel", "Städte (n)", "Abweichung", "Wertung", "Zeitbezug"),
            zeilen,
            frozenset({1, 2, 3, 4}),
        ),
        quellen=quellen_von([w.kennwert for w in geordnet]),
    )


def _abweichung(w: Wirtschaftswert) -> Abweichung:
    k = w.kennwert
    return Abweichung(
        name=k.name,
        wert=w.abweichung,
        guenstig=w.guenstig,
        rohwert=k.text,
        mittel=k.mitteltext,
        n=k.n,
        grund=k.grund or "kein Mittel bildbar",
    )


def _wertung(a: Abweichung) -> str:
    if a.wert is None:
        return FEHLT
    return "ohne Wertung" if a.guenstig is None else "günstig" if a.guenstig else "ungünstig"


def _tafelkapitel(d: Profildaten, tafel: Zahlentafel) -> tuple[Block, ...]:
    zeilen = tuple((w.name, w.text, w.mitteltext, str(w.n), w.zeitbezug or FEHLT) for w in tafel.werte)
    tabelle = Tabelle(
        f"{d.stadt} {d.jahr}: {tafel.titel}",
        ("Merkmal", "Wert", "Mittel", "Städte (n)", "Zeitbezug"),
        zeilen,
        frozenset({1, 2, 3}),
    )
    quellen = quellen_von(tafel.werte)
    return (Zahlen(tabelle), *((Absatz(f"Quellen: {'; '.join(quellen)}", klein=True),) if quellen else ()))
