"""Einen Kommentar oder die Beschreibung des Amtes schreiben."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.fehler import AngabenFehler, Mangel
from sozialamt.akte.models import Benutzer
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.vorgaenge.protokollieren import protokolliere
from sozialamt.vergleich.kennzahlen.katalog import katalog
from sozialamt.vergleich.models import Stadt
from sozialamt.vergleich.models.text import Berichtstext, Textart
from sozialamt.vergleich.vorgaenge.berechtigung import pruefe_stadtrecht

MAX_ZEICHEN = 4000


@transaction.atomic
def text_schreiben(
    *, benutzer: Benutzer, art: str, bezug: str, text: str, jahr: int = 0, zeitpunkt: datetime | None = None
) -> Berichtstext:
    """Fügt eine Fassung an; leerer Text nimmt die geltende zurück.

    Kommentare schreibt, wer freigeben darf; die Beschreibung eines Amtes nur, wer für die Stadt handelt.
    """
    if art == Textart.ORGANISATION:
        pruefe_stadtrecht(benutzer, "vergleich_freigeben", Stadt.objects.get(schluessel=bezug))
    else:
        pruefe_recht(benutzer, "vergleich_freigeben")
    if art not in Textart.values or (art == Textart.FAKTENBOARD and bezug not in katalog().bereiche):
        raise AngabenFehler([Mangel("Bereich", bezug, "gibt es nicht", "Wählen Sie einen Leistungsbereich.")])
    if len(text) > MAX_ZEICHEN:
        grund = f"hat mehr als {MAX_ZEICHEN} Zeichen"
        raise AngabenFehler([Mangel("Text", f"{text[:30]} …", grund, "Kürzen Sie den Text.")])
    zeitpunkt = zeitpunkt or timezone.now()
    neu = Berichtstext.objects.create(art=art, bezug=bezug, jahr=jahr, text=text.strip(), am=zeitpunkt, von=benutzer)
    protokolliere(
        vorgang="vergleich_text_schreiben",
        benutzer=benutzer,
        zeitpunkt=zeitpunkt,
        angaben={"art": art, "bezug": bezug, "jahr": jahr, "fassung": neu.pk},
    )
    return neu
