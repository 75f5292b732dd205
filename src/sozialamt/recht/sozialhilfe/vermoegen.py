"""Vermögen: §§ 90, 91, 141 SGB XII mit der Verordnung zur Durchführung des § 90 Abs. 2 Nr. 9.

Partner setzen ihr Vermögen gemeinsam ein; geschont sind je volljähriger Person der Barbetrag und je überwiegend
unterhaltener Person weitere 500 Euro. Minderjährige Kinder im Haushalt setzen zuerst eigenes Vermögen über
500 Euro ein; was davon nicht gebraucht wird, erhöht den Schonbetrag der Eltern. Eine Karenzzeit für Vermögen
kennt das SGB XII nicht; nur § 141 (COVID-19) lässt es für sechs Monate außer Betracht.
"""

from sozialamt.rechenkern import Anzahl, Cent, Datum, irgendein, regel, summe
from sozialamt.rechenkern.kalender import monate_bis


@regel("person", norm="§ 90 Abs. 2 Nr. 10 SGB XII", titel="Einzusetzendes Kraftfahrzeug")
def kfz_einzusetzen(vermoegen_kfz: Cent, kfz_angemessen: bool, kfz_geschuetzt: bool) -> Cent:
    """Ein angemessenes Kraftfahrzeug ist seit 2023 geschützt."""
    return 0 if kfz_geschuetzt and kfz_angemessen else vermoegen_kfz


@regel("person", norm="§ 90 Abs. 2 Nr. 8 SGB XII", titel="Einzusetzendes Haus- und Grundvermögen")
def immobilie_einzusetzen(vermoegen_immobilie: Cent, hausgrundstueck_geschuetzt: bool) -> Cent:
    """Ein angemessenes selbst bewohntes Hausgrundstück ist geschützt."""
    return 0 if hausgrundstueck_geschuetzt else vermoegen_immobilie


@regel("person", norm="§ 90 Abs. 3 SGB XII", titel="Einzusetzende Bestattungsvorsorge")
def bestattungsvorsorge_einzusetzen(vermoegen_bestattungsvorsorge: Cent, bestattungsvorsorge_angemessen: bool) -> Cent:
    """Angemessene zweckgebundene Vorsorge einzusetzen, wäre eine Härte."""
    return 0 if bestattungsvorsorge_angemessen else vermoegen_bestattungsvorsorge


@regel("person", norm="§ 90 Abs. 2 Nr. 1 bis 7 SGB XII", titel="Geschütztes Vermögen (nachrichtlich)")
def vermoegen_nachrichtlich(vermoegen_altersvorsorge_gefoerdert: Cent, vermoegen_geschuetzt: Cent) -> Cent:
    """Geförderte Altersvorsorge und andere geschützte Gegenstände bleiben außer Betracht."""
    return vermoegen_altersvorsorge_gefoerdert + vermoegen_geschuetzt


@regel("person", norm="§ 90 Abs. 1 SGB XII", titel="Sachwerte und Immobilien")
def sachvermoegen(
    vermoegen_sonstiges: Cent, kfz_einzusetzen: Cent, immobilie_einzusetzen: Cent, bestattungsvorsorge_einzusetzen: Cent
) -> Cent:
    """Sonstiges verwertbares Vermögen nach Abzug des geschützten."""
    return vermoegen_sonstiges + kfz_einzusetzen + immobilie_einzusetzen + bestattungsvorsorge_einzusetzen


@regel("person", norm="§ 90 Abs. 1, 3 SGB XII", titel="Verwertbares Vermögen")
def vermoegen_verwertbar(
    vermoegen_geld: Cent, vermoegen_lebensversicherung: Cent, sachvermoegen: Cent, vermoegen_haerte: Cent
) -> Cent:
    """Gesamtes verwertbares Vermögen ohne den Betrag, dessen Einsatz eine Härte wäre."""
    return max(0, vermoegen_geld + vermoegen_lebensversicherung + sachvermoegen - vermoegen_haerte)


@regel("person", norm="§ 1 DVO zu § 90 Abs. 2 Nr. 9 SGB XII", titel="Schonbetrag der Person")
def schonbetrag(
    eltern_setzen_ein: bool,
    kleinerer_barbetrag: Cent,
    barbetrag_unterhaltene_person: Cent,
    unterhaltene_ausserhalb: Anzahl,
    barbetrag_erhoehung: Cent,
    barbetrag_herabsetzung: Cent,
) -> Cent:
    """Volljährige und alleinstehende Minderjährige: Barbetrag; Kinder im Haushalt: Betrag für Unterhaltene."""
    grundbetrag = barbetrag_unterhaltene_person if eltern_setzen_ein else kleinerer_barbetrag
    grundbetrag += barbetrag_unterhaltene_person * unterhaltene_ausserhalb
    return max(0, grundbetrag + barbetrag_erhoehung - barbetrag_herabsetzung)


@summe(
    "einsatzgemeinschaft",
    norm="§ 27 Abs. 2, § 43 Abs. 1 Satz 2 SGB XII",
    titel="Verwertbares Vermögen, auch des Partners",
)
def vermoegen_gemeinschaft(vermoegen_verwertbar: Cent, kind_der_einsatzgemeinschaft: bool) -> Cent:
    """Verwertbares Vermögen der Person und ihres Partners."""
    return 0 if kind_der_einsatzgemeinschaft else vermoegen_verwertbar


@summe("einsatzgemeinschaft", norm="§ 1 DVO zu § 90 Abs. 2 Nr. 9 SGB XII", titel="Schonbetrag der Einsatzgemeinschaft")
def schonbetrag_gemeinschaft(
    schonbetrag: Cent, vermoegen_verwertbar: Cent, kind_der_einsatzgemeinschaft: bool, eltern_setzen_ein: bool
) -> Cent:
    """Schonbeträge der Partner und der von den Kindern nicht selbst verbrauchte Teil ihres Betrags."""
    if eltern_setzen_ein:
        return max(0, schonbetrag - vermoegen_verwertbar)
    return 0 if kind_der_einsatzgemeinschaft else schonbetrag


@regel("haushalt", norm="§ 141 Abs. 1, 2 SGB XII", titel="Vereinfachter Zugang nach Bewilligungszeitraum")
def vereinfachter_zugang(
    bewilligungszeitraum_beginn: Datum,
    vereinfachter_zugang_ab: Datum,
    vereinfachter_zugang_bis: Datum,
    vereinfachter_zugang_monate: Anzahl,
    monat: Datum,
) -> bool:
    """Sechs Monate ab Beginn eines Bewilligungszeitraums von März 2020 bis Dezember 2022."""
    beginn = bewilligungszeitraum_beginn if bewilligungszeitraum_beginn > 0 else monat
    if beginn < vereinfachter_zugang_ab or beginn > vereinfachter_zugang_bis:
        return False
    vergangen = monate_bis(beginn, monat)
    return vergangen >= 0 and vergangen < vereinfachter_zugang_monate


@irgendein("einsatzgemeinschaft", norm="§ 141 Abs. 2 Satz 2 SGB XII", titel="Erhebliches Vermögen in der Gemeinschaft")
def vermoegen_erheblich_gemeinschaft(vermoegen_erheblich: bool) -> bool:
    """Mindestens ein Mitglied hat erhebliches Vermögen."""
    return vermoegen_erheblich


@regel("einsatzgemeinschaft", norm="§ 141 Abs. 2 SGB XII", titel="Vermögen bleibt außer Betracht")
def vermoegen_unberuecksichtigt(vereinfachter_zugang: bool, vermoegen_erheblich_gemeinschaft: bool) -> bool:
    """Vereinfachter Zugang, wenn kein erhebliches Vermögen vorhanden ist."""
    return vereinfachter_zugang and not vermoegen_erheblich_gemeinschaft


@regel("einsatzgemeinschaft", norm="§ 90 Abs. 1, Abs. 2 Nr. 9 SGB XII", titel="Vermögen über dem Schonbetrag")
def vermoegen_ueberschuss(
    vermoegen_gemeinschaft: Cent, schonbetrag_gemeinschaft: Cent, vermoegen_unberuecksichtigt: bool
) -> Cent:
    """Gemeinsam einzusetzendes Vermögen der Partner oder Eltern."""
    return 0 if vermoegen_unberuecksichtigt else max(0, vermoegen_gemeinschaft - schonbetrag_gemeinschaft)


@regel(
    "einsatzgemeinschaft",
    norm="§ 90 Abs. 2 Nr. 9, § 141 Abs. 2 SGB XII",
    titel="Geschontes Vermögen",
)
def vermoegen_geschont(vermoegen_gemeinschaft: Cent, vermoegen_ueberschuss: Cent) -> Cent:
    """Vermögen bis zum Schonbetrag oder, im vereinfachten Zugang, das ganze."""
    return vermoegen_gemeinschaft - vermoegen_ueberschuss


@regel("person", norm="§ 27 Abs. 2 Satz 3, § 90 SGB XII", titel="Eigenes Vermögen des Kindes über dem Schonbetrag")
def vermoegen_ueberschuss_kind(
    kind_der_einsatzgemeinschaft: bool, vermoegen_verwertbar: Cent, schonbetrag: Cent, vermoegen_unberuecksichtigt: bool
) -> Cent:
    """Minderjährige setzen eigenes Vermögen nur für sich ein."""
    if not kind_der_einsatzgemeinschaft or vermoegen_unberuecksichtigt:
        return 0
    return max(0, vermoegen_verwertbar - schonbetrag)


@irgendein("einsatzgemeinschaft", norm="§ 91 SGB XII", titel="Vermögen nicht sofort verwertbar")
def vermoegen_nicht_sofort_verwertbar(vermoegen_sofort_verwertbar: bool, vermoegen_verwertbar: Cent) -> bool:
    """Mindestens ein Mitglied hat Vermögen, das nicht sofort verbraucht oder verwertet werden kann."""
    return not vermoegen_sofort_verwertbar and vermoegen_verwertbar > 0
