"""Die Datenbank selbst lehnt Ändern und Löschen ab, auch an Django vorbei."""

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from tests.akte.bausteine import ANFANG, GRUNDSICHERUNG, JANUAR, MAI, zweite_person
from tests.akte.bausteine_schutz import befangen, einheit, vermerk, zustaendig

from sozialamt.akte.datenbankschutz import NUR_ANFUEGBAR
from sozialamt.akte.kostenersatz.grundlagen import Grundlage
from sozialamt.akte.models import (
    Ausgabe,
    Dokument,
    Einstellungswahl,
    Haushalt,
    Loeschprotokoll,
    Loeschsperre,
    Mitgliedschaft,
    Notzugriff,
    Tatsache,
    Vermerk,
)
from sozialamt.akte.vorgaenge.akte_lesen import akte_lesen
from sozialamt.akte.vorgaenge.anspruch_gegen_anderen_anlegen import Anspruch, anspruch_gegen_anderen_anlegen
from sozialamt.akte.vorgaenge.bescheid_entwerfen import bescheid_entwerfen
from sozialamt.akte.vorgaenge.bescheid_erlassen import bescheid_erlassen
from sozialamt.akte.vorgaenge.erstattung_anmelden import erstattung_anmelden
from sozialamt.akte.vorgaenge.kostenersatz_aufnehmen import Ersatzangaben, kostenersatz_aufnehmen


@pytest.fixture
def gefuellt(sachbearbeitung, haushalt, rentnerin) -> Haushalt:
    akte_lesen(benutzer=sachbearbeitung, haushalt=haushalt, personen=[rentnerin], anlass="Test")
    entwurf = bescheid_entwerfen(
        benutzer=sachbearbeitung, haushalt=haushalt, leistung=GRUNDSICHERUNG, beginn=JANUAR, ende=JANUAR
    )
    bescheid_erlassen(benutzer=zweite_person(), entwurf=entwurf)
    kostenersatz_aufnehmen(
        benutzer=sachbearbeitung,
        haushalt=haushalt,
        leistung="hilfe_zum_lebensunterhalt",
        angaben=Ersatzangaben(
            Grundlage.VERSCHULDEN, "Carl Muster", "Weg 1, 12345 Ort", von=MAI, bis=MAI, ereignis_am=JANUAR
        ),
    )
    anspruch = Anspruch("104", "Träger", "Weg 1, 12345 Ort", "Rente", JANUAR, JANUAR)
    erstattung_anmelden(
        benutzer=sachbearbeitung,
        anspruch=anspruch_gegen_anderen_anlegen(
            benutzer=sachbearbeitung,
            haushalt=haushalt,
            person=rentnerin,
            leistung=GRUNDSICHERUNG,
            anspruch=anspruch,
            zeitpunkt=ANFANG,
        ),
        zeitpunkt=ANFANG,
    )
    zustaendig(haushalt, einheit("Amt"), sachbearbeitung)
    vermerk(haushalt, "auskunftssperre", sachbearbeitung)
    wer = {"benutzer": sachbearbeitung, "haushalt": haushalt}
    Notzugriff.objects.create(**wer, begruendung="Test", zeitpunkt=ANFANG, laeuft_ab=timezone.now())
    Ausgabe.objects.create(**wer, zeitpunkt=ANFANG, art="Auskunft", zweck="Antrag", anzahl=1)
    erfasst = {"haushalt": haushalt, "erfasst_am": ANFANG, "erfasst_von": sachbearbeitung}
    Vermerk.objects.create(**erfasst, art="vermerk", am=MAI, text="Test")
    Dokument.objects.create(**erfasst, titel="T", medientyp="text/plain", groesse=1, sha256="", inhalt=b"x")
    Loeschsperre.objects.create(**erfasst, grund="klage", von=MAI)
    Einstellungswahl.objects.create(
        einstellung="teilmonat_berechnung",
        wert=0,
        gilt_ab=MAI,
        grund="Test",
        erfasst_am=ANFANG,
        erfasst_von=sachbearbeitung,
    )
    Loeschprotokoll.objects.create(zeitpunkt=ANFANG, regel="test", zeilen={})
    befangen(sachbearbeitung, rentnerin)
    return haushalt


@pytest.mark.parametrize("tabelle", NUR_ANFUEGBAR)
@pytest.mark.parametrize("anweisung", ["UPDATE {} SET id = id", "DELETE FROM {}"])
def test_aendern_und_loeschen_lehnt_die_datenbank_ab(gefuellt, tabelle, anweisung):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {tabelle}")  # noqa: S608 - name from the list above
        anzahl = cursor.fetchone()[0]
    assert anzahl > 0
    with pytest.raises(DatabaseError, match="nur anfügbar"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(anweisung.format(tabelle))


def test_jede_tabelle_mit_erfassungszeit_ist_geschuetzt():
    """Wer eine Tabelle mit `erfasst_am` oder `erlassen_am` hinzufügt, muss sie schützen."""
    zeiten = {"erfasst_am", "erlassen_am", "zeitpunkt"}
    tabellen = {
        modell._meta.db_table
        for modell in apps.get_app_config("akte").get_models()
        if zeiten & {feld.name for feld in modell._meta.get_fields()}
    }
    assert tabellen <= set(NUR_ANFUEGBAR)


@pytest.mark.parametrize("spalten", [{"gilt_ab": MAI.replace(day=2)}, {"gilt_ab": MAI, "gilt_bis": MAI.replace(day=9)}])
def test_tatsachen_gelten_fuer_ganze_monate(sachbearbeitung, haushalt, spalten):
    with pytest.raises(DatabaseError), transaction.atomic():
        Tatsache.objects.create(
            haushalt=haushalt,
            merkmal="heizkosten",
            wert=1,
            erfasst_am=haushalt.created_at,
            erfasst_von=sachbearbeitung,
            **spalten,
        )


def test_eine_tatsache_gehoert_zu_person_oder_haushalt_nie_zu_beiden(sachbearbeitung, haushalt, anna):
    for ziel in ({}, {"person": anna, "haushalt": haushalt}):
        with pytest.raises(DatabaseError), transaction.atomic():
            Tatsache.objects.create(
                merkmal="heizkosten",
                wert=1,
                gilt_ab=MAI,
                erfasst_am=haushalt.created_at,
                erfasst_von=sachbearbeitung,
                **ziel,
            )


def test_eine_mitgliedschaft_wird_nur_einmal_ersetzt(sachbearbeitung, haushalt, anna):
    alt = Mitgliedschaft.objects.get()
    neu = {
        "haushalt": haushalt,
        "person": anna,
        "von": JANUAR,
        "reihenfolge": 0,
        "ersetzt": alt,
        "erfasst_am": alt.erfasst_am,
        "erfasst_von": sachbearbeitung,
    }
    Mitgliedschaft.objects.create(**neu)
    with pytest.raises(DatabaseError), transaction.atomic():
        Mitgliedschaft.objects.create(**neu)
