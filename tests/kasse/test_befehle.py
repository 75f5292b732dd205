"""Die Kasse an der Befehlszeile."""

import hashlib

import pytest
from tests.kasse.auszuege import auszug, eingang
from tests.kasse.bausteine import JULI, LEBENSUNTERHALT, bescheid, laufe, sammle, zahlungsweg

from sozialamt.akte.models import Zahlanspruch
from sozialamt.cli import main
from sozialamt.kasse.models import Kontobewegung, Zahldatei

pytestmark = pytest.mark.django_db


@pytest.fixture
def lauf(akte, jorg, sach, kasse, team, uhr):
    bescheid(akte, {(JULI, jorg, LEBENSUNTERHALT): 50_000}, sach, uhr.tick())
    zahlungsweg(akte, sach, team, uhr.tick())
    return laufe(sammle(kasse, uhr), kasse, team, uhr)


def test_pruefe_kasse_nennt_jede_regel_und_jeden_verstoss(lauf, jorg, capsys):
    assert main(["pruefe", "kasse"]) == 0
    assert capsys.readouterr().out.count("in Ordnung") == 14
    erster = Zahlanspruch.objects.first()
    Zahlanspruch.objects.create(
        bescheid=erster.bescheid, monat=JULI, person=jorg, bestandteil="neben_der_kasse", kostentraeger="bund", cent=1
    )
    assert main(["pruefe", "kasse"]) == 2
    assert "Bescheid 0,01 €, gebucht 0,00 €" in capsys.readouterr().out


def test_die_datei_kommt_heraus_wie_sie_abgelegt_ist(lauf, tmp_path, capsys):
    ziel = tmp_path / "lauf.xml"
    assert main(["zahllauf", "datei", lauf.nummer, str(ziel)]) == 0
    assert hashlib.sha256(ziel.read_bytes()).hexdigest() == Zahldatei.objects.get().sha256
    assert main(["zahllauf", "datei", "Z000000-00", str(ziel)]) == 2
    assert main(["zahllauf", "liste"]) == 0
    assert "gesendet" in capsys.readouterr().out


def test_ein_auszug_wird_eingelesen_oder_verstaendlich_abgelehnt(lauf, tmp_path, capsys):
    datei = tmp_path / "camt.xml"
    datei.write_bytes(auszug(eingang(100, "danke")))
    assert main(["zahllauf", "auszug", str(datei), "--benutzer", "kasse"]) == 0
    assert Kontobewegung.objects.zu_klaeren().count() == 1
    assert main(["zahllauf", "auszug", str(datei), "--benutzer", "niemand"]) == 2
    datei.write_text("kein xml", encoding="utf-8")
    assert main(["zahllauf", "auszug", str(datei), "--benutzer", "kasse"]) == 2
    assert "kein lesbares XML" in capsys.readouterr().err
