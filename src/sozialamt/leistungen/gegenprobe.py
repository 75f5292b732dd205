"""Gegenprobe: welche einzelne Angabe würde aus einer Ablehnung einen Anspruch machen?

Jede Angabe, von der die abgelehnten Leistungen abhängen, wird für sich verändert: Ja und Nein vertauscht, jede andere
Möglichkeit einer Liste, Daten und Beträge nach oben und unten, bei Treffern bis zur Schwelle eingegrenzt. Alle
Ablehnungen des Haushalts werden dabei zugleich beobachtet. Die Arbeit ist in Regelauswertungen begrenzt, nicht in
Sekunden: Gleiche Angaben geben immer die gleiche Antwort.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sozialamt.leistungen.steckbrief import Steckbrief
from sozialamt.rechenkern import Einheit, Ergebnis, Fall, Herkunft, Merkmal, Merkmalsart, anzeige, euro
from sozialamt.rechenkern.kalender import MONATE_IM_JAHR, jahr, monat_im_jahr, monat_plus
from sozialamt.rechenkern.levels import PERSON
from sozialamt.rechenkern.rundung import EURO
from sozialamt.rechenkern.values import NIEMAND, Datum
from sozialamt.rechenkern.whatif import Gegenrechnung, Variation

BUDGET = 300_000
"""Regelauswertungen je Haushalt; auf einem gewöhnlichen Rechner weniger als eine Sekunde."""

STUFEN = (300_00, 700_00, 1_200_00, 2_000_00, 4_000_00, 20_000_00, 100_000_00)
"""Beträge in Cent, mit denen nach oben probiert wird; Treffer werden auf den Euro eingegrenzt."""

ZAHLEN = (1, 2, 3, 5, 12, 20, 30, 50, 80, 100)
ALTER = (3, 6, 14, 15, 18, 25, 30, 50, *range(60, 71), 80)
"""Lebensalter, mit denen das Geburtsdatum probiert wird, neben denen, die im Rechtsstand des Monats vorkommen."""

MOEGLICHKEITEN_GENANNT = 2
GEBURT = "geburtsdatum"
ELTERN = ("elternteil_1", "elternteil_2")


class Vergleich(StrEnum):
    """Wie der nötige Wert zum jetzigen liegt."""

    GLEICH = ""
    MINDESTENS = "mindestens"
    HOECHSTENS = "höchstens"
    FRUEHESTENS = "frühestens"
    SPAETESTENS = "spätestens"


@dataclass(frozen=True, slots=True)
class Ablehnung:
    """Eine abgelehnte Leistung für eine Person (bei Gruppen: deren erste)."""

    steckbrief: Steckbrief
    person: str


@dataclass(frozen=True, slots=True)
class Gegentatsache:
    """Eine Angabe, die allein den Anspruch begründen würde, und der Betrag, der dann zustünde."""

    merkmal: str
    titel: str
    person: str | None
    ist: str
    noetig: str
    vergleich: Vergleich
    angegeben: bool
    betrag: int
    fragen: tuple[str, ...]
    norm: str

    @property
    def text(self) -> str:
        """Ein Satzteil für Menschen: „Erwerbsfähig (anna): ja statt nein – dann 563,00 €“."""
        wer = f" ({self.person})" if self.person else ""
        wort = f"{self.vergleich} " if self.vergleich else ""
        dann = f" – dann {euro(self.betrag)}" if self.betrag else ""
        offen = f" (noch zu klären: {', '.join(self.fragen)})" if self.fragen else ""
        return f"{self.titel}{wer}: {wort}{self.noetig} statt {self.ist}{dann}{offen}"


def gegenprobe(
    fall: Fall, ergebnis: Ergebnis, ablehnungen: Sequence[Ablehnung], *, budget: int = BUDGET
) -> dict[Ablehnung, tuple[Gegentatsache, ...]]:
    """Zu jeder Ablehnung die Angaben, die sie zum Anspruch machen, die naheliegenden zuerst."""
    return _Probe(fall, ergebnis, ablehnungen, budget).laufe() if ablehnungen else {}


@dataclass(frozen=True, slots=True)
class _Ort:
    """Eine Angabe an einer Stelle."""

    merkmal: Merkmal
    person: str | None
    wert: int
    angegeben: bool
    abstand: int


@dataclass(frozen=True, slots=True)
class _Wirkung:
    """Was ein anderer Wert brächte, und was dafür noch zu fragen wäre."""

    betrag: int
    fragen: tuple[str, ...]


class _Probe:
    def __init__(self, fall: Fall, ergebnis: Ergebnis, ablehnungen: Sequence[Ablehnung], budget: int) -> None:
        self.ergebnis, self.ablehnungen, self.budget = ergebnis, ablehnungen, budget
        self.rechnung = Gegenrechnung(fall, ergebnis)
        self.stelle = {p: i for i, p in enumerate(ergebnis.personen)}
        self.alle = range(len(ablehnungen))
        self.funde: list[list[Gegentatsache]] = [[] for _ in ablehnungen]

    def laufe(self) -> dict[Ablehnung, tuple[Gegentatsache, ...]]:
        for ort in self._orte():
            if self.rechnung.auswertungen >= self.budget:
                break
            self._probiere(ort)
        return {a: tuple(sorted(self.funde[n], key=_naheliegend)) for n, a in enumerate(self.ablehnungen)}

    def _orte(self) -> list[_Ort]:
        """Angaben, von denen eine Ablehnung abhängt; angegebene zuerst, dann die der Ablehnung nächsten."""
        weit = self.rechnung.abstand(tuple(dict.fromkeys(_ziel(a.steckbrief) for a in self.ablehnungen)))
        orte = [ort for m in self.ergebnis.plan.merkmale if m.name in weit for ort in self._orte_von(m, weit[m.name])]
        return sorted(orte, key=lambda o: (_geordnet(o.merkmal), not o.angegeben, o.abstand))

    def _orte_von(self, m: Merkmal, abstand: int) -> Iterator[_Ort]:
        for person, i in self.stelle.items():
            herkunft = self.ergebnis.herkunft[m.name][i]
            if herkunft is not Herkunft.NICHT_GEFRAGT:
                wert = int(self.ergebnis.werte[m.name][i])
                yield _Ort(m, person if m.ebene == PERSON else None, wert, herkunft is Herkunft.ANGABE, abstand)
            if m.ebene != PERSON:
                return

    def _probiere(self, ort: _Ort) -> None:
        if not _geordnet(ort.merkmal):
            self._probiere_moeglichkeiten(ort)
            return
        hoch, runter = _stufen(ort, self.ergebnis)
        datum = ort.merkmal.art is Merkmalsart.DATUM
        self._probiere_richtung(ort, runter, Vergleich.SPAETESTENS if datum else Vergleich.HOECHSTENS)
        self._probiere_richtung(ort, hoch, Vergleich.FRUEHESTENS if datum else Vergleich.MINDESTENS)

    def _probiere_moeglichkeiten(self, ort: _Ort) -> None:
        """Jede andere Möglichkeit; mehrere, die denselben Anspruch eröffnen, stehen in einem Fund."""
        treffer: dict[int, list[tuple[int, _Wirkung]]] = {}
        for wert in _moeglichkeiten(ort):
            for nummer, wirkung in self._wirkt(ort, wert, self.alle).items():
                treffer.setdefault(nummer, []).append((wert, wirkung))
        for nummer, werte in treffer.items():
            texte = _aufzaehlung([self._text(ort.merkmal, wert) for wert, _ in werte])
            beste = max((wirkung for _, wirkung in werte), key=lambda w: (not w.fragen, w.betrag))
            self._merke(nummer, ort, texte, Vergleich.GLEICH, beste)

    def _probiere_richtung(self, ort: _Ort, stufen: Sequence[int], vergleich: Vergleich) -> None:
        """Der nächste Wert in einer Richtung, bei dem der Anspruch entsteht, eingegrenzt bis zur Schwelle."""
        offen = [n for n in self.alle if not self._hat(n, ort)]
        davor = ort.wert
        for wert in stufen:
            if not offen:
                return
            for nummer, wirkung in self._wirkt(ort, wert, offen).items():
                schwelle, genau = self._grenze_ein(ort, davor, wert, nummer, wirkung)
                self._merke(nummer, ort, self._text(ort.merkmal, schwelle), vergleich, genau)
                offen.remove(nummer)
            davor = wert

    def _grenze_ein(self, ort: _Ort, ohne: int, mit: int, nummer: int, wirkung: _Wirkung) -> tuple[int, _Wirkung]:
        """Durch Halbieren der Wert, ab dem es wirkt; ein fehlendes Datum ist kein Anfang einer Strecke."""
        einheit = ort.merkmal.einheit
        if einheit is Einheit.DATUM and 0 in (ohne, mit):
            return mit, wirkung
        a, b = _laufend(ohne, einheit), _laufend(mit, einheit)
        while abs(a - b) > 1 and self.rechnung.auswertungen < self.budget:
            mitte = (a + b) // 2
            dort = self._wirkt(ort, _wert(mitte, einheit), [nummer]).get(nummer)
            if dort is None:
                a = mitte
            else:
                b, wirkung, mit = mitte, dort, _wert(mitte, einheit)
        return mit, wirkung

    def _wirkt(self, ort: _Ort, wert: int, nummern: Sequence[int]) -> dict[int, _Wirkung]:
        """Ablehnungen, die mit diesem Wert zum Anspruch werden, mit dem Betrag."""
        variation = self.rechnung.mit(self._aenderung(ort, wert))
        return {n: self._wirkung(n, variation) for n in nummern if self._anspruch(n, variation)}

    def _aenderung(self, ort: _Ort, wert: int) -> dict[tuple[str, str | None], int]:
        """Die Angabe selbst; wird eine gegenseitige Verbindung gelöst, auch die der anderen Person."""
        name = ort.merkmal.name
        aenderung = {(name, ort.person): wert}
        if ort.merkmal.art is Merkmalsart.VERWEIS and ort.person is not None:
            andere = self.ergebnis.personen[ort.wert]
            if self.ergebnis.werte[name][ort.wert] == self.stelle[ort.person]:
                aenderung[name, andere] = wert
        return aenderung

    def _anspruch(self, nummer: int, variation: Variation) -> bool:
        ablehnung = self.ablehnungen[nummer]
        zeile = variation.zeilen.get(_ziel(ablehnung.steckbrief))
        if zeile is None:
            return False
        wert = zeile[self.stelle[ablehnung.person]]
        return bool(wert == 0) if ablehnung.steckbrief.ablehnung else bool(wert > 0)

    def _wirkung(self, nummer: int, variation: Variation) -> _Wirkung:
        ablehnung = self.ablehnungen[nummer]
        name = ablehnung.steckbrief.anspruch
        zeile = variation.zeilen.get(name) or self.ergebnis.werte[name]
        fragen = tuple(dict.fromkeys(frage.titel for frage in variation.fragen))
        return _Wirkung(int(zeile[self.stelle[ablehnung.person]]), fragen)

    def _hat(self, nummer: int, ort: _Ort) -> bool:
        return any(f.merkmal == ort.merkmal.name and f.person == ort.person for f in self.funde[nummer])

    def _merke(self, nummer: int, ort: _Ort, noetig: str, vergleich: Vergleich, wirkung: _Wirkung) -> None:
        m = ort.merkmal
        self.funde[nummer].append(
            Gegentatsache(
                merkmal=m.name,
                titel=m.titel,
                person=ort.person,
                ist=self._text(m, ort.wert),
                noetig=noetig,
                vergleich=vergleich,
                angegeben=ort.angegeben,
                betrag=wirkung.betrag,
                fragen=wirkung.fragen,
                norm=m.norm,
            )
        )

    def _text(self, m: Merkmal, wert: int) -> str:
        if m.art is Merkmalsart.VERWEIS:
            return "niemand" if wert < 0 else self.ergebnis.personen[wert]
        if m.art is Merkmalsart.DATUM and not wert:
            return "ohne Datum"
        return anzeige(wert, m.einheit, m.auswahl)


def _ziel(steckbrief: Steckbrief) -> str:
    return steckbrief.ablehnung or steckbrief.anspruch


def _naheliegend(fund: Gegentatsache) -> tuple[bool, bool]:
    return bool(fund.fragen), not fund.angegeben


def _aufzaehlung(texte: Sequence[str]) -> str:
    """„a“, „a oder b“, „a oder b oder 3 weitere Möglichkeiten“."""
    weitere = len(texte) - MOEGLICHKEITEN_GENANNT
    if weitere <= 1:
        return " oder ".join(texte)
    return " oder ".join([*texte[:MOEGLICHKEITEN_GENANNT], f"{weitere} weitere Möglichkeiten"])


def _geordnet(m: Merkmal) -> bool:
    return m.art in (Merkmalsart.BETRAG, Merkmalsart.GANZZAHL, Merkmalsart.DATUM)


def _moeglichkeiten(ort: _Ort) -> list[int]:
    if ort.merkmal.art is Merkmalsart.VERWEIS:
        return [NIEMAND] if ort.wert >= 0 else []
    if ort.merkmal.auswahl is not None:
        return [int(option) for option in ort.merkmal.auswahl if int(option) != ort.wert]
    return [0 if ort.wert else 1]


def _stufen(ort: _Ort, ergebnis: Ergebnis) -> tuple[list[int], list[int]]:
    """Werte über und unter dem jetzigen, vom nächsten zum fernsten."""
    m = ort.merkmal
    if m.name == GEBURT:
        werte = {tag for tag in _geburtstage(ergebnis) if tag > _eltern_geboren(ort, ergebnis)}
    elif m.art is Merkmalsart.DATUM:
        monat = ergebnis.plan.monat
        werte = {
            0,
            monat,
            *(monat_plus(monat, -n) for n in (1, MONATE_IM_JAHR, 2 * MONATE_IM_JAHR, 5 * MONATE_IM_JAHR)),
        }
    else:
        werte = {0, *(STUFEN if m.art is Merkmalsart.BETRAG else ZAHLEN)}
    unten = 0 if m.min is None else m.min
    erlaubt = sorted(w for w in werte if unten <= w and (m.max is None or w <= m.max))
    return [w for w in erlaubt if w > ort.wert], [w for w in reversed(erlaubt) if w < ort.wert]


def _eltern_geboren(ort: _Ort, ergebnis: Ergebnis) -> Datum:
    """Geburtsdatum des jüngeren Elternteils im Haushalt, 0 ohne Eltern: Niemand ist älter als seine Eltern."""
    i = ergebnis.personen.index(ort.person or "")
    eltern = (ergebnis.werte[name][i] for name in ELTERN if name in ergebnis.werte)
    return max((int(ergebnis.werte[GEBURT][e]) for e in eltern if e >= 0), default=0)


def _geburtstage(ergebnis: Ergebnis) -> set[Datum]:
    """Tage, an denen geboren ist, wer am Monatsersten ein im Recht vorkommendes Alter vollendet."""
    werk, monat = ergebnis.plan.regelwerk, ergebnis.plan.monat
    alter = {
        ergebnis.fassungen[name].wert for name in ergebnis.fassungen if werk.parameter[name].einheit is Einheit.JAHRE
    }
    jahre = {a for a in alter if isinstance(a, int) and 0 < a <= max(ALTER)} | set(ALTER)
    return {monat_plus(monat, -a * MONATE_IM_JAHR) for a in jahre}


def _laufend(wert: int, einheit: Einheit) -> int:
    """Wert als fortlaufende Zahl zum Halbieren: Monate, Euro oder die Zahl selbst."""
    if einheit is Einheit.DATUM:
        return jahr(wert) * MONATE_IM_JAHR + monat_im_jahr(wert) - 1
    return wert // EURO if einheit is Einheit.CENT else wert


def _wert(laufend: int, einheit: Einheit) -> int:
    if einheit is Einheit.DATUM:
        return monat_plus(1_01_01, laufend - MONATE_IM_JAHR)
    return laufend * EURO if einheit is Einheit.CENT else laufend
