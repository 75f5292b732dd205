"""Zahlungen einer Akte im Browser: keine Hindernisse, breit und schmal."""

import pytest
from tests.web.browser.conftest import Fenster
from tests.web.browser.pruefung import aufklappen, pruefe

LAUF = "/kasse/laeufe/Z202607-01/"


@pytest.mark.parametrize("groesse", ["breit", "schmal"])
def test_die_zahlungen_einer_akte_haben_keine_hindernisse(request, groesse):
    fenster: Fenster = request.getfixturevalue(groesse)
    seite = fenster.melde_an("kasse")
    fenster.oeffne(LAUF)
    akte = seite.locator("main td a[href$='/konto/']").first.get_attribute("href").removesuffix("konto/")
    eigene = [f"{akte}{name}/" for name in ("konto", "zahlungswege", "forderungen")]
    for adresse in eigene:
        fenster.oeffne(adresse)
        aufklappen(seite)
        pruefe(seite)
    fenster.oeffne("/kasse/")
    seite.get_by_label("bis Monat").fill("bald")
    seite.get_by_role("button", name="Zahllauf sammeln").click()
    seite.get_by_role("heading", name="Das wurde nicht gespeichert").wait_for()
    pruefe(seite)
    fenster.vergiss("422")
