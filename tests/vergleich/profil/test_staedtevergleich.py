"""Alle Städte nebeneinander: Reihenfolge, Mittel mit n, Fehlendes mit Grund, feste Gruppe über die Zeit."""

from sozialamt.vergleich.profil import staedtevergleich as sv
from sozialamt.vergleich.profil.bericht import Abbildung, Absatz


def vergleich(*werte: sv.Stadtwert, **anders) -> sv.Kennzahlvergleich:
    vorgabe = {"n": sum(w.wert is not None for w in werte), "mittel": 100.0, "quellen": ("Quelle",)}
    return sv.Kennzahlvergleich("dichte", "Dichte", "je 1.000", 1, 2023, werte, **(vorgabe | anders))


ESSEN = sv.Stadtwert("Essen", 150.0, rang=1, z=1.2, eigene=True)
KOELN = sv.Stadtwert("Köln", 50.0, rang=2, z=-1.2)
BONN = sv.Stadtwert("Bonn", None, grund="keine Lieferung")


def test_das_bild_ordnet_nach_wert_und_stellt_fehlendes_ans_ende():
    bild = sv.bild(vergleich(KOELN, BONN, ESSEN))
    assert [b.name for b in bild.bild.teile] == ["Essen", "Köln", "Bonn"]
    assert bild.bild.teile[0].hervor
    assert bild.bild.teile[2].grund == "keine Lieferung"
    assert bild.bild.strich == "Mittel von 2 Städten: 100,0"


def test_eine_stadt_ohne_wert_steht_in_satz_und_tabelle_aber_nicht_im_mittel():
    k = vergleich(ESSEN, KOELN, BONN)
    assert "Mittel von 2 Städten" in sv.satz(k)
    assert "Nicht im Mittel: Bonn (keine Lieferung)." in sv.satz(k)
    assert ("Bonn", "keine Lieferung", "–", "–") in sv.bild(k).tabelle.zeilen


def test_die_eigene_stadt_wird_mit_rang_und_lage_genannt():
    assert "Essen steht mit 150,0 auf Rang 1 von 2, über dem Mittel." in sv.satz(vergleich(ESSEN, KOELN))


def test_ein_einziger_wert_ergibt_weder_bild_noch_mittel():
    bloecke = sv.bloecke(vergleich(ESSEN, BONN))
    assert not any(isinstance(b, Abbildung) for b in bloecke)
    assert "Ein Mittel entfällt" in bloecke[0].text
    assert sv.fakten(vergleich(ESSEN, BONN)) is None


def test_ohne_jeden_wert_sagt_ein_satz_warum():
    (block,) = sv.bloecke(vergleich(BONN))
    assert isinstance(block, Absatz)
    assert "keine der 1 Städte" in block.text
    assert "keine Lieferung" in block.text


def test_das_faktenboard_nennt_eigene_mittel_und_grenzen():
    zahlen = [(f.zahl, f.titel) for f in sv.fakten(vergleich(ESSEN, KOELN)).fakten]
    assert zahlen == [
        ("150,0", "Essen"),
        ("100,0", "Mittel der Städte"),
        ("150,0", "höchster Wert: Essen"),
        ("50,0", "niedrigster Wert: Köln"),
    ]


def reihe(**anders) -> sv.Zeitreihe:
    vorgabe = {
        "jahre": (2020, 2021),
        "werte": {"Essen": {2020: 1.0, 2021: 2.0}, "Köln": {2020: 3.0}},
        "mittel": {2020: 1.0, 2021: 2.0},
        "gruppe": ("Essen", "Bonn"),
        "eigene": frozenset({"Essen"}),
    }
    return sv.Zeitreihe("dichte", "Dichte", "je 1.000", 1, **(vorgabe | anders))


def test_die_zeitreihe_nennt_die_feste_gruppe_und_laesst_luecken_offen():
    (block,) = sv.verlauf(reihe())
    assert "nur die 2 Städte" in block.text
    koeln = next(li for li in block.grafik.bild.teile if li.name == "Köln")
    assert koeln.punkte == ((2020, 3.0), (2021, None))
    assert ("Köln", "3,0", "–") in block.grafik.tabelle.zeilen
    assert "Essen: 2020 1,0, 2021 2,0" in block.grafik.alternativtext


def test_ohne_feste_gruppe_gibt_es_kein_mittel():
    (block,) = sv.verlauf(reihe(mittel={}, gruppe=()))
    assert "führte in die Irre" in block.text
    assert not any(li.mittel for li in block.grafik.bild.teile)


def test_ein_jahr_ist_kein_verlauf():
    assert sv.verlauf(reihe(jahre=(2020,))) == ()
