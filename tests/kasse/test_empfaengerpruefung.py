"""Passt der Name laut Bank nicht, zahlt niemand, bis eine zweite Person entschieden hat."""

import pytest
from django.db import DatabaseError, transaction
from tests.kasse.bausteine import JULI, LEBENSUNTERHALT, bescheid, hake_ab, konto, sammle, zahlungsweg

from sozialamt.akte.fehler import AngabenFehler, RechtFehlt, ZustandFehler
from sozialamt.kasse.models import Auffaelligkeit, Empfaengerentscheidung, Empfaengerpruefung, Laufstatus, Risiko
from sozialamt.kasse.vorgaenge.empfaenger_pruefen import (
    empfaengerpruefung_entscheiden,
    empfaengerpruefung_festhalten,
)
from sozialamt.kasse.vorgaenge.zahllauf_freigeben import zahllauf_freigeben
from sozialamt.kasse.vorgaenge.zahllauf_pruefen import zahllauf_pruefen


@pytest.fixture
def weg(akte, jorg, sach, team, uhr):
    bescheid(akte, {(JULI, jorg, LEBENSUNTERHALT): 50_000}, sach, uhr.tick())
    return zahlungsweg(akte, sach, team, uhr.tick())


@pytest.fixture
def falsch(weg, kasse, uhr):
    """Die Kasse hat eingetragen, dass der Name nicht passt."""
    return empfaengerpruefung_festhalten(
        benutzer=kasse, zahlungsweg=weg, ergebnis="falsch", bekannter_name="Kurt Anders", zeitpunkt=uhr.tick()
    )


def entscheide(benutzer, pruefung, uhr, *, trotzdem=True, begruendung="Kontoauszug gesehen"):
    return empfaengerpruefung_entscheiden(
        benutzer=benutzer,
        pruefung=pruefung,
        trotzdem_zahlen=trotzdem,
        begruendung=begruendung,
        zeitpunkt=uhr.tick(),
    )


def gepruefter_lauf(kasse, team, uhr):
    lauf = sammle(kasse, uhr)
    zahllauf_pruefen(benutzer=kasse, zahllauf=lauf, zeitpunkt=uhr.tick())
    hake_ab(lauf, team, uhr)
    return lauf


def test_abhaken_allein_gibt_die_zahlung_nicht_frei_die_entscheidung_schon(falsch, kasse, team, uhr):
    lauf = gepruefter_lauf(kasse, team, uhr)
    assert Auffaelligkeit.objects.filter(risiko=Risiko.EMPFAENGERPRUEFUNG).exists()
    with pytest.raises(ZustandFehler, match="Name laut Bank nicht"):
        zahllauf_freigeben(benutzer=team, zahllauf=lauf, zeitpunkt=uhr.tick())
    entscheide(team, falsch, uhr)
    assert zahllauf_freigeben(benutzer=team, zahllauf=lauf, zeitpunkt=uhr.tick()).status == Laufstatus.FREIGEGEBEN


def test_nach_entscheidung_oder_besserer_antwort_ist_nichts_mehr_auffaellig(falsch, weg, kasse, team, uhr):
    empfaengerpruefung_festhalten(benutzer=kasse, zahlungsweg=weg, ergebnis="stimmt", zeitpunkt=uhr.tick())
    gepruefter_lauf(kasse, team, uhr)
    assert not Auffaelligkeit.objects.filter(risiko=Risiko.EMPFAENGERPRUEFUNG).exists()
    with pytest.raises(ZustandFehler, match="neuere Antwort"):
        entscheide(team, falsch, uhr)


def test_sperren_haelt_das_konto_aus_jedem_lauf(falsch, weg, kasse, team, uhr):
    entscheide(team, falsch, uhr, trotzdem=False)
    weg.refresh_from_db()
    assert weg.sperre.grund == "empfaenger"
    with pytest.raises(ZustandFehler, match="nichts zu zahlen"):
        sammle(kasse, uhr)


def test_es_entscheidet_eine_andere_person_als_die_die_prueft_oder_das_konto_erfasst(falsch, kasse, team, sach, uhr):
    with pytest.raises(ZustandFehler, match="andere Person"):
        entscheide(kasse, falsch, uhr)
    with pytest.raises(RechtFehlt):
        entscheide(sach, falsch, uhr)
    sach.rollen.create(rolle="teamleitung")
    del sach.rechte
    with pytest.raises(ZustandFehler, match="andere Person"):
        entscheide(sach, falsch, uhr)
    with pytest.raises(DatabaseError), transaction.atomic():
        Empfaengerentscheidung.objects.create(
            pruefung=falsch,
            trotzdem_zahlen=True,
            begruendung="x",
            geprueft_von=kasse,
            entschieden_von=kasse,
            entschieden_am=uhr.tick(),
        )


def test_ohne_zweifel_ohne_begruendung_und_zweimal_wird_nicht_entschieden(falsch, weg, kasse, team, uhr):
    with pytest.raises(AngabenFehler, match="Begründung"):
        entscheide(team, falsch, uhr, begruendung=" ")
    entscheide(team, falsch, uhr)
    with pytest.raises(ZustandFehler, match="schon entschieden"):
        entscheide(konto("zweites_team", "teamleitung"), falsch, uhr)
    unbekannt = empfaengerpruefung_festhalten(
        benutzer=kasse, zahlungsweg=weg, ergebnis="unbekannt", zeitpunkt=uhr.tick()
    )
    with pytest.raises(ZustandFehler, match="keinen Zweifel"):
        entscheide(team, unbekannt, uhr)
    assert list(Empfaengerpruefung.objects.juengste()) == [unbekannt]
