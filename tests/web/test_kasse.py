"""Die Bildschirme der Kasse, vom Konto bis zum Rückläufer."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from tests.kasse.auszuege import ausgang, auszug, eingang, rueckgabe
from tests.kasse.bausteine import (
    IBANS,
    JULI,
    JUNI,
    LEBENSUNTERHALT,
    bescheid,
    ersatzaufhebung,
    ersatzbescheid,
    haushalt,
    konto,
)
from tests.web.conftest import angemeldet

from sozialamt.akte.models import Mitgliedschaft
from sozialamt.kasse.models import Buchung, Forderung, Kontobewegung, Zahllauf, Zahlung, Zahlungsweg
from sozialamt.kasse.vorgaenge.kontoauszug_einlesen import kontoauszug_einlesen

pytestmark = pytest.mark.django_db


class Amt:
    """Drei Menschen am Bildschirm und eine Akte mit bewilligten 500 Euro."""

    def __init__(self):
        self.leute = {
            n: konto(n, r) for n, r in (("sach", "sachbearbeitung"), ("kasse", "kasse"), ("team", "teamleitung"))
        }
        self.am = {name: angemeldet(benutzer) for name, benutzer in self.leute.items()}
        self.akte, self.person = haushalt(7)
        self.monat = timezone.localdate().replace(day=1)
        Mitgliedschaft.objects.create(
            haushalt=self.akte,
            person=self.person,
            von=self.monat,
            reihenfolge=0,
            erfasst_am=timezone.now(),
            erfasst_von=self.leute["sach"],
        )
        self.entscheide(50_000)

    def entscheide(self, cent, art="bewilligung"):
        werte = {(self.monat, self.person, LEBENSUNTERHALT): cent}
        zeitraum = (self.monat, self.monat)
        return bescheid(self.akte, werte, self.leute["sach"], timezone.now(), art=art, zeitraum=zeitraum)

    def seite(self, wer, adresse, **daten):
        antwort = self.am[wer].post(adresse, daten, follow=True) if daten else self.am[wer].get(adresse)
        assert getattr(antwort, "resolver_match", True), f"{adresse} gibt es nicht"
        return antwort.status_code, antwort.content.decode()

    def richte_konto_ein(self):
        adresse = f"/haushalte/{self.akte.aktenzeichen}/zahlungswege/"
        angaben = {"kontoinhaber": "Jörg Müßig", "iban": IBANS[0], "empfaenger": "haushalt", "gilt_ab": "01.01.2026"}
        self.seite("sach", adresse, **angaben)
        self.seite("team", "/kasse/konten/", zahlungsweg=Zahlungsweg.objects.last().pk, freigeben="ja")

    def zahle(self):
        self.seite("kasse", "/kasse/", monat=f"{self.monat:%m.%Y}", ausfuehrungstag=f"{timezone.localdate():%d.%m.%Y}")
        adresse = f"/kasse/laeufe/{Zahllauf.objects.first().nummer}/"
        self.seite("kasse", adresse, schritt="pruefen")
        stichprobe = self.am["team"].get(adresse + "stichprobe/").context["seite"]
        for eine in stichprobe:
            self.seite("team", adresse + "stichprobe/", auffaelligkeit=eine.pk, bemerkung="angesehen")
        self.seite("team", adresse, schritt="freigeben")
        self.seite("kasse", adresse, schritt="datei")
        return adresse, self.seite("kasse", adresse, schritt="senden")


@pytest.fixture
def amt(db):
    return Amt()


def test_vom_konto_bis_zur_bank(amt):
    amt.richte_konto_ein()
    adresse, (status, text) = amt.zahle()
    assert status == 200
    assert "Der Zahllauf ist als gesendet gebucht." in text
    assert "500,00" in text
    datei = amt.am["kasse"].get(adresse + "datei.xml")
    assert datei["Content-Type"] == "application/xml"
    assert b"Joerg Muessig" in datei.content
    assert amt.am["sach"].get(adresse + "datei.xml").status_code == 403
    _, blatt = amt.seite("sach", f"/haushalte/{amt.akte.aktenzeichen}/konto/")
    assert "Sollstellung" in blatt and "Zahlung" in blatt and "05.01.02 / 311" in blatt


def test_eine_falsche_iban_wird_am_feld_erklaert(amt):
    adresse = f"/haushalte/{amt.akte.aktenzeichen}/zahlungswege/"
    status, text = amt.seite("sach", adresse, kontoinhaber="Jörg", iban="DE00 1234", empfaenger="haushalt", gilt_ab="x")
    assert status == 422 and "ist kein Datum" in text
    status, text = amt.seite(
        "sach", adresse, kontoinhaber="Jörg", iban="DE00 1234", empfaenger="haushalt", gilt_ab="01.01.2026"
    )
    assert status == 422 and "IBAN" in text and 'value="DE00 1234"' in text


def test_das_eigene_konto_gibt_niemand_frei(amt):
    adresse = f"/haushalte/{amt.akte.aktenzeichen}/zahlungswege/"
    amt.seite("team", adresse, kontoinhaber="Jörg", iban=IBANS[0], empfaenger="haushalt", gilt_ab="01.01.2026")
    assert "selbst erfasst" in amt.seite("team", "/kasse/konten/")[1]
    status, text = amt.seite("team", "/kasse/konten/", zahlungsweg=Zahlungsweg.objects.get().pk, freigeben="ja")
    assert status == 422 and "selbst erfasst" in text


def test_ohne_konto_wird_nichts_gesammelt_und_es_steht_da(amt):
    status, text = amt.seite("kasse", "/kasse/", monat=f"{amt.monat:%m.%Y}", ausfuehrungstag=f"{timezone.localdate()}")
    assert status == 422 and "nichts zu zahlen" in text


def test_zeile_herausnehmen_und_lauf_verwerfen(amt):
    amt.richte_konto_ein()
    amt.seite("kasse", "/kasse/", monat=f"{amt.monat:%m.%Y}", ausfuehrungstag=f"{timezone.localdate():%d.%m.%Y}")
    zeile = Zahlung.objects.get()
    status, text = amt.seite("kasse", f"/kasse/zahlungen/{zeile.pk}/herausnehmen/", begruendung=" ")
    assert status == 422 and "Schreiben Sie einen Satz" in text
    _, text = amt.seite("kasse", f"/kasse/zahlungen/{zeile.pk}/herausnehmen/", begruendung="Konto strittig")
    assert "herausgenommen" in text and "Konto strittig" in text
    adresse = f"/kasse/laeufe/{zeile.zahllauf.nummer}/"
    assert "Keine Zahlung passt" in amt.seite("kasse", adresse + "?suche=gibtesnicht")[1]
    assert zeile.schluessel in amt.seite("kasse", adresse + "?art=heraus")[1]
    assert "verworfen" in amt.seite("kasse", adresse, schritt="verwerfen")[1]


def test_ruecklaeufer_und_ungeklaertes_stehen_auf_der_arbeitsliste(amt):
    amt.richte_konto_ein()
    amt.zahle()
    inhalt = auszug(rueckgabe(Zahlung.objects.get()), eingang(1_234, "danke", name="Karl Käfer"))
    upload = SimpleUploadedFile("camt.xml", inhalt, content_type="application/xml")
    _, text = amt.seite("kasse", "/kasse/kontoauszuege/", datei=upload)
    assert "AC04" in text and "Karl Käfer" in text and "Zu klären (1)" in text
    eine = Kontobewegung.objects.zu_klaeren().get()
    status, text = amt.seite("kasse", "/kasse/kontoauszuege/", bewegung=eine.pk, forderung="F-9", begruendung="x")
    assert status == 422 and "gibt es nicht" in text
    _, text = amt.seite("kasse", "/kasse/kontoauszuege/", bewegung=eine.pk, begruendung="an die Stadtkasse")
    assert "Alles ist zugeordnet" in text
    boese = SimpleUploadedFile("x.xml", b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>')
    status, text = amt.seite("kasse", "/kasse/kontoauszuege/", datei=boese)
    assert status == 422 and "verbotene Bestandteile" in text


def test_forderung_mit_raten_aufrechnung_und_niederschlagung(amt):
    amt.richte_konto_ein()
    amt.zahle()
    amt.entscheide(0, art="aufhebung")
    amt.entscheide(0, art="erstattung")
    forderung = Forderung.objects.get()
    adresse = f"/haushalte/{amt.akte.aktenzeichen}/forderungen/"
    _, text = amt.seite("kasse", adresse, forderung=forderung.nummer, was="raten", rate="50,00", ab="08.2026")
    assert "Rate 50,00" in text
    status, text = amt.seite(
        "kasse", adresse, forderung=forderung.nummer, was="aufrechnung", norm="sgb12_26", stufe="1",
        person=amt.person.pk, cent="50,00", ab=f"{amt.monat:%m.%Y}",
    )  # fmt: skip
    assert status == 422 and "bestandskräftig" in text
    _, text = amt.seite("kasse", adresse, forderung=forderung.nummer, was="niederschlagung", begruendung="verzogen")
    assert "noch 0,00" in text
    assert Buchung.objects.forderung() == 0
    assert amt.am["sach"].post(adresse, {"forderung": forderung.nummer, "was": "raten"}).status_code in (403, 422)


def test_kostenersatz_steht_bei_den_forderungen_mit_schuldner_und_buchungen(amt):
    sach, jetzt = amt.leute["sach"], timezone.now()
    bescheid(amt.akte, {(m, amt.person, LEBENSUNTERHALT): 50_000 for m in (JUNI, JULI)}, sach, jetzt)
    forderung = ersatzbescheid(amt.akte, amt.person, 60_000, (sach, jetzt)).forderung
    adresse = f"/haushalte/{amt.akte.aktenzeichen}/forderungen/"
    _, text = amt.seite("kasse", adresse)
    assert f"{forderung.nummer}, Kostenersatz: noch 600,00" in text
    assert "Zu zahlen hat Clara Erbin (§ 103 SGB XII)" in text
    assert text.count("05.01.02 / 311") == 2
    assert text.count(f"{amt.person.rufname}: Lebensunterhalt") == 2
    status, text = amt.seite(
        "kasse", adresse, forderung=forderung.nummer, was="aufrechnung", norm="sgb12_26", stufe="1",
        person=amt.person.pk, cent="50,00", ab="12.2027",
    )  # fmt: skip
    assert status == 422 and "das ist Clara Erbin" in text
    _, text = amt.seite("kasse", adresse, forderung=forderung.nummer, was="niederschlagung", begruendung="mittellos")
    assert "noch 0,00" in text and "Kostenersatz niedergeschlagen" in text
    status, text = amt.seite("kasse", f"/haushalte/{amt.akte.aktenzeichen}/konto/")
    assert status == 200 and "Sollstellung" in text and "Kostenersatz" not in text


def test_aufgehobener_kostenersatz_zeigt_was_an_wen_zurueckzuzahlen_ist(amt):
    sach, jetzt = amt.leute["sach"], timezone.now()
    bescheid(amt.akte, {(m, amt.person, LEBENSUNTERHALT): 50_000 for m in (JUNI, JULI)}, sach, jetzt)
    forderung = ersatzbescheid(amt.akte, amt.person, 60_000, (sach, jetzt)).forderung
    kasse = {"benutzer": amt.leute["kasse"], "zeitpunkt": jetzt}
    kontoauszug_einlesen(inhalt=auszug(eingang(20_000, forderung.nummer)), dateiname="e.xml", **kasse)
    ersatzaufhebung(forderung.bescheid, 60_000, (sach, jetzt))
    adresse = f"/haushalte/{amt.akte.aktenzeichen}/forderungen/"
    _, text = amt.seite("kasse", adresse)
    _, liste = amt.seite("kasse", "/aufgaben/guthaben/")
    assert "Clara Erbin" in liste and "200,00" in liste and forderung.nummer in liste
    assert "Aufgehoben: 600,00" in text and "Zurückzuzahlen: 200,00" in text and "an Clara Erbin" in text
    kontoauszug_einlesen(inhalt=auszug(ausgang(20_000, "")), dateiname="a.xml", **kasse)
    bewegung = Kontobewegung.objects.get(cent=-20_000)
    felder = {"bewegung": bewegung.pk, "forderung": forderung.nummer, "begruendung": "Guthaben ausgezahlt"}
    amt.seite("kasse", "/kasse/kontoauszuege/", **felder)
    _, text = amt.seite("kasse", adresse)
    assert forderung.nummer not in amt.seite("kasse", "/aufgaben/guthaben/")[1]
    assert "Zurückzuzahlen" not in text and "Kostenersatz zurückgezahlt" in text


@pytest.mark.parametrize("adresse", ["/kasse/", "/kasse/konten/", "/kasse/kontoauszuege/"])
def test_ohne_recht_bleibt_die_kasse_zu(amt, adresse):
    assert angemeldet(konto("chefin", "leitung")).get(adresse).status_code == 403
