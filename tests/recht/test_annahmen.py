"""Angekündigte Werte: ausdrücklich, mit Quelle, in einem eigenen Rechenwerk."""

import pytest

from sozialamt.leistungen import regelwerk
from sozialamt.rechenkern.errors import KeinWert
from sozialamt.recht.annahmen import lies_annahmen
from sozialamt.recht.laden import Dateifehler

JANUAR_2027 = 20270101
STUFEN = "{1: 575, 2: 518, 3: 460, 4: 483, 5: 400, 6: 366}"


@pytest.fixture
def lies(tmp_path):
    def lies(
        wert=STUFEN, ab="2027-01-01", quelle="Entwurf", name="regelbedarfsstufe", kopf="alles_uebrige_gilt_weiter: ja"
    ):
        datei = tmp_path / "werte.yaml"
        datei.write_text(f"{kopf}\nwerte:\n  {name}: {{ab: {ab}, wert: {wert}, quelle: {quelle}}}\n", encoding="utf-8")
        return lies_annahmen(datei, regelwerk(), JANUAR_2027)

    return lies


def test_der_angekuendigte_wert_gilt_ab_seinem_tag_und_nur_in_der_annahme(lies):
    annahmen = lies()
    stufen = annahmen.werk.parameter["regelbedarfsstufe"]
    assert stufen.fassung(20261201).wert[1] == 56_300
    assert (stufen.fassung(JANUAR_2027).wert[1], stufen.fassung(JANUAR_2027).quelle) == (57_500, "Entwurf")
    (eine,) = annahmen.werte
    assert (eine.titel, eine.ab) == ("Regelbedarfsstufen", "2027-01-01")
    assert "563,00" in eine.bisher and "575,00" in eine.kuenftig
    with pytest.raises(KeinWert):
        regelwerk().parameter["regelbedarfsstufe"].fassung(JANUAR_2027)


def test_alles_uebrige_gilt_weiter_und_wird_gezaehlt_was_frueher_endete_nicht(lies):
    annahmen = lies()
    for name, parameter in regelwerk().parameter.items():
        neu = annahmen.werk.parameter[name]
        if max(f.bis for f in parameter.fassungen) == 20261231:
            assert neu.fassung(20261201).wert == parameter.fassung(20261201).wert
            assert neu.fassung(20270131).bis == 20270131
        else:
            assert neu == parameter
    geendet = [p for p in regelwerk().parameter.values() if max(f.bis for f in p.fassungen) < 20261231]
    assert annahmen.fortgeschrieben == len(regelwerk().parameter) - len(geendet) - 1
    assert annahmen.werk.plaene is not regelwerk().plaene


@pytest.mark.parametrize(
    ("angaben", "grund"),
    [
        ({"name": "regelbedarf_frei_erfunden"}, "diesen Wert gibt es nicht"),
        ({"quelle": "''"}, "erwartet werden ab, wert und quelle"),
        ({"wert": "575"}, "eine andere Form"),
        ({"wert": "{1: 575}"}, "eine andere Form"),
        ({"wert": "{1: 575.005, 2: 1, 3: 1, 4: 1, 5: 1, 6: 1}"}, "zu viele Nachkommastellen"),
        ({"ab": "2027-02-01"}, "erwartet wird ein Tag nach"),
        ({"ab": "2020-01-01"}, "erwartet wird ein Tag nach"),
        ({"kopf": "alles_uebrige_gilt_weiter: nein"}, "ohne diese Annahme wird nicht gerechnet"),
        ({"kopf": "# leer"}, "erwartet werden die Schlüssel"),
    ],
)
def test_was_nicht_stimmt_wird_gesagt(lies, angaben, grund):
    with pytest.raises(Dateifehler, match=grund):
        lies(**angaben)


def test_ohne_werte_oder_ohne_datei_gibt_es_keine_annahme(tmp_path):
    leer = tmp_path / "leer.yaml"
    leer.write_text("alles_uebrige_gilt_weiter: ja\nwerte: {}\n", encoding="utf-8")
    with pytest.raises(Dateifehler, match="kein Wert angekündigt"):
        lies_annahmen(leer, regelwerk(), JANUAR_2027)
    with pytest.raises(Dateifehler, match="lässt sich nicht lesen"):
        lies_annahmen(tmp_path / "fehlt.yaml", regelwerk(), JANUAR_2027)
