"""Case files: every fault is named with field, value, reason and remedy; a faulty file gives no case."""

import json

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sozialamt.leistungen import regelwerk
from sozialamt.rechenkern import UngueltigeAngaben
from sozialamt.recht.fall import aus_dict, lies_fall
from sozialamt.recht.fallschema import fallschema
from sozialamt.recht.laden import lies_yaml

GUT = """
titel: Paar mit Kind
monat: 2026-11
haushalt: {miete_bruttokalt: [{ab: 2026-01, wert: 400}, {ab: 2026-11, wert: 420.50}]}
personen:
  anna: {geburtsdatum: 1990-03-14, partner: bert}
  bert: {geburtsdatum: 1988-01-31, partner: anna}
  kim: {geburtsdatum: 2026-05-02, elternteil_1: anna, elternteil_2: bert, im_haushalt: {ab: 2026-05}}
"""


def fall(text):
    return aus_dict(lies_yaml(text), regelwerk())


def maengel(text, monat=None):
    with pytest.raises(UngueltigeAngaben) as fehler:
        fall(text).fall(monat)
    return {m.feld: m for m in fehler.value.maengel}


def test_ein_fall_wird_zu_ganzen_zahlen_und_stellen():
    f = fall(GUT).fall()
    assert f.haushalt["miete_bruttokalt"] == 42_050
    assert f.personen["anna"] == {"geburtsdatum": 19900314, "partner": 1}
    assert f.personen["kim"]["elternteil_2"] == 1


def test_datierte_werte_und_mitglieder_gelten_je_monat():
    f = fall(GUT)
    assert f.fall(20260401).haushalt["miete_bruttokalt"] == 40_000
    assert list(f.fall(20260401).personen) == ["anna", "bert"]
    assert list(f.fall(20260501).personen) == ["anna", "bert", "kim"]
    assert "miete_bruttokalt" not in f.fall(20251201).haushalt


@pytest.mark.parametrize(
    ("alt", "neu", "feld", "grund"),
    [
        ("wert: 400}", "wert: -400}", "haushalt.miete_bruttokalt", "erlaubt ist ab 0,00 €"),
        ("wert: 400}", "wert: vierhundert}", "haushalt.miete_bruttokalt", "erwartet wird eine Zahl"),
        ("wert: 400}", "wert: 400.005}", "haushalt.miete_bruttokalt", "Nachkommastellen"),
        ("wert: 400}", "wert: .inf}", "haushalt.miete_bruttokalt", "Zahl"),
        ("wert: 400}", "wert: true}", "haushalt.miete_bruttokalt", "erwartet wird eine Zahl"),
        ("miete_bruttokalt", "miete_brutokalt", "haushalt.miete_brutokalt", "gibt es nicht"),
        ("1990-03-14", "1990-02-30", "personen.anna.geburtsdatum", ""),
        ("1990-03-14", "2090-03-14", "personen.anna.geburtsdatum", ""),
        ("partner: bert", "partner: berta", "personen.anna.partner", "gibt es im Fall nicht"),
        ("1988-01-31, partner: anna", "1988-01-31", "personen.anna.partner", "nicht gegenseitig"),
        ("elternteil_2: bert", "elternteil_2: kim", "personen.kim.elternteil_2", "sich selbst"),
        ("2026-05-02", "1980-05-02", "personen.kim.elternteil_1", "nicht jünger"),
        ("monat: 2026-11", "monat: 2026-13", "monat", "kein Monat"),
        ("titel: Paar mit Kind", "titl: Paar", "titl", "gibt es nicht"),
        ("ab: 2026-11, wert", "ab: 2026-01, wert", "haushalt.miete_bruttokalt", "demselben Tag"),
        ("im_haushalt: {ab: 2026-05}", "im_haushalt: {ab: 2026-05, bis: 2026-01}", "personen.kim.im_haushalt", "Ende"),
    ],
)
def test_jeder_fehler_hat_feld_grund_und_abhilfe(alt, neu, feld, grund):
    assert alt in GUT
    gefunden = maengel(GUT.replace(alt, neu))
    assert feld in gefunden, gefunden
    assert grund in gefunden[feld].grund
    assert gefunden[feld].abhilfe


def test_alle_fehler_werden_zugleich_genannt():
    gefunden = maengel(GUT.replace("wert: 400}", "wert: -1}").replace("1990-03-14", "gestern"))
    assert set(gefunden) == {"haushalt.miete_bruttokalt", "personen.anna.geburtsdatum"}


def test_geburt_nach_dem_berechneten_monat():
    gefunden = maengel(GUT.replace(", im_haushalt: {ab: 2026-05}", ""), 20260401)
    assert "nach dem berechneten Monat 2026-04" in gefunden["personen.kim.geburtsdatum"].grund


@pytest.mark.parametrize(
    "text", ["", "[]", "42", "personen: []", "personen: {anna: 5}", "haushalt: {}", "personen: {}"]
)
def test_unfug_ist_kein_fall(text):
    assert maengel(text)


@pytest.mark.parametrize(
    "inhalt", [b"\xff\xfe\x00", b"a: [", b"a: &a [*a]", b"!!python/object:os.system {}", b"a: 1\na: 2"]
)
def test_kaputte_dateien_geben_eine_meldung(tmp_path, inhalt):
    datei = tmp_path / "fall.yaml"
    datei.write_bytes(inhalt)
    with pytest.raises(UngueltigeAngaben):
        lies_fall(datei, regelwerk())


def test_fehlende_datei(tmp_path):
    with pytest.raises(UngueltigeAngaben, match="nicht lesbar"):
        lies_fall(tmp_path / "fehlt.yaml", regelwerk())


BELIEBIG = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda kinder: (
        st.lists(kinder, max_size=3) | st.dictionaries(st.text(max_size=12) | st.integers(), kinder, max_size=3)
    ),
    max_leaves=12,
)
SCHLUESSEL = st.sampled_from(["titel", "monat", "haushalt", "personen", "einstellungen", "erwartet"])


@given(st.dictionaries(SCHLUESSEL, BELIEBIG, max_size=5))
def test_beliebiges_gibt_einen_fall_oder_maengel_nie_einen_absturz(daten):
    try:
        aus_dict(daten, regelwerk()).fall(20261101)
    except UngueltigeAngaben as fehler:
        assert all(m.feld and m.grund and m.abhilfe for m in fehler.maengel)


def test_das_schema_kennt_jedes_merkmal_und_nimmt_den_fall_an():
    schema = json.loads(json.dumps(fallschema(regelwerk())))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(yaml.load(GUT, yaml.BaseLoader) | {"haushalt": {}}, schema)  # noqa: S506 - text only
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"personen": {"a": {"lohnn": 1}}}, schema)
