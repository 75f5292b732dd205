"""Das Profil als PDF: zugänglich, archivfest, vollständig."""

import io
from datetime import date

import pikepdf
import pypdf
import pytest
from tests.vergleich.profil.beispiel import profildaten

from sozialamt.vergleich.profil.pdf import rendere_bericht
from sozialamt.vergleich.profil.stadtprofil import stadtprofil

TAG = date(2026, 11, 22)
BERICHT = stadtprofil(profildaten(), herausgeber="Beispielstadt, Amt für Soziales", stand="Stand 22.11.2026")


@pytest.fixture(scope="module")
def pdf(tmp_path_factory) -> bytes:
    return rendere_bericht(BERICHT, TAG, tmp_path_factory.mktemp("ablage"))


def test_jedes_bild_traegt_seinen_alternativtext(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as dokument:
        texte = {str(o["/Alt"]) for o in dokument.objects if isinstance(o, pikepdf.Dictionary) and "/Alt" in o}
    assert {a.grafik.alternativtext for a in BERICHT.abbildungen()} <= texte


def test_das_dokument_nennt_sprache_titel_und_beide_normen(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as dokument:
        assert str(dokument.Root.Lang).startswith("de")
        metadaten = dokument.Root.Metadata.read_bytes().decode()
        assert dokument.Root.MarkInfo.Marked
    assert "Stadtprofil Beispielstadt 2020" in metadaten
    assert "<pdfaid:part>3" in metadaten
    assert "<pdfuaid:part>1" in metadaten


def test_alle_kapitel_und_zahlen_stehen_im_text(pdf):
    text = "".join(seite.extract_text() for seite in pypdf.PdfReader(io.BytesIO(pdf)).pages)
    for kapitel in BERICHT.kapitel:
        assert kapitel.titel in text
    assert "80,0" in text
    assert "keine Lieferung" in text


def test_gleiche_daten_ergeben_dieselbe_datei(pdf):
    assert rendere_bericht(BERICHT, TAG) == pdf


def test_ein_inhaltsverzeichnis_steht_nur_wo_es_verlangt_ist(pdf):
    from dataclasses import replace

    mit = rendere_bericht(replace(BERICHT, verzeichnis=True), TAG)
    erste = [pypdf.PdfReader(io.BytesIO(p)).pages[0].extract_text() for p in (mit, pdf)]
    assert "Inhalt" in erste[0]
    assert "Inhalt" not in erste[1]


def test_text_einer_stadt_wird_nie_satzanweisung():
    from dataclasses import replace

    boese = replace(BERICHT, untertitel='#panic("x") $ \\ [ ]')
    text = pypdf.PdfReader(io.BytesIO(rendere_bericht(boese, TAG))).pages[0].extract_text()
    assert '#panic("x")' in text
