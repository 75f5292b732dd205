"""Einen Zahlungsweg erfassen; gezahlt wird darauf erst nach der Freigabe durch eine zweite Person."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from sozialamt.akte.fehler import AngabenFehler, Mangel, ZustandFehler
from sozialamt.akte.models import Benutzer, Haushalt
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.vorgaenge.protokollieren import protokolliere
from sozialamt.kasse.iban import pruefe_iban
from sozialamt.kasse.models import Empfaengerart, Zahlungsweg
from sozialamt.kasse.zeichen import NAME_HOECHSTENS, banktext, pruefe_text
from sozialamt.leistungen import steckbriefe

ZWECK_EIGEN_HOECHSTENS = 110
"""Vom Verwendungszweck bleiben 30 Zeichen für Aktenzeichen und Monat."""


@dataclass(frozen=True, slots=True)
class Wegangaben:
    """Was über das Konto angegeben wird; Beträge in Cent, leere Texte heißen „alle“."""

    kontoinhaber: str
    iban: str
    gilt_ab: date
    gilt_bis: date | None = None
    empfaenger: str = Empfaengerart.HAUSHALT.value
    leistung: str = ""
    bestandteil: str = ""
    hoechstbetrag: int | None = None
    verwendungszweck: str = ""


@transaction.atomic
def zahlungsweg_erfassen(
    *,
    benutzer: Benutzer,
    haushalt: Haushalt,
    angaben: Wegangaben,
    gesehen: int | None = None,
    zeitpunkt: datetime | None = None,
) -> Zahlungsweg:
    """Prüft IBAN, Namen und Texte und fügt den Weg an; ein früherer Weg gilt weiter, bis dieser freigegeben ist.

    `gesehen` ist die Nummer des jüngsten Wegs, den der Bearbeiter vor sich hatte (0: keiner). Hat inzwischen jemand
    einen anderen erfasst, geht es nicht weiter; ohne Angabe wird das nicht geprüft.
    """
    pruefe_recht(benutzer, "zahlungsweg_erfassen", haushalt)
    zeitpunkt = zeitpunkt or timezone.now()
    iban = _pruefe(angaben)
    _pruefe_nicht_doppelt(haushalt, angaben, iban)
    if gesehen is not None:
        _pruefe_stand(haushalt, gesehen)
    weg = Zahlungsweg.objects.create(
        haushalt=haushalt,
        leistung=angaben.leistung,
        bestandteil=angaben.bestandteil,
        empfaenger=angaben.empfaenger,
        kontoinhaber=angaben.kontoinhaber.strip(),
        iban=iban,
        hoechstbetrag=angaben.hoechstbetrag,
        verwendungszweck=banktext(angaben.verwendungszweck),
        gilt_ab=angaben.gilt_ab,
        gilt_bis=angaben.gilt_bis,
        erzeugt=haushalt.erzeugt,
        erfasst_am=zeitpunkt,
        erfasst_von=benutzer,
    )
    protokolliere(
        vorgang="zahlungsweg_erfassen",
        benutzer=benutzer,
        zeitpunkt=zeitpunkt,
        haushalt=haushalt,
        angaben={"zahlungsweg": weg.pk, "empfaenger": weg.empfaenger},
    )
    return weg


def juengster_weg(haushalt: Haushalt) -> int:
    """Nummer des zuletzt erfassten Wegs, 0 ohne einen."""
    return int(haushalt.zahlungswege.aggregate(m=Max("pk"))["m"] or 0)


def _pruefe_stand(haushalt: Haushalt, gesehen: int) -> None:
    """Sperrt die Akte, damit von zweien, die zugleich ein Konto ändern, der zweite vom ersten erfährt."""
    Haushalt.objects.select_for_update(no_key=True).get(pk=haushalt.pk)
    neuer = haushalt.zahlungswege.filter(pk__gt=gesehen).select_related("erfasst_von").order_by("-pk").first()
    if neuer is not None:
        raise ZustandFehler(
            f"Inzwischen hat {neuer.erfasst_von.anzeigename} für {neuer.kontoinhaber} das Konto {neuer.iban_lesbar} "
            "erfasst. Sehen Sie es sich an und erfassen Sie Ihres nur, wenn es noch stimmt."
        )


def _pruefe_nicht_doppelt(haushalt: Haushalt, angaben: Wegangaben, iban: str) -> None:
    """Ein zweiter Klick erfasst dasselbe Konto nicht noch einmal."""
    werte = asdict(angaben) | {
        "iban": iban,
        "kontoinhaber": angaben.kontoinhaber.strip(),
        "verwendungszweck": banktext(angaben.verwendungszweck),
    }
    if haushalt.zahlungswege.offen().filter(**werte).exists():
        raise ZustandFehler("Dieses Konto ist genau so schon erfasst und wartet auf die Freigabe.")


def _pruefe(angaben: Wegangaben) -> str:
    maengel: list[Mangel] = []
    iban = ""
    try:
        iban = pruefe_iban(angaben.iban)
    except AngabenFehler as fehler:
        maengel += fehler.maengel
    zweck = angaben.verwendungszweck
    texte = (
        pruefe_text("Kontoinhaber", angaben.kontoinhaber, NAME_HOECHSTENS),
        pruefe_text("Verwendungszweck", zweck, ZWECK_EIGEN_HOECHSTENS, pflicht=False),
    )
    maengel += [mangel for mangel in texte if mangel]
    if angaben.empfaenger not in Empfaengerart.values:
        maengel.append(Mangel("Empfänger", angaben.empfaenger, "gibt es nicht", "Wählen Sie einen Empfänger."))
    if angaben.leistung and angaben.leistung not in steckbriefe():
        maengel.append(Mangel("Leistung", angaben.leistung, "gibt es nicht", "Wählen Sie eine Leistung."))
    if angaben.hoechstbetrag is not None and angaben.hoechstbetrag <= 0:
        wert = str(angaben.hoechstbetrag)
        maengel.append(Mangel("Höchstbetrag", wert, "ist nicht größer als 0", "Lassen Sie das Feld leer: alles."))
    if angaben.gilt_bis is not None and angaben.gilt_bis < angaben.gilt_ab:
        wert = f"{angaben.gilt_bis:%d.%m.%Y}"
        maengel.append(Mangel("gilt bis", wert, f"liegt vor {angaben.gilt_ab:%d.%m.%Y}", "Prüfen Sie den Zeitraum."))
    if maengel:
        raise AngabenFehler(maengel)
    return iban
