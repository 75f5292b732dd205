"""Files of the law: exact numbers, nothing twice, nothing unknown, nothing open beyond the state of law."""

import pytest

from sozialamt.rechenkern import Auswahl, KeinWert
from sozialamt.recht.laden import Dateifehler, lies_einstellungen, lies_merkmale, lies_parameter

PARAMETER = """
rechtsstand_bis: 2026-12-31
parameter:
  satz:
    titel: Satz
    einheit: {einheit}
    norm: § 1
    werte:
      - ab: 2019-01-01
        wert: {wert}
        quelle: Gesetz
        beleg: gesehen
        geprueft_am: 2026-11-21
"""


class Probeauswahl(Auswahl):
    """Only for these tests."""

    ROT = 0
    BLAU = 1


@pytest.fixture
def datei(tmp_path):
    def schreibe(text):
        pfad = tmp_path / "probe.yaml"
        pfad.write_text(text, encoding="utf-8")
        return pfad

    return schreibe


@pytest.mark.parametrize(
    ("einheit", "wert", "erwartet"),
    [
        ("euro", "152.01", 15_201),
        ("euro", "563", 56_300),
        ("prozent", "2.3", 230),
        ("prozent", "17", 1_700),
        ("anzahl", "33", 33),
        ("ja_nein", "true", 1),
        ("datum", "2020-01-01", 20_200_101),
        ("euro", "{1: 563, 3: 451.5}", (0, 56_300, 0, 45_150)),
        ("euro", "[1, 2.5]", (100, 250)),
    ],
)
def test_werte_werden_ganze_zahlen(datei, einheit, wert, erwartet):
    (p,) = lies_parameter(datei(PARAMETER.format(einheit=einheit, wert=wert)))
    assert p.fassung(20200101).wert == erwartet


@pytest.mark.parametrize("wert", ["1.005", "{a: 1}", "text", "[1, x]"])
def test_was_keine_genaue_zahl_ist_wird_abgelehnt(datei, wert):
    with pytest.raises(Dateifehler, match=r"probe.yaml: satz"):
        list(lies_parameter(datei(PARAMETER.format(einheit="euro", wert=wert))))


def test_offene_werte_enden_mit_dem_rechtsstand(datei):
    (p,) = lies_parameter(datei(PARAMETER.format(einheit="euro", wert="1")))
    with pytest.raises(KeinWert, match="2027-01-01"):
        p.fassung(20270101)


def test_doppelte_schluessel_werden_abgelehnt(datei):
    with pytest.raises(Dateifehler, match="zweimal"):
        list(lies_parameter(datei(PARAMETER.format(einheit="euro", wert="1") + "        ab: 2020-01-01\n")))


def test_unbekannte_felder_werden_abgelehnt(datei):
    with pytest.raises(Dateifehler, match="gueltig"):
        list(lies_parameter(datei(PARAMETER.format(einheit="euro", wert="1") + "        gueltig: ja\n")))


def test_fehlende_quelle_wird_abgelehnt(datei):
    text = PARAMETER.format(einheit="euro", wert="1").replace("        quelle: Gesetz\n", "")
    with pytest.raises(Dateifehler, match="quelle"):
        list(lies_parameter(datei(text)))


MERKMAL = """
farbe:
  titel: Farbe
  ebene: person
  art: auswahl
  auswahl: Probeauswahl
  norm: § 1
  hilfe: Welche?
lohn:
  titel: Lohn
  ebene: person
  art: betrag
  norm: § 2
  hilfe: Wie viel?
  min: 0
  max: 99.99
  vorgabe: 0
  vorgabe_grund: kein Lohn
  wenn: {farbe: [rot]}
"""


def test_merkmale_mit_bedingung_grenzen_und_vorgabe(datei):
    farbe, lohn = lies_merkmale([datei(MERKMAL)])
    assert farbe.pflicht and farbe.auswahl is Probeauswahl
    assert (lohn.min, lohn.max, lohn.vorgabe, lohn.wenn) == (0, 9_999, 0, {"farbe": frozenset({0})})


@pytest.mark.parametrize(
    ("alt", "neu", "meldung"),
    [
        ("  vorgabe_grund: kein Lohn\n", "", "vorgabe_grund"),
        ("{farbe: [rot]}", "{farbe: [gelb]}", "gelb"),
        ("{farbe: [rot]}", "{form: [rot]}", "form"),
        ("Probeauswahl", "Gibtsnicht", "Gibtsnicht"),
        ("  hilfe: Wie viel?\n", "", "hilfe"),
    ],
)
def test_unvollstaendige_merkmale_werden_abgelehnt(datei, alt, neu, meldung):
    with pytest.raises(Dateifehler, match=meldung):
        lies_merkmale([datei(MERKMAL.replace(alt, neu))])


def test_einstellungen_mit_auswahl_und_ja_nein(datei):
    text = """
lesart: {titel: T, norm: § 1, auswahl: Probeauswahl, vorgabe: blau, hinweis: H, geprueft_am: 2026-11-21}
streng: {titel: T, norm: § 1, art: ja_nein, vorgabe: true, hinweis: H, geprueft_am: 2026-11-21}
"""
    lesart, streng = lies_einstellungen(datei(text))
    assert (lesart.vorgabe, lesart.text(0)) == (1, "rot")
    assert (streng.vorgabe, list(streng.optionen)) == (1, ["nein", "ja"])
    with pytest.raises(Dateifehler, match="gelb"):
        list(lies_einstellungen(datei(text.replace("blau", "gelb"))))
