"""Wer in der erzeugten Stadt laufende Leistungen bekommt: Bevölkerung, gerechnet mit dem Recht des Monats.

Nichts wird verteilt oder hochgerechnet: Ein Haushalt ist ein Fall, weil die Regeln ihm aus seinen Angaben etwas
zusprechen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import polars as pl
import pyarrow as pa

from sozialamt.akte.bestand import Bestand, Feld
from sozialamt.akte.einstellungen import wahlen
from sozialamt.akte.massenlauf.rechnung import rechne
from sozialamt.demo.bevoelkerung import haushaltsblock
from sozialamt.leistungen import regelwerk
from sozialamt.rechenkern import Merkmal, Merkmalsart
from sozialamt.rechenkern.levels import HAUSHALT

BLOCK, KLEINSTER_BLOCK = 30_000, 500
"""Personen der Bevölkerung, aus denen auf einmal Fälle gesucht werden."""
NACH_PERSONEN = (
    "asylbewerberleistungen",
    "grundsicherung_alter_erwerbsminderung",
    "hilfe_zum_lebensunterhalt",
    "grundsicherung_arbeitsuchende",
)
"""Leistungen, von denen jede Person höchstens eine bekommt."""
DANEBEN = ("unterhaltsvorschuss", "bildung_und_teilhabe", "hilfe_zur_pflege", "pflegewohngeld")
NUR_SONST = ("wohngeld",)
"""Nicht neben einer der ersten vier (§ 7 Abs. 1 WoGG)."""
ANTEIL_GANZES_JAHR = 0.45
"""So viele Haushalte beziehen schon seit dem ersten Monat; die übrigen kommen über das Jahr verteilt dazu."""


Rechnung = Callable[[Bestand], pl.DataFrame]


@dataclass(frozen=True)
class Faelle:
    """Haushalte mit Anspruch, ihre Angaben und je Monat die Teilbeträge (Haushalt und Person als Stellen)."""

    bestand: Bestand
    beginn: Feld
    """Je Haushalt die Stelle des ersten Monats, für den bewilligt ist; bewilligt ist bis zum letzten."""
    teile: pl.DataFrame
    """Wie `rechnung.TEILE`, dazu `monat`; haushalt und person sind Stellen im Bestand."""

    @property
    def anzahl(self) -> int:
        """Laufende Fälle: Haushalt und Leistung."""
        return self.teile.select("haushalt", "leistung").n_unique()

    def auswahl(self, behalten: Feld) -> Faelle:
        """Nur die Haushalte, bei denen `behalten` wahr ist; die Stellen rücken auf."""
        bestand = self.bestand.auswahl(behalten)
        teile = self.teile
        for spalte, alte in (("haushalt", bestand.haushalte), ("person", bestand.personen)):
            neu = pl.DataFrame({spalte: alte, "neu": np.arange(len(alte))})
            teile = teile.join(neu, on=spalte, maintain_order="left").drop(spalte).rename({"neu": spalte})
        return Faelle(_nach_stellen(bestand), self.beginn[behalten], teile)


def faelle(zeitraum: list[date], ungefaehr: int, seed: int) -> Iterator[Faelle]:
    """Block für Block, ohne Ende; wer genug hat, hört auf. Derselbe Startwert gibt dieselben Menschen.

    Die Datenbank wird nur vor dem ersten Block gefragt.
    """
    gewaehlte = wahlen()
    return _bloecke(zeitraum, ungefaehr, seed, lambda bestand: rechne(bestand, gewaehlte=gewaehlte).teile)


def _bloecke(zeitraum: list[date], ungefaehr: int, seed: int, rechne: Rechnung) -> Iterator[Faelle]:
    nummer, groesse = 0, min(BLOCK, max(KLEINSTER_BLOCK, 4 * ungefaehr))
    while True:
        satz = haushaltsblock(nummer, groesse, seed, stichtag=zeitraum[0].isoformat())
        wuerfel = np.random.Generator(np.random.SFC64(np.random.SeedSequence([seed, nummer, len(zeitraum)])))
        yield _faelle(als_bestand(satz, zeitraum[0]), zeitraum, wuerfel, rechne)
        nummer += 1


def _faelle(bevoelkerung: Bestand, zeitraum: list[date], wuerfel: np.random.Generator, rechne: Rechnung) -> Faelle:
    erste = _zuerkannt(rechne(bevoelkerung))
    bestand = _nach_stellen(bevoelkerung.auswahl(np.isin(bevoelkerung.haushalte, erste["haushalt"].unique())))
    anzahl = len(bestand.haushalte)
    beginn = np.where(wuerfel.random(anzahl) < ANTEIL_GANZES_JAHR, 0, wuerfel.integers(0, len(zeitraum), anzahl))
    zuerkannt, je_monat = [], []
    for stelle, monat in enumerate(zeitraum):
        laufende = bestand.auswahl(beginn <= stelle)
        teile = rechne(replace(laufende, monat=monat))
        neue = teile.filter(pl.col("haushalt").is_in(np.flatnonzero(beginn == stelle)))
        zuerkannt.append(_zuerkannt(neue).select("haushalt", "leistung").unique())
        je_monat.append(teile.with_columns(monat=pl.lit(monat)))
    teile = pl.concat(je_monat).join(pl.concat(zuerkannt), on=["haushalt", "leistung"], how="semi")
    return Faelle(bestand, beginn, teile).auswahl(np.isin(np.arange(anzahl), teile["haushalt"].unique()))


def _nach_stellen(bestand: Bestand) -> Bestand:
    """Derselbe Bestand, dessen Schlüssel die Stellen sind."""
    return replace(bestand, haushalte=np.arange(len(bestand.haushalte)), personen=np.arange(len(bestand.personen)))


def _zuerkannt(teile: pl.DataFrame) -> pl.DataFrame:
    """Ohne Leistungen, die eine vorrangige ausschließt."""
    nach_personen = teile.filter(pl.col("leistung").is_in(NACH_PERSONEN))
    sonst = teile.filter(pl.col("leistung").is_in(NUR_SONST)).join(nach_personen, on="haushalt", how="anti")
    return pl.concat([nach_personen, teile.filter(pl.col("leistung").is_in(DANEBEN)), sonst])


def als_bestand(satz: pa.RecordBatch, monat: date) -> Bestand:
    """Erzeugte Bevölkerung als Bestand; Schlüssel sind die Stellen. Vorgaben stehen nicht in der Akte."""
    merkmale = regelwerk().merkmale
    grenzen = satz.column("geburtsdatum").offsets.to_numpy().astype(np.int64)
    angaben = {}
    for name in satz.schema.names:
        spalte = satz.column(name)
        werte = _zahlen(spalte if merkmale[name].ebene == HAUSHALT else spalte.values)
        stellen = np.flatnonzero(_steht_in_der_akte(merkmale[name], werte) & _gefragt(merkmale[name], satz))
        angaben[name] = (stellen, werte[stellen])
    return Bestand(monat, np.arange(satz.num_rows), grenzen, np.arange(grenzen[-1]), angaben)


def _steht_in_der_akte(merkmal: Merkmal, werte: Feld) -> Feld:
    if merkmal.art is Merkmalsart.VERWEIS:
        return werte >= 0
    if merkmal.vorgabe is None:
        return np.ones(len(werte), bool)
    return werte != merkmal.vorgabe


def _gefragt(merkmal: Merkmal, satz: pa.RecordBatch) -> Feld:
    """Wo die Bedingungen des Merkmals erfüllt sind, soweit die Bevölkerung sie nennt."""
    merkmale = regelwerk().merkmale
    gefragt: Feld = np.ones(1, bool)
    for name, erlaubt in merkmal.wenn.items():
        if name in satz.schema.names and merkmale[name].ebene == merkmal.ebene:
            spalte = satz.column(name)
            gefragt = gefragt & np.isin(_zahlen(spalte if merkmal.ebene == HAUSHALT else spalte.values), list(erlaubt))
    return gefragt


def _zahlen(feld: pa.Array) -> Feld:
    if pa.types.is_date32(feld.type):
        tage = feld.to_numpy(zero_copy_only=False).astype("datetime64[D]")
        jahre, monate = tage.astype("datetime64[Y]"), tage.astype("datetime64[M]")
        tag = (tage - monate).astype(np.int64) + 1
        return (jahre.astype(np.int64) + 1970) * 10_000 + (monate.astype(np.int64) % 12 + 1) * 100 + tag
    return feld.to_numpy(zero_copy_only=False).astype(np.int64)
