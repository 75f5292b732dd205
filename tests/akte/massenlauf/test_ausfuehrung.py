"""Ein freigegebener Massenlauf wird zu Bescheiden, jeder Fall für sich und beliebig oft fortsetzbar."""

import csv
import hashlib
from datetime import UTC, datetime

import pytest
from tests.akte.bausteine import NOVEMBER, eintragen
from tests.akte.massenlauf.test_vorschau import HEUTE, amt, rentner, schreibe, vorbereiten, zeile, zweite

from sozialamt.akte.fehler import ZustandFehler
from sozialamt.akte.massenlauf import ausfuehrung
from sozialamt.akte.massenlauf.briefe import VERZEICHNIS, lege_ab
from sozialamt.akte.massenlauf.rentendatei import lies_rentendatei
from sozialamt.akte.massenlauf.vorschau import bewilligt
from sozialamt.akte.models import Bescheid, Tatsache, Zahlanspruch
from sozialamt.akte.models.massenlauf import Laufstand, Postenstand
from sozialamt.akte.vorgaenge.massenlauf_freigeben import massenlauf_freigeben
from sozialamt.akte.vorgaenge.massenlaufposten_ausfuehren import massenlaufposten_ausfuehren
from sozialamt.akte.vorgaenge.tatsachen_eintragen import Angabe

__all__ = ["amt", "zweite"]

SPAETER = datetime(2026, 10, 25, 8, 0, tzinfo=UTC)


@pytest.fixture
def lauf(amt, zweite, tmp_path):
    """Freigegebener Lauf: eine höhere Miete und eine höhere Rente."""
    bescheid, person, rente = rentner()
    mieter = Bescheid.objects.filter(haushalt__tatsachen__merkmal="miete_bruttokalt").exclude(
        haushalt=bescheid.haushalt
    )
    haushalt = mieter.order_by("id").first().haushalt
    miete = Tatsache.objects.filter(haushalt=haushalt, merkmal="miete_bruttokalt").last().wert
    eintragen(amt, haushalt, Angabe("miete_bruttokalt", miete + 1000, NOVEMBER), zeitpunkt=HEUTE)
    euro = f"{(rente + 500) // 100},{(rente + 500) % 100:02d}"
    datei = schreibe(tmp_path, zeile(bescheid, person, euro))
    vorbereitet = vorbereiten(amt, renten=lies_rentendatei(datei))
    return massenlauf_freigeben(benutzer=zweite, lauf=vorbereitet)


def test_jeder_posten_wird_zum_aenderungsbescheid_mit_dem_betrag_der_vorschau(lauf, amt, zweite):
    ausfuehrung.fuehre_aus(lauf)
    lauf.refresh_from_db()
    assert lauf.stand == Laufstand.AUSGEFUEHRT
    assert [p.hinweis for p in lauf.posten.filter(stand=Postenstand.UEBERGANGEN)] == []
    assert lauf.posten.filter(stand=Postenstand.ERLASSEN).count() == 2
    gilt = bewilligt(NOVEMBER)
    for posten in lauf.posten.select_related("bescheid"):
        bescheid = posten.bescheid
        assert (bescheid.art, bescheid.created_by, bescheid.beginn) == ("aenderung", zweite, NOVEMBER)
        assert bescheid.inhalt["monate"][0]["cent"] == posten.neu_cent
        assert sum(gilt.filter(haushalt=posten.haushalt_id, leistung=posten.leistung)["cent"]) == posten.neu_cent
        assert bytes(bescheid.dokument.pdf).startswith(b"%PDF-")
        assert "§ 24 Abs. 2" in str(bescheid.inhalt["entscheidung"]["gruende"])
    assert not lauf.angaben.filter(eingetragen=False).exists()
    rente = lauf.angaben.get()
    assert Tatsache.objects.filter(person=rente.person, merkmal=rente.merkmal).last().wert == rente.wert


def test_nach_einem_abbruch_geht_es_weiter_und_nichts_geschieht_zweimal(lauf, monkeypatch):
    erledigt = []

    def faellt_nach_dem_ersten(*, posten):
        if erledigt:
            raise KeyboardInterrupt
        erledigt.append(massenlaufposten_ausfuehren(posten=posten))

    vorher = Bescheid.objects.count()
    with monkeypatch.context() as stoerung:
        stoerung.setattr(ausfuehrung, "massenlaufposten_ausfuehren", faellt_nach_dem_ersten)
        with pytest.raises(KeyboardInterrupt):
            ausfuehrung.fuehre_aus(lauf)
    assert Bescheid.objects.count() == vorher + 1
    ausfuehrung.fuehre_aus(lauf)
    ausfuehrung.fuehre_aus(lauf)
    assert Bescheid.objects.count() == vorher + 2
    assert Tatsache.objects.filter(merkmal="rente_gesetzlich", gilt_ab=NOVEMBER, erfasst_am__gt=HEUTE).count() == 1


def test_was_sich_seit_der_vorschau_aenderte_wird_uebergangen_und_nennt_den_grund(lauf, amt):
    posten = lauf.posten.exclude(haushalt=lauf.angaben.get().haushalt).get()
    eintragen(amt, posten.haushalt, Angabe("heizkosten", 100, NOVEMBER), zeitpunkt=SPAETER)
    ausfuehrung.fuehre_aus(lauf)
    posten.refresh_from_db()
    assert posten.stand == Postenstand.UEBERGANGEN
    assert "haben sich Angaben geändert" in posten.hinweis
    assert not Zahlanspruch.objects.filter(bescheid__haushalt=posten.haushalt, bescheid__art="aenderung").exists()


def test_ohne_freigabe_wird_nichts_ausgefuehrt(amt):
    lauf = vorbereiten(amt)
    with pytest.raises(ZustandFehler, match="Ausgeführt wird nur, was freigegeben ist"):
        ausfuehrung.fuehre_aus(lauf)


def test_die_schreiben_liegen_mit_verzeichnis_im_ordner_und_ein_zweiter_lauf_aendert_nichts(lauf, tmp_path):
    ausfuehrung.fuehre_aus(lauf)
    ordner = tmp_path / "briefe"
    assert lege_ab(lauf, ordner) == 2
    verzeichnis = (ordner / VERZEICHNIS).read_text(encoding="utf-8-sig").splitlines()
    for eintrag in csv.DictReader(verzeichnis, delimiter=";"):
        assert hashlib.sha256((ordner / eintrag["datei"]).read_bytes()).hexdigest() == eintrag["sha256"]
    vorher = {p.name: p.stat().st_mtime_ns for p in ordner.glob("*.pdf")}
    assert lege_ab(lauf, ordner) == 2
    assert {p.name: p.stat().st_mtime_ns for p in ordner.glob("*.pdf")} == vorher
