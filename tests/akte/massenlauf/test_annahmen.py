"""Vorschau mit angekündigten Werten: gezeigt und gekennzeichnet, nie festgehalten."""

import pytest
from tests.akte.bausteine import ANFANG, GRUNDSICHERUNG, JANUAR, eintragen, neue_person, zweite_person
from tests.akte.massenlauf.test_vorschau import DEZEMBER, ENTSCHIEDEN, JULI

from sozialamt.akte.models import Massenlauf, Massenlaufposten
from sozialamt.akte.vorgaenge.bescheid_entwerfen import bescheid_entwerfen
from sozialamt.akte.vorgaenge.bescheid_erlassen import bescheid_erlassen
from sozialamt.akte.vorgaenge.haushalt_anlegen import haushalt_anlegen
from sozialamt.akte.vorgaenge.tatsachen_eintragen import Angabe
from sozialamt.cli import main

WERTE = """
alles_uebrige_gilt_weiter: ja
werte:
  regelbedarfsstufe:
    ab: 2027-01-01
    wert: {1: 575, 2: 518, 3: 460, 4: 483, 5: 400, 6: 366}
    quelle: Entwurf vom 15.09.2026
"""


@pytest.fixture
def datei(tmp_path):
    datei = tmp_path / "werte.yaml"
    datei.write_text(WERTE, encoding="utf-8")
    return str(datei)


@pytest.fixture
def bewilligt(sachbearbeitung):
    """Eine alleinstehende Rentnerin, bewilligt bis Dezember 2026."""
    akte = haushalt_anlegen(benutzer=sachbearbeitung, strasse="Weg 1", plz="12345", ort="Musterstadt", zeitpunkt=ANFANG)
    person = neue_person(sachbearbeitung, akte, "Berta Öz", JANUAR.replace(year=1950))
    angaben = {"wohnform": 0, "miete_bruttokalt": 38_000, "heizkosten": 5_000, "mietstufe": 4}
    rente = Angabe("rente_gesetzlich", 61_000, JANUAR, person=person)
    eintragen(sachbearbeitung, akte, *(Angabe(name, wert, JANUAR) for name, wert in angaben.items()), rente)
    zeitraum = {"leistung": GRUNDSICHERUNG, "beginn": JULI, "ende": DEZEMBER, "zeitpunkt": ENTSCHIEDEN}
    entwurf = bescheid_entwerfen(benutzer=sachbearbeitung, haushalt=akte, **zeitraum)
    return bescheid_erlassen(benutzer=zweite_person(), entwurf=entwurf, zeitpunkt=ENTSCHIEDEN)


def test_die_vorschau_rechnet_mit_den_annahmen_und_haelt_nichts_fest(bewilligt, datei, capsys):
    assert main(["massenlauf", "--monat", "2027-01", "--vorschau", "--werte", datei]) == 0
    text = capsys.readouterr().out
    assert text.startswith("ANNAHMEN, KEIN RECHT.")
    assert "Regelbedarfsstufen ab 2027-01-01" in text and "Entwurf vom 15.09.2026" in text
    assert "weitere Werte gelten hier ungeprüft unverändert weiter" in text
    assert "Annahme für 01.2027 gegenüber 12.2026 – 1 laufende Fälle" in text
    (zeile,) = [z for z in text.splitlines() if z.startswith("GSiAE")]
    alt, neu = (int(b.replace(".", "").replace(",", "")) for b in zeile.replace(" €", "").split()[-2:])
    assert "bekommt mehr" in zeile
    assert neu - alt == 1_200
    assert not Massenlauf.objects.exists() and not Massenlaufposten.objects.exists()


@pytest.mark.parametrize(
    "weitere",
    [
        ("--anlass", "Regelsätze 2027", "--benutzer", "teamleitung"),
        ("--vorschau", "--bis", "2027-02"),
        ("--vorschau", "--rentendatei", "renten.csv"),
    ],
)
def test_aus_annahmen_wird_kein_lauf(bewilligt, datei, weitere, capsys):
    with pytest.raises(SystemExit):
        main(["massenlauf", "--monat", "2027-01", "--werte", datei, *weitere])
    assert "nur zum Ansehen" in capsys.readouterr().err
    assert not Massenlauf.objects.exists()
