"""Wer Geld bewegt, tut es nicht allein; jede Rolle hat ihre Grenze."""

import pytest
from tests.akte.bausteine import GRUNDSICHERUNG, JANUAR, MAI, NOVEMBER, benutzer_mit, eintragen

from sozialamt.akte.fehler import AngabenFehler, RechtFehlt, ZustandFehler
from sozialamt.akte.models import Bescheid, Entwurfsstand
from sozialamt.akte.rechte import ROLLEN
from sozialamt.akte.vieraugen import SELBST, bewegt_geld, unterschiede
from sozialamt.akte.vorgaenge.bescheid_entwerfen import bescheid_entwerfen
from sozialamt.akte.vorgaenge.bescheid_erlassen import bescheid_erlassen
from sozialamt.akte.vorgaenge.bescheid_vorlegen import bescheid_vorlegen
from sozialamt.akte.vorgaenge.bescheid_zurueckweisen import bescheid_zurueckweisen
from sozialamt.akte.vorgaenge.bescheidentwurf_verwerfen import bescheidentwurf_verwerfen
from sozialamt.akte.vorgaenge.tatsachen_eintragen import Angabe


@pytest.fixture
def entwurf(sachbearbeitung, haushalt, rentnerin):
    return bescheid_entwerfen(
        benutzer=sachbearbeitung, haushalt=haushalt, leistung=GRUNDSICHERUNG, beginn=MAI, ende=NOVEMBER
    )


def test_wer_entworfen_hat_gibt_nicht_frei(sachbearbeitung, entwurf):
    with pytest.raises(RechtFehlt, match="Eine zweite Person muss ihn freigeben"):
        bescheid_erlassen(benutzer=sachbearbeitung, entwurf=entwurf)
    assert not Bescheid.objects.exists()


def test_wer_vorgelegt_hat_gibt_auch_nicht_frei(entwurf):
    andere = benutzer_mit("sachbearbeitung-2")
    andere.rollen.create(rolle="sachbearbeitung")
    bescheid_vorlegen(benutzer=andere, entwurf=entwurf)
    with pytest.raises(RechtFehlt):
        bescheid_erlassen(benutzer=andere, entwurf=entwurf)


def test_keine_rolle_darf_sich_selbst_freigeben():
    assert all(SELBST not in rechte for _, rechte in ROLLEN.values())


def test_was_kein_geld_bewegt_erlaesst_einer_allein(sachbearbeitung, haushalt, rentnerin, teamleitung, entwurf):
    bescheid_erlassen(benutzer=teamleitung, entwurf=entwurf)
    gleich = bescheid_entwerfen(
        benutzer=sachbearbeitung, haushalt=haushalt, leistung=GRUNDSICHERUNG, beginn=MAI, ende=NOVEMBER
    )
    assert not bewegt_geld(gleich)
    assert bescheid_erlassen(benutzer=sachbearbeitung, entwurf=gleich).created_by == sachbearbeitung


def test_eine_ablehnung_bewegt_kein_geld(sachbearbeitung, haushalt, rentnerin):
    eintragen(sachbearbeitung, haushalt, Angabe("rente_gesetzlich", 300_000, JANUAR, person=rentnerin))
    ablehnung = bescheid_entwerfen(
        benutzer=sachbearbeitung, haushalt=haushalt, leistung=GRUNDSICHERUNG, beginn=MAI, ende=MAI
    )
    assert unterschiede(ablehnung) == {}
    bescheid_erlassen(benutzer=sachbearbeitung, entwurf=ablehnung)


def test_jeder_unterschied_steht_mit_monat_person_bestandteil_und_traeger(entwurf, rentnerin):
    gefunden = unterschiede(entwurf)
    assert {t.monat.month for t in gefunden} == set(range(5, 12))
    assert {t.person_id for t in gefunden} == {rentnerin.pk}
    assert {t.kostentraeger for t in gefunden} == {"bund"}
    je_monat = sum(neu for teil, (_, neu) in gefunden.items() if teil.monat == MAI)
    assert je_monat == entwurf.inhalt["monate"][0]["cent"]


def test_ueber_der_grenze_gibt_jemand_anders_frei(entwurf, settings, teamleitung):
    zweite = benutzer_mit("sachbearbeitung-2")
    zweite.rollen.create(rolle="sachbearbeitung")
    settings.FREIGABEGRENZEN = {"sachbearbeitung": (100_00, 1_000_000_00)}
    with pytest.raises(ZustandFehler, match="im Monat liegen über Ihrer Freigabegrenze von 100,00"):
        bescheid_erlassen(benutzer=zweite, entwurf=entwurf)
    settings.FREIGABEGRENZEN = {"sachbearbeitung": (1_000_000_00, 1_00)}
    with pytest.raises(ZustandFehler, match="auf einmal liegen über Ihrer Freigabegrenze von 1,00"):
        bescheid_erlassen(benutzer=zweite, entwurf=entwurf)
    bescheid_erlassen(benutzer=teamleitung, entwurf=entwurf)


def test_zurueckgewiesenes_wird_erst_nach_neuer_vorlage_erlassen(entwurf, sachbearbeitung, teamleitung):
    with pytest.raises(ZustandFehler, match="nicht vorgelegt"):
        bescheid_zurueckweisen(benutzer=teamleitung, entwurf=entwurf, grund="Miete prüfen")
    bescheid_vorlegen(benutzer=sachbearbeitung, entwurf=entwurf)
    with pytest.raises(ZustandFehler, match="liegt seit"):
        bescheid_vorlegen(benutzer=sachbearbeitung, entwurf=entwurf)
    with pytest.raises(AngabenFehler, match="Grund"):
        bescheid_zurueckweisen(benutzer=teamleitung, entwurf=entwurf, grund=" ")
    bescheid_zurueckweisen(benutzer=teamleitung, entwurf=entwurf, grund="Miete prüfen.")
    with pytest.raises(ZustandFehler, match=r"zurückgewiesen: Miete prüfen\."):
        bescheid_erlassen(benutzer=teamleitung, entwurf=entwurf)
    bescheid_vorlegen(benutzer=sachbearbeitung, entwurf=entwurf)
    bescheid_erlassen(benutzer=teamleitung, entwurf=entwurf)
    assert not Entwurfsstand.objects.exists()


def test_verworfene_entwuerfe_lassen_sich_nicht_mehr_vorlegen(entwurf, sachbearbeitung):
    bescheidentwurf_verwerfen(benutzer=sachbearbeitung, entwurf=entwurf)
    entwurf.pk = 1
    with pytest.raises(ZustandFehler, match="gibt es nicht mehr"):
        bescheid_vorlegen(benutzer=sachbearbeitung, entwurf=entwurf)
