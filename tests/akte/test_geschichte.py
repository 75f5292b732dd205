"""Was an einem Tag über eine Akte bekannt war, ist eine Abfrage."""

from datetime import UTC, date, datetime

import pytest
from tests.akte.bausteine import ANFANG, FEBRUAR, JANUAR, MAI, eintragen, neue_person

from sozialamt.akte.einstellungen import wahlen
from sozialamt.akte.fallbildung import Kenntnis
from sozialamt.akte.models import Einstellungswahl, Tatsache
from sozialamt.akte.vorgaenge.mitgliedschaft_beenden import mitgliedschaft_beenden
from sozialamt.akte.vorgaenge.tatsachen_eintragen import Angabe

SPAETER = datetime(2026, 6, 1, 8, 0, tzinfo=UTC)
DAVOR = datetime(2026, 5, 31, 8, 0, tzinfo=UTC)


@pytest.fixture
def bert(sachbearbeitung, haushalt, anna):
    return neue_person(sachbearbeitung, haushalt, "Bert Zweiter", date(1960, 3, 14))


@pytest.fixture
def akte(sachbearbeitung, haushalt, anna, bert):
    eintragen(sachbearbeitung, haushalt, Angabe("miete_bruttokalt", 40000, JANUAR))
    eintragen(sachbearbeitung, haushalt, Angabe("miete_bruttokalt", 42000, FEBRUAR), zeitpunkt=SPAETER)
    eintragen(sachbearbeitung, haushalt, Angabe("rente_gesetzlich", 61240, JANUAR, person=bert), zeitpunkt=SPAETER)
    mitgliedschaft = haushalt.mitgliedschaften.gewusst_am(None).get(person=bert)
    mitgliedschaft_beenden(benutzer=sachbearbeitung, mitgliedschaft=mitgliedschaft, bis=MAI, zeitpunkt=SPAETER)
    Einstellungswahl.objects.create(
        einstellung="bemessung_erwerbsfreibetrag",
        wert=0,
        gilt_ab=JANUAR,
        grund="Beschluss",
        erfasst_am=SPAETER,
        erfasst_von=sachbearbeitung,
    )
    return haushalt


@pytest.mark.parametrize("gewusst_am", [None, DAVOR, SPAETER])
def test_die_ganze_geschichte_ist_eine_abfrage(akte, gewusst_am, django_assert_num_queries):
    with django_assert_num_queries(1):
        kenntnis = Kenntnis.lade(akte, gewusst_am)
        assert [m.person.rufname for m in kenntnis.mitgliedschaften]
        assert all(t.erfasst_von.anzeigename for t in kenntnis.tatsachen)
        assert {m.haushalt.aktenzeichen for m in kenntnis.mitgliedschaften} == {akte.aktenzeichen}
        assert kenntnis.fall(MAI).fall.haushalt


@pytest.mark.parametrize("gewusst_am", [None, ANFANG, DAVOR, SPAETER, datetime(2025, 1, 1, tzinfo=UTC)])
def test_sie_sagt_dasselbe_wie_jede_tabelle_fuer_sich(akte, gewusst_am):
    kenntnis = Kenntnis.lade(akte, gewusst_am)
    mitglieder = akte.mitgliedschaften.gewusst_am(gewusst_am).order_by("reihenfolge", "id")
    eigene, der_mitglieder = Tatsache.objects.der_akte(akte.pk, gewusst_am)
    tatsachen = sorted([*eigene, *der_mitglieder], key=lambda t: (t.erfasst_am, t.pk))
    assert [_werte(m) for m in kenntnis.mitgliedschaften] == [_werte(m) for m in mitglieder]
    assert [_werte(m.person) for m in kenntnis.mitgliedschaften] == [_werte(m.person) for m in mitglieder]
    assert [_werte(t) for t in kenntnis.tatsachen] == [_werte(t) for t in tatsachen]
    assert [_werte(w) for w in kenntnis.einstellungen] == [_werte(w) for w in wahlen(gewusst_am)]


def _werte(objekt):
    return {feld.attname: getattr(objekt, feld.attname) for feld in objekt._meta.concrete_fields}
