"""Die Antwort der Bank auf Name und IBAN festhalten (Empfängerprüfung, VO (EU) 2024/886)."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.fehler import AngabenFehler, Mangel
from sozialamt.akte.models import Benutzer
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.vorgaenge.protokollieren import protokolliere
from sozialamt.kasse.models import Empfaengerpruefung, Pruefergebnis, Zahlungsweg


@transaction.atomic
def empfaengerpruefung_festhalten(
    *,
    benutzer: Benutzer,
    zahlungsweg: Zahlungsweg,
    ergebnis: str,
    bekannter_name: str = "",
    zeitpunkt: datetime | None = None,
) -> Empfaengerpruefung:
    """Fügt das Ergebnis an; „fast“ und „falsch“ kommen in die Stichprobe jedes Laufs, der dorthin zahlt."""
    pruefe_recht(benutzer, "zahlungsweg_freigeben", zahlungsweg.haushalt)
    zeitpunkt = zeitpunkt or timezone.now()
    if ergebnis not in Pruefergebnis.values:
        raise AngabenFehler([Mangel("Ergebnis", ergebnis or "(leer)", "gibt es nicht", "Wählen Sie ein Ergebnis.")])
    pruefung = Empfaengerpruefung.objects.create(
        zahlungsweg=zahlungsweg,
        ergebnis=ergebnis,
        bekannter_name=bekannter_name.strip()[:140],
        geprueft_am=zeitpunkt,
        geprueft_von=benutzer,
    )
    protokolliere(
        vorgang="empfaengerpruefung_festhalten",
        benutzer=benutzer,
        zeitpunkt=zeitpunkt,
        haushalt=zahlungsweg.haushalt,
        angaben={"zahlungsweg": zahlungsweg.pk, "ergebnis": ergebnis},
    )
    return pruefung
