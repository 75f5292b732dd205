"""Bekanntgabe und Fristen: §§ 26, 37 SGB X, §§ 64, 84 SGG."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sozialamt.akte.feiertage import LAENDER, feiertage, ostersonntag
from sozialamt.akte.fristen import (
    ausschlussfrist,
    bekanntgabe,
    fiktion,
    gesetzte_frist,
    ist_werktag,
    jahresfrist,
    monatsende,
    monatsfrist,
    nachzahlung_ab,
    naechster_werktag,
    ruecknahme_bis,
    ueberpruefbar_bis,
    widerspruchsfrist,
    zukunft_ab,
)

TAGE = st.dates(date(2019, 1, 1), date(2035, 12, 31))
LAND = st.sampled_from(sorted(LAENDER))


def test_seit_2025_gilt_der_bescheid_am_vierten_tag_als_bekannt_gegeben():
    assert bekanntgabe(date(2025, 1, 1)) == date(2025, 1, 5)
    assert bekanntgabe(date(2026, 11, 20)) == date(2026, 11, 24)


def test_bis_2024_galt_der_dritte_tag():
    assert bekanntgabe(date(2024, 12, 31)) == date(2025, 1, 3)
    assert bekanntgabe(date(2024, 2, 27)) == date(2024, 3, 1)


def test_der_tag_der_bekanntgabe_verschiebt_sich_am_wochenende_nicht():
    """BSG, Urteil vom 6. Mai 2010, B 14 AS 12/09 R: Aufgabe 26.09.2007, bekannt gegeben Samstag, 29.09.2007."""
    assert bekanntgabe(date(2007, 9, 26)) == date(2007, 9, 29)
    assert monatsfrist(date(2007, 9, 29), 1) == date(2007, 10, 29)


@given(TAGE)
def test_die_bekanntgabe_haengt_nur_vom_tag_der_aufgabe_ab(aufgabe):
    assert bekanntgabe(aufgabe) - aufgabe in {timedelta(days=3), timedelta(days=4)}
    assert bekanntgabe(aufgabe) <= bekanntgabe(aufgabe + timedelta(days=1))


@pytest.mark.parametrize(
    ("ereignis", "monate", "ende"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2025, 1, 31), 1, date(2025, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2025, 12, 31), 1, date(2026, 1, 31)),
        (date(2025, 11, 30), 3, date(2026, 2, 28)),
        (date(2026, 3, 31), 1, date(2026, 4, 30)),
    ],
)
def test_fehlt_der_tag_im_letzten_monat_endet_die_frist_am_monatsletzten(ereignis, monate, ende):
    assert monatsfrist(ereignis, monate) == ende


@given(TAGE, st.integers(1, 36))
def test_eine_monatsfrist_endet_im_richtigen_monat_und_nie_nach_dem_gleichen_tag(ereignis, monate):
    ende = monatsfrist(ereignis, monate)
    assert (ende.year - ereignis.year) * 12 + ende.month - ereignis.month == monate
    assert ende.day == ereignis.day or (ende + timedelta(days=1)).day == 1


@given(TAGE, LAND)
def test_die_widerspruchsfrist_endet_an_einem_werktag_und_hoechstens_eine_woche_spaeter(tag, land):
    ende = widerspruchsfrist(tag, land)
    assert ist_werktag(ende, land)
    assert timedelta(0) <= ende - monatsfrist(tag, 1) <= timedelta(days=5)
    assert widerspruchsfrist(tag, land, ausland=True) > ende


@given(TAGE, LAND)
def test_zwischen_fristende_und_naechstem_werktag_liegt_kein_werktag(tag, land):
    ziel = naechster_werktag(tag, land)
    assert not any(ist_werktag(tag + timedelta(days=i), land) for i in range((ziel - tag).days))


def test_das_ende_am_samstag_verschiebt_sich_auf_montag():
    assert widerspruchsfrist(date(2026, 1, 31), "NW") == date(2026, 3, 2)


def test_ein_feiertag_verschiebt_nur_wo_er_gilt():
    assert widerspruchsfrist(date(2026, 5, 4), "NW") == date(2026, 6, 5)  # Fronleichnam am 4. Juni
    assert widerspruchsfrist(date(2026, 5, 4), "BE") == date(2026, 6, 4)
    assert naechster_werktag(date(2026, 8, 7), "BY", weitere={date(2026, 8, 7)}) == date(2026, 8, 10)


def test_eine_gesetzte_frist_zaehlt_ab_dem_tag_nach_der_bekanntgabe():
    assert gesetzte_frist(date(2026, 11, 2), 14, "NW") == date(2026, 11, 16)


def test_ostern_und_die_beweglichen_feiertage_stimmen():
    assert [ostersonntag(j) for j in (2019, 2024, 2026, 2038)] == [
        date(2019, 4, 21),
        date(2024, 3, 31),
        date(2026, 4, 5),
        date(2038, 4, 25),
    ]
    nrw = feiertage(2026, "NW")
    assert {date(2026, 4, 3), date(2026, 5, 14), date(2026, 5, 25), date(2026, 6, 4), date(2026, 11, 1)} <= nrw
    assert len(nrw) == 11
    assert date(2026, 11, 18) in feiertage(2026, "SN")


def test_ein_unbekanntes_land_wird_benannt():
    with pytest.raises(ValueError, match="„XX“ ist kein Land"):
        feiertage(2026, "XX")


@pytest.mark.parametrize(
    ("letzter_tag", "bekannt", "ende"),
    [
        (date(2025, 3, 31), None, date(2026, 3, 31)),
        (date(2024, 2, 29), None, date(2025, 2, 28)),
        (date(2023, 2, 28), None, date(2024, 2, 28)),
        (date(2025, 3, 31), date(2025, 9, 10), date(2026, 9, 10)),
        (date(2025, 3, 31), date(2025, 1, 10), date(2026, 3, 31)),
    ],
)
def test_erstattung_ist_zwoelf_monate_nach_dem_letzten_leistungstag_ausgeschlossen(letzter_tag, bekannt, ende):
    assert ausschlussfrist(letzter_tag, bekannt) == ende


@given(TAGE, st.one_of(st.none(), TAGE))
def test_die_ausschlussfrist_endet_nie_spaeter_als_das_gesetz_erlaubt(letzter_tag, bekannt):
    beginn = max(letzter_tag, bekannt or letzter_tag)
    assert timedelta(days=365) <= ausschlussfrist(letzter_tag, bekannt) - beginn <= timedelta(days=366)


@given(TAGE)
def test_die_vorlaeufige_entscheidung_wird_ein_jahr_nach_dem_zeitraum_endgueltig(tag):
    ende = monatsende(tag)
    assert ende.month == tag.month
    assert (ende + timedelta(days=1)).day == 1
    assert (fiktion(tag.replace(day=1)).year, fiktion(tag).month) == (tag.year + 1, tag.month)


def test_ruecknahme_und_aufhebung_haben_ihre_fristen():
    assert ruecknahme_bis(date(2024, 2, 29), vertrauen=True) == date(2026, 2, 28)
    assert ruecknahme_bis(date(2024, 2, 29), vertrauen=False) == date(2034, 2, 28)
    assert jahresfrist(date(2024, 2, 29)) == date(2025, 2, 28)
    assert ueberpruefbar_bis(date(2022, 5, 5)) == date(2026, 12, 31)
    assert nachzahlung_ab(date(2026, 11, 22), 1) == date(2025, 1, 1)
    assert nachzahlung_ab(date(2026, 11, 22), 4) == date(2022, 1, 1)


@given(TAGE)
def test_die_zukunft_beginnt_mit_dem_monat_nach_der_bekanntgabe(tag):
    ab = zukunft_ab(tag)
    assert ab.day == 1
    assert timedelta(days=1) <= ab - bekanntgabe(tag) <= timedelta(days=31)
