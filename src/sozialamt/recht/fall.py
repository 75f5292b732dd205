"""Case files: one household as people write it (euro, ISO dates, option keys), checked into engine units.

Every fault becomes one `Mangel` with field, value, reason and remedy; a file with faults gives no case at all.
A fact may be a list of dated values (`[{ab: 2026-01, wert: 400}, {ab: 2026-05, wert: 420}]`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import yaml

from sozialamt.rechenkern import Fall, Mangel, Merkmal, Merkmalsart, Regelwerk, UngueltigeAngaben, anzeige
from sozialamt.rechenkern.kalender import iso, letzter_tag
from sozialamt.rechenkern.rules import ANFANG, OFFEN
from sozialamt.rechenkern.values import NIEMAND, Datum
from sozialamt.recht.laden import Dateifehler, als_datum, lies_yaml, merkmalswert

ERLAUBT = {"titel", "monat", "haushalt", "personen", "einstellungen", "erwartet"}
NACHRICHTLICH = {"id", "quelle", "hinweis", "verlaesslichkeit", "rechenweg"}
IM_HAUSHALT = "im_haushalt"
VORSCHLAEGE = 6


@dataclass(frozen=True, slots=True)
class Zeitwert:
    """Value of a fact in internal units for a span of days."""

    ab: Datum
    bis: Datum
    wert: int


@dataclass(frozen=True)
class Fallbeschreibung:
    """A checked case file. `fall(monat)` gives the case of one month; dated facts and members are resolved there."""

    titel: str
    monat: Datum | None
    haushalt: Mapping[str, tuple[Zeitwert, ...]]
    personen: Mapping[str, Mapping[str, tuple[Zeitwert, ...]]]
    verweise: Mapping[str, Mapping[str, str]]
    anwesend: Mapping[str, tuple[Datum, Datum]]
    einstellungen: Mapping[str, int]
    erwartet: Mapping[str, Any] = field(default_factory=dict)

    def fall(self, monat: Datum | None = None) -> Fall:
        """Case of a month (default: the month named in the file).

        Raises UngueltigeAngaben if no month is known, nobody lives in the household then, or a person is not born yet.
        """
        monat = monat or self.monat
        if monat is None:
            raise UngueltigeAngaben([Mangel("monat", "–", "es fehlt der Monat", "Nenne ihn, zum Beispiel 2026-11.")])
        ende = letzter_tag(monat)
        da = [p for p, (ab, bis) in self.anwesend.items() if ab <= ende and bis >= monat]
        if not da:
            grund = f"im Monat {iso(monat)[:7]} gehört niemand zum Haushalt"
            raise UngueltigeAngaben([Mangel("personen", "–", grund, "Wähle einen anderen Monat.")])
        personen = {p: _am(self.personen[p], ende) | self._verweise(p, da) for p in da}
        ungeboren = [
            _ungeboren(p, angaben["geburtsdatum"], monat)
            for p, angaben in personen.items()
            if angaben.get("geburtsdatum", 0) > ende
        ]
        if ungeboren:
            raise UngueltigeAngaben(ungeboren)
        return Fall(_am(self.haushalt, ende), personen, self.einstellungen, self.titel)

    def _verweise(self, person: str, da: list[str]) -> dict[str, int]:
        ziele = self.verweise[person]
        return {name: da.index(ziel) if ziel in da else NIEMAND for name, ziel in ziele.items()}


def _ungeboren(person: str, geburt: Datum, monat: Datum) -> Mangel:
    return Mangel(
        f"personen.{person}.geburtsdatum",
        iso(geburt),
        f"liegt nach dem berechneten Monat {iso(monat)[:7]}",
        f"Berichtige das Datum oder trage ein: {IM_HAUSHALT}: {{ab: {iso(geburt)[:7]}}}.",
    )


def _am(angaben: Mapping[str, tuple[Zeitwert, ...]], tag: Datum) -> dict[str, int]:
    return {name: z.wert for name, werte in angaben.items() for z in werte if z.ab <= tag <= z.bis}


def lies_fall(pfad: str | Path, regelwerk: Regelwerk) -> Fallbeschreibung:
    """Case from a YAML file. Raises UngueltigeAngaben with every fault found."""
    try:
        daten = lies_yaml(Path(pfad).read_bytes())
    except OSError as fehler:
        raise _eins(str(pfad), "–", f"die Datei ist nicht lesbar ({fehler.strerror})", "Prüfe den Namen.") from fehler
    except (yaml.YAMLError, ValueError, RecursionError) as fehler:
        raise _eins(str(pfad), "–", f"die Datei ist kein gültiges YAML{_stelle(fehler)}", _YAML_RAT) from fehler
    return aus_dict(daten, regelwerk)


_YAML_RAT = "Prüfe Einrückung, Klammern { } und [ ], Doppelpunkte und Anführungszeichen dort und in der Zeile davor."


def _stelle(fehler: Exception) -> str:
    marke = getattr(fehler, "problem_mark", None)
    if marke is not None:
        return f" (Zeile {marke.line + 1}, Spalte {marke.column + 1})"
    return "" if isinstance(fehler, RecursionError) else ": " + " ".join(str(fehler).split())


def aus_dict(daten: Any, regelwerk: Regelwerk) -> Fallbeschreibung:
    """Case from data as they stand in a case file. Raises UngueltigeAngaben with every fault found."""
    return _Leser(regelwerk).lies(daten)


def _eins(feld: str, wert: str, grund: str, abhilfe: str) -> UngueltigeAngaben:
    return UngueltigeAngaben([Mangel(feld, wert, grund, abhilfe)])


class _Leser:
    def __init__(self, regelwerk: Regelwerk) -> None:
        self.werk = regelwerk
        self.maengel: list[Mangel] = []

    def lies(self, daten: Any) -> Fallbeschreibung:
        if not isinstance(daten, Mapping):
            raise _eins("Fall", repr(daten)[:40], "erwartet wird ein Fall mit „personen“", "Siehe das Handbuch, Fälle.")
        self._unbekannte(daten, ERLAUBT | NACHRICHTLICH, "")
        personen = self._abschnitt(daten, "personen")
        if not personen:
            self.mangel("personen", "–", "ein Haushalt braucht mindestens eine Person", "Trage personen: {…} ein.")
        haushalt = self._angaben(self._abschnitt(daten, "haushalt"), "haushalt", "haushalt", {})
        verweise: dict[str, dict[str, str]] = {}
        gelesen: dict[str, dict[str, tuple[Zeitwert, ...]]] = {}
        anwesend: dict[str, tuple[Datum, Datum]] = {}
        for kennung, angaben in personen.items():
            ort = f"personen.{kennung}"
            verweise[str(kennung)] = {}
            if not isinstance(angaben, Mapping):
                self.mangel(ort, angaben, "erwartet werden Angaben zur Person", "Schreibe {geburtsdatum: …}.")
                continue
            eigene = dict(angaben)
            anwesend[str(kennung)] = self._zeitraum(eigene.pop(IM_HAUSHALT, {}), f"{ort}.{IM_HAUSHALT}")
            gelesen[str(kennung)] = self._angaben(eigene, "person", ort, verweise[str(kennung)])
        monat = self._monat(daten.get("monat"))
        self._pruefe_geburt(gelesen, anwesend, monat)
        self._pruefe_verweise(verweise, gelesen)
        fall = Fallbeschreibung(
            titel=str(daten.get("titel", "")),
            monat=monat,
            haushalt=haushalt,
            personen=gelesen,
            verweise=verweise,
            anwesend=anwesend,
            einstellungen=self._einstellungen(self._abschnitt(daten, "einstellungen")),
            erwartet=self._abschnitt(daten, "erwartet"),
        )
        if self.maengel:
            raise UngueltigeAngaben(self.maengel)
        return fall

    def mangel(self, feld: str, wert: Any, grund: str, abhilfe: str) -> None:
        text = iso(wert) if isinstance(wert, int) and feld.endswith("datum") else str(wert)
        self.maengel.append(Mangel(feld, text[:80], grund, abhilfe))

    def _unbekannte(self, daten: Mapping[Any, Any], erlaubt: set[str], ort: str) -> None:
        for name in daten:
            if name not in erlaubt:
                self.mangel(f"{ort}{name}", "–", "diese Angabe gibt es nicht", _meint(str(name), sorted(erlaubt)))

    def _abschnitt(self, daten: Mapping[str, Any], name: str) -> dict[Any, Any]:
        wert = daten.get(name)
        if wert is None:
            return {}
        if not isinstance(wert, Mapping):
            self.mangel(name, wert, "erwartet werden Namen mit Werten", f"Schreibe {name}: {{name: wert}}.")
            return {}
        return dict(wert)

    def _monat(self, roh: Any) -> Datum | None:
        if roh is None:
            return None
        try:
            return als_datum(roh, "monat") // 100 * 100 + 1
        except Dateifehler:
            self.mangel("monat", roh, "das ist kein Monat", "Schreibe ihn als JJJJ-MM, zum Beispiel 2026-11.")
            return None

    def _zeitraum(self, roh: Any, ort: str) -> tuple[Datum, Datum]:
        if not isinstance(roh, Mapping) or set(roh) - {"ab", "bis"}:
            self.mangel(ort, roh, "erwartet wird ein Zeitraum", "Schreibe {ab: 2026-01, bis: 2026-06}.")
            return ANFANG, OFFEN
        try:
            ab = als_datum(roh["ab"], ort) if "ab" in roh else ANFANG
            bis = OFFEN
            if "bis" in roh:
                bis = als_datum(roh["bis"], ort)
                bis = letzter_tag(bis) if len(str(roh["bis"])) == len("2026-01") else bis
        except Dateifehler as fehler:
            self.mangel(ort, roh, str(fehler).split(": ", 1)[-1], "Schreibe Daten als JJJJ-MM-TT oder JJJJ-MM.")
            return ANFANG, OFFEN
        if bis < ab:
            self.mangel(ort, roh, "das Ende liegt vor dem Anfang", "Vertausche die Daten.")
        return ab, bis

    def _angaben(
        self, angaben: Mapping[Any, Any], ebene: str, ort: str, verweise: dict[str, str]
    ) -> dict[str, tuple[Zeitwert, ...]]:
        ergebnis = {}
        bekannt = sorted(n for n, m in self.werk.merkmale.items() if m.ebene == ebene)
        for name, roh in angaben.items():
            merkmal = self.werk.merkmale.get(name) if isinstance(name, str) else None
            feld = f"{ort}.{name}"
            if merkmal is None:
                self.mangel(
                    feld, roh, "dieses Merkmal gibt es nicht", _meint(str(name), bekannt, self._mit_wort(name, ebene))
                )
            elif merkmal.ebene != ebene:
                wohin = "haushalt" if merkmal.ebene == "haushalt" else "personen"
                self.mangel(feld, roh, f"das Merkmal gehört zu „{wohin}“", f"Trage es unter {wohin} ein.")
            elif merkmal.art is Merkmalsart.VERWEIS:
                if roh is not None:
                    verweise[merkmal.name] = str(roh)
            else:
                werte = tuple(self._zeitwerte(merkmal, roh, feld))
                if werte:
                    ergebnis[merkmal.name] = werte
        return ergebnis

    def _mit_wort(self, name: Any, ebene: str) -> list[str]:
        """Facts whose title or help mention the unknown name."""
        wort = str(name).replace("_", " ").lower()
        alle = self.werk.merkmale.values()
        return sorted(m.name for m in alle if m.ebene == ebene and wort in f"{m.titel} {m.hilfe}".lower())

    def _zeitwerte(self, merkmal: Merkmal, roh: Any, feld: str) -> Iterator[Zeitwert]:
        if not isinstance(roh, list):
            roh = [{"wert": roh}]
        spannen: list[tuple[Datum, Datum, Any]] = []
        for eintrag in roh:
            if not isinstance(eintrag, Mapping) or "wert" not in eintrag or set(eintrag) - {"ab", "bis", "wert"}:
                self.mangel(feld, eintrag, "erwartet wird {ab, bis, wert}", "Schreibe [{ab: 2026-01, wert: …}].")
                return
            ab, bis = self._zeitraum({k: eintrag[k] for k in ("ab", "bis") if k in eintrag}, feld)
            spannen.append((ab, bis, eintrag["wert"]))
        spannen.sort(key=lambda s: s[0])
        for i, (ab, bis, wert) in enumerate(spannen):
            naechster = spannen[i + 1][0] if i + 1 < len(spannen) else OFFEN + 1
            if naechster == ab:
                self.mangel(feld, iso(ab), "zwei Werte gelten ab demselben Tag", "Streiche einen davon.")
            geprueft = self._wert(merkmal, wert, feld)
            if geprueft is not None:
                yield Zeitwert(ab, min(bis, naechster - 1), geprueft)

    def _wert(self, merkmal: Merkmal, roh: Any, feld: str) -> int | None:
        try:
            wert = merkmalswert(merkmal, roh, feld)
        except Dateifehler as fehler:
            self.mangel(feld, roh, str(fehler).removeprefix(f"{feld}: "), f"{merkmal.titel}: {merkmal.hilfe}")
            return None
        if (merkmal.min is not None and wert < merkmal.min) or (merkmal.max is not None and wert > merkmal.max):
            grund = f"erlaubt ist {_grenzen(merkmal)}"
            self.mangel(feld, anzeige(wert, merkmal.einheit), grund, f"{merkmal.titel}: {merkmal.hilfe}")
            return None
        return wert

    def _einstellungen(self, roh: Mapping[Any, Any]) -> dict[str, int]:
        ergebnis = {}
        for name, wert in roh.items():
            einstellung = self.werk.einstellungen.get(name)
            schluessel = {True: "ja", False: "nein"}.get(wert, wert) if isinstance(wert, bool) else wert
            if einstellung is None:
                abhilfe = _meint(str(name), sorted(self.werk.einstellungen))
                self.mangel(f"einstellungen.{name}", wert, "diese Einstellung gibt es nicht", abhilfe)
            elif schluessel not in einstellung.optionen:
                moeglich = ", ".join(einstellung.optionen)
                self.mangel(f"einstellungen.{name}", wert, "diese Möglichkeit gibt es nicht", f"Möglich: {moeglich}.")
            else:
                ergebnis[name] = einstellung.optionen[schluessel][0]
        return ergebnis

    def _pruefe_geburt(
        self,
        personen: dict[str, dict[str, tuple[Zeitwert, ...]]],
        anwesend: Mapping[str, tuple[Datum, Datum]],
        monat: Datum | None,
    ) -> None:
        """Nobody who belongs to the household in the month of the file is born after it."""
        if monat is None:
            return
        ende = letzter_tag(monat)
        for person, angaben in personen.items():
            geburt = _am(angaben, ende).get("geburtsdatum", 0)
            if geburt > ende and anwesend[person][0] <= ende:
                self.maengel.append(_ungeboren(person, geburt, monat))
                del angaben["geburtsdatum"]

    def _pruefe_verweise(
        self, verweise: Mapping[str, Mapping[str, str]], personen: Mapping[str, Mapping[str, tuple[Zeitwert, ...]]]
    ) -> None:
        for person, ziele in verweise.items():
            for name, ziel in ziele.items():
                feld = f"personen.{person}.{name}"
                if ziel not in verweise:
                    self.mangel(feld, ziel, "diese Person gibt es im Fall nicht", _meint(ziel, sorted(verweise)))
                elif ziel == person and name in ("partner", "elternteil_1", "elternteil_2"):
                    self.mangel(feld, ziel, "eine Person kann nicht auf sich selbst verweisen", "Streiche die Angabe.")
                elif name == "partner" and verweise[ziel].get("partner") != person:
                    abhilfe = f"Trage bei {ziel} ein: partner: {person}."
                    self.mangel(feld, ziel, "die Partnerschaft ist nicht gegenseitig eingetragen", abhilfe)
                elif name.startswith("elternteil"):
                    self._pruefe_eltern(feld, person, ziel, personen)
            if len({v for n, v in ziele.items() if n.startswith("elternteil")}) < sum(
                n.startswith("elternteil") for n in ziele
            ):
                self.mangel(f"personen.{person}", "–", "beide Elternteile sind dieselbe Person", "Streiche einen.")

    def _pruefe_eltern(
        self, feld: str, kind: str, elternteil: str, personen: Mapping[str, Mapping[str, tuple[Zeitwert, ...]]]
    ) -> None:
        geburt = [personen.get(p, {}).get("geburtsdatum", ()) for p in (kind, elternteil)]
        if geburt[0] and geburt[1] and geburt[0][0].wert <= geburt[1][0].wert:
            self.mangel(feld, elternteil, "das Kind ist nicht jünger als der Elternteil", "Prüfe die Geburtsdaten.")


def _meint(name: str, bekannt: list[str], mit_wort: Sequence[str] = ()) -> str:
    teile = [b for b in bekannt if name and name in b.split("_")]
    nah = list(dict.fromkeys((*teile, *get_close_matches(name, bekannt, n=3), *mit_wort)))
    if not nah:
        return "Streiche die Angabe oder siehe „sozialamt merkmale“."
    return f"Gemeint ist vielleicht: {', '.join(nah[:VORSCHLAEGE])}."


def _grenzen(m: Merkmal) -> str:
    von = f"ab {anzeige(m.min, m.einheit)}" if m.min is not None else ""
    bis = f"bis {anzeige(m.max, m.einheit)}" if m.max is not None else ""
    return f"{von} {bis}".strip()
