"""Einen Überprüfungsantrag ablehnen: Der Bescheid bleibt, wie er ist (§ 44 SGB X)."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from sozialamt.akte.bescheidart import Bescheidart
from sozialamt.akte.entscheidung import Entscheidung
from sozialamt.akte.fehler import AngabenFehler, Mangel, ZustandFehler
from sozialamt.akte.models import Benutzer, Bescheidentwurf, Vorgang
from sozialamt.akte.schreiben import Textabschnitt
from sozialamt.akte.vorgaenge.ohne_rechnung_entwerfen import entwirf_ohne_rechnung, wer_ihn_bekam


@transaction.atomic
def ueberpruefung_ablehnen(
    *, benutzer: Benutzer, vorgang: Vorgang, gruende: str, zeitpunkt: datetime | None = None
) -> Bescheidentwurf:
    """Entwirft die Ablehnung; die Beträge des überprüften Bescheids bleiben stehen."""
    if vorgang.art != "ueberpruefung" or vorgang.bescheid is None:
        raise ZustandFehler("Abgelehnt wird hier nur ein Überprüfungsantrag. Öffnen Sie dessen Vorgang.")
    if not gruende.strip():
        raise AngabenFehler([Mangel("Gründe", "(leer)", "fehlt", "Schreiben Sie, was Sie geprüft haben (§ 35 SGB X).")])
    bescheid = vorgang.bescheid
    return entwirf_ohne_rechnung(
        benutzer=benutzer,
        vorgang=vorgang,
        beginn=bescheid.beginn,
        ende=bescheid.ende,
        entscheidung=Entscheidung(
            art=Bescheidart.ABLEHNUNG,
            norm="§ 44 SGB X",
            vorgang=vorgang,
            aendert=(bescheid.nummer,),
            empfaenger=wer_ihn_bekam(bescheid),
            saetze=(
                f"Ihren Antrag vom {vorgang.antragsdatum:%d.%m.%Y}, den Bescheid {bescheid.nummer} zurückzunehmen, "
                "lehnen wir ab (§ 44 SGB X).",
            ),
            gruende=(Textabschnitt("Gründe", (gruende.strip(),)),),
        ),
        zeitpunkt=zeitpunkt,
    )
