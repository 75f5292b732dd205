"""Steckbrief einer Leistung: was das übrige System über sie wissen muss.

Formulare, Berechnungsbogen, Bescheid, Buchung, Statistik und Handbuch lesen nur den Steckbrief; keine
dieser Stellen kennt eine einzelne Leistung. Alle Namen von Regeln, Merkmalen und Parametern stehen hier als
Zeichenkette, weil Regeln über Namen verdrahtet sind. Ein Vollständigkeitstest prüft, dass es sie gibt.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from sozialamt.leistungen.zahlung import Zahlbestandteil


class Rechtsbehelf(Enum):
    """Womit man sich gegen den Bescheid wehrt (§ 36 SGB X); der Text steht in `akte/schreiben`."""

    WIDERSPRUCH_SOZIALGERICHT = "widerspruch_sozialgericht"
    """Widerspruch, danach Klage zum Sozialgericht (§§ 78, 84 SGG)."""

    WIDERSPRUCH_VERWALTUNGSGERICHT = "widerspruch_verwaltungsgericht"
    """Widerspruch, danach Klage zum Verwaltungsgericht (§§ 68, 70 VwGO)."""

    KLAGE_VERWALTUNGSGERICHT = "klage_verwaltungsgericht"
    """Ohne Vorverfahren sofort Klage zum Verwaltungsgericht (§ 68 Abs. 1 Satz 2, § 74 VwGO)."""

    EINSPRUCH = "einspruch"
    """Einspruch bei der Familienkasse, danach Klage zum Finanzgericht (§§ 347, 355, 357 AO)."""

    @property
    def verwaltungsrechtsweg(self) -> bool:
        """Über die Klage entscheidet das Verwaltungsgericht."""
        return self in (Rechtsbehelf.WIDERSPRUCH_VERWALTUNGSGERICHT, Rechtsbehelf.KLAGE_VERWALTUNGSGERICHT)

    def nach_landesrecht(self, *, ohne_vorverfahren: bool) -> Rechtsbehelf:
        """Das Land kann den Widerspruch vor der Klage zum Verwaltungsgericht abschaffen, sonst nichts."""
        if ohne_vorverfahren and self is Rechtsbehelf.WIDERSPRUCH_VERWALTUNGSGERICHT:
            return Rechtsbehelf.KLAGE_VERWALTUNGSGERICHT
        return self


@dataclass(frozen=True, slots=True)
class Abschnitt:
    """Ein Abschnitt des Berechnungsbogens: Zeilen, davon abgehende Zeilen, Summe.

    `zeilen` zählen zusammen, `abzuege` gehen davon ab (sie werden mit Minus gedruckt; die Regel selbst
    liefert den positiven Betrag), `summe` ist die Regel mit dem Ergebnis. Zeilen mit 0 fallen weg, außer sie
    stehen in `pflicht`. Ein `nachrichtlich`er Abschnitt zeigt Werte, die nicht zur Summe aufgehen müssen
    (zum Beispiel Vermögen und Freibetrag nebeneinander).
    """

    titel: str
    zeilen: tuple[str, ...]
    summe: str | None = None
    abzuege: tuple[str, ...] = ()
    pflicht: tuple[str, ...] = ()
    nachrichtlich: bool = False

    def __post_init__(self) -> None:
        fremd = set(self.pflicht) - set(self.namen())
        if fremd:
            raise ValueError(f"Abschnitt „{self.titel}“: pflicht nennt fremde Zeilen: {sorted(fremd)}")

    def namen(self) -> tuple[str, ...]:
        """Alle genannten Namen in Druckreihenfolge, die Summe zuletzt."""
        return (*self.zeilen, *self.abzuege, *((self.summe,) if self.summe else ()))


class Erstattungsregel(Enum):
    """Wie die Erstattung zu berechnen ist; gerechnet wird in `kasse/refinanzierung`."""

    VOLL = "voll"
    """Nettoausgaben in voller Höhe."""

    ANTEIL = "anteil"
    """Fester Anteil der Nettoausgaben (`satz` in Basispunkten)."""

    QUOTE_UNTERKUNFT = "quote_unterkunft"
    """Quote nach Land und Jahr auf die Ausgaben für Unterkunft und Heizung (§ 46 Abs. 5 bis 11 SGB II, BBFestV)."""

    KOPFPAUSCHALE = "kopfpauschale"
    """Fester Betrag je Person und Monat nach Landesrecht, gleich was ausgegeben wurde."""

    ANDERNORTS = "andernorts"
    """Keine Erstattung aus diesen Ausgaben; `hinweis` sagt, wo sie abgegolten sind."""


@dataclass(frozen=True, slots=True)
class Erstattung:
    """Wer der Kommune die Ausgaben erstattet und nach welcher Regel.

    `bestandteile` nennt die Teile der Zahlung, für die erstattet wird; leer: alle. `satz` (Basispunkte) gehört zur
    Regel ANTEIL. `getrennt_nach` nennt die Regeln (Wohnform, Grund), nach denen der Nachweis aufzuteilen ist (§ 46a
    Abs. 4 SGB XII); jede Buchung trägt ihre Werte.
    """

    von: str
    norm: str
    regel: Erstattungsregel = Erstattungsregel.ANDERNORTS
    satz: int = 0
    bestandteile: tuple[str, ...] = ()
    getrennt_nach: tuple[str, ...] = ()
    hinweis: str = ""


@dataclass(frozen=True, slots=True)
class Steckbrief:
    """Eine Leistung auf einen Blick.

    * `schluessel` – Ordnername, `titel` – Name im Bescheid, `kurz` – Kürzel in Listen
    * `namen` – frühere oder spätere Namen: ((„JJJJ-MM-TT“, Name), …), siehe `titel_am`
    * `anspruch` – Regel mit dem Monatsbetrag in Cent, `ebene` – ihre Ebene
    * `ablehnung` – Regel mit einem Auswahlwert: 0 = kein Grund, sonst der Ablehnungsgrund
    * `bogen` – Abschnitte des Berechnungsbogens in Druckreihenfolge
    * `zahlung` – Bestandteile des Monatsbetrags mit Kostenträger; leer, wenn die Leistung hier nicht gezahlt wird
    * `geldleistung` – falsch, wenn `anspruch` eine Ersparnis ist, die niemand auszahlt
    * `vorlaeufig` – Norm, nach der vorläufig entschieden werden kann; leer, wenn das Gesetz es nicht vorsieht
    * `daneben` – Regeln mit einmaligen Beträgen, die zusätzlich gezahlt werden und in keiner Summe stehen
    * `kennzahlen` – Nummern der Kennzahlen, die diese Leistung speist
    """

    schluessel: str
    titel: str
    kurz: str
    rechtsgrundlage: str
    zustaendig: str
    kostentraeger: str
    anspruch: str
    ebene: str
    bogen: tuple[Abschnitt, ...]
    zahlung: tuple[Zahlbestandteil, ...] = ()
    erstattung: Erstattung | None = None
    statistik: tuple[str, ...] = ()
    ablehnung: str | None = None
    namen: tuple[tuple[str, str], ...] = ()
    rechtsbehelf: Rechtsbehelf = Rechtsbehelf.WIDERSPRUCH_SOZIALGERICHT
    kennzahlen: tuple[str, ...] = ()
    hinweise: tuple[str, ...] = field(default=())
    geldleistung: bool = True
    vorlaeufig: str = ""
    daneben: tuple[str, ...] = ()

    def titel_am(self, tag: str) -> str:
        """Name der Leistung an einem Tag („JJJJ-MM-TT“ oder „JJJJ-MM“)."""
        gueltig = [name for ab, name in sorted(self.namen) if ab[: len(tag)] <= tag]
        return gueltig[-1] if gueltig else self.titel

    def regelnamen(self) -> tuple[str, ...]:
        """Alle Regeln und Merkmale, die der Steckbrief nennt, ohne Wiederholung."""
        genannt = [self.anspruch, *((self.ablehnung,) if self.ablehnung else ()), *self.daneben]
        for abschnitt in self.bogen:
            genannt.extend(abschnitt.namen())
        return tuple(dict.fromkeys([*genannt, *self.zahlungsnamen()]))

    def zahlungsnamen(self) -> tuple[str, ...]:
        """Regeln, aus denen die Zahlung folgt: Anspruch, Höhe der Bestandteile, Schlüssel des Nachweises."""
        getrennt_nach = self.erstattung.getrennt_nach if self.erstattung else ()
        return (self.anspruch, *(teil.regel for teil in self.zahlung if teil.regel), *getrennt_nach)

    def bestandteil(self, schluessel: str) -> str:
        """Titel eines Bestandteils der Zahlung; wen es nicht (mehr) gibt, der heißt wie sein Schlüssel."""
        return next((teil.titel for teil in self.zahlung if teil.schluessel == schluessel), schluessel)
