"""Ansprüche gegen andere: Anzeige in der Frist, Überleitung mit Ermessen, Betrag bis zu den Aufwendungen."""

from datetime import date

import pytest
from tests.akte.bausteine import GRUNDSICHERUNG, JANUAR
from tests.akte.vorgaenge.bausteine import HEUTE, nach

from sozialamt.akte.fehler import AngabenFehler, ZustandFehler
from sozialamt.akte.models import Frist, Traegeranspruch
from sozialamt.akte.vorgaenge.anspruch_beziffern import anspruch_beziffern
from sozialamt.akte.vorgaenge.anspruch_gegen_anderen_anlegen import Anspruch, anspruch_gegen_anderen_anlegen
from sozialamt.akte.vorgaenge.anspruch_ueberleiten import anspruch_ueberleiten
from sozialamt.akte.vorgaenge.erstattung_anmelden import erstattung_anmelden

MAERZ = date(2026, 3, 1)


@pytest.fixture
def anlegen(sachbearbeitung, haushalt, rentnerin):
    def anlegen(**angaben):
        vorgabe = {
            "grundlage": "104",
            "gegner": "Rentenversicherung Musterland",
            "anschrift": "Rentenweg 1, 12345 Musterstadt",
            "anspruch_auf": "Altersrente",
            "von": JANUAR,
            "bis": MAERZ,
        }
        return anspruch_gegen_anderen_anlegen(
            benutzer=sachbearbeitung,
            haushalt=haushalt,
            person=rentnerin,
            leistung=GRUNDSICHERUNG,
            anspruch=Anspruch(**vorgabe | angaben),
            zeitpunkt=HEUTE,
        )

    return anlegen


def test_die_frist_endet_zwoelf_monate_nach_dem_letzten_monat(anlegen):
    anspruch = anlegen()
    assert anspruch.spaetestens == date(2027, 3, 31)
    assert Frist.objects.get(vorgang=anspruch.vorgang).norm == "§ 111 SGB X"
    assert list(Traegeranspruch.objects.bald_ausgeschlossen(date(2027, 3, 31))) == [anspruch]
    assert not Traegeranspruch.objects.bald_ausgeschlossen(date(2027, 3, 30)).exists()
    assert anlegen(entscheidung_bekannt_am=date(2026, 8, 4)).spaetestens == date(2027, 8, 4)


def test_die_anzeige_wahrt_die_frist_und_nimmt_den_anspruch_von_der_liste(anlegen, sachbearbeitung):
    anspruch = anlegen()
    schreiben = erstattung_anmelden(benutzer=sachbearbeitung, anspruch=anspruch, zeitpunkt=nach(1))
    assert "Frist des § 111 SGB X" in " ".join(schreiben.inhalt["absaetze"])
    assert "(§ 104 SGB X)" in " ".join(schreiben.inhalt["absaetze"])
    assert anspruch.vorgang.zustand == "angemeldet"
    assert not Traegeranspruch.objects.offen().exists()
    assert not Frist.objects.offen().filter(vorgang=anspruch.vorgang).exists()


def test_nach_der_ausschlussfrist_gibt_es_keine_anzeige(anlegen, sachbearbeitung):
    anspruch = anlegen(von=date(2025, 1, 1), bis=date(2025, 4, 1))
    with pytest.raises(ZustandFehler, match=r"endete am 30\.04\.2026 \(§ 111 SGB X\)"):
        erstattung_anmelden(benutzer=sachbearbeitung, anspruch=anspruch, zeitpunkt=HEUTE)
    assert anspruch.vorgang.zustand == "offen"


def test_gegen_dritte_wird_uebergeleitet_und_das_ermessen_begruendet(anlegen, sachbearbeitung):
    anspruch = anlegen(grundlage="93", gegner="Petra Schenk", anspruch_auf="Rückgabe einer Schenkung (§ 528 BGB)")
    assert anspruch.spaetestens is None
    with pytest.raises(ZustandFehler, match="werden übergeleitet"):
        erstattung_anmelden(benutzer=sachbearbeitung, anspruch=anspruch, zeitpunkt=HEUTE)
    with pytest.raises(AngabenFehler, match="Ermessen"):
        anspruch_ueberleiten(benutzer=sachbearbeitung, anspruch=anspruch, ermessen=" ", zeitpunkt=HEUTE)
    schreiben = anspruch_ueberleiten(
        benutzer=sachbearbeitung, anspruch=anspruch, ermessen="Keine Härte erkennbar.", zeitpunkt=HEUTE
    )
    assert "Keine Härte erkennbar." in " ".join(schreiben.inhalt["absaetze"])
    with pytest.raises(ZustandFehler, match="keine Überleitung"):
        anspruch_ueberleiten(benutzer=sachbearbeitung, anspruch=anlegen(), ermessen="x", zeitpunkt=HEUTE)


def test_beziffert_wird_hoechstens_was_zugesprochen_ist(anlegen, sachbearbeitung):
    anspruch = anlegen()
    erstattung_anmelden(benutzer=sachbearbeitung, anspruch=anspruch, zeitpunkt=HEUTE)
    with pytest.raises(AngabenFehler, match="Aufwendungen von 0,00"):
        anspruch_beziffern(benutzer=sachbearbeitung, anspruch=anspruch, cent=1, zeitpunkt=HEUTE)


def test_ein_unvollstaendiger_anspruch_nennt_jeden_mangel(anlegen):
    with pytest.raises(AngabenFehler) as fehler:
        anlegen(grundlage="999", gegner=" ", von=MAERZ, bis=JANUAR)
    assert [m.feld for m in fehler.value.maengel] == ["Gegen wen", "Grundlage", "bis Monat"]
    assert not Traegeranspruch.objects.exists()
