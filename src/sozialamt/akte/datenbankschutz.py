"""Schutz in der Datenbank selbst: Manche Tabellen lassen nur Anfügen zu.

`NurAnfuegen` ist ein Schritt einer Migration. Baut eine spätere Migration die Tabelle unter SQLite neu auf, gehen
die Auslöser verloren und der Schritt muss wiederholt werden, was er verträgt; ein Test vergleicht `NUR_ANFUEGBAR` mit
der Datenbank.
"""

from __future__ import annotations

from typing import Any

from django.db.migrations.operations.base import Operation

NUR_ANFUEGBAR = (
    "akte_tatsache",
    "akte_mitgliedschaft",
    "akte_bescheid",
    "akte_bescheidbetrag",
    "akte_bescheiddokument",
    "akte_zahlanspruch",
    "akte_lesezugriff",
    "akte_protokolleintrag",
    "akte_zustaendigkeit",
    "akte_schutzvermerk",
    "akte_befangenheit",
    "akte_notzugriff",
    "akte_vorgangsschritt",
    "akte_vorgangsschreiben",
    "akte_traegeranspruch",
    "akte_kostenersatz",
    "akte_vermerk",
    "akte_dokument",
    "akte_ausgabe",
    "akte_loeschsperre",
    "akte_loeschprotokoll",
    "akte_einstellungswahl",
)
FREIGABE = "akte_loeschfreigabe"
MELDUNG = "{tabelle} ist nur anfügbar"

_MONATSERSTER = {
    "akte_tatsache": ("gilt_ab", "gilt_bis"),
    "akte_mitgliedschaft": ("von", "bis"),
    "akte_zahlanspruch": ("monat",),
    "akte_einstellungswahl": ("gilt_ab",),
    "kasse_buchung": ("monat",),
    "kasse_zahlungsposten": ("monat",),
}


class NurAnfuegen(Operation):
    """Auslöser, die UPDATE und DELETE auf einer Tabelle ablehnen und Monatsangaben auf den Ersten zwingen.

    `loeschbar` lässt DELETE zu, solange in derselben Transaktion eine Löschfreigabe steht (nur der Löschlauf setzt
    sie); das geht ab der Migration, die die Tabelle der Freigaben anlegt.
    """

    reversible = True
    reduces_to_sql = True

    def __init__(self, tabelle: str, *, loeschbar: bool = False) -> None:
        self.tabelle = tabelle
        self.loeschbar = loeschbar

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Der Zustand der Modelle bleibt gleich."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        vendor = schema_editor.connection.vendor
        neu = anlegen(self.tabelle, vendor, loeschbar=self.loeschbar)
        for anweisung in (*entfernen(self.tabelle, vendor), *neu):
            schema_editor.execute(anweisung, params=None)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        for anweisung in entfernen(self.tabelle, schema_editor.connection.vendor):
            schema_editor.execute(anweisung, params=None)

    def describe(self) -> str:
        return f"{self.tabelle}: nur Anfügen"


class AlleLoeschbar(Operation):
    """Ersetzt die Auslöser aller bis hierher geschützten Tabellen durch solche, die eine Löschfreigabe kennen."""

    reversible = False
    reduces_to_sql = True

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Der Zustand der Modelle bleibt gleich."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        vendor = schema_editor.connection.vendor
        vorhanden = set(schema_editor.connection.introspection.table_names())
        for tabelle in NUR_ANFUEGBAR:
            if tabelle in vorhanden:
                for anweisung in (*entfernen(tabelle, vendor), *anlegen(tabelle, vendor, loeschbar=True)):
                    schema_editor.execute(anweisung, params=None)

    def describe(self) -> str:
        return "Löschen nur mit Freigabe"


def anlegen(tabelle: str, vendor: str, *, loeschbar: bool = False) -> list[str]:
    """SQL, das die Auslöser anlegt."""
    meldung = MELDUNG.format(tabelle=tabelle)
    spalten = _MONATSERSTER.get(tabelle, ())
    schreibe = _sqlite if vendor == "sqlite" else _postgresql
    return schreibe(tabelle, meldung, spalten, loeschbar=loeschbar)


def entfernen(tabelle: str, vendor: str) -> list[str]:
    """SQL, das die Auslöser wieder entfernt."""
    if vendor == "sqlite":
        return [f"DROP TRIGGER IF EXISTS {tabelle}_kein_{art}" for art in ("update", "delete", "teilmonat")]
    monatserster = f"ALTER TABLE {tabelle} DROP CONSTRAINT IF EXISTS {tabelle}_monatserster"
    return [
        f"DROP TRIGGER IF EXISTS {tabelle}_nur_anfuegen ON {tabelle}",
        f"DROP FUNCTION IF EXISTS {tabelle}_nur_anfuegen()",
        *([monatserster] if tabelle in _MONATSERSTER else []),
    ]


def _sqlite(tabelle: str, meldung: str, spalten: tuple[str, ...], *, loeschbar: bool) -> list[str]:
    nur_ohne = {"delete": f"WHEN NOT EXISTS (SELECT 1 FROM {FREIGABE}) " if loeschbar else ""}  # noqa: S608 - fixed names
    anweisungen = [
        f"CREATE TRIGGER {tabelle}_kein_{art} BEFORE {art.upper()} ON {tabelle} {nur_ohne.get(art, '')}"
        f"BEGIN SELECT RAISE(ABORT, '{meldung}'); END"
        for art in ("update", "delete")
    ]
    if spalten:
        falsch = " OR ".join(f"NEW.{spalte} NOT LIKE '%-01'" for spalte in spalten)
        anweisungen.append(
            f"CREATE TRIGGER {tabelle}_kein_teilmonat BEFORE INSERT ON {tabelle} WHEN {falsch} "
            f"BEGIN SELECT RAISE(ABORT, '{tabelle}: Monate beginnen am Ersten'); END"
        )
    return anweisungen


def _postgresql(tabelle: str, meldung: str, spalten: tuple[str, ...], *, loeschbar: bool) -> list[str]:
    ausser = (
        f"IF TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM {FREIGABE}) THEN RETURN OLD; END IF; "  # noqa: S608 - fixed names
        if loeschbar
        else ""
    )
    anweisungen = [
        f"CREATE FUNCTION {tabelle}_nur_anfuegen() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN {ausser}RAISE EXCEPTION '{meldung}' USING ERRCODE = 'integrity_constraint_violation'; END $$",
        f"CREATE TRIGGER {tabelle}_nur_anfuegen BEFORE UPDATE OR DELETE ON {tabelle} "
        f"FOR EACH ROW EXECUTE FUNCTION {tabelle}_nur_anfuegen()",
    ]
    if spalten:
        erster = " AND ".join(f"({s} IS NULL OR EXTRACT(DAY FROM {s}) = 1)" for s in spalten)
        anweisungen.append(f"ALTER TABLE {tabelle} ADD CONSTRAINT {tabelle}_monatserster CHECK ({erster})")
    return anweisungen
