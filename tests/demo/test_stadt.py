"""Die erzeugte Stadt: aus Angaben gerechnet, nach Bescheiden gezahlt, als erfunden gekennzeichnet, wiederholbar."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.db import transaction
from django.db.models import Count

from sozialamt.akte.berechnung import berechne
from sozialamt.akte.fallbildung import Kenntnis
from sozialamt.akte.models import (
    Benutzer,
    Bescheid,
    Bescheidentwurf,
    Frist,
    Haushalt,
    Person,
    Tatsache,
    Vorgang,
    Zahlanspruch,
    Zustaendigkeit,
)
from sozialamt.demo.stadt import Stadt, baue
from sozialamt.kasse.invarianten import pruefe_kasse
from sozialamt.kasse.models import (
    Buchung,
    Kontobewegung,
    Laufstatus,
    Zahllauf,
    Zahlung,
    Zahlungsposten,
    Zahlungsweg,
)
from sozialamt.kasse.vorgaenge.soll_stellen import soll_stellen
from sozialamt.leistungen import steckbriefe

pytestmark = pytest.mark.django_db
"""Auch für die Fixture der ganzen Datei: Ohne einen so markierten Test entsteht keine Testdatenbank."""
JAHR, HEUTE = 2026, date(2026, 11, 22)
DEZEMBER = date(JAHR, 12, 1)


@pytest.fixture(scope="module")
def stadt(django_db_setup: None, django_db_blocker) -> Iterator[Stadt]:
    """Einmal für alle Tests der Datei, die sie nur ansehen; danach ist die Datenbank wieder leer."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield baue(jahr=JAHR, massstab=0.0005, geschichte=0)
        transaction.set_rollback(True)


def test_die_stadt_hat_so_viele_faelle_wie_verlangt_und_alles_ist_als_erzeugt_markiert(stadt):
    assert 28 <= stadt.faelle == Bescheid.objects.count() <= 30
    assert stadt.personen == Person.objects.filter(erzeugt=True).count() == Person.objects.count()
    assert stadt.haushalte == Haushalt.objects.filter(erzeugt=True).count()
    assert stadt.tatsachen == Tatsache.objects.count()
    assert all(b.inhalt["erzeugt"] for b in Bescheid.objects.all())
    assert not Zahllauf.objects.filter(erzeugt=False).exists()
    assert not Zahlungsweg.objects.filter(erzeugt=False).exists()


def test_jeder_betrag_ist_der_den_die_regeln_aus_den_angaben_der_akte_rechnen(stadt):
    for bescheid in Bescheid.objects.select_related("haushalt"):
        kenntnis = Kenntnis.lade(bescheid.haushalt, bescheid.gewusst_am)
        for monat in {bescheid.beginn, bescheid.ende}:
            ergebnis = berechne(kenntnis.fall(monat), steckbriefe()[bescheid.leistung])
            zeilen = Zahlanspruch.objects.filter(bescheid=bescheid, monat=monat)
            assert {(z.person_id, z.bestandteil, z.wohnform, z.grund, z.cent) for z in zeilen} == {
                (int(t.person[1:]), t.bestandteil, t.wohnform, t.grund, t.cent) for t in ergebnis.teilbetraege
            }
        assert bescheid.inhalt["monate"][-1]["cent"] == ergebnis.cent or monat == bescheid.beginn


def test_die_buecher_gehen_auf_und_die_kasse_haette_nichts_anderes_gebucht(stadt):
    assert pruefe_kasse() == []
    kasse = Benutzer.objects.get(username="kasse")
    assert soll_stellen(benutzer=kasse, bis_monat=DEZEMBER) == 0
    zurueck = Kontobewegung.objects.filter(art="ruecklaeufer").count()
    assert zurueck > 0
    assert Buchung.objects.filter(art="sollstellung").count() == stadt.zahlansprueche == Zahlanspruch.objects.count()
    gesendet = Zahlungsposten.objects.exclude(zahlung__zahllauf__monat=DEZEMBER).count()
    assert Buchung.objects.filter(art="zahlung").count() == gesendet
    assert stadt.buchungen == stadt.zahlansprueche + gesendet


def test_zwoelf_laeufe_der_letzte_wartet_auf_die_freigabe(stadt):
    staende = list(Zahllauf.objects.order_by("monat").values_list("status", flat=True))
    assert staende == [*[Laufstatus.ABGESCHLOSSEN] * 10, Laufstatus.GESENDET, Laufstatus.GEPRUEFT]
    gesperrt = Zahlungsweg.objects.filter(sperre__isnull=False)
    assert gesperrt.exists()
    assert not Zahlung.objects.filter(zahllauf__monat=DEZEMBER, zahlungsweg__in=gesperrt).exists()


def test_die_bewilligungen_beginnen_ueber_das_jahr_verteilt(stadt):
    beginne = Bescheid.objects.values_list("beginn", flat=True)
    assert len(set(beginne)) > 3
    assert all(b.erlassen_am.date() < b.beginn for b in Bescheid.objects.all())


def test_jede_akte_liegt_auf_einem_schreibtisch_und_es_laufen_verfahren(stadt):
    assert Zustaendigkeit.objects.filter(sachbearbeiter__isnull=False).count() == stadt.haushalte
    arten = dict(Vorgang.objects.offen().values_list("art").annotate(n=Count("pk")))
    assert set(arten) >= {"antrag", "aenderung", "widerspruch"}
    assert Frist.objects.offen().filter(art=Frist.WIEDERVORLAGE, zustaendig__username="sachbearbeitung").exists()
    assert Bescheidentwurf.objects.exists()


def test_jede_person_ist_zu_finden_und_die_naechste_neue_bekommt_einen_freien_schluessel(stadt):
    person = Person.objects.last()
    assert person in Person.objects.suche(f"{person.nachname} {person.vorname}", HEUTE)
    assert person in Person.objects.suche(person.mitgliedschaften.get().haushalt.aktenzeichen, HEUTE)
    neu = Person.objects.create(vorname="A", nachname="B", geburtsdatum="2000-01-01", name_gefaltet="b a")
    assert neu.pk > Person.objects.filter(erzeugt=True).last().pk
    neu.delete()


def test_eine_zweite_stadt_kommt_zur_ersten_dazu(stadt):
    with transaction.atomic():
        zweite = baue(jahr=JAHR, massstab=0.0002)
        assert Bescheid.objects.count() == stadt.faelle + zweite.faelle
        assert pruefe_kasse() == []
        transaction.set_rollback(True)
