"""Formulare der Entscheidungen: je Entscheidung ihre Felder und der Vorgang, der sie entwirft."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sozialamt.akte.bescheidart import Bescheidart
from sozialamt.akte.eingabe import lies_tag
from sozialamt.akte.fehler import AngabenFehler, Mangel
from sozialamt.akte.korrektur import Korrekturangaben
from sozialamt.akte.kostenersatz.aufhebung import Aufhebungsgrund
from sozialamt.akte.models import Benutzer, Bescheidentwurf, Vorgang
from sozialamt.akte.monat import lies_monat
from sozialamt.akte.verfahrensrecht import Anhoerungsausnahme, Korrektur
from sozialamt.akte.vorgaenge import (
    ablehnen,
    aendern,
    bewilligen,
    einstellen,
    endgueltig_entscheiden,
    erstatten,
    kostenersatz_aufheben,
    kostenersatz_festsetzen,
    ueberpruefen,
    ueberpruefung_ablehnen,
    versagen,
    vorschuss_bewilligen,
    widerspruch_entscheiden,
    zuruecknehmen,
)
from sozialamt.web.handlung import lies_euro

Werte = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Feld:
    """Ein Eingabefeld; `art` ist text, lang oder auswahl."""

    name: str
    titel: str
    hilfe: str = ""
    art: str = "text"
    optionen: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Formular:
    """Eine Entscheidung, die ein Vorgang treffen kann."""

    schluessel: str
    titel: str
    norm: str
    vorgangsarten: tuple[str, ...]
    felder: tuple[Feld, ...]
    entwirf: Callable[[Benutzer, Vorgang, Werte], Bescheidentwurf]
    gegen: str = ""
    """Nur gegen Bescheide dieser Art; leer: gegen alle."""


_VON = Feld("beginn", "von Monat", "Zum Beispiel 08.2026")
_BIS = Feld("ende", "bis Monat", "Einschließlich, zum Beispiel 12.2026")
_GRUENDE = Feld("gruende", "Gründe", "Steht so im Bescheid (§ 35 SGB X).", "lang")
_ERMESSEN = Feld("ermessen", "Ermessen oder besondere Umstände", "Was spricht dafür, was dagegen?", "lang")
_VERTRAUEN = Feld("vertrauen", "Vertrauensschutz", "Abwägung nach § 45 Abs. 2 SGB X, für die Zukunft nötig.", "lang")
_KENNTNIS = Feld("kenntnis", "Tatsachen bekannt seit", "Für die Jahresfrist (§ 45 Abs. 4 Satz 2 SGB X), Tag.Monat.Jahr")
_OHNE_ANHOERUNG = Feld(
    "ohne_anhoerung",
    "Ausnahme von der Anhörung",
    "Nur wenn nicht angehört wird (§ 24 Abs. 2 SGB X).",
    "auswahl",
    (("", "keine Ausnahme"), *((a.value, f"Nr. {a.value}: {a.titel}") for a in Anhoerungsausnahme)),
)


def _norm(erlaubt: tuple[Korrektur, ...]) -> Feld:
    optionen = tuple((k.value, f"{k.norm}: {k.regel.titel}") for k in erlaubt)
    return Feld("korrektur", "Norm", "", "auswahl", optionen)


def _korrektur(
    vorgang_der_akte: Callable[..., Bescheidentwurf], fest: Korrektur | None = None
) -> Callable[[Benutzer, Vorgang, Werte], Bescheidentwurf]:
    def entwirf(benutzer: Benutzer, vorgang: Vorgang, werte: Werte) -> Bescheidentwurf:
        ausnahme = werte.get("ohne_anhoerung", "")
        angaben = Korrekturangaben(
            korrektur=fest or _wahl(Korrektur, werte.get("korrektur", ""), "Norm"),
            gruende=werte.get("gruende", ""),
            kenntnis=_tag(werte.get("kenntnis", "")),
            ermessen=werte.get("ermessen", ""),
            vertrauen=werte.get("vertrauen", ""),
            ohne_anhoerung=_wahl(Anhoerungsausnahme, ausnahme, "Ausnahme von der Anhörung") if ausnahme else None,
        )
        return vorgang_der_akte(benutzer=benutzer, vorgang=vorgang, angaben=angaben, **_zeitraum(werte))

    return entwirf


def _wahl(auswahl: Any, text: str, feld: str) -> Any:
    try:
        return auswahl(text)
    except ValueError as fehler:
        mangel = Mangel(feld, text or "(leer)", "steht nicht zur Wahl", "Wählen Sie eine der Möglichkeiten.")
        raise AngabenFehler([mangel]) from fehler


def _tag(text: str) -> date | None:
    return lies_tag(text, "Tatsachen bekannt seit") if text.strip() else None


def _zeitraum(werte: Werte) -> dict[str, date]:
    return {
        "beginn": lies_monat(werte.get("beginn", ""), "von Monat"),
        "ende": lies_monat(werte.get("ende", ""), "bis Monat"),
    }


def _kostenersatz(benutzer: Benutzer, vorgang: Vorgang, werte: Werte) -> Bescheidentwurf:
    ausnahme, verursacht = werte.get("ohne_anhoerung", ""), werte.get("verursacht", "").strip()
    angaben = kostenersatz_festsetzen.Ersatzentscheidung(
        gruende=werte.get("gruende", ""),
        haerte=lies_euro(werte["haerte"], "Härte") if werte.get("haerte", "").strip() else 0,
        haerte_gruende=werte.get("haerte_gruende", ""),
        verursacht=lies_euro(verursacht, "Durch das Verhalten verursacht") if verursacht else None,
        ohne_anhoerung=_wahl(Anhoerungsausnahme, ausnahme, "Ausnahme von der Anhörung") if ausnahme else None,
    )
    return kostenersatz_festsetzen.kostenersatz_festsetzen(benutzer=benutzer, vorgang=vorgang, angaben=angaben)


def _ersatzaufhebung(benutzer: Benutzer, vorgang: Vorgang, werte: Werte) -> Bescheidentwurf:
    bleibt = werte.get("bleibt", "").strip()
    angaben = kostenersatz_aufheben.Ersatzaufhebung(
        grund=_wahl(Aufhebungsgrund, werte.get("grund", ""), "Grundlage"),
        gruende=werte.get("gruende", ""),
        bleibt=lies_euro(bleibt, "Weiter zu ersetzen") if bleibt else 0,
    )
    return kostenersatz_aufheben.kostenersatz_aufheben(benutzer=benutzer, vorgang=vorgang, angaben=angaben)


_ZEITRAUM = (_VON, _BIS)
_BELASTEND = (_GRUENDE, _ERMESSEN, _KENNTNIS, _OHNE_ANHOERUNG)

FORMULARE = (
    Formular(
        "bewilligen",
        "Bewilligen",
        "§ 44 Abs. 3 SGB XII",
        ("antrag",),
        (
            *_ZEITRAUM,
            Feld(
                "vorlaeufig_grund", "Nur vorläufig, weil", "Leer: endgültig. Vorläufig höchstens sechs Monate.", "text"
            ),
        ),
        lambda b, v, w: bewilligen.bewilligen(
            benutzer=b, vorgang=v, vorlaeufig_grund=w.get("vorlaeufig_grund", ""), **_zeitraum(w)
        ),
    ),
    Formular(
        "ablehnen",
        "Ablehnen",
        "§ 31 SGB X",
        ("antrag",),
        _ZEITRAUM,
        lambda b, v, w: ablehnen.ablehnen(benutzer=b, vorgang=v, **_zeitraum(w)),
    ),
    Formular(
        "vorschuss",
        "Vorschuss zahlen",
        "§ 42 SGB I",
        ("antrag",),
        (
            Feld("monat", "Monat", "Zum Beispiel 08.2026"),
            Feld("betrag", "Betrag in Euro", "Zum Beispiel 200,00"),
            _GRUENDE,
        ),
        lambda b, v, w: vorschuss_bewilligen.vorschuss_bewilligen(
            benutzer=b,
            vorgang=v,
            monat=lies_monat(w.get("monat", ""), "Monat"),
            cent=lies_euro(w.get("betrag", ""), "Betrag"),
            gruende=w.get("gruende", ""),
        ),
    ),
    Formular(
        "endgueltig_entscheiden",
        "Endgültig entscheiden",
        "§ 44a Abs. 5 SGB XII",
        ("antrag", "aenderung"),
        (*_ZEITRAUM, _GRUENDE, _OHNE_ANHOERUNG),
        _korrektur(endgueltig_entscheiden.endgueltig_entscheiden, Korrektur.ENDGUELTIG),
    ),
    Formular(
        "aendern",
        "Ändern oder aufheben",
        "§ 48 SGB X",
        ("aenderung",),
        (_norm(aendern.ERLAUBT), *_ZEITRAUM, *_BELASTEND),
        _korrektur(aendern.aendern),
    ),
    Formular(
        "zuruecknehmen",
        "Zurücknehmen",
        "§ 45 SGB X",
        ("aenderung",),
        (_norm(zuruecknehmen.ERLAUBT), *_ZEITRAUM, *_BELASTEND, _VERTRAUEN),
        _korrektur(zuruecknehmen.zuruecknehmen),
    ),
    Formular(
        "ueberpruefen",
        "Zugunsten zurücknehmen und nachzahlen",
        "§ 44 SGB X",
        ("aenderung", "ueberpruefung", "widerspruch"),
        (*_ZEITRAUM, _GRUENDE),
        _korrektur(ueberpruefen.ueberpruefen, Korrektur.ZUGUNSTEN),
    ),
    Formular(
        "einstellen",
        "Einstellen, ohne zu rechnen",
        "§ 48 SGB X",
        ("aenderung",),
        (_norm(einstellen.ERLAUBT), *_ZEITRAUM, *_BELASTEND),
        _korrektur(einstellen.einstellen),
    ),
    Formular(
        "versagen",
        "Versagen oder entziehen",
        "§ 66 SGB I",
        ("antrag", "aenderung"),
        (*_ZEITRAUM, _GRUENDE, _ERMESSEN),
        lambda b, v, w: versagen.versagen(
            benutzer=b, vorgang=v, gruende=w.get("gruende", ""), ermessen=w.get("ermessen", ""), **_zeitraum(w)
        ),
    ),
    Formular(
        "erstatten",
        "Erstattung festsetzen",
        "§ 50 SGB X",
        ("antrag", "aenderung"),
        (*_ZEITRAUM, _OHNE_ANHOERUNG),
        lambda b, v, w: erstatten.erstatten(
            benutzer=b,
            vorgang=v,
            ohne_anhoerung=_wahl(Anhoerungsausnahme, w["ohne_anhoerung"], "Ausnahme von der Anhörung")
            if w.get("ohne_anhoerung")
            else None,
            **_zeitraum(w),
        ),
    ),
    Formular(
        "kostenersatz_festsetzen",
        "Kostenersatz festsetzen",
        "§§ 102 bis 104 SGB XII, §§ 34, 34a SGB II",
        ("kostenersatz",),
        (
            _GRUENDE,
            Feld("verursacht", "Durch das Verhalten verursacht, in Euro", "Leer: alle Kosten. Nicht bei Erben."),
            Feld("haerte", "Wegen Härte abgesehen, in Euro", "Leer: nichts."),
            Feld("haerte_gruende", "Abwägung zur Härte", "Nach §§ 103 und 104 SGB XII immer nötig.", "lang"),
            _OHNE_ANHOERUNG,
        ),
        _kostenersatz,
    ),
    *(
        Formular(
            f"kostenersatz_aufheben_{art}",
            "Kostenersatz aufheben oder mindern",
            ", ".join(g.norm for g in Aufhebungsgrund if art in g.vorgangsarten),
            (art,),
            (
                Feld(
                    "grund",
                    "Grundlage",
                    "",
                    "auswahl",
                    tuple((g.value, f"{g.norm}: {g.titel}") for g in Aufhebungsgrund if art in g.vorgangsarten),
                ),
                Feld("bleibt", "Weiter zu ersetzen, in Euro", "Leer: nichts, der Bescheid ist ganz aufgehoben."),
                _GRUENDE,
            ),
            _ersatzaufhebung,
            gegen=Bescheidart.KOSTENERSATZ,
        )
        for art in ("widerspruch", "ueberpruefung")
    ),
    Formular(
        "ueberpruefung_ablehnen",
        "Überprüfung ablehnen",
        "§ 44 SGB X",
        ("ueberpruefung",),
        (_GRUENDE,),
        lambda b, v, w: ueberpruefung_ablehnen.ueberpruefung_ablehnen(
            benutzer=b, vorgang=v, gruende=w.get("gruende", "")
        ),
    ),
    Formular(
        "widerspruch_entscheiden",
        "Widerspruch zurückweisen",
        "§ 85 Abs. 2 SGG",
        ("widerspruch",),
        (_GRUENDE,),
        lambda b, v, w: widerspruch_entscheiden.widerspruch_entscheiden(
            benutzer=b, vorgang=v, gruende=w.get("gruende", "")
        ),
    ),
)


def moegliche_entscheidungen(vorgang: Vorgang) -> list[Formular]:
    """Entscheidungen, die zur Art passen, solange der Vorgang einen Entwurf zulässt."""
    if vorgang.vorgangsart.uebergang("bescheid_entwerfen", vorgang.zustand) is None:
        return []
    art = vorgang.bescheid.art if vorgang.bescheid else ""
    passend = [f for f in FORMULARE if vorgang.art in f.vorgangsarten and f.gegen in ("", art)]
    eigene = any(f.gegen for f in passend)
    return [f for f in passend if not (eigene and f.schluessel == "ueberpruefen")]
