"""Environment variables: every one is declared here with its help text, so the handbook can list them."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

PRAEFIX = "SOZIALAMT_"


@dataclass(frozen=True, slots=True)
class Variable:
    """One environment variable with the prefix SOZIALAMT_."""

    name: str
    hilfe: str
    vorgabe: str = ""

    @property
    def wert(self) -> str:
        return os.environ.get(PRAEFIX + self.name, self.vorgabe).strip()


BETRIEB = Variable("BETRIEB", "„lokal“ (nur dieser Rechner, ohne Verschlüsselung) oder „produktion“.", "lokal")
DATEN = Variable("DATEN", "Ordner für Datenbank, Geheimnis und gesammelte statische Dateien.")
DATABASE_URL = Variable("DATABASE_URL", "Datenbank, etwa postgres://…; ohne Angabe SQLite im Datenordner.")
GEHEIMNIS = Variable("GEHEIMNIS", "Geheimer Schlüssel für Sitzungen; in Produktion Pflicht, mindestens 50 Zeichen.")
HOSTS = Variable("HOSTS", "Namen, unter denen der Server erreichbar ist, mit Komma getrennt; in Produktion Pflicht.")
SITZUNG_MINUTEN = Variable("SITZUNG_MINUTEN", "Nach so vielen Minuten ohne Eingabe endet die Sitzung.", "60")
ZWEITER_FAKTOR = Variable(
    "ZWEITER_FAKTOR", "„alle“, „schutzwuerdig“ (Rollen mit schutzwürdigen Rechten) oder, nur lokal, „keine“."
)
OIDC_SERVER = Variable(
    "OIDC_SERVER", "Anmeldedienst der Stadt (OpenID Connect), Adresse des Ausstellers; leer: keiner."
)
OIDC_KENNUNG = Variable("OIDC_KENNUNG", "Kennung dieser Anwendung beim Anmeldedienst.")
OIDC_GEHEIMNIS = Variable("OIDC_GEHEIMNIS", "Geheimnis dieser Anwendung beim Anmeldedienst.")
OIDC_NAME = Variable("OIDC_NAME", "Name des Anmeldedienstes auf dem Knopf.", "Dienstkonto")
DOKUMENT_MEGABYTE = Variable("DOKUMENT_MEGABYTE", "So groß darf ein Dokument in der Akte höchstens sein.", "20")
VIRENPRUEFUNG = Variable(
    "VIRENPRUEFUNG", "Befehl, der ein Dokument von der Standardeingabe prüft: 0 sauber, 1 Fund; leer: keine Prüfung."
)
NOTZUGRIFF_STUNDEN = Variable(
    "NOTZUGRIFF_STUNDEN", "So lange bleibt eine fremde Akte nach einer Begründung lesbar.", "8"
)
TRAEGER = Variable("TRAEGER", "Träger in Kopfzeile und Schreiben.", "Stadt Musterstadt")
AMT = Variable("AMT", "Name des Amtes.", "Sozialamt")
STRASSE = Variable("STRASSE", "Straße und Hausnummer des Amtes.", "Rathausplatz 1")
ORT = Variable("ORT", "Postleitzahl und Ort des Amtes.", "12345 Musterstadt")
TELEFON = Variable("TELEFON", "Telefon im Schreiben; leer: keine Angabe.")
MINDESTFALLZAHL = Variable(
    "MINDESTFALLZAHL", "Offene Daten: Anzahlen von 1 bis unter dieser Zahl werden nicht veröffentlicht.", "3"
)
GOVDATA_KENNUNG = Variable(
    "GOVDATA_KENNUNG", "Adresse des Datenbereitstellers bei GovData (http://dcat-ap.de/def/contributors/…)."
)
KONTAKT_EMAIL = Variable("KONTAKT_EMAIL", "E-Mail-Adresse für Fragen zu den offenen Daten; leer: keine Angabe.")
STREUUNG = Variable(
    "STREUUNG",
    "Standardabweichung im Städtevergleich: „grundgesamtheit“ (n) oder „stichprobe“ (n − 1).",
    "grundgesamtheit",
)
LAND = Variable("LAND", "Land, dessen Feiertage für Fristen zählen (§ 26 Abs. 3 SGB X), etwa NW oder BE.", "NW")
KASSE_ORDNER = Variable("KASSE_ORDNER", "Ordner mit eigener kontierung.yaml und einstellungen.yaml der Kasse.")
SOZIALGERICHT = Variable(
    "SOZIALGERICHT",
    "Name und Anschrift des Gerichts in Widerspruchsbescheiden (§ 66 SGG).",
    "Sozialgericht Musterstadt, Gerichtsplatz 1, 12345 Musterstadt",
)
FREIGABEGRENZEN = Variable(
    "FREIGABEGRENZEN",
    "Bis wie viel Euro eine Rolle Bescheide freigibt: rolle=monatlich/einmalig, mit Komma getrennt. Nicht genannte "
    "Rollen: unbegrenzt. Die Vorgabe ist ein Beispiel; maßgebend ist die Dienstanweisung der Stadt.",
    "sachbearbeitung=5000/15000",
)
VERWALTUNGSGERICHT = Variable(
    "VERWALTUNGSGERICHT",
    "Name und Anschrift des Verwaltungsgerichts, bei dem gegen Bescheide ohne Vorverfahren zu klagen ist.",
)
OHNE_VORVERFAHREN = Variable(
    "OHNE_VORVERFAHREN",
    "Leistungen mit Verwaltungsrechtsweg, bei denen das Land den Widerspruch abgeschafft hat (Schlüssel mit Komma, "
    "etwa „wohngeld,unterhaltsvorschuss“); leer: überall Widerspruch, wo der Steckbrief ihn nennt.",
)

VARIABLEN = (
    BETRIEB,
    DATEN,
    DATABASE_URL,
    GEHEIMNIS,
    HOSTS,
    SITZUNG_MINUTEN,
    ZWEITER_FAKTOR,
    OIDC_SERVER,
    OIDC_KENNUNG,
    OIDC_GEHEIMNIS,
    OIDC_NAME,
    DOKUMENT_MEGABYTE,
    VIRENPRUEFUNG,
    NOTZUGRIFF_STUNDEN,
    TRAEGER,
    AMT,
    STRASSE,
    ORT,
    TELEFON,
    MINDESTFALLZAHL,
    GOVDATA_KENNUNG,
    KONTAKT_EMAIL,
    STREUUNG,
    LAND,
    KASSE_ORDNER,
    VERWALTUNGSGERICHT,
    OHNE_VORVERFAHREN,
    SOZIALGERICHT,
    FREIGABEGRENZEN,
)

BETRIEBSARTEN = ("lokal", "produktion")
STREUUNGEN = ("grundgesamtheit", "stichprobe")
GEHEIMNIS_LAENGE = 50
CENT_JE_EURO = 100


MUSTERGERICHT = "Verwaltungsgericht Musterstadt, Gerichtsplatz 1, 12345 Musterstadt"


def gericht(*, produktion: bool) -> str:
    """Court in notices without prior objection; an invented one only in the example office."""
    return VERWALTUNGSGERICHT.wert or ("" if produktion else MUSTERGERICHT)


def betrieb() -> str:
    """Kind of operation; anything but the two known words is refused."""
    if BETRIEB.wert not in BETRIEBSARTEN:
        raise ImproperlyConfigured(
            f"{PRAEFIX}BETRIEB: „{BETRIEB.wert}“ ist keine Betriebsart. Erlaubt sind: {', '.join(BETRIEBSARTEN)}."
        )
    return BETRIEB.wert


def streuung() -> str:
    """Kind of standard deviation; anything but the two known words is refused."""
    if STREUUNG.wert not in STREUUNGEN:
        raise ImproperlyConfigured(f"{PRAEFIX}STREUUNG: „{STREUUNG.wert}“. Erlaubt sind: {', '.join(STREUUNGEN)}.")
    return STREUUNG.wert


def datenordner(wurzel: Path) -> Path:
    """Folder for everything the server writes; made on first use, readable by the owner only."""
    ordner = Path(DATEN.wert) if DATEN.wert else wurzel / "daten"
    ordner.mkdir(mode=0o700, parents=True, exist_ok=True)
    return ordner


def geheimnis(ordner: Path, *, produktion: bool) -> str:
    """Secret key: from the environment in production, else made once and kept beside the database."""
    if GEHEIMNIS.wert:
        if produktion and len(GEHEIMNIS.wert) < GEHEIMNIS_LAENGE:
            raise ImproperlyConfigured(f"{PRAEFIX}GEHEIMNIS ist zu kurz: mindestens {GEHEIMNIS_LAENGE} Zeichen.")
        return GEHEIMNIS.wert
    if produktion:
        raise ImproperlyConfigured(
            f"{PRAEFIX}GEHEIMNIS fehlt. In Produktion startet der Server nicht ohne geheimen Schlüssel."
        )
    datei = ordner / "geheimnis"
    if not datei.exists():
        datei.touch(mode=0o600)
        datei.write_text(secrets.token_urlsafe(GEHEIMNIS_LAENGE), encoding="ascii")
    return datei.read_text(encoding="ascii")


def hosts(*, produktion: bool) -> list[str]:
    """Host names that are answered; a wildcard is refused in production."""
    namen = [name.strip() for name in HOSTS.wert.split(",") if name.strip()]
    if not produktion:
        return [*namen, "127.0.0.1", "localhost", "[::1]"]
    if not namen or "*" in namen:
        raise ImproperlyConfigured(
            f"{PRAEFIX}HOSTS fehlt oder enthält „*“. In Produktion nennt die Variable jeden Namen des Servers."
        )
    return namen


FAKTOREN = ("alle", "schutzwuerdig", "keine")


def zweiter_faktor(*, produktion: bool) -> str:
    """Who needs a second factor; in production nobody can switch it off."""
    wahl = ZWEITER_FAKTOR.wert or ("schutzwuerdig" if produktion else "keine")
    if wahl not in FAKTOREN or (produktion and wahl == "keine"):
        erlaubt = FAKTOREN[:-1] if produktion else FAKTOREN
        raise ImproperlyConfigured(f"{PRAEFIX}ZWEITER_FAKTOR: „{wahl}“ geht nicht. Erlaubt: {', '.join(erlaubt)}.")
    return wahl


def oidc() -> dict[str, str]:
    """Settings of the sign-in service; empty without one. Half a configuration is refused."""
    if not OIDC_SERVER.wert:
        return {}
    fehlt = [v.name for v in (OIDC_KENNUNG, OIDC_GEHEIMNIS) if not v.wert]
    if fehlt or not OIDC_SERVER.wert.startswith("https://"):
        grund = f"{', '.join(fehlt)} fehlt" if fehlt else "die Adresse beginnt nicht mit https://"
        raise ImproperlyConfigured(f"{PRAEFIX}OIDC_SERVER ist gesetzt, aber {grund}.")
    if find_spec("jwt") is None:
        raise ImproperlyConfigured(f"{PRAEFIX}OIDC_SERVER braucht das Paket PyJWT: pip install 'sozialamt[oidc]'.")
    return {
        "provider_id": "amt",
        "name": OIDC_NAME.wert,
        "client_id": OIDC_KENNUNG.wert,
        "secret": OIDC_GEHEIMNIS.wert,
        "server": OIDC_SERVER.wert,
    }


def freigabegrenzen(text: str) -> dict[str, tuple[int, int]]:
    """Rolle → (monatlich, einmalig) in Cent; eine unlesbare Angabe verhindert den Start."""
    grenzen = {}
    for eintrag in filter(None, (teil.strip() for teil in text.split(","))):
        rolle, _, betraege = eintrag.partition("=")
        monatlich, _, einmalig = betraege.partition("/")
        if not (rolle.strip() and monatlich.strip().isdecimal() and einmalig.strip().isdecimal()):
            raise ImproperlyConfigured(
                f"{PRAEFIX}FREIGABEGRENZEN: „{eintrag}“ ist nicht lesbar. Richtig ist etwa sachbearbeitung=5000/15000."
            )
        grenzen[rolle.strip()] = (int(monatlich) * CENT_JE_EURO, int(einmalig) * CENT_JE_EURO)
    return grenzen
