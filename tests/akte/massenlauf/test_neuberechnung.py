"""Zurückliegende Monate neu rechnen: Vorschläge je Fall, aus denen einzeln Vorgänge werden."""

from datetime import date

import polars as pl
import pytest
from django.db import IntegrityError, transaction
from tests.akte.bausteine import GRUNDSICHERUNG, NOVEMBER, eintragen
from tests.akte.massenlauf.test_vorschau import HEUTE, amt, erster_bescheid, zweite

from sozialamt.akte.fehler import AngabenFehler, RechtFehlt, ZustandFehler
from sozialamt.akte.massenlauf import neuberechnung
from sozialamt.akte.models import Bescheid, Frist, Massenlauf, Vorgang
from sozialamt.akte.models.massenlauf import Laufart, Postenstand, Wirkung
from sozialamt.akte.vorgaenge.massenlauf_freigeben import massenlauf_freigeben
from sozialamt.akte.vorgaenge.massenlauf_verwerfen import massenlauf_verwerfen
from sozialamt.akte.vorgaenge.neuberechnung_vorbereiten import neuberechnung_vorbereiten
from sozialamt.akte.vorgaenge.tatsachen_eintragen import Angabe
from sozialamt.akte.vorgaenge.vorschlag_uebernehmen import vorschlag_uebernehmen
from sozialamt.cli import main

__all__ = ["amt", "zweite"]

OKTOBER = date(2026, 10, 1)
FALL = {"haushalt": 1, "leistung": GRUNDSICHERUNG, "wirkung": "mehr"}


def vorbereiten(benutzer, **angaben):
    werte = {"monat": NOVEMBER, "bis": NOVEMBER, "anlass": "Berichtigter Wert", "zeitpunkt": HEUTE} | angaben
    return neuberechnung_vorbereiten(benutzer=benutzer, **werte)


@pytest.fixture
def lauf(amt, sachbearbeitung, haushalt):
    """Ein Fall bekommt im November 10 Euro mehr."""
    eintragen(sachbearbeitung, haushalt, Angabe("heizkosten", 7000, NOVEMBER), zeitpunkt=HEUTE)
    return vorbereiten(amt)


def test_ein_vorschlag_je_fall_mit_monaten_und_summen(lauf, haushalt):
    (posten,) = lauf.posten.all()
    assert (posten.haushalt, posten.von, posten.bis, posten.wirkung) == (haushalt, NOVEMBER, NOVEMBER, Wirkung.MEHR)
    assert posten.neu_cent - posten.alt_cent == 1000
    assert lauf.geprueft == 2
    assert str(lauf) == "Berichtigter Wert ab 11.2026 bis 11.2026"


@pytest.mark.parametrize(
    ("november", "alt", "neu", "wirkung"),
    [
        ({"alt": 300, "neu": 500}, 500, 900, Wirkung.MEHR),
        ({"alt": 300, "neu": 0}, 500, 400, Wirkung.WENIGER),
        ({"alt": 300, "neu": 100}, 500, 500, Wirkung.VERSCHOBEN),
        ({"alt": 300, "neu": None}, 500, None, Wirkung.OFFEN),
    ],
)
def test_mehrere_monate_werden_je_fall_zusammengezaehlt(db, monkeypatch, november, alt, neu, wirkung):
    monate = {OKTOBER: {"alt": 200, "neu": 400}, NOVEMBER: november}
    monkeypatch.setattr(neuberechnung, "vergleiche", lambda monat, _: (pl.DataFrame([FALL | monate[monat]]), 1))
    (fall,) = neuberechnung.rechne_monate_neu(OKTOBER, NOVEMBER)[0].iter_rows(named=True)
    assert (fall["von"], fall["bis"]) == (OKTOBER, NOVEMBER)
    assert (fall["alt"], fall["neu"], fall["wirkung"]) == (alt, neu, wirkung.value)


def test_aus_dem_vorschlag_wird_ein_vorgang_und_sonst_nichts(lauf, sachbearbeitung):
    vorher = Bescheid.objects.count()
    posten = vorschlag_uebernehmen(benutzer=sachbearbeitung, posten=lauf.posten.get(), zeitpunkt=HEUTE)
    assert (posten.stand, posten.vorgang.art) == (Postenstand.VORGANG, "aenderung")
    assert "§ 48 Abs. 1 Satz 2 Nr. 1 SGB X" in posten.vorgang.schritte.get().vermerk
    assert Frist.objects.filter(vorgang=posten.vorgang, schluessel="neuberechnung").exists()
    assert Bescheid.objects.count() == vorher
    with pytest.raises(ZustandFehler, match="schon befunden"):
        vorschlag_uebernehmen(benutzer=sachbearbeitung, posten=posten, zeitpunkt=HEUTE)


def test_was_sich_nicht_mehr_aendert_ist_erledigt(lauf, haushalt, sachbearbeitung):
    eintragen(sachbearbeitung, haushalt, Angabe("heizkosten", 6000, NOVEMBER), zeitpunkt=HEUTE)
    posten = vorschlag_uebernehmen(benutzer=sachbearbeitung, posten=lauf.posten.get(), zeitpunkt=HEUTE)
    assert (posten.stand, posten.vorgang) == (Postenstand.UEBERGANGEN, None)
    assert "ändert sich nichts mehr" in posten.hinweis
    assert not Vorgang.objects.exists()


def test_eine_neuberechnung_wird_weder_freigegeben_noch_ausgefuehrt(lauf, zweite):
    with pytest.raises(ZustandFehler, match="wird nicht freigegeben"):
        massenlauf_freigeben(benutzer=zweite, lauf=lauf)
    with pytest.raises(IntegrityError), transaction.atomic():
        Massenlauf.objects.filter(pk=lauf.pk).update(freigegeben_von=zweite, art=Laufart.NEUBERECHNUNG)
    massenlauf_verwerfen(benutzer=zweite, lauf=lauf)
    with pytest.raises(ZustandFehler, match="verworfen"):
        vorschlag_uebernehmen(benutzer=zweite, posten=lauf.posten.get(), zeitpunkt=HEUTE)


def test_ohne_recht_anlass_oder_mit_verkehrtem_zeitraum_entsteht_keine(amt, sachbearbeitung):
    with pytest.raises(RechtFehlt):
        vorbereiten(sachbearbeitung)
    with pytest.raises(AngabenFehler, match="Anlass"):
        vorbereiten(amt, anlass=" ")
    with pytest.raises(AngabenFehler, match=r"liegt vor 11\.2026"):
        vorbereiten(amt, bis=OKTOBER)
    assert not Massenlauf.objects.exists()


def test_der_befehl_zeigt_die_vorschau_und_haelt_auf_wunsch_fest(amt, sachbearbeitung, capsys):
    akte = erster_bescheid().haushalt
    eintragen(sachbearbeitung, akte, Angabe("heizkosten", 7000, NOVEMBER), zeitpunkt=HEUTE)
    zeitraum = ["massenlauf", "--monat", "2026-11", "--bis", "2026-11"]
    assert main([*zeitraum, "--vorschau"]) == 0
    assert "bekommt mehr" in capsys.readouterr().out
    assert not Massenlauf.objects.exists()
    assert main([*zeitraum, "--anlass", "Test", "--benutzer", amt.username]) == 0
    assert Massenlauf.objects.get().posten.count() == 1
    assert "einzeln entschieden" in capsys.readouterr().out
