"""Häusliche, teilstationäre und Kurzzeitpflege: §§ 64b bis 64k, 66 SGB XII, nach Abzug der Pflegekasse.

Die Kosten sind die angemessenen des Monats, die der Träger nach § 63a anerkennt; eine Obergrenze kennt das SGB XII
nur beim Entlastungsbetrag. Vorrangige Leistungen der Pflegekasse (§§ 36 bis 45b SGB XI) gehen ab (§ 63b Abs. 1).
"""

from sozialamt.leistungen.hilfe_zur_pflege.auswahl import PflegekasseAnspruch
from sozialamt.rechenkern import Anzahl, Basispunkte, Cent, regel
from sozialamt.rechenkern.rundung import anteil


@regel("person", norm="§ 63b Abs. 1 SGB XII, §§ 1, 33 SGB XI", titel="Pflegeversicherung leistet")
def hzp_pflegeversichert(pflegekasse_anspruch: PflegekasseAnspruch) -> bool:
    """Gesetzliche oder private Pflegeversicherung, auch neben Beihilfe."""
    return pflegekasse_anspruch != PflegekasseAnspruch.KEINER


# --- § 64b: häusliche Pflegehilfe ---


@regel("person", norm="§ 36 Abs. 3 SGB XI", titel="Sachleistung der Pflegekasse")
def hzp_sachleistung_kasse(
    hzp_pflegeversichert: bool,
    hzp_pflegegrad: Anzahl,
    pflegesachleistung_kosten: Cent,
    pflegesachleistung_hoechstbetrag: tuple[Cent, ...],
) -> Cent:
    """Kosten des Pflegedienstes bis zum Höchstbetrag des Pflegegrads."""
    if not hzp_pflegeversichert:
        return 0
    return min(pflegesachleistung_kosten, pflegesachleistung_hoechstbetrag[hzp_pflegegrad])


@regel("person", norm="§ 64b, § 63b Abs. 1 SGB XII", titel="Häusliche Pflegehilfe")
def hzp_pflegehilfe(pflegesachleistung_kosten: Cent, hzp_sachleistung_kasse: Cent) -> Cent:
    """Angemessene Kosten über der Sachleistung der Pflegekasse."""
    return pflegesachleistung_kosten - hzp_sachleistung_kasse


# --- § 64c: Verhinderungspflege; § 64h: Kurzzeitpflege ---


@regel("person", norm="§ 39 Abs. 3 SGB XI", titel="Höchstbetrag Verhinderungspflege naher Angehöriger")
def hzp_verhinderung_angehoerige(
    hzp_pflegegrad: Anzahl,
    pflegegeld_betrag: tuple[Cent, ...],
    hzp_junge_schwerstpflege: Anzahl,
    verhinderung_angehoerige_pflegegeld: tuple[Basispunkte, ...],
) -> Cent:
    """Sechs Wochen, seit Juli 2025 zwei Monate Pflegegeld (ohne nachgewiesene Aufwendungen der Pflegeperson)."""
    return anteil(pflegegeld_betrag[hzp_pflegegrad], verhinderung_angehoerige_pflegegeld[hzp_junge_schwerstpflege])


@regel("person", norm="§§ 39, 42a SGB XI", titel="Noch verfügbare Verhinderungspflege der Pflegekasse")
def hzp_verhinderung_rest(
    hzp_verhinderung_grenzbetrag: Cent,
    jahresbetrag_kurzzeit_verhinderung: Cent,
    verhinderungspflege_kasse_bisher: Cent,
    kurzzeitpflege_kasse_bisher: Cent,
) -> Cent:
    """Höchstbetrag des Jahres, auch mit Mitteln der Kurzzeitpflege, abzüglich des schon Verbrauchten."""
    gemeinsam = jahresbetrag_kurzzeit_verhinderung - kurzzeitpflege_kasse_bisher
    return max(0, min(hzp_verhinderung_grenzbetrag, gemeinsam) - verhinderungspflege_kasse_bisher)


@regel("person", norm="§§ 39, 42a SGB XI", titel="Höchstbetrag Verhinderungspflege im Jahr")
def hzp_verhinderung_grenzbetrag(
    verhinderungspflege_rahmen: tuple[Cent, ...],
    hzp_junge_schwerstpflege: Anzahl,
    verhinderungspflege_nahe_angehoerige: bool,
    hzp_verhinderung_angehoerige: Cent,
) -> Cent:
    """Allgemein der Jahresbetrag; bei nahen Angehörigen ein Vielfaches des Pflegegeldes."""
    rahmen = verhinderungspflege_rahmen[hzp_junge_schwerstpflege]
    return min(rahmen, hzp_verhinderung_angehoerige) if verhinderungspflege_nahe_angehoerige else rahmen


@regel("person", norm="§ 39 SGB XI", titel="Verhinderungspflege der Pflegekasse")
def hzp_verhinderung_kasse(
    hzp_pflegeversichert: bool, verhinderungspflege_kosten: Cent, hzp_verhinderung_rest: Cent
) -> Cent:
    """Kosten, soweit der Jahresbetrag noch reicht."""
    return min(verhinderungspflege_kosten, hzp_verhinderung_rest) if hzp_pflegeversichert else 0


@regel("person", norm="§ 64c, § 63b Abs. 1 SGB XII", titel="Verhinderungspflege")
def hzp_verhinderung(verhinderungspflege_kosten: Cent, hzp_verhinderung_kasse: Cent) -> Cent:
    """Angemessene Kosten der Ersatzpflege über der Leistung der Pflegekasse."""
    return verhinderungspflege_kosten - hzp_verhinderung_kasse


@regel("person", norm="§§ 42, 42a SGB XI", titel="Kurzzeitpflege der Pflegekasse")
def hzp_kurzzeit_kasse(
    hzp_pflegeversichert: bool,
    kurzzeitpflege_kosten: Cent,
    jahresbetrag_kurzzeit_verhinderung: Cent,
    verhinderungspflege_kasse_bisher: Cent,
    kurzzeitpflege_kasse_bisher: Cent,
    hzp_verhinderung_kasse: Cent,
) -> Cent:
    """Pflegebedingte Kosten, soweit der Jahresbetrag nach der Verhinderungspflege noch reicht."""
    if not hzp_pflegeversichert:
        return 0
    verbraucht = verhinderungspflege_kasse_bisher + kurzzeitpflege_kasse_bisher + hzp_verhinderung_kasse
    return min(kurzzeitpflege_kosten, max(0, jahresbetrag_kurzzeit_verhinderung - verbraucht))


@regel("person", norm="§ 64h, § 63b Abs. 1 SGB XII", titel="Kurzzeitpflege")
def hzp_kurzzeit(kurzzeitpflege_kosten: Cent, hzp_kurzzeit_kasse: Cent) -> Cent:
    """Pflegebedingte Kosten über der Leistung der Pflegekasse."""
    return kurzzeitpflege_kosten - hzp_kurzzeit_kasse


# --- § 64g: teilstationäre Pflege ---


@regel("person", norm="§ 41 Abs. 2 SGB XI", titel="Tages- und Nachtpflege der Pflegekasse")
def hzp_tagespflege_kasse(
    hzp_pflegeversichert: bool,
    hzp_pflegegrad: Anzahl,
    tagespflege_kosten: Cent,
    tagespflege_hoechstbetrag: tuple[Cent, ...],
) -> Cent:
    """Pflegebedingte Kosten bis zum Höchstbetrag; Pflegegeld und Sachleistung bleiben daneben (§ 41 Abs. 3)."""
    return min(tagespflege_kosten, tagespflege_hoechstbetrag[hzp_pflegegrad]) if hzp_pflegeversichert else 0


@regel("person", norm="§ 64g, § 63b Abs. 1 SGB XII", titel="Tages- und Nachtpflege")
def hzp_tagespflege(tagespflege_kosten: Cent, hzp_tagespflege_kasse: Cent) -> Cent:
    """Pflegebedingte Kosten über der Leistung der Pflegekasse."""
    return tagespflege_kosten - hzp_tagespflege_kasse


@regel("person", norm="§§ 64g, 64h, § 92 Abs. 1 SGB XII", titel="Übrige Kosten der Tages- und Kurzzeitpflege")
def hzp_teilstationaer_uebriges(teilstationaer_uebrige_kosten: Cent, haeusliche_ersparnis: Cent) -> Cent:
    """Unterkunft, Verpflegung und Investitionskosten abzüglich der häuslichen Ersparnis."""
    return max(0, teilstationaer_uebrige_kosten - haeusliche_ersparnis)


# --- §§ 64d, 64e, 64i, 66: Hilfsmittel, Wohnumfeld, Entlastung ---


@regel("person", norm="§ 64d SGB XII, § 40 Abs. 2 SGB XI", titel="Pflegehilfsmittel")
def hzp_pflegehilfsmittel(
    hzp_pflegeversichert: bool,
    pflegehilfsmittel_verbrauch: Cent,
    pflegehilfsmittel_technisch: Cent,
    pflegehilfsmittel_hoechstbetrag: Cent,
) -> Cent:
    """Notwendige Hilfsmittel über der Leistung der Pflegekasse."""
    kasse = min(pflegehilfsmittel_verbrauch, pflegehilfsmittel_hoechstbetrag) if hzp_pflegeversichert else 0
    return pflegehilfsmittel_verbrauch - kasse + pflegehilfsmittel_technisch


@regel("person", norm="§ 64e SGB XII, § 40 Abs. 4 SGB XI", titel="Verbesserung des Wohnumfeldes")
def hzp_wohnumfeld(hzp_pflegeversichert: bool, wohnumfeld_kosten: Cent, wohnumfeld_hoechstbetrag: Cent) -> Cent:
    """Angemessene Kosten einer Maßnahme über dem Zuschuss der Pflegekasse."""
    return max(0, wohnumfeld_kosten - wohnumfeld_hoechstbetrag) if hzp_pflegeversichert else wohnumfeld_kosten


@regel("person", norm="§§ 64i, 66, § 63b Abs. 2 Satz 2 SGB XII", titel="Entlastungsbetrag")
def hzp_entlastungsbetrag(
    hzp_pflegeversichert: bool, entlastung_kosten: Cent, entlastungsbetrag_sgb11: Cent, entlastungsbetrag_sgb12: Cent
) -> Cent:
    """Bis zu 125 Euro; der Entlastungsbetrag der Pflegekasse (seit 2025: 131 Euro) geht vor."""
    betrag = min(entlastung_kosten, entlastungsbetrag_sgb12)
    return max(0, betrag - entlastungsbetrag_sgb11) if hzp_pflegeversichert else betrag


# --- § 64f, §§ 64j, 64k: andere Leistungen ---


@regel("person", norm="§§ 64j, 64k SGB XII", titel="Digitale Pflegeanwendungen", ab="2021-07-01", vorher=0)
def hzp_digital(digitale_pflege_ungedeckt: Cent) -> Cent:
    """Kosten einer Anwendung und der Unterstützung dazu, die die Pflegekasse nicht trägt."""
    return digitale_pflege_ungedeckt


@regel("person", norm="§ 64f Abs. 3, § 63b Abs. 6 SGB XII", titel="Arbeitgebermodell")
def hzp_arbeitgebermodell(
    arbeitgebermodell_kosten: Cent,
    hzp_pflegegeld_kasse: Cent,
    hzp_pflegegeld_gekuerzt: Cent,
    hzp_blindenleistung_anzurechnen: Cent,
) -> Cent:
    """Angemessene Kosten; das Pflegegeld der Pflegekasse geht ab, soweit es nicht schon beim Pflegegeld abging."""
    eigenes = max(0, hzp_pflegegeld_gekuerzt - hzp_blindenleistung_anzurechnen)
    return max(0, arbeitgebermodell_kosten - max(0, hzp_pflegegeld_kasse - eigenes))


# --- Summen ---


@regel("person", norm="§ 63 Abs. 1 Nr. 1 SGB XII", titel="Pflegegeld, Pflegehilfe und andere Leistungen")
def hzp_haeusliche_pflege(
    hzp_pflegegeld: Cent,
    hzp_pflegehilfe: Cent,
    hzp_verhinderung: Cent,
    pflege_andere_kosten: Cent,
    hzp_arbeitgebermodell: Cent,
) -> Cent:
    """Häusliche Pflege nach §§ 64a bis 64c und 64f."""
    return hzp_pflegegeld + hzp_pflegehilfe + hzp_verhinderung + pflege_andere_kosten + hzp_arbeitgebermodell


@regel("person", norm="§ 63 Abs. 1 Nr. 2, 3 SGB XII", titel="Teilstationäre Pflege und Kurzzeitpflege")
def hzp_teilstationaer(hzp_tagespflege: Cent, hzp_kurzzeit: Cent, hzp_teilstationaer_uebriges: Cent) -> Cent:
    """Leistungen nach §§ 64g und 64h."""
    return hzp_tagespflege + hzp_kurzzeit + hzp_teilstationaer_uebriges


@regel("person", norm="§ 63 Abs. 2 SGB XII", titel="Leistungen in jedem Pflegegrad")
def hzp_jeder_pflegegrad(
    hzp_pflegehilfsmittel: Cent, hzp_wohnumfeld: Cent, hzp_digital: Cent, hzp_entlastungsbetrag: Cent
) -> Cent:
    """Pflegehilfsmittel, Wohnumfeld, digitale Anwendungen, Entlastungsbetrag."""
    return hzp_pflegehilfsmittel + hzp_wohnumfeld + hzp_digital + hzp_entlastungsbetrag


@regel("person", norm="§ 63 Abs. 1, 2 SGB XII", titel="Bedarf vor gleichartigen Leistungen")
def hzp_bedarf_haeuslich_brutto(
    hzp_haeuslich: bool,
    hzp_volle_leistungen: bool,
    hzp_haeusliche_pflege: Cent,
    hzp_teilstationaer: Cent,
    hzp_jeder_pflegegrad: Cent,
) -> Cent:
    """Alle Leistungen der häuslichen Pflege; bei Pflegegrad 1 nur die des § 63 Abs. 2."""
    if not hzp_haeuslich:
        return 0
    if not hzp_volle_leistungen:
        return hzp_jeder_pflegegrad
    return hzp_haeusliche_pflege + hzp_teilstationaer + hzp_jeder_pflegegrad


@regel("person", norm="§ 63b Abs. 1 SGB XII", titel="Anzurechnende gleichartige Leistungen")
def hzp_gleichartige_haeuslich(pflege_gleichartige_leistungen: Cent, hzp_bedarf_haeuslich_brutto: Cent) -> Cent:
    """Beihilfe, Unfallversicherung und andere, höchstens der Bedarf."""
    return min(pflege_gleichartige_leistungen, hzp_bedarf_haeuslich_brutto)


@regel("person", norm="§§ 63, 63b Abs. 1 SGB XII", titel="Ungedeckter Bedarf der häuslichen Pflege")
def hzp_bedarf_haeuslich(hzp_bedarf_haeuslich_brutto: Cent, hzp_gleichartige_haeuslich: Cent) -> Cent:
    """Bedarf nach gleichartigen Leistungen."""
    return hzp_bedarf_haeuslich_brutto - hzp_gleichartige_haeuslich
