"""Wohngeld: Freibeträge, Unterhalt und Gesamteinkommen (§§ 13, 17 bis 18 WoGG). Beträge im Jahr."""

from sozialamt.rechenkern import Anzahl, Basispunkte, Cent, Jahre, Position, irgendein, regel, summe
from sozialamt.rechenkern.rundung import anteil, kaufmaennisch

Tabelle = tuple[int, ...]


@regel("person", norm="§ 17 Nr. 1 WoGG", titel="Freibetrag wegen Schwerbehinderung")
def wohngeld_abzug_behinderung(
    grad_der_behinderung: Anzahl,
    pflegegrad: Anzahl,
    wohngeld_heim: bool,
    wohngeld_freibetrag_behinderung: Cent,
    wohngeld_grad_schwerbehindert: Anzahl,
    wohngeld_grad_ohne_pflege: Anzahl,
) -> Cent:
    """Grad der Behinderung 100, darunter nur bei Pflegebedürftigkeit und häuslicher oder teilstationärer Pflege."""
    if grad_der_behinderung >= wohngeld_grad_ohne_pflege:
        return wohngeld_freibetrag_behinderung
    if grad_der_behinderung >= wohngeld_grad_schwerbehindert and pflegegrad > 0 and not wohngeld_heim:
        return wohngeld_freibetrag_behinderung
    return 0


@irgendein("wohngeldhaushalt", norm="§ 17 Nr. 3 Buchst. b WoGG", titel="Minderjähriges Kind mit Kindergeld")
def wohngeld_kind_mit_kindergeld(ist_minderjaehrig: bool, kindergeld_anspruch: Cent) -> bool:
    """Mindestens ein Kind ist noch nicht 18 Jahre alt und für es wird Kindergeld gewährt."""
    return ist_minderjaehrig and kindergeld_anspruch > 0


@regel("person", norm="§ 17 Nr. 3 Buchst. a WoGG", titel="Wohnt nur mit eigenen Kindern")
def wohngeld_wohnt_nur_mit_kindern(
    partner: Position,
    kinder_als_elternteil_1: Anzahl,
    kinder_als_elternteil_2: Anzahl,
    haushaltsgroesse: Anzahl,
    weitere_bewohner: Anzahl,
) -> bool:
    """Bewohnt den Wohnraum ausschließlich mit einem Kind oder mehreren Kindern gemeinsam."""
    kinder = kinder_als_elternteil_1 + kinder_als_elternteil_2
    return partner < 0 and kinder > 0 and kinder == haushaltsgroesse + weitere_bewohner - 1


@regel("person", norm="§ 17 Nr. 3 WoGG", titel="Freibetrag für Alleinerziehende")
def wohngeld_abzug_alleinerziehend(
    wohngeld_wohnt_nur_mit_kindern: bool,
    wohngeld_kind_mit_kindergeld: bool,
    wohngeld_freibetrag_alleinerziehend: Cent,
) -> Cent:
    """Einmal je Haushalt, wenn ein zu berücksichtigendes Mitglied nur mit Kindern zusammenwohnt."""
    if wohngeld_wohnt_nur_mit_kindern and wohngeld_kind_mit_kindergeld:
        return wohngeld_freibetrag_alleinerziehend
    return 0


@regel("person", norm="§ 17 Nr. 4 WoGG", titel="Freibetrag für eigene Einnahmen eines Kindes aus Arbeit")
def wohngeld_abzug_kind_erwerb(
    partnerschaft_der_eltern: Position,
    alter: Jahre,
    wohngeld_arbeitseinkuenfte: Cent,
    einkommen_selbststaendig: Cent,
    wohngeld_monate_im_jahr: Anzahl,
    wohngeld_freibetrag_kind_erwerb: Cent,
    wohngeld_kind_erwerb_altersgrenze: Jahre,
) -> Cent:
    """Eigene Einnahmen aus Erwerbstätigkeit jedes Kindes unter 25 Jahren, höchstens 1 200 Euro."""
    if partnerschaft_der_eltern < 0 or alter >= wohngeld_kind_erwerb_altersgrenze:
        return 0
    einnahmen = wohngeld_arbeitseinkuenfte + einkommen_selbststaendig * wohngeld_monate_im_jahr
    return min(einnahmen, wohngeld_freibetrag_kind_erwerb)


@regel(
    "person",
    norm="§ 17a Abs. 1 Satz 2 WoGG",
    titel="Höchstbetrag des Freibetrags bei Grundrentenzeiten",
    ab="2021-01-01",
    vorher=0,
)
def wohngeld_grundrente_hoechstens(
    regelbedarfsstufe: Tabelle, wohngeld_freibetrag_grundrente_hoechstsatz: Basispunkte, wohngeld_monate_im_jahr: Anzahl
) -> Cent:
    """Das Zwölffache von 50 Prozent der Regelbedarfsstufe 1."""
    return anteil(regelbedarfsstufe[1], wohngeld_freibetrag_grundrente_hoechstsatz) * wohngeld_monate_im_jahr


@regel("person", norm="§ 17a WoGG", titel="Freibetrag bei Grundrentenzeiten", ab="2021-01-01", vorher=0)
def wohngeld_abzug_grundrente(
    grundrentenzeiten_monate: Anzahl,
    rente_gesetzlich: Cent,
    wohngeld_monate_im_jahr: Anzahl,
    wohngeld_grundrentenzeiten_monate: Anzahl,
    wohngeld_freibetrag_grundrente_sockel: Cent,
    wohngeld_freibetrag_grundrente_satz: Basispunkte,
    wohngeld_grundrente_hoechstens: Cent,
) -> Cent:
    """1 200 Euro der gesetzlichen Rente und 30 Prozent des übersteigenden Betrags bei 33 Jahren Grundrentenzeiten."""
    if grundrentenzeiten_monate < wohngeld_grundrentenzeiten_monate:
        return 0
    rente = rente_gesetzlich * wohngeld_monate_im_jahr
    sockel = min(rente, wohngeld_freibetrag_grundrente_sockel)
    return min(sockel + anteil(rente - sockel, wohngeld_freibetrag_grundrente_satz), wohngeld_grundrente_hoechstens)


@regel("person", norm="§ 17 Nr. 2 WoGG", titel="Freibetrag für Verfolgte")
def wohngeld_abzug_verfolgte(wohngeld_ns_verfolgt: bool, wohngeld_freibetrag_verfolgte: Cent) -> Cent:
    """Opfer der nationalsozialistischen Verfolgung und Gleichgestellte."""
    return wohngeld_freibetrag_verfolgte if wohngeld_ns_verfolgt else 0


@regel("person", norm="§§ 17, 17a WoGG", titel="Freibeträge im Jahr")
def wohngeld_freibetraege(
    wohngeld_abzug_behinderung: Cent,
    wohngeld_abzug_verfolgte: Cent,
    wohngeld_abzug_alleinerziehend: Cent,
    wohngeld_abzug_kind_erwerb: Cent,
    wohngeld_abzug_grundrente: Cent,
) -> Cent:
    """Summe der Freibeträge, die an die Person anknüpfen."""
    nach_17 = wohngeld_abzug_behinderung + wohngeld_abzug_verfolgte + wohngeld_abzug_alleinerziehend
    return nach_17 + wohngeld_abzug_kind_erwerb + wohngeld_abzug_grundrente


@regel("person", norm="§ 18 WoGG", titel="Abzug für Unterhaltsleistungen im Jahr")
def wohngeld_abzug_unterhalt(
    wohngeld_unterhalt_titel: Cent,
    wohngeld_unterhalt_ehegatte: Cent,
    wohngeld_unterhalt_andere: Cent,
    wohngeld_unterhalt_andere_personen: Anzahl,
    wohngeld_abzug_unterhalt_ehegatte: Cent,
    wohngeld_abzug_unterhalt_person: Cent,
    wohngeld_monate_im_jahr: Anzahl,
) -> Cent:
    """Mit Titel der festgelegte Betrag, sonst höchstens 6 000 Euro für Ehegatten und 3 000 Euro je andere Person."""
    ehegatte = min(wohngeld_unterhalt_ehegatte * wohngeld_monate_im_jahr, wohngeld_abzug_unterhalt_ehegatte)
    grenze = wohngeld_unterhalt_andere_personen * wohngeld_abzug_unterhalt_person
    andere = min(wohngeld_unterhalt_andere * wohngeld_monate_im_jahr, grenze)
    return wohngeld_unterhalt_titel * wohngeld_monate_im_jahr + ehegatte + andere


@regel("person", norm="§ 13 Abs. 1 WoGG", titel="Beitrag zum Gesamteinkommen im Jahr")
def wohngeld_einkommen_person(
    wohngeld_jahreseinkommen: Cent, wohngeld_freibetraege: Cent, wohngeld_abzug_unterhalt: Cent
) -> Cent:
    """Jahreseinkommen abzüglich Freibeträge und Unterhalt; ein Überhang mindert das Einkommen der anderen."""
    return wohngeld_jahreseinkommen - wohngeld_freibetraege - wohngeld_abzug_unterhalt


@summe("wohngeldhaushalt", norm="§ 13 Abs. 1 WoGG", titel="Summe der zu berücksichtigenden Mitglieder im Jahr")
def wohngeld_einkommen_summe(wohngeld_einkommen_person: Cent, wohngeld_beruecksichtigt: bool) -> Cent:
    """Nur zu berücksichtigende Haushaltsmitglieder zählen."""
    return wohngeld_einkommen_person if wohngeld_beruecksichtigt else 0


@summe("wohngeldhaushalt", norm="§ 13 Abs. 1, § 8 Abs. 2 WoGG", titel="Summe der Mitglieder bei Vorrang im Jahr")
def wohngeld_einkommen_summe_vorrang(wohngeld_einkommen_person: Cent, wohngeld_beruecksichtigt_vorrang: bool) -> Cent:
    """Nur Mitglieder, die bei Vorrang des Wohngeldes zu berücksichtigen wären."""
    return wohngeld_einkommen_person if wohngeld_beruecksichtigt_vorrang else 0


@regel("wohngeldhaushalt", norm="§ 13 Abs. 2 WoGG", titel="Monatliches Gesamteinkommen")
def wohngeld_gesamteinkommen(wohngeld_einkommen_summe: Cent, wohngeld_monate_im_jahr: Anzahl) -> Cent:
    """Ein Zwölftel des Gesamteinkommens, auf Cent gerundet (so rechnet WoGVwV Teil A Nr. 19.01)."""
    return kaufmaennisch(max(0, wohngeld_einkommen_summe), wohngeld_monate_im_jahr)


@regel("wohngeldhaushalt", norm="§ 13 Abs. 2, § 8 Abs. 2 WoGG", titel="Monatliches Gesamteinkommen bei Vorrang")
def wohngeld_gesamteinkommen_vorrang(wohngeld_einkommen_summe_vorrang: Cent, wohngeld_monate_im_jahr: Anzahl) -> Cent:
    """Wie § 13 Abs. 2, wenn Leistungen nach § 7 Abs. 1 Nr. 1 bis 7 nicht in Anspruch genommen werden."""
    return kaufmaennisch(max(0, wohngeld_einkommen_summe_vorrang), wohngeld_monate_im_jahr)
