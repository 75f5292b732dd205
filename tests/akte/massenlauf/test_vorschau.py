"""Vorschau, Rentendatei und Freigabe eines Massenlaufs."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction
from tests.akte.bausteine import ANFANG, GRUNDSICHERUNG, JANUAR, NOVEMBER, eintragen, neue_person, zweite_person

from sozialamt.akte.fehler import AngabenFehler, RechtFehlt, ZustandFehler
from sozialamt.akte.massenlauf.rentendatei import SPALTEN, lies_rentendatei
from sozialamt.akte.massenlauf.vorschau import bewilligt, laufende
from sozialamt.akte.models import (
    Benutzer,
    Bescheid,
    Massenlauf,
    Rollenzuweisung,
    Tatsache,
)
from sozialamt.akte.models.massenlauf import Laufstand, Wirkung
from sozialamt.akte.vorgaenge.bescheid_entwerfen import bescheid_entwerfen
from sozialamt.akte.vorgaenge.bescheid_erlassen import bescheid_erlassen
from sozialamt.akte.vorgaenge.haushalt_anlegen import haushalt_anlegen
from sozialamt.akte.vorgaenge.massenlauf_freigeben import massenlauf_freigeben
from sozialamt.akte.vorgaenge.massenlauf_verwerfen import massenlauf_verwerfen
from sozialamt.akte.vorgaenge.massenlauf_vorbereiten import massenlauf_vorbereiten
from sozialamt.akte.vorgaenge.tatsachen_eintragen import Angabe

JULI, DEZEMBER = date(2026, 7, 1), date(2026, 12, 1)
ENTSCHIEDEN = datetime(2026, 7, 15, 9, 0, tzinfo=UTC)
HEUTE = datetime(2026, 10, 20, 8, 0, tzinfo=UTC)


@pytest.fixture
def amt(sachbearbeitung, haushalt, rentnerin):
    """Zwei Haushalte mit Miete, Rente und laufender Grundsicherung; gibt die Person zurück, die vorbereitet."""
    zweiter = haushalt_anlegen(
        benutzer=sachbearbeitung, strasse="Am Hang 1", plz="12345", ort="Musterstadt", zeitpunkt=ANFANG
    )
    berta = neue_person(sachbearbeitung, zweiter, "Berta Öz", date(1950, 2, 2))
    angaben = {"wohnform": 0, "miete_bruttokalt": 38_000, "heizkosten": 5_000, "mietstufe": 4}
    eintragen(
        sachbearbeitung,
        zweiter,
        *(Angabe(name, wert, JANUAR) for name, wert in angaben.items()),
        Angabe("rente_gesetzlich", 61_000, JANUAR, person=berta),
    )
    for akte in (haushalt, zweiter):
        zeitraum = {"leistung": GRUNDSICHERUNG, "beginn": JULI, "ende": DEZEMBER, "zeitpunkt": ENTSCHIEDEN}
        entwurf = bescheid_entwerfen(benutzer=sachbearbeitung, haushalt=akte, **zeitraum)
        bescheid_erlassen(benutzer=zweite_person(), entwurf=entwurf, zeitpunkt=ENTSCHIEDEN)
    konto = Benutzer.objects.create(username="vorbereitung")
    Rollenzuweisung.objects.create(benutzer=konto, rolle="teamleitung")
    return konto


@pytest.fixture
def zweite(amt):
    konto = Benutzer.objects.create(username="zweite")
    Rollenzuweisung.objects.create(benutzer=konto, rolle="teamleitung")
    return konto


def vorbereiten(benutzer, **angaben):
    return massenlauf_vorbereiten(benutzer=benutzer, monat=NOVEMBER, anlass="Neue Werte", zeitpunkt=HEUTE, **angaben)


def erster_bescheid():
    """Bescheid eines Haushalts, der Miete zahlt."""
    return Bescheid.objects.filter(haushalt__tatsachen__merkmal="miete_bruttokalt").order_by("id").first()


def test_ohne_aenderung_ist_die_vorschau_leer(amt):
    lauf = vorbereiten(amt)
    assert lauf.geprueft == laufende(NOVEMBER).count() > 1
    assert not lauf.posten.exclude(wirkung=Wirkung.OFFEN).exists()


def test_hoehere_miete_steht_als_mehr_mit_altem_und_neuem_betrag(amt):
    bescheid = erster_bescheid()
    alt = sum(bewilligt(NOVEMBER).filter(haushalt=bescheid.haushalt_id)["cent"])
    miete = Tatsache.objects.filter(haushalt=bescheid.haushalt, merkmal="miete_bruttokalt").last().wert
    eintragen(amt, bescheid.haushalt, Angabe("miete_bruttokalt", miete + 1000, NOVEMBER), zeitpunkt=HEUTE)
    posten = vorbereiten(amt).posten.get()
    assert (posten.haushalt_id, posten.leistung) == (bescheid.haushalt_id, bescheid.leistung)
    assert (posten.wirkung, posten.alt_cent, posten.neu_cent) == (Wirkung.MEHR, alt, alt + 1000)


def test_fehlende_angaben_stehen_in_der_vorschau_statt_zu_verschwinden(amt):
    bescheid = erster_bescheid()
    eintragen(amt, bescheid.haushalt, Angabe("mietstufe", None, NOVEMBER), zeitpunkt=HEUTE)
    posten = vorbereiten(amt).posten.get()
    assert (posten.wirkung, posten.neu_cent) == (Wirkung.OFFEN, None)


def rentner():
    """Person mit Rente und laufendem Bescheid."""
    for bescheid in Bescheid.objects.order_by("id"):
        for mitglied in bescheid.haushalt.mitgliedschaften.all():
            rente = mitglied.person.tatsachen.filter(merkmal="rente_gesetzlich").last()
            if rente and rente.wert:
                return bescheid, mitglied.person, rente.wert
    raise AssertionError("Kein Rentner mit Bescheid im Beispielamt")


def schreibe(tmp_path, *zeilen, kopf=SPALTEN):
    datei = tmp_path / "renten.csv"
    datei.write_text("\n".join(";".join(zeile) for zeile in (kopf, *zeilen)), encoding="utf-8")
    return datei


def zeile(bescheid, person, euro):
    geboren = f"{person.geburtsdatum:%d.%m.%Y}"
    return (bescheid.haushalt.aktenzeichen, person.vorname, person.nachname, geboren, euro, "Rentenanpassung")


def test_eine_rentendatei_wirkt_in_der_vorschau_und_aendert_die_akte_nicht(amt, tmp_path):
    bescheid, person, rente = rentner()
    euro = f"{(rente + 500) // 100},{(rente + 500) % 100:02d}"
    vorher = Tatsache.objects.count()
    lauf = vorbereiten(amt, renten=lies_rentendatei(schreibe(tmp_path, zeile(bescheid, person, euro))))
    posten = lauf.posten.get()
    assert posten.haushalt == bescheid.haushalt
    assert posten.wirkung in (Wirkung.WENIGER, Wirkung.ENTFAELLT)
    assert posten.neu_cent < posten.alt_cent
    assert [(a.person, a.wert) for a in lauf.angaben.all()] == [(person, rente + 500)]
    assert Tatsache.objects.count() == vorher


def test_fehler_der_rentendatei_nennen_zeile_und_grund_und_nichts_wird_uebernommen(amt, tmp_path):
    bescheid, person, _ = rentner()
    gut = zeile(bescheid, person, "700,00")
    fremd = ("0-0", "Niemand", "Hier", "01.01.1950", "700,00", "")
    unsinn = zeile(bescheid, person, "=1+1")
    with pytest.raises(AngabenFehler) as fehler:
        lies_rentendatei(schreibe(tmp_path, gut, unsinn))
    assert "Zeile 3" in str(fehler.value)
    with pytest.raises(AngabenFehler, match="Zeile 3.*findet sich in dieser Akte nicht"):
        lies_rentendatei(schreibe(tmp_path, gut, fremd))
    with pytest.raises(AngabenFehler, match="steht schon in Zeile 2"):
        lies_rentendatei(schreibe(tmp_path, gut, gut))
    with pytest.raises(AngabenFehler, match="Überschriften"):
        lies_rentendatei(schreibe(tmp_path, gut, kopf=("rente", "name")))
    (tmp_path / "latin.csv").write_bytes(";".join(SPALTEN).encode() + b"\n\xe4;b;c;d;e;f\n")
    with pytest.raises(AngabenFehler, match="UTF-8"):
        lies_rentendatei(tmp_path / "latin.csv")


def test_freigeben_muss_eine_zweite_person(amt, zweite):
    lauf = vorbereiten(amt)
    with pytest.raises(ZustandFehler, match="selbst vorbereitet"):
        massenlauf_freigeben(benutzer=amt, lauf=lauf)
    assert massenlauf_freigeben(benutzer=zweite, lauf=lauf).stand == Laufstand.FREIGEGEBEN
    with pytest.raises(ZustandFehler, match="schon freigegeben"):
        massenlauf_freigeben(benutzer=zweite, lauf=lauf)
    with pytest.raises(ZustandFehler, match="schon freigegeben"):
        massenlauf_verwerfen(benutzer=amt, lauf=lauf)


def test_die_datenbank_selbst_lehnt_die_eigene_freigabe_ab(amt):
    lauf = vorbereiten(amt)
    with pytest.raises(IntegrityError), transaction.atomic():
        Massenlauf.objects.filter(pk=lauf.pk).update(freigegeben_von=amt)


def test_ohne_recht_kein_massenlauf(amt, db):
    with pytest.raises(RechtFehlt):
        vorbereiten(Benutzer.objects.get(username="sachbearbeitung"))


def test_verworfen_wird_nicht_mehr_freigegeben(amt, zweite):
    lauf = vorbereiten(amt)
    massenlauf_verwerfen(benutzer=amt, lauf=lauf)
    with pytest.raises(ZustandFehler, match="schon verworfen"):
        massenlauf_freigeben(benutzer=zweite, lauf=lauf)
