"""Listen mit Zeilen: Auf dem Telefon rollt die Tabelle in ihrem Kasten, nie die ganze Seite."""

import pytest
from tests.web.browser.conftest import Fenster
from tests.web.browser.test_zugang import pruefe

LISTEN = {
    "teamleitung": [
        "/fristen/?wessen=alle&bis=01.01.2090",
        "/ansprueche/",
        "/massenlaeufe/",
        "/suche/?q=musterstadt",
        "/notzugriffe/",
        "/kasse/konten/",
    ],
    "kasse": ["/kasse/", "/kasse/laeufe/Z202607-01/", "/kasse/laeufe/Z202607-01/stichprobe/", "/kasse/kontoauszuege/"],
    "revision": ["/ausgaben/"],
    "leitung": ["/vergleich/", "/vergleich/auffaelligkeiten/"],
    "administration": ["/verwaltung/benutzer/", "/verwaltung/loeschkonzept/"],
}


@pytest.mark.parametrize("konto", LISTEN)
def test_jede_liste_passt_mit_zeilen_auf_das_telefon(schmal: Fenster, konto):
    seite = schmal.melde_an(konto)
    for adresse in LISTEN[konto]:
        schmal.oeffne(adresse)
        assert seite.locator("main tbody tr, main .vermerk").count(), f"{adresse} zeigt keine Zeile"
        pruefe(seite)
