"""Wie viel Erben und andere ersetzen, mit gerechneten Fällen."""

from datetime import date

import pytest

from sozialamt.akte.fehler import ZustandFehler
from sozialamt.akte.kostenersatz.hoehe import (
    Erbfall,
    ersatz_der_erben,
    ersatz_wegen_verhalten,
    erster_monat,
    freier_betrag,
    parameter,
)
from sozialamt.akte.monat import monate

TOD = date(2026, 5, 20)
FREI = 3 * 2 * 56_300
"""Regelbedarfsstufe 1 im Jahr 2026: 563 Euro; Grundbetrag das Zweifache, frei das Dreifache davon: 3.378 Euro."""


def kosten(cent, von=date(2025, 1, 1), bis=date(2026, 5, 1)):
    return dict.fromkeys(monate(von, bis), cent)


def test_frei_ist_das_dreifache_des_grundbetrags_im_monat_des_erbfalls():
    assert freier_betrag(TOD) == FREI == 337_800
    assert freier_betrag(date(2021, 3, 1)) == 3 * 2 * 44_600


@pytest.mark.parametrize(
    ("nachlass", "gepflegt", "ersatz"),
    [
        (500_000, False, 500_000 - FREI),
        (337_800, False, 0),
        (337_801, False, 1),
        (5_000_000, False, 17 * 60_000 - FREI),
        (1_534_000, True, 0),
        (1_600_000, True, 66_000),
        (0, False, 0),
    ],
)
def test_erben_haften_mit_dem_nachlass_ueber_dem_freien_betrag(nachlass, gepflegt, ersatz):
    """17 Monate zu 600 Euro sind 10.200 Euro Kosten; ersetzt wird höchstens, was 3.378 Euro übersteigt."""
    assert ersatz_der_erben(kosten(60_000), Erbfall(TOD, nachlass, gepflegt)).cent == ersatz


def test_kosten_vor_den_zehn_jahren_und_nach_dem_tod_zaehlen_nicht():
    assert erster_monat(TOD) == date(2016, 6, 1)
    assert erster_monat(date(2026, 5, 1)) == date(2016, 5, 1)
    alle = kosten(100_000, date(2015, 1, 1), date(2026, 12, 1))
    gezaehlt = kosten(100_000, date(2016, 6, 1), date(2026, 5, 1))
    erbfall = Erbfall(TOD, 10**9)
    assert ersatz_der_erben(alle, erbfall) == ersatz_der_erben(gezaehlt, erbfall)


def test_haerte_mindert_den_ersatz_und_steht_im_bescheid():
    ersatz = ersatz_der_erben(kosten(60_000), Erbfall(TOD, 500_000), haerte=100_000)
    assert ersatz.cent == 500_000 - FREI - 100_000
    assert "besonderer Härte bleiben 1.000,00 €" in ersatz.saetze[-1]
    assert ersatz_der_erben(kosten(60_000), Erbfall(TOD, 500_000), haerte=10**9).cent == 0


def test_wegen_verhaltens_werden_die_kosten_der_monate_ersetzt():
    ersatz = ersatz_wegen_verhalten(kosten(50_000, date(2026, 1, 1), date(2026, 3, 1)), haerte=20_000)
    assert ersatz.cent == 130_000
    assert "01.2026 bis 03.2026 haben wir 1.500,00 €" in ersatz.saetze[0]


def test_jede_grenze_nennt_norm_quelle_und_pruefdatum_und_ohne_wert_wird_nicht_gerechnet():
    for einer in parameter().values():
        assert einer.norm.startswith("§ ")
        assert all(f.quelle and f.geprueft_am for f in einer.fassungen)
    with pytest.raises(ZustandFehler, match="2018"):
        freier_betrag(date(2018, 12, 31))
