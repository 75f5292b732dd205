"""Den Leistungsbescheid über einen Kostenersatz entwerfen (§§ 102 bis 104 SGB XII, §§ 34, 34a SGB II)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.bescheidart import Bescheidart
from sozialamt.akte.entscheidung import Entscheidung
from sozialamt.akte.fehler import AngabenFehler, Mangel, ZustandFehler
from sozialamt.akte.korrektur import pruefe_anhoerung
from sozialamt.akte.kostenersatz.fristen import erloschene
from sozialamt.akte.kostenersatz.grundlagen import Grundlage
from sozialamt.akte.kostenersatz.hoehe import Erbfall, Ersatz, ersatz_der_erben, ersatz_wegen_verhalten, erster_monat
from sozialamt.akte.models import Benutzer, Bescheidentwurf, Kostenersatz, Vorgang
from sozialamt.akte.monat import monate
from sozialamt.akte.schreiben import Textabschnitt
from sozialamt.akte.stand import zugesprochen
from sozialamt.akte.verfahrensrecht import Anhoerungsausnahme
from sozialamt.akte.vorgaenge.ohne_rechnung_entwerfen import entwirf_ohne_rechnung
from sozialamt.rechenkern.values import euro

GESAMTSCHULD = (
    "Sie haften zusammen mit anderen als Gesamtschuldner (§ 421 BGB): Was andere auf dieselben Kosten zahlen, müssen "
    "Sie nicht mehr zahlen."
)


@dataclass(frozen=True, slots=True)
class Ersatzentscheidung:
    """Was ein Mensch festlegt. `verursacht` begrenzt die Kosten auf das, was am Verhalten liegt; beides in Cent."""

    gruende: str
    haerte: int = 0
    haerte_gruende: str = ""
    verursacht: int | None = None
    ohne_anhoerung: Anhoerungsausnahme | None = None


@transaction.atomic
def kostenersatz_festsetzen(
    *,
    benutzer: Benutzer,
    vorgang: Vorgang,
    angaben: Ersatzentscheidung,
    zeitpunkt: datetime | None = None,
) -> Bescheidentwurf:
    """Rechnet die Höhe, prüft Frist, Anhörung und Begründung; Empfänger ist, wer ersetzen soll."""
    zeitpunkt = zeitpunkt or timezone.now()
    anspruch = Kostenersatz.objects.filter(vorgang=vorgang).first()
    if anspruch is None:
        raise ZustandFehler("Dieser Vorgang ist kein Kostenersatz.")
    grundlage = Grundlage(anspruch.grundlage)
    _pruefe(grundlage, angaben)
    kosten, erloschen = _kosten(anspruch, timezone.localdate(zeitpunkt))
    ersatz = _hoehe(anspruch, kosten, angaben)
    if ersatz.cent <= 0:
        raise ZustandFehler("Es ist nichts zu ersetzen. " + " ".join(ersatz.saetze))
    pruefe_anhoerung(vorgang, angaben.ohne_anhoerung)
    rechnung = ersatz.saetze
    if erloschen:
        rechnung += (f"Für {erloschen[0]:%m.%Y} bis {erloschen[-1]:%m.%Y} ist der Anspruch erloschen.",)
    haerte = (Textabschnitt("Härte", (angaben.haerte_gruende.strip(),)),) if angaben.haerte_gruende.strip() else ()
    strasse, _, ort = anspruch.anschrift.partition(",")
    plz, _, stadt = ort.strip().partition(" ")
    return entwirf_ohne_rechnung(
        benutzer=benutzer,
        vorgang=vorgang,
        beginn=min(kosten),
        ende=max(kosten),
        entscheidung=Entscheidung(
            art=Bescheidart.KOSTENERSATZ,
            norm=grundlage.norm,
            vorgang=vorgang,
            erstattung=ersatz.cent,
            empfaenger={"name": anspruch.gegner, "strasse": strasse.strip(), "plz": plz, "ort": stadt.strip()},
            saetze=(
                f"Sie haben {euro(ersatz.cent)} zu ersetzen ({grundlage.norm}).",
                "Der Betrag ist einen Monat nach Bekanntgabe dieses Bescheids fällig.",
                *((GESAMTSCHULD,) if anspruch.gesamtschuld else ()),
            ),
            gruende=(
                Textabschnitt("Warum Sie Kosten ersetzen", (grundlage.satz, angaben.gruende.strip())),
                Textabschnitt("Wie sich der Betrag ergibt", rechnung),
                *haerte,
            ),
        ),
        zeitpunkt=zeitpunkt,
    )


def aufgewendet(anspruch: Kostenersatz) -> dict[date, int]:
    """Cent je Monat, die der Person oder dem ganzen Haushalt zugesprochen waren."""
    vorgang = anspruch.vorgang
    zeitraum = monate(anspruch.von, anspruch.bis)
    je_monat = dict.fromkeys(zeitraum, 0)
    for teil, cent in zugesprochen(vorgang.haushalt, vorgang.leistung, zeitraum).items():
        if vorgang.person_id in (None, teil.person_id):
            je_monat[teil.monat] += cent
    return je_monat


def _kosten(anspruch: Kostenersatz, heute: date) -> tuple[dict[date, int], list[date]]:
    """Kosten der Monate, die zählen und noch zu verlangen sind, und die Monate, für die der Anspruch erloschen ist."""
    grundlage, alle = Grundlage(anspruch.grundlage), aufgewendet(anspruch)
    erloschen = erloschene(grundlage, alle, anspruch.ereignis_am, heute)
    kosten = {monat: cent for monat, cent in alle.items() if monat not in erloschen}
    if not kosten:
        raise ZustandFehler(
            f"Der Kostenersatz konnte nur bis {anspruch.spaetestens:%d.%m.%Y} verlangt werden ({grundlage.norm}). "
            "Beenden Sie den Vorgang."
        )
    if grundlage is Grundlage.ERBEN:
        ab = erster_monat(anspruch.ereignis_am)
        kosten = {monat: cent for monat, cent in kosten.items() if ab <= monat <= anspruch.ereignis_am}
    return kosten, erloschen


def _hoehe(anspruch: Kostenersatz, kosten: dict[date, int], angaben: Ersatzentscheidung) -> Ersatz:
    if anspruch.grundlage == Grundlage.ERBEN:
        erbfall = Erbfall(anspruch.ereignis_am, anspruch.nachlass_cent or 0, anspruch.gepflegt)
        return ersatz_der_erben(kosten, erbfall, angaben.haerte)
    summe = sum(kosten.values())
    if angaben.verursacht is not None and not 0 < angaben.verursacht <= summe:
        grund = f"liegt nicht zwischen 0,01 € und den Kosten von {euro(summe)}"
        mangel = Mangel("Durch das Verhalten verursacht", euro(angaben.verursacht), grund, "Prüfen Sie den Betrag.")
        raise AngabenFehler([mangel])
    return ersatz_wegen_verhalten(kosten, angaben.verursacht, angaben.haerte)


def _pruefe(grundlage: Grundlage, angaben: Ersatzentscheidung) -> None:
    maengel = []
    if not angaben.gruende.strip():
        abhilfe = "Schreiben Sie, warum ersetzt werden muss: Erbfolge, oder welches Verhalten mit welchem Verschulden."
        maengel.append(Mangel("Gründe", "(leer)", "fehlt", abhilfe))
    if angaben.haerte < 0:
        maengel.append(Mangel("Härte", euro(angaben.haerte), "ist negativ", "Tragen Sie 0 oder mehr ein."))
    if angaben.haerte and grundlage is Grundlage.RECHTSWIDRIG:
        grund = "kennt § 34a SGB II nicht"
        maengel.append(Mangel("Härte", euro(angaben.haerte), grund, "Lassen Sie das Feld leer."))
    ermessen = grundlage in (Grundlage.VERSCHULDEN, Grundlage.ZU_UNRECHT)
    if (ermessen or angaben.haerte) and not angaben.haerte_gruende.strip():
        abhilfe = "Schreiben Sie, ob und wie weit eine Härte besteht (§ 102 Abs. 3, § 103 Abs. 1 Satz 3 SGB XII)."
        maengel.append(Mangel("Abwägung zur Härte", "(leer)", "fehlt", abhilfe))
    if maengel:
        raise AngabenFehler(maengel)
