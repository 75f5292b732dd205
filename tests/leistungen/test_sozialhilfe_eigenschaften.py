"""Properties of the two benefits for subsistence on generated households.

One-off income is left out of "more income never raises the claim": spreading it over six months (§ 82 Abs. 7 SGB XII)
lowers what counts in the first month by law. Its own tests show that the sum over the months never changes.
"""

from hypothesis import given, settings
from hypothesis import strategies as st

from sozialamt.leistungen import regelwerk
from sozialamt.rechenkern import Fall, erklaere

ZIELE = [
    "hlu_anspruch",
    "hlu_leistung",
    "hlu_sofortzuschlag",
    "hlu_einmalzahlung",
    "gsiae_anspruch",
    "gsiae_bedarf",
    "hlu_bedarf",
]
MONATE = st.sampled_from(
    [20190101, 20191201, 20200301, 20210501, 20220701, 20230101, 20240101, 20250201, 20260701, 20261201]
)
EINKOMMEN = [
    "erwerbseinkommen_brutto",
    "einkommen_selbststaendig",
    "wfbm_entgelt",
    "rente_gesetzlich",
    "rente_hinterbliebene",
    "rente_betrieblich",
    "rente_privat",
    "rente_sondersystem",
    "unterhalt",
    "kindergeld",
    "arbeitslosengeld",
    "elterngeld_bezug",
    "kapitalertraege",
    "sonstiges_einkommen",
    "nebentaetigkeit_steuerfrei",
    "freiwilligendienst_taschengeld",
    "zuwendungen_dritter",
    "vermoegen_geld",
]
KLEIN = st.one_of(st.integers(0, 1_500), st.integers(0, 90_000))
ABZUEGE = st.fixed_dictionaries(
    {},
    optional={
        "erwerbseinkommen_sozialversicherung": st.integers(0, 20_000),
        "rente_sozialversicherung": st.integers(0, 9_000),
        "versicherungsbeitraege": st.integers(0, 5_000),
        "arbeitsmittel_notwendig": st.just(1),
        "grundrentenzeiten_monate": st.sampled_from([0, 396]),
        "elterngeld_vorgeburtliches_einkommen": st.integers(0, 40_000),
    },
)
GELD = st.dictionaries(st.sampled_from(EINKOMMEN), KLEIN, max_size=3)
ERWACHSENER = st.sampled_from(
    [
        {"geburtsdatum": 19450310},
        {"geburtsdatum": 19800704, "voll_erwerbsgemindert_befristet": 1},
        {"geburtsdatum": 19800704, "voll_erwerbsgemindert_dauerhaft": 1},
        {"geburtsdatum": 19800704, "wfbm_bereich": 3},
        {"geburtsdatum": 19800704},
    ]
)
KIND = st.sampled_from(
    [{"geburtsdatum": 20180315}, {"geburtsdatum": 20110630}, {"geburtsdatum": 20061112, "erwerbsfaehig": 0}]
)
EINSTELLUNGEN = st.fixed_dictionaries(
    {},
    optional={
        "verteilung_ueberschuss": st.sampled_from([0, 1, 2]),
        "vermoegen_ueber_schonbetrag": st.sampled_from([0, 1]),
        "bemessung_erwerbsfreibetrag": st.sampled_from([0, 1]),
        "bemessung_grundrentenfreibetrag": st.sampled_from([0, 1]),
        "teilmonat_berechnung": st.sampled_from([0, 1]),
    },
)


@st.composite
def haushalte(draw) -> Fall:
    paar = draw(st.booleans())
    eltern = [draw(ERWACHSENER) | draw(GELD) | draw(ABZUEGE) for _ in range(2 if paar else 1)]
    kinder = [
        draw(KIND)
        | draw(GELD)
        | {"elternteil_1": 0, "kindergeld_empfaenger": 0}
        | ({"elternteil_2": 1} if paar else {})
        for _ in range(draw(st.integers(0, 3)))
    ]
    if paar:
        eltern[0] |= {"partner": 1}
        eltern[1] |= {"partner": 0}
    haushalt = {"miete_bruttokalt": draw(st.integers(0, 120_000)), "heizkosten": draw(st.integers(0, 20_000))}
    personen = {f"p{i}": dict(p) for i, p in enumerate([*eltern, *kinder])}
    return Fall(haushalt, personen, draw(EINSTELLUNGEN))


def geborene(fall: Fall, monat: int) -> Fall:
    """Children that are born after the month are made older, so that the same household fits every month."""
    personen = {n: p | {"geburtsdatum": min(p["geburtsdatum"], monat - 10_000)} for n, p in fall.personen.items()}
    return Fall(fall.haushalt, personen, fall.einstellungen)


def berechne(fall: Fall, monat: int):
    return erklaere(geborene(fall, monat), ZIELE, monat, regelwerk())


def leistungen(fall: Fall, monat: int) -> dict[str, int]:
    e = berechne(fall, monat)
    return {n: e.wert("hlu_leistung", n) + e.wert("gsiae_anspruch", n) for n in fall.personen}


@settings(max_examples=200)
@given(haushalte(), MONATE, st.data())
def test_mehr_einkommen_oder_vermoegen_erhoeht_keine_leistung(fall, monat, daten):
    person = daten.draw(st.sampled_from(sorted(fall.personen)))
    art = daten.draw(st.sampled_from(EINKOMMEN))
    mehr = daten.draw(st.sampled_from([1, 2, 99, 5_000, 60_000, 2_000_000]))
    reicher = dict(fall.personen[person])
    reicher[art] = reicher.get(art, 0) + mehr
    vorher = leistungen(fall, monat)
    nachher = leistungen(Fall(fall.haushalt, fall.personen | {person: reicher}, fall.einstellungen), monat)
    assert all(nachher[n] <= vorher[n] for n in vorher), (person, art, mehr, vorher, nachher)


@settings(max_examples=100)
@given(haushalte(), MONATE)
def test_teile_ergeben_die_summe_und_keine_leistung_uebersteigt_den_bedarf(fall, monat):
    e = berechne(fall, monat)
    for n in fall.personen:
        teile = sum(e.wert(t, n) for t in ("hlu_leistung", "hlu_sofortzuschlag", "hlu_einmalzahlung"))
        assert e.wert("hlu_anspruch", n) == teile
        assert 0 <= e.wert("hlu_leistung", n) <= e.wert("hlu_bedarf", n)
        assert e.wert("gsiae_anspruch", n) >= 0


@settings(max_examples=100)
@given(haushalte(), MONATE, st.randoms(use_true_random=False))
def test_die_reihenfolge_der_personen_ist_ohne_belang(fall, monat, zufall):
    namen = list(fall.personen)
    gemischt = namen[:]
    zufall.shuffle(gemischt)
    alt = dict(enumerate(namen))
    verweise = ("partner", "elternteil_1", "elternteil_2", "kindergeld_empfaenger")
    personen = {
        n: {k: gemischt.index(alt[v]) if k in verweise else v for k, v in fall.personen[n].items()} for n in gemischt
    }
    assert leistungen(fall, monat) == leistungen(Fall(fall.haushalt, personen, fall.einstellungen), monat)


@settings(max_examples=100)
@given(haushalte(), MONATE, st.integers(1, 27))
def test_einen_monat_zu_teilen_bringt_nie_geld(fall, monat, tag):
    def teil(grenze: dict[str, int]) -> dict[str, int]:
        return leistungen(
            Fall(fall.haushalt, {n: p | grenze for n, p in fall.personen.items()}, fall.einstellungen), monat
        )

    ohne_einmalzahlung = monat if monat not in (20210501, 20220701) else monat + 100
    monat = ohne_einmalzahlung
    ganz = leistungen(fall, monat)
    vorn, hinten = teil({"leistung_bis": monat + tag - 1}), teil({"leistung_ab": monat + tag})
    assert {n: vorn[n] + hinten[n] for n in ganz} == ganz
