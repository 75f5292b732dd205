"""Das Profil sagt nur, was geliefert ist, und nennt bei allem anderen den Grund."""

from dataclasses import replace

from tests.vergleich.profil.beispiel import kennwert, profildaten

from sozialamt.vergleich.profil import texte
from sozialamt.vergleich.profil.bericht import Abbildung, Zahlen
from sozialamt.vergleich.profil.daten import Organisation, Wirtschaftswert
from sozialamt.vergleich.profil.stadtprofil import stadtprofil


def profil(**anders):
    return stadtprofil(profildaten(**anders), herausgeber="Amt", stand="heute")


def test_das_profil_hat_die_vier_bilder():
    assert [a.grafik.schluessel for a in profil().abbildungen()] == ["anteile", "auszahlungen", "dichten", "wirtschaft"]


def test_der_text_nennt_die_groesste_gruppe():
    assert "Die größte Gruppe sind Personen mit SGB II: 80,0\u00a0Prozent" in texte.anteile(profildaten())


def test_der_text_nennt_eine_andere_gruppe_wenn_die_groesser_ist():
    werte = (kennwert("HLU", 60.0), kennwert("SGB II", 40.0))
    assert "Die größte Gruppe sind Personen mit HLU" in texte.anteile(profildaten(anteile=werte))


def test_ein_einziger_bereich_ergibt_kein_bild_und_keinen_anteil():
    bericht = profil(anteile=(kennwert("SGB II", 100.0), kennwert("HLU", None)))
    kapitel = next(k for k in bericht.kapitel if k.schluessel == "anteile")
    assert not any(isinstance(block, Abbildung) for block in kapitel.bloecke)
    assert "nicht bilden" in kapitel.bloecke[0].text
    assert isinstance(kapitel.bloecke[1], Zahlen)


def test_unvollstaendige_anteile_sagen_worauf_sie_sich_beziehen():
    assert "3 von 4 Bereichen" in texte.anteile(profildaten())
    assert "von" not in texte.auszahlungen(profildaten()).split("Bereiche.")[-1]


def test_jede_fehlende_rubrik_wird_mit_grund_erklaert():
    text = texte.fehlendes(profildaten().anteile)
    assert "AsylbLG (nicht zuständig)" in text
    assert texte.fehlendes([kennwert("HLU", 1.0)]) == ""


def test_ohne_jede_zahl_stehen_alle_kapitel_mit_gruenden_da():
    leer = tuple(kennwert(name, None) for name in ("HLU", "SGB II"))
    bericht = profil(
        anteile=leer, auszahlungen=leer, dichten=leer, wirtschaft=tuple(Wirtschaftswert(w, None, None) for w in leer)
    )
    assert list(bericht.abbildungen()) == []
    tabellen = [b.tabelle for k in bericht.kapitel for b in k.bloecke if isinstance(b, Zahlen)]
    assert sum("keine Lieferung" in zeile for t in tabellen for zeile in t.zeilen) == 8


def test_die_lage_zum_mittel_nennt_die_zahl_der_staedte():
    assert "über dem Mittel von 14 Städten (121,0)" in texte.dichten(profildaten())
    unter = (kennwert("SGB II", 100.0, "je 1.000", mittel=121.0),)
    assert "unter dem Mittel" in texte.dichten(profildaten(dichten=unter))


def test_ein_mittel_aus_einer_stadt_ist_keins():
    allein = (kennwert("SGB II", 100.0, "je 1.000", mittel=100.0, n=1),)
    assert "Mittel" not in texte.dichten(profildaten(dichten=allein))
    bild = stadtprofil(profildaten(dichten=allein), herausgeber="", stand="").grafik("dichten")
    assert "Roter Strich" not in str(bild.bild)


def test_der_wirtschaftstext_nennt_hoechste_und_tiefste_abweichung_mit_wertung():
    text = texte.wirtschaft(profildaten())
    assert "„Arbeitslosenquote“ (+1,72 Standardabweichungen, ungünstig)" in text
    assert "„Einkommen“ (−1,20 Standardabweichungen, ungünstig)" in text


def test_alle_ueber_dem_mittel_wird_nicht_darunter_genannt():
    werte = tuple(Wirtschaftswert(kennwert(n, 1.0), a, None) for n, a in (("A", 0.5), ("B", 1.5)))
    assert "auf derselben Seite des Mittels" in texte.wirtschaft(profildaten(wirtschaft=werte))


def test_quellen_stehen_einmal_und_nur_von_gezeigten_werten():
    fremd = (kennwert("HLU", None, quelle="nie gezeigt"), kennwert("SGB II", 1.0))
    bericht = profil(dichten=fremd)
    assert bericht.quellen == ("die Stadt", "erfunden")


def test_ohne_organisationstext_sagt_das_profil_das():
    kapitel = profil(organisation=Organisation()).kapitel[0]
    assert "noch keinen Text" in kapitel.bloecke[0].text


def test_die_tabelle_neben_dem_bild_nennt_jeden_wert():
    tabelle = profil().grafik("wirtschaft").tabelle
    assert [zeile[0] for zeile in tabelle.zeilen] == ["Arbeitslosenquote", "Einkommen", "Schuldnerquote"]
    assert tabelle.zeilen[2][1] == "keine Lieferung"
    assert all(zeile[3] == "14" for zeile in tabelle.zeilen)


def test_gleiche_zahlen_geben_gleiche_kennung():
    daten = profildaten()
    a, b = (stadtprofil(d, herausgeber="", stand="").grafik("dichten") for d in (daten, replace(daten, jahr=2020)))
    assert a.kennung == b.kennung
