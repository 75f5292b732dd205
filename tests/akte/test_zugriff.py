"""Wer welche Akte sehen und bearbeiten darf: Einheit, Begründung, Befangenheit, besonderer Schutz."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.akte.bausteine import neue_person
from tests.akte.bausteine_schutz import befangen, benutzer_in, einheit, vermerk, zustaendig

from sozialamt.akte import zugriff
from sozialamt.akte.fehler import AngabenFehler, RechtFehlt, ZugriffVerweigert, ZustandFehler
from sozialamt.akte.models import Befangenheit, Haushalt, Lesezugriff, Notzugriff, Person, Schutzvermerk
from sozialamt.akte.rechte import RECHTE, hat_recht, pruefe_recht, rechte_am
from sozialamt.akte.vorgaenge.akte_lesen import akte_lesen
from sozialamt.akte.vorgaenge.anschrift_aufdecken import anschrift_aufdecken
from sozialamt.akte.vorgaenge.befangenheit_eintragen import befangenheit_eintragen
from sozialamt.akte.vorgaenge.eintrag_beenden import eintrag_beenden
from sozialamt.akte.vorgaenge.haushalt_anlegen import haushalt_anlegen
from sozialamt.akte.vorgaenge.mitglied_aufnehmen import mitglied_aufnehmen
from sozialamt.akte.vorgaenge.person_anlegen import person_anlegen
from sozialamt.akte.vorgaenge.schutzvermerk_setzen import schutzvermerk_setzen
from sozialamt.akte.vorgaenge.zugriff_begruenden import zugriff_begruenden
from sozialamt.akte.vorgaenge.zustaendigkeit_uebertragen import zustaendigkeit_uebertragen

HEUTE = date(2026, 11, 1)


@pytest.fixture
def amt(db):
    return einheit("Amt")


@pytest.fixture
def nord(amt):
    return einheit("Nord", amt)


@pytest.fixture
def sued(amt):
    return einheit("Süd", amt)


@pytest.fixture
def eigene(nord):
    return benutzer_in("eigene", "sachbearbeitung", nord)


@pytest.fixture
def fremde(sued):
    return benutzer_in("fremde", "sachbearbeitung", sued)


@pytest.fixture
def leitet(amt):
    return benutzer_in("leitet", "teamleitung", amt)


@pytest.fixture
def akte(haushalt, anna, nord, sachbearbeitung):
    zustaendig(haushalt, nord, sachbearbeitung)
    return haushalt


def darf(konto, recht, ziel) -> bool:
    """Prüfung und Filter müssen dasselbe sagen."""
    erlaubt = konto.has_perm(f"akte.{recht}", ziel)
    assert type(ziel).objects.filter(pk=ziel.pk).fuer(konto, recht).exists() == erlaubt
    return erlaubt


def test_die_eigene_einheit_liest_und_handelt_die_fremde_nicht(akte, anna, eigene, fremde):
    for ziel in (akte, anna):
        assert darf(eigene, "akte_lesen", ziel)
        assert darf(eigene, "tatsache_eintragen", ziel)
        assert not darf(fremde, "akte_lesen", ziel)
    with pytest.raises(ZugriffVerweigert, match="andere Einheit") as fehler:
        akte_lesen(benutzer=fremde, haushalt=akte, personen=[anna], anlass="Test")
    assert fehler.value.aktenzeichen == akte.aktenzeichen
    assert not Lesezugriff.objects.exists()


def test_wer_oben_steht_arbeitet_auch_unten_aber_nicht_umgekehrt(akte, leitet, amt, sachbearbeitung, fremde):
    assert darf(leitet, "tatsache_eintragen", akte)
    zustaendig(akte, amt, sachbearbeitung)
    assert darf(leitet, "akte_lesen", akte)
    assert not darf(fremde, "akte_lesen", akte)


def test_ein_haushalt_ohne_zustaendigkeit_ist_noch_nicht_verteilt(haushalt, fremde, eigene):
    assert darf(fremde, "tatsache_eintragen", haushalt)
    assert darf(eigene, "tatsache_eintragen", haushalt)


def test_wer_einen_haushalt_anlegt_wird_zustaendig(eigene, fremde, nord):
    neu = haushalt_anlegen(benutzer=eigene, strasse="Weg 1", plz="12345", ort="Ort")
    zustaendigkeit = neu.zustaendigkeiten.get()
    assert (zustaendigkeit.einheit, zustaendigkeit.sachbearbeiter) == (nord, eigene)
    assert not darf(fremde, "akte_lesen", neu)


def test_die_uebergabe_wirkt_ab_ihrem_tag(akte, eigene, fremde, leitet, sued):
    morgen = timezone.localdate() + timedelta(days=1)
    zustaendigkeit_uebertragen(benutzer=leitet, haushalt=akte, einheit=sued, sachbearbeiter=fremde, ab=morgen)
    assert not darf(fremde, "akte_lesen", akte)
    uebermorgen = timezone.now() + timedelta(days=2)
    assert not zugriff.hindernis(fremde, "tatsache_eintragen", akte, uebermorgen)
    assert zugriff.hindernis(eigene, "akte_lesen", akte, uebermorgen) == zugriff.FREMDE_EINHEIT


def test_zugewiesen_wird_nur_wer_dort_akten_bearbeitet(akte, leitet, fremde, nord, sued):
    for konto, ort in ((fremde, nord), (benutzer_in("x", "kasse", sued), sued)):
        with pytest.raises(AngabenFehler, match="Sachbearbeitung"):
            zustaendigkeit_uebertragen(benutzer=leitet, haushalt=akte, einheit=ort, sachbearbeiter=konto, ab=HEUTE)
    sued.aktiv = False
    with pytest.raises(AngabenFehler, match="aufgelöst"):
        zustaendigkeit_uebertragen(benutzer=leitet, haushalt=akte, einheit=sued, ab=HEUTE)


def test_die_revision_liest_ueberall_und_handelt_nirgends(akte, sued):
    revision = benutzer_in("revision", "revision", sued)
    assert darf(revision, "akte_lesen", akte)
    assert darf(revision, "lesezugriffe_lesen", akte)
    assert zugriff.hindernis(revision, "ausgabe_erstellen", akte) == zugriff.NUR_LESEN


def test_eine_begruendung_oeffnet_zum_lesen_und_nur_auf_zeit(akte, fremde):
    eintrag = zugriff_begruenden(benutzer=fremde, haushalt=akte, begruendung="Vertretung am Schalter")
    assert darf(fremde, "akte_lesen", akte)
    assert not darf(fremde, "tatsache_eintragen", akte)
    spaeter = eintrag.laeuft_ab + timedelta(seconds=1)
    assert zugriff.hindernis(fremde, "akte_lesen", akte, spaeter) == zugriff.FREMDE_EINHEIT
    assert eintrag.laeuft_ab - eintrag.zeitpunkt == timedelta(hours=8)


def test_ohne_grund_oder_ohne_not_gibt_es_keinen_zugriff(akte, eigene, fremde, leitung):
    with pytest.raises(AngabenFehler, match="zu kurz"):
        zugriff_begruenden(benutzer=fremde, haushalt=akte, begruendung="  darum   ")
    with pytest.raises(ZustandFehler, match="ohnehin"):
        zugriff_begruenden(benutzer=eigene, haushalt=akte, begruendung="nur so, zum Ansehen")
    with pytest.raises(RechtFehlt):
        zugriff_begruenden(benutzer=leitung, haushalt=akte, begruendung="Ich möchte das wissen")
    assert not Notzugriff.objects.exists()


def test_befangenheit_sperrt_auch_mit_begruendung_und_auch_die_leitung(akte, anna, eigene, fremde, leitet):
    for konto in (eigene, fremde, leitet):
        befangen(konto, anna)
        for ziel in (akte, anna):
            assert not darf(konto, "akte_lesen", ziel)
    with pytest.raises(ZugriffVerweigert, match="befangen"):
        zugriff_begruenden(benutzer=fremde, haushalt=akte, begruendung="Vertretung am Schalter")


def test_befangenheit_gilt_fuer_den_ganzen_haushalt_und_auch_fuer_fruehere_mitglieder(akte, anna, eigene):
    befangen(eigene, anna)
    bert = Person.objects.create(vorname="Bert", nachname="B", geburtsdatum=HEUTE, name_gefaltet="b bert")
    with pytest.raises(ZugriffVerweigert, match="befangen"):
        mitglied_aufnehmen(benutzer=eigene, haushalt=akte, person=bert, von=HEUTE)


def test_einen_angehoerigen_nimmt_niemand_selbst_auf(eigene):
    person = person_anlegen(benutzer=eigene, vorname="Eva", nachname="E", geburtsdatum=date(1990, 1, 1))
    befangenheit_eintragen(benutzer=eigene, befangen=eigene, person=person, grund="Schwester", von=HEUTE)
    akte = haushalt_anlegen(benutzer=eigene, strasse="Weg 1", plz="12345", ort="Ort")
    with pytest.raises(ZugriffVerweigert, match="befangen"):
        mitglied_aufnehmen(benutzer=eigene, haushalt=akte, person=person, von=HEUTE)


def test_sich_selbst_erklaert_jeder_fuer_befangen_andere_nur_die_teamleitung(akte, anna, eigene, fremde, leitet):
    heute = timezone.localdate()
    with pytest.raises(RechtFehlt):
        befangenheit_eintragen(benutzer=eigene, befangen=fremde, person=anna, grund="Vetter", von=heute)
    befangenheit_eintragen(benutzer=eigene, befangen=eigene, person=anna, grund="Tante", von=heute)
    eintrag = befangenheit_eintragen(benutzer=leitet, befangen=fremde, person=anna, grund="Vetter", von=heute)
    with pytest.raises(ZustandFehler, match="schon"):
        befangenheit_eintragen(benutzer=leitet, befangen=fremde, person=anna, grund="Vetter", von=heute)
    eintrag_beenden(benutzer=leitet, eintrag=eintrag, bis=heute)
    morgen = timezone.now() + timedelta(days=1)
    assert zugriff.hindernis(fremde, "akte_lesen", akte, morgen) == zugriff.FREMDE_EINHEIT
    assert Befangenheit.objects.count() == 3


def test_die_eigene_befangenheit_beendet_niemand_selbst(akte, anna, leitet):
    eintrag = befangen(leitet, anna)
    with pytest.raises(ZugriffVerweigert, match="befangen"):
        eintrag_beenden(benutzer=leitet, eintrag=eintrag, bis=HEUTE)


def test_eine_besonders_geschuetzte_akte_oeffnet_nur_ihre_sachbearbeitung(akte, anna, eigene, leitet, nord):
    vermerk(anna, "besondere_akte", leitet)
    kollegin = benutzer_in("kollegin", "sachbearbeitung", nord)
    zustaendig(akte, nord, eigene, persoenlich=True)
    assert darf(eigene, "tatsache_eintragen", akte)
    assert darf(leitet, "akte_lesen", akte)
    assert not darf(kollegin, "akte_lesen", akte)
    with pytest.raises(ZugriffVerweigert, match="besonders geschützt"):
        zugriff_begruenden(benutzer=kollegin, haushalt=akte, begruendung="Vertretung am Schalter")


def test_ein_schutzvermerk_braucht_art_grund_und_richtigen_zeitraum(akte, eigene):
    with pytest.raises(AngabenFehler) as fehler:
        schutzvermerk_setzen(
            benutzer=eigene, ziel=akte, art="geheim", grund=" ", von=HEUTE, bis=HEUTE - timedelta(days=1)
        )
    assert [m.feld for m in fehler.value.maengel] == ["Art", "Grund", "bis"]


def test_ein_vermerk_an_der_person_verbirgt_die_anschrift_ihres_haushalts(akte, anna, eigene):
    heute = timezone.localdate()
    assert not Haushalt.objects.mit_schutz(heute).get(pk=akte.pk).geschuetzt
    schutzvermerk = schutzvermerk_setzen(
        benutzer=eigene, ziel=anna, art="auskunftssperre", grund="Meldebehörde", von=heute
    )
    assert Haushalt.objects.mit_schutz(heute).get(pk=akte.pk).geschuetzt
    eintrag_beenden(benutzer=eigene, eintrag=schutzvermerk, bis=heute)
    assert not Haushalt.objects.mit_schutz(heute + timedelta(days=1)).get(pk=akte.pk).geschuetzt
    assert Schutzvermerk.objects.count() == 2
    with pytest.raises(ZustandFehler, match="inzwischen geändert"):
        eintrag_beenden(benutzer=eigene, eintrag=schutzvermerk, bis=heute)


def test_aufdecken_darf_nur_wer_das_recht_hat_und_jedes_mal_wird_es_vermerkt(akte, anna, eigene, leitet):
    with pytest.raises(RechtFehlt):
        anschrift_aufdecken(benutzer=eigene, haushalt=akte)
    assert anschrift_aufdecken(benutzer=leitet, haushalt=akte) == akte.anschrift
    assert list(Lesezugriff.objects.values_list("person", "benutzer")) == [(anna.pk, leitet.pk)]


def test_alle_rechte_am_ziel_stimmen_mit_der_einzelpruefung_ueberein(akte, anna, eigene, fremde, leitet):
    befangen(eigene, anna)
    for konto in (eigene, fremde, leitet, benutzer_in("r", "revision"), benutzer_in("k", "kasse")):
        for ziel in (akte, anna):
            einzeln = {recht for recht in RECHTE if konto.has_perm(f"akte.{recht}", ziel)}
            assert rechte_am(konto, ziel) == einzeln


def test_eine_pruefung_ist_eine_abfrage_die_nicht_neu_gebaut_wird(akte, anna, eigene, monkeypatch):
    def pruefe() -> None:
        pruefe_recht(eigene, "tatsache_eintragen", akte)
        assert zugriff.hindernisse(eigene, ("akte_lesen", "tatsache_eintragen"), anna) == ("", "")

    pruefe()
    monkeypatch.setattr(zugriff, "_haushalte_mit_merkmalen", None)
    with CaptureQueriesContext(connection) as abfragen:
        pruefe()
    assert len(abfragen) == 3


def test_ein_ziel_ohne_akte_prueft_nur_die_rolle(nord, leitet, fremde):
    pruefe_recht(leitet, "notzugriffe_lesen", nord)
    assert hat_recht(fremde, "akte_lesen")


def test_listen_filtern_ohne_dass_die_zahl_der_abfragen_waechst(akte, anna, eigene, fremde, sachbearbeitung, nord):
    def zaehle() -> int:
        with CaptureQueriesContext(connection) as abfragen:
            list(Haushalt.objects.fuer(eigene))
            list(Person.objects.fuer(eigene))
        return len(abfragen)

    zaehle()
    wenig = zaehle()
    for nummer in range(5):
        neu = haushalt_anlegen(benutzer=sachbearbeitung, strasse=f"Weg {nummer}", plz="12345", ort="Ort")
        neue_person(sachbearbeitung, neu, f"P{nummer} Q", date(1990, 1, 1 + nummer))
        zustaendig(neu, nord, sachbearbeitung)
    assert zaehle() == wenig == 2
    assert Haushalt.objects.fuer(eigene).count() == 6
    assert Haushalt.objects.fuer(fremde).count() == 0
    assert Person.objects.fuer(fremde).count() == 0
