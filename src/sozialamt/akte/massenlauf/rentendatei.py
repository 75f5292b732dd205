"""Rentendatei: neue Renten aus einer CSV-Datei, geprüft gegen die Akte, Zeile für Zeile.

Spalten (Semikolon, UTF-8): aktenzeichen;vorname;nachname;geburtsdatum;rente;nachweis – Geburtsdatum tt.mm.jjjj, Rente
als Bruttobetrag je Monat in Euro mit Komma. Ist eine Zeile falsch, wird keine übernommen.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sozialamt.akte.eingabe import lies_wert
from sozialamt.akte.fehler import AngabenFehler, Mangel
from sozialamt.akte.models import Mitgliedschaft
from sozialamt.akte.suchwoerter import falte
from sozialamt.leistungen import regelwerk

RENTE = "rente_gesetzlich"
SPALTEN = ("aktenzeichen", "vorname", "nachname", "geburtsdatum", "rente", "nachweis")
HOECHSTENS_MAENGEL = 20
GROESSTE_DATEI = 200 * 1024 * 1024
AM_STUECK = 500

Wer = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class Rentenangabe:
    """Neue Bruttorente einer Person in Cent je Monat."""

    haushalt: int
    person: int
    cent: int
    nachweis: str


@dataclass(frozen=True, slots=True)
class _Zeile:
    nummer: int
    wer: Wer
    cent: int
    nachweis: str


def lies_rentendatei(datei: Path) -> list[Rentenangabe]:
    """Alle Zeilen oder keine. Raises AngabenFehler mit Zeile, Wert, Grund und Abhilfe."""
    if datei.stat().st_size > GROESSTE_DATEI:
        raise AngabenFehler([Mangel(datei.name, "–", "ist größer als 200 MB", "Teilen Sie die Datei.")])
    maengel: list[Mangel] = []
    zeilen = list(_zeilen(datei, maengel))
    renten = list(_zugeordnet(zeilen, maengel)) if not maengel else []
    if maengel:
        raise AngabenFehler(maengel[:HOECHSTENS_MAENGEL])
    return renten


def _zeilen(datei: Path, maengel: list[Mangel]) -> Iterator[_Zeile]:
    try:
        with datei.open(encoding="utf-8-sig", newline="") as text:
            leser = csv.DictReader(text, delimiter=";", strict=True)
            if tuple(leser.fieldnames or ()) != SPALTEN:
                abhilfe = f"Erste Zeile: {';'.join(SPALTEN)}"
                maengel.append(
                    Mangel("Zeile 1", ";".join(leser.fieldnames or ()), "Überschriften passen nicht", abhilfe)
                )
                return
            for nummer, zeile in enumerate(leser, start=2):
                if gelesen := _zeile(nummer, zeile, maengel):
                    yield gelesen
    except UnicodeDecodeError:
        maengel.append(Mangel(datei.name, "–", "ist kein UTF-8", "Speichern Sie die Datei als UTF-8."))
    except csv.Error as fehler:
        maengel.append(Mangel(datei.name, str(fehler), "ist keine lesbare CSV-Datei", "Prüfen Sie die Datei."))


def _zeile(nummer: int, zeile: Mapping[str, str | None], maengel: list[Mangel]) -> _Zeile | None:
    if None in zeile or None in zeile.values():
        maengel.append(Mangel(f"Zeile {nummer}", "–", "hat nicht sechs Spalten", "Prüfen Sie die Trennzeichen."))
        return None
    merkmale = regelwerk().merkmale
    text = {name: str(wert).strip() for name, wert in zeile.items()}
    geburtsdatum = lies_wert(merkmale["geburtsdatum"], text["geburtsdatum"])
    cent = lies_wert(merkmale[RENTE], text["rente"])
    for wert in (geburtsdatum, cent):
        if isinstance(wert, Mangel):
            maengel.append(Mangel(f"Zeile {nummer}: {wert.feld}", wert.wert, wert.grund, wert.abhilfe))
    if not isinstance(geburtsdatum, int) or not isinstance(cent, int):
        return None
    name = falte(f"{text['nachname']} {text['vorname']}")
    return _Zeile(nummer, (text["aktenzeichen"], name, geburtsdatum), cent, text["nachweis"] or "Rentendatei")


def _zugeordnet(zeilen: list[_Zeile], maengel: list[Mangel]) -> Iterator[Rentenangabe]:
    bekannt = _bekannte({z.wer[0] for z in zeilen})
    gesehen: dict[Wer, int] = {}
    for zeile in zeilen:
        wo, wer = f"Zeile {zeile.nummer}", " ".join(str(teil) for teil in zeile.wer[:2])
        if zeile.wer in gesehen:
            grund = f"steht schon in Zeile {gesehen[zeile.wer]}"
            maengel.append(Mangel(wo, wer, grund, "Löschen Sie eine der Zeilen."))
        elif zeile.wer not in bekannt:
            grund = "findet sich in dieser Akte nicht"
            maengel.append(Mangel(wo, wer, grund, "Prüfen Sie Aktenzeichen, Name und Geburtsdatum."))
        else:
            yield Rentenangabe(*bekannt[zeile.wer], zeile.cent, zeile.nachweis)
        gesehen[zeile.wer] = zeile.nummer


def _bekannte(aktenzeichen: Iterable[str]) -> dict[Wer, tuple[int, int]]:
    """Mitglieder der genannten Akten: Schlüssel von Haushalt und Person."""
    alle = sorted(aktenzeichen)
    felder = ("haushalt__aktenzeichen", "person__name_gefaltet", "person__geburtsdatum", "haushalt_id", "person_id")
    gefunden = {}
    for anfang in range(0, len(alle), AM_STUECK):
        mitglieder = Mitgliedschaft.objects.gewusst_am(None).filter(
            haushalt__aktenzeichen__in=alle[anfang : anfang + AM_STUECK]
        )
        for zeichen, name, geboren, haushalt, person in mitglieder.values_list(*felder):
            gefunden[zeichen, name, int(f"{geboren:%Y%m%d}")] = (haushalt, person)
    return gefunden
