"""Einen Bescheid über Kostenersatz ganz oder zum Teil aufheben (§ 85 Abs. 1 SGG, §§ 44, 46 SGB X)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from sozialamt.akte.bescheidart import Bescheidart
from sozialamt.akte.entscheidung import Entscheidung
from sozialamt.akte.fehler import AngabenFehler, Mangel, ZustandFehler
from sozialamt.akte.kostenersatz.aufhebung import Aufhebungsgrund, festgesetzt
from sozialamt.akte.models import Benutzer, Bescheidentwurf, Vorgang
from sozialamt.akte.schreiben import Textabschnitt
from sozialamt.akte.vorgaenge.ohne_rechnung_entwerfen import entwirf_ohne_rechnung, wer_ihn_bekam
from sozialamt.rechenkern.values import euro


@dataclass(frozen=True, slots=True)
class Ersatzaufhebung:
    """`bleibt` ist, was weiter zu ersetzen ist, in Cent; 0 hebt den Bescheid ganz auf."""

    grund: Aufhebungsgrund
    gruende: str
    bleibt: int = 0


@transaction.atomic
def kostenersatz_aufheben(
    *, benutzer: Benutzer, vorgang: Vorgang, angaben: Ersatzaufhebung, zeitpunkt: datetime | None = None
) -> Bescheidentwurf:
    """Entwirft den Bescheid an den, der ersetzen sollte. Gebucht wird mit dem Erlass; frei gibt eine zweite Person."""
    bescheid = vorgang.bescheid
    if bescheid is None or bescheid.art != Bescheidart.KOSTENERSATZ:
        raise ZustandFehler("Aufgehoben wird hier nur ein Bescheid über Kostenersatz.")
    bisher = festgesetzt(bescheid)
    _pruefe(vorgang, angaben, bisher)
    return entwirf_ohne_rechnung(
        benutzer=benutzer,
        vorgang=vorgang,
        beginn=bescheid.beginn,
        ende=bescheid.ende,
        entscheidung=Entscheidung(
            art=Bescheidart.ERSATZAUFHEBUNG,
            norm=angaben.grund.norm,
            vorgang=vorgang,
            aendert=(bescheid.nummer,),
            erstattung=bisher - angaben.bleibt,
            empfaenger=wer_ihn_bekam(bescheid),
            saetze=(
                _satz(bescheid.nummer, bisher, angaben),
                "Was Sie darüber hinaus gezahlt haben, zahlen wir zurück.",
            ),
            gruende=(Textabschnitt("Gründe", (angaben.gruende.strip(),)),),
        ),
        zeitpunkt=zeitpunkt,
    )


def _satz(nummer: str, bisher: int, angaben: Ersatzaufhebung) -> str:
    norm = angaben.grund.norm
    if angaben.bleibt:
        betraege = f"Sie haben noch {euro(angaben.bleibt)} statt {euro(bisher)} zu ersetzen."
        return f"Wir ändern den Bescheid {nummer} über Kostenersatz ({norm}). {betraege}"
    return f"Wir heben den Bescheid {nummer} über Kostenersatz auf ({norm}). Sie haben nichts zu ersetzen."


def _pruefe(vorgang: Vorgang, angaben: Ersatzaufhebung, bisher: int) -> None:
    if not bisher:
        raise ZustandFehler("Der Bescheid ist schon ganz aufgehoben.")
    maengel = []
    if vorgang.art not in angaben.grund.vorgangsarten:
        grund = "gehört zu einem anderen Vorgang"
        maengel.append(Mangel("Grundlage", angaben.grund.norm, grund, "Wählen Sie eine, die zum Vorgang passt."))
    if not angaben.gruende.strip():
        abhilfe = "Schreiben Sie, warum der Kostenersatz nicht bleibt (§ 35 SGB X)."
        maengel.append(Mangel("Gründe", "(leer)", "fehlt", abhilfe))
    if not 0 <= angaben.bleibt < bisher:
        grund = f"liegt nicht zwischen 0,00 € und unter {euro(bisher)}"
        maengel.append(Mangel("Weiter zu ersetzen", euro(angaben.bleibt), grund, "Leer: nichts."))
    if maengel:
        raise AngabenFehler(maengel)
