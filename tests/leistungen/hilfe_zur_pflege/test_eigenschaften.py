"""Properties that hold for every case, and the jumps of the law by name."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.leistungen.hilfe_zur_pflege.hzp_faelle import HEIM, im_heim, person, rechne, wert

MONATE = ["2019-01", "2020-04", "2021-12", "2022-01", "2023-07", "2024-01", "2025-06", "2025-07", "2026-12"]
FAELLE = settings(max_examples=30)
EURO = st.integers(0, 3_000)


@st.composite
def haeuslich(draw):
    return person(
        pflegegrad=draw(st.integers(1, 5)),
        pflegekasse_anspruch=draw(st.sampled_from(["voll", "beihilfe", "keiner"])),
        pflegesachleistung_kosten=draw(EURO),
        tagespflege_kosten=draw(EURO),
        kurzzeitpflege_kosten=draw(EURO),
        verhinderungspflege_kosten=draw(EURO),
        entlastung_kosten=draw(st.integers(0, 200)),
        rente_gesetzlich=draw(EURO),
        vermoegen_geld=draw(st.integers(0, 20_000)),
    )


@st.composite
def bewohner(draw):
    return im_heim(
        pflegegrad=draw(st.integers(2, 5)),
        pflegekasse_anspruch=draw(st.sampled_from(["voll", "keiner"])),
        heim_pflegesatz_tag=draw(st.integers(30, 150)),
        heim_leistungsmonate_vorher=draw(st.integers(0, 50)),
        rente_gesetzlich=draw(EURO),
        vermoegen_geld=draw(st.integers(0, 9_000)),
    )


@FAELLE
@given(haeuslich(), st.sampled_from(MONATE), st.integers(1, 1_000))
def test_mehr_einkommen_erhoeht_die_hilfe_zu_hause_nie(angaben, monat, mehr):
    reicher = angaben | {"rente_gesetzlich": angaben["rente_gesetzlich"] + mehr}
    assert wert(monat, reicher, "hzp_anspruch") <= wert(monat, angaben, "hzp_anspruch")


@FAELLE
@given(haeuslich(), st.sampled_from(MONATE), st.integers(1, 10_000))
def test_mehr_vermoegen_erhoeht_die_hilfe_nie(angaben, monat, mehr):
    reicher = angaben | {"vermoegen_geld": angaben["vermoegen_geld"] + mehr}
    assert wert(monat, reicher, "hzp_anspruch") <= wert(monat, angaben, "hzp_anspruch")


@FAELLE
@given(haeuslich(), st.sampled_from(MONATE))
def test_die_pflegekasse_senkt_die_hilfe_und_die_teile_ergeben_das_ganze(angaben, monat):
    teile = ("hzp_haeusliche_pflege", "hzp_teilstationaer", "hzp_jeder_pflegegrad")
    ergebnis = rechne(monat, {"a": angaben}, *teile, "hzp_bedarf", "hzp_einsatz_einkommen", "hzp_anspruch")
    summe = sum(ergebnis.wert(t, "a") for t in teile)
    bedarf = ergebnis.wert("hzp_bedarf", "a")
    assert bedarf == summe or (angaben["pflegegrad"] == 1 and bedarf == ergebnis.wert(teile[-1], "a"))
    assert 0 <= ergebnis.wert("hzp_anspruch", "a") <= bedarf - ergebnis.wert("hzp_einsatz_einkommen", "a")
    ohne = angaben | {"pflegekasse_anspruch": "keiner"}
    assert bedarf <= wert(monat, ohne, "hzp_bedarf")


@FAELLE
@given(bewohner(), st.sampled_from(MONATE))
def test_im_heim_ist_jede_rechnung_gedeckt_und_der_barbetrag_bleibt(angaben, monat):
    """Insurance, grant, social assistance and own means pay exactly the bill; the resident keeps the allowance."""
    leistungen = ("hlu_anspruch", "gsiae_anspruch", "hzp_anspruch", "pwg_anspruch", "heim_pflegeversicherung")
    ergebnis = rechne(monat, {"a": angaben}, *leistungen, "heim_entgelt", "barbetrag", "hzp_bedarf", haushalt=HEIM)
    offen = ergebnis.wert("hzp_bedarf", "a") > 0
    zufluss = angaben["rente_gesetzlich"] * 100 + sum(ergebnis.wert(n, "a") for n in leistungen)
    bleibt = ergebnis.wert("barbetrag", "a") + angaben["bekleidungspauschale"] * 100
    rest = zufluss - ergebnis.wert("heim_entgelt", "a")
    if offen and angaben["vermoegen_geld"] <= 5_000:
        assert rest == bleibt or (rest > bleibt and ergebnis.wert("hzp_anspruch", "a") == 0)


@FAELLE
@given(bewohner(), st.sampled_from(MONATE), st.integers(1, 800))
def test_mehr_einkommen_erhoeht_leistungen_im_heim_nie(angaben, monat, mehr):
    reicher = angaben | {"rente_gesetzlich": angaben["rente_gesetzlich"] + mehr}
    for ziel in ("hzp_anspruch", "pwg_anspruch"):
        assert wert(monat, reicher, ziel, haushalt=HEIM) <= wert(monat, angaben, ziel, haushalt=HEIM)


def test_sprung_pflegegrad_4_halbiert_den_einsatz():
    """§ 87 Abs. 1 Satz 3: from degree 4 at most 40 percent are asked for."""
    einsatz = [wert("2026-03", person(pflegegrad=g, rente_gesetzlich=2126), "hzp_einsatz_ueber_grenze") for g in (3, 4)]
    assert einsatz == [80_000, 40_000]


def test_sprung_dreizehnter_monat_im_heim():
    """§ 43c: the share of the insurance doubles with the thirteenth month begun."""
    bewohner_nach = [im_heim(heim_leistungsmonate_vorher=m) for m in (11, 12)]
    vorher, nachher = (wert("2026-03", b, "heim_leistungszuschlag", haushalt=HEIM) for b in bewohner_nach)
    assert abs(2 * vorher - nachher) <= 1


def test_sprung_ein_euro_ueber_der_vermoegensgrenze_kostet_das_pflegewohngeld():
    """§ 14 Abs. 3 APG NRW: above the limit there is none until it is used up."""
    werte = [wert("2026-03", im_heim(vermoegen_geld=v), "pwg_anspruch", haushalt=HEIM) for v in (10_000, 10_001)]
    assert werte == [60_840, 0]


def test_sprung_kalendertage_im_februar():
    """§ 64a Abs. 2: one day of hospital beyond the term costs more than one thirtieth in February."""
    kurz = person(krankenhaus_von="2025-01-30", krankenhaus_bis="2025-02-28")
    assert wert("2025-02", kurz, "hzp_volle_tage") == 27
    assert wert("2025-02", person(), "hzp_volle_tage") == 30
