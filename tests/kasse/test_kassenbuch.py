"""Das Kassenbuch folgt den Bescheiden, auch rückwirkend."""

import pytest
from django.db import DatabaseError, connection, transaction
from tests.kasse.bausteine import (
    GSIAE,
    HLU,
    IBANS,
    JULI,
    JUNI,
    LEBENSUNTERHALT,
    UNTERKUNFT,
    bescheid,
    haushalt,
    laufe,
    sammle,
    zahlungsweg,
)

from sozialamt.kasse.invarianten import pruefe_kasse
from sozialamt.kasse.konten import SAETZE, Buchungsart, Konto
from sozialamt.kasse.models import Buchung, stand
from sozialamt.kasse.schutz import NUR_ANFUEGBAR
from sozialamt.kasse.vorgaenge.soll_stellen import soll_stellen

pytestmark = pytest.mark.django_db


def salden(**wovon):
    """Aufwand, offen, Forderung, gezahlt."""
    b = Buchung.objects.filter(**wovon)
    aufwand = b.aggregate(s=stand(Konto.AUFWAND))["s"]
    return aufwand, b.offen(), b.forderung(), b.gezahlt()


@pytest.fixture
def gezahlt(akte, jorg, sach, kasse, team, uhr):
    """Juli mit 500 Euro gezahlt."""
    bescheid(akte, {(JULI, jorg, LEBENSUNTERHALT): 50_000}, sach, uhr.tick())
    zahlungsweg(akte, sach, team, uhr.tick())
    laufe(sammle(kasse, uhr), kasse, team, uhr)
    return akte


def test_zweimal_zum_soll_stellen_bucht_einmal(akte, jorg, sach, uhr):
    bescheid(akte, {(JULI, jorg, LEBENSUNTERHALT): 50_000}, sach, uhr.tick())
    assert soll_stellen(benutzer=sach, bis_monat=JULI, zeitpunkt=uhr.tick()) == 0
    assert salden() == (50_000, 50_000, 0, 0)


def test_weniger_vor_der_zahlung_ist_ein_storno(akte, jorg, sach, uhr):
    bescheid(akte, {(JULI, jorg, LEBENSUNTERHALT): 50_000}, sach, uhr.tick())
    bescheid(akte, {(JULI, jorg, LEBENSUNTERHALT): 30_000}, sach, uhr.tick(), art="aenderung")
    assert salden() == (30_000, 30_000, 0, 0)
    assert list(Buchung.objects.values_list("art", flat=True)) == ["sollstellung", "storno"]


def test_weniger_nach_der_zahlung_ist_eine_ueberzahlung(gezahlt, jorg, sach, uhr):
    bescheid(gezahlt, {(JULI, jorg, LEBENSUNTERHALT): 30_000}, sach, uhr.tick(), art="aenderung")
    assert salden() == (30_000, 0, 20_000, 50_000)


def test_aufhebung_ohne_anspruchszeilen_fordert_alles(gezahlt, jorg, sach, uhr):
    neu = bescheid(gezahlt, {}, sach, uhr.tick(), art="aufhebung", zeitraum=(JULI, JULI))
    assert salden() == (0, 0, 50_000, 50_000)
    assert Buchung.objects.last().bescheid == neu


def test_wird_die_ueberzahlung_wieder_bewilligt_wird_nichts_doppelt_gezahlt(gezahlt, jorg, sach, kasse, team, uhr):
    bescheid(gezahlt, {(JULI, jorg, LEBENSUNTERHALT): 30_000}, sach, uhr.tick(), art="aenderung")
    bescheid(gezahlt, {(JULI, jorg, LEBENSUNTERHALT): 55_000}, sach, uhr.tick(), art="aenderung")
    assert salden() == (55_000, 5_000, 0, 50_000)


def test_wechselt_der_kostentraeger_wird_umgebucht_und_nicht_neu_gezahlt(gezahlt, jorg, sach, uhr):
    """Rückwirkendes Einkommen verschob früher Kosten unbemerkt vom Bund zur Kommune."""
    kommunal = ("lebensunterhalt", "kommune", "wohnung", "alter")
    bescheid(gezahlt, {(JULI, jorg, kommunal): 45_000}, sach, uhr.tick(), art="aenderung")
    assert salden(kostentraeger="kommune")[0] == 45_000
    assert salden(kostentraeger="bund")[0] == 0
    assert salden() == (45_000, 0, 5_000, 50_000)
    assert pruefe_kasse() == []


def test_andere_person_derselben_akte_deckt_die_ueberzahlung(gezahlt, jorg, sach, uhr):
    _, andere = haushalt(2)
    bescheid(gezahlt, {(JULI, andere, LEBENSUNTERHALT): 60_000}, sach, uhr.tick(), art="aenderung")
    assert salden() == (60_000, 10_000, 0, 50_000)


def test_leistungen_werden_nicht_von_selbst_gegeneinander_verrechnet(gezahlt, jorg, sach, uhr):
    bescheid(gezahlt, {}, sach, uhr.tick(), art="aufhebung", zeitraum=(JULI, JULI))
    hlu = ("lebensunterhalt", "kommune", "", "")
    bescheid(gezahlt, {(JULI, jorg, hlu): 50_000}, sach, uhr.tick(), leistung=HLU)
    assert salden(leistung=GSIAE) == (0, 0, 50_000, 50_000)
    assert salden(leistung=HLU) == (50_000, 50_000, 0, 0)


def test_zweite_minderung_fordert_nur_das_weitere(gezahlt, jorg, sach, uhr):
    for cent in (40_000, 25_000):
        bescheid(gezahlt, {(JULI, jorg, LEBENSUNTERHALT): cent}, sach, uhr.tick(), art="aenderung")
    assert salden() == (25_000, 0, 25_000, 50_000)


def test_nachzahlung_fuer_vergangene_monate_wird_mit_dem_bescheid_gebucht(akte, jorg, sach, uhr):
    bescheid(akte, {(m, jorg, UNTERKUNFT): 10_000 for m in (JUNI, JULI)}, sach, uhr.tick())
    assert salden(monat=JUNI) == (10_000, 10_000, 0, 0)


@pytest.mark.parametrize("art", Buchungsart)
def test_die_datenbank_kennt_nur_die_erlaubten_saetze(gezahlt, art):
    vorlage = Buchung.objects.first()
    soll, haben = SAETZE[art]
    for neues in ({"soll": haben.value, "haben": soll.value}, {"soll": soll.value, "haben": soll.value}, {"cent": 0}):
        falsch = Buchung(**{f.attname: getattr(vorlage, f.attname) for f in Buchung._meta.fields})
        falsch.pk, falsch.schluessel, falsch.art = None, "neu", art.value
        falsch.soll, falsch.haben = soll.value, haben.value
        for name, wert in neues.items():
            setattr(falsch, name, wert)
        with pytest.raises(DatabaseError), transaction.atomic():
            falsch.save(force_insert=True)


@pytest.mark.parametrize("tabelle", ["kasse_buchung", "kasse_zahlung", "kasse_zahlungsposten", "kasse_zahlungsweg"])
@pytest.mark.parametrize("anweisung", ["UPDATE {} SET id = id", "DELETE FROM {}"])
def test_aendern_und_loeschen_lehnt_die_datenbank_ab(gezahlt, tabelle, anweisung):
    with pytest.raises(DatabaseError, match="nur anfügbar"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(anweisung.format(tabelle))


def test_jede_geschuetzte_tabelle_hat_ihren_ausloeser(db):
    assert pruefe_kasse() == []
    assert "kasse_buchung" in NUR_ANFUEGBAR


def test_jede_buchung_traegt_zwei_kontierungen(gezahlt):
    assert set(Buchung.objects.values_list("produkt", "statistikgruppe")) == {("05.01.02", "311")}


def test_dieselbe_buchung_lehnt_die_datenbank_ab(gezahlt):
    zweite = Buchung.objects.first()
    zweite.pk = None
    with pytest.raises(DatabaseError), transaction.atomic():
        zweite.save(force_insert=True)


def test_zahlungsweg_des_haushalts_wird_ersetzt_nicht_ergaenzt(akte, jorg, sach, kasse, team, uhr):
    bescheid(akte, {(JULI, jorg, LEBENSUNTERHALT): 50_000}, sach, uhr.tick())
    zahlungsweg(akte, sach, team, uhr.tick())
    zahlungsweg(akte, sach, team, uhr.tick(), iban=IBANS[1])
    lauf = sammle(kasse, uhr)
    assert [z.iban for z in lauf.zahlungen.all()] == [IBANS[1]]
