"""Das Stadtprofil als Daten: was Seite, PDF und Grafiken zeigen, je Wert mit Quelle oder dem Grund, warum er fehlt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

import polars as pl

from sozialamt.vergleich.kennzahlen import rechnen
from sozialamt.vergleich.kennzahlen.festkomma import als_dezimal, aus_festkomma
from sozialamt.vergleich.kennzahlen.katalog import Art, Bereich, Katalog, Kennzahl
from sozialamt.vergleich.kennzahlen.vergleichen import Streuung, stelle_ein, vergleiche

NICHT_GELIEFERT = {
    rechnen.KEINE_LIEFERUNG: "keine Lieferung",
    rechnen.NICHT_ZUSTAENDIG: "nicht zuständig",
    rechnen.NICHT_BERECHENBAR: "nicht berechenbar",
}


@dataclass(frozen=True, slots=True)
class Messwert:
    """Eine Kennzahl einer Stadt in einem Jahr: ein gerundeter Wert mit Herkunft, oder der Grund, warum er fehlt.

    `exakt` ist der ungerundete Wert. `luecken`: wie viele Teile des Nenners nicht vorliegen (nur bei Anteilen).
    """

    kennzahl: Kennzahl
    wert: Decimal | None
    exakt: Fraction | None = None
    fehlt: str = ""
    luecken: int = 0
    stichtage: tuple[str, ...] = ()
    quellen: tuple[str, ...] = ()
    hinweise: tuple[str, ...] = ()
    erzeugt: bool = False
    freigegeben: bool = True

    @property
    def warum(self) -> str:
        """Der Grund des Fehlens in Worten, sonst leer."""
        return NICHT_GELIEFERT.get(self.fehlt, "")


@dataclass(frozen=True, slots=True)
class Stellung:
    """Eine Stadt im Kreis. `n` von `kreis` Städten haben einen Wert; `ohne` nennt die übrigen mit Grund.

    `mittel` ist ungewichtet; `mittel_gewichtet` fehlt, wo es keinen Nenner gibt. `z` und `sd` sind Zahlen mit rohem
    Vorzeichen und fehlen bei weniger als zwei Städten. Rang 1 ist der höchste Wert.
    """

    n: int
    kreis: int
    mittel: Decimal | None = None
    mittel_gewichtet: Decimal | None = None
    minimum: Decimal | None = None
    minimum_staedte: tuple[str, ...] = ()
    maximum: Decimal | None = None
    maximum_staedte: tuple[str, ...] = ()
    sd: float | None = None
    z: float | None = None
    rang: int | None = None
    werte: tuple[tuple[str, Decimal], ...] = ()
    ohne: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Vergleichswert:
    """Ein Messwert und seine Stellung im Kreis."""

    messwert: Messwert
    stellung: Stellung


@dataclass(frozen=True, slots=True)
class Bereichswerte:
    """Ein Leistungsbereich. Ohne Anteil (Wohnungsnotfälle sind keine Personen) ist `anteil_lb` leer."""

    bereich: Bereich
    lb: Vergleichswert
    anteil_lb: Vergleichswert | None
    anteil_auszahlung: Vergleichswert | None
    dichte: Vergleichswert
    je_lb: Vergleichswert


@dataclass(frozen=True, slots=True)
class Stadtprofil:
    """Alles, was die vier Grafiken und ihre Texte brauchen. `staedte` ist der Vergleichskreis des Jahres."""

    stadt: str
    jahr: int
    staedte: tuple[str, ...]
    streuung: Streuung
    bereiche: tuple[Bereichswerte, ...]
    indikatoren: tuple[Vergleichswert, ...]
    bevoelkerung: tuple[Vergleichswert, ...]
    altersstruktur: tuple[Vergleichswert, ...]
    quoten: tuple[Vergleichswert, ...]
    eigene: tuple[Vergleichswert, ...] = ()

    @property
    def quellen(self) -> tuple[str, ...]:
        """Alle genannten Quellen, jede einmal."""
        alle = (*self.indikatoren, *self.bevoelkerung, *self.altersstruktur, *self.quoten, *self.eigene)
        einzeln = [w for b in self.bereiche for w in (b.lb, b.anteil_lb, b.anteil_auszahlung, b.dichte, b.je_lb) if w]
        return tuple(dict.fromkeys(q for w in (*einzeln, *alle) for q in w.messwert.quellen))

    @property
    def erzeugt(self) -> bool:
        """Ob irgendein Wert aus erzeugten Beispieldaten stammt."""
        einzeln = [w for b in self.bereiche for w in (b.lb, b.anteil_lb, b.anteil_auszahlung, b.dichte, b.je_lb) if w]
        return any(w.messwert.erzeugt for w in (*einzeln, *self.indikatoren, *self.bevoelkerung))


def stadtprofil(
    pool: pl.DataFrame,
    stadt: str,
    jahr: int,
    kreis: Sequence[str],
    verzeichnis: Katalog,
    *,
    streuung: Streuung = Streuung.GRUNDGESAMTHEIT,
    eigene: Sequence[Kennzahl] = (),
) -> Stadtprofil:
    """Rechnet das Profil einer Stadt aus einem Pool, der die Werte des Kreises in diesem Jahr enthält.

    Die Stadt selbst muss nicht zum Kreis gehören; dann hat sie Werte, aber keinen Rang und kein z.
    """
    rechner = Profilrechner(pool, jahr, kreis, verzeichnis, streuung=streuung, eigene=eigene, auch=(stadt,))
    nach_art = {art: tuple(rechner.wert(stadt, k) for k in verzeichnis.nach_art[art]) for art in Art}
    return Stadtprofil(
        stadt=stadt,
        jahr=jahr,
        staedte=tuple(kreis),
        streuung=streuung,
        bereiche=tuple(rechner.bereich(stadt, bereich) for bereich in verzeichnis.bereiche.values()),
        indikatoren=nach_art[Art.WIRTSCHAFT],
        bevoelkerung=nach_art[Art.BEVOELKERUNG],
        altersstruktur=nach_art[Art.ALTER],
        quoten=nach_art[Art.QUOTE],
        eigene=tuple(rechner.wert(stadt, kennzahl) for kennzahl in eigene),
    )


class Profilrechner:
    """Rechnet ein Jahr und einen Kreis einmal und gibt daraus Werte je Stadt; auch für Vergleichsseiten."""

    def __init__(
        self,
        pool: pl.DataFrame,
        jahr: int,
        kreis: Sequence[str],
        verzeichnis: Katalog,
        *,
        streuung: Streuung = Streuung.GRUNDGESAMTHEIT,
        eigene: Sequence[Kennzahl] = (),
        auch: Sequence[str] = (),
    ) -> None:
        self.jahr, self.kreis, self.verzeichnis = jahr, tuple(kreis), verzeichnis
        kennzahlen = {**verzeichnis.kennzahlen, **{k.schluessel: k for k in eigene}}
        staedte = [*self.kreis, *(s for s in auch if s not in self.kreis)]
        ausschnitt = pool.filter((pl.col("jahr") == jahr) & pl.col("stadt").is_in(staedte))
        self.gewaehlt = rechnen.waehle(ausschnitt)
        werte = rechnen.rechne(ausschnitt, list(kennzahlen.values()), verzeichnis.groessen)
        kreise = {jahr: self.kreis}
        vergleich = vergleiche(werte, kreise, streuung=streuung)
        self._vergleich = {zeile["kennzahl"]: zeile for zeile in vergleich.iter_rows(named=True)}
        self._werte = {(z["stadt"], z["kennzahl"]): z for z in werte.iter_rows(named=True)}
        stellung = stelle_ein(werte, vergleich, kreise)
        self._stellung = {(z["stadt"], z["kennzahl"]): z for z in stellung.iter_rows(named=True)}
        eigene_zeilen = self.gewaehlt.filter(pl.col("stadt").is_in(list(auch or self.kreis)))
        self._basis = {(z["stadt"], z["groesse"]): z for z in eigene_zeilen.iter_rows(named=True)}

    def bereich(self, stadt: str, bereich: Bereich) -> Bereichswerte:
        """Alle Werte eines Leistungsbereichs."""

        def kennzahl(vorsilbe: str) -> Kennzahl | None:
            return self.verzeichnis.kennzahlen.get(vorsilbe + bereich.schluessel)

        anteil_lb, anteil_auszahlung = kennzahl("anteil_lb_"), kennzahl("anteil_auszahlung_")
        dichten = [self.verzeichnis.kennzahlen[name] for name in bereich.dichte]
        dichte = next((k for k in dichten if self._hat(stadt, k)), dichten[0])
        return Bereichswerte(
            bereich=bereich,
            lb=self.wert(stadt, self.verzeichnis.kennzahlen["anzahl_" + bereich.schluessel]),
            anteil_lb=self.wert(stadt, anteil_lb) if anteil_lb else None,
            anteil_auszahlung=self.wert(stadt, anteil_auszahlung) if anteil_auszahlung else None,
            dichte=self.wert(stadt, dichte),
            je_lb=self.wert(stadt, self.verzeichnis.kennzahlen[bereich.je_lb]),
        )

    def wert(self, stadt: str, kennzahl: Kennzahl) -> Vergleichswert:
        """Messwert und Stellung; beide gibt es immer, notfalls mit dem Grund des Fehlens und n = 0."""
        return Vergleichswert(self.messwert(stadt, kennzahl), self.stellung(stadt, kennzahl))

    def _hat(self, stadt: str, kennzahl: Kennzahl) -> bool:
        zeile = self._werte.get((stadt, kennzahl.schluessel))
        return zeile is not None and zeile["fest"] is not None

    def messwert(self, stadt: str, kennzahl: Kennzahl) -> Messwert:
        """Der Wert einer Stadt, aus seinen Basisgrößen belegt."""
        zeile = self._werte.get((stadt, kennzahl.schluessel))
        belege = self._belege(stadt, kennzahl)
        if zeile is None or zeile["fest"] is None:
            fehlt = zeile["fehlt"] if zeile else rechnen.KEINE_LIEFERUNG
            return Messwert(kennzahl, None, fehlt=fehlt, hinweise=_hinweise(kennzahl, belege))
        exakt = Fraction(zeile["zaehler"], zeile["nenner"])
        return Messwert(
            kennzahl,
            als_dezimal(exakt, kennzahl.stellen),
            exakt=exakt,
            luecken=zeile["luecken"],
            stichtage=_einmal(beleg["stichtag"] for beleg in belege),
            quellen=_einmal(beleg["quelle"] for beleg in belege),
            hinweise=_hinweise(kennzahl, belege),
            erzeugt=any(beleg["erzeugt"] for beleg in belege),
        )

    def stellung(self, stadt: str, kennzahl: Kennzahl) -> Stellung:
        """Mittel, Grenzen, Rang und z im Kreis; `ohne` nennt, wer nicht eingeht."""
        werte, ohne = self._im_kreis(kennzahl)
        vergleich = self._vergleich.get(kennzahl.schluessel)
        if vergleich is None:
            return Stellung(0, len(self.kreis), ohne=ohne)
        eigene = self._stellung.get((stadt, kennzahl.schluessel), {})
        stellen = kennzahl.stellen

        def rund(name: str) -> Decimal | None:
            return None if vergleich[name] is None else aus_festkomma(vergleich[name], stellen)

        def staedte(name: str) -> tuple[str, ...]:
            treffer = ((s, self._werte[s, kennzahl.schluessel]["fest"]) for s, _ in werte)
            return tuple(s for s, fest in treffer if fest == vergleich[name])

        return Stellung(
            n=vergleich["n"],
            kreis=len(self.kreis),
            mittel=rund("mittel"),
            mittel_gewichtet=rund("mittel_gewichtet"),
            minimum=rund("minimum"),
            minimum_staedte=staedte("minimum"),
            maximum=rund("maximum"),
            maximum_staedte=staedte("maximum"),
            sd=vergleich["sd"],
            z=eigene.get("z"),
            rang=eigene.get("rang"),
            werte=werte,
            ohne=ohne,
        )

    def _im_kreis(self, kennzahl: Kennzahl) -> tuple[tuple[tuple[str, Decimal], ...], tuple[tuple[str, str], ...]]:
        werte, ohne = [], []
        for stadt in self.kreis:
            zeile = self._werte.get((stadt, kennzahl.schluessel))
            if zeile is not None and zeile["fest"] is not None:
                werte.append((stadt, als_dezimal(Fraction(zeile["zaehler"], zeile["nenner"]), kennzahl.stellen)))
            else:
                ohne.append((stadt, zeile["fehlt"] if zeile else rechnen.KEINE_LIEFERUNG))
        return tuple(werte), tuple(ohne)

    def _belege(self, stadt: str, kennzahl: Kennzahl) -> list[dict[str, Any]]:
        namen = [teil for name in kennzahl.formel.groessen for teil in self._teile(stadt, name)]
        return [self._basis[stadt, name] for name in dict.fromkeys(namen) if (stadt, name) in self._basis]

    def _teile(self, stadt: str, name: str) -> Sequence[str]:
        """Die gelieferten Größen hinter einer Größe; bei Ersatzgrößen die Reihe, die gilt."""
        aus = self.verzeichnis.groessen[name].aus
        for reihe in aus:
            if all(self._basis.get((stadt, teil), {}).get("wert") is not None for teil in reihe):
                return reihe
        return [teil for reihe in aus for teil in reihe] or [name]


def _einmal(werte: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(wert for wert in werte if wert))


def _hinweise(kennzahl: Kennzahl, belege: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    return _einmal([kennzahl.hinweis, *(beleg["hinweis"] for beleg in belege)])
