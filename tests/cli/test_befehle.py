"""The command as people use it: output, exit codes, one message per fault."""

import json
import subprocess
import sys

import jsonschema
import pytest

from sozialamt.cli import main

FALL = """
titel: Rentnerin
haushalt: {miete_bruttokalt: 420, heizkosten: 60}
personen:
  anna: {geburtsdatum: 1955-03-14, rente_gesetzlich: 612.40}
"""
GSIAE = ["--leistung", "grundsicherung_alter_erwerbsminderung"]


@pytest.fixture
def fall(tmp_path):
    def schreibe(text=FALL):
        datei = tmp_path / "fall.yaml"
        datei.write_text(text, encoding="utf-8")
        return str(datei)

    return schreibe


def test_berechne_druckt_den_bogen(fall, capsys):
    assert main(["berechne", fall(), "--monat", "2026-11"]) == 0
    text = capsys.readouterr().out
    for zeile in ("Rentnerin", "November 2026", "563,00", "§ 82", "430,60", "gelten dokumentierte Vorgaben"):
        assert zeile in text


def test_berechne_fasst_gleiche_monate_zusammen(fall, capsys):
    assert main(["berechne", fall(), "--monat", "2026-01", "--bis", "2026-04", *GSIAE]) == 0
    text = capsys.readouterr().out
    assert text.count("ZAHLUNGSANSPRUCH") == 1 and "2026-01 bis 2026-04" in text


def test_berechne_nennt_vorgaben_einzeln(fall, capsys):
    assert main(["berechne", fall(), "--monat", "2026-11", "--vorgaben", *GSIAE]) == 0
    assert "Merkzeichen G" in capsys.readouterr().out


def test_der_bogen_wird_auch_gedruckt_wenn_einkommen_oder_vermoegen_den_anspruch_ausschliesst(fall, capsys):
    for text in (FALL.replace("612.40", "2000"), FALL.replace("612.40", "612.40, vermoegen_geld: 30000")):
        assert main(["berechne", fall(text), "--monat", "2026-11"]) == 0
        ausgabe = capsys.readouterr().out
        assert ausgabe.count("ZAHLUNGSANSPRUCH") == 1 and "Kein Anspruch auf Grundsicherung" in ausgabe


def test_ohne_zustaendigkeit_wird_kein_leerer_bogen_gedruckt(fall, capsys):
    assert main(["berechne", fall(FALL.replace("1955-03-14", "1990-03-14")), "--monat", "2026-11"]) == 0
    ausgabe = capsys.readouterr().out
    assert "REGELBEDARF" not in ausgabe.upper() and "§ 21 Satz 1 SGB XII" in ausgabe


def test_alle_zeigt_das_ganze_bild(fall, capsys):
    text = FALL.replace("heizkosten: 60", "heizkosten: 60, mietstufe: 3")
    assert main(["berechne", fall(text), "--monat", "2026-11", "--alle"]) == 0
    ausgabe = capsys.readouterr().out
    for zeile in ("Rentnerin – Überblick", "430,60 €", "§ 7a SGB II", "Das würde es ändern", "1. Grundsicherung"):
        assert zeile in ausgabe


def test_alle_fragt_statt_abzubrechen(fall, capsys):
    assert main(["berechne", fall(), "--monat", "2026-11", "--alle"]) == 0
    ausgabe = capsys.readouterr().out
    assert "Angabe „mietstufe“ fehlt" in ausgabe and "nötig für: Kinderzuschlag, Wohngeld" in ausgabe


def test_alle_als_json_je_monat(fall, capsys):
    assert main(["berechne", fall(), "--monat", "2026-10", "--bis", "2026-11", "--alle", "--json"]) == 0
    bilder = json.loads(capsys.readouterr().out)
    assert [b["monat"] for b in bilder] == ["2026-10", "2026-11"] and bilder[0]["schema"] == "ueberblick/1"


def test_angaben_deren_bedingung_nicht_zutrifft_werden_genannt(fall, capsys):
    text = FALL.replace("612.40", "612.40, kv_beitrag: 200")
    assert main(["berechne", fall(text), "--monat", "2026-11"]) == 0
    ausgabe = capsys.readouterr().out
    assert "Bitte prüfen: kv_beitrag, anna" in ausgabe and "krankenversicherung = gesetzlich_freiwillig" in ausgabe


def test_merkmale_nennen_ihre_bedingung_mit_den_moeglichen_werten(capsys):
    assert main(["merkmale", "angemessene_miete_mit_person"]) == 0
    ausgabe = capsys.readouterr().out
    assert "nur wenn wohnverhaeltnis = ohne_vertrag_bei_verwandten und mitbewohner_beduerftig = nein" in ausgabe


def test_unbekannte_angaben_fuehren_zu_namen_die_das_wort_enthalten(fall, capsys):
    assert main(["berechne", fall(FALL.replace("rente_gesetzlich", "rente")), "--monat", "2026-11"]) == 2
    assert "rente_gesetzlich" in capsys.readouterr().err


def test_json_ist_die_spur_nach_schema(fall, capsys):
    assert main(["schema", "spur"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert main(["berechne", fall(), "--monat", "2026-11", "--json", *GSIAE]) == 0
    spur = json.loads(capsys.readouterr().out)
    jsonschema.validate(spur, schema)
    assert {s["regel"]: s["wert"] for s in spur["schritte"]}["gsiae_anspruch"] == 43_060


def test_das_fallschema_ist_gueltig(capsys):
    assert main(["schema", "fall"]) == 0
    jsonschema.Draft202012Validator.check_schema(json.loads(capsys.readouterr().out))


@pytest.mark.parametrize(
    ("text", "monat", "meldung"),
    [
        (FALL.replace("420", "-420"), "2026-11", "haushalt.miete_bruttokalt: -420,00 €"),
        (FALL.replace("rente_gesetzlich", "rennte"), "2026-11", "personen.anna.rennte"),
        (FALL.replace("1955-03-14", "2090-03-14"), "2026-11", "personen.anna.geburtsdatum: 2090-03-14"),
        (FALL.replace("612.40", "viel"), "2026-11", "personen.anna.rente_gesetzlich: viel"),
        (FALL.replace("1955-03-14", "4.3.1955"), "2026-11", "gemeint ist vielleicht 1955-03-04"),
        ("personen:\n  anna: {geburtsdatum: 1955-03-14", "2026-11", "kein gültiges YAML (Zeile "),
        (FALL, "2027-01", "2027-01-01"),
        (FALL, "1999-01", "1999-01-01"),
        ("kein: fall", "2026-11", "kein"),
    ],
)
def test_fehlerhafte_eingaben_geben_meldung_und_code_2(fall, capsys, text, monat, meldung):
    assert main(["berechne", fall(text), "--monat", monat]) == 2
    ausgabe = capsys.readouterr()
    assert meldung in ausgabe.err and ausgabe.err.startswith("Fehler: ") and not ausgabe.out


def test_jeder_fehler_ist_eine_zeile(fall, capsys):
    kaputt = FALL.replace("420", "-420").replace("612.40", "viel").replace("heizkosten", "heitzkosten")
    assert main(["pruefe", fall(kaputt), "--monat", "2026-11"]) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 3


def test_fehlende_angaben_werden_gefragt(fall, capsys):
    assert main(["berechne", fall("personen: {anna: {}}"), "--monat", "2026-11"]) == 2
    fragen = capsys.readouterr().err
    assert "Frage: " in fragen and "geburtsdatum" in fragen


def test_ohne_monat_wird_nach_ihm_gefragt(fall, capsys):
    assert main(["berechne", fall()]) == 2
    assert "--monat" in capsys.readouterr().err


def test_eine_unbekannte_leistung_fuehrt_zu_aehnlichen(fall, capsys):
    with pytest.raises(SystemExit):
        main(["berechne", fall(), "--monat", "2026-05", "--leistung", "wohngelt"])
    assert "Gemeint ist vielleicht: wohngeld" in capsys.readouterr().err


def test_vertauschte_monate(fall, capsys):
    assert main(["berechne", fall(), "--monat", "2026-05", "--bis", "2026-04"]) == 2
    assert "vor dem ersten Monat" in capsys.readouterr().err


def test_pruefe_rechnet_nicht(fall, capsys):
    assert main(["pruefe", fall(), "--monat", "2026-11"]) == 0
    assert "In Ordnung: Rentnerin – 1 Person" in capsys.readouterr().out


def test_zeige_leistung_regel_parameter_und_graph(tmp_path, capsys):
    assert main(["zeige"]) == 0
    assert "hilfe_zum_lebensunterhalt" in capsys.readouterr().out
    assert main(["zeige", "grundsicherung_alter_erwerbsminderung", "--monat", "2026-11", "--tiefe", "2"]) == 0
    baum = capsys.readouterr().out
    assert "Rechtsgrundlage" in baum and "[gsiae_anspruch]" in baum
    assert main(["zeige", "grundsicherung_alter_erwerbsminderung", "--monat", "2026-11", "--parameter"]) == 0
    parameter = capsys.readouterr().out
    assert "Fundstelle: " in parameter and "Quelle: " in parameter
    svg = tmp_path / "graph.svg"
    assert main(["zeige", "regelbedarf", "--monat", "2026-11", "--svg", str(svg)]) == 0
    assert svg.read_text(encoding="utf-8").startswith("<svg")


def test_zeige_unbekanntes(capsys):
    assert main(["zeige", "regelbedarff"]) == 2
    assert "regelbedarf" in capsys.readouterr().err


def test_merkmale_lassen_sich_suchen(capsys):
    assert main(["merkmale", "bruttokaltmiete"]) == 0
    assert "miete_bruttokalt – " in capsys.readouterr().out


def test_ohne_befehl_steht_die_liste_der_befehle(capsys):
    assert main([]) == 2
    assert "berechne" in capsys.readouterr().out


def test_rechnen_laedt_weder_django_noch_numba(fall):
    programm = (
        "import sys; from sozialamt.cli import main; main(['berechne', sys.argv[1], '--monat', '2026-11']);"
        "print([m for m in ('django', 'numba', 'pyarrow', 'numpy') if m in sys.modules], file=sys.stderr)"
    )
    lauf = subprocess.run([sys.executable, "-c", programm, fall()], capture_output=True, text=True, check=True)
    assert lauf.stderr.strip() == "[]"
