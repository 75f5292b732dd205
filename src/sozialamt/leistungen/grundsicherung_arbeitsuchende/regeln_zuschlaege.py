"""Sofortzuschlag, Einmalzahlungen, Sachleistungen (§§ 68, 70 bis 73 SGB II)."""

from sozialamt.rechenkern import Cent, regel, summe
from sozialamt.recht.auswahl import Regelbedarfsstufe, Vermoegenseinsatz


@summe("bedarfsgemeinschaft", norm="§ 72 Abs. 1 Satz 2 Nr. 2 SGB II", titel="Beim Kind benötigtes Kindergeld zusammen")
def sgb2_kindergeld_bg(sgb2_leistungsberechtigt: bool, sgb2_kindergeld: Cent) -> Cent:
    """Kindergeld, ohne das der Bedarf um diesen Betrag höher offen wäre."""
    return sgb2_kindergeld if sgb2_leistungsberechtigt else 0


@regel("person", norm="§ 72 Abs. 1 SGB II", titel="Sofortzuschlag", ab="2022-07-01", vorher=0)
def sgb2_sofortzuschlag(
    sgb2_sofortzuschlag_berechtigt: bool,
    sgb2_leistung: Cent,
    sgb2_ohne_kindergeld_beduerftig: bool,
    sgb2_nur_bildung_und_teilhabe: bool,
    sofortzuschlag_betrag: Cent,
) -> Cent:
    """Mit Anspruch, nur wegen Kindergeld ohne Anspruch oder nur mit Bedarf für Bildung und Teilhabe."""
    if not sgb2_sofortzuschlag_berechtigt:
        return 0
    if sgb2_leistung > 0 or sgb2_ohne_kindergeld_beduerftig or sgb2_nur_bildung_und_teilhabe:
        return sofortzuschlag_betrag
    return 0


@regel("bedarfsgemeinschaft", norm="§ 9 Abs. 1, § 12 SGB II", titel="Vermögen schließt den Anspruch aus")
def sgb2_vermoegen_schliesst_aus(
    sgb2_vermoegenseinsatz: Cent, sgb2_vermoegen_ueber_freibetrag: Vermoegenseinsatz
) -> bool:
    """Vermögen über den Freibeträgen, wenn es den Anspruch nicht nur mindert (Einstellung)."""
    return sgb2_vermoegenseinsatz > 0 and sgb2_vermoegen_ueber_freibetrag == Vermoegenseinsatz.AUSSCHLUSS


@regel("person", norm="§ 72 Abs. 1 SGB II", titel="Dem Grunde nach mit Sofortzuschlag")
def sgb2_sofortzuschlag_berechtigt(
    sgb2_leistungsberechtigt: bool, sgb2_stufe: Regelbedarfsstufe, sgb2_vermoegen_schliesst_aus: bool
) -> bool:
    """Regelbedarfsstufe 3 bis 6; schließt Vermögen den Anspruch aus, fehlt er nicht nur wegen des Kindergelds."""
    return sgb2_leistungsberechtigt and sgb2_stufe >= Regelbedarfsstufe.STUFE_3 and not sgb2_vermoegen_schliesst_aus


@regel("person", norm="§ 72 Abs. 1 Satz 2 Nr. 2 SGB II", titel="Ohne Kindergeld hilfebedürftig")
def sgb2_ohne_kindergeld_beduerftig(
    sgb2_bedarf_zeitraum: Cent,
    sgb2_einkommen: Cent,
    sgb2_vermoegen_kind: Cent,
    sgb2_bedarf_bg: Cent,
    sgb2_einkommen_bg: Cent,
    sgb2_kindergeld_bg: Cent,
    sgb2_vermoegenseinsatz: Cent,
) -> bool:
    """Ohne das Kindergeld bliebe beim Kind und in der Bedarfsgemeinschaft ein Bedarf offen."""
    if sgb2_bedarf_zeitraum <= sgb2_einkommen + sgb2_vermoegen_kind:
        return False
    return sgb2_bedarf_bg + sgb2_kindergeld_bg > sgb2_einkommen_bg + sgb2_vermoegenseinsatz


@regel(
    "person",
    norm="§ 70 SGB II",
    titel="Einmalzahlung",
    ab="2021-05-01",
    bis="2021-05-31",
    vorher=0,
    name="sgb2_einmalzahlung",
)
def sgb2_einmalzahlung_mai(
    sgb2_leistung: Cent, sgb2_stufe: Regelbedarfsstufe, kindergeld: Cent, sgb2_einmalzahlung_mai_2021: Cent
) -> Cent:
    """150 Euro für Stufe 1 und 2; für Stufe 3 nur, wenn kein Kindergeld als Einkommen berücksichtigt wird."""
    if sgb2_leistung == 0 or sgb2_stufe > Regelbedarfsstufe.STUFE_3:
        return 0
    return 0 if sgb2_stufe == Regelbedarfsstufe.STUFE_3 and kindergeld > 0 else sgb2_einmalzahlung_mai_2021


@regel(
    "person",
    norm="§ 71 Abs. 2 SGB II",
    titel="Einmalzahlung",
    ab="2021-06-01",
    bis="2021-07-31",
    name="sgb2_einmalzahlung",
)
def sgb2_einmalzahlung_sommer_2021() -> Cent:
    """Keine Einmalzahlung."""
    return 0


@regel(
    "person",
    norm="§ 71 Abs. 2 SGB II",
    titel="Einmalzahlung",
    ab="2021-08-01",
    bis="2021-08-31",
    name="sgb2_einmalzahlung",
)
def sgb2_einmalzahlung_august(sgb2_leistung: Cent, ist_minderjaehrig: bool, sgb2_kinderfreizeitbonus: Cent) -> Cent:
    """Kinderfreizeitbonus von 100 Euro für Minderjährige."""
    return sgb2_kinderfreizeitbonus if sgb2_leistung > 0 and ist_minderjaehrig else 0


@regel(
    "person", norm="§ 73 SGB II", titel="Einmalzahlung", ab="2021-09-01", bis="2022-06-30", name="sgb2_einmalzahlung"
)
def sgb2_einmalzahlung_bis_juni_2022() -> Cent:
    """Keine Einmalzahlung."""
    return 0


@regel("person", norm="§ 73 SGB II", titel="Einmalzahlung", ab="2022-07-01", bis="2022-07-31", nachher=0)
def sgb2_einmalzahlung(sgb2_leistung: Cent, sgb2_stufe: Regelbedarfsstufe, sgb2_einmalzahlung_juli_2022: Cent) -> Cent:
    """200 Euro für Regelbedarfsstufe 1 und 2."""
    return sgb2_einmalzahlung_juli_2022 if sgb2_leistung > 0 and sgb2_stufe <= Regelbedarfsstufe.STUFE_2 else 0


@regel("person", norm="§ 68 SGB II", titel="Als Sachleistung erbrachte Verpflegung", ab="2024-01-01", vorher=0)
def sgb2_sachleistung(
    vollverpflegung_gemeinschaftsunterkunft: bool,
    sgb2_stufe: Regelbedarfsstufe,
    sgb2_sachleistung_wert: tuple[Cent, ...],
    sgb2_anspruch: Cent,
) -> Cent:
    """Teil des Anspruchs, der in Gemeinschaftsunterkünften ohne Selbstversorgung als Sachleistung erfüllt wird."""
    return min(sgb2_anspruch, sgb2_sachleistung_wert[sgb2_stufe]) if vollverpflegung_gemeinschaftsunterkunft else 0


@regel("person", norm="§§ 42, 68 SGB II", titel="Auszahlung")
def sgb2_auszahlung(sgb2_anspruch: Cent, sgb2_sachleistung: Cent) -> Cent:
    """Anspruch, soweit er in Geld zu erfüllen ist."""
    return sgb2_anspruch - sgb2_sachleistung
