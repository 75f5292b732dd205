"""Eigene Kennzahlen: geprüft, nummeriert, im Profil."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.vergleich.bausteine import AM, liefere, nutzer_fuer, stadt

from sozialamt.akte.fehler import AngabenFehler, RechtFehlt
from sozialamt.akte.models import Benutzer
from sozialamt.vergleich.models import Kennzahlformel
from sozialamt.vergleich.pool import lesen
from sozialamt.vergleich.pool.sicht import Sicht
from sozialamt.vergleich.vorgaenge.formel_anlegen import Formelangaben, formel_anlegen

BG = Formelangaben(
    "personen_je_bg", "Personen je Bedarfsgemeinschaft", "Personen", "(elb + nef) / bedarfsgemeinschaften", 2
)


@pytest.fixture
def lieferin(grundbestand: None) -> Benutzer:
    return nutzer_fuer(stadt("essen"), "controlling")


def test_eine_eigene_kennzahl_steht_im_profil(lieferin: Benutzer) -> None:
    assert formel_anlegen(benutzer=lieferin, angaben=BG, zeitpunkt=AM).nummer == "E-001"
    liefere(stadt("essen"), 2023, {"elb": 60000, "nef": 25000, "bedarfsgemeinschaften": 43067})
    (eigene,) = lesen.profil(Sicht.von(lieferin), "essen", 2023).eigene
    assert eigene.messwert.wert == Decimal("1.97")
    assert eigene.stellung.n == 1


@pytest.mark.parametrize(
    "anders",
    [
        {"formel": "elb * nef"},
        {"formel": "__import__('os')"},
        {"formel": ""},
        {"schluessel": "Nicht Gut"},
        {"schluessel": "dichte_rlb"},
        {"titel": " "},
        {"einheit": ""},
        {"stellen": 9},
        {"polaritaet": "gut"},
    ],
)
def test_unbrauchbares_wird_mit_grund_abgewiesen(lieferin: Benutzer, anders: dict[str, object]) -> None:
    with pytest.raises(AngabenFehler):
        formel_anlegen(benutzer=lieferin, angaben=replace(BG, **anders), zeitpunkt=AM)
    assert not Kennzahlformel.objects.exists()


def test_ein_schluessel_gilt_einmal(lieferin: Benutzer) -> None:
    formel_anlegen(benutzer=lieferin, angaben=BG, zeitpunkt=AM)
    with pytest.raises(AngabenFehler, match="gibt es schon"):
        formel_anlegen(benutzer=lieferin, angaben=BG, zeitpunkt=AM)


def test_ohne_recht_keine_kennzahl(grundbestand: None) -> None:
    with pytest.raises(RechtFehlt):
        formel_anlegen(benutzer=nutzer_fuer(stadt("essen"), "revision"), angaben=BG, zeitpunkt=AM)
