"""Schreiben, die kein Bescheid sind: Anhörung, Aufforderung zur Mitwirkung, Anzeigen an andere. Eigener Wortlaut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings

from sozialamt.akte.models import Benutzer, Haushalt, Kostenersatz, Person, Traegeranspruch
from sozialamt.akte.schreiben import Behoerde, BriefDaten, Textabschnitt, Unterschrift
from sozialamt.akte.schreiben.zeiten import tag_lang, tage
from sozialamt.rechenkern.values import euro


@dataclass(frozen=True, slots=True)
class Brieftext:
    """Betreff, Absätze und Abschnitte eines Schreibens, noch ohne Kopf."""

    art: str
    betreff: str
    absaetze: tuple[str, ...]
    abschnitte: tuple[Textabschnitt, ...] = ()


def brief(
    text: Brieftext,
    *,
    haushalt: Haushalt,
    datum: date,
    benutzer: Benutzer,
    person: Person | None = None,
    gegner: Traegeranspruch | Kostenersatz | None = None,
) -> BriefDaten:
    """Setzt Kopf und Unterschrift um den Text; Empfänger ist die Person oder, bei Anzeigen, der andere."""
    if gegner is not None:
        anschrift: tuple[str, ...] = (gegner.gegner, *(z.strip() for z in gegner.anschrift.split(",")))
        anrede = "Guten Tag,"
    else:
        name = person.rufname if person else ""
        anschrift = tuple(z for z in (name, haushalt.strasse, f"{haushalt.plz} {haushalt.ort}") if z)
        anrede = f"Guten Tag {name}," if name else "Guten Tag,"
    return BriefDaten(
        behoerde=Behoerde(**settings.BEHOERDE, ansprechperson=benutzer.anzeigename),
        anschrift=anschrift,
        aktenzeichen=haushalt.aktenzeichen,
        datum=datum,
        betreff=text.betreff,
        anrede=anrede,
        absaetze=text.absaetze,
        abschnitte=text.abschnitte,
        unterschrift=Unterschrift(name=benutzer.anzeigename),
        muster=haushalt.erzeugt,
    )


def anhoerung(leistung: str, tatsachen: str, absicht: str, frist: date) -> Brieftext:
    """Anhörung (§ 24 Abs. 1 SGB X)."""
    return Brieftext(
        art="anhoerung",
        betreff=f"{leistung}: Anhörung vor einer Entscheidung",
        absaetze=(
            "wir wollen eine Entscheidung treffen, die für Sie nachteilig ist. Bevor wir entscheiden, können Sie sich "
            "zu den Tatsachen äußern, auf die es ankommt (§ 24 Absatz 1 SGB X).",
        ),
        abschnitte=(
            Textabschnitt("Davon gehen wir aus", (tatsachen,)),
            Textabschnitt("Das haben wir vor", (absicht,)),
            Textabschnitt(
                "So können Sie sich äußern",
                (
                    f"Bitte schreiben Sie uns bis zum {tag_lang(frist)} oder sprechen Sie bei uns vor. Nennen Sie "
                    "alles, was aus Ihrer Sicht gegen unsere Absicht spricht, und legen Sie Nachweise bei.",
                    "Sie müssen sich nicht äußern. Hören wir bis dahin nichts von Ihnen, entscheiden wir nach dem "
                    "Stand der Akte. Sie dürfen die Akte einsehen, soweit Sie sie dafür brauchen (§ 25 SGB X).",
                ),
            ),
        ),
    )


def mitwirkung(leistung: str, unterlagen: Sequence[str], norm: str, frist: date) -> Brieftext:
    """Aufforderung zur Mitwirkung mit dem Hinweis auf die Folgen (§§ 60 bis 67 SGB I)."""
    liste = tuple(f"– {zeile}" for zeile in unterlagen)
    return Brieftext(
        art="mitwirkung",
        betreff=f"{leistung}: Wir brauchen noch Angaben von Ihnen",
        absaetze=(f"damit wir entscheiden können, brauchen wir noch Folgendes von Ihnen ({norm}):", *liste),
        abschnitte=(
            Textabschnitt("Bis wann?", (f"Bitte schicken oder bringen Sie uns alles bis zum {tag_lang(frist)}.",)),
            Textabschnitt(
                "Was geschieht sonst?",
                (
                    "Wirken Sie bis dahin nicht mit und wird es dadurch erheblich schwerer, den Sachverhalt zu klären, "
                    "können wir die Leistung ganz oder teilweise versagen oder entziehen, bis Sie die Mitwirkung "
                    "nachholen (§ 66 Absatz 1 und 3 SGB I). Holen Sie sie später nach, können wir die Leistung auch "
                    "nachträglich erbringen (§ 67 SGB I).",
                ),
            ),
            Textabschnitt(
                "Wenn Sie etwas nicht beschaffen können",
                (
                    "Sagen Sie uns bitte, warum. Sie müssen nicht mitwirken, soweit es unverhältnismäßig oder aus "
                    "wichtigem Grund unzumutbar ist oder wir es mit geringerem Aufwand selbst können (§ 65 SGB I). "
                    "Brauchen Sie mehr Zeit, rufen Sie uns an.",
                ),
            ),
        ),
    )


def erstattungsanzeige(anspruch: Traegeranspruch, name: str, geboren: date, leistung: str) -> Brieftext:
    """Geltendmachung nach §§ 102 bis 105 SGB X; wahrt die Frist des § 111, auch ohne Betrag."""
    zeitraum = tage(f"{anspruch.von:%Y-%m}", f"{anspruch.bis:%Y-%m}")
    return Brieftext(
        art="erstattungsanzeige",
        betreff=f"Erstattungsanspruch für {name}, geboren am {tag_lang(geboren)}",
        absaetze=(
            f"wir erbringen für die oben genannte Person {leistung}. Sie kann nach unserer Kenntnis bei Ihnen "
            f"{anspruch.anspruch_auf} beanspruchen.",
            f"Für die Zeit vom {zeitraum} machen wir deshalb Erstattung geltend "
            f"(§ {anspruch.grundlage} SGB X). Diese Anzeige wahrt die Frist des § 111 SGB X.",
            "Bitte teilen Sie uns mit, ab wann und in welcher Höhe Sie leisten werden, und zahlen Sie für diese Zeit "
            "nichts an die Person aus, bis wir den Betrag beziffert haben (§ 107 SGB X).",
        ),
    )


def bezifferung(anspruch: Traegeranspruch, name: str, cent: int) -> Brieftext:
    """Höhe des Anspruchs."""
    zeitraum = tage(f"{anspruch.von:%Y-%m}", f"{anspruch.bis:%Y-%m}")
    return Brieftext(
        art="bezifferung",
        betreff=f"Höhe unseres Anspruchs für {name}",
        absaetze=(
            f"für die Zeit vom {zeitraum} haben wir {euro(cent)} aufgewendet. Bitte überweisen Sie diesen Betrag, "
            "höchstens aber, was Sie selbst für diese Zeit zu leisten haben.",
        ),
    )


def ueberleitung(anspruch: Traegeranspruch, name: str, leistung: str, ermessen: str) -> Brieftext:
    """Anzeige der Überleitung an den Dritten (§ 93 Abs. 1 SGB XII)."""
    zeitraum = tage(f"{anspruch.von:%Y-%m}", f"{anspruch.bis:%Y-%m}")
    return Brieftext(
        art="ueberleitung",
        betreff=f"Ihr Verhältnis zu {name}: Überleitung eines Anspruchs",
        absaetze=(
            f"{name} erhält von uns {leistung} und hat gegen Sie einen Anspruch: {anspruch.anspruch_auf}.",
            f"Wir leiten diesen Anspruch für die Zeit vom {zeitraum} bis zur Höhe unserer Aufwendungen auf uns über "
            "(§ 93 Absatz 1 SGB XII). Sie können ab jetzt nur noch an uns leisten, ohne noch einmal zahlen zu müssen. "
            "Der Übergang gilt, solange wir ohne Unterbrechung leisten; mehr als zwei Monate gelten als "
            "Unterbrechung (§ 93 Absatz 2 SGB XII).",
            f"So haben wir abgewogen: {ermessen}",
        ),
        abschnitte=(
            Textabschnitt(
                "Ihr Recht",
                (
                    "Gegen diese Überleitung können Sie innerhalb eines Monats nach ihrer Bekanntgabe Widerspruch "
                    "bei uns erheben, schriftlich, in elektronischer Form (§ 36a Absatz 2 SGB I) oder zur "
                    "Niederschrift. Widerspruch und Klage haben keine aufschiebende Wirkung (§ 93 Absatz 3 SGB XII).",
                ),
            ),
        ),
    )
