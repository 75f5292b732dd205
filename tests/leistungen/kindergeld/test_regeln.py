"""Kindergeld: Beträge je Monat, Reihenfolge bis 2022, Altersgrenzen, Gründe und Kinderbonus."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.leistungen.vorrangig import MONATE, abweichungen, familie, rechnung

from sozialamt.leistungen import regelwerk
from sozialamt.leistungen.kindergeld.auswahl import KindergeldAblehnung, KindergeldGrund
from sozialamt.recht.auswahl import Aufenthaltsstatus

ZIEL = "kindergeld_anspruch"


def betraege(monat, *geburten, ziel=ZIEL):
    kinder = [{"geburtsdatum": g} for g in geburten]
    return rechnung(monat, familie([{}], kinder), ziel).werte[ziel][1:]


def volljaehrig(monat="2026-11", geburt=20040615, ziel="kindergeld_ablehnung", **angaben):
    return rechnung(monat, familie([{}], [{"geburtsdatum": geburt} | angaben]), ziel).wert(ziel, "k0")


@pytest.mark.parametrize(
    ("monat", "erwartet"),
    [
        ("2019-01", (194, 194, 200, 225, 225)),
        ("2019-06", (194, 194, 200, 225, 225)),
        ("2019-07", (204, 204, 210, 235, 235)),
        ("2020-12", (204, 204, 210, 235, 235)),
        ("2021-01", (219, 219, 225, 250, 250)),
        ("2022-12", (219, 219, 225, 250, 250)),
        ("2023-01", (250, 250, 250, 250, 250)),
        ("2024-12", (250, 250, 250, 250, 250)),
        ("2025-01", (255, 255, 255, 255, 255)),
        ("2025-12", (255, 255, 255, 255, 255)),
        ("2026-01", (259, 259, 259, 259, 259)),
        ("2026-12", (259, 259, 259, 259, 259)),
    ],
)
def test_betraege_an_jeder_grenze(monat, erwartet):
    """Das älteste Kind steht an erster Stelle, auch wenn es zuletzt eingetragen ist."""
    geburten = (20100101, 20110101, 20120101, 20130101, 20140101)
    assert betraege(monat, *geburten) == [100 * b for b in erwartet]
    assert betraege(monat, *reversed(geburten)) == [100 * b for b in reversed(erwartet)]


@pytest.mark.parametrize(
    ("monat", "bonus"),
    [("2020-08", 0), ("2020-09", 200), ("2020-10", 100), ("2020-11", 0), ("2021-04", 0), ("2021-05", 150),
     ("2021-06", 0), ("2022-06", 0), ("2022-07", 100), ("2022-08", 0), ("2023-07", 0)],
)  # fmt: skip
def test_kinderbonus_nur_in_vier_monaten(monat, bonus):
    assert betraege(monat, 20100101, ziel="kinderbonus") == [100 * bonus]
    assert rechnung(monat, familie([{}], [{"geburtsdatum": 20100101}]), "kinderbonus").wert("kinderbonus", "e0") == 0


def test_zwillinge_stehen_auf_verschiedenen_plaetzen():
    assert betraege("2022-12", 20140101, 20100101, 20120101, 20120101) == [25_000, 21_900, 21_900, 22_500]


def test_ein_kind_ohne_anspruch_nimmt_keinen_platz_ein():
    assert betraege("2022-12", 20000101, 20100101, 20110101, 20120101) == [0, 21_900, 21_900, 22_500]


def test_zaehlkinder_ausserhalb_des_haushalts_erhoehen_die_ordnungszahl():
    kind = {"geburtsdatum": 20100101, "kindergeld_ordnungszahl": 4}
    assert rechnung("2022-12", familie([{}], [kind]), ZIEL).wert(ZIEL, "k0") == 25_000
    assert rechnung("2023-01", familie([{}], [kind]), ZIEL).wert(ZIEL, "k0") == 25_000
    kind["kindergeld_ordnungszahl"] = 9
    assert rechnung("2019-06", familie([{}], [kind]), ZIEL).wert(ZIEL, "k0") == 22_500


def test_nach_der_summe_der_kinder_gilt_die_staffel():
    for zahl in range(1, 9):
        summe = sum(betraege("2020-03", *(20100101 + 10_000 * i for i in range(zahl))))
        assert summe == 100 * sum((204, 204, 210, *[235] * 8)[:zahl])


@pytest.mark.parametrize(
    ("geburt", "grund", "vorher", "nachher"),
    [(20080515, KindergeldGrund.KEINER, "2026-05", "2026-06"), (20080501, KindergeldGrund.KEINER, "2026-04", "2026-05"),
     (20050515, KindergeldGrund.ARBEITSUCHEND, "2026-05", "2026-06"),
     (20010515, KindergeldGrund.AUSBILDUNG, "2026-05", "2026-06"),
     (20010501, KindergeldGrund.FREIWILLIGENDIENST, "2026-04", "2026-05")],
)  # fmt: skip
def test_gezahlt_wird_bis_zum_ende_des_monats_in_dem_die_altersgrenze_erreicht_ist(geburt, grund, vorher, nachher):
    """Wer am Ersten geboren ist, erreicht die Grenze mit dem letzten Tag des Vormonats."""
    assert volljaehrig(vorher, geburt, ZIEL, kindergeld_grund=int(grund)) > 0
    assert volljaehrig(nachher, geburt, ZIEL, kindergeld_grund=int(grund)) == 0


@pytest.mark.parametrize("grund", KindergeldGrund)
def test_volljaehrige_brauchen_einen_grund(grund):
    """22 Jahre: Arbeitsuche hilft nur bis 21."""
    erwartet = {
        KindergeldGrund.KEINER: KindergeldAblehnung.OHNE_GRUND,
        KindergeldGrund.ARBEITSUCHEND: KindergeldAblehnung.ALTER,
    }.get(grund, KindergeldAblehnung.KEIN_GRUND)
    assert volljaehrig(kindergeld_grund=int(grund)) is erwartet


def test_behinderung_kennt_keine_altersgrenze():
    angaben = {"kindergeld_grund": int(KindergeldGrund.BEHINDERUNG)}
    assert volljaehrig(geburt=19860801, ziel=ZIEL, **angaben) == 25_900
    assert volljaehrig(geburt=19860801, in_ausbildung=True) is KindergeldAblehnung.ALTER


def test_schule_und_ausbildung_zaehlen_ohne_besondere_angabe():
    assert volljaehrig(schulbesuch=True) is KindergeldAblehnung.KEIN_GRUND
    assert volljaehrig(in_ausbildung=True) is KindergeldAblehnung.KEIN_GRUND


def test_nach_der_ersten_ausbildung_schadet_arbeit_ueber_20_stunden():
    zweite = {"in_ausbildung": True, "kindergeld_erste_ausbildung_abgeschlossen": True}
    assert volljaehrig(**zweite) is KindergeldAblehnung.KEIN_GRUND
    assert volljaehrig(kindergeld_arbeit_ueber_20_stunden=True, **zweite) is KindergeldAblehnung.ERWERBSTAETIG
    behindert = {"kindergeld_grund": int(KindergeldGrund.BEHINDERUNG), "kindergeld_arbeit_ueber_20_stunden": True}
    assert volljaehrig(**zweite, **behindert) is KindergeldAblehnung.KEIN_GRUND


def test_minderjaehrige_brauchen_keinen_grund_und_duerfen_arbeiten():
    angaben = {"kindergeld_erste_ausbildung_abgeschlossen": True, "kindergeld_arbeit_ueber_20_stunden": True}
    assert volljaehrig(geburt=20090115, **angaben) is KindergeldAblehnung.KEIN_GRUND


def test_im_geburtsmonat_besteht_schon_anspruch():
    assert betraege("2026-11", 20261130) == [25_900]


@pytest.mark.parametrize(
    ("status", "mit_titel", "anspruch"),
    [
        (Aufenthaltsstatus.DEUTSCH, False, True),
        (Aufenthaltsstatus.NIEDERLASSUNGSERLAUBNIS, False, True),
        (Aufenthaltsstatus.AUFENTHALT_24, False, False),
        (Aufenthaltsstatus.AUFENTHALT_24, True, True),
        (Aufenthaltsstatus.DULDUNG, False, False),
        (Aufenthaltsstatus.DULDUNG, True, True),
        (Aufenthaltsstatus.AUFENTHALTSGESTATTUNG, True, False),
        (Aufenthaltsstatus.AUSREISEPFLICHTIG, True, False),
    ],
)
def test_ein_berechtigter_braucht_ein_ausreichendes_aufenthaltsrecht(status, mit_titel, anspruch):
    angaben = {"aufenthaltsstatus": int(status), "aufenthaltstitel_mit_familienleistungen": mit_titel}
    e = rechnung("2026-11", familie([angaben], [angaben]), ["kindergeld_ablehnung"])
    grund = e.wert("kindergeld_ablehnung", "k0")
    assert grund is (KindergeldAblehnung.KEIN_GRUND if anspruch else KindergeldAblehnung.AUFENTHALT)


def test_es_genuegt_wenn_ein_elternteil_berechtigt_ist():
    gestattet = {"aufenthaltsstatus": int(Aufenthaltsstatus.AUFENTHALTSGESTATTUNG)}
    assert rechnung("2026-11", familie([gestattet, {}], [gestattet]), ZIEL).wert(ZIEL, "k0") == 25_900


def test_vollwaisen_haben_selbst_anspruch():
    waise = {"a": {"geburtsdatum": 20100101, "kindergeld_fuer_sich_selbst": True}}
    assert rechnung("2026-11", waise, ZIEL)[ZIEL] == 25_900
    assert rechnung("2026-11", {"a": {"geburtsdatum": 20100101}}, ZIEL)[ZIEL] == 0


def test_eine_vergleichbare_leistung_im_ausland_schliesst_aus():
    kind = {"geburtsdatum": 20100101, "kindergeld_andere_leistung": True}
    e = rechnung("2026-11", familie([{}], [kind]), "kindergeld_ablehnung")
    assert e.wert("kindergeld_ablehnung", "k0") is KindergeldAblehnung.ANDERE_LEISTUNG


@pytest.mark.parametrize("monat", MONATE)
def test_der_anspruch_haengt_nicht_am_bezug(monat):
    mit = familie([{}], [{"kindergeld": 0, "kindergeld_empfaenger": 0}])
    ohne = familie([{}], [{"kindergeld": 25_000}])
    ergebnisse = [rechnung(monat, p, ZIEL).wert(ZIEL, "k0") for p in (mit, ohne)]
    tabelle = regelwerk().parameter["kindergeld_betrag"].fassung(int(monat.replace("-", "") + "01")).wert
    assert ergebnisse == [tabelle[1], tabelle[1]]


@given(monat=st.sampled_from(MONATE[:48]), geburten=st.lists(st.integers(2003, 2018), min_size=1, max_size=8))
@settings(max_examples=60)
def test_die_reihenfolge_der_eintragung_ist_gleichgueltig(monat, geburten):
    """Gleichaltrige tauschen nur untereinander; die Summe bleibt."""
    tage = [j * 10_000 + 615 for j in geburten]
    assert sorted(betraege(monat, *tage)) == sorted(betraege(monat, *reversed(tage)))


@pytest.mark.parametrize("monat", ["2019-06", "2020-09", "2022-12", "2023-01", "2026-11"])
def test_kern_gleich_spur(monat):
    assert abweichungen([ZIEL, "kinderbonus", "kindergeld_ablehnung"], monat) == []
