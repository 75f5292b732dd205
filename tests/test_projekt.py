"""The project itself: what the repository holds and what it must not hold."""

import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

import pruefe
import sozialamt

WURZEL = Path(__file__).resolve().parent.parent
SPERRDATEIEN = sorted(WURZEL.glob("requirements*.lock"))


def test_das_projekt_enthaelt_nichts_verbotenes():
    assert [mangel for datei in pruefe.dateien() for mangel in pruefe.maengel(datei)] == []


@pytest.mark.parametrize("zeile", ["index = https://" + pruefe.REGISTER[0] + "/simple", "cd " + "/work" + "/main"])
def test_verbotenes_wird_gefunden(zeile, tmp_path):
    datei = tmp_path / "notiz.txt"
    datei.write_text(f"erste Zeile\n{zeile}\n", encoding="utf-8")
    assert len(list(pruefe.maengel(datei, tmp_path))) == 1


@pytest.mark.parametrize("name", ["freibeträge.yaml", "zwei worte.md"])
def test_unbequeme_dateinamen_werden_gefunden(name, tmp_path):
    (tmp_path / name).write_text("leer\n", encoding="utf-8")
    assert len(list(pruefe.maengel(tmp_path / name, tmp_path))) == 1


def test_geprueft_wird_alles_was_git_nicht_uebergeht():
    namen = {datei.relative_to(WURZEL).as_posix() for datei in pruefe.dateien()}
    assert {"Makefile", ".ci/run", "src/sozialamt/__init__.py", "tests/test_projekt.py"} <= namen
    assert not any(name.startswith((".git/", ".venv/", "node_modules/")) for name in namen)
    assert not any("__pycache__" in name or "static/vendor/" in name for name in namen)


def test_make_allein_nennt_jedes_ziel_mit_einer_zeile():
    makefile = (WURZEL / "Makefile").read_text(encoding="utf-8")
    ziele = set(re.findall(r"^([a-z]+):", makefile, flags=re.MULTILINE))
    befehl = ["make", "--no-print-directory"]
    liste = subprocess.run(befehl, cwd=WURZEL, capture_output=True, text=True, check=True).stdout
    assert {zeile.split()[1] for zeile in liste.splitlines()} == ziele
    assert {"start", "test", "pruefe", "bench", "fuzz", "sauber"} <= ziele


@pytest.mark.parametrize("datei", SPERRDATEIEN, ids=lambda datei: datei.name)
def test_jedes_gesperrte_paket_hat_version_und_pruefsumme(datei):
    eintraege = re.split(r"\n(?=\S)", datei.read_text(encoding="utf-8").strip())
    assert eintraege
    for eintrag in eintraege:
        assert re.match(r"[a-z0-9._-]+==\S+", eintrag), eintrag
        assert "--hash=sha256:" in eintrag, eintrag


@pytest.mark.parametrize("datei", SPERRDATEIEN, ids=lambda datei: datei.name)
def test_jedes_verlangte_paket_ist_gesperrt(datei):
    verlangt = datei.with_suffix(".in").read_text(encoding="utf-8").splitlines()
    namen = {re.split(r"[\[~=<>]", zeile)[0].lower() for zeile in verlangt if zeile[:1].isalpha()}
    gesperrt = set(re.findall(r"^([a-z0-9._-]+)==", datei.read_text(encoding="utf-8"), flags=re.MULTILINE))
    assert namen
    assert namen <= gesperrt


def test_die_pakete_der_oberflaeche_sind_gesperrt_und_nennen_keine_adresse():
    pakete = json.loads((WURZEL / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    gesperrt = {name: paket for name, paket in pakete.items() if name}
    assert {"node_modules/@kern-ux/native", "node_modules/htmx.org", "node_modules/axe-core"} <= set(gesperrt)
    assert all(paket["integrity"].startswith("sha512-") for paket in gesperrt.values())
    assert not any("resolved" in paket for paket in gesperrt.values())


def test_version_und_lizenz_stimmen_ueberall_ueberein():
    projekt = tomllib.loads((WURZEL / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    publiccode = yaml.safe_load((WURZEL / "publiccode.yml").read_text(encoding="utf-8"))
    assert publiccode["softwareVersion"] == sozialamt.__version__
    assert publiccode["legal"]["license"] == projekt["license"] == "EUPL-1.2"
    assert "EUROPEAN UNION PUBLIC LICENCE v. 1.2" in (WURZEL / "LICENSE").read_text(encoding="utf-8")


def test_jeder_raum_steht_im_schichtenvertrag():
    projekt = tomllib.loads((WURZEL / "pyproject.toml").read_text(encoding="utf-8"))
    schichten = projekt["tool"]["importlinter"]["contracts"][0]["layers"]
    genannt = {raum.strip(" ()") for zeile in schichten for raum in zeile.split("|")}
    ordner = {datei.parent.name for datei in (WURZEL / "src" / "sozialamt").glob("*/__init__.py")}
    assert ordner <= genannt
