"""Zwei Zeitachsen: was galt und was man wusste."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from tests.akte.bausteine import ANFANG, FEBRUAR, JANUAR, MAI, NOVEMBER, benutzer_mit, eintragen

from sozialamt.akte.fallbildung import Kenntnis, bilde_fall, personenschluessel
from sozialamt.akte.fehler import AngabenFehler, RechtFehlt
from sozialamt.akte.models import Protokolleintrag, Tatsache
from sozialamt.akte.monat import monat_weiter
from sozialamt.akte.vorgaenge.haushalt_anlegen import haushalt_anlegen
from sozialamt.akte.vorgaenge.tatsachen_eintragen import Angabe, tatsachen_eintragen

SPAETER = datetime(2026, 6, 1, 8, 0, tzinfo=UTC)
DAVOR = datetime(2026, 5, 31, 8, 0, tzinfo=UTC)


def miete(haushalt, monat, gewusst_am=None):
    return bilde_fall(haushalt, monat, gewusst_am).fall.haushalt.get("miete_bruttokalt")


def test_eine_aenderung_in_der_vergangenheit_laesst_das_frueher_gewusste_stehen(sachbearbeitung, haushalt, anna):
    eintragen(sachbearbeitung, haushalt, Angabe("miete_bruttokalt", 40000, JANUAR))
    eintragen(sachbearbeitung, haushalt, Angabe("miete_bruttokalt", 42000, FEBRUAR), zeitpunkt=SPAETER)
    assert miete(haushalt, MAI) == 42000
    assert miete(haushalt, MAI, DAVOR) == 40000
    assert miete(haushalt, JANUAR) == 40000
    assert miete(haushalt, MAI, datetime(2026, 1, 1, tzinfo=UTC)) is None


def test_ein_befristeter_wert_gibt_danach_den_frueheren_wieder_frei(sachbearbeitung, haushalt, anna):
    eintragen(sachbearbeitung, haushalt, Angabe("miete_bruttokalt", 40000, JANUAR))
    eintragen(sachbearbeitung, haushalt, Angabe("miete_bruttokalt", 30000, FEBRUAR, FEBRUAR), zeitpunkt=SPAETER)
    assert [miete(haushalt, m) for m in (JANUAR, FEBRUAR, MAI)] == [40000, 30000, 40000]


def test_ein_geleerter_wert_heisst_nicht_mehr_bekannt(sachbearbeitung, haushalt, anna):
    eintragen(sachbearbeitung, haushalt, Angabe("miete_bruttokalt", 40000, JANUAR))
    eintragen(sachbearbeitung, haushalt, Angabe("miete_bruttokalt", None, MAI), zeitpunkt=SPAETER)
    assert miete(haushalt, FEBRUAR) == 40000
    assert miete(haushalt, MAI) is None


def test_was_wussten_wir_am_tag_x_ueber_monat_m_ist_eine_abfrage(
    sachbearbeitung, haushalt, anna, django_assert_num_queries
):
    eintragen(sachbearbeitung, haushalt, Angabe("miete_bruttokalt", 40000, JANUAR))
    with django_assert_num_queries(1):
        zeilen = list(
            Tatsache.objects.von(haushalt_id=haushalt.pk, personen=[anna.pk])
            .gewusst_am(SPAETER)
            .im_monat(NOVEMBER)
            .massgeblich()
        )
    assert {z.merkmal for z in zeilen} == {"miete_bruttokalt", "geburtsdatum"}


def test_jeder_eintrag_hinterlaesst_ein_protokoll_ohne_werte(sachbearbeitung, haushalt, anna):
    eintragen(sachbearbeitung, haushalt, Angabe("miete_bruttokalt", 40000, JANUAR))
    eintrag = Protokolleintrag.objects.filter(vorgang="tatsachen_eintragen").get()
    assert eintrag.angaben == {"merkmale": ["miete_bruttokalt"]}
    assert "40000" not in str(eintrag.angaben)


@pytest.mark.parametrize(
    ("angabe", "grund"),
    [
        (Angabe("gibt_es_nicht", 1, JANUAR), "ist kein bekanntes Merkmal"),
        (Angabe("miete_bruttokalt", -1, JANUAR), "ist kleiner als 0,00 €"),
        (Angabe("miete_bruttokalt", 10**9, JANUAR), "ist größer als"),
        (Angabe("wohnform", 99, JANUAR), "steht nicht zur Wahl"),
        (Angabe("rente_gesetzlich", 1, JANUAR), "gehört zu einer Person"),
        (Angabe("miete_bruttokalt", 1, MAI, JANUAR), "liegt vor 05.2026"),
    ],
)
def test_unbrauchbares_wird_abgewiesen_und_nichts_gespeichert(sachbearbeitung, haushalt, anna, angabe, grund):
    vorher = Tatsache.objects.count()
    gut = Angabe("heizkosten", 5000, JANUAR)
    with pytest.raises(AngabenFehler, match=grund) as fehler:
        eintragen(sachbearbeitung, haushalt, gut, angabe)
    assert all(m.feld and m.abhilfe for m in fehler.value.maengel)
    assert Tatsache.objects.count() == vorher


def test_geburtsdatum_in_der_zukunft_wird_abgewiesen(sachbearbeitung, haushalt, anna):
    with pytest.raises(AngabenFehler, match="liegt in der Zukunft"):
        eintragen(sachbearbeitung, haushalt, Angabe("geburtsdatum", 20300101, JANUAR, person=anna))


def test_berichtigtes_geburtsdatum_fuehrt_die_suche_nach(sachbearbeitung, haushalt, anna):
    eintragen(sachbearbeitung, haushalt, Angabe("geburtsdatum", 19550315, date(1955, 3, 1), person=anna))
    anna.refresh_from_db()
    assert anna.geburtsdatum == date(1955, 3, 15)
    assert list(type(anna).objects.suche("Mueller 15.03.1955", NOVEMBER)) == [anna]


def test_ein_verweis_zeigt_nur_auf_andere_menschen_des_haushalts(sachbearbeitung, haushalt, anna):
    with pytest.raises(AngabenFehler, match="keine andere Person"):
        eintragen(sachbearbeitung, haushalt, Angabe("partner", anna.pk, JANUAR, person=anna))
    eintragen(sachbearbeitung, haushalt, Angabe("partner", -1, JANUAR, person=anna))
    fall = bilde_fall(haushalt, MAI).fall
    assert fall.personen[personenschluessel(anna.pk)]["partner"] == -1


def test_ohne_recht_wird_nichts_eingetragen(sachbearbeitung, leitung, haushalt, anna):
    with pytest.raises(RechtFehlt, match="Tatsachen eintragen"):
        tatsachen_eintragen(benutzer=leitung, haushalt=haushalt, angaben=[Angabe("heizkosten", 1, JANUAR)])


class MassgeblichIstUeberall(TestCase):
    """Datenbankabfrage und Auswertung im Speicher wählen immer dieselbe Tatsache."""

    @settings(max_examples=40)
    @given(
        eintraege=st.lists(
            st.tuples(st.integers(0, 12), st.one_of(st.none(), st.integers(0, 12)), st.integers(0, 9)), max_size=8
        ),
        monat=st.integers(0, 12),
        stand=st.integers(0, 10),
    )
    def test_abfrage_und_kenntnis_sind_gleich(self, eintraege, monat, stand):
        benutzer = benutzer_mit("sachbearbeitung")
        haushalt = haushalt_anlegen(benutzer=benutzer, strasse="Weg 1", plz="12345", ort="Ort", zeitpunkt=ANFANG)
        for nummer, (ab, laenge, tag) in enumerate(eintraege):
            Tatsache.objects.create(
                haushalt=haushalt,
                merkmal="miete_bruttokalt",
                wert=nummer,
                gilt_ab=monat_weiter(JANUAR, ab),
                gilt_bis=None if laenge is None else monat_weiter(JANUAR, ab + laenge),
                erfasst_am=datetime(2026, 1, 1 + tag, tzinfo=UTC),
                erfasst_von=benutzer,
            )
        wann, wissen = monat_weiter(JANUAR, monat), datetime(2026, 1, 1 + stand, tzinfo=UTC)
        abfrage = {
            t.wert
            for t in Tatsache.objects.von(haushalt_id=haushalt.pk, personen=[])
            .gewusst_am(wissen)
            .im_monat(wann)
            .massgeblich()
        }
        assert abfrage == {t.wert for t in Kenntnis.lade(haushalt, wissen).geltende(wann).values()}
