"""Vom Rechenweg zum Bescheid: Verfügungssätze, Beträge, Begründung, Hinweise und Bogen in einem Schritt.

Hier wird nicht gerechnet und nichts entschieden; `spuren` sind die Rechenwege der Monate, über die entschieden wird.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Any

from sozialamt.akte.begruendung import Wertetafel, aufzaehlung, bausteine, begruendung, rechnung_in_worten
from sozialamt.akte.schreiben.daten import (
    Behoerde,
    Beilage,
    Bescheidart,
    BescheidDaten,
    Monatsbetrag,
    Textabschnitt,
    Unterschrift,
    Verfuegungszeile,
)
from sozialamt.akte.schreiben.hinweise import mitteilungspflichten, vorlaeufig
from sozialamt.akte.schreiben.rechtsbehelf import klagebelehrung, rechtsbehelfsbelehrung
from sozialamt.akte.schreiben.zeiten import tag_lang, tage, zeitraum
from sozialamt.leistungen.bogen import Bogen, berechnungsboegen, zeitraeume
from sozialamt.leistungen.steckbrief import Rechtsbehelf, Steckbrief
from sozialamt.rechenkern.levels import PERSON
from sozialamt.rechenkern.values import euro

Spur = Mapping[str, Any]
ABLEHNUNG = Bescheidart.ABLEHNUNG


@dataclass(frozen=True, slots=True)
class Umstaende:
    """Was nicht aus der Rechnung kommt: Anlass, Empfänger, Vorläufigkeit, Zahlungsweg, Unterschrift."""

    aktenzeichen: str
    datum: date
    anschrift: tuple[str, ...]
    empfaenger: str
    art: Bescheidart = Bescheidart.BEWILLIGUNG
    angeschrieben: str | None = None
    antrag_vom: date | None = None
    aendert: str = ""
    aenderungsnorm: str = "§ 48 Abs. 1 Satz 1 SGB X"
    bisher: Mapping[str, int] | None = None
    vorlaeufig_grund: str = ""
    vorlaeufig_norm: str = ""
    """Leer: die Norm aus dem Steckbrief."""
    zahlungsweg: str = ""
    hinweise: tuple[Textabschnitt, ...] = ()
    elektronischer_weg: str = ""
    gericht: str = ""
    unterschrift: Unterschrift | None = None
    gruende: tuple[Textabschnitt, ...] = ()
    versandvermerk: str = ""
    rechenweg: bytes = b""
    """Der Rechenweg, wie die Akte ihn aufbewahrt (`spurspeicher`); er liegt dem Schreiben bei."""
    muster: bool = False


def entwirf_bescheid(
    steckbrief: Steckbrief,
    spuren: Sequence[Spur],
    namen: Mapping[str, str],
    behoerde: Behoerde,
    umstaende: Umstaende,
) -> BescheidDaten:
    """Bescheid für zusammenhängende oder einzelne Monate; `namen` sind die Personen der Spuren."""
    if not spuren:
        raise ValueError("Ein Bescheid braucht mindestens einen berechneten Monat.")
    u = _mit_norm(umstaende, steckbrief)
    spuren = sorted(spuren, key=lambda s: s["monat"])
    boegen = berechnungsboegen(spuren, steckbrief)
    personen, monate = _monatsbetraege(steckbrief, boegen, namen)
    nichts = not any(zugesprochen(s, b, steckbrief) for s, b in zip(spuren, boegen, strict=True))
    art = ABLEHNUNG if nichts and u.art is Bescheidart.BEWILLIGUNG else u.art
    titel = steckbrief.titel_am(spuren[0]["monat"])
    zeilen = _zeilen(titel, personen, monate) if steckbrief.geldleistung else ()
    texte = _Texte(steckbrief, list(zip(spuren, boegen, strict=True)), namen, art, u.angeschrieben)
    return BescheidDaten(
        art=art,
        behoerde=behoerde,
        anschrift=u.anschrift,
        aktenzeichen=u.aktenzeichen,
        datum=u.datum,
        betreff=f"{titel} ({steckbrief.rechtsgrundlage})",
        anrede=f"Guten Tag {u.empfaenger},",
        einleitung=_einleitung(u),
        verfuegung=tuple(_verfuegung(steckbrief, art, zeilen, boegen, u))
        if nichts or zeilen
        else _dem_grunde_nach(steckbrief, art, spuren, namen, u),
        begruendung=u.gruende + texte.abschnitte("begruendung") + _vergleich(boegen, u),
        rechtsbehelf=_rechtsbehelf(steckbrief, behoerde, u),
        zeilen=zeilen,
        personen=personen if zeilen else (),
        monate=monate if zeilen else (),
        hinweise=_hinweise(texte, u, sozialgesetzbuch=_nach_sgb(steckbrief), bewilligt=not nichts),
        boegen=tuple(zeitraeume(boegen)),
        bogennamen=tuple(namen.items()),
        unterschrift=u.unterschrift,
        versandvermerk=u.versandvermerk,
        beilagen=_beilagen(u),
        muster=u.muster,
    )


def _mit_norm(u: Umstaende, steckbrief: Steckbrief) -> Umstaende:
    """Vorläufig entschieden wird nur, wo das Gesetz es vorsieht, und unter Nennung der Norm."""
    norm = u.vorlaeufig_norm or steckbrief.vorlaeufig
    if u.vorlaeufig_grund and not norm:
        raise ValueError(f"{steckbrief.titel}: Das Gesetz sieht keine vorläufige Entscheidung vor.")
    return replace(u, vorlaeufig_norm=norm)


def zugesprochen(spur: Spur, bogen: Bogen, steckbrief: Steckbrief) -> bool:
    """Ob der Monat einen Anspruch bringt: einen Betrag, oder dem Grunde nach (Sachleistung, Feststellung)."""
    return bool(bogen.anspruch_gesamt) or bool(_ohne_ablehnungsgrund(spur, steckbrief))


def _ohne_ablehnungsgrund(spur: Spur, steckbrief: Steckbrief) -> list[str]:
    schritte = [s for s in spur["schritte"] if s["regel"] == steckbrief.ablehnung and s["wert"] == 0]
    return [person for schritt in schritte for person in schritt["personen"]]


def _dem_grunde_nach(
    steckbrief: Steckbrief, art: Bescheidart, spuren: Sequence[Spur], namen: Mapping[str, str], u: Umstaende
) -> tuple[str, ...]:
    """Verfügung ohne Zahlung: je Person die Monate, für die sie gilt."""
    je_person: dict[str, list[str]] = {}
    for spur in spuren:
        for person in _ohne_ablehnungsgrund(spur, steckbrief):
            je_person.setdefault(person, []).append(spur["monat"])
    titel = steckbrief.titel_am(spuren[0]["monat"])
    verb = "bewilligen" if steckbrief.geldleistung else "stellen fest"
    saetze = (
        f"Wir {verb} für {namen.get(person, person)}: {titel}, für {_monatsliste(monate)}. Was das im Einzelnen ist, "
        "steht in der Begründung. Ein Geldbetrag ist nicht zu zahlen."
        for person, monate in je_person.items()
    )
    return (*korrektursaetze(art, u, spuren[0]["monat"], spuren[-1]["monat"]), *saetze)


def _monatsbetraege(
    steckbrief: Steckbrief, boegen: Sequence[Bogen], namen: Mapping[str, str]
) -> tuple[tuple[str, ...], tuple[Monatsbetrag, ...]]:
    """Personen mit Anspruch und ihre Beträge; bei Leistungen für eine Gruppe eine Spalte für alle."""
    if steckbrief.ebene != PERSON:
        wer = aufzaehlung([namen.get(p, p) for p in boegen[0].personen])
        return (wer,), tuple(Monatsbetrag(b.monat, (b.anspruch_gesamt,)) for b in boegen)
    je_monat = [dict(zip(b.personen, b.anspruch, strict=True)) for b in boegen]
    berechtigt = [p for p in namen if any(m.get(p) for m in je_monat)]
    monate = tuple(
        Monatsbetrag(b.monat, tuple(m.get(p) or 0 for p in berechtigt)) for b, m in zip(boegen, je_monat, strict=True)
    )
    return tuple(namen[p] for p in berechtigt), monate


def _zeilen(leistung: str, personen: Sequence[str], monate: Sequence[Monatsbetrag]) -> tuple[Verfuegungszeile, ...]:
    """Je Person die Zeiträume mit gleichem Betrag; Monate ohne Anspruch fallen heraus."""
    zeilen = []
    for i, person in enumerate(personen):
        for betrag, gruppe in groupby(monate, key=lambda m: m.betraege[i]):
            folge = list(gruppe)
            if betrag:
                zeilen.append(Verfuegungszeile(person, leistung, folge[0].monat, folge[-1].monat, betrag))
    return tuple(zeilen)


def _einleitung(u: Umstaende) -> tuple[str, ...]:
    if u.antrag_vom:
        return (f"über Ihren Antrag vom {tag_lang(u.antrag_vom)} haben wir entschieden.",)
    if u.art is Bescheidart.ERSATZAUFHEBUNG:
        return (f"wir haben über den Kostenersatz aus dem Bescheid {u.aendert} neu entschieden.",)
    if u.art is Bescheidart.KOSTENERSATZ:
        return ("wir haben darüber entschieden, ob Sie Kosten zu ersetzen haben.",)
    return ("wir haben über Ihren Anspruch entschieden.",)


def _verfuegung(
    steckbrief: Steckbrief,
    art: Bescheidart,
    zeilen: Sequence[Verfuegungszeile],
    boegen: Sequence[Bogen],
    u: Umstaende,
) -> list[str]:
    leistung = steckbrief.titel_am(boegen[0].monat)
    ohne = [b.monat for b in boegen if not b.anspruch_gesamt]
    if art is Bescheidart.ABLEHNUNG:
        antrag = f"Ihren Antrag vom {tag_lang(u.antrag_vom)} auf {leistung}" if u.antrag_vom else leistung
        return [f"Wir lehnen {antrag} für die Zeit vom {tage(boegen[0].monat, boegen[-1].monat)} ab."]
    saetze = korrektursaetze(art, u, boegen[0].monat, boegen[-1].monat)
    if not zeilen:
        return [
            *saetze,
            f"Für die Zeit vom {tage(boegen[0].monat, boegen[-1].monat)} besteht kein Anspruch auf {leistung}.",
        ]
    saetze.append(_bewilligungssatz(leistung, zeilen, vorlaeufig_norm=u.vorlaeufig_norm if u.vorlaeufig_grund else ""))
    if ohne:
        saetze.append(f"Für {_monatsliste(ohne)} besteht kein Anspruch; insoweit lehnen wir die Leistung ab.")
    if u.zahlungsweg:
        saetze.append(f"Wir zahlen {u.zahlungsweg}.")
    return saetze


def korrektursaetze(art: Bescheidart, u: Umstaende, von: str, bis: str) -> list[str]:
    """Was mit dem bisherigen Bescheid geschieht; leer, wenn es keinen gibt."""
    bezug = f"den Bescheid {u.aendert}" if u.aendert else "unsere bisherige Entscheidung"
    norm, ab = u.aenderungsnorm, f"01.{von[5:7]}.{von[:4]}"
    match art:
        case Bescheidart.AENDERUNG:
            widerspricht = "Soweit er dieser Entscheidung widerspricht, heben wir ihn auf."
            return [f"Wir ändern {bezug} für die Zeit ab dem {ab} ({norm}). {widerspricht}"]
        case Bescheidart.AUFHEBUNG:
            return [f"Wir heben {bezug} für die Zeit vom {tage(von, bis)} auf ({norm})."]
        case Bescheidart.RUECKNAHME:
            ersetzt = "Soweit er dieser Entscheidung widerspricht, gilt er nicht mehr."
            return [f"Wir nehmen {bezug} für die Zeit vom {tage(von, bis)} zurück ({norm}). {ersetzt}"]
        case Bescheidart.ENDGUELTIG:
            anrechnen = "Was wir vorläufig geleistet haben, rechnen wir an."
            return [f"Wir entscheiden endgültig über die Zeit vom {tage(von, bis)} ({norm}). {anrechnen}"]
        case _:
            return []


def _bewilligungssatz(leistung: str, zeilen: Sequence[Verfuegungszeile], *, vorlaeufig_norm: str) -> str:
    vorab = f"vorläufig ({vorlaeufig_norm}) " if vorlaeufig_norm else ""
    if len(zeilen) == 1:
        z = zeilen[0]
        return (
            f"Wir bewilligen {vorab}{leistung} für {z.person} für die Zeit vom {tage(z.von, z.bis)} "
            f"in Höhe von {euro(z.betrag)} monatlich."
        )
    wer = aufzaehlung(list(dict.fromkeys(z.person for z in zeilen)))
    return (
        f"Wir bewilligen {vorab}{leistung} für {wer}. Für welche Zeit und in welcher Höhe, "
        "steht für jede Person in der folgenden Tabelle."
    )


def _monatsliste(monate: Sequence[str]) -> str:
    """Aufeinander folgende Monate als Zeitraum: „April 2027 und Juni 2027 bis Juli 2027“."""

    def stelle(paar: tuple[int, str]) -> int:
        jahr, monat = map(int, paar[1].split("-"))
        return jahr * 12 + monat - paar[0]

    gruppen = [[m for _, m in g] for _, g in groupby(enumerate(monate), key=stelle)]
    return aufzaehlung([zeitraum(g[0], g[-1]) for g in gruppen])


def _vergleich(boegen: Sequence[Bogen], u: Umstaende) -> tuple[Textabschnitt, ...]:
    """Bei einer Änderung: bisheriger und neuer Betrag je Zeitraum."""
    if u.bisher is None:
        return ()
    paare = [(b.monat, u.bisher.get(b.monat, 0), b.anspruch_gesamt) for b in boegen]
    saetze = []
    for (alt, neu), gruppe in groupby(paare, key=lambda p: p[1:]):
        folge = list(gruppe)
        if alt != neu:
            wann = zeitraum(folge[0][0], folge[-1][0])
            saetze.append(f"{wann}: bisher {euro(alt)}, jetzt {euro(neu)} im Monat, Unterschied {euro(neu - alt)}.")
    return (Textabschnitt("Was sich am Betrag ändert", tuple(saetze)),) if saetze else ()


def _nach_sgb(steckbrief: Steckbrief) -> bool:
    return steckbrief.rechtsbehelf is not Rechtsbehelf.EINSPRUCH


def _hinweise(texte: _Texte, u: Umstaende, *, sozialgesetzbuch: bool, bewilligt: bool) -> tuple[Textabschnitt, ...]:
    """Mitteilungspflichten nach dem SGB I nur, wo es gilt; das Kindergeld nach dem EStG hat eigene (§ 68 EStG)."""
    hinweise = [*texte.abschnitte("hinweis"), *u.hinweise]
    if bewilligt:
        if u.vorlaeufig_grund:
            hinweise.insert(0, vorlaeufig(u.vorlaeufig_grund, u.vorlaeufig_norm))
        if sozialgesetzbuch:
            hinweise.append(mitteilungspflichten())
    return tuple(hinweise)


def _beilagen(u: Umstaende) -> tuple[Beilage, ...]:
    beschreibung = "Rechenweg aller Monate mit Normen und Quellen (Schema rechenweg/2)"
    return (Beilage("rechenweg.json", beschreibung, u.rechenweg),) if u.rechenweg else ()


class _Texte:
    """Abschnitte aller Monate; was in jedem Monat gleich lautet, steht einmal, anderes mit seinem Zeitraum."""

    def __init__(
        self,
        steckbrief: Steckbrief,
        monate: Sequence[tuple[Spur, Bogen]],
        namen: Mapping[str, str],
        art: Bescheidart,
        angeschrieben: str | None,
    ) -> None:
        self._steckbrief, self._namen = steckbrief, namen
        self._monate = [(spur, Wertetafel(spur), bogen) for spur, bogen in monate]
        self._art = art if art is Bescheidart.BEWILLIGUNG else Bescheidart.AENDERUNG
        self._angeschrieben = angeschrieben

    def abschnitte(self, als: str) -> tuple[Textabschnitt, ...]:
        je_monat = [
            (s["monat"], {a.titel: a.absaetze for a in self._im_monat(s, t, b, als)}) for s, t, b in self._monate
        ]
        titel = dict.fromkeys(t for _, abschnitte in je_monat for t in abschnitte)
        return tuple(x for t in titel for x in _je_zeitraum(t, [(m, a.get(t, ())) for m, a in je_monat]))

    def _im_monat(self, spur: Spur, tafel: Wertetafel, bogen: Bogen, als: str) -> tuple[Textabschnitt, ...]:
        art = self._art if zugesprochen(spur, bogen, self._steckbrief) else Bescheidart.ABLEHNUNG
        leistung = self._steckbrief.schluessel
        if bausteine(leistung):
            return begruendung(tafel, leistung, art, self._namen, angeschrieben=self._angeschrieben, als=als)
        if als == "hinweis":
            return ()
        return rechnung_in_worten(bogen, self._ablehnungsgrund(spur) if art is Bescheidart.ABLEHNUNG else "")

    def _ablehnungsgrund(self, spur: Spur) -> str:
        """Text des Ablehnungsgrunds, wie ihn die Auswahl der Leistung nennt."""
        regel = self._steckbrief.ablehnung
        gruende = [s["text"] for s in spur["schritte"] if s["regel"] == regel and s["wert"]]
        return " ".join(dict.fromkeys(gruende))


def _je_zeitraum(titel: str, monate: Sequence[tuple[str, tuple[str, ...]]]) -> list[Textabschnitt]:
    gruppen = [(absaetze, [m for m, _ in g]) for absaetze, g in groupby(monate, key=lambda paar: paar[1])]
    if len(gruppen) == 1:
        return [Textabschnitt(titel, gruppen[0][0])]
    return [Textabschnitt(f"{titel} ({zeitraum(m[0], m[-1])})", absaetze) for absaetze, m in gruppen if absaetze]


def entwirf_ohne_rechnung(
    steckbrief: Steckbrief,
    zeitraum: tuple[str, str],
    saetze: Sequence[str],
    behoerde: Behoerde,
    umstaende: Umstaende,
) -> BescheidDaten:
    """Bescheid, dem keine Rechnung zugrunde liegt; `zeitraum` sind erster und letzter Monat („2026-05“)."""
    u = umstaende
    verfuegung = [*korrektursaetze(u.art, u, *zeitraum), *saetze]
    if u.art is Bescheidart.VERSAGUNG:
        verfuegung.append(f"Das gilt für die Zeit vom {tage(*zeitraum)}.")
    return BescheidDaten(
        art=u.art,
        behoerde=behoerde,
        anschrift=u.anschrift,
        aktenzeichen=u.aktenzeichen,
        datum=u.datum,
        betreff=f"{steckbrief.titel_am(zeitraum[0])} ({steckbrief.rechtsgrundlage})",
        anrede=f"Guten Tag {u.empfaenger},",
        einleitung=_einleitung(u),
        verfuegung=tuple(verfuegung),
        begruendung=u.gruende,
        rechtsbehelf=_rechtsbehelf(steckbrief, behoerde, u),
        hinweise=u.hinweise,
        unterschrift=u.unterschrift,
        versandvermerk=u.versandvermerk,
        muster=u.muster,
    )


def _rechtsbehelf(steckbrief: Steckbrief, behoerde: Behoerde, u: Umstaende) -> Textabschnitt:
    """Gegen den Widerspruchsbescheid gibt es die Klage, sonst den Rechtsbehelf der Leistung (§ 36 SGB X)."""
    if u.art is Bescheidart.WIDERSPRUCH:
        weg = steckbrief.rechtsbehelf.verwaltungsrechtsweg
        return klagebelehrung(u.datum, gericht=u.gericht, verwaltungsgericht=weg)
    return rechtsbehelfsbelehrung(
        behoerde, u.datum, steckbrief.rechtsbehelf, gericht=u.gericht, elektronischer_weg=u.elektronischer_weg
    )
