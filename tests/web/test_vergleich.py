"""Bildschirme des Vergleichs: wer was sieht, und dass jede Seite ohne fremde Hilfe auskommt."""

import io
import re

import pypdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests.vergleich.bausteine import grundbestand, liefere, nutzer_fuer, stadt
from tests.web.conftest import angemeldet

from sozialamt.akte.models import Benutzer
from sozialamt.vergleich.austausch.schluessel import oeffentlicher_schluessel
from sozialamt.vergleich.lieferung.vorlage import vorlage_csv
from sozialamt.vergleich.models import Auffaelligkeit, Austauschpaket, Berichtstext, Kennzahlformel, Lieferung
from sozialamt.vergleich.vorgaenge.freigeben import freigeben
from sozialamt.web.ansichten.vergleich.berichte import harmlos

__all__ = ["grundbestand"]

JAHR = 2023
WERTE = {"lb_hlu": 4321, "lb_gsiae_ave": 9876, "einwohner": 600_000}
SEITEN = {
    "vergleich": [],
    "vergleich_profil": ["dortmund", JAHR],
    "vergleich_bereich": ["hlu", JAHR],
    "vergleich_faktenboard": ["hlu", JAHR],
    "vergleich_monitoring": [JAHR],
    "vergleich_aehnlich": [],
    "vergleich_wenn": [],
    "vergleich_kennzahlen": [],
    "vergleich_lieferung": [],
    "vergleich_auffaelligkeiten": [],
    "vergleich_freigabe": [],
    "vergleich_austausch": [],
    "vergleich_tabelle": [],
    "offene_daten": [],
}
OEFFENTLICH = {"offene_daten"}


@pytest.fixture(autouse=True)
def ablage(settings, tmp_path):
    settings.DATENORDNER = tmp_path


@pytest.fixture
def dortmund(grundbestand) -> Benutzer:
    return nutzer_fuer(stadt("dortmund"), "leitung")


@pytest.fixture
def essen(grundbestand) -> Benutzer:
    return nutzer_fuer(stadt("essen"), "leitung")


@pytest.fixture
def geliefert(dortmund, essen) -> None:
    liefere(stadt("dortmund"), JAHR, WERTE, dortmund)
    liefere(stadt("essen"), JAHR, {"lb_hlu": 5555, "einwohner": 500_000}, essen)


def seite(client: Client, name: str, *argumente) -> str:
    antwort = client.get(reverse(name, args=argumente))
    assert antwort.status_code == 200, name
    return antwort.content.decode()


@pytest.mark.parametrize("name", SEITEN)
def test_jede_seite_kommt_ohne_eingebettete_formate_und_skripte_aus(name, geliefert, dortmund):
    antwort = angemeldet(dortmund).get(reverse(name, args=SEITEN[name]))
    text = antwort.content.decode()
    assert antwort.status_code == 200
    assert " style=" not in text
    assert "<style" not in text
    assert not re.findall(r"<script(?![^>]*\bsrc=)", text)
    assert not re.findall(r"\son[a-z]+=", text)
    assert all(bild.strip() for bild in re.findall(r'<img [^>]*alt="([^"]*)"', text))


@pytest.mark.parametrize("name", sorted(set(SEITEN) - OEFFENTLICH))
def test_ohne_das_recht_bleibt_jede_seite_zu(name, grundbestand, sachbearbeitung):
    assert angemeldet(sachbearbeitung).get(reverse(name, args=SEITEN[name])).status_code == 403


@pytest.mark.parametrize("name", sorted(set(SEITEN) - OEFFENTLICH))
def test_ohne_anmeldung_bleibt_jede_seite_zu(name, grundbestand):
    antwort = Client().get(reverse(name, args=SEITEN[name]))
    assert antwort.status_code == 302
    assert antwort.url.startswith(reverse("account_login"))


@pytest.mark.parametrize("art", ["html", "csv", "pdf"])
def test_zwei_staedte_sehen_nicht_was_die_andere_nicht_freigab(art, geliefert, dortmund, essen):
    def zeigt(konto: Benutzer, zahl: str) -> bool:
        name = "vergleich_profil" + ("" if art == "html" else f"_{art}")
        inhalt = angemeldet(konto).get(reverse(name, args=["dortmund", JAHR])).content
        if art == "pdf":
            inhalt = "".join(s.extract_text() for s in pypdf.PdfReader(io.BytesIO(inhalt)).pages).encode()
        return zahl in inhalt.decode()

    assert zeigt(dortmund, "4.321")
    assert not zeigt(essen, "4.321")
    freigeben(benutzer=dortmund, stadt=stadt("dortmund"), groessen=["lb_hlu"])
    assert zeigt(essen, "4.321")
    assert not zeigt(essen, "9.876")


@pytest.mark.parametrize("name", ["vergleich_bereich", "vergleich_faktenboard"])
def test_auch_im_bereich_fehlt_was_nicht_freigegeben_ist(name, geliefert, dortmund, essen):
    assert "4.321" in seite(angemeldet(dortmund), name, "hlu", JAHR)
    assert "4.321" not in seite(angemeldet(essen), name, "hlu", JAHR)


def test_eine_neue_lieferung_ist_nicht_mit_freigegeben(geliefert, dortmund, essen):
    freigeben(benutzer=dortmund, stadt=stadt("dortmund"), groessen=["lb_hlu"])
    liefere(stadt("dortmund"), JAHR, {"lb_hlu": 4444}, dortmund)
    text = seite(angemeldet(essen), "vergleich_profil", "dortmund", JAHR)
    assert "4.321" in text
    assert "4.444" not in text
    assert "Neues nicht freigegeben" in seite(angemeldet(dortmund), "vergleich_freigabe")


def test_das_profil_nennt_quelle_stichtag_und_die_gruende_des_fehlens(geliefert, dortmund):
    text = seite(angemeldet(dortmund), "vergleich_profil", "dortmund", JAHR)
    assert "Quelle: Lieferung der Stadt Dortmund" in text
    assert f"31.12.{JAHR}" in text
    assert "keine Lieferung" in text
    assert "Ein Bild ohne Zahlen" not in text


def test_die_bilder_des_profils_lassen_sich_holen_und_tragen_den_alternativtext(geliefert, dortmund):
    client = angemeldet(dortmund)
    text = seite(client, "vergleich_profil", "dortmund", JAHR)
    bilder = re.findall(r'<img src="([^"]+)" alt="([^"]+)"', text)
    assert len(bilder) == 2
    for adresse, alt in bilder:
        antwort = client.get(adresse)
        assert antwort["Content-Type"] == "image/svg+xml"
        assert f"<desc>{alt}</desc>" in antwort.content.decode()
        assert client.get(adresse.replace(".svg", ".png"))["Content-Type"] == "image/png"


def test_ein_bild_braucht_die_anmeldung(geliefert, dortmund, sachbearbeitung):
    text = seite(angemeldet(dortmund), "vergleich_profil", "dortmund", JAHR)
    adresse = re.findall(r'<img src="([^"]+)"', text)[0]
    assert Client().get(adresse).status_code == 302
    assert angemeldet(sachbearbeitung).get(adresse).status_code == 403
    assert angemeldet(dortmund).get(reverse("vergleich_grafik", args=["0" * 32, "svg"])).status_code == 404


@pytest.mark.parametrize("adresse", ["profil/atlantis/2020/", "bereich/quatsch/2020/", "faktenboard/wirtschaft/2020/"])
def test_was_es_nicht_gibt_wird_nicht_gefunden(adresse, dortmund):
    assert angemeldet(dortmund).get(f"/vergleich/{adresse}").status_code == 404


def test_ein_jahr_ohne_werte_zeigt_eine_leere_aber_ganze_seite(dortmund):
    text = seite(angemeldet(dortmund), "vergleich_profil", "dortmund", 1950)
    assert "keine Leistungsbeziehende" in text
    assert "<img" not in text


def _hochladen(client: Client, inhalt: bytes, name: str = "lieferung.csv", **angaben):
    datei = SimpleUploadedFile(name, inhalt)
    return client.post(reverse("vergleich_lieferung"), {"datei": datei, "jahr": str(JAHR), **angaben})


def test_eine_ausgefuellte_vorlage_wird_angenommen_und_zeile_fuer_zeile_berichtet(dortmund):
    client = angemeldet(dortmund)
    vorlage = vorlage_csv(stadt("dortmund"), JAHR).decode()
    zeile = next(z for z in vorlage.splitlines() if ",lb_hlu,Personen,,keine_lieferung," in z)
    inhalt = vorlage.replace(zeile, zeile.replace(",,keine_lieferung,", ",1478,,"))
    antwort = _hochladen(client, inhalt.encode())
    assert antwort.status_code == 302
    lieferung = Lieferung.objects.get()
    text = seite(client, "vergleich_lieferbericht", lieferung.pk)
    assert "Leistungsbeziehende HLU" in text
    assert "neu" in text
    assert "1.478" in seite(client, "vergleich_profil", "dortmund", JAHR)


def test_eine_kaputte_datei_wird_mit_zeile_abgewiesen_und_nichts_gespeichert(dortmund):
    vorlage = vorlage_csv(stadt("dortmund"), JAHR).decode()
    inhalt = vorlage.replace(",,keine_lieferung,", ",=1+1,,", 1)
    antwort = _hochladen(angemeldet(dortmund), inhalt.encode())
    text = antwort.content.decode()
    assert antwort.status_code == 422
    assert "Das wurde nicht gespeichert" in text
    assert "Zeile 2" in text
    assert not Lieferung.objects.exists()


def test_ohne_datei_sagt_das_formular_was_fehlt(dortmund):
    antwort = angemeldet(dortmund).post(reverse("vergleich_lieferung"), {"jahr": "2023"})
    assert antwort.status_code == 422
    assert "ist nicht ausgewählt" in antwort.content.decode()


def test_fuer_eine_fremde_stadt_laesst_sich_nichts_liefern_lesen_oder_freigeben(geliefert, dortmund, essen):
    client = angemeldet(essen)
    fremd = Lieferung.objects.get(stadt=stadt("dortmund"))
    assert _hochladen(client, b"x", stadt="dortmund").status_code == 404
    assert client.get(reverse("vergleich_lieferbericht", args=[fremd.pk])).status_code == 404
    antwort = client.post(
        reverse("vergleich_freigabe"), {"stadt": "dortmund", "groesse": "lb_hlu", "reichweite": "staedte"}
    )
    assert antwort.status_code == 404
    assert "4.321" not in seite(client, "vergleich_profil", "dortmund", JAHR)


def test_beide_vorlagen_lassen_sich_laden(dortmund):
    client = angemeldet(dortmund)
    for art, anfang in (("csv", b"ags,"), ("xlsx", b"PK")):
        antwort = client.get(reverse("vergleich_vorlage", args=[art]), {"jahr": "2023"})
        assert antwort.content.startswith(anfang)
    assert client.get(reverse("vergleich_vorlage", args=["csv"]), {"jahr": "bald"}).status_code == 400


def test_freigeben_und_zuruecknehmen_auf_dem_bildschirm(geliefert, dortmund, essen):
    client = angemeldet(dortmund)
    angaben = {"stadt": "dortmund", "groesse": ["lb_hlu"], "reichweite": "staedte"}
    assert client.post(reverse("vergleich_freigabe"), angaben | {"freigeben": ""}).status_code == 302
    assert "4.321" in seite(angemeldet(essen), "vergleich_profil", "dortmund", JAHR)
    assert client.post(reverse("vergleich_freigabe"), angaben | {"zuruecknehmen": ""}).status_code == 302
    assert "4.321" not in seite(angemeldet(essen), "vergleich_profil", "dortmund", JAHR)


def test_nichts_auszuwaehlen_wird_erklaert(geliefert, dortmund):
    antwort = angemeldet(dortmund).post(reverse("vergleich_freigabe"), {"reichweite": "staedte", "freigeben": ""})
    assert antwort.status_code == 422
    assert "Wählen Sie Größen" in antwort.content.decode()


def _befund(konto: Benutzer) -> Auffaelligkeit:
    lieferung = Lieferung.objects.filter(stadt=stadt("dortmund")).first()
    return Auffaelligkeit.objects.create(
        regel="probe",
        stadt=stadt("dortmund"),
        groesse_id=lieferung.werte.first().groesse_id,
        jahr=JAHR,
        schwere="fehler",
        text="Der Wert ist doppelt so hoch wie im Vorjahr.",
        fassung="x",
        created_at=lieferung.eingegangen_am,
        updated_at=lieferung.eingegangen_am,
    )


def test_eine_auffaelligkeit_wird_uebernommen_und_erklaert(geliefert, dortmund):
    client, befund = angemeldet(dortmund), _befund(dortmund)
    assert "doppelt so hoch" in seite(client, "vergleich_auffaelligkeiten")
    adresse = reverse("vergleich_auffaelligkeit", args=[befund.pk])
    ohne = client.post(adresse, {"stand": "erklaert", "kommentar": "", "zustaendig": dortmund.pk})
    assert ohne.status_code == 422
    assert "Erklären Sie" in ohne.content.decode()
    mit = client.post(adresse, {"stand": "erklaert", "kommentar": "Gesetz geändert", "zustaendig": dortmund.pk})
    assert mit.status_code == 302
    befund.refresh_from_db()
    assert (befund.stand, befund.zustaendig) == ("erklaert", dortmund)
    assert "Nichts zu klären" in seite(client, "vergleich_auffaelligkeiten")


def test_fremde_auffaelligkeiten_sind_nicht_zu_sehen(geliefert, dortmund, essen):
    befund = _befund(dortmund)
    client = angemeldet(essen)
    assert "doppelt so hoch" not in seite(client, "vergleich_auffaelligkeiten")
    assert client.get(reverse("vergleich_auffaelligkeit", args=[befund.pk])).status_code == 404


def test_eine_eigene_kennzahl_erscheint_im_profil(geliefert, dortmund):
    client = angemeldet(dortmund)
    angaben = {
        "titel": "HLU je 1.000",
        "schluessel": "hlu_je_tausend",
        "einheit": "je 1.000 Einwohner",
        "formel": "1000 * lb_hlu / einwohner",
        "stellen": "1",
        "polaritaet": "neutral",
    }
    kaputt = client.post(reverse("vergleich_kennzahlen"), angaben | {"formel": "__import__('os')"})
    assert kaputt.status_code == 422
    assert not Kennzahlformel.objects.exists()
    assert client.post(reverse("vergleich_kennzahlen"), angaben).status_code == 302
    text = seite(client, "vergleich_profil", "dortmund", JAHR)
    assert "Selbst angelegte Kennzahlen" in text
    assert "7,2" in text


def test_was_waere_wenn_rechnet_mit_der_fremden_dichte(geliefert, dortmund, essen):
    freigeben(benutzer=essen, stadt=stadt("essen"), groessen=["lb_hlu", "einwohner"])
    adresse = reverse("vergleich_wenn") + f"?jahr={JAHR}&stadt=dortmund&bereich=hlu"
    text = angemeldet(dortmund).get(adresse).content.decode()
    assert "6.666" in text
    assert "rund 2.300 Menschen mehr" in text


def test_was_waere_wenn_ohne_zahlen_sagt_was_fehlt(dortmund):
    adresse = reverse("vergleich_wenn") + "?jahr=1950&stadt=dortmund&bereich=hlu"
    assert "Gerechnet wird nur mit vorhandenen Zahlen" in angemeldet(dortmund).get(adresse).content.decode()


@pytest.mark.parametrize(
    ("text", "ergebnis"),
    [("=1+1", "'=1+1"), ("+Cmd", "'+Cmd"), ("@x", "'@x"), ("+1,51", "+1,51"), ("-3", "-3"), ("Essen", "Essen")],
)
def test_texte_in_csv_loesen_keine_formel_aus(text, ergebnis):
    assert harmlos(text) == ergebnis


def test_ein_kommentar_steht_im_faktenboard_und_im_monitoringbericht(geliefert, dortmund, essen):
    client = angemeldet(dortmund)
    adresse = reverse("vergleich_text", args=["faktenboard", "hlu", JAHR])
    assert "Kommentar schreiben" in seite(client, "vergleich_faktenboard", "hlu", JAHR)
    assert client.post(adresse, {"text": "Der Anstieg folgt aus der Rechtsänderung."}).status_code == 302
    for name, argumente in (("vergleich_faktenboard", ["hlu", JAHR]), ("vergleich_monitoring", [JAHR])):
        assert "folgt aus der Rechtsänderung" in seite(angemeldet(essen), name, *argumente)
    assert "folgt aus" not in seite(client, "vergleich_faktenboard", "hlu", JAHR - 1)
    client.post(adresse, {"text": ""})
    assert "folgt aus" not in seite(client, "vergleich_faktenboard", "hlu", JAHR)
    assert Berichtstext.objects.count() == 2


def test_ein_zu_langer_kommentar_wird_abgewiesen(dortmund):
    adresse = reverse("vergleich_text", args=["faktenboard", "hlu", JAHR])
    antwort = angemeldet(dortmund).post(adresse, {"text": "x" * 4001})
    assert antwort.status_code == 422
    assert not Berichtstext.objects.exists()


def test_die_beschreibung_des_amtes_schreibt_nur_die_eigene_stadt(geliefert, dortmund, essen):
    adresse = reverse("vergleich_text", args=["organisation", "dortmund", JAHR])
    assert angemeldet(essen).post(adresse, {"text": "fremd"}).status_code == 404
    antwort = angemeldet(dortmund).post(adresse, {"text": "Drei Abteilungen.\n- Pflege\n<b>fett</b>"})
    assert antwort.status_code == 302
    text = seite(angemeldet(essen), "vergleich_profil", "dortmund", JAHR)
    assert "Drei Abteilungen." in text
    assert "<li>Pflege</li>" in text
    assert "&lt;b&gt;fett" in text
    assert "530 städtische" not in text
    assert "Beschreibung des Amtes ändern" not in text


def test_ein_paket_geht_hinaus_und_kommt_bei_partnern_an(geliefert, dortmund, essen):
    freigeben(benutzer=dortmund, stadt=stadt("dortmund"), groessen=["lb_hlu"])
    antwort = angemeldet(dortmund).post(reverse("vergleich_paket", args=["dortmund"]))
    assert antwort["Content-Disposition"].endswith('dortmund.json"')
    assert angemeldet(essen).post(reverse("vergleich_paket", args=["dortmund"])).status_code == 404
    stadt("dortmund").benutzer.all().delete()
    client, adresse = angemeldet(essen), reverse("vergleich_austausch")
    unbekannt = client.post(adresse, {"datei": SimpleUploadedFile("p.json", antwort.content)})
    assert unbekannt.status_code == 422
    assert "gehört keinem eingetragenen Partner" in unbekannt.content.decode()
    angaben = {"partner": "", "name": "Stadt Dortmund", "schluessel": oeffentlicher_schluessel(), "stadt": "dortmund"}
    assert client.post(adresse, angaben).status_code == 302
    bericht = client.post(adresse, {"datei": SimpleUploadedFile("p.json", antwort.content)}, follow=True)
    assert "Stand" in bericht.content.decode()
    angenommen = Austauschpaket.objects.get()
    assert bericht.redirect_chain[-1][0] == reverse("vergleich_lieferbericht", args=[angenommen.lieferung_id])
    assert "Stadt Dortmund" in seite(client, "vergleich_austausch")


def test_ein_falscher_partner_wird_mit_grund_abgewiesen(essen):
    antwort = angemeldet(essen).post(reverse("vergleich_austausch"), {"partner": "", "name": "X", "schluessel": "12"})
    assert antwort.status_code == 422
    assert "ist kein Schlüssel" in antwort.content.decode()


TABELLE = (
    "value_variable_code;value_variable_label;time;1_variable_attribute_code;value\n"
    "BEVSTD;Bevölkerung;2023-12-31;05913;595471\nBEVSTD;Bevölkerung;2023-12-31;99999;1\n"
)


def test_eine_oeffentliche_tabelle_wird_eingelesen_und_jede_uebergangene_zeile_genannt(essen):
    adresse, client = reverse("vergleich_tabelle"), angemeldet(essen)

    def lade(**angaben) -> str:
        datei = SimpleUploadedFile("12411.csv", TABELLE.encode())
        return client.post(adresse, {"datei": datei, **angaben}).content.decode()

    assert "Nennen Sie Veröffentlichung und Stand" in lade()
    text = lade(quelle="Regionalstatistik 12411, Stand 1.7.2024")
    assert "1 neue" in text
    assert "99999" in text and "keine Stadt des Vergleichs" in text
    assert "1 gleiche" in lade(quelle="Regionalstatistik 12411, Stand 1.7.2024")
    assert "Tabelle 12411.csv" in seite(client, "vergleich_tabelle")


def test_ohne_brauchbaren_wert_wird_nichts_gespeichert(essen):
    text = TABELLE.replace("05913", "99998").encode()
    angaben = {"datei": SimpleUploadedFile("leer.csv", text), "quelle": "Q"}
    antwort = angemeldet(essen).post(reverse("vergleich_tabelle"), angaben)
    assert antwort.status_code == 422
    assert not Lieferung.objects.filter(titel__contains="leer.csv").exists()
