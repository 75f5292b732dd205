"""Wohin gezahlt wird: vier Augen, Dritte zuerst, nichts an gesperrte Konten."""

import pytest
from django.db import DatabaseError, transaction
from hypothesis import given
from hypothesis import strategies as st
from tests.kasse.bausteine import AUGUST, IBANS, JULI, LEBENSUNTERHALT, UNTERKUNFT, bescheid, sammle, zahlungsweg

from sozialamt.akte.fehler import AngabenFehler, RechtFehlt, ZustandFehler
from sozialamt.kasse.festlegungen import kontierung
from sozialamt.kasse.models import Sperrgrund, Zahlung, Zahlungsposten, Zahlungsweg, Zahlungswegfreigabe
from sozialamt.kasse.verteilung import verteile
from sozialamt.kasse.vorgaenge.zahlungsweg_erfassen import Wegangaben, zahlungsweg_erfassen
from sozialamt.kasse.vorgaenge.zahlungsweg_freigeben import zahlungsweg_freigeben, zahlungsweg_sperren
from sozialamt.leistungen import steckbriefe


@pytest.fixture
def bewilligt(akte, jorg, sach, uhr):
    bescheid(akte, {(JULI, jorg, LEBENSUNTERHALT): 50_000, (JULI, jorg, UNTERKUNFT): 40_000}, sach, uhr.tick())
    return akte


def test_an_den_vermieter_geht_die_miete_der_rest_an_den_haushalt(bewilligt, sach, kasse, team, uhr):
    zahlungsweg(bewilligt, sach, team, uhr.tick())
    angaben = {"kontoinhaber": "Wohnen eG", "iban": IBANS[1], "empfaenger": "vermieter", "hoechstbetrag": 45_000}
    weg = zahlungsweg(bewilligt, sach, team, uhr.tick(), verwendungszweck="Miete Nr. 7", **angaben)
    sammle(kasse, uhr)
    assert dict(Zahlung.objects.values_list("empfaenger", "cent")) == {"vermieter": 45_000, "haushalt": 45_000}
    assert Zahlung.objects.get(zahlungsweg=weg).verwendungszweck == "Miete Nr. 7 07.2026"


def test_der_hoechstbetrag_gilt_je_leistungsmonat_ueber_alle_laeufe(bewilligt, akte, jorg, sach, kasse, team, uhr):
    angaben = {"kontoinhaber": "Wohnen eG", "iban": IBANS[1], "empfaenger": "vermieter", "hoechstbetrag": 30_000}
    zahlungsweg(akte, sach, team, uhr.tick(), **angaben)
    sammle(kasse, uhr)
    bescheid(akte, {(AUGUST, jorg, UNTERKUNFT): 40_000}, sach, uhr.tick())
    sammle(kasse, uhr, AUGUST)
    je_monat = Zahlungsposten.objects.values_list("monat", "cent")
    assert sorted(je_monat) == [(JULI, 30_000), (AUGUST, 30_000)]


def test_ein_weg_nur_fuer_die_unterkunft_bekommt_nichts_anderes(bewilligt, sach, kasse, team, uhr):
    angaben = {"kontoinhaber": "Wohnen eG", "iban": IBANS[1], "empfaenger": "vermieter", "bestandteil": "unterkunft"}
    zahlungsweg(bewilligt, sach, team, uhr.tick(), **angaben)
    assert sammle(kasse, uhr).summe == 40_000


def test_ohne_freigabe_und_nach_sperre_wird_nicht_gezahlt(bewilligt, sach, kasse, team, uhr):
    angaben = Wegangaben(kontoinhaber="Jörg", iban=IBANS[0], gilt_ab=JULI)
    weg = zahlungsweg_erfassen(benutzer=sach, haushalt=bewilligt, angaben=angaben, zeitpunkt=uhr.tick())
    with pytest.raises(ZustandFehler, match="nichts zu zahlen"):
        sammle(kasse, uhr)
    zahlungsweg_freigeben(benutzer=team, zahlungsweg=weg, zeitpunkt=uhr.tick())
    zahlungsweg_sperren(benutzer=sach, zahlungsweg=weg, grund=Sperrgrund.BEENDET, zeitpunkt=uhr.tick())
    with pytest.raises(ZustandFehler, match="nichts zu zahlen"):
        sammle(kasse, uhr)
    with pytest.raises(ZustandFehler, match="schon gesperrt"):
        zahlungsweg_sperren(benutzer=sach, zahlungsweg=weg, grund=Sperrgrund.BEENDET, zeitpunkt=uhr.tick())


def test_die_zweite_person_ist_eine_andere_auch_fuer_die_datenbank(akte, team, sach, uhr):
    angaben = Wegangaben(kontoinhaber="Jörg", iban=IBANS[0], gilt_ab=JULI)
    weg = zahlungsweg_erfassen(benutzer=team, haushalt=akte, angaben=angaben, zeitpunkt=uhr.tick())
    with pytest.raises(ZustandFehler, match="selbst erfasst"):
        zahlungsweg_freigeben(benutzer=team, zahlungsweg=weg, zeitpunkt=uhr.tick())
    with pytest.raises(DatabaseError), transaction.atomic():
        Zahlungswegfreigabe.objects.create(
            zahlungsweg=weg, erfasst_von=team, freigegeben_von=team, freigegeben_am=uhr.tick()
        )
    with pytest.raises(RechtFehlt):
        zahlungsweg_freigeben(benutzer=sach, zahlungsweg=weg, zeitpunkt=uhr.tick())


def test_jeder_mangel_wird_genannt_und_nichts_gespeichert(akte, sach, uhr):
    angaben = Wegangaben(
        kontoinhaber="", iban="DE00", gilt_ab=AUGUST, gilt_bis=JULI, empfaenger="onkel", leistung="x", hoechstbetrag=0
    )
    with pytest.raises(AngabenFehler) as fehler:
        zahlungsweg_erfassen(benutzer=sach, haushalt=akte, angaben=angaben, zeitpunkt=uhr.tick())
    felder = [m.feld for m in fehler.value.maengel]
    assert felder == ["IBAN", "Kontoinhaber", "Empfänger", "Leistung", "Höchstbetrag", "gilt bis"]
    assert not Zahlungsweg.objects.exists()


betraege = st.lists(st.integers(1, 90_000), min_size=1, max_size=6)


@given(betraege, st.lists(st.one_of(st.none(), st.integers(1, 60_000)), max_size=4))
def test_verteilt_wird_nie_mehr_als_offen_und_je_weg_nie_mehr_als_erlaubt(offene, grenzen):
    posten = [((1, "l", JULI, 1, f"teil{i}", "bund", "", ""), cent) for i, cent in enumerate(offene)]
    wege = [
        Zahlungsweg(pk=i + 1, empfaenger="vermieter", kontoinhaber=f"D{i}", hoechstbetrag=grenze)
        for i, grenze in enumerate(grenzen)
    ]
    ergebnis = verteile(posten, wege, {})
    je_schluessel: dict[object, int] = {}
    for nummer, verteilte in ergebnis.items():
        assert all(cent > 0 for _, cent in verteilte)
        grenze = grenzen[nummer - 1]
        assert grenze is None or sum(cent for _, cent in verteilte) <= grenze
        for schluessel, cent in verteilte:
            je_schluessel[schluessel] = je_schluessel.get(schluessel, 0) + cent
    assert all(je_schluessel.get(schluessel, 0) <= cent for schluessel, cent in posten)
    moeglich = None in grenzen or sum(g or 0 for g in grenzen) >= sum(offene)
    assert not moeglich or sum(je_schluessel.values()) == sum(offene)


def test_jede_zahlbare_leistung_hat_eine_kontierung():
    for steckbrief in steckbriefe().values():
        for teil in steckbrief.zahlung:
            konto = kontierung(steckbrief.schluessel, teil.schluessel)
            assert konto.produkt and konto.statistikgruppe
