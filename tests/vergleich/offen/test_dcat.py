"""Metadaten nach DCAT-AP.de: gültig, und jede fehlende Pflichtangabe fällt auf."""

from dataclasses import replace
from datetime import date

import pytest
import rdflib

from sozialamt.vergleich.offen import dcat

DCT, DCAT = rdflib.Namespace("http://purl.org/dc/terms/"), rdflib.Namespace("http://www.w3.org/ns/dcat#")
ANGABEN = dcat.Angaben(
    adresse="https://amt.example/offene-daten/",
    behoerde="Stadt Beispiel, Sozialamt",
    email="amt@stadt.example",
    bereitsteller="http://dcat-ap.de/def/contributors/beispiel",
    tag=date(2026, 11, 22),
    dateien=("werte.csv", "werte.parquet", "datapackage.json", "paket.zip"),
    jahre=(2016, 2023),
    gebiete=("05913", "03241001"),
)


def test_die_metadaten_erfuellen_die_regeln():
    assert dcat.maengel(dcat.graph(ANGABEN)) == []


def test_ohne_kontakt_und_zeitraum_sind_sie_auch_gueltig():
    assert dcat.maengel(dcat.graph(replace(ANGABEN, email="", jahre=(), gebiete=()))) == []


@pytest.mark.parametrize(
    ("anders", "meldung"),
    [
        ({"bereitsteller": ""}, "Kennung des Datenbereitstellers"),
        ({"bereitsteller": "https://irgendwo.example/ich"}, "Kennung des Datenbereitstellers"),
        ({"dateien": ()}, "Es gibt keine Datei"),
        ({"gebiete": ("Dortmund",)}, "kein amtlicher Schlüssel"),
    ],
)
def test_was_fehlt_oder_nicht_passt_wird_genannt(anders, meldung):
    gefunden = dcat.maengel(dcat.graph(replace(ANGABEN, **anders)))
    assert any(meldung in m for m in gefunden), gefunden


@pytest.mark.parametrize(
    ("klasse", "eigenschaft"),
    [
        (DCAT.Catalog, DCT.title),
        (DCAT.Catalog, DCT.publisher),
        (DCAT.Catalog, DCT.description),
        (DCAT.Catalog, DCAT.dataset),
        (DCAT.Dataset, DCT.title),
        (DCAT.Dataset, DCT.description),
        (DCAT.Dataset, DCT.publisher),
        (DCAT.Dataset, DCAT.theme),
        (DCAT.Dataset, DCAT.keyword),
        (DCAT.Dataset, DCT.identifier),
        (DCAT.Distribution, DCAT.accessURL),
        (DCAT.Distribution, DCT.license),
        (DCAT.Distribution, DCT["format"]),
    ],
)
def test_jede_pflichtangabe_faellt_auf_wenn_sie_fehlt(klasse, eigenschaft):
    g = dcat.graph(ANGABEN)
    for was in list(g.subjects(rdflib.RDF.type, klasse)):
        g.remove((was, eigenschaft, None))
    assert dcat.maengel(g)


def test_turtle_laesst_sich_wieder_lesen():
    g = dcat.graph(ANGABEN)
    gelesen = rdflib.Graph().parse(data=g.serialize(format="turtle"), format="turtle")
    assert len(gelesen) == len(g)
