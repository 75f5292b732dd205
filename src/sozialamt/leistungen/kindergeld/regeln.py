"""Kindergeld: welches Kind zählt und wie viel es ist (§§ 62 bis 66 EStG, §§ 1 bis 6 BKGG).

Der Anspruch wird beim Kind gezeigt; ausgezahlt wird er an `kindergeld_empfaenger`. Ob es tatsächlich bezogen
wird, steht im Merkmal `kindergeld`.
"""

from sozialamt.leistungen.kindergeld.auswahl import KindergeldAblehnung, KindergeldGrund
from sozialamt.rechenkern import Anzahl, Cent, Datum, Jahre, Position, beim, minimum, regel
from sozialamt.rechenkern.kalender import letzter_tag, monat_plus, vollendete_jahre
from sozialamt.recht.auswahl import Aufenthaltsstatus

Tabelle = tuple[int, ...]


@regel("person", norm="§ 62 Abs. 2 EStG, § 1 Abs. 3 BKGG", titel="Aufenthaltsrecht genügt für Kindergeld")
def kindergeld_aufenthalt(aufenthaltsstatus: Aufenthaltsstatus, aufenthaltstitel_mit_familienleistungen: bool) -> bool:
    """Ohne Freizügigkeit nur mit einem Titel, der dazu berechtigt; eine Gestattung genügt nicht."""
    if (
        aufenthaltsstatus == Aufenthaltsstatus.AUFENTHALT_24
        or aufenthaltsstatus == Aufenthaltsstatus.AUFENTHALT_ASYLBLG
        or aufenthaltsstatus == Aufenthaltsstatus.DULDUNG
    ):
        return aufenthaltstitel_mit_familienleistungen
    return (
        aufenthaltsstatus != Aufenthaltsstatus.AUFENTHALTSGESTATTUNG
        and aufenthaltsstatus != Aufenthaltsstatus.AUSREISEPFLICHTIG
    )


@beim("elternteil_1", sonst=0, norm="§ 62 EStG, § 1 BKGG", titel="Erster Elternteil kann Kindergeld erhalten")
def kindergeld_berechtigt_elternteil_1(kindergeld_aufenthalt: bool) -> bool:
    """Elternteil im Haushalt mit ausreichendem Aufenthaltsrecht."""
    return kindergeld_aufenthalt


@beim("elternteil_2", sonst=0, norm="§ 62 EStG, § 1 BKGG", titel="Zweiter Elternteil kann Kindergeld erhalten")
def kindergeld_berechtigt_elternteil_2(kindergeld_aufenthalt: bool) -> bool:
    """Elternteil im Haushalt mit ausreichendem Aufenthaltsrecht."""
    return kindergeld_aufenthalt


@beim("kindergeld_empfaenger", sonst=0, norm="§§ 63, 64 EStG, §§ 2, 3 BKGG", titel="Empfänger kann Kindergeld erhalten")
def kindergeld_berechtigt_empfaenger(kindergeld_aufenthalt: bool) -> bool:
    """Bestimmte Person im Haushalt (auch Stief-, Pflege- oder Großeltern) mit ausreichendem Aufenthaltsrecht."""
    return kindergeld_aufenthalt


@regel("person", norm="§§ 62, 63 EStG, § 1 Abs. 2, § 2 Abs. 1 BKGG", titel="Kind mit Berechtigtem im Haushalt")
def kindergeld_kind(
    elternteil_1: Position, elternteil_2: Position, kindergeld_empfaenger: Position, kindergeld_fuer_sich_selbst: bool
) -> bool:
    """Kind von Eltern, Stief-, Pflege- oder Großeltern des Haushalts oder Vollwaise mit eigenem Anspruch."""
    return elternteil_1 >= 0 or elternteil_2 >= 0 or kindergeld_empfaenger >= 0 or kindergeld_fuer_sich_selbst


@regel("person", norm="§ 62 EStG, § 1 BKGG", titel="Ein Berechtigter erfüllt die Voraussetzungen")
def kindergeld_berechtigter(
    kindergeld_berechtigt_elternteil_1: bool,
    kindergeld_berechtigt_elternteil_2: bool,
    kindergeld_berechtigt_empfaenger: bool,
    kindergeld_fuer_sich_selbst: bool,
    kindergeld_aufenthalt: bool,
) -> bool:
    """Mindestens eine Person, der das Kindergeld zustehen kann."""
    if kindergeld_berechtigt_elternteil_1 or kindergeld_berechtigt_elternteil_2:
        return True
    return kindergeld_berechtigt_empfaenger or (kindergeld_fuer_sich_selbst and kindergeld_aufenthalt)


@regel("person", norm="§ 66 Abs. 2 EStG, § 5 Abs. 1 BKGG", titel="Alter zu Beginn des Monats")
def kindergeld_alter(geburtsdatum: Datum, monat: Datum) -> Jahre:
    """Gezahlt wird bis zum Ende des Monats, in dem eine Voraussetzung wegfällt; maßgebend ist der Monatserste."""
    return max(0, vollendete_jahre(geburtsdatum, monat))


@regel("person", norm="§ 32 Abs. 4 Satz 1 EStG, § 2 Abs. 2 Satz 1 BKGG", titel="Grund bei volljährigem Kind")
def kindergeld_grund_massgebend(
    kindergeld_grund: KindergeldGrund, schulbesuch: bool, in_ausbildung: bool, freiwilligendienst_taschengeld: Cent
) -> KindergeldGrund:
    """Schule, Ausbildung und das Taschengeld eines Freiwilligendienstes zählen auch ohne besondere Angabe."""
    if kindergeld_grund != KindergeldGrund.KEINER:
        return kindergeld_grund
    if schulbesuch or in_ausbildung:
        return KindergeldGrund.AUSBILDUNG
    return KindergeldGrund.FREIWILLIGENDIENST if freiwilligendienst_taschengeld > 0 else KindergeldGrund.KEINER


@regel("person", norm="§ 32 Abs. 4 Satz 1 EStG, § 2 Abs. 2 Satz 1 BKGG", titel="Innerhalb der Altersgrenze")
def kindergeld_alter_gewahrt(
    kindergeld_alter: Jahre,
    kindergeld_grund_massgebend: KindergeldGrund,
    kindergeld_altersgrenze: Jahre,
    kindergeld_altersgrenze_arbeitsuchend: Jahre,
    kindergeld_altersgrenze_ausbildung: Jahre,
) -> bool:
    """Bis 18 immer, bis 21 bei Arbeitsuche, bis 25 bei Ausbildung, bei Behinderung ohne Grenze."""
    if kindergeld_alter < kindergeld_altersgrenze or kindergeld_grund_massgebend == KindergeldGrund.BEHINDERUNG:
        return True
    if kindergeld_grund_massgebend == KindergeldGrund.ARBEITSUCHEND:
        return kindergeld_alter < kindergeld_altersgrenze_arbeitsuchend
    return kindergeld_alter < kindergeld_altersgrenze_ausbildung


@regel("person", norm="§ 32 Abs. 4 Satz 2, 3 EStG, § 2 Abs. 2 Satz 2, 3 BKGG", titel="Schädliche Erwerbstätigkeit")
def kindergeld_schaedliche_arbeit(
    kindergeld_grund_massgebend: KindergeldGrund,
    kindergeld_erste_ausbildung_abgeschlossen: bool,
    kindergeld_arbeit_ueber_20_stunden: bool,
) -> bool:
    """Nach der ersten Ausbildung schadet mehr als 20 Wochenstunden Arbeit in den Fällen der Nummer 2."""
    if not (kindergeld_erste_ausbildung_abgeschlossen and kindergeld_arbeit_ueber_20_stunden):
        return False
    return (
        kindergeld_grund_massgebend != KindergeldGrund.ARBEITSUCHEND
        and kindergeld_grund_massgebend != KindergeldGrund.BEHINDERUNG
    )


@regel("person", norm="§ 32 Abs. 3 bis 5 EStG, § 2 Abs. 2 BKGG", titel="Hindernis beim Kind")
def kindergeld_hindernis_kind(
    kindergeld_alter: Jahre,
    kindergeld_altersgrenze: Jahre,
    kindergeld_alter_gewahrt: bool,
    kindergeld_grund_massgebend: KindergeldGrund,
    kindergeld_schaedliche_arbeit: bool,
) -> KindergeldAblehnung:
    """Alter, Grund und Erwerbstätigkeit des Kindes."""
    if kindergeld_alter < kindergeld_altersgrenze:
        return KindergeldAblehnung.KEIN_GRUND
    if not kindergeld_alter_gewahrt:
        return KindergeldAblehnung.ALTER
    if kindergeld_grund_massgebend == KindergeldGrund.KEINER:
        return KindergeldAblehnung.OHNE_GRUND
    if kindergeld_schaedliche_arbeit:
        return KindergeldAblehnung.ERWERBSTAETIG
    return KindergeldAblehnung.KEIN_GRUND


@regel("person", norm="§§ 62 bis 65 EStG, §§ 1 bis 4 BKGG", titel="Grund, aus dem kein Kindergeld zusteht")
def kindergeld_ablehnung(
    kindergeld_kind: bool,
    kindergeld_hindernis_kind: KindergeldAblehnung,
    kindergeld_berechtigter: bool,
    kindergeld_andere_leistung: bool,
) -> KindergeldAblehnung:
    """Prüfung in der Reihenfolge des Gesetzes."""
    if not kindergeld_kind:
        return KindergeldAblehnung.KEIN_KIND
    if kindergeld_hindernis_kind != KindergeldAblehnung.KEIN_GRUND:
        return kindergeld_hindernis_kind
    if not kindergeld_berechtigter:
        return KindergeldAblehnung.AUFENTHALT
    if kindergeld_andere_leistung:
        return KindergeldAblehnung.ANDERE_LEISTUNG
    return KindergeldAblehnung.KEIN_GRUND


@regel(
    "person", norm="§ 66 Abs. 1 EStG (bis 2022)", titel="Rang des Kindes nach dem Alter", bis="2022-12-31", nachher=0
)
def kindergeld_rang(
    geburtsdatum: Datum,
    position: Position,
    haushaltsgroesse: Anzahl,
    kindergeld_ablehnung: KindergeldAblehnung,
    monat: Datum,
) -> Anzahl:
    """Sortierschlüssel: ältere Kinder zuerst, Gleichaltrige nach ihrer Stelle; wer nicht zählt, steht ganz hinten."""
    if kindergeld_ablehnung != KindergeldAblehnung.KEIN_GRUND:
        return (letzter_tag(monat) + 1) * haushaltsgroesse + position
    return geburtsdatum * haushaltsgroesse + position


@minimum("haushalt", norm="§ 66 Abs. 1 EStG (bis 2022)", titel="Ältestes Kind", bis="2022-12-31", nachher=0)
def kindergeld_rang_1(kindergeld_rang: Anzahl) -> Anzahl:
    """Rang des ältesten Kindes im Haushalt."""
    return kindergeld_rang


@minimum("haushalt", norm="§ 66 Abs. 1 EStG (bis 2022)", titel="Zweitältestes Kind", bis="2022-12-31", nachher=0)
def kindergeld_rang_2(kindergeld_rang: Anzahl, kindergeld_rang_1: Anzahl, kindergeld_rang_offen: Anzahl) -> Anzahl:
    """Rang des zweitältesten Kindes im Haushalt."""
    return kindergeld_rang if kindergeld_rang > kindergeld_rang_1 else kindergeld_rang_offen


@minimum("haushalt", norm="§ 66 Abs. 1 EStG (bis 2022)", titel="Drittältestes Kind", bis="2022-12-31", nachher=0)
def kindergeld_rang_3(kindergeld_rang: Anzahl, kindergeld_rang_2: Anzahl, kindergeld_rang_offen: Anzahl) -> Anzahl:
    """Rang des drittältesten Kindes im Haushalt."""
    return kindergeld_rang if kindergeld_rang > kindergeld_rang_2 else kindergeld_rang_offen


@regel("haushalt", norm="§ 66 Abs. 1 EStG (bis 2022)", titel="Rang hinter allen Kindern", bis="2022-12-31", nachher=0)
def kindergeld_rang_offen(haushaltsgroesse: Anzahl, monat: Datum) -> Anzahl:
    """Größer als jeder vergebene Sortierschlüssel."""
    return letzter_tag(monat_plus(monat, 1)) * haushaltsgroesse


@regel("person", norm="§ 66 Abs. 1 EStG (bis 2022)", titel="Ordnungszahl des Kindes", bis="2022-12-31", nachher=1)
def kindergeld_ordnung(
    kindergeld_ordnungszahl: Anzahl,
    kindergeld_rang: Anzahl,
    kindergeld_rang_1: Anzahl,
    kindergeld_rang_2: Anzahl,
    kindergeld_rang_3: Anzahl,
    kindergeld_betrag: Tabelle,
) -> Anzahl:
    """Stelle des Kindes in der Reihe der Kinder des Berechtigten; ab dem vierten gilt derselbe Betrag."""
    ordnung = kindergeld_ordnungszahl
    if ordnung == 0:
        ordnung = 1
        if kindergeld_rang > kindergeld_rang_1:
            ordnung += 1
        if kindergeld_rang > kindergeld_rang_2:
            ordnung += 1
        if kindergeld_rang > kindergeld_rang_3:
            ordnung += 1
    return min(ordnung, len(kindergeld_betrag) - 1)


@regel("person", norm="§ 66 Abs. 1 EStG, § 6 Abs. 1, 2 BKGG", titel="Kindergeld")
def kindergeld_anspruch(
    kindergeld_ablehnung: KindergeldAblehnung, kindergeld_ordnung: Anzahl, kindergeld_betrag: Tabelle
) -> Cent:
    """Monatliches Kindergeld für das Kind, bis 2022 nach der Ordnungszahl, seit 2023 für jedes Kind gleich."""
    if kindergeld_ablehnung != KindergeldAblehnung.KEIN_GRUND:
        return 0
    return kindergeld_betrag[kindergeld_ordnung]


@regel("person", norm="§ 66 Abs. 1 Satz 2 EStG, § 6 Abs. 3 BKGG", titel="Kinderbonus")
def kinderbonus(kindergeld_ablehnung: KindergeldAblehnung, kindergeld_einmalbetrag: Cent) -> Cent:
    """Einmalbetrag neben dem Kindergeld; bei anderen Sozialleistungen ist er kein Einkommen."""
    return kindergeld_einmalbetrag if kindergeld_ablehnung == KindergeldAblehnung.KEIN_GRUND else 0
