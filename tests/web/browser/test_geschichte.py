"""Die ganze Geschichte: Antrag, Nachweis, Berechnung, Bescheid, Freigabe, Zahllauf, Rückläufer, Korrektur.

Auf dem großen Bildschirm und auf dem Telefon, auf jeder Seite ohne Hindernis; dabei entstehen die Bilder des Handbuchs.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect
from tests.kasse.auszuege import auszug, rueckgabe
from tests.web.browser.conftest import WURZEL, Fenster
from tests.web.browser.pruefung import aufklappen, folge, pruefe

from sozialamt.demo.zahlungen import erfundene_iban

BILDER = WURZEL / "docs" / "bilder"
ANTRAG, VON, BIS = "02.07.2026", "07.2026", "12.2026"
MENSCHEN = {"breit": ("Hedwig", "Sonnenschein", 8_000_001), "schmal": ("Gerda", "Morgenrot", 8_000_003)}


class Geschichte:
    """Ein Fall, den vier Menschen nacheinander bearbeiten."""

    def __init__(self, fenster: Fenster, wer: tuple[str, str, int], bilder: Path | None) -> None:
        self.fenster, self.seite, self.bilder = fenster, fenster.seite, bilder
        self.vorname, self.nachname, self.konto = wer
        self.akte = self.vorgang = self.lauf = ""

    def als(self, benutzer: str) -> Page:
        """Abmelden, und jemand anders setzt sich an den Schreibtisch."""
        abmelden = self.seite.get_by_role("button", name="Abmelden")
        if abmelden.count():
            abmelden.click()
        return self.fenster.melde_an(benutzer)

    def sieh_hin(self, bild: str = "") -> None:
        """Kein Hindernis auf dieser Seite; auf Wunsch ein Bild von ihr."""
        pruefe(self.seite)
        if bild and self.bilder:
            self.seite.evaluate("scrollTo(0, 0)")
            self.seite.screenshot(path=self.bilder / f"{bild}.png")

    def knopf(self, name: str) -> None:
        self.seite.get_by_role("button", name=name, exact=True).click()

    def erledige(self, knopf: str, meldung: str) -> None:
        self.knopf(knopf)
        expect(self.seite.get_by_text(meldung).first).to_be_visible()

    def fuelle(self, **felder: str) -> None:
        """Felder nach ihrem Namen, auch in zugeklappten Abschnitten."""
        for name, wert in felder.items():
            feld = self.seite.locator(f":is(input:not([type=hidden]), select, textarea)[name='{name}']")
            feld.wait_for(state="attached")
            aufklappen(self.seite)
            if feld.evaluate("e => e.tagName") == "SELECT":
                feld.select_option(wert)
            else:
                feld.fill(wert)


def antrag(g: Geschichte) -> None:
    """Haushalt, Mensch, Antrag; der Bogen fragt, was die Grundsicherung wissen muss."""
    seite = g.als("sachbearbeitung")
    g.sieh_hin("start")
    g.fenster.oeffne("/haushalte/neu/")
    g.fuelle(strasse="Sonnenweg 7", plz="12345", ort="Musterstadt")
    g.knopf("Haushalt anlegen")
    g.fuelle(vorname=g.vorname, nachname=g.nachname, geburtsdatum="14.03.1955", von="01.2026")
    g.knopf("Person aufnehmen")
    g.akte = re.search(r"\d{2}-\d{6,}", seite.url)[0]
    g.fenster.oeffne(f"/haushalte/{g.akte}/?monat=2026-07")
    seite.get_by_role("link", name="Vorgang beginnen").click()
    g.fuelle(art="antrag", leistung="grundsicherung_alter_erwerbsminderung", eingang=ANTRAG)
    g.erledige("Vorgang beginnen", "„Antrag“ ist aufgenommen.")
    g.vorgang = urlsplit(seite.url).path
    g.sieh_hin("vorgang")
    folge(seite.get_by_role("link", name="Angaben Schritt für Schritt erfassen"))
    aufklappen(seite)
    g.sieh_hin("antragsbogen")
    g.fuelle(**{"m-wohnform": "wohnung", "m-miete_bruttokalt": "420,00", "m-heizkosten": "60,00"})
    g.fuelle(nachweis="Mietvertrag vom 01.02.2019")
    g.knopf("Eintragen und weiter")
    expect(seite.get_by_role("heading", name=f"{g.vorname} {g.nachname}")).to_be_visible()
    g.fuelle(**{"m-rente_gesetzlich": "500,00"})
    g.knopf("Eintragen und weiter")
    expect(seite.locator(".ergebnis")).to_contain_text("€")
    g.sieh_hin()


def nachweis(g: Geschichte) -> None:
    """Was nicht belegt ist, wird angefordert und kommt."""
    seite = g.seite
    seite.get_by_role("link", name="Nachweise anfordern").click()
    expect(seite.get_by_label("Was fehlt")).to_have_value(re.compile("Rentenbescheid"))
    g.sieh_hin()
    g.erledige("Aufforderung schreiben", "Der Schritt ist festgehalten.")
    seite.get_by_text("Schritt vermerken").click()
    g.fuelle(handlung="mitwirkung_erfolgt", vermerk="Rentenbescheid lag bei")
    g.erledige("Schritt festhalten", "Der Schritt ist festgehalten.")


def bescheid(g: Geschichte) -> None:
    """Warum dieser Betrag; Entwurf, Vorlage; die Teamleitung findet ihn auf ihrer Startseite und erlässt."""
    seite = g.seite
    seite.get_by_role("link", name="Berechnung ansehen").click()
    expect(seite.get_by_role("heading", name="Warum dieser Betrag?")).to_be_visible()
    g.sieh_hin("berechnung")
    g.fenster.oeffne(g.vorgang)
    seite.get_by_role("link", name="Bewilligung entwerfen").click()
    g.fuelle(beginn=VON, ende=BIS)
    g.knopf("Entwurf anlegen")
    g.erledige("Zur Freigabe vorlegen", "Der Entwurf liegt zur Freigabe vor.")
    erlasse(g, "freigabe")
    expect(seite.get_by_role("heading", name=re.compile(f"Bescheid {g.akte}-"))).to_be_visible()
    g.sieh_hin("bescheid")


def erlasse(g: Geschichte, bild: str = "") -> None:
    seite = g.als("teamleitung")
    folge(seite.get_by_role("link", name=re.compile("Bescheide freizugeben")))
    g.sieh_hin()
    folge(seite.get_by_role("row", name=re.compile(g.akte)).get_by_role("link"))
    g.sieh_hin(bild)
    g.knopf("Bescheid erlassen")


def zahlungsweg(g: Geschichte, nummer: int) -> None:
    """Ein Konto, das eine zweite Person freigibt."""
    g.als("sachbearbeitung")
    g.fenster.oeffne(f"/haushalte/{g.akte}/zahlungswege/")
    g.sieh_hin()
    g.fuelle(kontoinhaber=f"{g.vorname} {g.nachname}", iban=erfundene_iban(nummer), gilt_ab="01.07.2026")
    g.knopf("Konto erfassen")
    seite = g.als("teamleitung")
    g.fenster.oeffne("/kasse/konten/")
    g.sieh_hin()
    name = f"Konto von {g.vorname} {g.nachname} freigeben"
    seite.get_by_role("button", name=name).click()
    expect(seite.get_by_text("Das Konto ist freigegeben.")).to_be_visible()


def zahllauf(g: Geschichte) -> None:
    """Die Kasse sammelt und prüft, die Teamleitung sieht die Stichprobe an und gibt frei, die Kasse zahlt aus."""
    seite = g.als("kasse")
    g.fenster.oeffne("/kasse/")
    g.sieh_hin()
    g.fuelle(monat=VON)
    g.erledige("Zahllauf sammeln", "Der Zahllauf ist gesammelt.")
    g.lauf = urlsplit(seite.url).path
    g.sieh_hin("zahllauf")
    g.erledige("Prüfen", "Der Zahllauf ist geprüft.")
    g.als("teamleitung")
    g.fenster.oeffne(f"{g.lauf}stichprobe/")
    g.sieh_hin()
    while seite.get_by_role("button", name=re.compile("abhaken$")).count():
        seite.get_by_role("button", name=re.compile("abhaken$")).first.click()
    g.fenster.oeffne(g.lauf)
    g.erledige("Freigeben", "Der Zahllauf ist freigegeben.")
    g.als("kasse")
    g.fenster.oeffne(g.lauf)
    g.erledige("Zahldatei erstellen", "Die Zahldatei ist erstellt.")
    g.erledige("Als gesendet buchen", "Der Zahllauf ist als gesendet gebucht.")


def ruecklaeufer(g: Geschichte, ordner: Path) -> None:
    """Die Bank schickt die Zahlung zurück; das steht auf der Startseite, und ein neues Konto löst es."""
    seite = g.seite
    zeile = seite.get_by_role("row", name=re.compile(g.akte))
    schluessel = zeile.get_by_role("rowheader").inner_text().strip()
    cent = int(re.sub(r"\D", "", zeile.locator("td").last.inner_text()))
    datei = ordner / "camt054.xml"
    zurueck = rueckgabe(SimpleNamespace(schluessel=schluessel, cent=cent), kennung=f"R-{schluessel}")
    datei.write_bytes(auszug(zurueck))
    g.fenster.oeffne("/kasse/kontoauszuege/")
    seite.get_by_label("Datei").set_input_files(datei)
    g.erledige("Einlesen", "Erledigt.")
    g.sieh_hin()
    g.als("sachbearbeitung")
    folge(seite.get_by_role("link", name=re.compile("Zurückgekommene Zahlungen")))
    g.sieh_hin()
    seite.get_by_role("link", name=f"{g.vorname} {g.nachname}").click()
    expect(seite.get_by_text("Zahlung kam zurück")).to_be_visible()
    zahlungsweg(g, g.konto + 1)


def korrektur(g: Geschichte) -> None:
    """Die Miete stieg schon im Oktober: Auswirkung, Vorschlag, Änderungsbescheid, Freigabe."""
    seite = g.als("sachbearbeitung")
    g.fenster.oeffne(f"/haushalte/{g.akte}/tatsachen/?monat=2026-10")
    aufklappen(seite)
    g.fuelle(gilt_ab="10.2026", nachweis="Mieterhöhung vom 20.08.2026", **{"m-miete_bruttokalt": "450,00"})
    g.knopf("Auswirkung ansehen")
    expect(seite.get_by_role("heading", name="Auswirkung, noch nichts ist gespeichert")).to_be_visible()
    g.sieh_hin("auswirkung")
    g.erledige("Eintragen", "Der Bescheid passt nicht mehr.")
    g.sieh_hin()
    g.fenster.oeffne("/aufgaben/aenderungen/")
    g.sieh_hin()
    folge(seite.get_by_role("row", name=re.compile(g.akte)).get_by_role("link"))
    g.sieh_hin()
    folge(seite.get_by_role("link", name=re.compile("Diese Entscheidung entwerfen")).first)
    g.sieh_hin()
    if seite.locator("[name=gruende]").count():
        g.fuelle(gruende="Die Miete ist nachweislich gestiegen.")
    g.knopf("Entwurf anlegen")
    expect(seite.get_by_text("Der Entwurf ist angelegt.")).to_be_visible()
    g.erledige("Zur Freigabe vorlegen", "Der Entwurf liegt zur Freigabe vor.")
    erlasse(g)
    expect(seite.get_by_role("heading", name=re.compile(f"Bescheid {g.akte}-002"))).to_be_visible()
    g.fenster.oeffne(f"/haushalte/{g.akte}/konto/")
    expect(seite.get_by_role("row", name=re.compile("Oktober 2026")).first).to_be_visible()
    g.sieh_hin()


@pytest.mark.parametrize("groesse", ["breit", "schmal"])
def test_vom_antrag_bis_zur_korrektur(request, groesse, tmp_path):
    fenster: Fenster = request.getfixturevalue(groesse)
    bilder = BILDER if groesse == "breit" and os.environ.get("BILDER") else None
    erzaehle(Geschichte(fenster, MENSCHEN[groesse], bilder), tmp_path)


def erzaehle(g: Geschichte, ordner: Path) -> None:
    antrag(g)
    nachweis(g)
    bescheid(g)
    zahlungsweg(g, g.konto)
    zahllauf(g)
    ruecklaeufer(g, ordner)
    korrektur(g)
