"""Alle öffentlichen Werte stehen nach dem Start im Pool, und die Profile stimmen mit unabhängiger Rechnung."""

from __future__ import annotations

import csv
import math
import statistics
from decimal import ROUND_HALF_UP, Decimal

import pytest

from sozialamt.vergleich.kennzahlen.katalog import OEFFENTLICH
from sozialamt.vergleich.kennzahlen.stadtprofil import Stadtprofil
from sozialamt.vergleich.kennzahlen.vergleichen import Streuung
from sozialamt.vergleich.models import Lieferung, Wert
from sozialamt.vergleich.pool import lesen
from sozialamt.vergleich.pool.oeffentlich import DATEIEN, lade
from sozialamt.vergleich.pool.sicht import Sicht


@pytest.fixture
def geladen(db: None) -> None:
    lade()


def tabelle(name: str) -> list[dict[str, str]]:
    with (OEFFENTLICH / name).open(encoding="utf-8") as datei:
        return list(csv.DictReader(datei))


def profil(stadt: str, jahr: int, streuung: Streuung = Streuung.GRUNDGESAMTHEIT) -> Stadtprofil:
    return lesen.profil(Sicht.oeffentlich(), stadt, jahr, streuung)


def test_jede_zeile_jeder_datei_ist_im_pool(geladen: None) -> None:
    zeilen = {DATEIEN[name]: len(tabelle(name)) for name in DATEIEN}
    assert {x.titel: x.zeilen for x in Lieferung.objects.all()} == zeilen
    assert Wert.objects.count() == sum(zeilen.values())


def test_jeder_wert_steht_genau_so_im_pool_wie_in_der_tabelle(geladen: None) -> None:
    stellen = {g.schluessel: g.stellen for g in lesen.verzeichnis().groessen.values()}
    namen = lesen.stadtnamen()
    pool = lesen.pool(Sicht.oeffentlich(), ohne_jahr=True)
    ist = sorted(
        (
            namen[z["stadt"]],
            z["jahr"] or 0,
            z["stichtag"],
            z["quelle"],
            Decimal(z["wert"]).scaleb(-stellen[z["groesse"]]),
        )
        for z in pool.iter_rows(named=True)
    )
    soll = sorted(
        (z["stadt"], int(z["jahr"] or 0), z["stichtag"], z["quelle"], Decimal(z["wert"]))
        for name in DATEIEN
        for z in tabelle(name)
    )
    assert ist == soll


def test_ein_zweiter_start_aendert_nichts(geladen: None) -> None:
    vorher = Wert.objects.count()
    assert lade() == []
    assert (Wert.objects.count(), Lieferung.objects.count()) == (vorher, len(DATEIEN))


def test_der_kreis_folgt_ein_und_austritten(geladen: None) -> None:
    assert "berlin" in lesen.kreis(2017)
    assert "berlin" not in lesen.kreis(2018)
    assert "region-hannover" not in lesen.kreis(2018)
    assert "region-hannover" in lesen.kreis(2019)
    assert "hamburg" in lesen.kreis(2020)
    assert "hamburg" not in lesen.kreis(2021)
    assert len(lesen.kreis(2020)) == 14


@pytest.mark.parametrize("jahr", [2005, 2017, 2020, 2021])
@pytest.mark.parametrize("streuung", Streuung)
def test_abweichungen_stimmen_mit_unabhaengiger_rechnung(geladen: None, jahr: int, streuung: Streuung) -> None:
    namen = {name: schluessel for schluessel, name in lesen.stadtnamen().items()}
    kreis = set(lesen.kreis(jahr))
    einkommen = {
        namen[z["stadt"]]: float(z["wert"])
        for z in tabelle("inkar_staedte.csv")
        if z["kennzahl"].startswith("Durchschnittliches Haushaltseinkommen") and z["jahr"] == str(jahr)
    }
    werte = {stadt: wert for stadt, wert in einkommen.items() if stadt in kreis}
    sd = statistics.pstdev(werte.values()) if streuung is Streuung.GRUNDGESAMTHEIT else statistics.stdev(werte.values())
    for stadt in ("duesseldorf", "dortmund"):
        gefunden = next(
            w
            for w in profil(stadt, jahr, streuung).indikatoren
            if w.messwert.kennzahl.schluessel == "haushaltseinkommen_monat"
        )
        stellung = gefunden.stellung
        assert stellung.n == len(werte)
        assert stellung.kreis == len(kreis)
        assert math.isclose(stellung.z, (werte[stadt] - statistics.fmean(werte.values())) / sd, rel_tol=1e-9)
        assert stellung.rang == 1 + sum(w > werte[stadt] for w in werte.values())


def test_verhaeltnisse_sind_exakt_und_einmal_gerundet(geladen: None) -> None:
    roh = {
        z["kennzahl"]: int(z["wert"])
        for z in tabelle("inkar_staedte.csv")
        if z["stadt"] == "Dortmund" and z["jahr"] == "2019" and z["einheit"] == "Personen"
    }
    genau = Decimal(100 * roh["Arbeitslose insgesamt"]) / roh["Einwohner 15 bis unter 65 Jahre"]
    gefunden = next(
        w for w in profil("dortmund", 2019).indikatoren if w.messwert.kennzahl.schluessel == "arbeitslose_je_100"
    )
    assert gefunden.messwert.wert == genau.quantize(Decimal("0.1"), ROUND_HALF_UP)


def test_duesseldorf_2020_zeigt_was_da_ist_und_nennt_was_fehlt(geladen: None) -> None:
    duesseldorf = profil("duesseldorf", 2020)
    bereiche = {b.bereich.schluessel: b for b in duesseldorf.bereiche}
    assert bereiche["hlu"].lb.messwert.wert is None
    assert bereiche["hlu"].lb.messwert.warum == "keine Lieferung"
    dichte = bereiche["sgb2"].dichte
    assert dichte.messwert.kennzahl.nummer == "K-408"
    assert dichte.messwert.wert == Decimal("94.3")
    assert (dichte.stellung.n, dichte.stellung.kreis) == (11, 14)
    assert {stadt for stadt, _ in dichte.stellung.ohne} == {"bremen", "dresden", "nuernberg"}
    assert "Bundeswahlleiter" in dichte.messwert.quellen[0]
    assert not duesseldorf.erzeugt


def test_dortmund_2020_nennt_den_mangel_seiner_zahlen(geladen: None) -> None:
    bereiche = {b.bereich.schluessel: b for b in profil("dortmund", 2020).bereiche}
    personen = [1478, 13155, 759, 2632, 84164]
    sgb2 = bereiche["sgb2"].anteil_lb
    assert sgb2.messwert.wert == (Decimal(100 * 84164) / sum(personen)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    assert sgb2.messwert.luecken == 2
    assert any("keinen Zeitraum" in hinweis for hinweis in sgb2.messwert.hinweise)
    zahlung = bereiche["sgb2"].anteil_auszahlung.messwert
    assert zahlung.wert == (Decimal(100 * 226) / (226 + 97 + 16 + 34)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    assert any("ohne die Leistungen des Bundes" in hinweis for hinweis in zahlung.hinweise)


def test_zwei_ausgaben_einer_statistik_werden_nie_gemischt(geladen: None) -> None:
    """Schulabgänge 2022 stehen in zwei Ausgaben mit verschiedenen Zahlen; es gilt die mit mehr Städten."""
    from sozialamt.vergleich.kennzahlen.rechnen import waehle

    gewaehlt = waehle(lesen.pool(Sicht.oeffentlich(), [2022]))
    for groesse in ("schulabgaenger_mit_mittlerem_schulabschluss", "verfuegbares_einkommen"):
        quellen = gewaehlt.filter(gewaehlt["groesse"] == groesse)["quelle"].unique().to_list()
        assert len(quellen) <= 1


def test_werte_ohne_jahr_gehen_in_keinen_vergleich_ein(geladen: None) -> None:
    ohne = lesen.pool(Sicht.oeffentlich(), [], ohne_jahr=True)
    assert ohne.height == sum(not z["jahr"] for name in DATEIEN for z in tabelle(name))
    assert lesen.pool(Sicht.oeffentlich(), [2020])["jahr"].null_count() == 0
