"""The trace as JSON text without taking the way over dictionaries: what never changes for a plan is written once.

The text is the one `json.dumps` makes of `Spur.als_dict()`, only much sooner: of a step, a fact or a parameter all but
values and persons is the same in every case, and most values come again and again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import repeat
from json.encoder import encode_basestring_ascii
from operator import add, itemgetter
from typing import TYPE_CHECKING, Any

from sozialamt.rechenkern.facts import Herkunft, Merkmal
from sozialamt.rechenkern.kalender import iso
from sozialamt.rechenkern.levels import HAUSHALT, PERSON
from sozialamt.rechenkern.parameters import Fassung
from sozialamt.rechenkern.plan import KONSTANT, Plan, Schritt
from sozialamt.rechenkern.rules import ANFANG, OFFEN, Art
from sozialamt.rechenkern.values import Auswahl, Einheit, anzeige

if TYPE_CHECKING:
    from sozialamt.rechenkern.evaluate import Ergebnis
    from sozialamt.rechenkern.trace import Spur

HOECHSTENS = 2_000
"""So many values of one name are remembered; then they are forgotten and begun anew."""
_PLATZ = "\0"


def json_text(ding: Any) -> str:
    """JSON in ASCII: such text is put together several times as fast as one with other letters."""
    return json.dumps(ding)


def _wert(wert: Any) -> str:
    if isinstance(wert, bool):
        return "true" if wert else "false"
    return json_text([int(w) for w in wert]) if isinstance(wert, tuple) else str(int(wert))


@lru_cache(HOECHSTENS)
def _lesbar(wert: Any, einheit: Einheit, auswahl: type[Auswahl] | None) -> str:
    """Value as people read it, as JSON; the same value stands at many names."""
    return encode_basestring_ascii(anzeige(wert, einheit, auswahl))


class _Texte(dict[Any, str]):
    """What is written of a name for a value: made at its first use."""

    def __init__(self, mache: Callable[[Any], str]) -> None:
        super().__init__()
        self.mache = mache

    def __missing__(self, wert: Any) -> str:
        if len(self) >= HOECHSTENS:
            self.clear()
        text = self[wert] = self.mache(wert)
        return text


class _Stelle:
    """Place of a value in the text: what stands before it, between value and its text for people, and after."""

    def __init__(
        self, teile: tuple[str, str, str], einheit: Einheit, als_text: Callable[[Any], str] | None, auswahl: Any
    ) -> None:
        self.teile, self.einheit = teile, einheit
        self.einfach = einheit not in (Einheit.POSITION, Einheit.JA_NEIN)
        self.als_text, self.auswahl = als_text, auswahl
        self.gemerkt, self.wahre = _Texte(self._text), _Texte(self._text)
        self.hole = self.gemerkt.__getitem__

    def _text(self, wert: Any) -> str:
        vor, dann, nach = self.teile
        eigener = self.als_text
        text = _lesbar(wert, self.einheit, self.auswahl) if eigener is None else json_text(eigener(wert))
        return f"{vor}{_wert(wert)}{dann}{text}{nach}"

    def texte(self, werte: Sequence[Any], namen: Sequence[str]) -> list[str]:
        """One per value. Positions are written with the name of the person, given as JSON."""
        if self.einfach:
            return list(map(self.hole, werte))
        if self.einheit is Einheit.POSITION:
            vor, dann, nach = self.teile
            hole = self.hole
            return [f"{vor}{int(w)}{dann}{namen[w]}{nach}" if 0 <= w < len(namen) else hole(w) for w in werte]
        wahre, gemerkt = self.wahre, self.gemerkt
        return [(wahre if w is True or w is False else gemerkt)[w] for w in werte]


class _Schrittvorlage:
    """Text of a step: before its persons, before its inputs, and from its value on."""

    def __init__(self, schritt: Schritt) -> None:
        r = schritt.regel
        kopf, mitte, _, dann, nach = _teile(
            {
                "regel": r.name,
                "titel": r.titel,
                "beschreibung": r.beschreibung,
                "ebene": r.ebene,
                "art": r.art.value,
                "personen": _PLATZ,
                "norm": r.norm,
                "fassung_ab": "" if r.ab == ANFANG else iso(r.ab),
                "fassung_bis": "" if r.bis == OFFEN else iso(r.bis),
                "ohne_fassung": schritt.ersatz is not None,
                "eingaben": _PLATZ,
                "wert": _PLATZ,
                "einheit": r.einheit.value,
                "text": _PLATZ,
            }
        )
        self.schritt, self.kopf, self.mitte = schritt, kopf, f"{mitte}["
        self.einzeln = r.art is Art.EINZELN or schritt.ersatz is not None
        self.ebene = HAUSHALT if schritt.ersatz is not None and r.ebene != PERSON else r.ebene
        self.lies = itemgetter(*schritt.argumente) if len(schritt.argumente) > 1 else None
        self.argumente, self.regel = schritt.argumente, r.name
        self.ende = _Stelle(('], "wert": ', dann, nach), r.einheit, None, r.auswahl)


class _Merkmalvorlage:
    """Text of a fact: before its values, and one value per way it came about."""

    def __init__(self, m: Merkmal) -> None:
        angaben = {"titel": m.titel, "ebene": m.ebene, "einheit": m.einheit.value, "norm": m.norm}
        vor, self.nach = _teile(angaben | {"vorgabe_grund": m.vorgabe_grund, "werte": _PLATZ})
        self.merkmal, self.vor = m, f"{json_text(m.name)}: {vor}["
        self.werte = {
            h: _Stelle((', "wert": ', ', "text": ', f', "herkunft": "{h.value}"}}'), m.einheit, None, m.auswahl)
            for h in Herkunft
        }


def _teile(vorlage: dict[str, Any]) -> list[str]:
    """Text of an object, cut where values of the case belong."""
    return json_text(vorlage).split(json_text(_PLATZ))


class Spurschreiber:
    """Writes traces of one plan; made once, kept with the law."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.schritte = [_Schrittvorlage(s) for s in plan.schritte]
        self.eingaben = {name: self._eingabe(name) for s in plan.schritte for name in s.argumente}
        self.merkmale = [_Merkmalvorlage(m) for m in plan.merkmale]
        self.gleich = {n for n in self.eingaben if plan.ebene(n) in (KONSTANT, HAUSHALT)}
        self.fallweise = [(n, s) for n, s in self.eingaben.items() if n not in plan.parameter]
        self.parameter: tuple[Any, str] = (None, "")
        self.gesetz: tuple[Any, dict[str, str]] = (None, {})

    def _eingabe(self, name: str) -> _Stelle:
        """Place of the value of an input."""
        werk = self.plan.regelwerk
        art, einheit, als_text = "eingebaut", Einheit.DATUM if name == "monat" else Einheit.POSITION, None
        auswahl: type[Auswahl] | None = None
        if name in werk.regeln:
            r = next(s.regel for s in self.plan.schritte if s.name == name)
            art, einheit, auswahl = "regel", r.einheit, r.auswahl
        elif name in werk.parameter:
            art, einheit = "parameter", werk.parameter[name].einheit
        elif name in werk.einstellungen:
            setzung = werk.einstellungen[name]
            art, einheit, als_text = "einstellung", setzung.einheit, setzung.text
        elif name in werk.merkmale:
            m = werk.merkmale[name]
            art, einheit, auswahl = "merkmal", m.einheit, m.auswahl
        vor = f'{{"name": {json_text(name)}, "art": "{art}", "wert": '
        return _Stelle((vor, ', "text": ', "}"), einheit, als_text, auswahl)

    def gesetzestexte(self, fassungen: Mapping[str, Fassung]) -> dict[str, str]:
        """Parameters as inputs of steps; made once per state of the law."""
        if self.gesetz[0] is not fassungen:
            texte = {n: self.eingaben[n].texte((f.wert,), ())[0] for n, f in fassungen.items() if n in self.eingaben}
            self.gesetz = fassungen, texte
        return self.gesetz[1]

    def parametertext(self, fassungen: Mapping[str, Fassung], spur: Spur) -> str:
        """All parameters; the same for all cases of the month as long as no more is known about the law."""
        if self.parameter[0] is not fassungen:
            self.parameter = fassungen, json_text({n: spur.parameter(n) for n in self.plan.parameter})
        return self.parameter[1]


def schreiber(plan: Plan) -> Spurschreiber:
    """Writer of a plan, made once."""
    schluessel = ("spurtext", plan.ziele, plan.monat)
    gefunden = plan.regelwerk.plaene.get(schluessel)
    if not isinstance(gefunden, Spurschreiber) or gefunden.plan is not plan:
        gefunden = plan.regelwerk.plaene[schluessel] = Spurschreiber(plan)
    return gefunden


def als_json(spur: Spur, ergebnis: Ergebnis) -> str:
    """The trace as JSON text."""
    return _Niederschrift(spur, ergebnis).text()


class _Niederschrift:
    """One trace on its way to text."""

    def __init__(self, spur: Spur, ergebnis: Ergebnis) -> None:
        self.spur, self.e, self.plan = spur, ergebnis, ergebnis.plan
        self.werte = ergebnis.werte
        self.schreiber = schreiber(ergebnis.plan)
        self.namen = [json_text(p) for p in ergebnis.personen]
        self.wer = [f'{{"person": {p}' for p in self.namen]
        self.zeilen = self._zeilen()
        self.fremde: dict[str, list[str]] = {}
        self.gruppen: dict[str, tuple[list[tuple[int, ...]], list[str]]] = {}

    def text(self) -> str:
        """Everything, in the order of the schema."""
        anfang, _ = _teile({**self.spur.kopf(), "schritte": _PLATZ})
        schritte: list[str] = []
        for vorlage in self.schreiber.schritte:
            self._schritt(vorlage, schritte)
        merkmale = ", ".join([self._merkmal(m) for m in self.schreiber.merkmale])
        parameter = self.schreiber.parametertext(self.e.fassungen, self.spur)
        einstellungen = json_text({n: self.spur.einstellung(n) for n in self.plan.einstellungen})
        schluss = f'], "merkmale": {{{merkmale}}}, "parameter": {parameter}, "einstellungen": {einstellungen}}}'
        return f"{anfang}[{', '.join(schritte)}{schluss}"

    # ------------------------------------------------------------------ steps
    def _schritt(self, v: _Schrittvorlage, aus: list[str]) -> None:
        """Append what a step is for each person or group."""
        mitglieder, wer = self._gruppen(v.ebene)
        kopf, mitte, werte = v.kopf, v.mitte, self.werte[v.regel]
        je_person = v.ebene == PERSON
        if not je_person:
            werte = [werte[m[0]] for m in mitglieder]
        enden = v.ende.texte(werte, self.namen)
        inhalte: Iterable[str]
        if not v.einzeln:
            inhalte = [self._gesammelt(v.schritt, m) for m in mitglieder]
        elif v.lies is not None:
            inhalte = map(", ".join, zip(*v.lies(self.zeilen), strict=True))
        else:
            inhalte = self.zeilen[v.argumente[0]] if v.argumente else repeat("")
        if v.einzeln and not je_person and v.argumente:
            alle = list(inhalte)
            inhalte = [alle[m[0]] for m in mitglieder]
        aus += [f"{kopf}{w}{mitte}{i}{e}" for w, i, e in zip(wer, inhalte, enden, strict=False)]

    def _gruppen(self, ebene: str) -> tuple[list[tuple[int, ...]], list[str]]:
        """Members that share the value of a step of a level, and their names as JSON."""
        if ebene not in self.gruppen:
            mitglieder = self.spur.gruppen(ebene)
            self.gruppen[ebene] = mitglieder, [f"[{', '.join([self.namen[i] for i in m])}]" for m in mitglieder]
        return self.gruppen[ebene]

    def _gesammelt(self, schritt: Schritt, mitglieder: tuple[int, ...]) -> str:
        """Inputs of an aggregator or link: of everybody it reads, name by name."""
        orte = self.spur.orte(schritt, mitglieder)
        teile: list[str] = []
        for name in schritt.argumente:
            if name in self.schreiber.gleich:
                teile += self.zeilen[name][:1] if orte else []
            else:
                zeile = self._fremd(name) if self.plan.ebene(name) == PERSON else self.zeilen[name]
                teile += [zeile[i] for i in orte]
        return ", ".join(teile)

    def _zeilen(self) -> dict[str, list[str]]:
        """Every input for each person, as JSON."""
        namen, anzahl, werte = self.namen, len(self.namen), self.werte
        gesetz = self.schreiber.gesetzestexte(self.e.fassungen)
        zeilen = {n: [text] * anzahl for n, text in gesetz.items()}
        for n, stelle in self.schreiber.fallweise:
            if n in self.schreiber.gleich:
                zeilen[n] = stelle.texte(werte[n][:1], namen) * anzahl
            else:
                zeilen[n] = stelle.texte(werte[n], namen)
        return zeilen

    def _fremd(self, name: str) -> list[str]:
        """The same, with the name of the person."""
        if name not in self.fremde:
            texte = zip(self.zeilen[name], self.namen, strict=True)
            self.fremde[name] = [f'{t[:-1]}, "person": {p}}}' if p != '""' else t for t, p in texte]
        return self.fremde[name]

    # ------------------------------------------------------------------ facts
    def _merkmal(self, v: _Merkmalvorlage) -> str:
        name, namen = v.merkmal.name, self.namen
        wer = self.wer if v.merkmal.ebene == PERSON else ['{"person": null']
        werte, herkunft = self.werte[name][: len(wer)], self.e.herkunft[name][: len(wer)]
        if herkunft and herkunft.count(herkunft[0]) == len(herkunft):
            texte = v.werte[herkunft[0]].texte(werte, namen)
        else:
            texte = [v.werte[h].texte((w,), namen)[0] for w, h in zip(werte, herkunft, strict=True)]
        return f"{v.vor}{', '.join(map(add, wer, texte))}]{v.nach}"
