"""Abfragen, die einmal in SQL übersetzt und dann oft mit anderen Werten gestellt werden.

Django baut eine Abfrage bei jedem Aufruf neu; bei verschachtelten dauert das zehnmal so lange wie ihre Ausführung.
`@vorbereitet` steht über einer Funktion, die eine Abfrage baut: Ihre Positionsargumente bestimmen die Form, ihre
Schlüsselwortargumente sind Werte. Je Form baut sie zweimal, mit verschiedenen Platzhaltern; was sich dann
unterscheidet und kein Platzhalter ist, wäre ein vergessener Wert und ist ein Fehler. Danach werden nur noch die
Werte eingesetzt. Gemerkt ist allein das SQL, nie ein Ergebnis. Beim Bauen darf keine Entscheidung von einem Wert
abhängen und nichts gelesen werden; was entscheidet (Rechte, Tag), gehört zur Form.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache, wraps
from typing import Any, NoReturn

from django.core.exceptions import EmptyResultSet
from django.db import connection, connections
from django.db.models import Expression, Field, QuerySet
from django.db.models.sql import Query
from django.utils import timezone

from sozialamt.akte.anweisung import Anweisung, zaehlung
from sozialamt.akte.schluesselliste import als_wert

GEMERKT = 512
"""So viele Formen je Funktion; jede gilt nur an dem Tag, an dem sie gebaut ist."""

MENGEN = (set, frozenset, list, tuple)
_TAG, _NUMMER = date(1901, 2, 3), -51

Bauen = Callable[..., QuerySet[Any, Any]]
Werte = Mapping[str, Any]


def vorbereitet(bauen: Bauen) -> Bauen:
    """Übersetzt, was `bauen` baut, einmal je Form. Das Ergebnis lässt sich lesen, aber nicht weiter verändern."""

    @lru_cache(maxsize=GEMERKT)
    def vorlage(_datenbank: str, _heute: date, arten: tuple[tuple[str, type], ...], *form: Any) -> Vorlage:
        saetze = [{name: _platzhalter(art, 2 * i + v) for i, (name, art) in enumerate(arten)} for v in (0, 1)]
        with connection.execute_wrapper(_keine_abfrage):
            return Vorlage([(bauen(*form, **werte), werte) for werte in saetze])

    @wraps(bauen)
    def gestellt(*form: Any, **werte: Any) -> QuerySet[Any, Any]:
        arten = tuple([(name, _art(wert)) for name, wert in werte.items()])
        return vorlage(connection.vendor, timezone.localdate(), arten, *form).mit(werte)

    return gestellt


def zaehle(abfragen: Sequence[QuerySet[Any, Any]]) -> list[int]:
    """Wie viele Zeilen jede der vorbereiteten Abfragen trifft; eine einzige Anweisung für alle."""
    gestellte = [a.query for a in abfragen if isinstance(a.query, Fertigabfrage)]
    werte: dict[str, Any] = {}
    for abfrage in gestellte:
        if any(werte.get(name, wert) != wert for name, wert in abfrage.werte.items()):
            raise ValueError("Gleichnamige Werte der Abfragen sind verschieden.")
        werte |= abfrage.werte
    zahlen = iter(zaehlung(tuple([a.anweisung for a in gestellte])).zeilen(werte)[0] if gestellte else ())
    return [next(zahlen) if isinstance(a.query, Fertigabfrage) else 0 for a in abfragen]


class Zeilen:
    """Zum Blättern: `abfrage(ab, ende)` gibt einen Ausschnitt, ohne Angaben das Ganze."""

    def __init__(self, abfrage: Callable[..., QuerySet[Any, Any]]) -> None:
        self.abfrage = abfrage

    def __getitem__(self, teil: slice) -> list[Any]:
        return list(self.abfrage(teil.start, teil.stop))

    def count(self) -> int:
        """Wie viele es insgesamt sind."""
        return zaehle([self.abfrage()])[0]


class Vorlage:
    """Eine übersetzte Form; ohne Anweisung, wenn die Form allein schon nichts treffen kann."""

    def __init__(self, saetze: Sequence[tuple[QuerySet[Any, Any], Werte]]) -> None:
        (self.liste, werte), (andere, andere_werte) = saetze
        if self.liste._prefetch_related_lookups or self.liste._known_related_objects:
            raise ValueError("Mitgelesene oder schon bekannte Objekte trügen die Platzhalter in jedes Ergebnis.")
        self.anweisung: Anweisung | None = None
        self.uebersetzer = self.liste.query.get_compiler(using=self.liste.db)
        try:
            sql, parameter = self.uebersetzer.as_sql()
        except EmptyResultSet:
            return
        anderes, andere_parameter = andere.query.get_compiler(using=andere.db).as_sql()
        if sql != anderes:
            raise ValueError("Die Werte ändern die Form der Abfrage.")
        paare = list(zip(parameter, andere_parameter, strict=True))
        self.anweisung = Anweisung.aus(sql, parameter, _stellen(paare, _fertig(werte), _fertig(andere_werte)))

    def mit(self, werte: Werte) -> QuerySet[Any, Any]:
        """Die Abfrage mit diesen Werten."""
        if self.anweisung is None:
            return self.liste.none()
        fertig: Any = object.__new__(Fertigabfrage)
        fertig.__dict__ = {
            **self.liste.query.__dict__,
            "anweisung": self.anweisung,
            "uebersetzer": self.uebersetzer,
            "werte": _fertig(werte),
        }
        liste: Any = object.__new__(type(self.liste))
        liste.__dict__ = self.liste.__dict__ | {"_query": fertig, "_result_cache": None}
        return liste  # type: ignore[no-any-return]


class Fertigabfrage(Query):
    """Fertiges SQL mit Werten; Django liest daraus Objekte wie aus jeder anderen Abfrage."""

    anweisung: Anweisung
    uebersetzer: Any
    werte: Werte

    def get_compiler(self, using: Any = None, connection: Any = None, elide_empty: Any = True) -> Any:
        """Der Übersetzer der Vorlage; statt zu übersetzen stellt er die fertige Anweisung."""
        fertig: Any = object.__new__(type(self.uebersetzer))
        fertig.__dict__ = self.uebersetzer.__dict__ | {"connection": connections[using], "execute_sql": self._zeilen}
        return fertig

    def clone(self) -> NoReturn:
        raise TypeError("Eine vorbereitete Abfrage lässt sich nicht weiter verändern.")

    def _zeilen(self, *_: Any, **__: Any) -> list[list[tuple[Any, ...]]]:
        zeilen = self.anweisung.zeilen(self.werte)
        breite = self.uebersetzer.col_count if self.uebersetzer.has_extra_select else None
        return [[zeile[:breite] for zeile in zeilen] if breite else zeilen]


class Unterabfrage(Expression):
    """Eine vorbereitete Abfrage als Teil einer gewöhnlichen: `haushalt__in=Unterabfrage(…)`."""

    def __init__(self, abfrage: Fertigabfrage) -> None:
        super().__init__(output_field=Field())
        self.abfrage = abfrage

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        anweisung = self.abfrage.anweisung
        return f"({anweisung.sql})", anweisung.parameter(self.abfrage.werte)


def als_unterabfrage(abfrage: QuerySet[Any, Any]) -> Any:
    """Zum Einsetzen in eine andere Abfrage; was nichts treffen kann, bleibt, wie es ist."""
    return Unterabfrage(abfrage.query) if isinstance(abfrage.query, Fertigabfrage) else abfrage


def _keine_abfrage(*_: Any) -> NoReturn:
    raise RuntimeError("Wer eine vorbereitete Abfrage baut, darf nichts lesen: Das Ergebnis gälte für alle.")


def _art(wert: Any) -> type:
    """Art eines Werts; nur für diese gibt es Platzhalter. Wahrheitswerte gehören zur Form."""
    for art in (*MENGEN, datetime, date, str, int):
        if isinstance(wert, art) and not isinstance(wert, bool):
            return MENGEN[0] if art in MENGEN else art
    raise TypeError(f"Kein Wert einer vorbereiteten Abfrage: {wert!r}")


def _platzhalter(art: type, nummer: int) -> Any:
    """Ein Wert dieser Art, der sonst nirgends vorkommt; jede Nummer gibt einen anderen, auch einen anderen Tag."""
    if art in MENGEN:
        return frozenset({_NUMMER - nummer})
    tag = _TAG + timedelta(days=nummer)
    platzhalter = {datetime: datetime(tag.year, tag.month, tag.day, 12, tzinfo=UTC), date: tag, str: f"\x02{nummer}"}
    return platzhalter.get(art, _NUMMER - nummer)


def _stellen(paare: Iterable[tuple[Any, Any]], eine: Werte, andere: Werte) -> list[str]:
    """Je Parameter der Name des Werts, der dort in beiden Fassungen steht, leer für einen festen."""
    namen = {(eine[name], andere[name]): name for name in eine}
    stellen = []
    for a, b in paare:
        name = namen.get((a, b), "") if isinstance(a, int | str | date) else ""
        if not name and a != b:
            raise ValueError(f"Ein Wert der Abfrage ist aus anderen abgeleitet: {a!r}")
        stellen.append(name)
    return stellen


def _fertig(werte: Werte) -> dict[str, Any]:
    """Die Werte in der Form, in der die Datenbank sie bekommt."""
    return {name: _angepasst(wert) for name, wert in werte.items()}


def _angepasst(wert: Any) -> Any:
    if isinstance(wert, MENGEN):
        return als_wert(wert)
    if isinstance(wert, datetime):
        return connection.ops.adapt_datetimefield_value(wert)
    if isinstance(wert, date):
        return connection.ops.adapt_datefield_value(wert)
    if isinstance(wert, int):
        return connection.ops.adapt_integerfield_value(wert, "BigIntegerField")
    return wert
