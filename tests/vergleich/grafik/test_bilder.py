"""Bilder: Alternativtext, Muster zur Farbe, deutsche Zahlen, Zwischenablage nach Inhalt."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from tests.vergleich.profil.beispiel import profildaten

from sozialamt.vergleich.grafik.bild import Grafik, Linie, Punkt, Streubild, Verlaufsbild
from sozialamt.vergleich.grafik.rendern import gemerkte, merke, png, svg
from sozialamt.vergleich.profil.stadtprofil import anteilsbild, dichtebild, wirtschaftsbild

DATEN = profildaten()
BILDER = {
    "anteile": anteilsbild("Anteile", "anteile", DATEN.anteile, "Personen"),
    "dichten": dichtebild("Dichten <&>", DATEN.dichten),
    "wirtschaft": wirtschaftsbild("Wirtschaft", DATEN.wirtschaft),
}
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("name", BILDER)
def test_jedes_svg_nennt_titel_und_alternativtext_und_ist_in_sich_geschlossen(name):
    roh = svg(BILDER[name])
    baum = ElementTree.fromstring(roh)  # noqa: S314 - our own drawing
    assert baum.find(f"{SVG}title").text == BILDER[name].titel
    assert baum.find(f"{SVG}desc").text == BILDER[name].alternativtext
    assert baum.get("role") == "img"
    assert not re.search(r'<script|\sstyle="|<style|href="http|\son\w+=', roh)


def test_der_alternativtext_nennt_jeden_wert_und_jeden_grund():
    text = BILDER["anteile"].alternativtext
    assert "SGB II: 80,0\u00a0Prozent" in text
    assert "AsylbLG: nicht zuständig" in text


def test_ein_fehlender_wert_steht_als_grund_im_bild_und_nicht_als_null():
    roh = svg(BILDER["dichten"])
    assert "keine Lieferung" in roh
    assert "HLU: keine Lieferung" in roh
    assert ">0,0<" not in roh


def test_unguenstig_ist_schraffiert_und_die_legende_sagt_es():
    roh = svg(BILDER["wirtschaft"])
    assert 'fill="url(#schraffur)"' in roh
    assert {"günstig", "ungünstig", "ohne Wertung"} <= set(re.findall(r">([^<>]+)</text>", roh))


def test_das_rohe_vorzeichen_bleibt_auch_bei_unguenstiger_wertung():
    roh = svg(BILDER["wirtschaft"])
    assert "−1,20" in roh
    assert "+1,72" in roh


def test_achsen_schreiben_deutsch():
    assert re.search(r">0,5<|>1,0<", svg(BILDER["wirtschaft"]))


def test_gleicher_inhalt_kommt_aus_der_ablage_und_anderer_nicht(tmp_path):
    bild = BILDER["dichten"]
    erstes = svg(bild, tmp_path)
    datei = next(tmp_path.iterdir())
    datei.write_text("aus der Ablage", encoding="utf-8")
    assert svg(bild, tmp_path) == "aus der Ablage"
    anderes = svg(replace(bild, alternativtext="neu"), tmp_path)
    assert anderes != erstes
    assert len(list(tmp_path.iterdir())) == 2


def test_png_ist_ein_bild_in_doppelter_groesse():
    inhalt = png(BILDER["anteile"])
    assert inhalt[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(inhalt[16:20]) > 1000


def test_eine_luecke_in_der_zeitreihe_unterbricht_die_linie():
    ganz = Verlaufsbild((Linie("A", tuple((j, 1.0 * j) for j in range(2000, 2010)), hervor=True),), "Prozent")
    luecke = Verlaufsbild(
        (Linie("A", tuple((j, None if j == 2005 else 1.0 * j) for j in range(2000, 2010)), hervor=True),), "Prozent"
    )
    pfade = [_linienpfad(svg(replace(BILDER["anteile"], bild=s))) for s in (ganz, luecke)]
    assert [pfad.count("M") for pfad in pfade] == [1, 2]


def _linienpfad(roh: str) -> str:
    return next(p for p in re.findall(r'<path[^>]*d="([^"]*)"[^>]*stroke-width="3"', roh))


def test_gruppen_unterscheiden_sich_auch_in_der_form():
    roh = svg(replace(BILDER["anteile"], bild=Streubild((Punkt("A", 1, 2, 1), Punkt("B", 2, 3, 2)), "x", "y")))
    formen = {re.sub(r"[-\d.]+", "", p) for p in re.findall(r'aria-roledescription="point"[^>]*d="([^"]*)"', roh)}
    assert len(formen) == 2


@pytest.mark.parametrize("name", BILDER)
def test_eine_gemerkte_grafik_wird_gleich_gezeichnet(name, tmp_path):
    kennung = merke(BILDER[name], tmp_path)
    assert svg(gemerkte(kennung, tmp_path)) == svg(BILDER[name])
    assert gemerkte(kennung, tmp_path).kennung == kennung
    assert gemerkte("f" * 32, tmp_path) is None


def test_auch_zeitreihen_und_punkte_lassen_sich_merken():
    for bild in (
        Verlaufsbild((Linie("A", ((2000, 1.0), (2001, None))),), "Prozent"),
        Streubild((Punkt("A", 1, 2, 1),), "x", "y"),
    ):
        grafik = replace(BILDER["anteile"], bild=bild)
        assert Grafik.aus_vorlage(grafik.vorlage).bild == bild
