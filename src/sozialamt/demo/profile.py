"""Arten von Haushalten im Beispielamt. Werte stehen so, wie ein Mensch sie einträgt (Euro, tt.mm.jjjj, ja/nein)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from random import Random

from sozialamt.demo.namen import HEIM, WOHNVERBUND

Angaben = dict[str, str]
HUNDERT = 100
LETZTER_SCHULJAHRGANG = 2019
RENTE_2026 = 10424
"""Zum Juli 2026 steigen die Beispielrenten um 4,24 Prozent; im Beispielamt eine erfundene Zahl."""


@dataclass(slots=True)
class Mensch:
    """Eine erfundene Person; Verweise nennen die Stelle einer anderen Person im Haushalt."""

    geboren: date
    art: str
    angaben: Angaben = field(default_factory=dict)
    verweise: dict[str, int] = field(default_factory=dict)
    rente: tuple[int, int] | None = None
    """Rente in Cent vor und nach der Anpassung zum Juli 2026."""


@dataclass(slots=True)
class Entwurf:
    """Ein erfundener Haushalt, bevor er in die Akte kommt."""

    profil: str
    menschen: list[Mensch]
    haushalt: Angaben
    anschrift: str = ""
    miete_erhoeht: str = ""


def _euro(cent: int) -> str:
    return f"{cent // 100},{cent % 100:02d}"


def _mit(wuerfel: Random, prozent: int) -> bool:
    return wuerfel.randrange(HUNDERT) < prozent


def _geboren(wuerfel: Random, von: int, bis: int, jahr: int = 2026) -> date:
    return date(jahr - wuerfel.randint(von, bis), wuerfel.randint(1, 12), wuerfel.randint(1, 28))


def _wohnung(wuerfel: Random, personen: int) -> Angaben:
    miete = 33000 + 9000 * (personen - 1) + wuerfel.randrange(0, 12000, 50)
    return {
        "wohnform": "wohnung",
        "miete_bruttokalt": _euro(miete),
        "heizkosten": _euro(6000 + 1500 * personen + wuerfel.randrange(0, 3000, 50)),
        "warmwasser_dezentral": wuerfel.choice(("ja", "nein", "nein")),
        "angemessene_bruttokaltmiete": _euro(46000 + 9500 * (personen - 1)),
        "mietstufe": "4",
    }


def _geschlecht(wuerfel: Random) -> Angaben:
    return {"geschlecht": wuerfel.choice(("weiblich", "maennlich"))}


def _rentner(wuerfel: Random, *, grundrente: bool = False) -> Mensch:
    vorher = wuerfel.randrange(31000, 92000, 37)
    angaben = _geschlecht(wuerfel) | {
        "bezieht_altersrente": "ja",
        "vermoegen_geld": _euro(wuerfel.randrange(0, 900000, 1000)),
    }
    if grundrente:
        angaben["grundrentenzeiten_monate"] = str(wuerfel.randint(396, 480))
    if _mit(wuerfel, 25):
        angaben |= {"merkzeichen_g": "ja", "grad_der_behinderung": wuerfel.choice(("60", "70", "80"))}
    mensch = Mensch(_geboren(wuerfel, 68, 88), "erwachsen", angaben)
    mensch.rente = (vorher, vorher * RENTE_2026 // 10000)
    return mensch


def _alleinstehend(wuerfel: Random) -> Entwurf:
    return Entwurf("Rente allein", [_rentner(wuerfel)], _wohnung(wuerfel, 1))


def _grundrente(wuerfel: Random) -> Entwurf:
    return Entwurf("Grundrente", [_rentner(wuerfel, grundrente=True)], _wohnung(wuerfel, 1))


def _rentnerpaar(wuerfel: Random) -> Entwurf:
    paar = [_rentner(wuerfel), _rentner(wuerfel, grundrente=_mit(wuerfel, 30))]
    _verheirate(paar)
    return Entwurf("Rente Paar", paar, _wohnung(wuerfel, 2))


def _verheirate(paar: list[Mensch]) -> None:
    for ich, du in ((0, 1), (1, 0)):
        paar[ich].verweise["partner"] = du
        paar[ich].angaben["verheiratet"] = "ja"


def _erwerbsgemindert(wuerfel: Random, *, dauerhaft: bool = True) -> Entwurf:
    merkmal = "voll_erwerbsgemindert_dauerhaft" if dauerhaft else "voll_erwerbsgemindert_befristet"
    angaben = _geschlecht(wuerfel) | {"erwerbsfaehig": "nein", merkmal: "ja"}
    mensch = Mensch(_geboren(wuerfel, 24, 61), "erwachsen", angaben)
    mensch.rente = (
        (rente := wuerfel.randrange(0, 70000, 53), rente * RENTE_2026 // 10000) if _mit(wuerfel, 70) else None
    )
    profil = "Erwerbsminderung" if dauerhaft else "Erwerbsminderung auf Zeit"
    return Entwurf(profil, [mensch], _wohnung(wuerfel, 1))


def _auf_zeit(wuerfel: Random) -> Entwurf:
    return _erwerbsgemindert(wuerfel, dauerhaft=False)


def _werkstatt(wuerfel: Random) -> Entwurf:
    entgelt = wuerfel.randrange(12000, 32000, 100)
    angaben = _geschlecht(wuerfel) | {
        "erwerbsfaehig": "nein",
        "voll_erwerbsgemindert_dauerhaft": "ja",
        "feststellung_erwerbsminderung": "fachausschuss",
        "wfbm_bereich": "arbeitsbereich",
        "wfbm_entgelt": _euro(entgelt),
        "mittagsverpflegung": "pauschal_fuenf_tage",
        "grad_der_behinderung": "80",
    }
    return Entwurf("Werkstatt", [Mensch(_geboren(wuerfel, 22, 58), "erwachsen", angaben)], _wohnung(wuerfel, 1))


def _besondere_wohnform(wuerfel: Random) -> Entwurf:
    entwurf = _werkstatt(wuerfel)
    entwurf.profil, entwurf.anschrift = "Besondere Wohnform", WOHNVERBUND
    entwurf.haushalt = {"wohnform": "besondere_wohnform", "durchschnittliche_warmmiete": "478,00", "mietstufe": "4"}
    entwurf.menschen[0].angaben |= {
        "bw_wohnraum": _euro(wuerfel.randrange(28000, 40000, 100)),
        "bw_heizung": _euro(wuerfel.randrange(4000, 8000, 100)),
        "bw_moeblierung": "25,00",
    }
    return entwurf


def _heim(wuerfel: Random) -> Entwurf:
    mensch = _rentner(wuerfel)
    mensch.geboren = _geboren(wuerfel, 74, 94)
    mensch.angaben |= {"pflegegrad": wuerfel.choice(("2", "3", "4", "5"))}
    haushalt = {
        "wohnform": "stationaere_einrichtung",
        "durchschnittliche_warmmiete": "478,00",
        "mietstufe": "4",
    }
    return Entwurf("Pflegeheim", [mensch], haushalt, HEIM)


def _kinder(wuerfel: Random, anzahl: int, eltern: int) -> list[Mensch]:
    kinder = []
    for _ in range(anzahl):
        kind = Mensch(_geboren(wuerfel, 1, 16), "kind", _geschlecht(wuerfel))
        kind.angaben["kindergeld"] = "259,00"
        kind.verweise = {f"elternteil_{i + 1}": i for i in range(eltern)} | {"kindergeld_empfaenger": 0}
        if kind.geboren.year <= LETZTER_SCHULJAHRGANG:
            kind.angaben["schulbesuch"] = "ja"
        kinder.append(kind)
    return kinder


def _erwerb(wuerfel: Random, von: int, bis: int) -> Angaben:
    brutto = wuerfel.randrange(von, bis, 500)
    return {
        "erwerbseinkommen_brutto": _euro(brutto),
        "erwerbseinkommen_steuern": _euro(brutto * 4 // 100),
        "erwerbseinkommen_sozialversicherung": _euro(brutto * 21 // 100),
    }


def _familie(wuerfel: Random) -> Entwurf:
    eltern = [Mensch(_geboren(wuerfel, 27, 48), "erwachsen", _geschlecht(wuerfel)) for _ in range(2)]
    _verheirate(eltern)
    eltern[0].angaben |= _erwerb(wuerfel, 150000, 270000)
    menschen = eltern + _kinder(wuerfel, wuerfel.randint(1, 4), 2)
    return Entwurf("Familie", menschen, _wohnung(wuerfel, len(menschen)))


def _alleinerziehend(wuerfel: Random) -> Entwurf:
    elternteil = Mensch(_geboren(wuerfel, 22, 45), "erwachsen", {"geschlecht": "weiblich", "alleinerziehend": "ja"})
    elternteil.angaben |= _erwerb(wuerfel, 60000, 190000)
    menschen = [elternteil, *_kinder(wuerfel, wuerfel.randint(1, 3), 1)]
    return Entwurf("Alleinerziehend", menschen, _wohnung(wuerfel, len(menschen)))


def _gemischt(wuerfel: Random) -> Entwurf:
    """Ein Teil lebenslang erwerbsgemindert oder im Alter, der andere erwerbsfähig."""
    entwurf = _familie(wuerfel)
    entwurf.profil = "Gemischt"
    entwurf.menschen[1].angaben |= {"erwerbsfaehig": "nein", "voll_erwerbsgemindert_dauerhaft": "ja"}
    return entwurf


HAUSHALTE: Mapping[Callable[[Random], Entwurf], int] = {
    _alleinstehend: 84,
    _grundrente: 30,
    _rentnerpaar: 36,
    _erwerbsgemindert: 40,
    _auf_zeit: 14,
    _werkstatt: 20,
    _besondere_wohnform: 22,
    _heim: 18,
    _familie: 24,
    _alleinerziehend: 22,
    _gemischt: 10,
}


def entwuerfe(wuerfel: Random) -> list[Entwurf]:
    """Alle Haushalte des Beispielamts, gemischt."""
    liste = [profil(wuerfel) for profil, anzahl in HAUSHALTE.items() for _ in range(anzahl)]
    for nummer, entwurf in enumerate(liste):
        if nummer % 4 == 0 and "miete_bruttokalt" in entwurf.haushalt:
            euro, cent = entwurf.haushalt["miete_bruttokalt"].split(",")
            entwurf.miete_erhoeht = f"{int(euro) + 24},{cent}"
        if nummer % 23 == 0:
            entwurf.haushalt.pop("mietstufe", None)
    wuerfel.shuffle(liste)
    return liste
