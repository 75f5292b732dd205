"""Wer in der erzeugten Stadt arbeitet: so viele Teams und Sachbearbeitungen, wie die Fälle brauchen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib.auth.hashers import make_password

from sozialamt.akte.fehler import ZustandFehler
from sozialamt.akte.models import Benutzer, Einheitszuweisung, Organisationseinheit, Rollenzuweisung
from sozialamt.demo import namen
from sozialamt.demo.konten import AMT, BENUTZER, ist_leer, lege_konten_an

FAELLE_JE_TEAM, FAELLE_JE_KONTO = 1_500, 200
"""Größenordnungen großer Sozialämter, keine Statistik."""
SACHBEARBEITUNGEN = ("sachbearbeitung", "sachbearbeitung_sued")
"""Beispielkonten, die selbst Fälle führen; ihre Teams sind die beiden ersten."""


@dataclass(frozen=True, slots=True)
class Platz:
    """Ein Schreibtisch: die Einheit und das Konto, als Schlüssel."""

    einheit: int
    benutzer: int


@dataclass(frozen=True, slots=True)
class Amt:
    """Beispielkonten nach Namen und alle Schreibtische, an denen Fälle liegen."""

    konten: Mapping[str, Benutzer]
    plaetze: tuple[Platz, ...]


def besetze(faelle: int) -> Amt:
    """Legt Konten und Teams an, soweit sie fehlen. Konten ohne Namen aus `BENUTZER` können sich nicht anmelden."""
    konten = lege_konten_an() if ist_leer() else _vorhandene()
    eigene = [konten[name] for name in SACHBEARBEITUNGEN]
    einheiten = [konto.einheitszuweisungen.select_related("einheit")[0].einheit for konto in eigene]
    amt = Organisationseinheit.objects.get(name=AMT)
    for nummer in range(len(einheiten) + 1, -(-faelle // FAELLE_JE_TEAM) + 1):
        einheiten.append(Organisationseinheit.objects.get_or_create(name=f"Team {nummer}", uebergeordnet=amt)[0])
    weitere = _lege_an(-(-faelle // FAELLE_JE_KONTO) - len(eigene))
    plaetze = [Platz(einheit.pk, konto.pk) for einheit, konto in zip(einheiten, eigene, strict=False)]
    for nummer, konto in enumerate(weitere, start=len(eigene)):
        einheit = einheiten[nummer % len(einheiten)]
        Einheitszuweisung.objects.get_or_create(benutzer=konto, einheit=einheit)
        plaetze.append(Platz(einheit.pk, konto.pk))
    return Amt(konten, tuple(plaetze))


def _vorhandene() -> dict[str, Benutzer]:
    konten = {b.username: b for b in Benutzer.objects.filter(username__in=BENUTZER)}
    if fehlende := set(BENUTZER) - set(konten):
        raise ZustandFehler(
            f"In dieser Datenbank wird schon gearbeitet; es fehlen die Beispielkonten {', '.join(sorted(fehlende))}. "
            "Nehmen Sie für eine erzeugte Stadt eine leere Datenbank."
        )
    return konten


def _lege_an(anzahl: int) -> list[Benutzer]:
    vornamen = namen.VORNAMEN_FRAUEN + namen.VORNAMEN_MAENNER
    konten = []
    for nummer in range(1, anzahl + 1):
        konto, neu = Benutzer.objects.get_or_create(
            username=f"sachbearbeitung_{nummer + len(SACHBEARBEITUNGEN)}",
            defaults={
                "first_name": vornamen[nummer * 7 % len(vornamen)],
                "last_name": namen.NACHNAMEN[nummer * 11 % len(namen.NACHNAMEN)],
                "password": make_password(None),
            },
        )
        if neu:
            Rollenzuweisung.objects.create(benutzer=konto, rolle="sachbearbeitung")
        konten.append(konto)
    return konten
