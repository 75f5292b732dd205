"""Geschlossene Listen des Elterngeldes."""

from sozialamt.rechenkern import Auswahl, beschrifte


@beschrifte(
    KEINES="kein Elterngeld",
    BASIS="Basiselterngeld (§ 4a Abs. 1 BEEG)",
    PLUS="Elterngeld Plus (§ 4a Abs. 2 BEEG)",
    PARTNERSCHAFTSBONUS="Partnerschaftsbonus (§ 4b BEEG)",
)
class ElterngeldArt(Auswahl):
    """Was für einen Lebensmonat beansprucht wird."""

    KEINES = 0
    BASIS = 1
    PLUS = 2
    PARTNERSCHAFTSBONUS = 3


@beschrifte(ZWEI="zwei Kinder unter drei Jahren", DREI="drei Kinder unter sechs Jahren")
class ElterngeldGeschwister(Auswahl):
    """Fälle des Geschwisterbonus; die Zahl ist die Stelle in der Tabelle der Kinderzahlen."""

    ZWEI = 1
    DREI = 2


@beschrifte(
    KEIN_GRUND="kein Ablehnungsgrund",
    NICHT_BEANTRAGT="Elterngeld ist für diesen Lebensmonat nicht beantragt (§ 7 Abs. 1 BEEG).",
    KEIN_KIND="Die Person lebt nicht mit dem Kind im Haushalt, für das Elterngeld beansprucht wird, oder betreut es "
    "nicht selbst (§ 1 Abs. 1 Satz 1 BEEG).",
    VOR_GEBURT="Der Lebensmonat liegt vor der Geburt oder Aufnahme des Kindes (§ 4 Abs. 1 BEEG).",
    AUFENTHALT="Das Aufenthaltsrecht genügt nicht (§ 1 Abs. 7 BEEG).",
    EINKOMMENSGRENZE="Das zu versteuernde Einkommen übersteigt die Grenze (§ 1 Abs. 8 BEEG).",
    ARBEITSZEIT="Die Arbeitszeit ist zu hoch (§ 1 Abs. 1 Satz 1 Nr. 4, Abs. 6 BEEG).",
    ANTRAG_VERSPAETET="Elterngeld wird nur für drei Lebensmonate vor dem Antrag nachgezahlt (§ 7 Abs. 1 Satz 2 BEEG).",
    ART_NICHT_VORGESEHEN="Elterngeld Plus und Partnerschaftsbonus gibt es erst für Geburten ab Juli 2015 (§ 28 BEEG).",
    ZEITRAUM="Der Lebensmonat liegt nach dem Ende des Bezugszeitraums, oder der Bezug war unterbrochen "
    "(§ 4 Abs. 1 BEEG).",
    MONATE_VERBRAUCHT="Die Monatsbeträge sind verbraucht (§ 4 Abs. 3 bis 5 BEEG).",
    MINDESTBEZUG="Elterngeld muss für mindestens zwei Lebensmonate bezogen werden (§ 4 Abs. 4 Satz 2 BEEG).",
    GLEICHZEITIG="Beide Eltern können Basiselterngeld nur in einem der ersten zwölf Lebensmonate gleichzeitig "
    "beziehen (§ 4 Abs. 6 BEEG).",
    PARTNERSCHAFTSBONUS="Die Voraussetzungen des Partnerschaftsbonus (Stunden beider Eltern, Zahl der Monate) sind "
    "nicht erfüllt (§ 4b BEEG).",
    KEIN_KLEINKIND="Im Haushalt lebt kein eigenes Kind unter drei Jahren (§ 1 Abs. 1, § 4 Abs. 1 BEEG).",
    ANGERECHNET="Anzurechnende Leistungen erreichen das Elterngeld (§ 3 BEEG).",
)
class ElterngeldAblehnung(Auswahl):
    """Warum für den Lebensmonat kein Elterngeld gezahlt wird."""

    KEIN_GRUND = 0
    NICHT_BEANTRAGT = 1
    KEIN_KIND = 2
    VOR_GEBURT = 3
    AUFENTHALT = 4
    EINKOMMENSGRENZE = 5
    ARBEITSZEIT = 6
    ANTRAG_VERSPAETET = 7
    ART_NICHT_VORGESEHEN = 8
    ZEITRAUM = 9
    MONATE_VERBRAUCHT = 10
    MINDESTBEZUG = 11
    GLEICHZEITIG = 12
    PARTNERSCHAFTSBONUS = 13
    ANGERECHNET = 14
    KEIN_KLEINKIND = 15
