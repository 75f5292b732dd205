"""Schreibt Fälle der erzeugten Stadt in die Tabellen der Akte, viele Zeilen auf einmal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from random import Random
from typing import Any

import numpy as np
import polars as pl
from django.db.models import Model

from sozialamt.akte.bescheidart import Bescheidart
from sozialamt.akte.bescheidinhalt import SCHEMA
from sozialamt.akte.massenablage import fuege_an, naechster_schluessel, zaehle_weiter
from sozialamt.akte.models import (
    Benutzer,
    Bescheid,
    Haushalt,
    Mitgliedschaft,
    Person,
    Suchwort,
    Tatsache,
    Zahlanspruch,
)
from sozialamt.akte.models.person import haushaltsworte, namensklang, personenworte
from sozialamt.akte.monat import monatsschluessel
from sozialamt.akte.spurspeicher import packe
from sozialamt.akte.suchwoerter import falte
from sozialamt.akte.vorgaenge.haushalt_anlegen import AKTENZEICHEN
from sozialamt.demo import namen
from sozialamt.demo.stadt_faelle import Faelle
from sozialamt.leistungen import regelwerk, steckbriefe
from sozialamt.rechenkern import Merkmalsart
from sozialamt.rechenkern.levels import HAUSHALT

ERWACHSEN_BIS = 2008
Zeile = tuple[Any, ...]


class Ablage:
    """Legt Blöcke von Fällen ab und zählt mit. Schlüssel der Zeilen vergibt sie selbst, fortlaufend."""

    def __init__(self, benutzer: Benutzer, zeitpunkt: datetime) -> None:
        self.benutzer, self.zeitpunkt = benutzer.pk, zeitpunkt
        self.haushalte = self.personen = self.tatsachen = self.faelle = self.zahlansprueche = 0
        self._frei = {modell: naechster_schluessel(modell) for modell in (Haushalt, Person, Bescheid)}
        self._wuerfel = Random(self._frei[Haushalt])  # noqa: S311 - invented people, not secrets

    def lege_ab(self, block: Faelle, hoechstens: int) -> None:
        """Schreibt höchstens so viele Fälle des Blocks."""
        block = _gekuerzt(block, hoechstens)
        bestand = block.bestand
        haushalt_pk = bestand.haushalte + self._nimm(Haushalt, len(bestand.haushalte))
        person_pk = bestand.personen + self._nimm(Person, len(bestand.personen))
        leute = self._leute(block, person_pk)
        self._haushalte(haushalt_pk)
        self._personen(leute)
        self._mitglieder(block, haushalt_pk, person_pk)
        self._tatsachen(block, haushalt_pk, person_pk)
        self._bescheide(block, haushalt_pk, leute)

    def schliesse_ab(self) -> None:
        """Die Datenbank zählt hinter den vergebenen Schlüsseln weiter."""
        zaehle_weiter([Haushalt, Person, Bescheid])

    def _nimm(self, modell: type[Model], anzahl: int) -> int:
        erster = self._frei[modell]
        self._frei[modell] = erster + anzahl
        return erster

    # ------------------------------------------------------------------ Menschen
    def _haushalte(self, schluessel: np.ndarray[Any, Any]) -> None:
        wahl, zahl = self._wuerfel.choice, self._wuerfel.randint
        zeilen = [
            (
                pk,
                AKTENZEICHEN.format(pk),
                f"{wahl(namen.STRASSEN)} {zahl(1, 140)}",
                namen.PLZ,
                namen.ORT,
                True,
                self.zeitpunkt,
            )
            for pk in schluessel.tolist()
        ]
        fuege_an(Haushalt, ("id", "aktenzeichen", "strasse", "plz", "ort", "erzeugt", "created_at"), zeilen)
        worte = ((art, wort, z[0]) for z in zeilen for art, wort in haushaltsworte(z[1], f"{z[2]}, {z[3]} {z[4]}"))
        fuege_an(Suchwort, ("art", "wort", "haushalt"), worte)
        self.haushalte += len(zeilen)

    def _leute(self, block: Faelle, schluessel: np.ndarray[Any, Any]) -> list[Zeile]:
        """Person mit Namen: alle eines Haushalts heißen gleich."""
        _, geboren = block.bestand.angaben["geburtsdatum"]
        wahl = self._wuerfel.choice
        nachnamen = [wahl(namen.NACHNAMEN) for _ in block.bestand.haushalte]
        leute = []
        for pk, haushalt, tag in zip(
            schluessel.tolist(), block.bestand.haushalt_der_person.tolist(), geboren.tolist(), strict=True
        ):
            geburtsdatum = date(tag // 10_000, tag // 100 % 100, tag % 100)
            erwachsen = geburtsdatum.year < ERWACHSEN_BIS
            vorname = wahl((namen.VORNAMEN_FRAUEN + namen.VORNAMEN_MAENNER) if erwachsen else namen.VORNAMEN_KINDER)
            leute.append((pk, vorname, nachnamen[haushalt], geburtsdatum))
        return leute

    def _personen(self, leute: list[Zeile]) -> None:
        gefaltet = {(vor, nach): (falte(f"{nach} {vor}"), namensklang(vor, nach)) for _, vor, nach, _ in leute}
        fuege_an(
            Person,
            ("id", "vorname", "nachname", "geburtsdatum", "name_gefaltet", "name_klang", "erzeugt", "created_at"),
            ((pk, vor, nach, tag, *gefaltet[vor, nach], True, self.zeitpunkt) for pk, vor, nach, tag in leute),
        )
        worte = ((art, wort, pk) for pk, vor, nach, tag in leute for art, wort in personenworte(vor, nach, tag))
        fuege_an(Suchwort, ("art", "wort", "person"), worte)
        self.personen += len(leute)

    def _mitglieder(self, block: Faelle, haushalt_pk: np.ndarray[Any, Any], person_pk: np.ndarray[Any, Any]) -> None:
        bestand = block.bestand
        je_person = bestand.haushalt_der_person
        reihenfolge = np.arange(len(person_pk)) - bestand.grenzen[:-1][je_person]
        von = date(self.zeitpunkt.year, 1, 1)
        fuege_an(
            Mitgliedschaft,
            ("haushalt", "person", "von", "reihenfolge", "erfasst_am", "erfasst_von"),
            (
                (haushalt, person, von, stelle, self.zeitpunkt, self.benutzer)
                for haushalt, person, stelle in zip(
                    haushalt_pk[je_person].tolist(), person_pk.tolist(), reihenfolge.tolist(), strict=True
                )
            ),
        )

    def _tatsachen(self, block: Faelle, haushalt_pk: np.ndarray[Any, Any], person_pk: np.ndarray[Any, Any]) -> None:
        ab = date(self.zeitpunkt.year, 1, 1)
        ende = (ab, self.zeitpunkt, self.benutzer, "erzeugt")

        def zeilen() -> Iterator[Zeile]:
            merkmale = regelwerk().merkmale
            for name, (stellen, werte) in block.bestand.angaben.items():
                merkmal = merkmale[name]
                if merkmal.ebene == HAUSHALT:
                    wem = zip(haushalt_pk[stellen].tolist(), [None] * len(stellen), strict=True)
                else:
                    wem = zip([None] * len(stellen), person_pk[stellen].tolist(), strict=True)
                    if merkmal.art is Merkmalsart.VERWEIS:
                        anfang = block.bestand.grenzen[:-1][block.bestand.haushalt_der_person[stellen]]
                        werte = person_pk[anfang + werte]
                for (haushalt, person), wert in zip(wem, werte.tolist(), strict=True):
                    yield (haushalt, person, name, wert, *ende)
                self.tatsachen += len(stellen)

        spalten = ("haushalt", "person", "merkmal", "wert", "gilt_ab", "erfasst_am", "erfasst_von", "nachweis")
        fuege_an(Tatsache, spalten, zeilen())

    # ------------------------------------------------------------------ Bescheide
    def _bescheide(self, block: Faelle, haushalt_pk: np.ndarray[Any, Any], leute: list[Zeile]) -> None:
        je_fall = block.teile.sort("haushalt", "leistung", "monat").partition_by("haushalt", "leistung", as_dict=True)
        erster = self._nimm(Bescheid, len(je_fall))
        monate = sorted(block.teile["monat"].unique())
        bescheide, ansprueche = [], []
        leer, zaehler = packe([]), dict[int, int]()
        for pk, ((stelle, leistung), teile) in enumerate(je_fall.items(), start=erster):
            haushalt = int(haushalt_pk[stelle])
            zaehler[haushalt] = zaehler.get(haushalt, 0) + 1
            nummer = f"{AKTENZEICHEN.format(haushalt)}-{zaehler[haushalt]:03d}"
            inhalt = self._inhalt(str(leistung), haushalt, teile, monate, leute)
            kopf = (
                pk,
                haushalt,
                leistung,
                Bescheidart.BEWILLIGUNG.value,
                False,
                "",
                monate[0],
                monate[-1],
                self.zeitpunkt,
            )
            bescheide.append((*kopf, inhalt, leer, self.benutzer, nummer, monate[-1], self.zeitpunkt))
            ansprueche += [
                (
                    pk,
                    z["monat"],
                    leute[z["person"]][0],
                    z["bestandteil"],
                    z["kostentraeger"],
                    z["wohnform"],
                    z["grund"],
                    z["cent"],
                )
                for z in teile.iter_rows(named=True)
            ]
        _schreibe_bescheide(bescheide)
        spalten = ("bescheid", "monat", "person", "bestandteil", "kostentraeger", "wohnform", "grund", "cent")
        fuege_an(Zahlanspruch, spalten, ansprueche)
        self.faelle += len(bescheide)
        self.zahlansprueche += len(ansprueche)

    def _inhalt(
        self, leistung: str, haushalt: int, teile: pl.DataFrame, monate: list[date], leute: list[Zeile]
    ) -> dict[str, Any]:
        steckbrief = steckbriefe()[leistung]
        personen = {f"p{leute[p][0]}": leute[p] for p in teile["person"].unique(maintain_order=True)}
        je_monat: dict[date, list[dict[str, Any]]] = {monat: [] for monat in monate}
        for z in teile.iter_rows(named=True):
            teil = {n: z[n] for n in ("bestandteil", "kostentraeger", "cent", "wohnform", "grund")}
            je_monat[z["monat"]].append({"person": f"p{leute[z['person']][0]}", **teil})
        erste = next(iter(personen.values()))
        return {
            "schema": SCHEMA,
            "leistung": leistung,
            "titel": steckbrief.titel_am(monatsschluessel(monate[0])),
            "rechtsgrundlage": steckbrief.rechtsgrundlage,
            "aktenzeichen": AKTENZEICHEN.format(haushalt),
            "empfaenger": {"name": f"{erste[1]} {erste[2]}", "strasse": "", "plz": namen.PLZ, "ort": namen.ORT},
            "personen": {
                k: {"id": pk, "name": f"{vor} {nach}", "geburtsdatum": tag.isoformat()}
                for k, (pk, vor, nach, tag) in personen.items()
            },
            "monate": [
                {"monat": monatsschluessel(m), "cent": sum(t["cent"] for t in t_), "teile": t_}
                for m, t_ in je_monat.items()
            ],
            "ablehnungsgruende": [],
            "erzeugt": True,
        }


def _schreibe_bescheide(zeilen: list[Zeile]) -> None:
    spalten = ("id", "haushalt", "leistung", "art", "vorlaeufig", "norm", "beginn", "ende", "gewusst_am")
    fuege_an(Bescheid, (*spalten, "inhalt", "rechenweg", "created_by", "nummer", "rechtsstand", "erlassen_am"), zeilen)


def _gekuerzt(block: Faelle, hoechstens: int) -> Faelle:
    """So viele Haushalte vom Anfang, dass es nicht mehr Fälle werden."""
    if block.anzahl <= hoechstens:
        return block
    je_haushalt = block.teile.group_by("haushalt").agg(pl.col("leistung").n_unique()).sort("haushalt")
    bis = je_haushalt.filter(pl.col("leistung").cum_sum() <= max(hoechstens, 1))["haushalt"].max()
    behalten = block.bestand.haushalte <= (0 if bis is None else bis)
    return Faelle(
        block.bestand.auswahl(behalten), block.teile.filter(pl.col("haushalt") <= (0 if bis is None else bis))
    )
