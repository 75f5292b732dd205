"""The ten case files in `beispiele/`: computed to the cent, valid by the schema, listed in their README."""

import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from sozialamt.cli import main
from sozialamt.leistungen import regelwerk
from sozialamt.recht.fallschema import fallschema
from sozialamt.recht.laden import lies_yaml
from tests.leistungen.beispielrechnung import berechnet, erwartet

ORDNER = Path(__file__).resolve().parent.parent / "beispiele"
DATEIEN = sorted(ORDNER.glob("*.yaml"))


class _Texte(yaml.CSafeLoader):
    """YAML as JSON sees it: dates stay text, numbers are plain numbers."""


_Texte.yaml_implicit_resolvers = {
    zeichen: [(marke, muster) for marke, muster in liste if marke != "tag:yaml.org,2002:timestamp"]
    for zeichen, liste in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def lies(datei):
    return lies_yaml(datei.read_text(encoding="utf-8"))


def test_es_sind_zehn():
    assert [d.name[:2] for d in DATEIEN] == [f"{n:02d}" for n in range(1, 11)]


@pytest.mark.parametrize("datei", DATEIEN, ids=lambda d: d.stem)
def test_jedes_beispiel_stimmt_auf_den_cent(datei):
    fall = lies(datei)
    assert berechnet(fall) == erwartet(fall)


@pytest.mark.parametrize("datei", DATEIEN, ids=lambda d: d.stem)
def test_jedes_beispiel_nennt_fuer_jede_person_einen_betrag(datei):
    fall = lies(datei)
    assert set(fall["erwartet"]) == set(fall["personen"])
    assert "Rechnung von Hand" in datei.read_text(encoding="utf-8")


@pytest.mark.parametrize("datei", DATEIEN, ids=lambda d: d.stem)
def test_jedes_beispiel_entspricht_dem_schema(datei):
    fall = yaml.load(datei.read_text(encoding="utf-8"), Loader=_Texte)  # noqa: S506 - derived from the safe loader
    jsonschema.validate(fall, fallschema(regelwerk()))


@pytest.mark.parametrize(
    "stelle",
    [("personen", "anna", "rente_gesetzlich"), ("personen", "anna", "geburtsdatum"), ("haushalt", "heizkosten")],
)
def test_das_schema_findet_falsche_werte(stelle):
    fall = yaml.load(DATEIEN[0].read_text(encoding="utf-8"), Loader=_Texte)  # noqa: S506 - derived from the safe loader
    *weg, name = stelle
    ort = fall
    for schluessel in weg:
        ort = ort[schluessel]
    ort[name] = "viel"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(fall, fallschema(regelwerk()))


@pytest.mark.parametrize("datei", DATEIEN, ids=lambda d: d.stem)
def test_der_befehl_druckt_fuer_jedes_beispiel_einen_bogen(datei, capsys):
    assert main(["berechne", str(datei)]) == 0
    assert lies(datei)["titel"] in capsys.readouterr().out


def test_ohne_die_einstellung_gilt_die_vorgabe():
    fall = lies(DATEIEN[9])
    del fall["einstellungen"]
    fall["erwartet"] = {"petra": {"gsiae_anspruch": 0, "erwerbsfreibetrag": 0}}
    assert berechnet(fall) == {"petra": {"gsiae_anspruch": 36655, "erwerbsfreibetrag": 18000}}


def test_die_tabelle_nennt_jedes_beispiel_mit_seinem_titel():
    tabelle = (ORDNER / "README.md").read_text(encoding="utf-8")
    zeilen = dict(re.findall(r"^\| \[(\S+?)\.yaml\]\(\S+\) \| ([^|]+?) \|", tabelle, flags=re.MULTILINE))
    assert zeilen == {d.stem: lies(d)["titel"] for d in DATEIEN}
