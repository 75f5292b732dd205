"""Two time axes: from when a value holds and from when it was known."""

import pytest

from sozialamt.rechenkern import DoppelterName, Einheit, KeinWert, Parameter
from tests.rechenkern.conftest import fassung


def parameter(*fassungen):
    return Parameter("satz", "Satz", Einheit.BASISPUNKTE, "§ 9", fassungen)


def test_es_gilt_der_wert_mit_dem_spaetesten_beginn():
    p = parameter(fassung(20190101, 1), fassung(20210101, 2))
    assert [p.fassung(t).wert for t in (20190101, 20201231, 20210101)] == [1, 1, 2]


def test_rueckwirkende_berichtigung_gilt_erst_ab_kenntnis():
    p = parameter(fassung(20180101, 79), fassung(20180101, 58, bekannt_ab=20181218))
    assert p.fassung(20180601).wert == 58
    assert p.fassung(20180601, kenntnis=20180601).wert == 79
    assert p.fassung(20180601, kenntnis=20181218).wert == 58


def test_ein_kuenftiger_wert_ist_vor_der_verkuendung_unbekannt():
    p = parameter(fassung(20260101, 5, bekannt_ab=20251010))
    with pytest.raises(KeinWert, match="2025-10-09 noch nicht bekannt"):
        p.fassung(20260101, kenntnis=20251009)


def test_vor_dem_ersten_und_nach_dem_letzten_wert_ist_ein_fehler_mit_datum():
    p = parameter(fassung(20190101, 1, bis=20261231))
    with pytest.raises(KeinWert, match="2018-12-31"):
        p.fassung(20181231)
    with pytest.raises(KeinWert, match=r"2027-01-01.*gilt nur bis 2026-12-31"):
        p.fassung(20270101)


def test_ein_abgelaufener_wert_lebt_nach_seinem_nachfolger_nicht_wieder_auf():
    p = parameter(fassung(20190101, 1), fassung(20200101, 2, bis=20201231))
    with pytest.raises(KeinWert, match="2020-12-31"):
        p.fassung(20210101)


def test_zwei_werte_fuer_denselben_tag_werden_abgelehnt():
    with pytest.raises(DoppelterName, match="2019-01-01"):
        parameter(fassung(20190101, 1), fassung(20190101, 2)).pruefe()
