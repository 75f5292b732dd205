"""Streitige Fragen: das Amt wählt eine Ansicht ab einem Monat, und jede Berechnung folgt ihr."""

from datetime import UTC, date, datetime

import pytest
from tests.akte.bausteine import GRUNDSICHERUNG, JANUAR, MAI, NOVEMBER, benutzer_mit, eintragen

from sozialamt.akte.berechnung import berechne
from sozialamt.akte.einstellungen import geltende, streitfragen, wahlen
from sozialamt.akte.fallbildung import Kenntnis, bilde_fall
from sozialamt.akte.fehler import AngabenFehler, RechtFehlt
from sozialamt.akte.massenlauf import rechnung
from sozialamt.akte.models import Einstellungswahl, Protokolleintrag
from sozialamt.akte.vorgaenge.bescheid_entwerfen import bescheid_entwerfen
from sozialamt.akte.vorgaenge.einstellung_waehlen import einstellung_waehlen
from sozialamt.akte.vorgaenge.tatsachen_eintragen import Angabe
from sozialamt.leistungen import regelwerk, steckbriefe

FRAGE = "bemessung_erwerbsfreibetrag"


@pytest.fixture
def verwaltung(db):
    return benutzer_mit("administration")


@pytest.fixture
def mit_arbeit(sachbearbeitung, haushalt, rentnerin):
    angaben = (("erwerbseinkommen_brutto", 45_000), ("erwerbseinkommen_sozialversicherung", 9_000))
    eintragen(sachbearbeitung, haushalt, *(Angabe(name, wert, JANUAR, person=rentnerin) for name, wert in angaben))
    return haushalt


def waehle(benutzer, ansicht="netto", gilt_ab=MAI, **angaben):
    wahl = {"einstellung": FRAGE, "ansicht": ansicht, "gilt_ab": gilt_ab, "grund": "Dienstanweisung 4/2026"}
    return einstellung_waehlen(benutzer=benutzer, **(wahl | angaben))


def betrag(haushalt, monat):
    return berechne(bilde_fall(haushalt, monat), steckbriefe()[GRUNDSICHERUNG]).cent


def test_die_wahl_gilt_ab_ihrem_monat_in_jeder_berechnung(verwaltung, mit_arbeit):
    vorher = {monat: betrag(mit_arbeit, monat) for monat in (JANUAR, MAI)}
    waehle(verwaltung)
    assert betrag(mit_arbeit, JANUAR) == vorher[JANUAR]
    assert betrag(mit_arbeit, MAI) != vorher[MAI]
    kenntnis = Kenntnis.lade(mit_arbeit)
    assert kenntnis.fall(JANUAR).fall.einstellungen == {}
    optionen = regelwerk().einstellungen[FRAGE].optionen
    assert kenntnis.fall(MAI).fall.einstellungen == {FRAGE: optionen["netto"][0]}


def test_eine_spaetere_wahl_loest_die_fruehere_ab(verwaltung, mit_arbeit):
    waehle(verwaltung, "netto", JANUAR)
    waehle(verwaltung, "brutto", MAI)
    optionen = regelwerk().einstellungen[FRAGE].optionen
    for monat, ansicht in ((JANUAR, "netto"), (MAI, "brutto"), (NOVEMBER, "brutto")):
        assert geltende(wahlen(), monat) == {FRAGE: optionen[ansicht][0]}


def test_ein_frueherer_wissensstand_kennt_die_wahl_nicht(verwaltung, mit_arbeit):
    waehle(verwaltung, zeitpunkt=datetime(2026, 6, 1, tzinfo=UTC))
    assert not Kenntnis.lade(mit_arbeit, datetime(2026, 5, 1, tzinfo=UTC)).fall(MAI).fall.einstellungen


def test_der_entwurf_haelt_die_gewaehlte_ansicht_fest(verwaltung, sachbearbeitung, mit_arbeit):
    waehle(verwaltung)
    entwurf = bescheid_entwerfen(
        benutzer=sachbearbeitung, haushalt=mit_arbeit, leistung=GRUNDSICHERUNG, beginn=MAI, ende=MAI
    )
    festgehalten = entwurf.spuren[0]["einstellungen"][FRAGE]
    assert festgehalten["wert"] == regelwerk().einstellungen[FRAGE].optionen["netto"][0]


@pytest.mark.parametrize(
    "falsch",
    [{"einstellung": "gibtesnicht"}, {"ansicht": "anders"}, {"gilt_ab": date(2026, 5, 2)}, {"grund": "  "}],
    ids=lambda f: next(iter(f)),
)
def test_eine_unbrauchbare_wahl_wird_erklaert_und_nicht_gespeichert(verwaltung, falsch):
    with pytest.raises(AngabenFehler):
        waehle(verwaltung, **falsch)
    assert not Einstellungswahl.objects.exists()


def test_nur_die_administration_waehlt_und_es_ist_vermerkt(verwaltung, sachbearbeitung):
    with pytest.raises(RechtFehlt):
        waehle(sachbearbeitung)
    waehle(verwaltung)
    assert Protokolleintrag.objects.filter(vorgang="einstellung_waehlen", benutzer=verwaltung).count() == 1


def test_jede_streitfrage_steht_zur_wahl_mit_vorgabe_und_dem_was_gilt(verwaltung):
    waehle(verwaltung)
    fragen = {s.einstellung.name: s for s in streitfragen(NOVEMBER)}
    assert set(fragen) == set(regelwerk().einstellungen)
    for s in fragen.values():
        assert s.vorgabe in {text for _, text in s.ansichten}
    gewaehlt = fragen[FRAGE]
    assert gewaehlt.gilt != gewaehlt.vorgabe and len(gewaehlt.entschieden) == 1


def test_der_massenlauf_rechnet_mit_derselben_ansicht(monkeypatch):
    """Ohne zu übersetzen: Der Auftrag an den Rechenkern nennt die Wahl."""
    monkeypatch.setattr(rechnung, "Rechner", lambda werk, auftrag: auftrag)
    rechnung.rechner.cache_clear()
    assert rechnung.rechner("2026-05", ((FRAGE, 1),)).einstellungen == {FRAGE: 1}
    assert rechnung.rechner("2026-05").einstellungen == {}
    rechnung.rechner.cache_clear()
