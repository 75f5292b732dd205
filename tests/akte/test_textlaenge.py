"""Zu lange Texte werden auf jeder Datenbank mit Grund abgelehnt."""

from datetime import date

import pytest

from sozialamt.akte.eingabe import lies_tag
from sozialamt.akte.fehler import AngabenFehler
from sozialamt.akte.models import Person
from sozialamt.akte.textlaenge import zu_lang
from sozialamt.akte.vorgaenge.person_anlegen import person_anlegen


def test_ein_zu_langer_text_nennt_feld_laenge_und_grenze():
    (mangel,) = zu_lang(Person, vorname="x" * 121, nachname="y" * 120)
    assert (mangel.feld, mangel.grund, mangel.abhilfe) == ("Vorname", "hat 121 Zeichen", "Höchstens 120 Zeichen.")
    assert len(mangel.wert) < 50


def test_eine_person_mit_zu_langem_namen_entsteht_nicht(sachbearbeitung):
    with pytest.raises(AngabenFehler, match="Höchstens 120"):
        person_anlegen(benutzer=sachbearbeitung, vorname="x" * 300, nachname="Test", geburtsdatum=date(1950, 1, 1))
    assert not Person.objects.exists()


@pytest.mark.parametrize("text", ["01.01.0001", "31.12.9999", "1899-12-31", "31.02.2026", "", "20260101x"])
def test_kein_tag_ausserhalb_des_kalenders_oder_der_lebenszeit(text):
    with pytest.raises(AngabenFehler):
        lies_tag(text, "Tag")


@pytest.mark.parametrize("text", ["01.01.1900", "2100-12-31", " 29.02.2024 "])
def test_ein_tag_wird_in_beiden_schreibweisen_gelesen(text):
    assert lies_tag(text, "Tag").year in (1900, 2024, 2100)
