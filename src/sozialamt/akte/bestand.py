"""Viele Akten auf einmal: was in einem Monat gilt, spaltenweise für den Rechenkern.

Eine Zeile je Haushalt, Personen in Listenspalten, in denselben Einheiten wie die Akte. Drei Abfragen, gleich wie viele
Haushalte es sind. Wer einen einzelnen Fall erklären will, nimmt `fallbildung`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl
import pyarrow as pa
from django.core.exceptions import EmptyResultSet
from django.db.models import QuerySet

from sozialamt.akte.models import Haushalt, Mitgliedschaft, Tatsache
from sozialamt.akte.spalten import lies_spalten
from sozialamt.leistungen import regelwerk
from sozialamt.rechenkern import Merkmal, Merkmalsart
from sozialamt.rechenkern.levels import HAUSHALT
from sozialamt.rechenkern.values import NIEMAND

Feld = npt.NDArray[Any]


@dataclass(frozen=True)
class Bestand:
    """Haushalte mit ihren Mitgliedern und geltenden Tatsachen eines Monats.

    `haushalte` und `personen` sind Schlüssel der Akte; die Personen des Haushalts i stehen von `grenzen[i]` bis vor
    `grenzen[i + 1]`. `angaben` hält je Merkmal die Stellen (Haushalt oder Person) und die Werte, die eingetragen sind;
    Verweise sind schon Stellen im Haushalt.
    """

    monat: date
    haushalte: Feld
    grenzen: Feld
    personen: Feld
    angaben: Mapping[str, tuple[Feld, Feld]]

    @classmethod
    def lade(cls, haushalte: QuerySet[Haushalt], monat: date, gewusst_am: datetime | None = None) -> Bestand:
        """Haushalte ohne Mitglied in diesem Monat fehlen."""
        mitglieder = _mitglieder(haushalte, monat, gewusst_am)
        schluessel, anfang = np.unique(mitglieder["haushalt"].to_numpy(), return_index=True)
        grenzen = np.append(anfang, len(mitglieder)).astype(np.int64)
        stellen = mitglieder.with_columns(
            stelle=pl.int_range(pl.len(), dtype=pl.Int64),
            im_haushalt=pl.int_range(pl.len(), dtype=pl.Int64).over("haushalt"),
        )
        der_haushalte = pl.DataFrame({"haushalt": schluessel}).with_row_index("stelle").cast({"stelle": pl.Int64})
        geltend = Tatsache.objects.gewusst_am(gewusst_am).im_monat(monat).order_by()
        je_haushalt = _tatsachen(geltend.filter(haushalt__in=haushalte.order_by().values("pk")), "haushalt")
        personen = Mitgliedschaft.objects.filter(haushalt__in=haushalte.order_by().values("pk")).values("person")
        je_person = _tatsachen(geltend.filter(person__in=personen), "person")
        angaben = _je_merkmal(je_haushalt.join(der_haushalte, on="haushalt"))
        angaben |= _je_merkmal(je_person.join(stellen.select("person", "stelle"), on="person"))
        angaben = _aufgeloest(angaben, stellen)
        return cls(monat, schluessel, grenzen, stellen["person"].to_numpy(), angaben)

    @property
    def groesse(self) -> Feld:
        """Personen je Haushalt."""
        return np.diff(self.grenzen)

    @cached_property
    def haushalt_der_person(self) -> Feld:
        """Stelle des Haushalts je Person."""
        return np.repeat(np.arange(len(self.haushalte)), self.groesse)

    def mit(self, neue: pl.DataFrame) -> Bestand:
        """Derselbe Bestand mit anderen Werten von Personen (Spalten person, merkmal, wert)."""
        stellen = pl.DataFrame({"person": self.personen}).with_columns(stelle=pl.int_range(pl.len(), dtype=pl.Int64))
        angaben = dict(self.angaben)
        for name, (wo, was) in _je_merkmal(neue.join(stellen, on="person")).items():
            alte_stellen, alte_werte = angaben.get(name, (wo[:0], was[:0]))
            bleibt = ~np.isin(alte_stellen, wo)
            angaben[name] = (np.append(alte_stellen[bleibt], wo), np.append(alte_werte[bleibt], was))
        return replace(self, angaben=angaben)

    def auswahl(self, behalten: Feld) -> Bestand:
        """Nur die Haushalte, bei denen `behalten` wahr ist."""
        personen = behalten[self.haushalt_der_person]
        merkmale = regelwerk().merkmale
        neue_stelle = {True: np.cumsum(behalten) - 1, False: np.cumsum(personen) - 1}
        angaben = {}
        for name, (stellen, werte) in self.angaben.items():
            des_haushalts = merkmale[name].ebene == HAUSHALT
            bleibt = (behalten if des_haushalts else personen)[stellen]
            angaben[name] = (neue_stelle[des_haushalts][stellen[bleibt]], werte[bleibt])
        grenzen = np.append(0, np.cumsum(self.groesse[behalten])).astype(np.int64)
        return Bestand(self.monat, self.haushalte[behalten], grenzen, self.personen[personen], angaben)

    def tabelle(self, merkmale: Sequence[Merkmal]) -> pa.Table:
        """Spalten in der Form des Rechenkerns; was nicht eingetragen ist, ist leer."""
        grenzen = pa.array(self.grenzen.astype(np.int32))
        spalten = {}
        for merkmal in merkmale:
            feld = self._spalte(merkmal)
            ist_haushalt = merkmal.ebene == HAUSHALT
            spalten[merkmal.name] = feld if ist_haushalt else pa.ListArray.from_arrays(grenzen, feld)
        return pa.table(spalten)

    def luecken(self, merkmale: Sequence[Merkmal]) -> Feld:
        """Je Haushalt, ob eine Pflichtangabe fehlt oder ein Wert nicht mehr zum Merkmal passt."""
        return _Luecken(self, {m.name: m for m in merkmale}).finde()

    def werte(self, merkmal: Merkmal) -> tuple[Feld, Feld]:
        """Eingetragene Werte je Stelle (0, wo keine stehen) und wo keine stehen."""
        laenge = len(self.haushalte) if merkmal.ebene == HAUSHALT else len(self.personen)
        werte, leer = np.zeros(laenge, np.int64), np.ones(laenge, bool)
        if merkmal.name in self.angaben:
            stellen, eingetragen = self.angaben[merkmal.name]
            werte[stellen], leer[stellen] = eingetragen, False
        return werte, leer

    def _spalte(self, merkmal: Merkmal) -> pa.Array:
        werte, leer = self.werte(merkmal)
        if merkmal.art is Merkmalsart.JA_NEIN:
            return pa.array(werte.astype(bool), mask=leer)
        return pa.array(werte.astype(np.int32), mask=leer)


class _Luecken:
    """Sucht Haushalte, die der Rechenkern ablehnen würde, damit ein einzelner nicht alle aufhält."""

    def __init__(self, bestand: Bestand, merkmale: Mapping[str, Merkmal]) -> None:
        self.bestand, self.merkmale = bestand, merkmale
        self._gefuellt: dict[str, Feld] = {}
        self.falsch = np.zeros(len(bestand.haushalte), bool)

    def finde(self) -> Feld:
        for merkmal in self.merkmale.values():
            self._wert(merkmal)
        self._einseitige_partner()
        return self.falsch

    def _wert(self, merkmal: Merkmal) -> Feld:
        """Wert je Stelle mit Vorgaben; merkt Haushalte vor, in denen eine Angabe fehlt oder nicht passt."""
        if merkmal.name not in self._gefuellt:
            werte, leer = self.bestand.werte(merkmal)
            gilt = leer & self._gefragt(merkmal)
            if merkmal.pflicht and merkmal.art is not Merkmalsart.VERWEIS:
                self._merke(merkmal, gilt)
            self._merke(merkmal, ~leer & ~_im_bereich(merkmal, werte))
            werte = np.where(leer, merkmal.art.neutral, werte)
            self._gefuellt[merkmal.name] = np.where(gilt, merkmal.vorgabe or merkmal.art.neutral, werte)
        return self._gefuellt[merkmal.name]

    def _gefragt(self, merkmal: Merkmal) -> Feld:
        gilt: Feld = np.ones(1, bool)
        for name, erlaubt in merkmal.wenn.items():
            bedingung = self.merkmale[name]
            werte = self._wert(bedingung)
            if bedingung.ebene == HAUSHALT != merkmal.ebene:
                werte = werte[self.bestand.haushalt_der_person]
            gilt = gilt & np.isin(werte, list(erlaubt))
        return gilt

    def _merke(self, merkmal: Merkmal, falsch: Feld) -> None:
        stellen = np.flatnonzero(falsch)
        if merkmal.ebene != HAUSHALT:
            stellen = self.bestand.haushalt_der_person[stellen]
        self.falsch[stellen] = True

    def _einseitige_partner(self) -> None:
        if "partner" not in self._gefuellt:
            return
        ziel = self._gefuellt["partner"]
        haushalt = self.bestand.haushalt_der_person
        anfang = self.bestand.grenzen[:-1][haushalt]
        mit = np.flatnonzero(ziel >= 0)
        eigene = mit - anfang[mit]
        einseitig = (ziel[anfang[mit] + ziel[mit]] != eigene) | (ziel[mit] == eigene)
        self.falsch[haushalt[mit[einseitig]]] = True


def _im_bereich(merkmal: Merkmal, werte: Feld) -> Feld:
    if merkmal.art is Merkmalsart.AUSWAHL and merkmal.auswahl is not None:
        return np.isin(werte, [int(option) for option in merkmal.auswahl])
    unten = merkmal.min if merkmal.min is not None else np.iinfo(np.int32).min
    oben = merkmal.max if merkmal.max is not None else np.iinfo(np.int32).max
    drin = (werte >= unten) & (werte <= oben)
    return drin | (werte == 0) if merkmal.art is Merkmalsart.DATUM else drin


def lies(abfrage: QuerySet[Any, Any], spalten: Mapping[str, Any]) -> pl.DataFrame:
    """Eine Abfrage als Tabelle, ohne Objekte je Zeile. `spalten` nennt je Spalte ihren Typ."""
    try:
        sql, werte = abfrage.query.sql_with_params()
    except EmptyResultSet:
        return pl.DataFrame(schema=dict(spalten))
    return lies_spalten(sql, werte, spalten)


def _mitglieder(haushalte: QuerySet[Haushalt], monat: date, gewusst_am: datetime | None) -> pl.DataFrame:
    """Haushalt und Person, in der Reihenfolge der Aufnahme; jede Person je Haushalt einmal."""
    da = Mitgliedschaft.objects.filter(haushalt__in=haushalte.order_by().values("pk"))
    da = da.gewusst_am(gewusst_am).im_monat(monat).order_by("haushalt_id", "reihenfolge", "id")
    zeilen = lies(da.values_list("haushalt_id", "person_id"), {"haushalt": pl.Int64, "person": pl.Int64})
    return zeilen.unique(["haushalt", "person"], keep="first", maintain_order=True)


def _tatsachen(abfrage: QuerySet[Tatsache], wem: str) -> pl.DataFrame:
    """Je Haushalt oder Person und Merkmal die zuletzt eingetragene; ohne Wert heißt nicht bekannt."""
    spalten = {wem: pl.Int64, "merkmal": pl.String, "wert": pl.Int64}
    zeilen = lies(abfrage.order_by("erfasst_am", "id").values_list(f"{wem}_id", "merkmal", "wert"), spalten)
    return zeilen.unique([wem, "merkmal"], keep="last").drop_nulls("wert")


def _je_merkmal(zeilen: pl.DataFrame) -> dict[str, tuple[Feld, Feld]]:
    teile = zeilen.select("merkmal", "stelle", "wert").partition_by("merkmal", as_dict=True)
    return {str(name): (teil["stelle"].to_numpy(), teil["wert"].to_numpy()) for (name,), teil in teile.items()}


def _aufgeloest(angaben: dict[str, tuple[Feld, Feld]], mitglieder: pl.DataFrame) -> dict[str, tuple[Feld, Feld]]:
    """Verweise auf Personen werden zu Stellen im Haushalt; wer nicht dazugehört, ist niemand."""
    haushalt = mitglieder["haushalt"].to_numpy()
    ziele = mitglieder.select("haushalt", "person", "im_haushalt")
    merkmale = regelwerk().merkmale
    aufgeloest = {}
    for name, (stellen, werte) in angaben.items():
        if name not in merkmale:
            continue
        if merkmale[name].art is Merkmalsart.VERWEIS:
            verweise = pl.DataFrame({"haushalt": haushalt[stellen], "person": werte})
            treffer = verweise.join(ziele, on=["haushalt", "person"], how="left", maintain_order="left")
            werte = treffer["im_haushalt"].fill_null(NIEMAND).to_numpy()
        aufgeloest[name] = (stellen, werte)
    return aufgeloest
