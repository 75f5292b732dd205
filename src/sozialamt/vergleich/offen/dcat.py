"""Metadaten der offenen Daten nach DCAT-AP.de 3.0 als RDF, und ihre Prüfung mit SHACL."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import rdflib

FORMEN = Path(__file__).parent / "dcat_ap_de_auszug.ttl"
EU = "http://publications.europa.eu/resource/authority/"
LIZENZ = "http://dcat-ap.de/def/licenses/dl-by-de/2.0"
EBENE = "http://dcat-ap.de/def/politicalGeocoding/Level/municipality"
FORMATE = {
    "csv": ("CSV", "text/csv"),
    "parquet": ("PARQUET", "application/vnd.apache.parquet"),
    "json": ("JSON", "application/json"),
    "zip": ("ZIP", "application/zip"),
}


@dataclass(frozen=True)
class Angaben:
    """Was die Metadaten von der Installation brauchen. `bereitsteller`: Kennung bei GovData, sonst leer."""

    adresse: str
    behoerde: str
    email: str
    bereitsteller: str
    tag: date
    dateien: tuple[str, ...]
    jahre: tuple[int, ...] = ()
    gebiete: tuple[str, ...] = ()
    """AGS der Städte, fünf- oder achtstellig."""


def graph(a: Angaben) -> rdflib.Graph:
    """Katalog, Datensatz und je Datei eine Distribution."""
    from rdflib import DCAT, DCTERMS, FOAF, RDF, XSD, Graph, Literal, Namespace, URIRef

    dcatde, vcard = Namespace("http://dcat-ap.de/def/dcatde/"), Namespace("http://www.w3.org/2006/vcard/ns#")
    g = Graph()
    for kurz, raum in (("dcat", DCAT), ("dcterms", DCTERMS), ("foaf", FOAF), ("dcatde", dcatde), ("vcard", vcard)):
        g.bind(kurz, raum)
    basis = a.adresse.rstrip("/")
    katalog, satz, amt = (URIRef(f"{basis}/#{x}") for x in ("katalog", "datensatz", "behoerde"))
    kontakt = URIRef(f"{basis}/#kontakt")

    def sage(was: URIRef, *paare: tuple[Any, Any]) -> None:
        for eigenschaft, wert in paare:
            g.add((was, eigenschaft, wert))

    titel = Literal("Städtevergleich Soziales", lang="de")
    text = Literal(
        "Kennzahlen der großen Städte zu Sozialleistungen, Bevölkerung und Wirtschaft, mit Quelle je Wert.", lang="de"
    )
    sprache = URIRef(EU + "language/DEU")
    tag = Literal(a.tag.isoformat(), datatype=XSD.date)
    sage(amt, (RDF.type, FOAF.Agent), (FOAF.name, Literal(a.behoerde, lang="de")))
    sage(katalog, (RDF.type, DCAT.Catalog), (DCTERMS.title, titel), (DCTERMS.description, text))
    sage(katalog, (DCTERMS.publisher, amt), (DCAT.dataset, satz), (DCTERMS.language, sprache))
    sage(satz, (RDF.type, DCAT.Dataset), (DCTERMS.title, titel), (DCTERMS.description, text))
    sage(satz, (DCTERMS.publisher, amt), (DCAT.theme, URIRef(EU + "data-theme/SOCI")), (DCTERMS.language, sprache))
    sage(satz, (DCTERMS.modified, tag), (DCTERMS.identifier, Literal(f"{basis}/#datensatz")))
    sage(satz, (DCAT.landingPage, URIRef(basis + "/")), (DCTERMS.accessRights, URIRef(EU + "access-right/PUBLIC")))
    sage(satz, (DCTERMS.accrualPeriodicity, URIRef(EU + "frequency/IRREG")))
    sage(satz, (dcatde.politicalGeocodingLevelURI, URIRef(EBENE)))
    for wort in ("Sozialleistungen", "Grundsicherung", "Städtevergleich", "Benchmarking"):
        sage(satz, (DCAT.keyword, Literal(wort, lang="de")))
    for ags in a.gebiete:
        sage(satz, (dcatde.politicalGeocodingURI, URIRef(_gebiet(ags))))
    if a.bereitsteller:
        sage(satz, (dcatde.contributorID, URIRef(a.bereitsteller)))
    if a.email:
        sage(kontakt, (RDF.type, vcard.Organization), (vcard.fn, Literal(a.behoerde)))
        sage(kontakt, (vcard.hasEmail, URIRef(f"mailto:{a.email}")))
        sage(satz, (DCAT.contactPoint, kontakt))
    if a.jahre:
        zeit = URIRef(f"{basis}/#zeitraum")
        sage(zeit, (RDF.type, DCTERMS.PeriodOfTime))
        sage(zeit, (DCAT.startDate, Literal(f"{min(a.jahre)}-01-01", datatype=XSD.date)))
        sage(zeit, (DCAT.endDate, Literal(f"{max(a.jahre)}-12-31", datatype=XSD.date)))
        sage(satz, (DCTERMS.temporal, zeit))
    for name in a.dateien:
        format_, medium = FORMATE[name.rsplit(".", 1)[1]]
        datei = URIRef(f"{basis}/{name}")
        verteilung = URIRef(f"{basis}/#{name}")
        sage(satz, (DCAT.distribution, verteilung))
        sage(verteilung, (RDF.type, DCAT.Distribution), (DCTERMS.title, Literal(name, lang="de")))
        sage(verteilung, (DCAT.accessURL, datei), (DCAT.downloadURL, datei), (DCTERMS.license, URIRef(LIZENZ)))
        sage(verteilung, (DCTERMS["format"], URIRef(EU + "file-type/" + format_)))
        sage(verteilung, (DCAT.mediaType, URIRef("https://www.iana.org/assignments/media-types/" + medium)))
        sage(verteilung, (dcatde.licenseAttributionByText, Literal("Quelle je Wert in der Spalte „quelle“", lang="de")))
    return g


def _gebiet(ags: str) -> str:
    art = "municipalityKey" if len(ags) > len("05913") else "districtKey"
    return f"http://dcat-ap.de/def/politicalGeocoding/{art}/{ags}"


def maengel(g: rdflib.Graph) -> list[str]:
    """Verstöße gegen den Auszug der Regeln, in deutschen Sätzen; leer heißt gültig."""
    import pyshacl
    import rdflib

    formen = rdflib.Graph().parse(FORMEN, format="turtle")
    gueltig, bericht, _ = pyshacl.validate(g, shacl_graph=formen, advanced=False, inference="none")
    if gueltig:
        return []
    meldung = rdflib.URIRef("http://www.w3.org/ns/shacl#resultMessage")
    return sorted({str(text) for text in bericht.objects(None, meldung)})
