"""Zahllauf, dritter Schritt: die zweite Person gibt frei."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Max, Q, QuerySet
from django.utils import timezone

from sozialamt.akte.fehler import ZustandFehler
from sozialamt.akte.models import Benutzer
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.kasse.festlegungen import freigabegrenze
from sozialamt.kasse.konten import Buchungsart
from sozialamt.kasse.laufschritt import merke, setze_stand, sperre_lauf
from sozialamt.kasse.models import Auffaelligkeit, Buchung, Empfaengerpruefung, Laufstatus, Zahllauf, Zahlung
from sozialamt.kasse.sperre import sperre_kasse
from sozialamt.rechenkern.values import euro

GENANNT = 5
"""So viele Zeilen nennt eine Meldung."""


@transaction.atomic
def zahllauf_freigeben(*, benutzer: Benutzer, zahllauf: Zahllauf, zeitpunkt: datetime | None = None) -> Zahllauf:
    """Prüft vier Augen, Grenzen, Stichprobe und ob sich seit der Sammlung etwas geändert hat."""
    pruefe_recht(benutzer, "zahllauf_freigeben")
    zeitpunkt = zeitpunkt or timezone.now()
    sperre_kasse(allein=True)
    lauf = sperre_lauf(zahllauf, [Laufstatus.GEPRUEFT])
    if lauf.gesammelt_von_id == benutzer.pk:
        raise ZustandFehler("Sie haben diesen Zahllauf gesammelt. Freigeben muss ihn eine andere Person.")
    zeilen = Zahlung.objects.wirksam().filter(zahllauf=lauf)
    _pruefe_konten(zeilen, benutzer)
    _pruefe_grenze(zeilen, benutzer)
    _pruefe_stichprobe(lauf)
    _pruefe_aenderungen(lauf, zeilen)
    setze_stand(lauf, Laufstatus.FREIGEGEBEN, freigegeben_am=zeitpunkt, freigegeben_von=benutzer)
    merke("zahllauf_freigeben", lauf, benutzer, zeitpunkt)
    return lauf


def _pruefe_konten(zeilen: QuerySet[Zahlung], benutzer: Benutzer) -> None:
    eigene = zeilen.filter(zahlungsweg__erfasst_von=benutzer)
    _lehne_ab(eigene, "Bei diesen Zeilen haben Sie selbst das Konto erfasst")
    _lehne_ab(zeilen.filter(zahlungsweg__sperre__isnull=False), "Diese Zahlungswege sind inzwischen gesperrt")
    ungeklaert = Empfaengerpruefung.objects.ungeklaert().values("zahlungsweg")
    _lehne_ab(
        zeilen.filter(zahlungsweg__in=ungeklaert),
        "Bei diesen Zeilen passt der Name laut Bank nicht, und niemand hat darüber entschieden",
    )


def _pruefe_grenze(zeilen: QuerySet[Zahlung], benutzer: Benutzer) -> None:
    grenze = freigabegrenze(list(benutzer.rollen.values_list("rolle", flat=True)))
    hoechste = zeilen.aggregate(m=Max("cent"))["m"] or 0
    if hoechste > grenze:
        raise ZustandFehler(
            f"Die höchste Zahlung beträgt {euro(hoechste)}; Ihre Rolle gibt Einzelbeträge bis {euro(grenze)} frei. "
            "Lassen Sie den Lauf von jemandem mit höherer Grenze freigeben oder nehmen Sie die Zeile heraus."
        )


def _pruefe_stichprobe(lauf: Zahllauf) -> None:
    offen = Auffaelligkeit.objects.filter(
        zahlung__zahllauf=lauf, zahlung__ausschluss__isnull=True, sichtvermerk__isnull=True
    ).count()
    if offen:
        raise ZustandFehler(f"{offen} Auffälligkeiten sind noch nicht angesehen. Haken Sie sie zuerst ab.")


def _pruefe_aenderungen(lauf: Zahllauf, zeilen: QuerySet[Zahlung]) -> None:
    """Wurde seit der Sammlung weniger zugesprochen, würde diese Zeile überzahlen."""
    gemindert = (
        Buchung.objects.filter(
            Q(art=Buchungsart.UEBERZAHLUNG) | Q(art=Buchungsart.UMBUCHUNG_AB), gebucht_am__gt=lauf.gesammelt_am
        )
        .order_by()
        .values_list("haushalt_id", flat=True)
        .distinct()
    )
    betroffen = zeilen.filter(haushalt_id__in=gemindert)
    _lehne_ab(betroffen, "Für diese Zeilen wurde seit der Sammlung neu entschieden")


def _lehne_ab(zeilen: QuerySet[Zahlung], grund: str) -> None:
    kennungen = list(zeilen.order_by("pk").values_list("schluessel", flat=True))
    if not kennungen:
        return
    weitere = f" und {len(kennungen) - GENANNT} weitere" if len(kennungen) > GENANNT else ""
    raise ZustandFehler(
        f"{grund}: {', '.join(kennungen[:GENANNT])}{weitere}. Nehmen Sie sie heraus; sie bleiben offen und kommen in "
        "den nächsten Lauf."
    )
