"""Das Handbuch im Haus: jede Seite, jeder Verweis, Suche, Rundgang."""

import re
from datetime import date

import pytest
from django.urls import reverse
from tests.akte.bausteine import GRUNDSICHERUNG
from tests.akte.bausteine_schutz import einheit, zustaendig

from sozialamt.akte.vorgaenge.antrag_aufnehmen import antrag_aufnehmen
from sozialamt.web import handbuch


@pytest.fixture(scope="module")
def seiten():
    return {name: handbuch.seite(name) for name in handbuch.namen()}


def test_jede_datei_ist_eine_seite_mit_titel(seiten):
    assert {"index", "bedienung", "kasse", "parameter"} <= seiten.keys()
    for name, seite in seiten.items():
        assert seite.html.startswith("<h1 "), name
        assert seite.titel, name


def test_jeder_verweis_fuehrt_auf_eine_seite_und_einen_anker_die_es_gibt(seiten):
    anker = {name: set(re.findall(r' id="([^"]+)"', seite.html)) for name, seite in seiten.items()}
    for name, seite in seiten.items():
        for ziel in re.findall(r'href="([^"]+)"', seite.html):
            treffer = re.fullmatch(r"(?:/handbuch/([a-z0-9_]+)/)?(?:#(.+))?", ziel)
            assert treffer or ziel == reverse("handbuch"), f"{name}: {ziel}"
            if treffer:
                bei = treffer[1] or name
                assert bei in seiten, f"{name}: {ziel}"
                assert not treffer[2] or treffer[2] in anker[bei], f"{name}: {ziel}"


def test_kein_anker_steht_zweimal_auf_einer_seite_und_nichts_kommt_von_aussen(seiten):
    for name, seite in seiten.items():
        kennungen = re.findall(r' id="([^"]+)"', seite.html)
        assert len(kennungen) == len(set(kennungen)), name
        assert not re.findall(r'src="(?!/handbuch/bilder/)', seite.html), name
        assert " style=" not in seite.html, name


def test_die_suche_findet_auch_ohne_umlaut_und_nennt_den_abschnitt(client):
    text = client.get("/handbuch/", {"q": "ruecklaeufer"}).content.decode()
    assert "/handbuch/kasse/#" in text
    assert "Nichts gefunden" in client.get("/handbuch/", {"q": "gibtesnicht"}).content.decode()


def test_unbekannte_seiten_und_bilder_gibt_es_nicht(client):
    assert client.get("/handbuch/gibt-es-nicht/").status_code == 404
    assert client.get("/handbuch/bilder/..%2Fbedienung.md").status_code == 404
    bild = client.get("/handbuch/bilder/haushalt.png")
    assert bild.content.startswith(b"\x89PNG")


def test_eine_geaenderte_datei_steht_sofort_da(tmp_path, settings):
    settings.WURZEL = tmp_path
    datei = tmp_path / "docs" / "handbuch" / "neu.md"
    datei.parent.mkdir(parents=True)
    datei.write_text("# Erst\n\n<script>alert(1)</script>\n", encoding="utf-8")
    erste = handbuch.seite("neu")
    assert erste.titel == "Erst"
    assert "<script>" not in erste.html
    assert handbuch.seite("index") is None


def test_der_rundgang_hakt_ab_was_an_der_akte_geschehen_ist(client, sachbearbeitung, haushalt, rentnerin):
    adresse = f"/rundgang/?akte={haushalt.aktenzeichen}"
    vorher = client.get(adresse).context["schritte"]
    assert [s.erledigt for s in vorher] == [False] * len(vorher)
    assert vorher[1].adresse == ""
    antrag = antrag_aufnehmen(
        benutzer=sachbearbeitung, haushalt=haushalt, leistung=GRUNDSICHERUNG, eingang=date(2026, 5, 4)
    )
    nachher = client.get(adresse).context["schritte"]
    assert [s.erledigt for s in nachher[:3]] == [True, True, False]
    assert nachher[1].adresse == reverse("vorgang_angaben", args=[antrag.pk])


def test_jeder_halt_fuehrt_auf_eine_seite_die_es_gibt(client, sachbearbeitung, haushalt, rentnerin):
    antrag_aufnehmen(benutzer=sachbearbeitung, haushalt=haushalt, leistung=GRUNDSICHERUNG, eingang=date(2026, 5, 4))
    for halt in client.get(f"/rundgang/?akte={haushalt.aktenzeichen}").context["schritte"]:
        if halt.adresse:
            assert client.get(halt.adresse.split("#")[0]).status_code == 200, halt.titel


def test_eine_fremde_akte_zeigt_der_rundgang_nicht(client, sachbearbeitung, haushalt, rentnerin):
    zustaendig(haushalt, einheit("Anderes Team"), sachbearbeitung)
    text = client.get(f"/rundgang/?akte={haushalt.aktenzeichen}").content.decode()
    assert "gibt es nicht" in text
    assert "Antrag aufnehmen" not in text
