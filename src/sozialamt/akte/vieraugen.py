"""Vier Augen: Wer entwirft, gibt nicht frei, wenn sich am Geld etwas ändert; jede Rolle hat ihre Grenze."""

from __future__ import annotations

from datetime import date

from django.conf import settings

from sozialamt.akte.bescheidart import Bescheidart
from sozialamt.akte.fehler import RechtFehlt, ZustandFehler
from sozialamt.akte.models import Benutzer, Bescheidentwurf, Entwurfsstand
from sozialamt.akte.monat import monate
from sozialamt.akte.rechte import RECHTE, rechte_der_rollen
from sozialamt.akte.stand import Teil, zugedacht, zugesprochen
from sozialamt.rechenkern.values import euro

SELBST = "selbst_freigeben"
FORDERND = (Bescheidart.ERSTATTUNG, Bescheidart.KOSTENERSATZ, Bescheidart.ERSATZAUFHEBUNG)
"""Bescheide, die eine Forderung begründen oder mindern; ihr Betrag steht unter `erstattung`."""


def unterschiede(entwurf: Bescheidentwurf) -> dict[Teil, tuple[int, int]]:
    """Je Teil, der sich ändert, (bisher, künftig) in Cent; leer, wenn der Entwurf nichts am Geld ändert."""
    if not Bescheidart(entwurf.art).verfuegt:
        return {}
    alt = zugesprochen(entwurf.haushalt, entwurf.leistung, monate(entwurf.beginn, entwurf.ende))
    neu = zugedacht(entwurf.inhalt)
    paare = {teil: (alt.get(teil, 0), neu.get(teil, 0)) for teil in sorted(alt.keys() | neu.keys())}
    return {teil: paar for teil, paar in paare.items() if paar[0] != paar[1]}


def bewegt_geld(entwurf: Bescheidentwurf) -> bool:
    """Ob der Entwurf Zahlungen auslöst, ändert oder zurückfordert."""
    return bool(unterschiede(entwurf)) or entwurf.art in FORDERND


def pruefe_freigabe(benutzer: Benutzer, entwurf: Bescheidentwurf, heute: date) -> None:
    """Bricht ab, wenn dieser Mensch diesen Entwurf nicht erlassen darf."""
    stand = Entwurfsstand.objects.filter(entwurf=entwurf).first()
    if stand is not None and stand.stand == Entwurfsstand.ZURUECKGEWIESEN:
        raise ZustandFehler(f"Der Entwurf ist zurückgewiesen: {stand.zurueckweisung} Ändern Sie ihn zuerst.")
    if not bewegt_geld(entwurf):
        return
    urheber = {entwurf.created_by_id, stand.vorgelegt_von_id if stand else None}
    if benutzer.pk in urheber and SELBST not in benutzer.rechte:
        raise RechtFehlt(
            SELBST,
            RECHTE[SELBST],
            hinweis="Dieser Bescheid bewegt Geld. Eine zweite Person muss ihn freigeben; legen Sie ihn vor.",
        )
    _pruefe_grenzen(benutzer, entwurf, heute)


def _pruefe_grenzen(benutzer: Benutzer, entwurf: Bescheidentwurf, heute: date) -> None:
    grenze = _grenze(benutzer)
    if grenze is None:
        return
    monatlich = max((m["cent"] for m in entwurf.inhalt["monate"]), default=0)
    laufend = heute.replace(day=1)
    aenderungen = unterschiede(entwurf).items()
    einmal = sum(neu - alt for teil, (alt, neu) in aenderungen if teil.monat < laufend)
    einmal = max(abs(einmal), entwurf.inhalt.get("entscheidung", {}).get("erstattung", 0))
    for was, betrag, hoechstens in (("im Monat", monatlich, grenze[0]), ("auf einmal", einmal, grenze[1])):
        if betrag > hoechstens:
            raise ZustandFehler(
                f"{euro(betrag)} {was} liegen über Ihrer Freigabegrenze von {euro(hoechstens)}. "
                "Den Bescheid gibt jemand mit höherer Grenze frei."
            )


def _grenze(benutzer: Benutzer) -> tuple[int, int] | None:
    """Die weiteste Grenze seiner Rollen (monatlich, einmalig) in Cent; None: unbegrenzt."""
    grenzen = [
        settings.FREIGABEGRENZEN.get(rolle)
        for rolle in benutzer.rollen.values_list("rolle", flat=True)
        if "bescheid_erlassen" in rechte_der_rollen([rolle])
    ]
    if not grenzen or None in grenzen:
        return None
    begrenzt = [g for g in grenzen if g is not None]
    return max(g[0] for g in begrenzt), max(g[1] for g in begrenzt)
