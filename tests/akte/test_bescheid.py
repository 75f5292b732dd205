"""Vom Entwurf zum unveränderlichen Bescheid."""

import hashlib
import io
import json
from datetime import date

import jsonschema
import pytest
from pypdf import PdfReader
from tests.akte.bausteine import GRUNDSICHERUNG, JANUAR, MAI, NOVEMBER, eintragen, zweite_person

from sozialamt.akte.berechnung import Zustand, berechne
from sozialamt.akte.fallbildung import bilde_fall
from sozialamt.akte.fehler import AngabenFehler, RechtFehlt, ZustandFehler
from sozialamt.akte.models import Bescheid, Bescheidbetrag, Bescheidentwurf
from sozialamt.akte.spurspeicher import als_text, entpacke, packe
from sozialamt.akte.vorgaenge.bescheid_entwerfen import bescheid_entwerfen
from sozialamt.akte.vorgaenge.bescheid_erlassen import bescheid_erlassen
from sozialamt.akte.vorgaenge.bescheidentwurf_verwerfen import bescheidentwurf_verwerfen
from sozialamt.akte.vorgaenge.tatsachen_eintragen import Angabe, tatsachen_eintragen
from sozialamt.cli import main
from sozialamt.leistungen import steckbriefe


@pytest.fixture
def entwurf(sachbearbeitung, haushalt, rentnerin):
    return bescheid_entwerfen(
        benutzer=sachbearbeitung, haushalt=haushalt, leistung=GRUNDSICHERUNG, beginn=MAI, ende=NOVEMBER
    )


def test_der_entwurf_haelt_betraege_und_rechenweg_jedes_monats_fest(entwurf, haushalt):
    assert [m["monat"] for m in entwurf.inhalt["monate"]] == [f"2026-{m:02d}" for m in range(5, 12)]
    ergebnis = berechne(bilde_fall(haushalt, MAI), steckbriefe()[GRUNDSICHERUNG])
    assert ergebnis.zustand is Zustand.ANSPRUCH
    assert entwurf.inhalt["monate"][0]["cent"] == ergebnis.cent
    assert [spur["monat"] for spur in entwurf.spuren] == [m["monat"] for m in entwurf.inhalt["monate"]]


def test_packen_und_entpacken_verliert_nichts(haushalt, rentnerin):
    spuren = [berechne(bilde_fall(haushalt, m), steckbriefe()[GRUNDSICHERUNG]).spur for m in (MAI, NOVEMBER)]
    assert entpacke(packe(spuren)) == spuren
    assert entpacke(packe([])) == []


def test_der_aufbewahrte_rechenweg_erfuellt_sein_schema_und_liegt_dem_schreiben_bei(entwurf, capsys):
    assert main(["schema", "rechenweg"]) == 0
    text = als_text(bytes(entwurf.rechenweg))
    jsonschema.validate(json.loads(text), json.loads(capsys.readouterr().out))
    bescheid = bescheid_erlassen(benutzer=zweite_person(), entwurf=entwurf)
    beilagen = PdfReader(io.BytesIO(bytes(bescheid.dokument.pdf))).attachments
    assert beilagen == {"rechenweg.json": [text.encode()]}


def test_erlassen_schreibt_ab_druckt_und_nimmt_den_entwurf_weg(sachbearbeitung, haushalt, entwurf):
    bescheid = bescheid_erlassen(benutzer=zweite_person(), entwurf=entwurf)
    assert bescheid.nummer == f"{haushalt.aktenzeichen}-001"
    assert bescheid.rechtsstand == NOVEMBER
    assert not Bescheidentwurf.objects.exists()
    pdf = bytes(bescheid.dokument.pdf)
    assert pdf.startswith(b"%PDF-")
    assert bescheid.dokument.sha256 == hashlib.sha256(pdf).hexdigest()
    anspruch = steckbriefe()[GRUNDSICHERUNG].anspruch
    zeilen = Bescheidbetrag.objects.filter(bescheid=bescheid, bestandteil=anspruch).order_by("monat")
    assert [z.cent for z in zeilen] == [m["cent"] for m in bescheid.inhalt["monate"]]


def test_aenderung_nach_dem_entwurf_verhindert_das_erlassen(sachbearbeitung, haushalt, entwurf):
    tatsachen_eintragen(benutzer=sachbearbeitung, haushalt=haushalt, angaben=[Angabe("heizkosten", 9000, JANUAR)])
    with pytest.raises(ZustandFehler, match="Seit dem Entwurf hat sich die Akte geändert"):
        bescheid_erlassen(benutzer=zweite_person(), entwurf=entwurf)
    assert not Bescheid.objects.exists()


def test_geaendertes_recht_nach_dem_entwurf_verhindert_das_erlassen(sachbearbeitung, entwurf):
    entwurf.inhalt["monate"][0]["cent"] += 1
    entwurf.save()
    with pytest.raises(ZustandFehler, match="gesetzliche Werte"):
        bescheid_erlassen(benutzer=zweite_person(), entwurf=entwurf)


def test_zweimal_erlassen_geht_nicht(sachbearbeitung, entwurf):
    bescheid_erlassen(benutzer=zweite_person(), entwurf=entwurf)
    entwurf.pk = entwurf.pk or 1
    with pytest.raises(ZustandFehler, match="gibt es nicht mehr"):
        bescheid_erlassen(benutzer=zweite_person(), entwurf=entwurf)


def test_fehlende_angaben_geben_fragen_statt_eines_entwurfs(sachbearbeitung, haushalt, anna):
    eintragen(sachbearbeitung, haushalt, Angabe("geburtsdatum", None, date(1955, 3, 1), person=anna))
    with pytest.raises(ZustandFehler, match=r"fehlen Angaben: Geburtsdatum \(Anna Müller\)"):
        bescheid_entwerfen(benutzer=sachbearbeitung, haushalt=haushalt, leistung=GRUNDSICHERUNG, beginn=MAI, ende=MAI)
    assert not Bescheidentwurf.objects.exists()


@pytest.mark.parametrize(
    ("beginn", "ende", "grund"),
    [(MAI, date(2027, 5, 1), "umfasst 13 Monate"), (MAI, JANUAR, "endet vor seinem Beginn")],
)
def test_der_zeitraum_ist_hoechstens_ein_jahr(sachbearbeitung, haushalt, rentnerin, beginn, ende, grund):
    with pytest.raises(AngabenFehler, match=grund):
        bescheid_entwerfen(
            benutzer=sachbearbeitung, haushalt=haushalt, leistung=GRUNDSICHERUNG, beginn=beginn, ende=ende
        )


def test_ein_monat_ohne_recht_wird_nicht_geraten(sachbearbeitung, haushalt, rentnerin):
    beginn = date(2027, 1, 1)
    with pytest.raises(ZustandFehler, match=r"01\.2027 kann nicht berechnet werden"):
        bescheid_entwerfen(
            benutzer=sachbearbeitung, haushalt=haushalt, leistung=GRUNDSICHERUNG, beginn=beginn, ende=beginn
        )


def test_verwerfen_loescht_den_entwurf_aber_nicht_das_protokoll(sachbearbeitung, haushalt, entwurf):
    bescheidentwurf_verwerfen(benutzer=sachbearbeitung, entwurf=entwurf)
    assert not Bescheidentwurf.objects.exists()
    assert haushalt.protokoll.filter(vorgang="bescheidentwurf_verwerfen").exists()


def test_ohne_recht_kein_entwurf_und_kein_bescheid(leitung, haushalt, entwurf):
    with pytest.raises(RechtFehlt):
        bescheid_entwerfen(benutzer=leitung, haushalt=haushalt, leistung=GRUNDSICHERUNG, beginn=MAI, ende=MAI)
    with pytest.raises(RechtFehlt):
        bescheid_erlassen(benutzer=leitung, entwurf=entwurf)
    with pytest.raises(RechtFehlt):
        bescheidentwurf_verwerfen(benutzer=leitung, entwurf=entwurf)
