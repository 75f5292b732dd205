"""Die Antwort der Bank auf Name und IBAN festhalten und über Zweifel entscheiden (VO (EU) 2024/886)."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.fehler import AngabenFehler, Mangel, ZustandFehler
from sozialamt.akte.models import Benutzer
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.vorgaenge.protokollieren import protokolliere
from sozialamt.kasse.models import (
    ZWEIFEL,
    Empfaengerentscheidung,
    Empfaengerpruefung,
    Pruefergebnis,
    Sperrgrund,
    Zahlungsweg,
    Zahlungswegsperre,
)
from sozialamt.kasse.vorgaenge.zahlungsweg_freigeben import zahlungsweg_sperren


@transaction.atomic
def empfaengerpruefung_festhalten(
    *,
    benutzer: Benutzer,
    zahlungsweg: Zahlungsweg,
    ergebnis: str,
    bekannter_name: str = "",
    zeitpunkt: datetime | None = None,
) -> Empfaengerpruefung:
    """Fügt das Ergebnis an; nach „fast“ und „falsch“ wird erst gezahlt, wenn eine zweite Person entscheidet."""
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


@transaction.atomic
def empfaengerpruefung_entscheiden(
    *,
    benutzer: Benutzer,
    pruefung: Empfaengerpruefung,
    trotzdem_zahlen: bool,
    begruendung: str,
    zeitpunkt: datetime | None = None,
) -> Empfaengerentscheidung:
    """Entscheidet nach „fast“ oder „falsch“: trotzdem zahlen oder den Weg sperren.

    Wer die Antwort eintrug oder das Konto erfasste, kann es nicht. Wer trotz „falsch“ zahlt, trägt das Risiko.
    """
    weg = Zahlungsweg.objects.select_for_update(no_key=True, of=("self",)).get(pk=pruefung.zahlungsweg_id)
    pruefe_recht(benutzer, "zahlungsweg_freigeben", weg.haushalt)
    zeitpunkt = zeitpunkt or timezone.now()
    if benutzer.pk in (pruefung.geprueft_von_id, weg.erfasst_von_id):
        raise ZustandFehler(
            "Sie haben das Konto erfasst oder die Antwort der Bank eingetragen. Entscheiden muss eine andere Person."
        )
    _pruefe_offen(pruefung, weg)
    if not begruendung.strip():
        abhilfe = "Schreiben Sie, wie geprüft wurde, etwa „Kontoauszug gesehen“."
        raise AngabenFehler([Mangel("Begründung", "(leer)", "fehlt", abhilfe)])
    entscheidung = Empfaengerentscheidung.objects.create(
        pruefung=pruefung,
        trotzdem_zahlen=trotzdem_zahlen,
        begruendung=begruendung.strip()[:200],
        geprueft_von_id=pruefung.geprueft_von_id,
        entschieden_am=zeitpunkt,
        entschieden_von=benutzer,
    )
    if not trotzdem_zahlen:
        zahlungsweg_sperren(benutzer=benutzer, zahlungsweg=weg, grund=Sperrgrund.EMPFAENGER, zeitpunkt=zeitpunkt)
    protokolliere(
        vorgang="empfaengerpruefung_entscheiden",
        benutzer=benutzer,
        zeitpunkt=zeitpunkt,
        haushalt=weg.haushalt,
        angaben={"zahlungsweg": weg.pk, "trotzdem": trotzdem_zahlen},
    )
    return entscheidung


def _pruefe_offen(pruefung: Empfaengerpruefung, weg: Zahlungsweg) -> None:
    if pruefung.ergebnis not in ZWEIFEL:
        raise ZustandFehler("Die Antwort der Bank lässt keinen Zweifel; es ist nichts zu entscheiden.")
    if not Empfaengerpruefung.objects.ungeklaert().filter(pk=pruefung.pk).exists():
        raise ZustandFehler("Darüber ist schon entschieden, oder es gibt eine neuere Antwort. Laden Sie die Seite neu.")
    if Zahlungswegsperre.objects.filter(zahlungsweg=weg).exists():
        raise ZustandFehler("Dieser Zahlungsweg ist schon gesperrt oder beendet.")
