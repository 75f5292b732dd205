"""Eine Organisationseinheit anlegen oder ändern."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.fehler import AngabenFehler, Mangel
from sozialamt.akte.models import Benutzer, Organisationseinheit
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.vorgaenge.protokollieren import protokolliere


@transaction.atomic
def einheit_pflegen(
    *,
    benutzer: Benutzer,
    name: str,
    einheit: Organisationseinheit | None = None,
    uebergeordnet: Organisationseinheit | None = None,
    aktiv: bool = True,
    zeitpunkt: datetime | None = None,
) -> Organisationseinheit:
    """Ohne `einheit` entsteht eine neue. Der Baum bleibt ein Baum."""
    pruefe_recht(benutzer, "einheit_verwalten")
    name = name.strip()
    gleiche = Organisationseinheit.objects.filter(name__iexact=name).exclude(pk=einheit.pk if einheit else None)
    if not name or gleiche.exists():
        grund = "gibt es schon" if name else "fehlt"
        raise AngabenFehler([Mangel("Name", name or "(leer)", grund, "Wählen Sie einen anderen Namen.")])
    if einheit and uebergeordnet:
        darunter = Organisationseinheit.objects.mit_untergeordneten([einheit.pk])
        if uebergeordnet.pk in darunter:
            grund = "liegt selbst darunter"
            raise AngabenFehler([Mangel("gehört zu", uebergeordnet.name, grund, "Wählen Sie eine andere Einheit.")])
    einheit = einheit or Organisationseinheit()
    einheit.name, einheit.uebergeordnet, einheit.aktiv = name, uebergeordnet, aktiv
    einheit.save()
    protokolliere(
        vorgang="einheit_pflegen",
        benutzer=benutzer,
        zeitpunkt=zeitpunkt or timezone.now(),
        angaben={"einheit": einheit.pk, "aktiv": aktiv},
    )
    return einheit
