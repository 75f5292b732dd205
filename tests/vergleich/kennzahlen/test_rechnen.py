"""Spaltenrechnung gegen unabhängige Rechnung mit Brüchen, auf zufälligen Werten; n wird nie verschwiegen."""

from __future__ import annotations

import math
import statistics
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sozialamt.vergleich.kennzahlen import rechnen
from sozialamt.vergleich.kennzahlen.festkomma import EINS
from sozialamt.vergleich.kennzahlen.formel import lies
from sozialamt.vergleich.kennzahlen.katalog import Art, Kennzahl, katalog
from sozialamt.vergleich.kennzahlen.stadtprofil import Stadtprofil, stadtprofil
from sozialamt.vergleich.kennzahlen.vergleichen import Streuung, fester_kreis, stelle_ein, vergleiche

STAEDTE = [f"stadt{i}" for i in range(6)]
Werte = dict[tuple[str, str], int | str]


def pool(werte: Werte, jahr: int = 2023, *, eigene: bool = True) -> pl.DataFrame:
    """Ein Pool; Text statt Zahl ist der Grund des Fehlens."""
    zeilen = [
        (i, stadt, groesse, jahr, "", 1)
        + ((None, w) if isinstance(w, str) else (w, ""))
        + (f"Quelle {stadt}", eigene, False, "")
        for i, ((stadt, groesse), w) in enumerate(werte.items())
    ]
    return pl.DataFrame(zeilen, schema=rechnen.POOLSPALTEN, orient="row")


def profil(werte: Werte, stadt: str = "stadt0", streuung: Streuung = Streuung.GRUNDGESAMTHEIT) -> Stadtprofil:
    return stadtprofil(pool(werte), stadt, 2023, STAEDTE, katalog(), streuung=streuung)


def bereich(profil: Stadtprofil, schluessel: str):
    return next(b for b in profil.bereiche if b.bereich.schluessel == schluessel)


def gerundet(bruch: Fraction, stellen: int) -> Decimal:
    genau = Decimal(bruch.numerator * 10**30 // bruch.denominator).scaleb(-30)
    return genau.quantize(Decimal(1).scaleb(-stellen), ROUND_HALF_UP)


personen = st.integers(0, 200_000)
einwohner = st.integers(1, 3_700_000)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(personen, personen, einwohner) | st.none(), min_size=6, max_size=6), st.sampled_from(Streuung)
)
def test_dichte_mittel_rang_und_z_stimmen_mit_bruechen(liste, streuung) -> None:
    werte: Werte = {}
    for stadt, eintrag in zip(STAEDTE, liste, strict=True):
        if eintrag:
            namen = ("elb", "nef", "einwohner_0_bis_unter_65")
            werte |= {(stadt, name): zahl for name, zahl in zip(namen, eintrag, strict=True)}
    dichten = {s: Fraction(1000 * (e[0] + e[1]), e[2]) for s, e in zip(STAEDTE, liste, strict=True) if e}
    dichte = bereich(profil(werte, streuung=streuung), "sgb2").dichte
    stellung = dichte.stellung
    assert (stellung.n, stellung.kreis) == (len(dichten), 6)
    assert {s for s, _ in stellung.ohne} == set(STAEDTE) - set(dichten)
    if not dichten:
        assert stellung.mittel is None
        return
    mittel = sum(dichten.values()) / len(dichten)
    assert abs(Fraction(stellung.mittel) - mittel) <= Fraction(1, 20) + Fraction(1, EINS)
    gewichtet = Fraction(1000 * sum(e[0] + e[1] for e in liste if e), sum(e[2] for e in liste if e))
    assert abs(Fraction(stellung.mittel_gewichtet) - gewichtet) <= Fraction(1, 20) + Fraction(1, EINS)
    assert dict(stellung.werte) == {s: gerundet(d, 1) for s, d in dichten.items()}
    if "stadt0" in dichten:
        assert dichte.messwert.exakt == dichten["stadt0"]
        assert stellung.rang == 1 + sum(d > dichten["stadt0"] for d in dichten.values())
        abweichung = statistics.pstdev if streuung is Streuung.GRUNDGESAMTHEIT else statistics.stdev
        if len(dichten) > 1 and len(set(dichten.values())) > 1:
            sd = abweichung([float(d) for d in dichten.values()])
            erwartet = float(dichten["stadt0"] - mittel) / sd
            assert math.isclose(stellung.z, erwartet, rel_tol=1e-5, abs_tol=1e-5)
        else:
            assert stellung.z is None


LB = ("lb_hlu", "lb_gsiae_ave", "lb_gsiae_ie", "lb_hzp", "lb_hzg", "lb_asylblg")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.integers(1, 100_000) | st.sampled_from(["keine_lieferung", "nicht_zustaendig"]), min_size=6, max_size=6)
)
def test_anteile_ergeben_zusammen_hundert_und_nennen_ihre_luecken(liste) -> None:
    werte: Werte = {("stadt0", name): wert for name, wert in zip(LB, liste, strict=True)}
    werte |= {("stadt0", "elb"): 5000, ("stadt0", "nef"): 2000}
    gefunden = profil(werte)
    zahlen = [w for w in liste if isinstance(w, int)]
    gesamt = sum(zahlen) + 7000
    anteile = {b.bereich.schluessel: b.anteil_lb.messwert for b in gefunden.bereiche if b.anteil_lb}
    assert anteile["sgb2"].wert == gerundet(Fraction(100 * 7000, gesamt), 1)
    assert anteile["sgb2"].luecken == 6 - len(zahlen)
    assert sum((a.exakt for a in anteile.values() if a.exakt is not None), Fraction(0)) == 100
    for schluessel, name in zip(("hlu", "gsiae_ave", "gsiae_ie", "hzp", "hzg", "asylblg"), LB, strict=True):
        wert = werte["stadt0", name]
        assert anteile[schluessel].fehlt == (wert if isinstance(wert, str) else "")


def test_eine_stadt_ohne_daten_verschiebt_kein_mittel() -> None:
    voll: Werte = {("stadt0", "arbeitslosenquote"): 50, ("stadt1", "arbeitslosenquote"): 70}
    mit_luecke: Werte = {**voll, ("stadt2", "arbeitslosenquote"): "nicht_zustaendig"}
    for werte, ohne in ((voll, "keine_lieferung"), (mit_luecke, "nicht_zustaendig")):
        indikator = next(i for i in profil(werte).indikatoren if i.messwert.kennzahl.schluessel == "arbeitslosenquote")
        assert (indikator.stellung.mittel, indikator.stellung.n) == (Decimal("6.0"), 2)
        assert dict(indikator.stellung.ohne)["stadt2"] == ohne
        assert indikator.stellung.mittel_gewichtet is None


def test_eine_einzige_stadt_hat_kein_z_und_gleiche_staedte_auch_nicht() -> None:
    def stellung(werte: Werte):
        return next(
            i for i in profil(werte).indikatoren if i.messwert.kennzahl.schluessel == "arbeitslosenquote"
        ).stellung

    allein = stellung({("stadt0", "arbeitslosenquote"): 50})
    assert (allein.n, allein.z, allein.sd, allein.rang) == (1, None, None, 1)
    gleich = stellung({(s, "arbeitslosenquote"): 50 for s in STAEDTE})
    assert (gleich.n, gleich.z, gleich.rang) == (6, None, 1)


def test_eine_stadt_ausserhalb_des_kreises_hat_werte_aber_keinen_rang() -> None:
    werte: Werte = {(s, "arbeitslosenquote"): 10 * i + 10 for i, s in enumerate([*STAEDTE, "fremd"])}
    fremd = next(i for i in profil(werte, "fremd").indikatoren if i.messwert.kennzahl.schluessel == "arbeitslosenquote")
    assert fremd.messwert.wert == Decimal("7.0")
    assert (fremd.stellung.n, fremd.stellung.rang, fremd.stellung.z) == (6, None, None)
    assert fremd.stellung.mittel == Decimal("3.5")


def test_ein_nenner_von_null_ist_nicht_berechenbar() -> None:
    werte: Werte = {("stadt0", "elb"): 1, ("stadt0", "nef"): 1, ("stadt0", "einwohner_0_bis_unter_65"): 0}
    messwert = bereich(profil(werte), "sgb2").dichte.messwert
    assert (messwert.wert, messwert.warum) == (None, "nicht berechenbar")


def test_ersatzreihen_gelten_nur_ganz() -> None:
    elb_ohne_nef: Werte = {("stadt0", "elb"): 100, ("stadt0", "lb_sgb2"): 150}
    assert bereich(profil(elb_ohne_nef), "sgb2").lb.messwert.wert == Decimal(150)
    beide: Werte = {**elb_ohne_nef, ("stadt0", "nef"): 40}
    assert bereich(profil(beide), "sgb2").lb.messwert.wert == Decimal(140)


def test_euro_stehen_in_cent_und_rechnen_exakt() -> None:
    werte: Werte = {("stadt0", "auszahlung_hlu"): 123_456_789_01, ("stadt0", "lb_hlu"): 7}
    je_lb = bereich(profil(werte), "hlu").je_lb.messwert
    assert je_lb.exakt == Fraction(12_345_678_901, 700)
    assert je_lb.wert == Decimal("17636684")


def test_die_eigene_lieferung_geht_einer_veroeffentlichung_vor() -> None:
    oeffentlich = pool({(s, "arbeitslosenquote"): 99 for s in STAEDTE}, eigene=False)
    eigene = pool({("stadt0", "arbeitslosenquote"): 50})
    gewaehlt = rechnen.waehle(pl.concat([eigene, oeffentlich]))
    werte = dict(gewaehlt.select("stadt", "wert").rows())
    assert werte["stadt0"] == 50
    assert werte["stadt1"] == 99


def test_eine_zeitreihe_hat_einen_festen_kreis() -> None:
    bekannt = katalog().groessen
    kennzahl = Kennzahl("T-1", "t", "T", "", Art.QUOTE, lies("arbeitslosenquote", bekannt), 1, "Test")
    werte = rechnen.rechne(
        pl.concat(
            [
                pool({("stadt0", "arbeitslosenquote"): 10, ("stadt1", "arbeitslosenquote"): 20}, 2021),
                pool({("stadt0", "arbeitslosenquote"): 30}, 2022),
            ]
        ),
        [kennzahl],
        bekannt,
    )
    assert fester_kreis(werte, "t", [2021, 2022]) == ("stadt0",)
    mittel = vergleiche(werte, dict.fromkeys([2021, 2022], ("stadt0",)))
    assert sorted(mittel.select("jahr", "n", "mittel").rows()) == [(2021, 1, EINS), (2022, 1, 3 * EINS)]


def test_ein_leerer_pool_gibt_ein_profil_voller_gruende() -> None:
    leer = stadtprofil(rechnen.leerer_pool(), "stadt0", 2023, STAEDTE, katalog())
    werte = [*leer.indikatoren, *leer.bevoelkerung, *(b.lb for b in leer.bereiche)]
    assert {w.messwert.warum for w in werte} == {"keine Lieferung"}
    assert {w.stellung.n for w in werte} == {0}


@pytest.mark.parametrize("kennzahl", katalog().kennzahlen.values(), ids=lambda k: k.nummer)
def test_jede_kennzahl_rechnet_wenn_alles_geliefert_ist(kennzahl: Kennzahl) -> None:
    gebraucht = rechnen.geliefert_fuer([kennzahl], katalog().groessen)
    werte = rechnen.rechne(pool({("stadt0", name): 1000 for name in gebraucht}), [kennzahl], katalog().groessen)
    kreis = {2023: ["stadt0"]}
    zeile = stelle_ein(werte, vergleiche(werte, kreis), kreis).row(0, named=True)
    assert zeile["fest"] is not None
    assert zeile["rang"] == 1
    assert kennzahl.titel and kennzahl.einheit and kennzahl.fundstelle
