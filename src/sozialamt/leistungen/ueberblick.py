"""Der Überblick über einen Haushalt: alle Leistungen eines Monats, warum nicht, was es ändern würde, was zuerst.

Reine Daten ohne Ausgabe; Befehl und Haushaltsseite zeigen dasselbe. Fehlen einer Leistung Angaben, stehen dort die
Fragen, die übrigen werden trotzdem gerechnet. Je Leistung gibt es drei Beträge:

* `betrag` gilt für die Angaben, wie sie sind (was nicht als Einkommen angegeben ist, fließt noch nicht zu),
* `betrag_nach_vorrang`, wenn Kindergeld, Unterhaltsvorschuss, Elterngeld und BAföG, die zustehen, bezogen werden,
* `fliesst`, was am Ende wirklich gezahlt wird, wenn jede Person beantragt, was für sie zuerst kommt. Ausgeschlossenes,
  Nachrangiges und die nicht gewählte von zwei Möglichkeiten zählen 0; nur diese Beträge dürfen zusammengezählt werden.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any

from sozialamt.leistungen import steckbriefe
from sozialamt.leistungen.durchlauf import Bild, Lauf, gruppen, hat_anspruch
from sozialamt.leistungen.gegenprobe import Gegentatsache
from sozialamt.leistungen.nachfrage import nachfragen
from sozialamt.leistungen.steckbrief import Steckbrief
from sozialamt.leistungen.vorrang.auswahl import VorrangLeistung, VorrangSgb2, VorrangSozialhilfe
from sozialamt.leistungen.vorrang.rangfolge import ZAHLT, Verhaeltnis, platz, verhaeltnis, wirkung
from sozialamt.leistungen.zufluss import FLUSS
from sozialamt.rechenkern import Ergebnis, Fall, FehlendeAngaben, Frage, KeinWert, Regelwerk, erklaere
from sozialamt.rechenkern.kalender import iso
from sozialamt.rechenkern.plan import plane
from sozialamt.rechenkern.values import Datum, euro

_OHNE_SGB2 = frozenset({VorrangLeistung.ASYLBLG, VorrangLeistung.KAPITEL_4, VorrangLeistung.KAPITEL_3})


class Status(StrEnum):
    """Wie es um eine Leistung steht."""

    ANSPRUCH = "anspruch"
    KEIN_ANSPRUCH = "kein_anspruch"
    DANACH = "danach"
    """Entsteht erst, wenn eine vorrangige Leistung bewilligt ist."""
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
    fliesst: int = 0
    verhaeltnis: Verhaeltnis | None = None
    begruendung: str = ""
    grund: str = ""
    text: str = ""
    norm: str = ""
    fragen: tuple[Frage, ...] = ()
    gegentatsachen: tuple[Gegentatsache, ...] = ()

    @property
    def besteht(self) -> bool:
        """Anspruch jetzt oder sobald Vorrangiges bewilligt ist."""
        return self.status in (Status.ANSPRUCH, Status.DANACH)


@dataclass(frozen=True, slots=True)
class Schritt:
    """Ein Platz in der Reihenfolge der Anträge."""

    leistung: str
    titel: str
    zustaendig: str
    personen: tuple[str, ...]
    betrag: int
    fliesst: int
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

    @property
    def summe(self) -> int:
        """Was der Haushalt im Monat wirklich erhält, in Cent; Ersparnisse ohne Zahlung zählen nicht."""
        return sum(p.fliesst for p in self.posten)

    @property
    def vollstaendig(self) -> bool:
        """Alle Leistungen gerechnet und der Vorrang geprüft."""
        offen = any(p.status is Status.FRAGEN for p in self.posten)
        return not offen and all(p.verhaeltnis is not Verhaeltnis.UNGEPRUEFT for p in self.posten)

    def als_dict(self) -> dict[str, Any]:
        """JSON-fertig; Beträge in Cent."""
        return {"schema": "ueberblick/1", **asdict(self), "summe": self.summe}

    def zu(self, leistung: str, person: str) -> Posten:
        """Der Posten einer Leistung für eine Person."""
        return next(p for p in self.posten if p.leistung == leistung and person in p.personen)


def ueberblick(
    fall: Fall, monat: Datum, werk: Regelwerk, *, kenntnis: Datum | None = None, mit_gegenprobe: bool = True
) -> Ueberblick:
    """Alle Leistungen des Haushalts. Wirft KeinWert nur, wenn der Monat für keine einzige Leistung Recht hat."""
    bild = Bild(
        fall,
        lambda f, ziele: erklaere(f, ziele, monat, werk, kenntnis=kenntnis),
        lambda ziele: {m.name for m in plane(werk, ziele, monat).merkmale},
    )
    proben = bild.gegenproben() if mit_gegenprobe else {}
    posten = [p for s in steckbriefe().values() for p in _posten(s, bild, proben, iso(monat))]
    return Ueberblick(
        monat=iso(monat)[:7],
        titel=fall.titel,
        personen=tuple(fall.personen),
        posten=tuple(posten),
        urteile=tuple(_urteil(bild, p) for p in fall.personen) if bild.vorrang else (),
        reihenfolge=tuple(_reihenfolge(posten)),
        hinweise=(
            *bild.jetzt.hinweise,
            *_daneben(bild.jetzt),
            *(_hinweise(bild.vorrang) if bild.vorrang else ()),
            *nachfragen(fall, monat, werk),
        ),
    )


def _posten(
    steckbrief: Steckbrief, bild: Bild, proben: Mapping[tuple[str, str], tuple[Gegentatsache, ...]], tag: str
) -> list[Posten]:
    schluessel, titel = steckbrief.schluessel, steckbrief.titel_am(tag)
    gerechnet = bild.jetzt.leistungen[schluessel]
    if isinstance(gerechnet, FehlendeAngaben):
        wer = tuple(dict.fromkeys(f.person for f in gerechnet.fragen if f.person))
        return [Posten(schluessel, titel, wer, Status.FRAGEN, fragen=gerechnet.fragen)]
    if isinstance(gerechnet, KeinWert):
        return [Posten(schluessel, titel, (), Status.KEIN_RECHT, text=str(gerechnet))]
    posten = []
    for personen in gruppen(steckbrief, gerechnet):
        betrag, danach, am_ende = (
            _betrag(steckbrief, lauf, personen[0]) for lauf in (bild.jetzt, bild.danach, bild.am_ende)
        )
        basis = Posten(schluessel, titel, personen, Status.ANSPRUCH, betrag, danach)
        if not hat_anspruch(steckbrief, gerechnet, personen[0]):
            funde = proben.get((schluessel, personen[0]), ())
            basis = replace(_abgelehnt(basis, steckbrief, gerechnet), gegentatsachen=funde)
            if am_ende > 0:
                basis = replace(basis, status=Status.DANACH, betrag_nach_vorrang=am_ende)
        posten.append(_eingeordnet(basis, bild, am_ende) if basis.besteht else basis)
    return posten


def _betrag(steckbrief: Steckbrief, lauf: Lauf, person: str) -> int:
    ergebnis = lauf.ergebnis(steckbrief.schluessel)
    return int(ergebnis.wert(steckbrief.anspruch, person)) if ergebnis else 0


def _eingeordnet(p: Posten, bild: Bild, am_ende: int) -> Posten:
    """Verhältnis zu den anderen Leistungen und der Betrag, der am Ende fließt."""
    erste = _werte(bild.vorrang, "vorrang_erste_leistung", p.personen) or _werte(
        bild.vorrang, "vorrang_lebensunterhalt", p.personen
    )
    statt = {_statt_sgb2(bild, person) for person in p.personen}
    wie, begruendung = verhaeltnis(p.leistung, [VorrangLeistung(w) for w in erste], statt, rest=am_ende)
    jetzt = bild.jetzt.ergebnis(p.leistung)
    if p.leistung in FLUSS and _werte(jetzt, FLUSS[p.leistung].regel, p.personen) == [0]:
        wie = Verhaeltnis.BEZOGEN
    zahlt = wie in ZAHLT and steckbriefe()[p.leistung].geldleistung
    return replace(p, verhaeltnis=wie, begruendung=begruendung, fliesst=am_ende if zahlt else 0)


def _statt_sgb2(bild: Bild, person: str) -> VorrangSgb2:
    """Wovon das SGB II abgelöst wird; decken schon die vorrangigen Einnahmen den Bedarf, sind es diese."""
    vorher, nachher = (
        VorrangSgb2(next(iter(_werte(lauf.vorrang, "vorrang_statt_sgb2", [person])), 0))
        for lauf in (bild.jetzt, bild.danach)
    )
    return VorrangSgb2.EINNAHMEN if vorher and not nachher else nachher


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


def _urteil(bild: Bild, person: str) -> Urteil:
    """Was die Person zuerst beantragt und warum; ohne Wohngeldvergleich das Recht, nach dem Hilfe zusteht."""
    wert = [
        *_werte(bild.vorrang, "vorrang_erste_leistung", [person]),
        *_werte(bild.vorrang, "vorrang_lebensunterhalt", [person]),
    ][0]
    statt = [VorrangSozialhilfe(w) for w in _werte(bild.vorrang, "vorrang_statt_sozialhilfe", [person])]
    sgb2 = [] if VorrangLeistung(wert) in _OHNE_SGB2 else [_statt_sgb2(bild, person)]
    gruende = [grund.text + "." for grund in (*sgb2, *statt) if grund]
    return Urteil(person, VorrangLeistung(wert).schluessel, VorrangLeistung(wert).text, " ".join(gruende))


def _daneben(lauf: Lauf) -> list[str]:
    """Einmalige Beträge neben dem laufenden Anspruch, die in keiner Summe stehen (Kinderbonus)."""
    hinweise = []
    for steckbrief in steckbriefe().values():
        ergebnis = lauf.ergebnis(steckbrief.schluessel)
        if ergebnis is None:
            continue
        for name in steckbrief.daneben:
            regel = ergebnis.plan.regelwerk.regel(name, ergebnis.plan.monat)
            for person in ergebnis.personen:
                if betrag := int(ergebnis.wert(name, person)):
                    hinweise.append(
                        f"{regel.titel}, in der Summe nicht enthalten: {person} {euro(betrag)} einmalig ({regel.norm})."
                    )
    return hinweise


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


def _reihenfolge(posten: Sequence[Posten]) -> list[Schritt]:
    """Ansprüche in der Reihenfolge, in der sie zu beantragen sind; was daneben nicht gezahlt wird, zuletzt."""
    gleich: dict[tuple[str, str], list[Posten]] = {}
    for p in posten:
        if p.verhaeltnis is not None:
            gleich.setdefault((p.leistung, p.verhaeltnis), []).append(p)
    schritte = [_schritt(gruppe) for gruppe in gleich.values()]
    return sorted(schritte, key=lambda s: (s.verhaeltnis not in ZAHLT, platz(s.leistung)))


def _schritt(gruppe: Sequence[Posten]) -> Schritt:
    """Alle Personen, für die die Leistung an derselben Stelle steht, mit der Summe der Beträge."""
    p = gruppe[0]
    return Schritt(
        leistung=p.leistung,
        titel=p.titel,
        zustaendig=steckbriefe()[p.leistung].zustaendig,
        personen=tuple(name for q in gruppe for name in q.personen),
        betrag=sum(q.betrag for q in gruppe),
        fliesst=sum(q.fliesst for q in gruppe),
        verhaeltnis=p.verhaeltnis or Verhaeltnis.UNGEPRUEFT,
        begruendung=" ".join(dict.fromkeys(q.begruendung for q in gruppe if q.begruendung)),
        wirkung=wirkung(p.leistung),
    )


def _werte(vorrang: Ergebnis | None, name: str, personen: Sequence[str]) -> list[int]:
    if vorrang is None or name not in vorrang.werte:
        return []
    return list(dict.fromkeys(int(vorrang.wert(name, p)) for p in personen))
