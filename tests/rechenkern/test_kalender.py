"""Date arithmetic on yyyymmdd integers against the standard library."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sozialamt.rechenkern import kalender as k

TAGE = st.dates(date(1850, 1, 1), date(2149, 12, 31))


def zahl(d):
    return d.year * 10_000 + d.month * 100 + d.day


@given(TAGE)
def test_teile_und_monatsende(d):
    n = zahl(d)
    assert (k.jahr(n), k.monat_im_jahr(n), k.tag(n)) == (d.year, d.month, d.day)
    erster_des_naechsten = (d.replace(day=28) + timedelta(days=4)).replace(day=1)
    assert k.letzter_tag(n) == zahl(erster_des_naechsten - timedelta(days=1))
    assert k.monat_plus(n, 1) == zahl(erster_des_naechsten)
    assert k.iso(n) == d.isoformat() and k.datum_aus_iso(d.isoformat()) == n


@given(TAGE, TAGE)
def test_tage_zwischen_wie_im_kalender(a, b):
    assert k.tage_zwischen(zahl(a), zahl(b)) == (b - a).days


@given(TAGE, TAGE)
def test_vollendete_jahre_wechseln_am_geburtstag(geburt, stichtag):
    if geburt > stichtag:
        geburt, stichtag = stichtag, geburt
    erwartet = stichtag.year - geburt.year - ((stichtag.month, stichtag.day) < (geburt.month, geburt.day))
    assert k.vollendete_jahre(zahl(geburt), zahl(stichtag)) == erwartet


@given(TAGE, st.integers(-600, 600))
def test_monate_hin_und_zurueck(d, n):
    ziel = k.monat_plus(zahl(d), n)
    assert k.monate_bis(zahl(d), ziel) == n
    assert k.tag(ziel) == 1


def test_jahre_plus_schaltet_den_29_februar():
    assert k.jahre_plus(20240229, 1) == 20250228
    assert k.jahre_plus(20240229, 4) == 20280229


@pytest.mark.parametrize(
    "falsch", ["2026-13", "2026-02-30", "26-01-01", "2026/01", "", "2026-1-1", "abcd-ef-gh", "２０２６-01"]
)
def test_kein_datum_ist_ein_fehler(falsch):
    with pytest.raises(ValueError):
        k.datum_aus_iso(falsch)


def test_ein_monat_ist_sein_erster_tag():
    assert k.datum_aus_iso("2026-11") == 20261101
    assert k.iso(0) == ""
