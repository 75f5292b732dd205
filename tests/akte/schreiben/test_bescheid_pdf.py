"""Der Bescheid als PDF: Inhalt nach § 33 ff. SGB X, PDF/A-3a, PDF/UA-1, lesbar mit Hilfsmitteln."""

import io
import re
import zlib
from collections import Counter
from dataclasses import replace

import pikepdf
import pytest
from pypdf import PdfReader

from sozialamt.akte.schreiben import Beilage, NichtDruckbar, rendere_bescheid, rendern
from sozialamt.akte.schreiben.beilegen import UnbekannterAufbau, lege_bei

ZEHN = (
    "Maximiliane-Theodora Freifrau von und zu Hohenlohe-Waldenburg-Schillingsfürst",
    "Łukasz Wiśniewski",
    "Nguyễn Thị Ánh",
    "Ana Đorđević",
    "İpek Şahin",
    "Seán O’Brian",
    "Βασίλης Παπαδόπουλος",
    "Ольга Ёлкина",
    "Zoë Çelik",
    "Jörg Süß",
)


def text(pdf: bytes) -> str:
    """Text aller Seiten ohne Zeilenfall und Trennstriche."""
    roh = "\n".join(seite.extract_text() for seite in PdfReader(io.BytesIO(pdf)).pages)
    return " ".join(re.sub(r"[-\u00ad]\n(?=[a-zäöüß])", "", roh).replace("\u00a0", " ").split())


def beilage(name: str, inhalt: str) -> Beilage:
    return Beilage(name, "Rechenweg", zlib.compress(inhalt.encode()))


@pytest.fixture(scope="module")
def pdf(mache_bescheid):
    return rendere_bescheid(mache_bescheid())


@pytest.fixture(scope="module")
def datei(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as datei:
        yield datei


def struktur(datei) -> Counter:
    """Wie oft jedes Strukturelement vorkommt; Tabellenköpfe mit ihrem Geltungsbereich."""
    zaehler: Counter = Counter()

    def gehe(knoten):
        if not isinstance(knoten, pikepdf.Dictionary):
            return
        if "/S" in knoten:
            name = str(knoten.S)
            zaehler[name] += 1
            if name == "/TH":
                zaehler[f"TH {knoten.A[0].Scope}"] += 1
        kinder = knoten.get("/K", [])
        for kind in kinder if isinstance(kinder, pikepdf.Array) else [kinder]:
            gehe(kind)

    gehe(datei.Root.StructTreeRoot)
    return zaehler


def test_der_bescheid_nennt_behoerde_adressat_zeitraum_betrag_grund_und_rechtsbehelf(pdf):
    inhalt = text(pdf)
    for pflicht in (
        "Stadt Musterhausen",
        "Fachbereich Soziales",
        "50/2-4711.0815",
        "21.11.2026",
        "Änne Müller-Groß",
        "Amselweg 17 a",
        "01.11.2026 bis 31.01.2027",
        "684,32",
        "Von der Rente bleiben 253,72 € frei (§ 82a SGB XII).",
        "Rechtsbehelfsbelehrung",
        "innerhalb eines Monats nach seiner Bekanntgabe Widerspruch",
        "in elektronischer Form nach § 36a Absatz 2",
        "Rathausplatz 1, 44135 Musterhausen",
        "am vierten Tag nach der Aufgabe zur Post",
        "§ 60 Absatz 1 SGB I",
        "Im Auftrag",
        "Seite 1 von",
    ):
        assert pflicht in inhalt, pflicht


def test_der_bogen_zeigt_jede_zeile_mit_vorschrift_und_die_summen(pdf):
    inhalt = text(pdf)
    assert "Anlage: Berechnungsbogen November 2026 bis Januar 2027" in inhalt
    for zeile in (
        "Regelbedarf § 27a Abs. 3 SGB XII 563,00",
        "Altersrente § 82 Abs. 1 SGB XII 612,40",
        "Freibetrag Grundrentenzeiten § 82a SGB XII −253,72",
        "Monatlicher Anspruch § 19 Abs. 1 SGB XII 684,32",
    ):
        assert zeile in inhalt, zeile


def test_die_datei_erklaert_sich_als_pdf_a_3a_und_pdf_ua_1(datei):
    with datei.open_metadata() as xmp:
        assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"], xmp["pdfuaid:part"]) == ("3", "A", "1")
        assert xmp["dc:title"].startswith("Musterleistung")
        assert xmp["dc:creator"] == ["Stadt Musterhausen, Fachbereich Soziales"]
    assert [str(i.S) for i in datei.Root.OutputIntents] == ["/GTS_PDFA1"]


def test_die_datei_hat_sprache_titel_und_strukturbaum(datei):
    assert str(datei.Root.Lang) == "de-DE"
    assert datei.Root.ViewerPreferences.DisplayDocTitle
    assert datei.Root.MarkInfo.Marked
    assert all(seite.Tabs == "/S" for seite in datei.pages)
    teile = struktur(datei)
    assert teile["/Document"] == 1
    assert teile["/H1"] == 2
    assert teile["/H2"] >= 5


def test_jede_tabelle_hat_kopfzellen_mit_geltungsbereich(datei):
    teile = struktur(datei)
    assert teile["/Table"] == teile["/THead"] == 5
    assert teile["/TH"] == teile["TH /Column"] > 0


def test_alle_schriften_sind_eingebettet_und_ihr_text_ist_auslesbar(datei):
    gesehen = set()
    for seite in datei.pages:
        for schrift in seite.Resources.Font.values():
            beschreibung = schrift.DescendantFonts[0].FontDescriptor
            assert "/FontFile2" in beschreibung or "/FontFile3" in beschreibung
            assert "/ToUnicode" in schrift
            gesehen.add(str(schrift.BaseFont).split("+")[1])
    assert gesehen == {"FiraSans-Regular", "FiraSans-SemiBold"}


def test_gleiche_daten_ergeben_dieselbe_datei(mache_bescheid, pdf):
    assert rendere_bescheid(mache_bescheid()) == pdf


def test_zehn_personen_mit_langen_und_fremden_namen_passen(mache_bescheid):
    inhalt = text(rendere_bescheid(mache_bescheid(ZEHN)))
    for name in ZEHN[1:]:
        assert name in inhalt, name
    assert "Schillingsfürst" in inhalt
    assert "Personen: Ana Đorđević, İpek Şahin, Seán O’Brian" in inhalt


@pytest.mark.parametrize(
    "boese",
    [
        '#panic("x")',
        '"); #read("/etc/passwd") //',
        "= Überschrift *fett* _kursiv_ `roh` $x^2$ <marke> @verweis",
        "\\u{1F600} \\ #sys.inputs #[x]",
        "{{ daten }} ${x} %s {person}",
        '</script><script>alert("x")</script>',
        "Zeile 1\r\nZeile 2",
    ],
)
def test_eingaben_sind_text_und_werden_nie_satzanweisung(mache_bescheid, boese):
    daten = mache_bescheid()
    geaendert = replace(
        daten, anschrift=(boese, *daten.anschrift), anrede=boese, verfuegung=(boese,), personen=(boese,)
    )
    inhalt = text(rendere_bescheid(geaendert))
    assert " ".join(boese.split()) in inhalt


def test_steuerzeichen_fallen_weg(mache_bescheid):
    inhalt = text(rendere_bescheid(mache_bescheid(anrede="Guten\x00 Tag\x07 \ue000Frau\u0085 Müller,")))
    assert "Guten Tag Frau Müller," in inhalt


@pytest.mark.parametrize("zeichen", ["漢", "😀"])
def test_ein_nicht_druckbares_zeichen_wird_gemeldet_statt_verschluckt(mache_bescheid, zeichen):
    with pytest.raises(NichtDruckbar, match=zeichen):
        rendere_bescheid(mache_bescheid(anrede=f"Guten Tag {zeichen},"))


def test_ohne_unterschrift_steht_der_hinweis_auf_den_automatischen_erlass(mache_bescheid):
    inhalt = text(rendere_bescheid(mache_bescheid(unterschrift=None)))
    assert "mit Hilfe automatischer Einrichtungen erlassen" in inhalt
    assert "§ 33 Abs. 5 SGB X" in inhalt
    assert "Im Auftrag" not in inhalt


def test_muster_ist_sichtbar_und_vorlesbar_gekennzeichnet(mache_bescheid, pdf):
    assert "Muster – erzeugte Daten. Kein Bescheid" in text(rendere_bescheid(mache_bescheid(muster=True)))
    assert "Muster – erzeugte Daten" not in text(pdf)


@pytest.mark.parametrize(
    "inhalt",
    [
        '{"a": "§ 1\\u0000"}',
        '")), #panic("x")',
        "C:\\",
        'zwei\r\nZeilen\\u{41} \\"',
        "",
        "1 0 obj\n<</Type/EmbeddedFile" * 900,
    ],
)
def test_der_rechenweg_liegt_byte_fuer_byte_als_datei_bei(mache_bescheid, inhalt):
    daten = mache_bescheid(beilagen=(beilage("rechenweg.json", inhalt),))
    pdf = rendere_bescheid(daten)
    assert PdfReader(io.BytesIO(pdf)).attachments["rechenweg.json"] == [inhalt.encode()]
    with pikepdf.open(io.BytesIO(pdf), attempt_recovery=False) as datei:
        assert datei.check_pdf_syntax() == []
        (strom,) = [o for o in datei.objects if isinstance(o, pikepdf.Stream) and o.get("/Type") == "/EmbeddedFile"]
        assert int(strom.Params.Size) == len(inhalt.encode())
        assert "/ModDate" in strom.Params


def test_beilagen_aendern_die_seiten_nicht_und_jede_hat_ihren_inhalt(mache_bescheid, pdf):
    zwei = [beilage("a.json", '{"a": 1}' * 500), beilage("b.json", '{"b": 2}')]
    mit = rendere_bescheid(mache_bescheid(beilagen=tuple(zwei)))
    leser = PdfReader(io.BytesIO(mit))
    assert leser.attachments == {"a.json": [b'{"a": 1}' * 500], "b.json": [b'{"b": 2}']}
    with pikepdf.open(io.BytesIO(pdf)) as ohne, pikepdf.open(io.BytesIO(mit), attempt_recovery=False) as datei:
        assert datei.check_pdf_syntax() == []
        seiten = [[s.Contents.read_bytes() for s in d.pages] for d in (ohne, datei)]
    assert seiten[0] == seiten[1]


@pytest.mark.parametrize(
    "boese",
    [
        "/Type/EmbeddedFile",
        "7 0 obj <</Length 3/Type/EmbeddedFile/Subtype/x/Params<</Size 3/ModDate(D:1)>>>> stream",
        "startxref 0 %%EOF",
    ],
)
def test_was_wie_ein_teil_des_pdf_aussieht_wird_nicht_mit_der_beilage_verwechselt(mache_bescheid, boese):
    daten = mache_bescheid(beilagen=(beilage("r.json", "{}"),), aktenzeichen=boese, betreff=f"{boese}\n{boese}")
    pdf = rendere_bescheid(daten)
    assert PdfReader(io.BytesIO(pdf)).attachments == {"r.json": [b"{}"]}
    with pikepdf.open(io.BytesIO(pdf), attempt_recovery=False) as datei:
        assert datei.check_pdf_syntax() == []


def test_ein_anderer_rechenweg_ist_ein_anderes_dokument(mache_bescheid):
    eins, zwei = (rendere_bescheid(mache_bescheid(beilagen=(beilage("r.json", x),))) for x in ("[1]", "[2]"))
    kennungen = [PdfReader(io.BytesIO(pdf)).trailer["/ID"][1] for pdf in (eins, zwei)]
    assert kennungen[0] != kennungen[1]


def test_beschaedigter_rechenweg_wird_nicht_beigelegt(mache_bescheid):
    verdichtet = bytearray(zlib.compress(b'{"schema": "rechenweg/2"}'))
    verdichtet[-1] ^= 1
    with pytest.raises(zlib.error):
        rendere_bescheid(mache_bescheid(beilagen=(Beilage("r.json", "", bytes(verdichtet)),)))


@pytest.mark.parametrize("falsch", [b"", b"%PDF-1.7\nstartxref\n0\n%%EOF"])
def test_ein_pdf_mit_anderem_aufbau_wird_abgelehnt(falsch):
    with pytest.raises(UnbekannterAufbau):
        lege_bei(falsch, [beilage("r.json", "{}")])


def test_eine_beilage_ohne_platz_im_pdf_wird_abgelehnt(pdf):
    with pytest.raises(UnbekannterAufbau, match="Marke"):
        lege_bei(pdf, [beilage("r.json", "{}")])


@pytest.mark.parametrize("amt", ["Amt", "Amt für Soziales und Wohnen", "M" * 45, "Wohnen " * 20 + "Ende"])
def test_auch_eine_lange_fusszeile_steht_ganz_da(mache_bescheid, amt):
    daten = mache_bescheid()
    geaendert = rendere_bescheid(replace(daten, behoerde=replace(daten.behoerde, amt=amt)))
    assert text(geaendert).count(f"{amt} · Aktenzeichen") == len(PdfReader(io.BytesIO(geaendert)).pages)
    assert re.search(r"Seite (\d+) von \1$", text(geaendert))


def test_was_davor_gesetzt_wurde_aendert_keine_datei(mache_bescheid, pdf):
    """Der Übersetzer behält Teile früherer Schreiben; ein neuer Übersetzer kennt keine."""
    rendere_bescheid(mache_bescheid(ZEHN, aktenzeichen="50/2-1"))
    danach = rendere_bescheid(mache_bescheid())
    rendern._uebersetzer.cache_clear()
    assert rendere_bescheid(mache_bescheid()) == danach == pdf
