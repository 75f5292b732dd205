"""Keine Seite stellt mehr Abfragen, wenn mehr Daten da sind: jede Adresse mit einfachem und mit dreifachem Bestand.

Die Adressen kommen aus der URL-Konfiguration. Mehr wird, was in der Akte steht, und was daneben liegt: Haushalte,
Personen, Tatsachen, Bescheide, Verfahren, Fristen, Vermerke, Dokumente, Konten und Einheiten.
"""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.akte.bausteine import (
    ANFANG,
    GRUNDSICHERUNG,
    JANUAR,
    MAI,
    benutzer_mit,
    eintragen,
    neue_person,
    zweite_person,
)
from tests.akte.bausteine_schutz import benutzer_in, einheit
from tests.web.adressen import argumente, beispielwerte, muster
from tests.web.conftest import angemeldet

from sozialamt.akte.models import Benutzer, Haushalt
from sozialamt.akte.rechte import ROLLEN
from sozialamt.akte.vorgaenge.antrag_aufnehmen import antrag_aufnehmen
from sozialamt.akte.vorgaenge.bescheid_entwerfen import bescheid_entwerfen
from sozialamt.akte.vorgaenge.dokument_ablegen import dokument_ablegen
from sozialamt.akte.vorgaenge.frist_setzen import frist_setzen
from sozialamt.akte.vorgaenge.haushalt_anlegen import haushalt_anlegen
from sozialamt.akte.vorgaenge.tatsachen_eintragen import Angabe
from sozialamt.akte.vorgaenge.vermerk_schreiben import vermerk_schreiben

JUNI = date(2026, 6, 1)
LEISTUNGEN = ("bildung_und_teilhabe", "hilfe_zur_pflege", "wohngeld")


def vermehre(nummer: int, benutzer: Benutzer, akte: Haushalt) -> None:
    """Ein weiterer Haushalt und von allem, was in einer Akte stehen kann, eines mehr."""
    kind = neue_person(benutzer, akte, f"Kind{nummer} Müller", date(2015, 1, 1 + nummer))
    eintragen(benutzer, akte, *(Angabe("kindergeld", 100 + i, m, person=kind) for i, m in enumerate((JANUAR, MAI))))
    neuer = haushalt_anlegen(benutzer=benutzer, strasse=f"Weg {nummer}", plz="12345", ort="Musterstadt")
    neue_person(benutzer, neuer, f"Jo Nachbar{nummer}", date(1960, 1, 1 + nummer))
    wer = {"benutzer": benutzer, "zeitpunkt": ANFANG}
    for haushalt in (akte, neuer):
        antrag_aufnehmen(haushalt=haushalt, leistung=LEISTUNGEN[nummer], eingang=date(2026, 1, 9), **wer)
        frist_setzen(haushalt=haushalt, titel="Nachsehen", faellig=ANFANG.date() + timedelta(days=nummer), **wer)
        vermerk_schreiben(haushalt=haushalt, art="telefon", am=date(2026, 1, 9), text="Gesprochen.", **wer)
        dokument_ablegen(haushalt=haushalt, titel=f"Brief {nummer}", inhalt=f"%PDF-1.7 {nummer}".encode(), **wer)
    bescheid_entwerfen(benutzer=benutzer, haushalt=akte, leistung=GRUNDSICHERUNG, beginn=JUNI, ende=JUNI)
    benutzer_in(f"kollege{nummer}", "sachbearbeitung", einheit(f"Team {nummer}"))


@pytest.fixture
def seiten(sachbearbeitung, rentnerin) -> list[tuple[str, str, Benutzer]]:
    """Name, Pfad und jemand, der die Seite sehen darf."""
    werte = beispielwerte(sachbearbeitung, rentnerin)
    konten = {"sachbearbeitung": sachbearbeitung, "teamleitung": zweite_person()}

    def wer(recht: str) -> Benutzer:
        rolle = next(r for r, (_, rechte) in ROLLEN.items() if not recht or recht in rechte)
        return konten.setdefault(rolle, konten.get(rolle) or benutzer_mit(rolle))

    return [
        (eines.name, reverse(eines.name, kwargs=argumente(eines, werte)), wer(eines.callback.rechtsangabe.recht))
        for eines in muster()
        if not eines.callback.rechtsangabe.ohne_anmeldung
    ]


def abfragen(seiten: list[tuple[str, str, Benutzer]]) -> Iterator[tuple[str, int]]:
    for name, pfad, benutzer in seiten:
        client = angemeldet(benutzer)
        with CaptureQueriesContext(connection) as gestellt:
            antwort = client.get(pfad)
        if antwort.status_code == 200 and antwort["Content-Type"].startswith("text/html"):
            yield name, len(gestellt)


def test_dreifacher_bestand_stellt_nicht_mehr_abfragen(seiten, sachbearbeitung, haushalt):
    vermehre(0, sachbearbeitung, haushalt)
    dict(abfragen(seiten))
    einfach = dict(abfragen(seiten))
    for nummer in (1, 2):
        vermehre(nummer, sachbearbeitung, haushalt)
    dreifach = dict(abfragen(seiten))
    assert len(einfach) > 40
    assert {n: (einfach[n], z) for n, z in dreifach.items() if z > einfach.get(n, 0)} == {}
