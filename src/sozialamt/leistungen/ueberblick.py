"""Der Überblick über einen Haushalt: alle Leistungen eines Monats, warum nicht, was es ändern würde, was zuerst.

Reine Daten ohne Ausgabe; Befehl und Haushaltsseite zeigen dasselbe. Fehlen einer Leistung Angaben, stehen dort die
Fragen, die übrigen werden trotzdem gerechnet. Die Beträge gelten für die Angaben, wie sie sind (was nicht als Einkommen
angegeben ist, fließt noch nicht zu); `betrag_nach_vorrang` ist der Betrag, wenn Kindergeld und Unterhaltsvorschuss,
die zustehen, bezogen werden.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any

from sozialamt.leistungen import steckbriefe
from sozialamt.leistungen.gegenprobe import Ablehnung, Gegentatsache, gegenprobe
from sozialamt.leistungen.steckbrief import Steckbrief
from sozialamt.leistungen.vorrang import ZIELE, ZIELE_OHNE_WOHNGELD
from sozialamt.leistungen.vorrang.auswahl import VorrangLeistung, VorrangSgb2, VorrangSozialhilfe
from sozialamt.leistungen.vorrang.rangfolge import Verhaeltnis, platz, verhaeltnis, wirkung
from sozialamt.rechenkern import Ergebnis, Fall, FehlendeAngaben, Frage, KeinWert, Regelwerk, erklaere
from sozialamt.rechenkern.kalender import iso
from sozialamt.rechenkern.levels import PERSON
from sozialamt.rechenkern.values import Datum

FLUSS = {
    "kindergeld": ("vorrang_kindergeld_offen", "kindergeld"),
    "unterhaltsvorschuss": ("vorrang_unterhaltsvorschuss_offen", "unterhaltsvorschuss_bezug"),
}
"""Je Leistung die Regel mit dem noch nicht bezogenen Betrag und die Angabe, in die er fließt (je Person)."""

VORAUSSICHTLICH = (
    ("vorrang_wohngeld_haushalt", "wohngeld_voraussichtlich"),
    ("vorrang_kinderzuschlag_haushalt", "kinderzuschlag_voraussichtlich"),
)
"""Probeberechnungen, nach denen die Sozialhilfe sonst fragt (je Haushalt)."""


class Status(StrEnum):
    """Wie es um eine Leistung steht."""

    ANSPRUCH = "anspruch"
    KEIN_ANSPRUCH = "kein_anspruch"
    FRAGEN = "fragen"
    KEIN_RECHT = "kein_recht"


@dataclass(frozen=True, slots=True)
class Posten:
    """Eine Leistung für eine Person oder Gruppe."""

    leistung: str
    titel: str
    personen: tuple[str, ...]
    status: Status
    betrag: int = 0
    betrag_nach_vorrang: int = 0
    grund: str = ""
    text: str = ""
    norm: str = ""
    fragen: tuple[Frage, ...] = ()
    gegentatsachen: tuple[Gegentatsache, ...] = ()


@dataclass(frozen=True, slots=True)
class Schritt:
    """Ein Platz in der Reihenfolge der Anträge."""

    leistung: str
    titel: str
    zustaendig: str
    personen: tuple[str, ...]
    betrag: int
    verhaeltnis: Verhaeltnis
    begruendung: str
    wirkung: str


@dataclass(frozen=True, slots=True)
class Urteil:
    """Ergebnis der Vorrangprüfung für eine Person."""

    person: str
    erste_leistung: str
    text: str
    begruendung: str


@dataclass(frozen=True, slots=True)
class Ueberblick:
    """Das ganze Bild eines Haushalts in einem Monat."""

    monat: str
    titel: str
    personen: tuple[str, ...]
    posten: tuple[Posten, ...]
    urteile: tuple[Urteil, ...]
    reihenfolge: tuple[Schritt, ...]
    hinweise: tuple[str, ...]

    def als_dict(self) -> dict[str, Any]:
        """JSON-fertig; Beträge in Cent."""
        return {"schema": "ueberblick/1", **asdict(self)}

    def zu(self, leistung: str, person: str) -> Posten:
        """Der Posten einer Leistung für eine Person."""
        return next(p for p in self.posten if p.leistung == leistung and person in p.personen)


def ueberblick(
    fall: Fall, monat: Datum, werk: Regelwerk, *, kenntnis: Datum | None = None, mit_gegenprobe: bool = True
) -> Ueberblick:
    """Alle Leistungen des Haushalts. Wirft KeinWert nur, wenn der Monat für keine einzige Leistung Recht hat."""
    bild = _Bild(fall, lambda f, ziele: erklaere(f, ziele, monat, werk, kenntnis=kenntnis))
    gerechnet = bild.rechne()
    vorrang, hinweise = bild.vorrang()
    danach = bild.nach_vorrang(vorrang) if vorrang else {}
    proben = bild.gegenproben(gerechnet) if mit_gegenprobe else {}
    posten = [
        p for s in steckbriefe().values() for p in _posten(s, gerechnet[s.schluessel], danach, proben, iso(monat))
    ]
    if vorrang:
        hinweise += _hinweise(vorrang)
    return Ueberblick(
        monat=iso(monat)[:7],
        titel=fall.titel,
        personen=tuple(fall.personen),
        posten=tuple(posten),
        urteile=tuple(_urteil(vorrang, p) for p in vorrang.personen) if vorrang else (),
        reihenfolge=tuple(_reihenfolge(posten, vorrang)),
        hinweise=tuple(hinweise),
    )


Rechnung = Callable[[Fall, Iterable[str]], Ergebnis]
Gerechnet = Ergebnis | FehlendeAngaben | KeinWert
"""Ergebnis einer Leistung, oder woran es fehlt."""


class _Bild:
    """Die Rechnungen, aus denen der Überblick entsteht."""

    def __init__(self, fall: Fall, rechne: Rechnung) -> None:
        self.fall, self._rechne = fall, rechne

    def rechne(self) -> dict[str, Gerechnet]:
        """Jede Leistung für sich, damit fehlende Angaben einer die anderen nicht aufhalten."""
        gerechnet = {s.schluessel: self._versuche(self.fall, _ziele(s)) for s in steckbriefe().values()}
        ohne_recht = [e for e in gerechnet.values() if isinstance(e, KeinWert)]
        if ohne_recht and len(ohne_recht) == len(gerechnet):
            raise ohne_recht[0]
        return gerechnet

    def vorrang(self) -> tuple[Ergebnis | None, list[str]]:
        """Vorrangprüfung; fehlt etwas für den Vergleich mit dem Wohngeld, wenigstens das zuständige Recht."""
        ergebnis = self._versuche(self.fall, ZIELE)
        if isinstance(ergebnis, Ergebnis):
            return ergebnis, []
        hinweis = f"Der Vorrang von Wohngeld und Kinderzuschlag ist nicht geprüft: {ergebnis}"
        ersatz = self._versuche(self.fall, ZIELE_OHNE_WOHNGELD)
        return (ersatz if isinstance(ersatz, Ergebnis) else None), [hinweis]

    def nach_vorrang(self, vorrang: Ergebnis) -> dict[str, Gerechnet]:
        """Beträge, wenn Kindergeld und Unterhaltsvorschuss bezogen und die Probeberechnungen bekannt sind."""
        fall = speise_ein(self.fall, vorrang)
        if fall == self.fall:
            return {}
        return {s.schluessel: self._versuche(fall, _ziele(s)) for s in steckbriefe().values()}

    def gegenproben(self, gerechnet: Mapping[str, Gerechnet]) -> dict[tuple[str, str], tuple[Gegentatsache, ...]]:
        """Alle Ablehnungen des Haushalts in einer Gegenprobe."""
        moeglich = {s: e for s, e in gerechnet.items() if isinstance(e, Ergebnis)}
        ablehnungen = [
            Ablehnung(steckbriefe()[s], personen[0])
            for s, e in moeglich.items()
            for personen in _gruppen(steckbriefe()[s], e)
            if not _hat_anspruch(steckbriefe()[s], e, personen[0])
        ]
        if not ablehnungen:
            return {}
        ziele = dict.fromkeys(name for a in ablehnungen for name in _ziele(a.steckbrief))
        funde = gegenprobe(self.fall, self._rechne(self.fall, ziele), ablehnungen)
        return {(a.steckbrief.schluessel, a.person): funde[a] for a in ablehnungen}

    def _versuche(self, fall: Fall, ziele: Iterable[str]) -> Gerechnet:
        try:
            return self._rechne(fall, ziele)
        except (FehlendeAngaben, KeinWert) as fehler:
            return fehler


def speise_ein(fall: Fall, vorrang: Ergebnis) -> Fall:
    """Der Fall mit den vorrangigen Leistungen als Einnahmen und den Probeberechnungen, soweit nicht angegeben."""
    personen = {p: dict(angaben) for p, angaben in fall.personen.items()}
    for regel, merkmal in FLUSS.values():
        for p, angaben in personen.items():
            offen = int(vorrang.wert(regel, p)) if regel in vorrang.werte else 0
            if offen > 0:
                angaben[merkmal] = angaben.get(merkmal, 0) + offen
    haushalt = dict(fall.haushalt)
    for regel, merkmal in VORAUSSICHTLICH:
        wert = int(vorrang[regel]) if regel in vorrang.werte else 0
        if wert > 0:
            haushalt.setdefault(merkmal, wert)
    return replace(fall, haushalt=haushalt, personen=personen)


def _ziele(steckbrief: Steckbrief) -> tuple[str, ...]:
    return (steckbrief.anspruch, *((steckbrief.ablehnung,) if steckbrief.ablehnung else ()))


def _gruppen(steckbrief: Steckbrief, ergebnis: Ergebnis) -> list[tuple[str, ...]]:
    """Personen, für die die Leistung gemeinsam gilt."""
    if steckbrief.ebene == PERSON:
        return [(p,) for p in ergebnis.personen]
    ebene = ergebnis.plan.regelwerk.ebenen[steckbrief.ebene]
    stellen = ergebnis.werte.get(ebene.zugehoerigkeit, [0] * len(ergebnis.personen))
    return [
        tuple(p for p, wo in zip(ergebnis.personen, stellen, strict=True) if wo == gruppe)
        for gruppe in dict.fromkeys(stellen)
    ]


def _hat_anspruch(steckbrief: Steckbrief, ergebnis: Ergebnis, person: str) -> bool:
    if steckbrief.ablehnung:
        return int(ergebnis.wert(steckbrief.ablehnung, person)) == 0
    return int(ergebnis.wert(steckbrief.anspruch, person)) > 0


def _posten(
    steckbrief: Steckbrief,
    gerechnet: Gerechnet,
    danach: Mapping[str, Gerechnet],
    proben: Mapping[tuple[str, str], tuple[Gegentatsache, ...]],
    tag: str,
) -> list[Posten]:
    titel = steckbrief.titel_am(tag)
    if isinstance(gerechnet, FehlendeAngaben):
        wer = tuple(dict.fromkeys(f.person for f in gerechnet.fragen if f.person))
        return [Posten(steckbrief.schluessel, titel, wer, Status.FRAGEN, fragen=gerechnet.fragen)]
    if isinstance(gerechnet, KeinWert):
        return [Posten(steckbrief.schluessel, titel, (), Status.KEIN_RECHT, text=str(gerechnet))]
    spaeter = danach.get(steckbrief.schluessel)
    posten = []
    for personen in _gruppen(steckbrief, gerechnet):
        betrag = int(gerechnet.wert(steckbrief.anspruch, personen[0]))
        nach = int(spaeter.wert(steckbrief.anspruch, personen[0])) if isinstance(spaeter, Ergebnis) else betrag
        basis = Posten(steckbrief.schluessel, titel, personen, Status.ANSPRUCH, betrag, nach)
        if _hat_anspruch(steckbrief, gerechnet, personen[0]):
            posten.append(basis)
            continue
        funde = proben.get((steckbrief.schluessel, personen[0]), ())
        posten.append(replace(_abgelehnt(basis, steckbrief, gerechnet), gegentatsachen=funde))
    return posten


def _abgelehnt(posten: Posten, steckbrief: Steckbrief, ergebnis: Ergebnis) -> Posten:
    name = steckbrief.ablehnung
    if name is None:
        text = f"Die Voraussetzungen sind nicht erfüllt ({steckbrief.rechtsgrundlage})."
        return replace(posten, status=Status.KEIN_ANSPRUCH, text=text, norm=steckbrief.rechtsgrundlage)
    regel = ergebnis.plan.regelwerk.regel(name, ergebnis.plan.monat)
    wert = int(ergebnis.wert(name, posten.personen[0]))
    grund = regel.auswahl(wert) if regel.auswahl else None
    return replace(
        posten,
        status=Status.KEIN_ANSPRUCH,
        grund=grund.schluessel if grund else str(wert),
        text=grund.text if grund else "",
        norm=regel.norm,
    )


def _urteil(vorrang: Ergebnis, person: str) -> Urteil:
    """Was die Person zuerst beantragt und warum; ohne Wohngeldvergleich das Recht, nach dem Hilfe zusteht."""
    geprueft = "vorrang_erste_leistung" in vorrang.werte
    wert = vorrang.wert("vorrang_erste_leistung" if geprueft else "vorrang_lebensunterhalt", person)
    gruende: list[str] = []
    if geprueft:
        statt_sgb2 = VorrangSgb2(vorrang.wert("vorrang_statt_sgb2", person))
        statt_sozialhilfe = VorrangSozialhilfe(vorrang.wert("vorrang_statt_sozialhilfe", person))
        gruende = [grund.text + "." for grund in (statt_sgb2, statt_sozialhilfe) if grund]
    return Urteil(person, VorrangLeistung(wert).schluessel, VorrangLeistung(wert).text, " ".join(gruende))


def _hinweise(vorrang: Ergebnis) -> list[str]:
    """Was nicht an einer einzelnen Leistung hängt: Ausbildung und gemischte Bedarfsgemeinschaft."""
    hinweise = []
    if personen := _mit(vorrang, "vorrang_ausbildungsfoerderung"):
        hinweise.append(
            f"Ausbildungsförderung geht vor ({', '.join(personen)}): Die Ausbildung ist dem Grunde nach "
            "förderungsfähig (§ 7 Abs. 5 SGB II, § 22 SGB XII)."
        )
    if personen := _mit(vorrang, "vorrang_gemischt"):
        hinweise.append(
            f"Gemischte Bedarfsgemeinschaft ({', '.join(personen)}): Ein Mitglied erhält Leistungen nach dem SGB II, "
            "ein anderes Sozialhilfe. Einkommen der Person mit Sozialhilfe zählt beim anderen nur, soweit es ihren "
            "eigenen Bedarf übersteigt (BSG, Urteil vom 15.04.2008, B 14/7b AS 58/06 R), und wird nicht doppelt "
            "angerechnet."
        )
    return hinweise


def _mit(vorrang: Ergebnis, name: str) -> list[str]:
    return [p for p in vorrang.personen if name in vorrang.werte and vorrang.wert(name, p)]


def _reihenfolge(posten: Sequence[Posten], vorrang: Ergebnis | None) -> list[Schritt]:
    """Ansprüche in der Reihenfolge, in der sie zu beantragen sind; Ausgeschlossenes zuletzt."""
    schritte = [_schritt(p, vorrang) for p in _zusammengefasst(posten)]
    nachrang = (Verhaeltnis.NACHRANGIG, Verhaeltnis.AUSGESCHLOSSEN)
    return sorted(schritte, key=lambda s: (s.verhaeltnis in nachrang, platz(s.leistung)))


def _zusammengefasst(posten: Sequence[Posten]) -> list[Posten]:
    """Ein Posten je Leistung: alle Personen mit Anspruch, Summe der Beträge."""
    je_leistung: dict[str, Posten] = {}
    for p in posten:
        if p.status is Status.ANSPRUCH:
            bisher = je_leistung.get(p.leistung)
            if bisher:
                personen = (*bisher.personen, *p.personen)
                p = replace(bisher, personen=personen, betrag=bisher.betrag + p.betrag)
            je_leistung[p.leistung] = p
    return list(je_leistung.values())


def _schritt(p: Posten, vorrang: Ergebnis | None) -> Schritt:
    erste = _werte(vorrang, "vorrang_erste_leistung", p.personen) or _werte(
        vorrang, "vorrang_lebensunterhalt", p.personen
    )
    statt = [VorrangSgb2(w) for w in _werte(vorrang, "vorrang_statt_sgb2", p.personen)]
    wie, begruendung = verhaeltnis(p.leistung, [VorrangLeistung(w) for w in erste], statt)
    if p.leistung in FLUSS and _werte(vorrang, FLUSS[p.leistung][0], p.personen) == [0]:
        wie = Verhaeltnis.BEZOGEN
    return Schritt(
        leistung=p.leistung,
        titel=p.titel,
        zustaendig=steckbriefe()[p.leistung].zustaendig,
        personen=p.personen,
        betrag=p.betrag,
        verhaeltnis=wie,
        begruendung=begruendung,
        wirkung=wirkung(p.leistung),
    )


def _werte(vorrang: Ergebnis | None, name: str, personen: Sequence[str]) -> list[int]:
    if vorrang is None or name not in vorrang.werte:
        return []
    return list(dict.fromkeys(int(vorrang.wert(name, p)) for p in personen))
