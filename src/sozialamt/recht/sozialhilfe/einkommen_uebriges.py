"""Übrige Einnahmen, Versicherungen und Kindergeld: §§ 43 Abs. 2, 82 Abs. 1, 2, 83, 84 SGB XII, § 10 Abs. 5 BEEG."""

from sozialamt.rechenkern import Anzahl, Basispunkte, Cent, Datum, Position, beim, regel, summe_an
from sozialamt.rechenkern.kalender import monat_im_jahr
from sozialamt.rechenkern.rundung import anteil, kaufmaennisch
from sozialamt.recht.auswahl import Kapitel, WfbmBereich


@regel("person", norm="§ 82 Abs. 1 Satz 2 Nr. 5 SGB XII", titel="Elterngeld", ab="2023-01-01")
def elterngeld_und_mutterschaftsgeld(elterngeld_bezug: Cent) -> Cent:
    """Seit 2023 zählt Mutterschaftsgeld nicht mehr zum Einkommen."""
    return elterngeld_bezug


@regel(
    "person",
    norm="§ 10 Abs. 5 Satz 2 BEEG a. F.",
    titel="Elterngeld und Mutterschaftsgeld",
    name="elterngeld_und_mutterschaftsgeld",
    bis="2022-12-31",
)
def elterngeld_und_mutterschaftsgeld_bis_2022(elterngeld_bezug: Cent, mutterschaftsgeld: Cent) -> Cent:
    """Bis 2022 ist Mutterschaftsgeld eine auf das Elterngeld angerechnete Einnahme."""
    return elterngeld_bezug + mutterschaftsgeld


@regel("person", norm="§ 10 Abs. 5 Satz 2, 3 BEEG", titel="Freies Elterngeld")
def elterngeld_unberuecksichtigt(
    elterngeld_und_mutterschaftsgeld: Cent,
    elterngeld_vorgeburtliches_einkommen: Cent,
    elterngeld_plus: bool,
    elterngeld_frei: Cent,
    elterngeld_plus_anteil: Basispunkte,
) -> Cent:
    """In Höhe des Erwerbseinkommens vor der Geburt bis 300 Euro; bei Elterngeld Plus die Hälfte."""
    frei = min(elterngeld_vorgeburtliches_einkommen, elterngeld_frei)
    if elterngeld_plus:
        frei = anteil(frei, elterngeld_plus_anteil)
    return min(elterngeld_und_mutterschaftsgeld, frei)


@regel("person", norm="§ 82 Abs. 3 Satz 3 SGB XII", titel="Anzurechnendes Ausbildungsgeld")
def ausbildungsgeld_anzurechnen(ausbildungsgeld: Cent, wfbm_bereich: WfbmBereich) -> Cent:
    """Im Eingangsverfahren und Berufsbildungsbereich der Werkstatt frei (BSG 23.03.2010, B 8 SO 17/09 R)."""
    if wfbm_bereich == WfbmBereich.EINGANGSVERFAHREN or wfbm_bereich == WfbmBereich.BERUFSBILDUNG:
        return 0
    return ausbildungsgeld


@regel("person", norm="§ 82 Abs. 1 SGB XII", titel="Entgeltersatz, Ausbildungsgeld und Elterngeld")
def entgeltersatz_anzurechnen(
    arbeitslosengeld: Cent,
    krankengeld: Cent,
    ausbildungsgeld_anzurechnen: Cent,
    elterngeld_und_mutterschaftsgeld: Cent,
    elterngeld_unberuecksichtigt: Cent,
) -> Cent:
    """Arbeitslosengeld, Krankengeld, Ausbildungsgeld und Elterngeld über dem freien Betrag."""
    ersatz = arbeitslosengeld + krankengeld + ausbildungsgeld_anzurechnen
    return ersatz + elterngeld_und_mutterschaftsgeld - elterngeld_unberuecksichtigt


@beim("partner", sonst=0, norm="§ 43 Abs. 1 Satz 2 SGB XII", titel="Partner im Vierten Kapitel")
def partner_in_kapitel_4(kapitel: Kapitel) -> bool:
    """Der Partner ist nach dem Vierten Kapitel leistungsberechtigt."""
    return kapitel == Kapitel.KAPITEL_4


@regel("person", norm="§ 43 Abs. 2 SGB XII", titel="Freie Kapitalerträge", ab="2016-01-01", vorher=0)
def kapitalertraege_frei(
    kapitalertraege: Cent,
    kapitel: Kapitel,
    partner_in_kapitel_4: bool,
    kapitalertraege_frei_jahr: Cent,
    monate_im_jahr: Anzahl,
    monat: Datum,
) -> Cent:
    """26 Euro im Kalenderjahr, auf die Monate so verteilt, dass zwölf Teile genau 26 Euro ergeben."""
    viertes = kapitel == Kapitel.KAPITEL_4 or (partner_in_kapitel_4 and kapitel != Kapitel.KAPITEL_3)
    if not viertes:
        return 0
    nummer = monat_im_jahr(monat)
    bis_jetzt = kaufmaennisch(kapitalertraege_frei_jahr * nummer, monate_im_jahr)
    bisher = kaufmaennisch(kapitalertraege_frei_jahr * (nummer - 1), monate_im_jahr)
    return min(kapitalertraege, bis_jetzt - bisher)


@regel("person", norm="§ 84 SGB XII", titel="Anzurechnende Zuwendungen")
def zuwendungen_anzurechnen(
    zuwendungen_dritter: Cent,
    zuwendungen_haertefall: bool,
    zuwendungen_wohlfahrtspflege: Cent,
    zuwendungen_wohlfahrtspflege_anzurechnen: bool,
) -> Cent:
    """Freiwillige Zuwendungen ohne Härtefall; solche der Wohlfahrtspflege nur ausnahmsweise (§ 84 Abs. 1 Satz 2)."""
    summe = 0 if zuwendungen_haertefall else zuwendungen_dritter
    return summe + zuwendungen_wohlfahrtspflege if zuwendungen_wohlfahrtspflege_anzurechnen else summe


@regel("person", norm="§ 83 Abs. 1 SGB XII", titel="Zweckbestimmte Leistungen gleichen Zwecks")
def zweckbestimmte_anzurechnen(zweckbestimmte_leistungen: Cent, zweckbestimmung_wie_sozialhilfe: bool) -> Cent:
    """Nur soweit die Sozialhilfe im Einzelfall demselben Zweck dient."""
    return zweckbestimmte_leistungen if zweckbestimmung_wie_sozialhilfe else 0


@regel(
    "person",
    norm="§ 82 Abs. 1 Satz 2 Nr. 10, 11 SGB XII a. F.",
    titel="Geldeswert und Überbrückungsgeld",
    bis="2023-12-31",
    nachher=0,
)
def geldeswert_anzurechnen(einnahmen_geldeswert: Cent, ueberbrueckungsgeld_haft: Cent) -> Cent:
    """Bis 2023 Einkommen; seit 2024 zählen beide nicht mehr dazu."""
    return einnahmen_geldeswert + ueberbrueckungsgeld_haft


@regel("person", norm="§ 82 Abs. 1 SGB XII", titel="Unterhalt und Wohngeld")
def unterhalt_anzurechnen(unterhalt: Cent, unterhaltsvorschuss_bezug: Cent, wohngeld_bezug: Cent) -> Cent:
    """Tatsächlich zugeflossener Unterhalt, Unterhaltsvorschuss und Wohngeld."""
    return unterhalt + unterhaltsvorschuss_bezug + wohngeld_bezug


@regel("person", norm="§ 82 Abs. 1 SGB XII, §§ 6 bis 8 DVO zu § 82 SGB XII", titel="Vermietung, Kapital, Sonstiges")
def vermoegensertraege_anzurechnen(
    kapitalertraege: Cent, kapitalertraege_frei: Cent, mieteinnahmen: Cent, sonstiges_einkommen: Cent
) -> Cent:
    """Kapitalerträge über dem freien Betrag, Mieteinkünfte und andere Einkünfte."""
    return kapitalertraege - kapitalertraege_frei + mieteinnahmen + sonstiges_einkommen


@regel("person", norm="§§ 82 bis 84 SGB XII", titel="Übrige anzurechnende Einnahmen")
def uebriges_anzurechnen(
    entgeltersatz_anzurechnen: Cent,
    unterhalt_anzurechnen: Cent,
    vermoegensertraege_anzurechnen: Cent,
    zuwendungen_anzurechnen: Cent,
    zweckbestimmte_anzurechnen: Cent,
    geldeswert_anzurechnen: Cent,
    taetigkeit_anzurechnen: Cent,
) -> Cent:
    """Summe der übrigen Einnahmen ohne Kindergeld und einmalige Einnahmen."""
    laufend = entgeltersatz_anzurechnen + unterhalt_anzurechnen + vermoegensertraege_anzurechnen
    andere = zuwendungen_anzurechnen + zweckbestimmte_anzurechnen + geldeswert_anzurechnen
    return laufend + andere + taetigkeit_anzurechnen


@regel("person", norm="§ 82 SGB XII", titel="Einkommen vor Versicherungen")
def einkommen_vor_versicherungen(
    erwerb_anzurechnen: Cent, wfbm_anzurechnen: Cent, renten_anzurechnen: Cent, uebriges_anzurechnen: Cent
) -> Cent:
    """Erwerb, Werkstattentgelt, Renten und übrige Einnahmen nach ihren Absetzungen und Freibeträgen."""
    return erwerb_anzurechnen + wfbm_anzurechnen + renten_anzurechnen + uebriges_anzurechnen


@regel(
    "person",
    norm="§ 82 Abs. 2 Satz 1 Nr. 3 SGB XII, § 12 DVO zu § 82 SGB XII",
    titel="Versicherungen und geförderte Altersvorsorge",
)
def versicherungen_absetzung(
    versicherungsbeitraege: Cent, riester_beitrag: Cent, riester_mindesteigenbeitrag: Cent
) -> Cent:
    """Angemessene Versicherungen und geförderte Beiträge bis zum Mindesteigenbeitrag."""
    return versicherungsbeitraege + min(riester_beitrag, riester_mindesteigenbeitrag)


@regel("person", norm="§ 82 SGB XII", titel="Laufendes Einkommen ohne Kindergeld")
def einkommen_laufend(einkommen_vor_versicherungen: Cent, versicherungen_absetzung: Cent) -> Cent:
    """Einkommen nach Absetzung der Versicherungen, nicht unter null."""
    return max(0, einkommen_vor_versicherungen - versicherungen_absetzung)


@regel("person", norm="§ 82 Abs. 1 Satz 6 SGB XII", titel="Kindergeld als Einkommen des Kindes")
def kindergeld_beim_kind(
    kindergeld: Cent,
    ist_minderjaehrig: bool,
    kindergeld_verbleibt_beim_kind: bool,
    bedarf_lebensunterhalt: Cent,
    einkommen_laufend: Cent,
) -> Cent:
    """Minderjährigen zugerechnet, soweit es zur Deckung des notwendigen Lebensunterhalts (ohne § 34) benötigt wird."""
    if kindergeld_verbleibt_beim_kind:
        return kindergeld
    if not ist_minderjaehrig:
        return 0
    return min(kindergeld, max(0, bedarf_lebensunterhalt - einkommen_laufend))


@regel("person", norm="§ 82 Abs. 1 Satz 1 SGB XII, § 74 EStG", titel="Kindergeld steht dem volljährigen Kind zu")
def kindergeld_verbleibt_beim_kind(
    ist_minderjaehrig: bool, kindergeld_empfaenger: Position, kindergeld_weitergeleitet: bool, wohnt_bei_eltern: bool
) -> bool:
    """Volljährige: abgezweigt, weitergeleitet oder ohne Kindergeldberechtigten im Haushalt."""
    if ist_minderjaehrig:
        return False
    return kindergeld_weitergeleitet or (kindergeld_empfaenger < 0 and not wohnt_bei_eltern)


@summe_an(
    "kindergeld_empfaenger", norm="§ 82 Abs. 1 Satz 1, 6 SGB XII", titel="Kindergeld als Einkommen des Berechtigten"
)
def kindergeld_beim_berechtigten(kindergeld: Cent, kindergeld_beim_kind: Cent) -> Cent:
    """Kindergeld, das beim Kind nicht benötigt wird oder für Volljährige gezahlt wird."""
    return kindergeld - kindergeld_beim_kind


@summe_an("elternteil_1", norm="§ 82 Abs. 1 Satz 1, 6 SGB XII", titel="Kindergeld des ersten Elternteils")
def kindergeld_beim_elternteil_1(kindergeld: Cent, kindergeld_beim_kind: Cent, kindergeld_empfaenger: Position) -> Cent:
    """Nicht benötigtes Kindergeld, wenn kein Empfänger angegeben ist."""
    return kindergeld - kindergeld_beim_kind if kindergeld_empfaenger < 0 else 0


@summe_an(
    "elternteil_2", norm="§ 82 Abs. 1 Satz 1, 6 SGB XII", titel="Kindergeld als Einkommen des zweiten Elternteils"
)
def kindergeld_beim_elternteil_2(
    kindergeld: Cent, kindergeld_beim_kind: Cent, kindergeld_empfaenger: Position, elternteil_1: Position
) -> Cent:
    """Nicht benötigtes Kindergeld, wenn kein Empfänger und kein erster Elternteil angegeben ist."""
    return kindergeld - kindergeld_beim_kind if kindergeld_empfaenger < 0 and elternteil_1 < 0 else 0


@regel("person", norm="§ 82 Abs. 1 Satz 6 SGB XII", titel="Zuzurechnendes Kindergeld")
def kindergeld_anzurechnen(
    kindergeld_beim_kind: Cent,
    kindergeld_beim_berechtigten: Cent,
    kindergeld_beim_elternteil_1: Cent,
    kindergeld_beim_elternteil_2: Cent,
) -> Cent:
    """Eigenes Kindergeld und das der Kinder, soweit es der Person zuzurechnen ist."""
    der_kinder = kindergeld_beim_berechtigten + kindergeld_beim_elternteil_1 + kindergeld_beim_elternteil_2
    return kindergeld_beim_kind + der_kinder


@regel("person", norm="§ 82 SGB XII", titel="Laufendes Einkommen")
def einkommen_ohne_einmaliges(
    einkommen_vor_versicherungen: Cent, kindergeld_anzurechnen: Cent, versicherungen_absetzung: Cent
) -> Cent:
    """Einkommen mit Kindergeld nach Absetzung der Versicherungen, ohne einmalige Einnahmen."""
    return max(0, einkommen_vor_versicherungen + kindergeld_anzurechnen - versicherungen_absetzung)


@regel("person", norm="§ 82 SGB XII", titel="Einzusetzendes Einkommen")
def einkommen_bereinigt(
    einkommen_vor_versicherungen: Cent,
    kindergeld_anzurechnen: Cent,
    versicherungen_absetzung: Cent,
    einmalige_einnahme_anzurechnen: Cent,
) -> Cent:
    """Alle Einnahmen des Monats nach Absetzungen und Freibeträgen, nicht unter null."""
    summe = einkommen_vor_versicherungen + kindergeld_anzurechnen + einmalige_einnahme_anzurechnen
    return max(0, summe - versicherungen_absetzung)
