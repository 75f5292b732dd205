"""Was jede Seite erfüllt: axe-core findet nichts, nichts ragt aus dem Bild, die Tastatur erreicht alles."""

import json

from playwright.sync_api import Locator, Page
from tests.web.browser.conftest import BREIT, SCHMAL, WURZEL

AXE = (WURZEL / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
REGELN = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FOKUS = """() => {
    const sichtbar = e => e.checkVisibility({visibilityProperty: true}) && e.getClientRects().length > 0;
    const bedienbar = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
    const funde = [];
    for (const e of [...document.querySelectorAll(bedienbar)].slice(0, 400)) {
        if (!sichtbar(e) || e.disabled) continue;
        e.focus();
        const stil = getComputedStyle(e);
        const ring = stil.outlineStyle !== 'none' && parseFloat(stil.outlineWidth) > 0 || stil.boxShadow !== 'none';
        const html = e.outerHTML.slice(0, 120);
        if (document.activeElement !== e || e.tabIndex !== 0) funde.push('nicht erreichbar: ' + html);
        else if (!ring) funde.push('Fokus unsichtbar: ' + html);
    }
    return funde;
}"""


def folge(ziel: Locator) -> None:
    """Klickt und wartet, bis die neue Seite da ist: Wer gleich danach hinsieht, sähe sonst die, die gerade geht."""
    with ziel.page.expect_navigation():
        ziel.click()


def aufklappen(seite: Page) -> None:
    """Ein Rechenweg hat Hunderte gleich gebauter Schritte; die ersten stehen für alle."""
    seite.evaluate("[...document.querySelectorAll('details')].slice(0, 50).forEach(d => d.open = true)")


def pruefe(seite: Page) -> None:
    """Hindernisse nach WCAG 2.2 AA und guter Praxis sowie alles, was breiter ist als das Bild."""
    seite.evaluate(AXE)
    ergebnis = seite.evaluate(
        "regeln => axe.run(document, {runOnly: regeln, resultTypes: ['violations'], preload: false})", REGELN
    )
    funde = [
        {"regel": v["id"], "hilfe": v["help"], "stellen": [k["html"][:160] for k in v["nodes"][:3]]}
        for v in ergebnis["violations"]
    ]
    assert funde == [], seite.url + json.dumps(funde, ensure_ascii=False, indent=1)
    breite = seite.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert breite[0] <= breite[1], f"{seite.url} ragt aus dem Bild: {breite}"


def pruefe_tastatur(seite: Page) -> None:
    """Tab setzt den Fokus sichtbar, und jedes bedienbare Element lässt sich so erreichen."""
    seite.keyboard.press("Tab")
    funde = seite.evaluate(FOKUS)
    assert funde == [], f"{seite.url}: {funde[:5]}"


def pruefe_beide_groessen(seite: Page) -> None:
    """Hindernisse und Tastatur, schmal und breit."""
    for groesse in (SCHMAL, BREIT):
        seite.set_viewport_size(groesse)
        pruefe(seite)
        pruefe_tastatur(seite)
