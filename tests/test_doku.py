"""README and handbook: commands start, printed output is real, links lead somewhere, every setting is described."""

import re
import shlex
import subprocess
from functools import cache
from pathlib import Path

import pytest
import yaml

import handbuch
from sozialamt.cli import BEFEHLE, main
from sozialamt.config import umgebung
from sozialamt.leistungen import regelwerk

WURZEL = Path(__file__).resolve().parent.parent
HANDBUCH = WURZEL / "docs" / "handbuch"
ENTSCHEIDUNGEN = sorted((WURZEL / "docs" / "entscheidungen").glob("*.md"))
SEITEN = [WURZEL / "README.md", WURZEL / "AENDERUNGEN.md", WURZEL / "beispiele" / "README.md"]
SEITEN += sorted((WURZEL / "docs").rglob("*.md"))
KURZ = [seite.relative_to(WURZEL).as_posix() for seite in SEITEN]
LUECKE = "…"
WORT = r"[a-zäöü]+"


@cache
def text(seite):
    return seite.read_text(encoding="utf-8")


def bloecke(seite, sprache):
    zaeune = re.findall(r"^```(\w*)\n(.*?)^```$", text(seite), flags=re.MULTILINE | re.DOTALL)
    return [inhalt for name, inhalt in zaeune if name == sprache]


def befehle(seite):
    """Every `sozialamt …` written as code, as words without comments."""
    code = [*re.findall(r"`([^`\n]+)`", text(seite)), *re.findall(r"^(?:\$ )?(\S.*)$", text(seite), flags=re.MULTILINE)]
    zeilen = [re.sub(r"^(\$ )?(\.venv/bin/)?", "", zeile) for zeile in code]
    return [re.sub(r"\s+#.*", "", zeile).split() for zeile in zeilen if re.match(rf"sozialamt {WORT}", zeile)]


KONSOLEN = [(kurz, block) for seite, kurz in zip(SEITEN, KURZ, strict=True) for block in bloecke(seite, "console")]


@cache
def hilfe(befehl):
    ergebnis = subprocess.run(
        [".venv/bin/sozialamt", *befehl, "--help"], cwd=WURZEL, capture_output=True, text=True, check=True
    )
    return ergebnis.stdout


@pytest.mark.parametrize("befehl", [(name,) for name in BEFEHLE] + [("rechenkern", "uebersetze")], ids=" ".join)
def test_jeder_befehl_startet(befehl):
    assert hilfe(befehl).startswith(f"usage: sozialamt {' '.join(befehl)}")


@pytest.mark.parametrize("seite", SEITEN, ids=KURZ)
def test_jeder_genannte_befehl_und_schalter_existiert(seite):
    for worte in befehle(seite):
        befehl = (worte[1], "uebersetze") if worte[1:3] == ["rechenkern", "uebersetze"] else (worte[1],)
        assert worte[1] in BEFEHLE, f"{' '.join(worte)}: diesen Befehl gibt es nicht"
        for schalter in (wort for wort in worte if wort.startswith("--")):
            assert schalter in hilfe(befehl), f"{' '.join(worte)}: {schalter} gibt es nicht"


def test_jeder_befehl_steht_im_handbuch():
    genannt = {worte[1] for seite in SEITEN for worte in befehle(seite)}
    assert genannt == set(BEFEHLE)


def test_jedes_genannte_make_ziel_gibt_es():
    ziele = set(re.findall(r"^([a-z]+):", (WURZEL / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE))
    genannt = {ziel for seite in SEITEN for ziel in re.findall(r"`make ([a-z]+)", text(seite))}
    assert genannt
    assert genannt <= ziele


def passt(erwartet, zeile):
    if erwartet.endswith(LUECKE):
        return zeile.startswith(erwartet.removesuffix(LUECKE).rstrip())
    return zeile == erwartet


def finde(erwartet, ausgabe):
    """First expected line that is not in the output in that order; a line of `…` stands for any number of lines."""
    stelle, springt = 0, False
    for zeile in erwartet:
        if zeile == LUECKE:
            springt = True
            continue
        while springt and stelle < len(ausgabe) and not passt(zeile, ausgabe[stelle]):
            stelle += 1
        if stelle >= len(ausgabe) or not passt(zeile, ausgabe[stelle]):
            return zeile
        stelle, springt = stelle + 1, False
    return None


@pytest.mark.parametrize(("seite", "block"), KONSOLEN, ids=[f"{k}-{b.splitlines()[0]}" for k, b in KONSOLEN])
def test_gezeigte_ausgaben_sind_echt(seite, block, capsys, monkeypatch):
    monkeypatch.chdir(WURZEL)
    aufruf, *erwartet = block.splitlines()
    assert main(shlex.split(aufruf.removeprefix("$ sozialamt "))) == 0
    ausgabe = [zeile.rstrip() for zeile in capsys.readouterr().out.splitlines()]
    assert finde([zeile for zeile in erwartet if zeile], [zeile for zeile in ausgabe if zeile]) is None


def test_eine_erfundene_ausgabe_faellt_auf():
    assert finde(["eins", LUECKE, "drei"], ["eins", "zwei", "drei", "vier"]) is None
    assert finde(["eins", "drei"], ["eins", "zwei", "drei"]) == "drei"
    assert finde([LUECKE, "fünf"], ["eins", "zwei"]) == "fünf"


def test_die_gezeigten_maengel_sind_echt(tmp_path, capsys):
    seite = HANDBUCH / "falldateien.md"
    fall = next(block for block in bloecke(seite, "yaml") if "sechzig" in block)
    assert len(yaml.safe_load(fall)["personen"]) == 1
    datei = tmp_path / "fall.yaml"
    datei.write_text(fall, encoding="utf-8")
    assert main(["pruefe", str(datei)]) == 2
    gezeigt = next(block for block in bloecke(seite, "") if block.startswith("Fehler: haushalt")).splitlines()
    gemeldet = capsys.readouterr().err.splitlines()
    assert len(gezeigt) == len(gemeldet)
    assert all(passt(soll, ist) for soll, ist in zip(gezeigt, gemeldet, strict=True))


def anker(seite):
    ueberschriften = re.findall(r"^#+ (.+)$", text(seite), flags=re.MULTILINE)
    namen = {re.sub(r"[^\w -]", "", titel.lower()).replace(" ", "-") for titel in ueberschriften}
    return namen | set(re.findall(r'<a id="([^"]+)">', text(seite)))


@pytest.mark.parametrize("seite", SEITEN, ids=KURZ)
def test_jeder_verweis_fuehrt_zu_etwas(seite):
    ohne_code = re.sub(r"^```.*?^```", "", text(seite), flags=re.MULTILINE | re.DOTALL)
    for ziel in re.findall(r"\]\(([^)\s]+)\)", ohne_code):
        datei, _, stelle = ziel.partition("#")
        ort = (seite.parent / datei).resolve() if datei else seite
        assert ort.exists(), f"{ziel} führt nirgends hin"
        assert not stelle or stelle in anker(ort), f"{ziel}: diese Stelle gibt es nicht"


def test_jede_umgebungsvariable_ist_beschrieben():
    beschrieben = set(re.findall(r"`SOZIALAMT_([A-Z_]+)`", text(HANDBUCH / "betrieb.md")))
    erklaert = {variable.name for variable in umgebung.VARIABLEN}
    orte = [WURZEL / "Makefile", *(WURZEL / "src").rglob("*.py")]
    benutzt = {name for ort in orte for name in re.findall(r"SOZIALAMT_([A-Z_]*[A-Z])\b", ort.read_text("utf-8"))}
    assert beschrieben == erklaert | benutzt


def test_jede_vorgabe_der_umgebung_steht_in_der_tabelle():
    zeilen = dict(
        re.findall(r"^\| `SOZIALAMT_([A-Z_]+)` \|.*\| ([^|]+?) \|$", text(HANDBUCH / "betrieb.md"), flags=re.MULTILINE)
    )
    for variable in umgebung.VARIABLEN:
        assert not variable.vorgabe or zeilen[variable.name].strip("`") == variable.vorgabe


@pytest.mark.parametrize("name", handbuch.seiten())
def test_die_erzeugten_seiten_sind_aktuell(name):
    assert text(HANDBUCH / name) == handbuch.seiten()[name], "Abhilfe: make handbuch"


def test_jede_streitige_frage_und_jeder_parameter_hat_einen_abschnitt():
    assert set(regelwerk().einstellungen) <= anker(HANDBUCH / "streitfragen.md")
    werte = "".join(text(seite) for seite in HANDBUCH.glob("parameter_*.md"))
    assert all(f"\n`{name}`, " in werte for name in regelwerk().parameter)


def test_das_inhaltsverzeichnis_nennt_jede_seite():
    genannt = set(re.findall(r"\]\(([a-z_]+\.md)\)", text(HANDBUCH / "index.md")))
    einzelne = set(re.findall(r"\]\(([a-z_]+\.md)\)", text(HANDBUCH / "parameter.md")))
    assert genannt | einzelne == {seite.name for seite in HANDBUCH.glob("*.md")} - {"index.md"}


def test_keine_nummer_einer_entscheidung_kommt_zweimal():
    nummern = [seite.name[:4] for seite in ENTSCHEIDUNGEN]
    assert all(nummer.isdigit() for nummer in nummern)
    assert len(nummern) == len(set(nummern))


@pytest.mark.parametrize("seite", ENTSCHEIDUNGEN, ids=lambda seite: seite.stem)
def test_jede_entscheidung_hat_dieselbe_form(seite):
    zeilen = text(seite).splitlines()
    assert zeilen[0].startswith(f"# {seite.name[:4]} ")
    assert re.fullmatch(r"\*\d+\. \w+ \d{4} · (gilt|ersetzt durch .+)\*", zeilen[2])
    teile = re.findall(r"^\*\*(\w+)(?:\*\* \(.*?\))?\.?", text(seite), flags=re.MULTILINE)
    assert teile[:2] == ["Frage", "Entscheidung"]
    assert teile[-1] == "Folgen"
