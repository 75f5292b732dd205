"""Erklärende Sätze zu den vier Bildern, für jede Stadt aus ihren Zahlen gebildet.

Jeder Satz nennt nur, was geliefert ist. Fehlt die Grundlage, sagt der Satz, was fehlt.
"""

from __future__ import annotations

from collections.abc import Sequence

from sozialamt.vergleich.grafik.zahlen import aufzaehlung, mit_einheit, zahl
from sozialamt.vergleich.profil.daten import Kennwert, Profildaten, Wirtschaftswert

NAH = 0.25
GLEICHSTAND = 0.05

DICHTEN_ERKLAERT = (
    "Eine Dichte setzt die Zahl der Menschen, die eine Leistung erhalten, ins Verhältnis zur Bevölkerung. Gezählt wird "
    "je 1.000 Einwohnerinnen und Einwohner; beim SGB II zählen die Regelleistungsberechtigten (ELB und NEF) je 1.000 "
    "Menschen von 0 bis unter 65 Jahren. Betrachtet werden nur laufende Leistungen, die das Existenzminimum sichern."
)
WIRTSCHAFT_ERKLAERT = (
    "Die Indikatoren haben verschiedene Einheiten. Damit sie nebeneinander stehen können, zeigt das Bild, um wie viele "
    "Standardabweichungen die Stadt vom ungewichteten Mittel der Städte entfernt liegt. Das Vorzeichen ist das des "
    "Werts: Balken nach rechts heißen „höher als das Mittel“, nicht „besser“. Ob höher günstig ist, sagen Farbe und "
    "Muster."
)
WIRTSCHAFT_BEDEUTET = (
    "Wirtschaft und Sozialleistungen hängen zusammen: Wo Arbeit fehlt und Einkommen niedrig sind, brauchen mehr "
    "Menschen Hilfe zum Leben oder zur Pflege, und sie brauchen sie länger. Zugleich bleibt der Stadt weniger Geld, um "
    "Angebote zu gestalten, die Hilfebedürftigkeit gar nicht erst entstehen lassen."
)


def fehlendes(werte: Sequence[Kennwert]) -> str:
    """Erklärt, welche Rubriken im Bild leer bleiben und warum."""
    gruende: dict[str, list[str]] = {}
    for wert in werte:
        if wert.wert is None:
            gruende.setdefault(wert.grund, []).append(wert.name)
    if not gruende:
        return ""
    teile = [f"{aufzaehlung(namen)} ({grund})" for grund, namen in gruende.items()]
    return f"Ohne Balken: {'; '.join(teile)}. Eine fehlende Zahl ist keine Null und geht in kein Mittel ein."


def anteile(d: Profildaten) -> str:
    """Verteilung der Leistungsbeziehenden."""
    return _verteilung(
        d.anteile,
        einleitung=f"So verteilen sich die Leistungsbeziehenden in {d.stadt} im Jahr {d.jahr} auf die Bereiche.",
        groesster="Die größte Gruppe sind {teil}: {anteil} aller erfassten Leistungsbeziehenden.",
        zweiter="Danach folgen {teil} mit {anteil}.",
        was="Leistungsbeziehende",
    )


def auszahlungen(d: Profildaten) -> str:
    """Verteilung der Auszahlungen."""
    return _verteilung(
        d.auszahlungen,
        einleitung=f"So verteilt sich das ausgezahlte Geld in {d.stadt} im Jahr {d.jahr} auf die Bereiche.",
        groesster="Das meiste Geld geht an {teil}: {anteil} der erfassten Auszahlungen.",
        zweiter="An zweiter Stelle stehen {teil} mit {anteil}.",
        was="Auszahlungen",
    )


def _verteilung(werte: Sequence[Kennwert], *, einleitung: str, groesster: str, zweiter: str, was: str) -> str:
    da = sorted((w for w in werte if w.wert is not None), key=lambda w: -(w.wert or 0))
    if not da:
        return f"{einleitung} Für dieses Jahr liegen keine {was} vor; ein Bild ohne Zahlen wird nicht gezeichnet."
    if len(da) == 1:
        return (
            f"{einleitung} Geliefert ist nur ein Bereich ({da[0].name}). Ein Anteil an der Gesamtheit lässt sich "
            "daraus nicht bilden; er wäre immer hundert Prozent."
        )
    saetze = [einleitung, groesster.format(teil=da[0].satzteil, anteil=mit_einheit(da[0].wert, "Prozent"))]
    saetze.append(zweiter.format(teil=da[1].satzteil, anteil=mit_einheit(da[1].wert, "Prozent")))
    if len(da) < len(werte):
        saetze.append(f"Die Anteile beziehen sich auf {len(da)} von {len(werte)} Bereichen.")
    return " ".join(saetze)


def dichten(d: Profildaten) -> str:
    """Dichten neben dem Mittel der Städte."""
    da = [w for w in d.dichten if w.wert is not None]
    if not da:
        return f"Für {d.stadt} liegt im Jahr {d.jahr} keine Dichte vor."
    saetze = []
    for w in da:
        satz = f"{w.name}: {w.text}"
        if w.mittel is not None and w.n > 1:
            satz += f", {_lage(w.wert or 0, w.mittel)} dem Mittel von {w.n} Städten ({w.mitteltext})"
        saetze.append(satz + ".")
    return " ".join(saetze)


def _lage(wert: float, mittel: float) -> str:
    if abs(wert - mittel) < GLEICHSTAND:
        return "genau auf"
    return "über" if wert > mittel else "unter"


def wirtschaft(d: Profildaten) -> str:
    """Die auffälligsten Abweichungen, nach oben und nach unten."""
    da = [w for w in d.wirtschaft if w.abweichung is not None]
    if not da:
        return f"Für {d.stadt} liegt im Jahr {d.jahr} kein Wirtschaftsindikator vor."
    hoch = max(da, key=lambda w: w.abweichung or 0)
    tief = min(da, key=lambda w: w.abweichung or 0)
    if hoch is tief:
        return f"Vorhanden ist nur „{hoch.kennwert.name}“: {_abstand(hoch)}."
    if (hoch.abweichung or 0) > 0 > (tief.abweichung or 0):
        return (
            f"Am höchsten über dem Mittel liegt in {d.stadt} „{hoch.kennwert.name}“ ({_abstand(hoch)}), am tiefsten "
            f"darunter „{tief.kennwert.name}“ ({_abstand(tief)})."
        )
    return (
        f"Alle Indikatoren liegen auf derselben Seite des Mittels, von „{tief.kennwert.name}“ ({_abstand(tief)}) "
        f"bis „{hoch.kennwert.name}“ ({_abstand(hoch)})."
    )


def _abstand(w: Wirtschaftswert) -> str:
    wertung = "" if w.guenstig is None else ", günstig" if w.guenstig else ", ungünstig"
    nah = ", nahe am Mittel" if abs(w.abweichung or 0) < NAH else ""
    return f"{zahl(w.abweichung, 2, vorzeichen=True)} Standardabweichungen{nah or wertung}"
