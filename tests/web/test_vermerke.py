"""Vermerke und Dokumente: anfügen, prüfen, herunterladen."""

import io
import sys
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from sozialamt.akte.dateipruefung import medientyp
from sozialamt.akte.models import Dokument, Lesezugriff, Vermerk

PDF = b"%PDF-1.7\n1 0 obj"


@pytest.fixture
def pfad(haushalt):
    return reverse("vermerke", args=[haushalt.aktenzeichen])


def lade_hoch(client, pfad, inhalt: bytes, titel: str = "Mietvertrag", name: str = "x.pdf"):
    return client.post(pfad, {"titel": titel, "datei": SimpleUploadedFile(name, inhalt)})


def zip_mit(**dateien: bytes) -> bytes:
    puffer = io.BytesIO()
    with zipfile.ZipFile(puffer, "w") as archiv:
        for name, inhalt in dateien.items():
            archiv.writestr(name.replace("__", "/").replace("_xml", ".xml").replace("_bin", ".bin"), inhalt)
    return puffer.getvalue()


def test_ein_vermerk_steht_danach_in_der_akte(client, pfad, anna):
    angaben = {"art": "beratung", "am": "02.03.2026", "text": "Über Mehrbedarf <b>beraten</b>", "person": anna.pk}
    assert client.post(pfad, angaben).status_code == 302
    text = client.get(pfad).content.decode()
    assert "&lt;b&gt;beraten" in text
    assert "Beratung (§ 11 SGB XII" in text
    assert Lesezugriff.objects.filter(person=anna, anlass="Vermerke und Dokumente").exists()


@pytest.mark.parametrize(
    ("angaben", "mangel"),
    [
        ({"text": " "}, "Schreiben Sie, worum es ging"),
        ({"art": "klatsch"}, "gibt es nicht"),
        ({"am": "01.01.2090"}, "liegt in der Zukunft"),
        ({"am": "gestern"}, "gestern"),
    ],
)
def test_ein_mangelhafter_vermerk_wird_erklaert(client, pfad, angaben, mangel):
    antwort = client.post(pfad, {"art": "vermerk", "am": "02.03.2026", "text": "Text"} | angaben)
    assert antwort.status_code == 422
    assert mangel in antwort.content.decode()
    assert not Vermerk.objects.exists()


def test_ein_dokument_wird_abgelegt_und_sicher_heruntergeladen(client, pfad, haushalt, anna):
    assert lade_hoch(client, pfad, PDF, name="<script>.html").status_code == 302
    dokument = Dokument.objects.get()
    assert (dokument.medientyp, dokument.groesse, len(dokument.sha256)) == ("application/pdf", len(PDF), 64)
    assert "nicht auf Viren geprüft" in client.get(pfad).content.decode()
    antwort = client.get(reverse("dokument", args=[dokument.pk]))
    assert antwort.content == PDF
    assert antwort["Content-Disposition"] == f'attachment; filename="{haushalt.aktenzeichen}-{dokument.pk}.pdf"'
    assert "sandbox" in antwort["Content-Security-Policy"]
    assert antwort["X-Content-Type-Options"] == "nosniff"
    assert Lesezugriff.objects.filter(person=anna, anlass="Dokument").exists()


@pytest.mark.parametrize(
    ("inhalt", "typ"),
    [
        (PDF, "application/pdf"),
        (b"\x89PNG\r\n\x1a\nx", "image/png"),
        (b"\xff\xd8\xffx", "image/jpeg"),
        (b"II*\x00x", "image/tiff"),
        ("Grüße\n".encode(), "text/plain"),
        (
            zip_mit(word__document_xml=b"<a/>"),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        (zip_mit(word__document_xml=b"<a/>", word__vbaProject_bin=b"x"), ""),
        (zip_mit(mimetype=b"application/vnd.oasis.opendocument.text"), "application/vnd.oasis.opendocument.text"),
        (zip_mit(irgendwas=b"x"), ""),
        (b"PK\x03\x04kaputt", ""),
        (b"MZ\x90\x00\x03", ""),
        (b"<html><script>alert(1)</script>", ""),
        (b"  <svg onload=alert(1)>", ""),
        (b"\x00\x01\x02", ""),
        (b"\xfe\xff\x00", ""),
    ],
)
def test_der_typ_kommt_aus_dem_inhalt_nicht_aus_dem_namen(inhalt, typ):
    assert medientyp(inhalt) == typ


def test_zu_gross_leer_falsch_doppelt_oder_ohne_titel_wird_abgewiesen(client, pfad, settings):
    settings.DOKUMENT_MEGABYTE = 1
    for inhalt, mangel in (
        (b"%PDF-" + bytes(1024 * 1024), "ist zu groß"),
        (b"", "enthält nichts"),
        (b"MZ\x90\0", "kein"),
    ):
        antwort = lade_hoch(client, pfad, inhalt)
        assert antwort.status_code == 422
        assert mangel in antwort.content.decode()
    assert "Sagen Sie, was" in lade_hoch(client, pfad, PDF, titel=" ").content.decode()
    assert "Wählen Sie eine Datei" in client.post(pfad, {"titel": "x"}).content.decode()
    assert lade_hoch(client, pfad, PDF).status_code == 302
    assert "liegt schon in der Akte" in lade_hoch(client, pfad, PDF).content.decode()
    assert Dokument.objects.count() == 1


@pytest.mark.parametrize(
    ("befehl", "meldung"),
    [
        (f'{sys.executable} -c "raise SystemExit(1)"', "enthält ein Schadprogramm"),
        (f'{sys.executable} -c "raise SystemExit(2)"', "konnte nicht auf Viren geprüft werden"),
        ("gibt-es-nicht --scan", "konnte nicht auf Viren geprüft werden"),
    ],
)
def test_bei_fund_oder_stoerung_der_virenpruefung_wird_nichts_abgelegt(client, pfad, settings, befehl, meldung):
    settings.VIRENPRUEFUNG = befehl
    assert meldung in lade_hoch(client, pfad, PDF).content.decode()
    assert not Dokument.objects.exists()


def test_ein_geprueftes_dokument_sagt_das(client, pfad, settings):
    pruefung = "import sys; sys.exit(not sys.stdin.buffer.read().startswith(b'%PDF'))"
    settings.VIRENPRUEFUNG = f'{sys.executable} -c "{pruefung}"'
    lade_hoch(client, pfad, PDF)
    assert Dokument.objects.get().virenpruefung == "sauber"


def test_eine_fremde_person_gehoert_nicht_an_den_vermerk(client, pfad, anna):
    angaben = {"art": "vermerk", "am": "02.03.2026", "text": "Text", "person": anna.pk + 1}
    assert client.post(pfad, angaben).status_code == 404
