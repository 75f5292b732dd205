"""Düsseldorf und Dortmund aus den öffentlichen Tabellen: wirkliche Zahlen mit Quelle, und sonst Gründe."""

from dataclasses import replace
from datetime import date

import pytest

from sozialamt.vergleich.grafik.zahlen import zahl
from sozialamt.vergleich.kennzahlen.vergleichen import Streuung
from sozialamt.vergleich.pool import lesen
from sozialamt.vergleich.pool.oeffentlich import lade
from sozialamt.vergleich.pool.sicht import Sicht
from sozialamt.vergleich.profil.bericht import Absatz, Bericht
from sozialamt.vergleich.profil.berichte import Rahmen, monitoring, profilbericht

RAHMEN = Rahmen(Sicht.oeffentlich(), "Amt", date(2026, 11, 22))


@pytest.fixture
def geladen(db):
    lade()


def zeilen(bericht: Bericht, bild: str) -> dict[str, tuple[str, ...]]:
    return {zeile[0]: zeile for zeile in bericht.grafik(bild).tabelle.zeilen}


def test_beide_profile_stehen_mit_wirklichen_zahlen(geladen):
    dortmund, duesseldorf = (profilbericht(RAHMEN, s, 2020) for s in ("dortmund", "duesseldorf"))
    assert zeilen(dortmund, "dichten")["SGB II (Bundeswahlleiterin)"][1] == "147,5"
    assert zeilen(duesseldorf, "dichten")["SGB II (Bundeswahlleiterin)"][1] == "94,3"
    assert zeilen(dortmund, "anteile")["SGB II (ELB und NEF)"][2] == "84.164"
    assert zeilen(dortmund, "anteile")["HzP"][1] == "keine Lieferung"
    assert duesseldorf.grafik("anteile") is None
    assert zeilen(dortmund, "wirtschaft")["Schuldnerquote"][1].startswith("14,0")
    assert zeilen(duesseldorf, "wirtschaft")["Schuldnerquote"][1].startswith("11,9")
    assert not dortmund.erzeugt


def test_die_abweichung_im_profil_ist_die_unabhaengig_gerechnete(geladen):
    werte = {}
    pool = lesen.pool(Sicht.oeffentlich(), [2020], lesen.kreis(2020))
    for z in pool.iter_rows(named=True):
        if z["groesse"] == "schuldnerquote" or "schuldner" in z["groesse"]:
            werte[z["stadt"]] = z["wert"] / 100
    mittel = sum(werte.values()) / len(werte)
    sd = (sum((w - mittel) ** 2 for w in werte.values()) / len(werte)) ** 0.5
    erwartet = zahl((werte["dortmund"] - mittel) / sd, 2, vorzeichen=True)
    zeile = zeilen(profilbericht(RAHMEN, "dortmund", 2020), "wirtschaft")["Schuldnerquote"]
    assert zeile[3:5] == (str(len(werte)), erwartet)


def test_die_streuung_der_stichprobe_ist_groesser_und_wird_genannt(geladen):
    def abweichung(rahmen: Rahmen) -> float:
        bericht = profilbericht(rahmen, "dortmund", 2020)
        saetze = " ".join(b.text for k in bericht.kapitel for b in k.bloecke if isinstance(b, Absatz))
        assert ("n − 1" in saetze) is (rahmen.streuung is Streuung.STICHPROBE)
        return next(a.wert for a in bericht.grafik("wirtschaft").bild.teile if a.name == "Schuldnerquote")

    n = 14
    stichprobe = abweichung(replace(RAHMEN, streuung=Streuung.STICHPROBE))
    assert stichprobe == pytest.approx(abweichung(RAHMEN) * ((n - 1) / n) ** 0.5)


def test_jede_zahl_in_den_bildern_hat_eine_quelle(geladen):
    for stadt in ("dortmund", "duesseldorf"):
        for abbildung in profilbericht(RAHMEN, stadt, 2020).abbildungen():
            assert abbildung.grafik.quellen
            assert all(abbildung.grafik.kurzquellen)


def test_der_monitoringbericht_hat_ein_verzeichnis_und_jedes_kapitel_seinen_anker(geladen):
    bericht = monitoring(RAHMEN, 2023)
    anker = [k.schluessel for k in bericht.kapitel]
    assert bericht.verzeichnis
    assert len(set(anker)) == len(anker)
    assert {"kreis", "wirtschaft", "sgb2", "hzp", "methodik"} <= set(anker)
