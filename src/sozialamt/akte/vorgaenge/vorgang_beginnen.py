"""Der gemeinsame Anfang aller Verfahren: Vorgang, erster Schritt, Fristen, Protokoll."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sozialamt.akte.fehler import AngabenFehler, Mangel
from sozialamt.akte.models import Benutzer, Bescheid, Haushalt, Person, Vorgang, Vorgangsschritt
from sozialamt.akte.vorgaenge.protokollieren import protokolliere
from sozialamt.akte.vorgaenge.vorgang_fortsetzen import Schritt, pruefe_ereignis, setze_fristen
from sozialamt.leistungen import steckbriefe
from sozialamt.leistungen.vorgangsart import Vorgangsart


@dataclass(frozen=True, slots=True)
class Beginn:
    """Womit ein Verfahren anfängt. `tag` ist der Eingang oder der Tag der Kenntnis; mit ihm laufen die Fristen."""

    haushalt: Haushalt
    leistung: str
    tag: date
    vermerk: str = ""
    person: Person | None = None
    bescheid: Bescheid | None = None
    angaben: Mapping[str, Any] = field(default_factory=dict)


def beginne(art: Vorgangsart, beginn: Beginn, *, handlung: str, benutzer: Benutzer, zeitpunkt: datetime) -> Vorgang:
    """Legt den Vorgang im Anfangszustand an. Nur aus einem Vorgang zu rufen, der das Recht geprüft hat."""
    pruefe_ereignis(beginn.tag, zeitpunkt, "Eingang am")
    if beginn.leistung not in steckbriefe():
        raise AngabenFehler([Mangel("Leistung", beginn.leistung, "gibt es nicht", "Wählen Sie eine Leistung.")])
    vorgang = Vorgang.objects.create(
        haushalt=beginn.haushalt,
        art=art.schluessel,
        leistung=beginn.leistung,
        person=beginn.person,
        bescheid=beginn.bescheid,
        antragsdatum=beginn.tag,
        zustand=art.anfang.schluessel,
        zustaendig=benutzer,
        created_at=zeitpunkt,
    )
    schritt = Schritt(handlung, beginn.tag, beginn.vermerk, beginn.angaben)
    Vorgangsschritt.objects.create(
        vorgang=vorgang,
        nummer=vorgang.version,
        handlung=handlung,
        nach_zustand=vorgang.zustand,
        ereignis_am=beginn.tag,
        vermerk=beginn.vermerk,
        angaben=dict(beginn.angaben),
        erfasst_am=zeitpunkt,
        erfasst_von=benutzer,
    )
    setze_fristen(vorgang, art.fristen, schritt, benutzer=benutzer, zeitpunkt=zeitpunkt)
    protokolliere(
        vorgang=handlung,
        benutzer=benutzer,
        zeitpunkt=zeitpunkt,
        haushalt=beginn.haushalt,
        angaben={"vorgang": vorgang.pk, "leistung": beginn.leistung},
    )
    return vorgang
