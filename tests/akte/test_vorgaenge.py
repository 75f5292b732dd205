"""Anlegen, aufnehmen, ausscheiden: Recht, Zustand, Angaben, Protokoll."""

from datetime import UTC, date, datetime

import pytest
from tests.akte.bausteine import ANFANG, FEBRUAR, JANUAR, MAI, eintragen, neue_person

from sozialamt.akte.fallbildung import Kenntnis, bilde_fall
from sozialamt.akte.fehler import AngabenFehler, DublettenVerdacht, RechtFehlt, ZustandFehler
from sozialamt.akte.models import Haushalt, Lesezugriff, Mitgliedschaft, Person, Protokolleintrag
from sozialamt.akte.vorgaenge.akte_lesen import akte_lesen
from sozialamt.akte.vorgaenge.haushalt_anlegen import haushalt_anlegen
from sozialamt.akte.vorgaenge.mitglied_aufnehmen import mitglied_aufnehmen
from sozialamt.akte.vorgaenge.mitgliedschaft_beenden import mitgliedschaft_beenden
from sozialamt.akte.vorgaenge.person_anlegen import person_anlegen
from sozialamt.akte.vorgaenge.person_aufnehmen import person_aufnehmen
from sozialamt.akte.vorgaenge.tatsachen_eintragen import Angabe

SPAETER = datetime(2026, 6, 1, 8, 0, tzinfo=UTC)


def test_ein_haushalt_bekommt_das_naechste_aktenzeichen(sachbearbeitung, haushalt):
    zweiter = haushalt_anlegen(benutzer=sachbearbeitung, strasse="Weg 1", plz="12345", ort="Ort")
    assert haushalt.aktenzeichen.startswith("50-")
    assert zweiter.aktenzeichen > haushalt.aktenzeichen


def test_eine_unvollstaendige_anschrift_nennt_jeden_mangel(sachbearbeitung):
    with pytest.raises(AngabenFehler) as fehler:
        haushalt_anlegen(benutzer=sachbearbeitung, strasse=" ", plz="123", ort="")
    assert [m.feld for m in fehler.value.maengel] == ["Straße und Hausnummer", "Postleitzahl", "Ort"]
    assert not Haushalt.objects.exists()


def test_dieselbe_person_wird_nicht_unbemerkt_zweimal_angelegt(sachbearbeitung, anna):
    angaben = {"vorname": "ANNA", "nachname": "Mueller", "geburtsdatum": anna.geburtsdatum}
    with pytest.raises(DublettenVerdacht, match="gibt schon") as fehler:
        person_anlegen(benutzer=sachbearbeitung, **angaben)
    assert fehler.value.personen == (anna,)
    with pytest.raises(AngabenFehler, match="gibt es nicht"):
        person_anlegen(benutzer=sachbearbeitung, **angaben, trotz_dublette="Laune")
    person_anlegen(benutzer=sachbearbeitung, **angaben, trotz_dublette="zwilling")
    assert Person.objects.count() == 2
    assert Protokolleintrag.objects.first().angaben == {"trotz": [anna.pk], "grund": "zwilling"}


@pytest.mark.parametrize(
    ("vorname", "nachname", "geboren"),
    [("Ana", "Miller", date(1955, 3, 14)), ("Anna", "Mueller", date(1955, 3, 14))],
)
def test_auch_gleich_klingende_namen_sind_verdaechtig(sachbearbeitung, anna, vorname, nachname, geboren):
    with pytest.raises(DublettenVerdacht):
        person_anlegen(benutzer=sachbearbeitung, vorname=vorname, nachname=nachname, geburtsdatum=geboren)


def test_vertauschte_tage_und_monate_sind_verdaechtig_andere_daten_nicht(sachbearbeitung, haushalt):
    neue_person(sachbearbeitung, haushalt, "Bert Beck", date(1960, 3, 4))
    name = {"benutzer": sachbearbeitung, "vorname": "Bert", "nachname": "Beck"}
    with pytest.raises(DublettenVerdacht):
        person_anlegen(**name, geburtsdatum=date(1960, 4, 3))
    assert person_anlegen(**name, geburtsdatum=date(1960, 4, 5))


@pytest.mark.parametrize("geboren", [date(2030, 1, 1), date(1880, 1, 1)])
def test_ein_unmoegliches_geburtsdatum_wird_abgewiesen(sachbearbeitung, geboren):
    with pytest.raises(AngabenFehler, match="Geburtsdatum"):
        person_anlegen(benutzer=sachbearbeitung, vorname="A", nachname="B", geburtsdatum=geboren, zeitpunkt=ANFANG)


def test_niemand_gehoert_im_selben_monat_zu_zwei_haushalten(sachbearbeitung, haushalt, anna):
    anderer = haushalt_anlegen(benutzer=sachbearbeitung, strasse="Weg 1", plz="12345", ort="Ort")
    with pytest.raises(ZustandFehler, match=haushalt.aktenzeichen):
        mitglied_aufnehmen(benutzer=sachbearbeitung, haushalt=anderer, person=anna, von=MAI)


def test_niemand_gehoert_vor_seiner_geburt_zum_haushalt(sachbearbeitung, haushalt):
    kind = person_anlegen(
        benutzer=sachbearbeitung, vorname="Mia", nachname="M", geburtsdatum=date(2026, 4, 9), zeitpunkt=SPAETER
    )
    with pytest.raises(AngabenFehler, match="vor der Geburt"):
        mitglied_aufnehmen(benutzer=sachbearbeitung, haushalt=haushalt, person=kind, von=FEBRUAR)


def test_scheitert_die_aufnahme_gibt_es_auch_die_person_nicht(sachbearbeitung, haushalt):
    with pytest.raises(AngabenFehler):
        person_aufnehmen(
            benutzer=sachbearbeitung,
            haushalt=haushalt,
            vorname="Mia",
            nachname="M",
            geburtsdatum=date(2026, 4, 9),
            von=FEBRUAR,
        )
    assert not Person.objects.exists()


def test_wer_auszieht_fehlt_danach_und_die_alte_zeile_bleibt(sachbearbeitung, haushalt, anna):
    bert = neue_person(sachbearbeitung, haushalt, "Bert Müller", date(1953, 2, 1))
    mitgliedschaft = Mitgliedschaft.objects.get(person=bert)
    mitgliedschaft_beenden(benutzer=sachbearbeitung, mitgliedschaft=mitgliedschaft, bis=FEBRUAR, zeitpunkt=SPAETER)
    assert list(bilde_fall(haushalt, FEBRUAR).personen.values()) == [anna, bert]
    assert list(bilde_fall(haushalt, MAI).personen.values()) == [anna]
    assert list(bilde_fall(haushalt, MAI, ANFANG).personen.values()) == [anna, bert]
    assert Kenntnis.lade(haushalt, ANFANG).mitglieder(MAI) == [anna, bert]
    assert Mitgliedschaft.objects.filter(person=bert).count() == 2
    with pytest.raises(ZustandFehler, match="inzwischen geändert"):
        mitgliedschaft_beenden(benutzer=sachbearbeitung, mitgliedschaft=mitgliedschaft, bis=JANUAR)


def test_ein_verweis_auf_jemanden_der_ausgezogen_ist_zeigt_auf_niemanden(sachbearbeitung, haushalt, anna):

    bert = neue_person(sachbearbeitung, haushalt, "Bert Müller", date(1953, 2, 1))
    eintragen(sachbearbeitung, haushalt, Angabe("partner", bert.pk, JANUAR, person=anna))
    mitgliedschaft = Mitgliedschaft.objects.get(person=bert)
    mitgliedschaft_beenden(benutzer=sachbearbeitung, mitgliedschaft=mitgliedschaft, bis=FEBRUAR)
    assert [a["partner"] for a in bilde_fall(haushalt, FEBRUAR).fall.personen.values() if "partner" in a] == [1]
    assert [a["partner"] for a in bilde_fall(haushalt, MAI).fall.personen.values()] == [-1]


def test_jedes_lesen_wird_je_person_vermerkt(sachbearbeitung, haushalt, anna):
    akte_lesen(benutzer=sachbearbeitung, haushalt=haushalt, personen=[anna], anlass="Haushaltsseite")
    zugriff = Lesezugriff.objects.get()
    assert (zugriff.person, zugriff.benutzer, zugriff.anlass) == (anna, sachbearbeitung, "Haushaltsseite")


def test_ohne_recht_geht_nichts_und_es_steht_nichts_im_protokoll(leitung, haushalt, anna):
    vorher = Protokolleintrag.objects.count()
    with pytest.raises(RechtFehlt):
        haushalt_anlegen(benutzer=leitung, strasse="Weg 1", plz="12345", ort="Ort")
    with pytest.raises(RechtFehlt):
        person_anlegen(benutzer=leitung, vorname="A", nachname="B", geburtsdatum=date(1990, 1, 1))
    with pytest.raises(RechtFehlt):
        mitglied_aufnehmen(benutzer=leitung, haushalt=haushalt, person=anna, von=JANUAR)
    with pytest.raises(RechtFehlt):
        akte_lesen(benutzer=leitung, haushalt=haushalt, personen=[anna], anlass="Neugier")
    assert Protokolleintrag.objects.count() == vorher
    assert not Lesezugriff.objects.exists()
