"""Was in einem Zahllauf für die ganze Stadt gleich ist, bucht die Datenbank in einer Anweisung.

Neue Monate zum Soll stellen und gesendete Posten als gezahlt buchen: Beide ergeben je Zeile genau einen Satz, den keine
andere Zeile beeinflusst. Was einen Abgleich braucht (`abgleich`), bucht `vorgaenge/soll_stellen`. Sätze, Kontierung und
Schlüssel sind dieselben.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import connection
from django.utils import timezone

from sozialamt.akte.bescheidart import VERFUEGENDE
from sozialamt.kasse.festlegungen import kontierung
from sozialamt.kasse.konten import SAETZE, Buchungsart
from sozialamt.kasse.models import Zahllauf, Zahlungsposten
from sozialamt.kasse.sollstand import GELTENDE_ANSPRUECHE, SCHLUESSELSPALTEN, platz
from sozialamt.kasse.zeichen import kurz
from sozialamt.leistungen import steckbriefe

_SPALTEN = (
    f"{SCHLUESSELSPALTEN}, art, soll, haben, cent, produkt, statistikgruppe, bescheid_id, zahlung_id, forderung_id, "
    "bewegung_id, buchungstag, gebucht_am, gebucht_von_id, schluessel"
)

# The number within its group follows the order in which the reconciliation walks through it.
_NEUES_SOLL = f"""
INSERT INTO kasse_buchung ({_SPALTEN})
WITH kontierung (k_leistung, k_bestandteil, kurz, produkt, statistikgruppe) AS (VALUES {{kontierung}}),
neu AS (
    SELECT b.haushalt_id, b.leistung, z.monat, z.person_id, z.bestandteil, z.kostentraeger, z.wohnform, z.grund,
           SUM(z.cent) AS cent, MAX(b.id) AS bescheid
    FROM {GELTENDE_ANSPRUECHE}
      AND NOT EXISTS (
        SELECT 1 FROM kasse_buchung v
        WHERE v.haushalt_id = b.haushalt_id AND v.monat = z.monat AND v.leistung = b.leistung)
    GROUP BY b.haushalt_id, b.leistung, z.monat, z.person_id, z.bestandteil, z.kostentraeger, z.wohnform, z.grund
    HAVING SUM(z.cent) > 0
)
SELECT {SCHLUESSELSPALTEN}, {{satz}}, cent, produkt, statistikgruppe, bescheid, NULL, NULL, NULL, {{wann}},
       's:' || haushalt_id || ':' || kurz || ':' || {{jahr_monat}} || ':' ||
       (ROW_NUMBER() OVER (PARTITION BY haushalt_id, leistung, monat ORDER BY {SCHLUESSELSPALTEN}) - 1)
FROM neu JOIN kontierung ON k_leistung = leistung AND k_bestandteil = bestandteil
ORDER BY {SCHLUESSELSPALTEN}
"""  # noqa: S608 - fixed words

_ZAHLUNGEN = f"""
INSERT INTO kasse_buchung ({_SPALTEN})
WITH kontierung (k_leistung, k_bestandteil, kurz, produkt, statistikgruppe) AS (VALUES {{kontierung}})
SELECT p.haushalt_id, p.leistung, p.monat, p.person_id, p.bestandteil, p.kostentraeger, p.wohnform, p.grund, {{satz}},
       p.cent, produkt, statistikgruppe, NULL, p.zahlung_id, NULL, NULL, {{wann}}, 'z:' || p.id
FROM kasse_zahlung x
JOIN kasse_zahlungsposten p ON p.zahlung_id = x.id
JOIN kontierung ON k_leistung = p.leistung AND k_bestandteil = p.bestandteil
WHERE x.zahllauf_id = %s AND NOT EXISTS (SELECT 1 FROM kasse_zahlungsausschluss a WHERE a.zahlung_id = x.id)
ORDER BY p.id
"""  # noqa: S608 - fixed words


def stelle_neues_soll(*, bis_monat: date, benutzer_id: int, zeitpunkt: datetime) -> int:
    """Bucht Haushalt, Leistung und Monat, die im Kassenbuch noch nicht vorkommen; gibt die Zahl der Buchungen zurück.

    Bestandteile, die kein Steckbrief mehr nennt, bleiben dem Abgleich.
    """
    arten = [art.value for art in VERFUEGENDE]
    monat = "SUBSTR(monat, 3, 2) || SUBSTR(monat, 6, 2)" if connection.vendor == "sqlite" else "TO_CHAR(monat, 'YYMM')"
    paare = [(s.schluessel, teil.schluessel) for s in steckbriefe().values() for teil in s.zahlung]
    sql = _NEUES_SOLL.replace("{arten}", platz(arten)).replace("{nur_b}", "1 = 1").replace("{jahr_monat}", monat)
    werte = [*arten, connection.ops.adapt_datefield_value(bis_monat), *arten]
    return _buche(sql, Buchungsart.SOLLSTELLUNG, paare, werte, (benutzer_id, zeitpunkt), wann_zuerst=False)


def buche_zahlungen(lauf: Zahllauf, *, benutzer_id: int, zeitpunkt: datetime) -> int:
    """Bucht jeden wirksamen Posten des Laufs als gezahlt; ein zweites Mal lehnt die Datenbank ab."""
    posten = Zahlungsposten.objects.filter(zahlung__zahllauf=lauf)
    paare = posten.order_by().values_list("leistung", "bestandteil").distinct()
    return _buche(_ZAHLUNGEN, Buchungsart.ZAHLUNG, paare, [lauf.pk], (benutzer_id, zeitpunkt), wann_zuerst=True)


def _buche(
    sql: str,
    art: Buchungsart,
    paare: Iterable[tuple[str, str]],
    auswahl: list[Any],
    wer_wann: tuple[int, datetime],
    *,
    wann_zuerst: bool,
) -> int:
    zeilen = [_kontiert(*paar) for paar in paare]
    if not zeilen:
        return 0
    benutzer_id, zeitpunkt = wer_wann
    ops = connection.ops
    satz = [art.value, *(konto.value for konto in SAETZE[art])]
    wann = [
        ops.adapt_datefield_value(timezone.localdate(zeitpunkt)),
        ops.adapt_datetimefield_value(zeitpunkt),
        benutzer_id,
    ]
    anweisung = (
        sql.replace("{kontierung}", ", ".join([f"({platz(zeilen[0])})"] * len(zeilen)))
        .replace("{satz}", platz(satz))
        .replace("{wann}", platz(wann))
    )
    fest = [wert for zeile in zeilen for wert in zeile]
    werte = [*fest, *satz, *wann, *auswahl] if wann_zuerst else [*fest, *auswahl, *satz, *wann]
    with connection.cursor() as cursor:
        cursor.execute(anweisung, werte)
        return int(cursor.rowcount)


def _kontiert(leistung: str, bestandteil: str) -> tuple[str, str, str, str, str]:
    konto = kontierung(leistung, bestandteil)
    return leistung, bestandteil, kurz(leistung), konto.produkt, konto.statistikgruppe
