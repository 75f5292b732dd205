"""Properties of the needs side on generated households."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sozialamt.leistungen import regelwerk
from sozialamt.rechenkern import Fall, erklaere

MONATE = ["2019-01", "2019-12", "2020-01", "2020-12", "2021-05", "2022-07", "2023-01", "2024-01", "2026-06", "2026-07"]
CENT = st.integers(min_value=0, max_value=200_000)
PERSON = st.fixed_dictionaries(
    {
        "geburtsdatum": st.integers(min_value=1930, max_value=2017).map(lambda jahr: jahr * 10_000 + 615),
        "erwerbsfaehig": st.booleans().map(int),
        "voll_erwerbsgemindert_dauerhaft": st.booleans().map(int),
        "merkzeichen_g": st.booleans().map(int),
        "ernaehrung_mehraufwand": st.integers(min_value=0, max_value=80_000),
    }
)
HAUSHALT = st.fixed_dictionaries(
    {
        "miete_bruttokalt": CENT,
        "heizkosten": st.integers(min_value=0, max_value=40_000),
        "angemessene_bruttokaltmiete": CENT,
        "angemessene_heizkosten": st.integers(min_value=0, max_value=40_000),
        "warmwasser_dezentral": st.booleans().map(int),
        "karenzzeit_beginn": st.sampled_from([0, 20230301, 20260201]),
        "weitere_bewohner": st.integers(min_value=0, max_value=3),
    }
)


def bedarf(haushalt, personen, monat, ziel="bedarf_lebensunterhalt"):
    fall = Fall(haushalt, {f"p{i}": p for i, p in enumerate(personen)})
    ergebnis = erklaere(fall, [ziel], monat, regelwerk())
    return [ergebnis.wert(ziel, name) for name in fall.personen]


@settings(max_examples=30, deadline=None)
@given(HAUSHALT, st.lists(PERSON, min_size=1, max_size=4), st.sampled_from(MONATE), CENT)
def test_eine_hoehere_miete_senkt_den_bedarf_nie(haushalt, personen, monat, mehr):
    teurer = haushalt | {"miete_bruttokalt": haushalt["miete_bruttokalt"] + mehr}
    vorher, nachher = bedarf(haushalt, personen, monat), bedarf(teurer, personen, monat)
    assert all(v <= n for v, n in zip(vorher, nachher, strict=True))


@settings(max_examples=30, deadline=None)
@given(HAUSHALT, st.lists(PERSON, min_size=2, max_size=4), st.sampled_from(MONATE))
def test_die_reihenfolge_der_personen_aendert_keinen_bedarf(haushalt, personen, monat):
    assert bedarf(haushalt, personen, monat) == bedarf(haushalt, personen[::-1], monat)[::-1]


@settings(max_examples=30, deadline=None)
@given(HAUSHALT, st.lists(PERSON, min_size=1, max_size=4), st.sampled_from(MONATE))
def test_die_kopfteile_ergeben_bis_auf_rundung_die_anerkannte_miete(haushalt, personen, monat):
    [anerkannt, *_] = bedarf(haushalt, personen, monat, "unterkunft_anerkannt")
    [kopfteil, *_] = bedarf(haushalt, personen, monat, "kopfteil_unterkunft")
    bewohner = len(personen) + haushalt["weitere_bewohner"]
    assert abs(kopfteil * bewohner - anerkannt) * 2 <= bewohner
    assert anerkannt <= haushalt["miete_bruttokalt"]


@settings(max_examples=30, deadline=None)
@given(HAUSHALT, PERSON, st.sampled_from(MONATE))
def test_gedeckelte_mehrbedarfe_uebersteigen_die_regelbedarfsstufe_nie(haushalt, person, monat):
    [gedeckelt] = bedarf(haushalt, [person], monat, "mehrbedarf_gedeckelt")
    [stufe] = bedarf(haushalt, [person], monat, "massgebende_regelbedarfsstufe")
    assert 0 <= gedeckelt <= stufe
