"""Unterhaltsvorschuss: Berechtigte und Umfang (§§ 1, 2, 9 UhVorschG). Gezeigt wird er beim Kind."""

from sozialamt.leistungen.unterhaltsvorschuss.auswahl import (
    UnterhaltsvorschussAblehnung,
    UnterhaltsvorschussHindernis,
    UnterhaltsvorschussLohn,
)
from sozialamt.leistungen.wohngeld.auswahl import Transferleistung
from sozialamt.rechenkern import Anzahl, Basispunkte, Cent, Datum, Jahre, Position, beim, regel
from sozialamt.rechenkern.kalender import letzter_tag, tag, tage_im_monat, vollendete_jahre
from sozialamt.rechenkern.rundung import anteil, kaufmaennisch, volle_euro_aufgerundet
from sozialamt.recht.auswahl import AbweichendeWohnform, Monatstage

Tabelle = tuple[int, ...]


@beim("partner", sonst=0, norm="§ 1 Abs. 2 UhVorschG", titel="Partner lebt in der Wohnung")
def unterhaltsvorschuss_partner_in_wohnung(wohnform_abweichend: AbweichendeWohnform) -> bool:
    """Wer für mindestens sechs Monate in einer Anstalt untergebracht ist, gilt als getrennt lebend."""
    return wohnform_abweichend == AbweichendeWohnform.WIE_HAUSHALT


@regel("person", norm="§ 1 Abs. 1 Nr. 2 UhVorschG", titel="Lebt mit Ehegatten zusammen")
def unterhaltsvorschuss_ehe(verheiratet: bool, unterhaltsvorschuss_partner_in_wohnung: bool) -> bool:
    """Verheiratet oder verpartnert und nicht dauernd getrennt lebend; auch die Ehe mit einem Stiefelternteil."""
    return verheiratet and unterhaltsvorschuss_partner_in_wohnung


@beim("elternteil_1", sonst=0, norm="§ 1 Abs. 1 Nr. 2 UhVorschG", titel="Erster Elternteil lebt mit Ehegatten zusammen")
def unterhaltsvorschuss_ehe_elternteil_1(unterhaltsvorschuss_ehe: bool) -> bool:
    """Ehe des ersten Elternteils."""
    return unterhaltsvorschuss_ehe


@beim(
    "elternteil_2", sonst=0, norm="§ 1 Abs. 1 Nr. 2 UhVorschG", titel="Zweiter Elternteil lebt mit Ehegatten zusammen"
)
def unterhaltsvorschuss_ehe_elternteil_2(unterhaltsvorschuss_ehe: bool) -> bool:
    """Ehe des zweiten Elternteils."""
    return unterhaltsvorschuss_ehe


@beim("elternteil_1", sonst=0, norm="§ 1 Abs. 1a Nr. 2 UhVorschG", titel="Einkommen des ersten Elternteils")
def unterhaltsvorschuss_einkommen_elternteil_1(kinderzuschlag_bruttoeinkommen: Cent) -> Cent:
    """Einnahmen ohne Kindergeld und ohne Absetzungen nach § 11b SGB II."""
    return kinderzuschlag_bruttoeinkommen


@beim("elternteil_2", sonst=0, norm="§ 1 Abs. 1a Nr. 2 UhVorschG", titel="Einkommen des zweiten Elternteils")
def unterhaltsvorschuss_einkommen_elternteil_2(kinderzuschlag_bruttoeinkommen: Cent) -> Cent:
    """Einnahmen ohne Kindergeld und ohne Absetzungen nach § 11b SGB II."""
    return kinderzuschlag_bruttoeinkommen


@regel("person", norm="§ 1 Abs. 1a UhVorschG", titel="Anspruch auch nach dem zwölften Geburtstag")
def unterhaltsvorschuss_ab_zwoelf(
    transferleistung_mit_unterkunft: Transferleistung,
    unterhaltsvorschuss_vermeidet_sgb2: bool,
    unterhaltsvorschuss_einkommen_elternteil_1: Cent,
    unterhaltsvorschuss_einkommen_elternteil_2: Cent,
    unterhaltsvorschuss_mindesteinkommen: Cent,
) -> bool:
    """Das Kind bezieht kein SGB II, wird dadurch davon unabhängig, oder der Elternteil hat mindestens 600 Euro."""
    if transferleistung_mit_unterkunft != Transferleistung.SGB_2 or unterhaltsvorschuss_vermeidet_sgb2:
        return True
    einkommen = max(unterhaltsvorschuss_einkommen_elternteil_1, unterhaltsvorschuss_einkommen_elternteil_2)
    return einkommen >= unterhaltsvorschuss_mindesteinkommen


@regel("person", norm="§ 1 Abs. 1 Nr. 1, Abs. 1a UhVorschG", titel="Maßgebende Altersgrenze")
def unterhaltsvorschuss_grenze(
    unterhaltsvorschuss_ab_zwoelf: bool,
    unterhaltsvorschuss_altersgrenze: Jahre,
    unterhaltsvorschuss_altersgrenze_erweitert: Jahre,
) -> Jahre:
    """Vollendung des 12., unter den Voraussetzungen des Absatzes 1a des 18. Lebensjahres."""
    return (
        unterhaltsvorschuss_altersgrenze_erweitert
        if unterhaltsvorschuss_ab_zwoelf
        else unterhaltsvorschuss_altersgrenze
    )


@regel("person", norm="§ 2 Abs. 1 Satz 3 UhVorschG, §§ 187, 188 BGB", titel="Letzter Tag des Monats mit Anspruch")
def unterhaltsvorschuss_letzter_tag(geburtsdatum: Datum, monat: Datum, unterhaltsvorschuss_grenze: Jahre) -> Anzahl:
    """Der Anspruch endet mit dem Tag vor dem Geburtstag; 0, wenn die Grenze schon überschritten ist."""
    if vollendete_jahre(geburtsdatum, letzter_tag(monat)) < unterhaltsvorschuss_grenze:
        return tage_im_monat(monat)
    if vollendete_jahre(geburtsdatum, monat) >= unterhaltsvorschuss_grenze:
        return 0
    return tag(geburtsdatum) - 1


@regel("person", norm="§ 2 Abs. 1 Satz 3, § 4 UhVorschG", titel="Tage mit Anspruch")
def unterhaltsvorschuss_tage(
    geburtsdatum: Datum, unterhaltsvorschuss_ab: Datum, monat: Datum, unterhaltsvorschuss_letzter_tag: Anzahl
) -> Anzahl:
    """Tage des Monats, an denen die Voraussetzungen vorliegen."""
    beginn = max(geburtsdatum, unterhaltsvorschuss_ab, monat)
    if beginn > letzter_tag(monat):
        return 0
    return max(0, unterhaltsvorschuss_letzter_tag - tag(beginn) + 1)


@regel("person", norm="§ 1612a Abs. 1 Satz 3, Abs. 2 Satz 2 BGB", titel="Altersstufe")
def unterhaltsvorschuss_altersstufe(
    geburtsdatum: Datum, monat: Datum, unterhaltsvorschuss_altersstufen: Tabelle
) -> Anzahl:
    """Die höhere Stufe gilt vom Beginn des Monats an, in dem das Kind das Lebensjahr vollendet."""
    alter = vollendete_jahre(geburtsdatum, letzter_tag(monat))
    stufe = 0
    for beginn in unterhaltsvorschuss_altersstufen:
        if alter >= beginn:
            stufe += 1
    return stufe


@regel("person", norm="§ 2 Abs. 1 Satz 1 UhVorschG", titel="Mindestunterhalt")
def unterhaltsvorschuss_mindestunterhalt(mindestunterhalt: Tabelle, unterhaltsvorschuss_altersstufe: Anzahl) -> Cent:
    """Mindestunterhalt der Altersstufe."""
    return mindestunterhalt[unterhaltsvorschuss_altersstufe]


@regel("person", norm="§ 2 Abs. 2 UhVorschG", titel="Abzug des Kindergelds")
def unterhaltsvorschuss_kindergeld(kindergeld_anspruch: Cent, kindergeld_betrag: Tabelle) -> Cent:
    """Das für ein erstes Kind zu zahlende Kindergeld, wenn Anspruch auf volles Kindergeld besteht."""
    return kindergeld_betrag[1] if kindergeld_anspruch > 0 else 0


@regel("person", norm="§ 2 Abs. 1, 2 UhVorschG", titel="Unterhaltsleistung vor Anrechnung von Einkünften")
def unterhaltsvorschuss_leistung(
    unterhaltsvorschuss_mindestunterhalt: Cent,
    unterhaltsvorschuss_kindergeld: Cent,
    unterhaltsvorschuss_tage: Anzahl,
    unterhaltsvorschuss_teilmonat: Monatstage,
    unterhaltsvorschuss_tage_je_monat: Anzahl,
    monat: Datum,
) -> Cent:
    """Mindestunterhalt abzüglich Kindergeld, für einen Teil des Monats anteilig."""
    betrag = max(0, unterhaltsvorschuss_mindestunterhalt - unterhaltsvorschuss_kindergeld)
    if unterhaltsvorschuss_tage >= tage_im_monat(monat):
        return betrag
    if unterhaltsvorschuss_teilmonat == Monatstage.DREISSIG:
        return min(betrag, kaufmaennisch(betrag * unterhaltsvorschuss_tage, unterhaltsvorschuss_tage_je_monat))
    return kaufmaennisch(betrag * unterhaltsvorschuss_tage, tage_im_monat(monat))


@regel("person", norm="§ 2 Abs. 4 Satz 2 UhVorschG", titel="Ertrag der Arbeit")
def unterhaltsvorschuss_lohn_bereinigt(
    erwerbseinkommen_brutto: Cent,
    unterhaltsvorschuss_lohnabzuege: Cent,
    in_ausbildung: bool,
    wohngeld_arbeitnehmer_pauschbetrag: Cent,
    wohngeld_monate_im_jahr: Anzahl,
    unterhaltsvorschuss_ausbildungspauschale: Cent,
) -> Cent:
    """Lohn abzüglich eines Zwölftels des Arbeitnehmer-Pauschbetrags und der Pauschale für Auszubildende."""
    pauschale = kaufmaennisch(wohngeld_arbeitnehmer_pauschbetrag, wohngeld_monate_im_jahr)
    if in_ausbildung:
        pauschale += unterhaltsvorschuss_ausbildungspauschale
    return max(0, erwerbseinkommen_brutto - unterhaltsvorschuss_lohnabzuege - pauschale)


@regel("person", norm="§ 2 Abs. 4 Satz 2 UhVorschG", titel="Abzüge vom Lohn")
def unterhaltsvorschuss_lohnabzuege(
    erwerbseinkommen_steuern: Cent,
    erwerbseinkommen_sozialversicherung: Cent,
    unterhaltsvorschuss_lohn: UnterhaltsvorschussLohn,
) -> Cent:
    """Steuern und Sozialabgaben, wenn vom Nettolohn auszugehen ist."""
    if unterhaltsvorschuss_lohn == UnterhaltsvorschussLohn.BRUTTO:
        return 0
    return erwerbseinkommen_steuern + erwerbseinkommen_sozialversicherung


@regel("person", norm="§ 2 Abs. 4 UhVorschG", titel="Anzurechnende eigene Einkünfte")
def unterhaltsvorschuss_eigene_einkuenfte(
    unterhaltsvorschuss_schule_beendet: bool,
    unterhaltsvorschuss_lohn_bereinigt: Cent,
    kapitalertraege: Cent,
    mieteinnahmen: Cent,
    unterhaltsvorschuss_einkuenfte_anteil: Basispunkte,
) -> Cent:
    """Die Hälfte der Einkünfte des Vermögens und der Arbeit, wenn keine allgemeinbildende Schule mehr besucht wird."""
    if not unterhaltsvorschuss_schule_beendet:
        return 0
    einkuenfte = unterhaltsvorschuss_lohn_bereinigt + kapitalertraege + mieteinnahmen
    return anteil(einkuenfte, unterhaltsvorschuss_einkuenfte_anteil)


@regel("person", norm="§ 2 Abs. 3, § 9 Abs. 3 UhVorschG", titel="Unterhaltsleistung nach Anrechnung")
def unterhaltsvorschuss_betrag(
    unterhaltsvorschuss_leistung: Cent,
    unterhalt: Cent,
    rente_hinterbliebene: Cent,
    unterhaltsvorschuss_eigene_einkuenfte: Cent,
    unterhaltsvorschuss_mindestbetrag: Cent,
) -> Cent:
    """Abzüglich Unterhalt, Waisenbezüge und eigener Einkünfte, auf volle Euro aufgerundet, mindestens 5 Euro."""
    einkuenfte = unterhalt + rente_hinterbliebene + unterhaltsvorschuss_eigene_einkuenfte
    betrag = volle_euro_aufgerundet(max(0, unterhaltsvorschuss_leistung - einkuenfte))
    return betrag if betrag >= unterhaltsvorschuss_mindestbetrag else 0


@regel("person", norm="§ 1 Abs. 2a UhVorschG", titel="Aufenthaltsrecht genügt für Unterhaltsvorschuss")
def unterhaltsvorschuss_aufenthalt(
    kindergeld_aufenthalt: bool, kindergeld_berechtigt_elternteil_1: bool, kindergeld_berechtigt_elternteil_2: bool
) -> bool:
    """Es genügt, wenn das Kind oder der Elternteil den Titel hat."""
    return kindergeld_aufenthalt or kindergeld_berechtigt_elternteil_1 or kindergeld_berechtigt_elternteil_2


@regel("person", norm="§ 1 Abs. 1 Nr. 2 UhVorschG", titel="Elternteil lebt mit Ehegatten zusammen")
def unterhaltsvorschuss_ehe_elternteil(
    unterhaltsvorschuss_ehe_elternteil_1: bool, unterhaltsvorschuss_ehe_elternteil_2: bool
) -> bool:
    """Der Elternteil, bei dem das Kind lebt, ist verheiratet oder verpartnert und nicht dauernd getrennt."""
    return unterhaltsvorschuss_ehe_elternteil_1 or unterhaltsvorschuss_ehe_elternteil_2


@regel("person", norm="§ 1 UhVorschG", titel="Hindernis in der Person")
def unterhaltsvorschuss_hindernis_person(
    elternteil_1: Position,
    elternteil_2: Position,
    kindergeld_alter: Jahre,
    unterhaltsvorschuss_altersgrenze_erweitert: Jahre,
    unterhaltsvorschuss_letzter_tag: Anzahl,
    unterhaltsvorschuss_tage: Anzahl,
    unterhaltsvorschuss_ehe_elternteil: bool,
) -> UnterhaltsvorschussAblehnung:
    """Lebt bei genau einem Elternteil, der mit niemandem in Ehe zusammenlebt, und ist jung genug."""
    if elternteil_1 < 0 and elternteil_2 < 0:
        return UnterhaltsvorschussAblehnung.KEIN_ELTERNTEIL
    if kindergeld_alter >= unterhaltsvorschuss_altersgrenze_erweitert:
        return UnterhaltsvorschussAblehnung.ALTER
    if elternteil_1 >= 0 and elternteil_2 >= 0:
        return UnterhaltsvorschussAblehnung.ELTERN_ZUSAMMEN
    if unterhaltsvorschuss_ehe_elternteil:
        return UnterhaltsvorschussAblehnung.ELTERNTEIL_VERHEIRATET
    if unterhaltsvorschuss_letzter_tag == 0:
        return UnterhaltsvorschussAblehnung.SGB_2
    return (
        UnterhaltsvorschussAblehnung.KEIN_GRUND if unterhaltsvorschuss_tage > 0 else UnterhaltsvorschussAblehnung.ALTER
    )


@regel("person", norm="§§ 1, 2 UhVorschG", titel="Grund, aus dem kein Unterhaltsvorschuss zusteht")
def unterhaltsvorschuss_ablehnung(
    unterhaltsvorschuss_hindernis_person: UnterhaltsvorschussAblehnung,
    unterhaltsvorschuss_hindernis: UnterhaltsvorschussHindernis,
    unterhaltsvorschuss_aufenthalt: bool,
    unterhaltsvorschuss_betrag: Cent,
) -> UnterhaltsvorschussAblehnung:
    """Prüfung in der Reihenfolge des Gesetzes."""
    if unterhaltsvorschuss_hindernis_person != UnterhaltsvorschussAblehnung.KEIN_GRUND:
        return unterhaltsvorschuss_hindernis_person
    if not unterhaltsvorschuss_aufenthalt:
        return UnterhaltsvorschussAblehnung.AUFENTHALT
    if unterhaltsvorschuss_hindernis != UnterhaltsvorschussHindernis.KEINES:
        return UnterhaltsvorschussAblehnung.HINDERNIS
    if unterhaltsvorschuss_betrag == 0:
        return UnterhaltsvorschussAblehnung.GEDECKT
    return UnterhaltsvorschussAblehnung.KEIN_GRUND


@regel("person", norm="§§ 1, 2 UhVorschG", titel="Unterhaltsvorschuss")
def unterhaltsvorschuss(
    unterhaltsvorschuss_betrag: Cent, unterhaltsvorschuss_ablehnung: UnterhaltsvorschussAblehnung
) -> Cent:
    """Monatliche Unterhaltsleistung für das Kind."""
    return unterhaltsvorschuss_betrag if unterhaltsvorschuss_ablehnung == UnterhaltsvorschussAblehnung.KEIN_GRUND else 0
