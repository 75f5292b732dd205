"""Der Überblick als Text, für `sozialamt berechne --alle` und Aktenvermerke."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from sozialamt.leistungen.bogentext import ZEILENBREITE, monat_lang
from sozialamt.leistungen.gegenprobe import Gegentatsache
from sozialamt.leistungen.ueberblick import Posten, Schritt, Status, Ueberblick, Urteil
from sozialamt.rechenkern import Frage, euro

GENANNT = 4
"""So viele Angaben nennt der Text je Ablehnung; alle stehen in den Daten."""


def als_text(bild: Ueberblick) -> str:
    """Ansprüche, Ablehnungen mit dem, was sie ändern würde, offene Fragen, Reihenfolge der Anträge."""
    kopf = f"{bild.titel + ' – ' if bild.titel else ''}Überblick für {monat_lang(bild.monat)}"
    abschnitte = (
        ("ANSPRÜCHE, JEDER FÜR SICH", list(_ansprueche(bild.posten))),
        ("WAS DER HAUSHALT ERHÄLT", list(_summe(bild))),
        ("OFFENE FRAGEN", list(_fragen(bild.posten))),
        ("KEIN ANSPRUCH", list(_ablehnungen(bild.posten))),
        ("KEIN RECHTSSTAND", [f"{p.titel}: {p.text}" for p in bild.posten if p.status is Status.KEIN_RECHT]),
        ("ZUERST ZU BEANTRAGEN", list(_urteile(bild.urteile))),
        ("REIHENFOLGE DER ANTRÄGE", list(_reihenfolge(bild.reihenfolge))),
        ("HINWEISE", list(bild.hinweise)),
    )
    teile = [kopf + "\n" + "=" * len(kopf)]
    for titel, zeilen in abschnitte:
        if zeilen:
            teile.append("\n".join([titel, *(umbruch for z in zeilen for umbruch in _umbrochen(z))]))
    return "\n\n".join(teile)


def _ansprueche(posten: Sequence[Posten]) -> Iterator[str]:
    for p in posten:
        if not p.besteht:
            continue
        betrag = euro(p.betrag) if p.betrag else "dem Grunde nach, kein Geldbetrag"
        danach = ""
        if p.status is Status.DANACH:
            betrag = "noch kein Anspruch"
        if p.betrag_nach_vorrang != p.betrag:
            danach = f" ({euro(p.betrag_nach_vorrang)}, sobald vorrangige Leistungen zufließen)"
        yield f"{p.titel}, {', '.join(p.personen)}: {betrag}{danach}"


def _summe(bild: Ueberblick) -> Iterator[str]:
    """Nur was nebeneinander gezahlt wird; was ausgeschlossen oder nachrangig ist, steht in der Reihenfolge."""
    if not any(p.besteht for p in bild.posten):
        return
    yield from (f"{p.titel}, {', '.join(p.personen)}: {euro(p.fliesst)}" for p in bild.posten if p.fliesst)
    vorbehalt = "" if bild.vollstaendig else ", ohne das, wofür Angaben fehlen"
    yield f"zusammen {euro(bild.summe)} im Monat{vorbehalt}"


def _fragen(posten: Sequence[Posten]) -> Iterator[str]:
    """Jede Frage einmal, mit den Leistungen, die ohne die Antwort nicht gerechnet sind."""
    offen: dict[Frage, list[str]] = {}
    for p in posten:
        for frage in p.fragen:
            offen.setdefault(frage, []).append(p.titel)
    for frage, titel in offen.items():
        yield f"Frage: {frage} {frage.hilfe}".rstrip()
        yield f"  nötig für: {', '.join(titel)}"


def _ablehnungen(posten: Sequence[Posten]) -> Iterator[str]:
    """Gleiche Gründe stehen einmal, mit allen Personen, für die sie gelten."""
    gleich: dict[tuple[str, str], list[Posten]] = {}
    for p in posten:
        if p.status is Status.KEIN_ANSPRUCH:
            gleich.setdefault((p.titel, p.text), []).append(p)
    for (titel, text), gruppe in gleich.items():
        yield f"{titel}, {', '.join(name for p in gruppe for name in p.personen)}: {text}"
        funde = list(dict.fromkeys(g.text for g in _nach_personen(gruppe)))
        if not funde:
            yield "  Keine einzelne Angabe würde das ändern."
            continue
        yield "  Das würde es ändern:"
        yield from (f"  · {fund}" for fund in funde[:GENANNT])
        weitere = len(funde) - GENANNT
        if weitere > 0:
            wort = "eine weitere Angabe" if weitere == 1 else f"{weitere} weitere Angaben"
            yield f"  · und {wort} (vollständig mit --json)"


def _nach_personen(gruppe: Sequence[Posten]) -> list[Gegentatsache]:
    """Reihum das Nächstliegende jeder Person, damit keine die anderen verdrängt."""
    laengste = max(len(p.gegentatsachen) for p in gruppe)
    return [p.gegentatsachen[i] for i in range(laengste) for p in gruppe if i < len(p.gegentatsachen)]


def _urteile(urteile: Sequence[Urteil]) -> Iterator[str]:
    """Gleiche Urteile stehen einmal, mit allen Personen, für die sie gelten."""
    gleich: dict[tuple[str, str], list[str]] = {}
    for u in urteile:
        gleich.setdefault((u.text, u.begruendung), []).append(u.person)
    for (text, begruendung), personen in gleich.items():
        yield f"{', '.join(personen)}: {text}"
        if begruendung:
            yield f"  {begruendung}"


def _reihenfolge(schritte: Sequence[Schritt]) -> Iterator[str]:
    for nummer, s in enumerate(schritte, start=1):
        betrag = f" {euro(s.betrag)}," if s.betrag else ""
        yield f"{nummer}. {s.titel} ({', '.join(s.personen)}):{betrag} {s.verhaeltnis} – {s.zustaendig}"
        yield from (f"  {text}" for text in (s.begruendung, s.wirkung) if text)


def _umbrochen(zeile: str) -> list[str]:
    inhalt = zeile.lstrip()
    rand = " " * (len(zeile) - len(inhalt) + 2)
    return textwrap.wrap(inhalt, ZEILENBREITE, initial_indent=rand, subsequent_indent=rand + "  ") or [""]
