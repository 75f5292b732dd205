"""One case: values, missing facts, and a trace that adds up."""

import json
from importlib import resources

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sozialamt.rechenkern import Fall, FehlendeAngaben, KeinWert, UnbekannterName, erklaere
from tests.rechenkern.conftest import ZIELE

FALL = Fall(
    {"miete": 40_000},
    {
        "anna": {"lohn": 100_000, "partner": 1},
        "bert": {"lohn": 5, "partner": 0, "krank": 1},
        "carl": {"lohn": 3, "empfaenger": 0},
    },
)


def test_werte_auf_allen_ebenen(werk):
    e = erklaere(FALL, ZIELE, "2022-05", werk)
    assert e.wert("lohn_partner", "anna") == 5 and e.wert("lohn_partner", "carl") == 7
    assert e.wert("zugerechnet", "anna") == 3 and e.wert("zugerechnet", "bert") == 0
    assert [e.wert("hoechster_lohn", p) for p in FALL.personen] == [100_000, 100_000, 3]
    assert e["kleinster_lohn"] == 3 and e["jemand_krank"] and not e["beide_krank"]
    assert e.wert("anspruch", "anna") == 42_400 * 2 + 40_000 - 100_005 + 10_000


def test_die_spur_erfuellt_ihr_schema_und_ist_reines_json(werk):
    schema = json.loads(resources.files("sozialamt.rechenkern").joinpath("spur-1.schema.json").read_text())
    for monat in ("2020-01", "2022-05", "2026-12"):
        spur = erklaere(FALL, ZIELE, monat, werk).spur.als_dict()
        jsonschema.validate(spur, schema)
        assert json.loads(json.dumps(spur)) == spur


def test_der_text_der_spur_ist_das_json_ihrer_angaben(werk):
    for fall in (FALL, Fall({"miete": 0}, {"": {"lohn": 100_000}, 'ä"': {"lohn": 0, "krank": True}})):
        for monat in ("2020-01", "2022-05", "2026-12"):
            spur = erklaere(fall, ZIELE, monat, werk).spur
            assert spur.als_json() == json.dumps(spur.als_dict())


def test_die_spur_nennt_norm_eingaben_parameter_und_quelle(werk):
    spur = erklaere(FALL, ["zuschlag"], "2024-01", werk).spur
    schritt = spur.schritt("zuschlag", "bert")
    assert (schritt.norm, schritt.text) == ("§ 2", "100,40 €")
    assert [(e.name, e.art, e.text) for e in schritt.eingaben] == [
        ("satz", "parameter", "20 %"),
        ("regelsatz", "parameter", "502,00 €"),
        ("krank", "merkmal", "ja"),
    ]
    assert spur.als_dict()["parameter"]["satz"]["quelle"] == "Quelle"


def test_vorgaben_stehen_mit_grund_in_der_spur(werk):
    krank = erklaere(FALL, ["zuschlag"], "2024-01", werk).spur.als_dict()["merkmale"]["krank"]
    assert [w["herkunft"] for w in krank["werte"]] == ["vorgabe", "angabe", "vorgabe"]
    assert krank["vorgabe_grund"] == "gesund, solange nichts anderes bekannt ist"


def test_ohne_fassung_sagt_es_die_spur(werk):
    schritt = erklaere(FALL, ["bonus"], "2020-12", werk).spur.schritt("bonus", "anna")
    assert schritt.ohne_fassung and schritt.wert == 0


def test_zusammenfassungen_nennen_wer_was_beitraegt(werk):
    schritt = erklaere(FALL, ["lohn_paar"], "2024-01", werk).spur.schritt("lohn_paar", "bert")
    assert schritt.personen == ("anna", "bert")
    assert {(e.person, e.wert) for e in schritt.eingaben} == {("anna", 100_000), ("bert", 5)}
    zugerechnet = erklaere(FALL, ["zugerechnet"], "2024-01", werk).spur.schritt("zugerechnet", "anna")
    assert [(e.person, e.wert) for e in zugerechnet.eingaben] == [("carl", 3)]


def test_fehlende_angaben_werden_gefragt_jede_einmal(werk):
    with pytest.raises(FehlendeAngaben) as fehler:
        erklaere(Fall({}, {"anna": {"lohn": 5}, "bert": {}}), ["anspruch"], "2024-01", werk)
    assert {(f.merkmal, f.person) for f in fehler.value.fragen} == {("miete", None), ("lohn", "bert")}


def test_unbekannte_angabe_ist_ein_fehler(werk):
    with pytest.raises(UnbekannterName, match="„lon“"):
        erklaere(Fall({}, {"anna": {"lon": 5}}), ["zuschlag"], "2024-01", werk)


def test_monat_ohne_recht_ist_ein_fehler_mit_datum(werk):
    with pytest.raises(KeinWert, match="2027-01-01"):
        erklaere(FALL, ["zuschlag"], "2027-01", werk)


@given(st.permutations(list(FALL.personen)))
def test_die_reihenfolge_der_personen_ist_gleichgueltig(reihenfolge):
    from tests.rechenkern import conftest as c

    werk = c.Regelwerk.aus(
        regeln=c.REGELN, parameter=c.PARAMETER, merkmale=c.MERKMALE, einstellungen=c.EINSTELLUNGEN, ebenen=c.EBENEN
    )
    namen = list(FALL.personen)

    def umgestellt(angaben):
        neu = dict(angaben)
        for verweis in ("partner", "empfaenger"):
            if neu.get(verweis, -1) >= 0:
                neu[verweis] = reihenfolge.index(namen[neu[verweis]])
        return neu

    anders = Fall(FALL.haushalt, {p: umgestellt(FALL.personen[p]) for p in reihenfolge})
    vorher, nachher = erklaere(FALL, ZIELE, "2022-05", werk), erklaere(anders, ZIELE, "2022-05", werk)
    assert all(vorher.wert(z, p) == nachher.wert(z, p) for z in ZIELE for p in namen)
