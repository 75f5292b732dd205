"""Schreibt Fälle der erzeugten Stadt in die Tabellen der Akte, viele Zeilen auf einmal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from random import Random
from typing import Any, NamedTuple

import numpy as np
import polars as pl
from django.db.models import Model

from sozialamt.akte.bescheidart import Bescheidart
from sozialamt.akte.bescheidinhalt import SCHEMA
from sozialamt.akte.massenablage import fuege_an, fuege_tabelle_an, naechster_schluessel, zaehle_weiter
from sozialamt.akte.models import (
    Bescheid,
    Haushalt,
    Mitgliedschaft,
    Person,
    Suchwort,
    Tatsache,
    Zahlanspruch,
    Zustaendigkeit,
)
from sozialamt.akte.models.person import haushaltsworte, namensklang, personenworte
from sozialamt.akte.monat import monatsschluessel
from sozialamt.akte.spurspeicher import packe
from sozialamt.akte.suchwoerter import falte
from sozialamt.akte.vorgaenge.haushalt_anlegen import AKTENZEICHEN
from sozialamt.demo import namen
from sozialamt.demo.stadt_amt import Amt
from sozialamt.demo.stadt_faelle import Faelle
from sozialamt.demo.stadt_kasse import Kassenbuch
from sozialamt.leistungen import regelwerk, steckbriefe
from sozialamt.rechenkern import Merkmalsart
from sozialamt.rechenkern.levels import HAUSHALT

ERWACHSEN_BIS = 2008
VOR_DEM_ERLASS = timedelta(days=3)
"""So lange vor dem Bescheid sind die Angaben eingetragen."""
RECHENZEIT = timedelta(hours=1)
AKTENTABELLEN = (Haushalt, Person, Suchwort, Zustaendigkeit, Mitgliedschaft, Tatsache, Bescheid, Zahlanspruch)
"""Wohin diese Datei schreibt."""
Feld = np.ndarray[Any, Any]


class Mensch(NamedTuple):
    """Eine erfundene Person."""

    pk: int
    vorname: str
    nachname: str
    geburtsdatum: date

    @property
    def name(self) -> str:
        return f"{self.vorname} {self.nachname}"


class Akte(NamedTuple):
    """Ein erfundener Haushalt und wer ihn wann beschieden hat."""

    pk: int
    einheit: int
    benutzer: int
    erlassen: datetime

    @property
    def aktenzeichen(self) -> str:
        return AKTENZEICHEN.format(self.pk)


class Ablage:
    """Legt Blöcke von Fällen ab und zählt mit. Schlüssel der Zeilen vergibt sie selbst, fortlaufend."""

    def __init__(self, amt: Amt, zeitraum: list[date], kasse: Kassenbuch) -> None:
        self.amt, self.zeitraum, self.kasse = amt, zeitraum, kasse
        self.haushalte = self.personen = self.tatsachen = self.faelle = self.zahlansprueche = 0
        self._frei = {modell: naechster_schluessel(modell) for modell in (Haushalt, Person, Bescheid)}
        self._wuerfel = Random(self._frei[Haushalt])  # noqa: S311 - invented people, not secrets

    def lege_ab(self, block: Faelle, hoechstens: int) -> None:
        """Schreibt höchstens so viele Fälle des Blocks mit allem, was daraus zu zahlen ist."""
        block = _gekuerzt(block, hoechstens)
        akten = self._akten(block)
        leute = self._leute(block)
        self._haushalte(akten)
        self._personen(leute)
        self._mitglieder(block, akten, leute)
        self._tatsachen(block, akten, leute)
        ansprueche = self._bescheide(block, akten, leute)
        erste = [leute[i].name for i in block.bestand.grenzen[:-1].tolist()]
        inhaber = pl.DataFrame(
            {
                "haushalt": [a.pk for a in akten],
                "inhaber": erste,
                "aktenzeichen": [a.aktenzeichen for a in akten],
                "beginn": [self.zeitraum[b] for b in block.beginn.tolist()],
            }
        )
        self.kasse.buche(ansprueche, inhaber)

    def schliesse_ab(self) -> None:
        """Die Datenbank zählt hinter den vergebenen Schlüsseln weiter."""
        zaehle_weiter([Haushalt, Person, Bescheid])

    def _nimm(self, modell: type[Model], anzahl: int) -> int:
        erster = self._frei[modell]
        self._frei[modell] = erster + anzahl
        return erster

    # ------------------------------------------------------------------ Menschen
    def _akten(self, block: Faelle) -> list[Akte]:
        """Beschieden am Zehnten des Monats vor dem ersten bewilligten."""
        erster = self._nimm(Haushalt, len(block.beginn))
        erlassen = [_erlasstag(monat) for monat in self.zeitraum]
        plaetze = self.amt.plaetze
        akten = []
        for pk, beginn in enumerate(block.beginn.tolist(), start=erster):
            platz = plaetze[pk % len(plaetze)]
            akten.append(Akte(pk, platz.einheit, platz.benutzer, erlassen[beginn] + timedelta(minutes=pk % 360)))
        return akten

    def _haushalte(self, akten: Sequence[Akte]) -> None:
        wahl, zahl = self._wuerfel.choice, self._wuerfel.randint
        zeilen = [
            (
                akte.pk,
                akte.aktenzeichen,
                f"{wahl(namen.STRASSEN)} {zahl(1, 140)}",
                namen.PLZ,
                namen.ORT,
                True,
                akte.erlassen - VOR_DEM_ERLASS,
            )
            for akte in akten
        ]
        fuege_an(Haushalt, ("id", "aktenzeichen", "strasse", "plz", "ort", "erzeugt", "created_at"), zeilen)
        worte = ((art, wort, z[0]) for z in zeilen for art, wort in haushaltsworte(z[1], f"{z[2]}, {z[3]} {z[4]}"))
        fuege_an(Suchwort, ("art", "wort", "haushalt"), worte)
        ab = self.zeitraum[0]
        fuege_an(
            Zustaendigkeit,
            ("haushalt", "einheit", "sachbearbeiter", "von", "erfasst_am", "erfasst_von"),
            ((a.pk, a.einheit, a.benutzer, ab, a.erlassen - VOR_DEM_ERLASS, a.benutzer) for a in akten),
        )
        self.haushalte += len(zeilen)

    def _leute(self, block: Faelle) -> list[Mensch]:
        """Alle eines Haushalts heißen gleich."""
        _, geboren = block.bestand.angaben["geburtsdatum"]
        erster = self._nimm(Person, len(geboren))
        wahl = self._wuerfel.choice
        nachnamen = [wahl(namen.NACHNAMEN) for _ in block.bestand.haushalte]
        leute = []
        je_person = zip(block.bestand.haushalt_der_person.tolist(), geboren.tolist(), strict=True)
        for pk, (haushalt, tag) in enumerate(je_person, start=erster):
            geburtsdatum = date(tag // 10_000, tag // 100 % 100, tag % 100)
            erwachsen = geburtsdatum.year < ERWACHSEN_BIS
            vorname = wahl((namen.VORNAMEN_FRAUEN + namen.VORNAMEN_MAENNER) if erwachsen else namen.VORNAMEN_KINDER)
            leute.append(Mensch(pk, vorname, nachnamen[haushalt], geburtsdatum))
        return leute

    def _personen(self, leute: Sequence[Mensch]) -> None:
        gefaltet = {(m.vorname, m.nachname): "" for m in leute}
        klaenge = {name: namensklang(*name) for name in gefaltet}
        gefaltet = {(vor, nach): falte(f"{nach} {vor}") for vor, nach in gefaltet}
        angelegt = _erlasstag(self.zeitraum[0]) - VOR_DEM_ERLASS
        fuege_an(
            Person,
            ("id", "vorname", "nachname", "geburtsdatum", "name_gefaltet", "name_klang", "erzeugt", "created_at"),
            ((*m, gefaltet[m[1:3]], klaenge[m[1:3]], True, angelegt) for m in leute),
        )
        worte = ((art, wort, m.pk) for m in leute for art, wort in personenworte(*m[1:]))
        fuege_an(Suchwort, ("art", "wort", "person"), worte)
        self.personen += len(leute)

    def _mitglieder(self, block: Faelle, akten: Sequence[Akte], leute: Sequence[Mensch]) -> None:
        je_person = block.bestand.haushalt_der_person
        reihenfolge = np.arange(len(je_person)) - block.bestand.grenzen[:-1][je_person]
        tabelle = _eintraege(akten, je_person).with_columns(
            haushalt=pl.Series([a.pk for a in akten]).gather(je_person),
            person=pl.Series([m.pk for m in leute]),
            von=pl.lit(self.zeitraum[0]),
            reihenfolge=pl.Series(reihenfolge),
        )
        fuege_tabelle_an(Mitgliedschaft, tabelle)

    def _tatsachen(self, block: Faelle, akten: Sequence[Akte], leute: Sequence[Mensch]) -> None:
        merkmale, bestand = regelwerk().merkmale, block.bestand
        haushalt_pk, person_pk = np.array([a.pk for a in akten]), np.array([m.pk for m in leute])
        teile = []
        for name, (stellen, werte) in bestand.angaben.items():
            haushalt = stellen
            if des_haushalts := merkmale[name].ebene == HAUSHALT:
                wem = {"haushalt": haushalt_pk[stellen]}
            else:
                haushalt, wem = bestand.haushalt_der_person[stellen], {"person": person_pk[stellen]}
            if merkmale[name].art is Merkmalsart.VERWEIS and not des_haushalts:
                werte = person_pk[bestand.grenzen[:-1][haushalt] + werte]
            felder = wem | {"merkmal": [name] * len(stellen), "wert": werte}
            teile.append(_eintraege(akten, haushalt).with_columns(**{n: pl.Series(w) for n, w in felder.items()}))
        tabelle = pl.concat(teile, how="diagonal").with_columns(gilt_ab=pl.lit(self.zeitraum[0]))
        tabelle = pl.concat([_fruehere_miete(tabelle, self.zeitraum[0]), tabelle]).with_columns(
            nachweis=pl.lit("erzeugt")
        )
        fuege_tabelle_an(Tatsache, tabelle)
        self.tatsachen += len(tabelle)

    # ------------------------------------------------------------------ Bescheide
    def _bescheide(self, block: Faelle, akten: Sequence[Akte], leute: Sequence[Mensch]) -> pl.DataFrame:
        """Je Haushalt und Leistung ein Bescheid; gibt die Zahlansprüche mit Schlüsseln zurück."""
        teile = block.teile.sort("haushalt", "leistung", "monat", "person", "bestandteil")
        faelle = teile.select("haushalt", "leistung").unique(maintain_order=True)
        erster = self._nimm(Bescheid, len(faelle))
        faelle = faelle.with_columns(bescheid=pl.int_range(erster, erster + len(faelle), dtype=pl.Int64))
        self._schreibe_bescheide(teile, faelle, block, akten, leute)
        ansprueche = teile.join(faelle, on=["haushalt", "leistung"], maintain_order="left").with_columns(
            haushalt=pl.Series([a.pk for a in akten]).gather(teile["haushalt"]),
            person=pl.Series([m.pk for m in leute]).gather(teile["person"]),
        )
        fuege_tabelle_an(Zahlanspruch, ansprueche.drop("haushalt", "leistung"))
        self.faelle += len(faelle)
        self.zahlansprueche += len(ansprueche)
        return ansprueche

    def _schreibe_bescheide(
        self, teile: pl.DataFrame, faelle: pl.DataFrame, block: Faelle, akten: Sequence[Akte], leute: Sequence[Mensch]
    ) -> None:
        ende, leer = self.zeitraum[-1], packe([])
        je_fall = groupby(teile.iter_rows(named=True), key=lambda z: (z["haushalt"], z["leistung"]))
        zaehler: dict[int, int] = {}

        def zeilen() -> Iterator[tuple[Any, ...]]:
            for pk, ((stelle, leistung), teile_des_falls) in zip(faelle["bescheid"], je_fall, strict=True):
                akte, monate = akten[stelle], self.zeitraum[block.beginn[stelle] :]
                zaehler[stelle] = zaehler.get(stelle, 0) + 1
                inhalt = _inhalt(leistung, akte, list(teile_des_falls), monate, leute)
                yield (
                    pk,
                    akte.pk,
                    leistung,
                    Bescheidart.BEWILLIGUNG.value,
                    False,
                    "",
                    monate[0],
                    ende,
                    akte.erlassen - RECHENZEIT,
                    inhalt,
                    leer,
                    akte.benutzer,
                    f"{akte.aktenzeichen}-{zaehler[stelle]:03d}",
                    ende,
                    akte.erlassen,
                )

        kopf = ("id", "haushalt", "leistung", "art", "vorlaeufig", "norm", "beginn", "ende", "gewusst_am")
        rest = ("inhalt", "rechenweg", "created_by", "nummer", "rechtsstand", "erlassen_am")
        fuege_an(Bescheid, (*kopf, *rest), zeilen())


def _inhalt(
    leistung: str, akte: Akte, teile: list[dict[str, Any]], monate: list[date], leute: Sequence[Mensch]
) -> dict[str, Any]:
    steckbrief = steckbriefe()[leistung]
    personen = {f"p{leute[z['person']].pk}": leute[z["person"]] for z in teile}
    je_monat: dict[date, list[Mapping[str, Any]]] = {monat: [] for monat in monate}
    for z in teile:
        teil = {n: z[n] for n in ("bestandteil", "kostentraeger", "cent", "wohnform", "grund")}
        je_monat[z["monat"]].append({"person": f"p{leute[z['person']].pk}", **teil})
    erste = next(iter(personen.values()))
    return {
        "schema": SCHEMA,
        "leistung": leistung,
        "titel": steckbrief.titel_am(monatsschluessel(monate[0])),
        "rechtsgrundlage": steckbrief.rechtsgrundlage,
        "aktenzeichen": akte.aktenzeichen,
        "empfaenger": {"name": erste.name, "strasse": "", "plz": namen.PLZ, "ort": namen.ORT},
        "personen": {
            k: {"id": m.pk, "name": m.name, "geburtsdatum": m.geburtsdatum.isoformat()} for k, m in personen.items()
        },
        "monate": [
            {"monat": monatsschluessel(m), "cent": sum(t["cent"] for t in t_), "teile": t_}
            for m, t_ in je_monat.items()
        ],
        "ablehnungsgruende": [],
        "erzeugt": True,
    }


def _erlasstag(monat: date) -> datetime:
    vormonat = monat - timedelta(days=1)
    return datetime(vormonat.year, vormonat.month, 10, 7, tzinfo=UTC)


def _eintraege(akten: Sequence[Akte], haushalt: Feld) -> pl.DataFrame:
    """Wer wann eingetragen hat, je Zeile nach der Stelle ihres Haushalts."""
    erfasst = pl.Series([a.erlassen - VOR_DEM_ERLASS for a in akten], dtype=pl.Datetime("us", "UTC"))
    benutzer = pl.Series([a.benutzer for a in akten])
    return pl.DataFrame({"erfasst_am": erfasst.gather(haushalt), "erfasst_von": benutzer.gather(haushalt)})


def _fruehere_miete(tatsachen: pl.DataFrame, beginn: date) -> pl.DataFrame:
    """Jeder zweite Haushalt zahlte im Jahr davor weniger Miete; so hat die Zeitleiste eine Geschichte."""
    mieten = tatsachen.filter(pl.col("merkmal") == "miete_bruttokalt", pl.col("haushalt") % 2 == 0)
    return mieten.with_columns(
        wert=pl.col("wert") * 97 // 100,
        gilt_ab=pl.lit(beginn.replace(year=beginn.year - 1)),
        erfasst_am=pl.col("erfasst_am") - timedelta(days=1),
    )


def _gekuerzt(block: Faelle, hoechstens: int) -> Faelle:
    """So viele Haushalte vom Anfang, dass es nicht mehr Fälle werden; wenigstens einer."""
    if block.anzahl <= hoechstens:
        return block
    je_haushalt = block.teile.group_by("haushalt").agg(pl.col("leistung").n_unique()).sort("haushalt")
    bis = je_haushalt.filter(pl.col("leistung").cum_sum() <= max(hoechstens, 1))["haushalt"].max()
    return block.auswahl(block.bestand.haushalte <= (0 if bis is None else bis))
