"""The examination scheme as text and the graph as SVG."""

from xml.etree import ElementTree as ET

from sozialamt.rechenkern import zeige, zeige_svg


def test_der_baum_zeigt_norm_parameter_und_wiederholungen(werk):
    baum = zeige(werk, "anspruch", 20220501)
    assert baum.startswith("Anspruch [anspruch] (§ 6)")
    assert "│  └─ § Regelsatz [regelsatz] (424,00 € ab 2019-01-01, § 9)" in baum
    assert "◇ Lohn [lohn] (§ 8)" in baum
    assert "⚖ Centgenau [genau]" in baum


def test_die_tiefe_begrenzt_den_baum(werk):
    assert len(zeige(werk, "anspruch", 20220501, tiefe=1).splitlines()) == 5
    assert " …" in zeige(werk, "anspruch", 20220501, tiefe=1)


def test_was_nicht_gilt_steht_dabei(werk):
    assert "gilt in diesem Monat nicht: 0,00 €" in zeige(werk, "bonus", 20200101)


def test_der_graph_ist_wohlgeformt_und_beschriftet(werk):
    svg = ET.fromstring(zeige_svg(werk, "anspruch", 20220501))  # noqa: S314 - our own text
    raum = "{http://www.w3.org/2000/svg}"
    assert svg.get("role") == "img" and svg.find(f"{raum}title").text.startswith("Regeln hinter „Anspruch“")
    assert len(svg.findall(f"{raum}g")) == 12
    breite, hoehe = int(svg.get("width")), int(svg.get("height"))
    for kasten in svg.iter(f"{raum}rect"):
        assert 0 <= int(kasten.get("x")) < breite - 200 and 0 <= int(kasten.get("y")) < hoehe - 40
