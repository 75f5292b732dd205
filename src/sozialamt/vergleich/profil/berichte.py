"""Die vier Dokumente aus dem Datenpool: Stadtprofil, Bereichsvergleich, Faktenboard, Monitoringbericht."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from sozialamt.vergleich.kennzahlen.katalog import Art, Bereich, Katalog, Kennzahl
from sozialamt.vergleich.kennzahlen.vergleichen import Streuung
from sozialamt.vergleich.models.text import Berichtstext, Textart
from sozialamt.vergleich.pool import lesen
from sozialamt.vergleich.pool.sicht import Sicht
from sozialamt.vergleich.profil import staedtevergleich as sv
from sozialamt.vergleich.profil.bericht import Absatz, Bericht, Block, Kapitel
from sozialamt.vergleich.profil.daten import Organisation
from sozialamt.vergleich.profil.stadtprofil import stadtprofil
from sozialamt.vergleich.profil.uebersetzen import einheit, profildaten

if TYPE_CHECKING:
    from sozialamt.vergleich.kennzahlen.stadtprofil import Profilrechner

PUNKT = "- "
WEITERE = {
    "wirtschaft": ("Wirtschaft", (Art.WIRTSCHAFT,)),
    "bevoelkerung": ("Bevölkerung", (Art.BEVOELKERUNG, Art.ALTER)),
}
METHODIK = (
    "Ein Mittel ohne Zusatz ist ungewichtet: jede Stadt zählt gleich, ob groß oder klein. Das gewichtete Mittel ist "
    "die Summe der Zähler durch die Summe der Nenner. Städte ohne Wert zählen in keinem Mittel; n sagt, wie viele "
    "eingingen.",
    "z ist die Abweichung vom ungewichteten Mittel in Standardabweichungen, mit dem Vorzeichen des Werts. Rang 1 hat "
    "der höchste Wert; das heißt nicht „am besten“.",
    "Definitionsbrüche, die beim Lesen über Jahre zu beachten sind: Seit 2020 ist eine besondere Wohnform keine "
    "Einrichtung mehr (BTHG). Seit 2020 sind Zahlen zum AsylbLG in der amtlichen Statistik auf 5 gerundet. Seit Juni "
    "2022 erhalten Geflüchtete aus der Ukraine Leistungen nach SGB II oder SGB XII. Seit 2012 steigt die Altersgrenze.",
    "Für Hannover gelten die meisten Werte für die ganze Region Hannover.",
)


@dataclass(frozen=True)
class Rahmen:
    """Für wen, aus wessen Sicht und von wem ein Bericht ist."""

    sicht: Sicht
    herausgeber: str
    tag: date
    streuung: Streuung = Streuung.GRUNDGESAMTHEIT

    @property
    def stand(self) -> str:
        """„Stand 22.11.2026“."""
        return f"Stand {self.tag:%d.%m.%Y}"


def profilbericht(rahmen: Rahmen, stadt: str, jahr: int) -> Bericht:
    """Das Profil einer Stadt."""
    gerechnet = lesen.profil(rahmen.sicht, stadt, jahr, rahmen.streuung)
    namen = lesen.stadtnamen()
    kreis = tuple(namen[s] for s in gerechnet.staedte)
    daten = profildaten(gerechnet, namen[stadt], organisation(stadt, namen[stadt]), kreis)
    return stadtprofil(daten, herausgeber=rahmen.herausgeber, stand=rahmen.stand)


@cache
def _organisationen() -> dict[str, Any]:
    datei = Path(__file__).parent / "organisation.yaml"
    return dict(yaml.safe_load(datei.read_text(encoding="utf-8")))


def organisation(stadt: str, name: str) -> Organisation:
    """Was die Stadt selbst über ihr Amt schrieb, sonst der mitgelieferte Text, sonst ein leerer."""
    eigener = Berichtstext.objects.geltend(Textart.ORGANISATION, stadt)
    if eigener is not None:
        zeilen = [zeile.strip() for zeile in eigener.text.splitlines() if zeile.strip()]
        return Organisation(
            tuple(z for z in zeilen if not z.startswith(PUNKT)),
            tuple(z.removeprefix(PUNKT).strip() for z in zeilen if z.startswith(PUNKT)),
            f"{eigener.am:%d.%m.%Y}",
            name,
        )
    roh = _organisationen().get(stadt)
    if roh is None:
        return Organisation()
    return Organisation(tuple(roh["absaetze"]), tuple(roh["schwerpunkte"]), roh["stand"], roh["quelle"])


def kommentar(bereich: str, jahr: int) -> str:
    """Der geltende Kommentar zu einem Bereich und Jahr, mit Namen und Tag; sonst leer."""
    text = Berichtstext.objects.select_related("von").geltend(Textart.FAKTENBOARD, bereich, jahr)
    return f"{text.text}\n({text.von.anzeigename}, {text.am:%d.%m.%Y})" if text else ""


def bereichstitel(schluessel: str, verzeichnis: Katalog) -> str | None:
    """Titel eines Leistungsbereichs oder der Bereiche Wirtschaft und Bevölkerung; None, wenn es ihn nicht gibt."""
    if schluessel in WEITERE:
        return WEITERE[schluessel][0]
    bereich = verzeichnis.bereiche.get(schluessel)
    return bereich.titel if bereich else None


def bereichskennzahlen(schluessel: str, verzeichnis: Katalog) -> tuple[Kennzahl, ...]:
    """Die Kennzahlen eines Bereichs; die Dichten zuerst."""
    if schluessel in WEITERE:
        return tuple(k for art in WEITERE[schluessel][1] for k in verzeichnis.nach_art[art])
    bereich = verzeichnis.bereiche[schluessel]
    vorn = [verzeichnis.kennzahlen[name] for name in bereich.dichte]
    return (*vorn, *(k for k in verzeichnis.kennzahlen.values() if k.bereich == schluessel and k not in vorn))


class Jahresvergleich:
    """Ein Jahr, einmal gelesen und gerechnet; gibt jede Kennzahl über alle Städte des Kreises."""

    def __init__(self, rahmen: Rahmen, jahr: int) -> None:
        from sozialamt.vergleich.kennzahlen.stadtprofil import Profilrechner

        self.rahmen, self.jahr = rahmen, jahr
        self.verzeichnis = lesen.verzeichnis()
        self.eigene_kennzahlen = lesen.eigene_kennzahlen(self.verzeichnis)
        self.namen = lesen.stadtnamen()
        self.kreis = lesen.kreis(jahr)
        auch = sorted(rahmen.sicht.eigene - set(self.kreis))
        pool = lesen.pool(rahmen.sicht, [jahr], {*self.kreis, *auch})
        self.rechner: Profilrechner = Profilrechner(
            pool, jahr, self.kreis, self.verzeichnis, streuung=rahmen.streuung, eigene=self.eigene_kennzahlen, auch=auch
        )

    def kennzahl(self, k: Kennzahl) -> sv.Kennzahlvergleich:
        """Eine Kennzahl über den Kreis."""
        gemessen = {stadt: self.rechner.wert(stadt, k) for stadt in self.kreis}
        werte = tuple(
            sv.Stadtwert(
                self.namen[stadt],
                None if w.messwert.wert is None else float(w.messwert.wert),
                grund=w.messwert.warum,
                rang=w.stellung.rang,
                z=w.stellung.z,
                eigene=stadt in self.rahmen.sicht.eigene,
            )
            for stadt, w in gemessen.items()
        )
        stellung = next(iter(gemessen.values())).stellung if gemessen else None
        mittel, gewichtet = (stellung.mittel, stellung.mittel_gewichtet) if stellung else (None, None)
        return sv.Kennzahlvergleich(
            schluessel=k.schluessel,
            titel=k.titel,
            einheit=einheit(k.einheit),
            stellen=k.stellen,
            jahr=self.jahr,
            werte=werte,
            n=stellung.n if stellung else 0,
            mittel=None if mittel is None else float(mittel),
            mittel_gewichtet=None if gewichtet is None else float(gewichtet),
            fundstelle=k.fundstelle,
            hinweis=k.hinweis,
            quellen=tuple(dict.fromkeys(q for w in gemessen.values() for q in w.messwert.quellen)),
            erzeugt=any(w.messwert.erzeugt for w in gemessen.values()),
            kurz=f"{k.kurz or k.titel} ({einheit(k.einheit)})",
        )

    def hauptkennzahl(self, bereich: Bereich) -> sv.Kennzahlvergleich:
        """Die erste Dichte des Bereichs, für die eine Stadt einen Wert hat; sonst die erste."""
        alle = [self.kennzahl(self.verzeichnis.kennzahlen[name]) for name in bereich.dichte]
        return next((k for k in alle if k.mit_wert), alle[0])


def bereichsbericht(rahmen: Rahmen, schluessel: str, jahr: int) -> Bericht:
    """Alle Kennzahlen eines Bereichs über alle Städte, und die Dichte über die Jahre."""
    jv = Jahresvergleich(rahmen, jahr)
    titel = bereichstitel(schluessel, jv.verzeichnis) or schluessel
    vergleiche = [jv.kennzahl(k) for k in bereichskennzahlen(schluessel, jv.verzeichnis)]
    kapitel = [
        Kapitel(v.schluessel, v.titel, (*sv.bloecke(v), *(_verlauf(jv, v) if nummer == erste(vergleiche) else ())))
        for nummer, v in enumerate(vergleiche)
        if v.mit_wert
    ]
    leer = [v for v in vergleiche if not v.mit_wert]
    if leer:
        kapitel.append(Kapitel("ohne_werte", "Ohne Werte in diesem Jahr", tuple(_leer(v) for v in leer)))
    return _bericht(rahmen, f"{titel}: Vergleich der Städte {jahr}", _kreissatz(jv), kapitel, vergleiche)


def erste(vergleiche: Sequence[sv.Kennzahlvergleich]) -> int:
    """Stelle der ersten Kennzahl mit Werten."""
    return next((nummer for nummer, v in enumerate(vergleiche) if v.mit_wert), -1)


def _leer(v: sv.Kennzahlvergleich) -> Block:
    gruende = sorted({w.grund for w in v.ohne_wert})
    return Absatz(f"{v.titel}: {', '.join(gruende) or 'keine Stadt im Kreis'}.")


def _kreissatz(jv: Jahresvergleich) -> str:
    return f"Vergleichskreis {jv.jahr}: {len(jv.kreis)} Städte"


def _verlauf(jv: Jahresvergleich, v: sv.Kennzahlvergleich) -> tuple[Block, ...]:
    alle = {**jv.verzeichnis.kennzahlen, **{k.schluessel: k for k in jv.eigene_kennzahlen}}
    return sv.verlauf(zeitreihe(jv.rahmen, alle[v.schluessel], jv.namen, jv.kreis, v.quellen))


def zeitreihe(
    rahmen: Rahmen, k: Kennzahl, namen: dict[str, str], kreis: Iterable[str], quellen: tuple[str, ...]
) -> sv.Zeitreihe:
    """Die Kennzahl über alle Jahre mit Werten, für die Städte des Kreises."""
    from sozialamt.vergleich.kennzahlen.festkomma import EINS

    gelesen = lesen.zeitreihe(rahmen.sicht, k)
    dabei = set(kreis)
    werte: dict[str, dict[int, float]] = {}
    for zeile in gelesen["werte"].iter_rows(named=True):
        if zeile["fest"] is not None and zeile["stadt"] in dabei:
            werte.setdefault(namen[zeile["stadt"]], {})[zeile["jahr"]] = zeile["fest"] / EINS
    mittel = {z["jahr"]: z["mittel"] / EINS for z in gelesen["mittel"].iter_rows(named=True) if z["mittel"] is not None}
    return sv.Zeitreihe(
        schluessel=k.schluessel,
        titel=k.titel,
        einheit=einheit(k.einheit),
        stellen=k.stellen,
        jahre=tuple(sorted({j for reihe in werte.values() for j in reihe})),
        werte=werte,
        mittel=mittel if len(gelesen["kreis"]) > 1 else {},
        gruppe=tuple(namen[s] for s in gelesen["kreis"]),
        eigene=frozenset(namen[s] for s in rahmen.sicht.eigene if s in namen),
        quellen=quellen,
    )


def _bericht(
    rahmen: Rahmen, titel: str, untertitel: str, kapitel: Sequence[Kapitel], vergleiche: Iterable[sv.Kennzahlvergleich]
) -> Bericht:
    alle = list(vergleiche)
    return Bericht(
        titel=titel,
        untertitel=untertitel,
        stand=rahmen.stand,
        herausgeber=rahmen.herausgeber,
        kapitel=tuple(kapitel),
        quellen=tuple(sorted({q for v in alle for q in v.quellen})),
        erzeugt=any(v.erzeugt for v in alle),
    )


def faktenboard(rahmen: Rahmen, schluessel: str, jahr: int) -> Bericht:
    """Ein Blatt je Leistungsbereich: die großen Zahlen, ein Bild, ein Kommentar."""
    jv = Jahresvergleich(rahmen, jahr)
    bereich = jv.verzeichnis.bereiche[schluessel]
    haupt = jv.hauptkennzahl(bereich)
    kapitel = [Kapitel("fakten", haupt.titel, _faktenbloecke(haupt, kommentar(schluessel, jahr)))]
    weitere = [
        jv.kennzahl(k) for k in bereichskennzahlen(schluessel, jv.verzeichnis) if k.schluessel != haupt.schluessel
    ]
    for v in weitere:
        if v.mit_wert:
            board = sv.fakten(v)
            kapitel.append(Kapitel(v.schluessel, v.titel, (*((board,) if board else ()), Absatz(sv.satz(v)))))
    return _bericht(
        rahmen, f"Faktenboard {bereich.kurz} {jahr}", f"{bereich.titel}. {_kreissatz(jv)}", kapitel, [haupt, *weitere]
    )


def _faktenbloecke(haupt: sv.Kennzahlvergleich, worte_dazu: str) -> tuple[Block, ...]:
    board = sv.fakten(haupt)
    worte = tuple(Absatz(zeile) for zeile in worte_dazu.splitlines() if zeile.strip())
    return (*((board,) if board else ()), *worte, *sv.bloecke(haupt))


def monitoring(rahmen: Rahmen, jahr: int) -> Bericht:
    """Der Monitoringbericht: Rahmen, Bevölkerung und Wirtschaft, jeder Leistungsbereich, Methodik; mit Verzeichnis."""
    jv = Jahresvergleich(rahmen, jahr)
    kapitel = [Kapitel("kreis", "Vergleichskreis und Daten", _einleitung(jv))]
    alle: list[sv.Kennzahlvergleich] = []
    for schluessel, (titel, arten) in WEITERE.items():
        vergleiche = [jv.kennzahl(k) for art in arten for k in jv.verzeichnis.nach_art[art]]
        alle += vergleiche
        kapitel += _abschnitte(schluessel, titel, vergleiche)
    for bereich in jv.verzeichnis.bereiche.values():
        vergleiche = [jv.kennzahl(k) for k in bereichskennzahlen(bereich.schluessel, jv.verzeichnis)]
        alle += vergleiche
        kapitel += _abschnitte(bereich.schluessel, bereich.titel, vergleiche, kommentar(bereich.schluessel, jahr))
    kapitel.append(Kapitel("methodik", "Methodik", tuple(Absatz(satz) for satz in METHODIK)))
    bericht = _bericht(rahmen, f"Monitoringbericht {jahr}", _kreissatz(jv), kapitel, alle)
    return replace(bericht, verzeichnis=True)


def _einleitung(jv: Jahresvergleich) -> tuple[Block, ...]:
    staedte = ", ".join(jv.namen[s] for s in jv.kreis)
    return (
        Absatz(f"Zum Vergleichskreis gehörten {jv.jahr} {len(jv.kreis)} Städte: {staedte}."),
        Absatz(
            "Gezeigt wird nur, was veröffentlicht oder freigegeben ist. Wo eine Zahl fehlt, steht der Grund; eine "
            "fehlende Zahl ist keine Null und geht in kein Mittel ein."
        ),
    )


def _abschnitte(
    schluessel: str, titel: str, vergleiche: Sequence[sv.Kennzahlvergleich], dazu: str = ""
) -> list[Kapitel]:
    """Ein Kapitel mit Abschnitten; Kennzahlen ohne jeden Wert stehen gesammelt am Anfang."""
    leer = [v.titel for v in vergleiche if not v.mit_wert]
    worte: list[Block] = [Absatz(zeile) for zeile in dazu.splitlines() if zeile.strip()]
    if leer:
        worte.append(Absatz(f"Keine Stadt hat einen Wert zu: {'; '.join(leer)}.", klein=True))
    kapitel = [Kapitel(schluessel, titel, tuple(worte))]
    return kapitel + [Kapitel(v.schluessel, v.titel, sv.bloecke(v), ebene=2) for v in vergleiche if v.mit_wert]
