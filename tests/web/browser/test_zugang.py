"""Zugänglichkeit nach einer Eingabe: Fehlerseiten, abgewiesene Formulare, laufende Vorgänge; breit und schmal."""

import pytest
from tests.web.browser.conftest import Fenster
from tests.web.browser.pruefung import aufklappen, folge, pruefe

AKTE = "/haushalte/50-000011/"


@pytest.mark.parametrize("groesse", ["breit", "schmal"])
def test_auch_fehlerseiten_und_abgewiesene_formulare_nicht(request, groesse):
    fenster: Fenster = request.getfixturevalue(groesse)
    seite = fenster.melde_an("teamleitung")
    fenster.oeffne("/gibt-es-nicht/")
    pruefe(seite)
    fenster.oeffne("/haushalte/neu/")
    folge(seite.get_by_role("button", name="Haushalt anlegen"))
    pruefe(seite)
    fenster.oeffne(f"{AKTE}tatsachen/?monat=2026-11")
    seite.get_by_label("Gilt ab Monat").fill("bald")
    folge(seite.get_by_role("button", name="Eintragen"))
    pruefe(seite)
    fenster.vergiss("404", "422")


@pytest.mark.parametrize("groesse", ["breit", "schmal"])
def test_erlassener_bescheid_ohne_hindernisse(request, groesse):
    fenster: Fenster = request.getfixturevalue(groesse)
    seite = fenster.melde_an()
    for nummer in range(1, 21):
        fenster.oeffne(f"/haushalte/50-{nummer:06d}/")
        if seite.locator("main a[href^='/bescheide/']").count():
            break
    folge(seite.locator("main a[href^='/bescheide/']").first)
    aufklappen(seite)
    pruefe(seite)


@pytest.mark.parametrize("groesse", ["breit", "schmal"])
def test_ein_vorgang_von_der_anhoerung_bis_zum_entwurf_ohne_hindernisse(request, groesse):
    fenster: Fenster = request.getfixturevalue(groesse)
    seite = fenster.melde_an()
    akte = {"breit": "/haushalte/50-000012/", "schmal": "/haushalte/50-000013/"}[groesse]
    fenster.oeffne(f"{akte}vorgaenge/neu/")
    seite.get_by_label("Leistung").select_option("hilfe_zum_lebensunterhalt")
    seite.get_by_role("button", name="Vorgang beginnen").click()
    seite.get_by_text("„Antrag“ ist aufgenommen.").wait_for()
    aufklappen(seite)
    pruefe(seite)
    seite.get_by_label("Davon gehen wir aus").fill("Die Rente ist gestiegen.")
    seite.get_by_label("Das haben wir vor").fill("Wir wollen die Leistung kürzen.")
    seite.get_by_role("button", name="Anhörung schreiben").click()
    seite.get_by_text("Anhörung läuft").first.wait_for()
    pruefe(seite)
    folge(seite.get_by_role("link", name="Versagen oder entziehen"))
    pruefe(seite)
    seite.get_by_role("button", name="Entwurf anlegen").click()
    seite.get_by_role("heading", name="Das wurde nicht gespeichert").wait_for()
    pruefe(seite)
    fenster.vergiss("422")


@pytest.mark.parametrize("groesse", ["breit", "schmal"])
def test_die_auswirkung_vor_dem_speichern_ohne_hindernisse(request, groesse):
    fenster: Fenster = request.getfixturevalue(groesse)
    seite = fenster.melde_an()
    for nummer in range(1, 21):
        akte = f"/haushalte/50-{nummer:06d}/"
        fenster.oeffne(akte)
        if not seite.locator("main a[href^='/bescheide/']").count():
            continue
        fenster.oeffne(f"{akte}tatsachen/?monat=2026-08")
        aufklappen(seite)
        seite.get_by_label("Heizkosten in Euro", exact=True).fill("5,55")
        seite.get_by_role("button", name="Auswirkung ansehen").click()
        seite.get_by_role("heading", name="Auswirkung, noch nichts ist gespeichert").wait_for()
        pruefe(seite)
        if seite.locator("#auswirkung ~ .kern-table-responsive").count():
            return
    raise AssertionError("Kein Bescheid im Beispielamt hängt an den Heizkosten.")
