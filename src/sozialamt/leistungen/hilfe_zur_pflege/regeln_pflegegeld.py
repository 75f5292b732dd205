"""Pflegegeld: § 64a SGB XII, §§ 34, 37, 38 SGB XI.

Bei anteiligem Anspruch zählen die tatsächlichen Kalendertage, der Teiler ist 30 (GKV-Rundschreiben 2023/06 zu § 37
SGB XI, Ziff. 2.2.2 und 2.2.3). Während Kurzzeit- und Verhinderungspflege läuft das halbe Pflegegeld, für den ersten und
letzten Tag das ganze; die Frist beginnt mit dem ersten Tag.
"""

from sozialamt.leistungen.hilfe_zur_pflege.auswahl import PflegegeldNebenSachleistung, PflegekasseAnspruch
from sozialamt.rechenkern import Anzahl, Basispunkte, Cent, Datum, regel
from sozialamt.rechenkern.kalender import (
    jahr,
    letzter_tag,
    monat_im_jahr,
    monat_plus,
    tag,
    tage_im_monat,
    tage_zwischen,
)
from sozialamt.rechenkern.rundung import GANZES, anteil, kaufmaennisch


def _gemeinsame_tage(von: Anzahl, bis: Anzahl, erster: Anzahl, letzter: Anzahl) -> Anzahl:
    """Zahl der Tage, die in beiden Abschnitten des Monats liegen."""
    return max(0, min(bis, letzter) - max(von, erster) + 1)


def _innere_tage(
    von: Datum, bis: Datum, bisher: Anzahl, grenze: Anzahl, monat: Datum, erster: Anzahl, letzter: Anzahl
) -> Anzahl:
    """Tage zwischen erstem und letztem Tag eines Aufenthalts; die Grenze im Jahr zählt vom ersten Tag an."""
    if von == 0:
        return 0
    jahresanfang = tage_zwischen(monat, monat_plus(monat, 1 - monat_im_jahr(monat))) + 1
    aufnahme = tage_zwischen(monat, von) + 1
    rest = grenze - (bisher if jahr(von) == jahr(monat) else 0)
    ende = max(aufnahme, jahresanfang) + rest - 1
    if bis > 0:
        ende = min(ende, tage_zwischen(monat, bis))
    return _gemeinsame_tage(max(aufnahme + 1, jahresanfang), ende, erster, letzter)


@regel("person", norm="§ 64a Abs. 1 SGB XII, § 37 Abs. 1 SGB XI", titel="Voraussetzungen des Pflegegeldes")
def hzp_pflegegeld_moeglich(
    hzp_haeuslich: bool, hzp_volle_leistungen: bool, pflege_selbst_sichergestellt: bool
) -> bool:
    """Pflegegrad 2 bis 5, häusliche Pflege, selbst sichergestellt."""
    return hzp_haeuslich and hzp_volle_leistungen and pflege_selbst_sichergestellt


@regel("person", norm="§ 64a Abs. 2 SGB XII", titel="Pflegegeld von Tag")
def hzp_von_tag(hzp_im_zeitraum: bool, hzp_beginn: Datum) -> Anzahl:
    """Erster Tag des Monats mit Hilfe zur Pflege; 0 ohne Zeitraum."""
    return tag(hzp_beginn) if hzp_im_zeitraum else 0


@regel("person", norm="§ 64a Abs. 2 SGB XII", titel="Pflegegeld bis Tag")
def hzp_bis_tag(hzp_im_zeitraum: bool, hzp_ende: Datum) -> Anzahl:
    """Letzter Tag des Monats mit Hilfe zur Pflege; 0 ohne Zeitraum."""
    return tag(hzp_ende) if hzp_im_zeitraum else 0


@regel("person", norm="§ 34 Abs. 2 Satz 2 SGB XI, § 63b Abs. 4 SGB XII", titel="Frist im Krankenhaus in Tagen")
def hzp_krankenhaus_frist(pflegegeld_krankenhaus_wochen: Anzahl, pflege_wochentage: Anzahl) -> Anzahl:
    """Vier, seit 2026 acht Wochen; der Tag der Aufnahme zählt mit."""
    return pflegegeld_krankenhaus_wochen * pflege_wochentage


@regel("person", norm="§ 34 Abs. 2 Satz 2 SGB XI, § 63b Abs. 3, 4 SGB XII", titel="Tage ohne Pflegegeld im Krankenhaus")
def hzp_ruhende_tage(
    krankenhaus_von: Datum,
    krankenhaus_bis: Datum,
    hzp_krankenhaus_frist: Anzahl,
    arbeitgebermodell_kosten: Cent,
    hzp_von_tag: Anzahl,
    hzp_bis_tag: Anzahl,
    monat: Datum,
) -> Anzahl:
    """Nach Ablauf der Frist bis zum Tag vor der Entlassung; im Arbeitgebermodell nicht."""
    if krankenhaus_von == 0 or arbeitgebermodell_kosten > 0 or hzp_bis_tag == 0:
        return 0
    erster = tage_zwischen(monat, krankenhaus_von) + 1 + hzp_krankenhaus_frist
    letzter = tage_zwischen(monat, krankenhaus_bis) if krankenhaus_bis > 0 else tag(letzter_tag(monat))
    return _gemeinsame_tage(erster, letzter, hzp_von_tag, hzp_bis_tag)


@regel("person", norm="§ 37 Abs. 2 Satz 2 SGB XI", titel="Tage mit halbem Pflegegeld: Kurzzeitpflege")
def hzp_halbe_tage_kurzzeit(
    kurzzeitpflege_von: Datum,
    kurzzeitpflege_bis: Datum,
    kurzzeitpflege_tage_bisher: Anzahl,
    hzp_kurzzeit_grenze: Anzahl,
    hzp_von_tag: Anzahl,
    hzp_bis_tag: Anzahl,
    monat: Datum,
) -> Anzahl:
    """Bis zu acht Wochen im Kalenderjahr, ohne den ersten und den letzten Tag."""
    return _innere_tage(
        kurzzeitpflege_von,
        kurzzeitpflege_bis,
        kurzzeitpflege_tage_bisher,
        hzp_kurzzeit_grenze,
        monat,
        hzp_von_tag,
        hzp_bis_tag,
    )


@regel("person", norm="§ 63b Abs. 3 Satz 1 SGB XII", titel="Tage ohne Pflegegeld in der Kurzzeitpflege")
def hzp_kurzzeit_ueber_grenze(
    kurzzeitpflege_von: Datum,
    kurzzeitpflege_bis: Datum,
    hzp_halbe_tage_kurzzeit: Anzahl,
    hzp_von_tag: Anzahl,
    hzp_bis_tag: Anzahl,
    monat: Datum,
) -> Anzahl:
    """Nach Ablauf der acht Wochen besteht in der Einrichtung kein Anspruch mehr."""
    if kurzzeitpflege_von == 0:
        return 0
    erster = tage_zwischen(monat, kurzzeitpflege_von) + 1 + 1
    letzter = tage_zwischen(monat, kurzzeitpflege_bis) if kurzzeitpflege_bis > 0 else tag(letzter_tag(monat))
    return _gemeinsame_tage(erster, letzter, hzp_von_tag, hzp_bis_tag) - hzp_halbe_tage_kurzzeit


@regel("person", norm="§ 37 Abs. 2 Satz 2, § 42 Abs. 2 Satz 1 SGB XI", titel="Höchstdauer Kurzzeitpflege in Tagen")
def hzp_kurzzeit_grenze(pflegegeld_kurzzeit_wochen: Anzahl, pflege_wochentage: Anzahl) -> Anzahl:
    """Acht Wochen im Kalenderjahr."""
    return pflegegeld_kurzzeit_wochen * pflege_wochentage


@regel("person", norm="§ 37 Abs. 2 Satz 2, § 39 SGB XI", titel="Höchstdauer Verhinderungspflege in Tagen")
def hzp_verhinderung_grenze(
    pflegegeld_verhinderung_wochen: tuple[Anzahl, ...], hzp_junge_schwerstpflege: Anzahl, pflege_wochentage: Anzahl
) -> Anzahl:
    """Sechs, seit Juli 2025 acht Wochen im Kalenderjahr; unter 25 mit Pflegegrad 4, 5 schon seit 2024 acht."""
    return pflegegeld_verhinderung_wochen[hzp_junge_schwerstpflege] * pflege_wochentage


@regel("person", norm="§ 37 Abs. 2 Satz 2 SGB XI", titel="Tage mit halbem Pflegegeld: Verhinderungspflege")
def hzp_halbe_tage_verhinderung(
    verhinderungspflege_von: Datum,
    verhinderungspflege_bis: Datum,
    verhinderungspflege_tage_bisher: Anzahl,
    hzp_verhinderung_grenze: Anzahl,
    hzp_von_tag: Anzahl,
    hzp_bis_tag: Anzahl,
    monat: Datum,
) -> Anzahl:
    """Bis zur Höchstdauer im Kalenderjahr, ohne den ersten und den letzten Tag."""
    return _innere_tage(
        verhinderungspflege_von,
        verhinderungspflege_bis,
        verhinderungspflege_tage_bisher,
        hzp_verhinderung_grenze,
        monat,
        hzp_von_tag,
        hzp_bis_tag,
    )


@regel("person", norm="§ 37 Abs. 2 Satz 2 SGB XI", titel="Tage mit halbem Pflegegeld")
def hzp_halbe_tage(
    hzp_halbe_tage_kurzzeit: Anzahl, hzp_halbe_tage_verhinderung: Anzahl, pflegegeld_monatstage: Anzahl, monat: Datum
) -> Anzahl:
    """Kurzzeit- und Verhinderungspflege zusammen; ein ganzer Monat gilt als 30 Tage."""
    tage = hzp_halbe_tage_kurzzeit + hzp_halbe_tage_verhinderung
    return pflegegeld_monatstage if tage >= tage_im_monat(monat) else tage


@regel("person", norm="§ 64a Abs. 2 SGB XII, § 37 Abs. 2 SGB XI", titel="Tage mit vollem Pflegegeld")
def hzp_volle_tage(
    hzp_von_tag: Anzahl,
    hzp_bis_tag: Anzahl,
    hzp_ruhende_tage: Anzahl,
    hzp_kurzzeit_ueber_grenze: Anzahl,
    hzp_halbe_tage: Anzahl,
    pflegegeld_monatstage: Anzahl,
    monat: Datum,
) -> Anzahl:
    """Kalendertage mit vollem Anspruch; ein Monat ohne Unterbrechung gilt als 30 Tage."""
    if hzp_bis_tag == 0:
        return 0
    tage = hzp_bis_tag - hzp_von_tag + 1 - hzp_ruhende_tage - hzp_kurzzeit_ueber_grenze
    if tage == tage_im_monat(monat) and hzp_halbe_tage == 0:
        return pflegegeld_monatstage
    return max(0, tage - hzp_halbe_tage) if hzp_halbe_tage < pflegegeld_monatstage else 0


@regel("person", norm="§ 64a Abs. 1, 2 SGB XII, § 37 SGB XI", titel="Pflegegeld nach Tagen")
def hzp_pflegegeld_nach_tagen(
    hzp_pflegegeld_moeglich: bool,
    hzp_pflegegrad: Anzahl,
    pflegegeld_betrag: tuple[Cent, ...],
    hzp_volle_tage: Anzahl,
    hzp_halbe_tage: Anzahl,
    pflegegeld_monatstage: Anzahl,
) -> Cent:
    """Betrag des Pflegegrads, je Tag ein Dreißigstel, an halben Tagen die Hälfte; höchstens der Monatsbetrag."""
    if not hzp_pflegegeld_moeglich:
        return 0
    betrag = pflegegeld_betrag[hzp_pflegegrad]
    halbe = hzp_volle_tage + hzp_volle_tage + hzp_halbe_tage
    return min(betrag, kaufmaennisch(betrag * halbe, pflegegeld_monatstage + pflegegeld_monatstage))


@regel("person", norm="§ 38 SGB XI", titel="Genutzter Anteil der Sachleistung")
def hzp_sachleistung_quote(
    hzp_volle_leistungen: bool,
    hzp_pflegegrad: Anzahl,
    pflegesachleistung_kosten: Cent,
    pflegesachleistung_hoechstbetrag: tuple[Cent, ...],
) -> Basispunkte:
    """Vomhundertsatz auf zwei Nachkommastellen, höchstens 100."""
    if not hzp_volle_leistungen:
        return 0
    return min(
        kaufmaennisch(pflegesachleistung_kosten * GANZES, pflegesachleistung_hoechstbetrag[hzp_pflegegrad]), GANZES
    )


@regel("person", norm="§§ 37, 38 SGB XI", titel="Anteiliges Pflegegeld neben Sachleistung")
def hzp_pflegegeld_anteilig(hzp_pflegegeld_nach_tagen: Cent, hzp_sachleistung_quote: Basispunkte) -> Cent:
    """Pflegegeld, vermindert um den genutzten Anteil der Sachleistung (Kombinationsleistung)."""
    return anteil(hzp_pflegegeld_nach_tagen, GANZES - hzp_sachleistung_quote)


@regel("person", norm="§§ 37, 38 SGB XI, § 63b Abs. 1 SGB XII", titel="Pflegegeld der Pflegekasse")
def hzp_pflegegeld_kasse(hzp_pflegegeld_anteilig: Cent, pflegekasse_anspruch: PflegekasseAnspruch) -> Cent:
    """Gleichartig und vorrangig; bei Beihilfeberechtigten trägt die Beihilfe die andere Hälfte (§ 28 Abs. 2 SGB XI)."""
    return 0 if pflegekasse_anspruch == PflegekasseAnspruch.KEINER else hzp_pflegegeld_anteilig


@regel("person", norm="§ 64a, § 63b Abs. 3 Satz 2, Abs. 5 SGB XII", titel="Pflegegeld nach Kürzung")
def hzp_pflegegeld_gekuerzt(
    hzp_pflegegeld_nach_tagen: Cent,
    hzp_pflegegeld_anteilig: Cent,
    hzp_besondere_pflegekraft: bool,
    pflegegeld_kuerzung_63b: tuple[Anzahl, ...],
    hzp_pflegegeld_neben_sachleistung: PflegegeldNebenSachleistung,
    pflegegeld_kuerzung_teilstationaer: Anzahl,
    hzp_hundertstel: Anzahl,
) -> Cent:
    """Neben Pflegedienst oder besonderer Pflegekraft gekürzt, bei Tagespflege angemessen gemindert."""
    betrag = hzp_pflegegeld_anteilig
    if hzp_pflegegeld_neben_sachleistung == PflegegeldNebenSachleistung.ZWEI_DRITTEL:
        betrag = hzp_pflegegeld_nach_tagen
        if hzp_besondere_pflegekraft:
            betrag -= kaufmaennisch(betrag * pflegegeld_kuerzung_63b[1], pflegegeld_kuerzung_63b[0])
    return betrag - kaufmaennisch(betrag * pflegegeld_kuerzung_teilstationaer, hzp_hundertstel)


@regel("person", norm="§ 63b Abs. 5 SGB XII", titel="Besondere Pflegekraft oder Verhinderungspflege")
def hzp_besondere_pflegekraft(
    pflegesachleistung_kosten: Cent, arbeitgebermodell_kosten: Cent, verhinderungspflege_kosten: Cent
) -> bool:
    """Ein Pflegedienst, selbst beschäftigte Kräfte oder Ersatzpflege sind erforderlich."""
    return pflegesachleistung_kosten + arbeitgebermodell_kosten + verhinderungspflege_kosten > 0


@regel("person", norm="§ 63b Abs. 2 Satz 1 SGB XII", titel="Anzurechnende Blindenleistung")
def hzp_blindenleistung_anzurechnen(blindenleistung: Cent, blindenleistung_anrechnung: Basispunkte) -> Cent:
    """70 Prozent der Blindenhilfe oder gleichartiger Leistungen."""
    return anteil(blindenleistung, blindenleistung_anrechnung)


@regel("person", norm="§ 64a, § 63b Abs. 1, 2, 5 SGB XII", titel="Pflegegeld der Hilfe zur Pflege")
def hzp_pflegegeld(
    hzp_pflegegeld_gekuerzt: Cent, hzp_blindenleistung_anzurechnen: Cent, hzp_pflegegeld_kasse: Cent
) -> Cent:
    """Pflegegeld nach Anrechnung der Blindenleistung und des Pflegegeldes der Pflegekasse."""
    return max(0, hzp_pflegegeld_gekuerzt - hzp_blindenleistung_anzurechnen - hzp_pflegegeld_kasse)
