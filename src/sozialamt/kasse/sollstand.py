"""Zuspruch der geltenden Bescheide neben den Salden des Kassenbuchs, je Schlüssel; eine Abfrage für die ganze Stadt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from itertools import groupby
from typing import Any

from django.db import connection

from sozialamt.akte.bescheidart import VERFUEGENDE
from sozialamt.kasse.abgleich import Posten, Stand
from sozialamt.kasse.models import RESERVIERT

SCHLUESSELSPALTEN = "haushalt_id, leistung, monat, person_id, bestandteil, kostentraeger, wohnform, grund"
SCHLUESSELLAENGE = 8
_STELLE_HAUSHALT, _STELLE_LEISTUNG, _STELLE_MONAT = 0, 1, 2

_SALDO = "SUM(CASE WHEN soll = '{0}' THEN cent WHEN haben = '{0}' THEN -cent ELSE 0 END)"

# COALESCE keeps SQLite from looking later decisions up by their period (thousands) instead of their household (one or
# two).
GELTENDE_ANSPRUECHE = """akte_zahlanspruch z
    JOIN akte_bescheid b ON b.id = z.bescheid_id
    WHERE b.art IN ({arten}) AND z.monat <= %s AND {nur_b}
      AND NOT EXISTS (
        SELECT 1 FROM akte_bescheid n
        WHERE n.haushalt_id = b.haushalt_id AND n.leistung = b.leistung AND n.art IN ({arten})
          AND COALESCE(n.beginn, n.ende) <= z.monat AND COALESCE(n.ende, n.beginn) >= z.monat
          AND (n.erlassen_am > b.erlassen_am OR (n.erlassen_am = b.erlassen_am AND n.id > b.id)))"""
"""Zahlansprüche z der geltenden Bescheide b; Werte: Arten, Monat, Haushalte, Arten."""

_STAENDE = f"""
WITH zeilen AS (
    SELECT b.haushalt_id, b.leistung, z.monat, z.person_id, z.bestandteil, z.kostentraeger, z.wohnform, z.grund,
           z.cent AS zuspruch, 0 AS aufwand, 0 AS verbindlichkeit, 0 AS verplant, 0 AS forderung,
           0 AS niederschlagung, b.id AS bescheid
    FROM {GELTENDE_ANSPRUECHE}
    UNION ALL
    SELECT {SCHLUESSELSPALTEN}, 0, {_SALDO.format("aufwand")}, -{_SALDO.format("verbindlichkeit")}, 0,
           {_SALDO.format("forderung")}, {_SALDO.format("niederschlagung")}, 0
    FROM kasse_buchung WHERE monat <= %s AND {{nur}}
    GROUP BY {SCHLUESSELSPALTEN}
    UNION ALL
    SELECT p.haushalt_id, p.leistung, p.monat, p.person_id, p.bestandteil, p.kostentraeger, p.wohnform, p.grund,
           0, 0, 0, p.cent, 0, 0, 0
    FROM kasse_zahllauf l
    JOIN kasse_zahlung x ON x.zahllauf_id = l.id
    JOIN kasse_zahlungsposten p ON p.zahlung_id = x.id
    WHERE l.status IN ({{staende}}) AND p.monat <= %s AND {{nur_p}}
      AND NOT EXISTS (SELECT 1 FROM kasse_zahlungsausschluss a WHERE a.zahlung_id = x.id)
), stand AS (
    SELECT {SCHLUESSELSPALTEN}, SUM(zuspruch) AS zuspruch, SUM(aufwand) AS aufwand,
           SUM(verbindlichkeit) AS verbindlichkeit, SUM(verplant) AS verplant, SUM(forderung) AS forderung,
           SUM(niederschlagung) AS niederschlagung, MAX(bescheid) AS bescheid
    FROM zeilen GROUP BY {SCHLUESSELSPALTEN}
)
"""  # noqa: S608 - fixed words

_WERTE = f"{SCHLUESSELSPALTEN}, zuspruch, aufwand, verbindlichkeit, verplant, forderung, niederschlagung, bescheid"

_ABWEICHENDE = f"""
SELECT {_WERTE} FROM stand WHERE (haushalt_id, leistung, monat) IN (
    SELECT haushalt_id, leistung, monat FROM stand GROUP BY haushalt_id, leistung, monat
    HAVING SUM(ABS(zuspruch - aufwand)) > 0
        OR (SUM(forderung) > 0 AND SUM(verbindlichkeit - verplant) > 0)
) ORDER BY {SCHLUESSELSPALTEN}
"""  # noqa: S608 - fixed words

# Only what is owed counts here; the decisions need not be read for it.
_OFFENE = f"""
SELECT {SCHLUESSELSPALTEN}, SUM(offen) FROM (
    SELECT {SCHLUESSELSPALTEN}, CASE WHEN haben = 'verbindlichkeit' THEN cent ELSE -cent END AS offen
    FROM kasse_buchung
    WHERE (soll = 'verbindlichkeit' OR haben = 'verbindlichkeit') AND monat <= %s
    UNION ALL
    SELECT p.haushalt_id, p.leistung, p.monat, p.person_id, p.bestandteil, p.kostentraeger, p.wohnform, p.grund, -p.cent
    FROM kasse_zahllauf l
    JOIN kasse_zahlung x ON x.zahllauf_id = l.id
    JOIN kasse_zahlungsposten p ON p.zahlung_id = x.id
    WHERE l.status IN ({{staende}}) AND p.monat <= %s
      AND NOT EXISTS (SELECT 1 FROM kasse_zahlungsausschluss a WHERE a.zahlung_id = x.id)
) AS zeilen
GROUP BY {SCHLUESSELSPALTEN} HAVING SUM(offen) > 0 ORDER BY {SCHLUESSELSPALTEN}
"""  # noqa: S608 - fixed words

Gruppe = tuple[int, str, date]


def abweichende_gruppen(
    bis_monat: date, haushalt_ids: Sequence[int] | None = None
) -> Iterator[tuple[Gruppe, list[Stand], int | None]]:
    """Gruppen (Haushalt, Leistung, Monat), in denen etwas zu buchen ist, mit der Nummer des geltenden Bescheids."""
    zeilen = _lies(_ABWEICHENDE, bis_monat, haushalt_ids)
    for gruppe, teil in groupby(zeilen, key=lambda z: (z[_STELLE_HAUSHALT], z[_STELLE_LEISTUNG], z[_STELLE_MONAT])):
        liste = list(teil)
        yield gruppe, [_stand(z) for z in liste], max(z[-1] for z in liste) or None


def offene_posten(bis_monat: date) -> list[Posten]:
    """Was geschuldet ist und in keinem Zahllauf steht, nach Haushalt und Leistung geordnet."""
    stufen = [s.value for s in RESERVIERT]
    tag = connection.ops.adapt_datefield_value(bis_monat)
    with connection.cursor() as cursor:
        cursor.execute(_OFFENE.format(staende=platz(stufen)), [tag, *stufen, tag])
        return [(_mit_tag(z[:-1]), int(z[-1])) for z in cursor.fetchall()]


def abweichungen(bis_monat: date) -> list[Stand]:
    """Alle Schlüssel, deren Aufwand nicht dem Zuspruch der Bescheide entspricht."""
    sql = f"SELECT {_WERTE} FROM stand WHERE zuspruch <> aufwand ORDER BY {SCHLUESSELSPALTEN}"  # noqa: S608 - fixed words
    return [_stand(z) for z in _lies(sql, bis_monat, None)]


def verplante_ueber_offen() -> list[Stand]:
    """Schlüssel, von denen mehr in Zahlläufen steht, als geschuldet ist."""
    sql = f"SELECT {_WERTE} FROM stand WHERE verplant > verbindlichkeit ORDER BY {SCHLUESSELSPALTEN}"  # noqa: S608
    return [_stand(z) for z in _lies(sql, date.max, None)]


def staende(haushalt_ids: Sequence[int], bis_monat: date) -> list[Stand]:
    """Alle Schlüssel der genannten Haushalte, nach Haushalt und Monat geordnet."""
    sql = f"SELECT {_WERTE} FROM stand ORDER BY {SCHLUESSELSPALTEN}"  # noqa: S608 - fixed words
    return [_stand(z) for z in _lies(sql, bis_monat, haushalt_ids)]


def _lies(auswahl: str, bis_monat: date, haushalt_ids: Sequence[int] | None) -> list[tuple[Any, ...]]:
    arten, stufen = [a.value for a in VERFUEGENDE], [s.value for s in RESERVIERT]
    nummern = None if haushalt_ids is None else list(haushalt_ids)
    sql = _STAENDE.format(
        arten=platz(arten),
        staende=platz(stufen),
        nur_b=_nur("b.haushalt_id", nummern),
        nur=_nur("haushalt_id", nummern),
        nur_p=_nur("p.haushalt_id", nummern),
    )
    auswahl_nummern = nummern or []
    werte = [*arten, bis_monat, *auswahl_nummern, *arten, bis_monat, *auswahl_nummern]
    werte += [*stufen, bis_monat, *auswahl_nummern]
    with connection.cursor() as cursor:
        cursor.execute(sql + auswahl, werte)
        return [_als_zeile(z) for z in cursor.fetchall()]


def _als_zeile(zeile: tuple[Any, ...]) -> tuple[Any, ...]:
    """SQLite gibt Tage als Text zurück, PostgreSQL Summen als Decimal."""
    return (*_mit_tag(zeile[:SCHLUESSELLAENGE]), *map(int, zeile[SCHLUESSELLAENGE:]))


def _mit_tag(schluessel: tuple[Any, ...]) -> tuple[Any, ...]:
    haushalt, leistung, monat, *rest = schluessel
    return (haushalt, leistung, _tag(monat) if isinstance(monat, str) else monat, *rest)


@cache
def _tag(text: str) -> date:
    return date.fromisoformat(text)


def _stand(zeile: tuple[Any, ...]) -> Stand:
    return Stand(zeile[:SCHLUESSELLAENGE], *zeile[SCHLUESSELLAENGE:-1])


def platz(werte: Sequence[Any]) -> str:
    """So viele Stellen einer Anweisung wie Werte."""
    return ", ".join(["%s"] * len(werte))


def _nur(spalte: str, nummern: Sequence[int] | None) -> str:
    if nummern is None:
        return "1 = 1"
    return f"{spalte} IN ({', '.join(['%s'] * len(nummern))})" if nummern else "1 = 0"
