"""Lieferung aus eigenen Akten: gezählt aus geltenden Bescheiden, Beispieldaten bleiben Beispieldaten."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from tests.akte.bausteine import GRUNDSICHERUNG, JANUAR, anna, haushalt, rentnerin, sachbearbeitung, zweite_person
from tests.vergleich.bausteine import nutzer_fuer, stadt

from sozialamt.akte.fehler import AngabenFehler, RechtFehlt, ZustandFehler
from sozialamt.akte.models import Haushalt
from sozialamt.akte.models.bescheid import Zahlanspruch
from sozialamt.akte.vorgaenge.bescheid_entwerfen import bescheid_entwerfen
from sozialamt.akte.vorgaenge.bescheid_erlassen import bescheid_erlassen
from sozialamt.vergleich.models import Stadt, Wert
from sozialamt.vergleich.pool import lesen
from sozialamt.vergleich.pool.beispiel import lege_beispielstadt_an
from sozialamt.vergleich.pool.sicht import Sicht
from sozialamt.vergleich.vorgaenge.eigene_liefern import eigene_liefern

__all__ = ["anna", "haushalt", "rentnerin", "sachbearbeitung"]

MAERZ = datetime(2026, 3, 20, 9, 0, tzinfo=UTC)
DANACH = datetime(2027, 2, 1, 9, 0, tzinfo=UTC)


@pytest.fixture
def bewilligt(grundbestand: None, sachbearbeitung, haushalt, rentnerin) -> Haushalt:
    entwurf = bescheid_entwerfen(
        benutzer=sachbearbeitung, haushalt=haushalt, leistung=GRUNDSICHERUNG, beginn=JANUAR, ende=date(2026, 12, 1)
    )
    bescheid_erlassen(benutzer=zweite_person(), entwurf=entwurf)
    return haushalt


def werte(quelle: str) -> dict[str, tuple[int | None, str]]:
    zeilen = Wert.objects.filter(quelle__titel=quelle).values_list("groesse__schluessel", "wert", "stichtag")
    return {groesse: (wert, stichtag) for groesse, wert, stichtag in zeilen}


def test_gezaehlt_wird_am_ende_des_letzten_abgeschlossenen_monats(bewilligt: Haushalt) -> None:
    essen = stadt("essen")
    lieferung = eigene_liefern(benutzer=nutzer_fuer(essen, "controlling"), stadt=essen, jahr=2026, zeitpunkt=MAERZ)
    gezaehlt = werte("Eigene Akten der Stadt Essen")
    assert gezaehlt["lb_gsiae_ave"] == (1, "28.02.2026")
    assert gezaehlt["lb_gsiae_ie"] == (0, "28.02.2026")
    assert gezaehlt["lb_hlu"] == (0, "28.02.2026")
    assert "auszahlung_gsiae_ave" not in gezaehlt
    assert "elb" not in gezaehlt
    assert not lieferung.erzeugt


def test_ein_ganzes_jahr_nennt_auch_betraege(bewilligt: Haushalt) -> None:
    essen = stadt("essen")
    eigene_liefern(benutzer=nutzer_fuer(essen, "controlling"), stadt=essen, jahr=2026, zeitpunkt=DANACH)
    cent = sum(z.cent for z in Zahlanspruch.objects.all())
    assert cent > 0
    assert werte("Eigene Akten der Stadt Essen")["auszahlung_gsiae_ave"] == (cent, "Jahr")


def test_noch_einmal_liefern_aendert_nichts(bewilligt: Haushalt) -> None:
    essen = stadt("essen")
    lieferin = nutzer_fuer(essen, "controlling")
    erste = eigene_liefern(benutzer=lieferin, stadt=essen, jahr=2026, zeitpunkt=MAERZ)
    zweite = eigene_liefern(benutzer=lieferin, stadt=essen, jahr=2026, zeitpunkt=MAERZ)
    assert (zweite.neu, zweite.gleich) == (0, erste.neu)


def test_beispieldaten_werden_nie_zahlen_einer_echten_stadt(bewilligt: Haushalt) -> None:
    Haushalt.objects.filter(pk=bewilligt.pk).update(erzeugt=True)
    essen = stadt("essen")
    with pytest.raises(ZustandFehler, match="Beispieldaten"):
        eigene_liefern(benutzer=nutzer_fuer(essen, "controlling"), stadt=essen, jahr=2026, zeitpunkt=MAERZ)
    assert not Wert.objects.exists()


def test_die_beispielstadt_liefert_gekennzeichnet_und_zaehlt_in_keinem_kreis(bewilligt: Haushalt) -> None:
    Haushalt.objects.filter(pk=bewilligt.pk).update(erzeugt=True)
    nutzer = nutzer_fuer(stadt("essen"), "controlling")
    lege_beispielstadt_an([nutzer.username])
    muster = Stadt.objects.get(schluessel="musterstadt")
    assert eigene_liefern(benutzer=nutzer, stadt=muster, jahr=2026, zeitpunkt=MAERZ).erzeugt
    pool = lesen.pool(Sicht.von(nutzer), [2026])
    assert set(pool["erzeugt"]) == {True}
    assert "musterstadt" not in lesen.kreis(2026)
    assert lesen.profil(Sicht.von(nutzer), "musterstadt", 2026).erzeugt


def test_ein_jahr_ohne_abgeschlossenen_monat_und_fremde_staedte_gehen_nicht(bewilligt: Haushalt) -> None:
    essen = stadt("essen")
    lieferin = nutzer_fuer(essen, "controlling")
    with pytest.raises(AngabenFehler):
        eigene_liefern(benutzer=lieferin, stadt=essen, jahr=2027, zeitpunkt=MAERZ)
    with pytest.raises(RechtFehlt):
        eigene_liefern(benutzer=lieferin, stadt=stadt("koeln"), jahr=2026, zeitpunkt=MAERZ)
