"""Was die Bildschirme des Vergleichs teilen: Sicht, Rahmen, Jahre, Ablage der Bilder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone

from sozialamt.vergleich.kennzahlen.katalog import katalog
from sozialamt.vergleich.kennzahlen.vergleichen import Streuung
from sozialamt.vergleich.models import Stadt, Wert
from sozialamt.vergleich.models.stadt import Gebietsart
from sozialamt.vergleich.pool.sicht import Sicht
from sozialamt.vergleich.profil.berichte import WEITERE, Rahmen, bereichstitel


def ablage() -> Path:
    """Ordner für gezeichnete Bilder; er darf jederzeit gelöscht werden."""
    return Path(settings.DATENORDNER) / "grafiken"


def rahmen(request: HttpRequest) -> Rahmen:
    """Die Sicht des angemeldeten Benutzers und der Name der Behörde."""
    behoerde = settings.BEHOERDE
    return Rahmen(
        Sicht.von(request.user),
        f"{behoerde['traeger']} · {behoerde['amt']}",
        timezone.localdate(),
        Streuung(settings.VERGLEICH_STREUUNG),
    )


def jahre() -> list[int]:
    """Jahre, zu denen es Werte gibt, das jüngste zuerst."""
    gefunden = Wert.objects.filter(jahr__isnull=False).order_by().values_list("jahr", flat=True).distinct()
    return sorted(gefunden, reverse=True)


def lies_bereich(schluessel: str) -> str:
    """Titel des Bereichs; 404, wenn es ihn nicht gibt."""
    titel = bereichstitel(schluessel, katalog())
    if titel is None:
        raise Http404
    return titel


def bereiche() -> list[tuple[str, str]]:
    """Schlüssel und Titel aller Bereiche."""
    return [*((b.schluessel, b.titel) for b in katalog().bereiche.values()), *((s, t) for s, (t, _) in WEITERE.items())]


def lies_stadt(schluessel: str) -> Stadt:
    """Eine Stadt, kein Vergleichsgebiet."""
    return get_object_or_404(Stadt.objects.exclude(art=Gebietsart.VERGLEICHSGEBIET), schluessel=schluessel)


def eigene_stadt(request: HttpRequest) -> Stadt | None:
    """Die Stadt aus der Adresse oder die erste, für die der Benutzer handelt."""
    eigene = Stadt.objects.filter(benutzer__benutzer=request.user).order_by("name")
    gewuenscht = request.POST.get("stadt") or request.GET.get("stadt")
    return get_object_or_404(eigene, schluessel=gewuenscht) if gewuenscht else eigene.first()


def eigene_staedte(request: HttpRequest) -> list[Stadt]:
    """Alle Städte, für die der Benutzer handelt."""
    return list(Stadt.objects.filter(benutzer__benutzer=request.user).order_by("name"))


def jahreswahl(jahr: int, name: str, *argumente: str) -> dict[str, Any]:
    """Nachbarjahre mit Werten und die ganze Liste, für die Auswahl über dem Bericht."""
    alle = jahre()
    frueher, spaeter = [j for j in alle if j < jahr], [j for j in alle if j > jahr]
    return {
        "jahr": jahr,
        "jahre": alle,
        "vorjahr": max(frueher, default=None),
        "folgejahr": min(spaeter, default=None),
        "ziel": name,
        "argumente": argumente,
    }
