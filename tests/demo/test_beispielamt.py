"""Akten mit Geschichte: bunt genug, gekennzeichnet und immer gleich."""

from collections import Counter
from datetime import date
from random import Random

import pytest
from django.db import transaction

from sozialamt import demo
from sozialamt.akte.berechnung import Zustand, berechne_alle
from sozialamt.akte.fallbildung import bilde_fall
from sozialamt.akte.models import Benutzer, Bescheid, Haushalt, Person
from sozialamt.akte.rechte import ROLLEN
from sozialamt.demo.beispielamt import BESCHEID_BIS, STARTWERT
from sozialamt.demo.konten import BENUTZER, PASSWORT, ist_leer, vorhandene
from sozialamt.demo.profile import entwuerfe
from sozialamt.leistungen import regelwerk

pytestmark = pytest.mark.django_db
"""Auch für die Fixture der ganzen Datei: Ohne einen so markierten Test entsteht keine Testdatenbank."""


def test_es_sind_mindestens_dreihundert_haushalte_aller_arten():
    haushalte = entwuerfe(Random(STARTWERT))
    arten = Counter(h.profil for h in haushalte)
    assert len(haushalte) >= 300
    assert set(arten) >= {"Rente allein", "Grundrente", "Werkstatt", "Besondere Wohnform", "Pflegeheim", "Familie"}


def test_derselbe_startwert_gibt_dieselben_haushalte():
    assert entwuerfe(Random(STARTWERT)) == entwuerfe(Random(STARTWERT))


def test_jede_angabe_ist_ein_bekanntes_merkmal():
    genannt = {
        name
        for h in entwuerfe(Random(STARTWERT))
        for m in h.menschen
        for name in (*m.angaben, *m.verweise, *h.haushalt)
    }
    assert genannt <= set(regelwerk().merkmale)


@pytest.fixture(scope="module")
def amt(django_db_setup, django_db_blocker):
    """Einmal für alle Tests der Datei, die es nur ansehen."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield demo.anlegen(hoechstens=40)
        transaction.set_rollback(True)


def test_alles_ist_als_erzeugt_gekennzeichnet(amt):
    assert amt.haushalte == Haushalt.objects.count() == 40
    assert not Haushalt.objects.filter(erzeugt=False).exists()
    assert not Person.objects.filter(erzeugt=False).exists()
    assert all(b.inhalt["erzeugt"] for b in Bescheid.objects.all())


def test_die_konten_des_beispielamts_melden_sich_mit_einem_passwort_an(amt):
    assert {b.username for b in Benutzer.objects.all()} >= {"sachbearbeitung", "teamleitung", "revision"}
    assert all(b.check_password(PASSWORT) for b in Benutzer.objects.all())
    assert not ist_leer()
    assert vorhandene() == sorted(BENUTZER)


def test_es_gibt_ansprueche_und_offene_fragen_und_bescheide(amt):
    zustaende = Counter(e.zustand for h in Haushalt.objects.all() for e in berechne_alle(bilde_fall(h, BESCHEID_BIS)))
    assert zustaende[Zustand.ANSPRUCH] > 20
    assert zustaende[Zustand.KEIN_RECHT] == 0
    assert amt.bescheide == Bescheid.objects.count() > 0


def test_jede_rolle_hat_ein_konto_in_einer_einheit(amt):
    assert {rolle for konto in BENUTZER.values() for rolle in konto.rollen} == set(ROLLEN)
    assert all(konto.haupteinheit for konto in Benutzer.objects.all())


def test_es_gibt_fremde_und_geschuetzte_akten(amt):
    konto = Benutzer.objects.get(username="sachbearbeitung")
    assert Haushalt.objects.fuer(konto).count() == 36
    assert Haushalt.objects.mit_schutz(date(2026, 11, 1)).filter(geschuetzt=True).count() == 3
