"""Rollen geben und nehmen. Eine schutzwürdige Rolle gibt eine zweite Person frei."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.fehler import AngabenFehler, Mangel, ZustandFehler
from sozialamt.akte.models import Benutzer, Rollenantrag, Rollenzuweisung
from sozialamt.akte.rechte import ROLLEN, ist_schutzwuerdig, pruefe_recht
from sozialamt.akte.vorgaenge.protokollieren import protokolliere


@transaction.atomic
def rolle_vergeben(
    *, benutzer: Benutzer, konto: Benutzer, rolle: str, zeitpunkt: datetime | None = None
) -> Rollenzuweisung | Rollenantrag:
    """Gibt die Rolle; eine schutzwürdige beantragt er nur. Sich selbst gibt niemand eine Rolle."""
    pruefe_recht(benutzer, "benutzer_verwalten")
    if rolle not in ROLLEN:
        raise AngabenFehler([Mangel("Rolle", rolle or "(leer)", "gibt es nicht", "Wählen Sie eine Rolle.")])
    if konto.pk == benutzer.pk:
        raise ZustandFehler("Sich selbst gibt niemand eine Rolle. Das macht jemand anderes aus der Administration.")
    if konto.rollen.filter(rolle=rolle).exists() or konto.rollenantraege.filter(rolle=rolle).exists():
        raise ZustandFehler(f"{konto.anzeigename} hat die Rolle „{ROLLEN[rolle][0]}“ schon, oder sie ist beantragt.")
    if ist_schutzwuerdig(rolle):
        antrag = Rollenantrag.objects.create(benutzer=konto, rolle=rolle, beantragt_von=benutzer)
        _protokolliere("rolle_beantragen", benutzer, konto, rolle, zeitpunkt)
        return antrag
    zuweisung = Rollenzuweisung.objects.create(benutzer=konto, rolle=rolle)
    _protokolliere("rolle_vergeben", benutzer, konto, rolle, zeitpunkt)
    return zuweisung


@transaction.atomic
def rolle_freigeben(
    *, benutzer: Benutzer, antrag: Rollenantrag, ja: bool, zeitpunkt: datetime | None = None
) -> Rollenzuweisung | None:
    """Entscheidet über den Antrag; wer ihn gestellt hat oder wen er betrifft, entscheidet nicht."""
    pruefe_recht(benutzer, "rolle_freigeben")
    if benutzer.pk in (antrag.beantragt_von_id, antrag.benutzer_id):
        raise ZustandFehler("Über einen Antrag, den Sie stellten oder der Sie betrifft, entscheidet jemand anderes.")
    antrag = Rollenantrag.objects.select_for_update().filter(pk=antrag.pk).select_related("benutzer").first()
    if antrag is None:
        raise ZustandFehler("Über diesen Antrag ist schon entschieden.")
    konto, rolle = antrag.benutzer, antrag.rolle
    antrag.delete()
    _protokolliere("rolle_freigeben" if ja else "rolle_ablehnen", benutzer, konto, rolle, zeitpunkt)
    return Rollenzuweisung.objects.create(benutzer=konto, rolle=rolle) if ja else None


@transaction.atomic
def rolle_entziehen(*, benutzer: Benutzer, konto: Benutzer, rolle: str, zeitpunkt: datetime | None = None) -> None:
    """Nimmt die Rolle sofort; dafür braucht es keine zweite Person."""
    pruefe_recht(benutzer, "benutzer_verwalten")
    if konto.pk == benutzer.pk:
        raise ZustandFehler("Die eigene Rolle entzieht jemand anderes aus der Administration.")
    konto.rollen.filter(rolle=rolle).delete()
    konto.rollenantraege.filter(rolle=rolle).delete()
    _protokolliere("rolle_entziehen", benutzer, konto, rolle, zeitpunkt)


def _protokolliere(vorgang: str, benutzer: Benutzer, konto: Benutzer, rolle: str, zeitpunkt: datetime | None) -> None:
    protokolliere(
        vorgang=vorgang,
        benutzer=benutzer,
        zeitpunkt=zeitpunkt or timezone.now(),
        angaben={"konto": konto.pk, "rolle": rolle},
    )
