"""Mehrbedarf für Alleinerziehende (§ 21 Abs. 3 SGB II), taggenau nach § 41 Abs. 1 SGB II."""

from sozialamt.rechenkern import Anzahl, Basispunkte, Cent, Datum, Jahre, anzahl, maximum, regel
from sozialamt.rechenkern.kalender import tag
from sozialamt.rechenkern.rundung import GANZES, anteil, kaufmaennisch
from sozialamt.recht.auswahl import AenderungImMonat, Regelbedarfsstufe


@anzahl("bedarfsgemeinschaft", norm="§ 21 Abs. 3 SGB II", titel="Minderjährige Kinder")
def sgb2_kinder_minderjaehrig(sgb2_kind: bool, ist_minderjaehrig: bool) -> bool:
    """Minderjährige Kinder, die in der Bedarfsgemeinschaft oder mit ihr im Haushalt leben; Stand am Monatsende."""
    return sgb2_kind and ist_minderjaehrig


@anzahl("bedarfsgemeinschaft", norm="§ 21 Abs. 3 Nr. 1 SGB II", titel="Kinder unter sieben Jahren")
def sgb2_kinder_unter_7(sgb2_kind: bool, alter: Jahre, mehrbedarf_alleinerziehend_alter_klein: Jahre) -> bool:
    """Stand am Monatsende."""
    return sgb2_kind and alter < mehrbedarf_alleinerziehend_alter_klein


@anzahl("bedarfsgemeinschaft", norm="§ 21 Abs. 3 Nr. 1 SGB II", titel="Kinder unter 16 Jahren")
def sgb2_kinder_unter_16(sgb2_kind: bool, alter: Jahre, mehrbedarf_alleinerziehend_alter_mehrere: Jahre) -> bool:
    """Stand am Monatsende."""
    return sgb2_kind and alter < mehrbedarf_alleinerziehend_alter_mehrere


@anzahl("bedarfsgemeinschaft", norm="§ 21 Abs. 3 SGB II", titel="Minderjährige Kinder am Monatsersten")
def sgb2_kinder_minderjaehrig_beginn(sgb2_kind: bool, alter_monatsbeginn: Jahre, volljaehrigkeit: Jahre) -> bool:
    """Stand am Monatsersten."""
    return sgb2_kind and alter_monatsbeginn < volljaehrigkeit


@anzahl("bedarfsgemeinschaft", norm="§ 21 Abs. 3 Nr. 1 SGB II", titel="Kinder unter sieben Jahren am Monatsersten")
def sgb2_kinder_unter_7_beginn(
    sgb2_kind: bool, alter_monatsbeginn: Jahre, mehrbedarf_alleinerziehend_alter_klein: Jahre
) -> bool:
    """Stand am Monatsersten."""
    return sgb2_kind and alter_monatsbeginn < mehrbedarf_alleinerziehend_alter_klein


@anzahl("bedarfsgemeinschaft", norm="§ 21 Abs. 3 Nr. 1 SGB II", titel="Kinder unter 16 Jahren am Monatsersten")
def sgb2_kinder_unter_16_beginn(
    sgb2_kind: bool, alter_monatsbeginn: Jahre, mehrbedarf_alleinerziehend_alter_mehrere: Jahre
) -> bool:
    """Stand am Monatsersten."""
    return sgb2_kind and alter_monatsbeginn < mehrbedarf_alleinerziehend_alter_mehrere


@regel("bedarfsgemeinschaft", norm="§ 21 Abs. 3 SGB II", titel="Satz des Mehrbedarfs für Alleinerziehende")
def sgb2_alleinerziehung_prozent(
    sgb2_kinder_minderjaehrig: Anzahl,
    sgb2_kinder_unter_7: Anzahl,
    sgb2_kinder_unter_16: Anzahl,
    mehrbedarf_alleinerziehend_kinder: tuple[Anzahl, ...],
    mehrbedarf_alleinerziehend_satz_hoch: Basispunkte,
    mehrbedarf_alleinerziehend_satz_je_kind: Basispunkte,
    mehrbedarf_alleinerziehend_satz_hoechstens: Basispunkte,
) -> Basispunkte:
    """36 Prozent nach Nr. 1 oder 12 Prozent je Kind, wenn das mehr ist, höchstens 60 Prozent; Stand am Monatsende."""
    je_kind = sgb2_kinder_minderjaehrig * mehrbedarf_alleinerziehend_satz_je_kind
    von, bis = mehrbedarf_alleinerziehend_kinder[0], mehrbedarf_alleinerziehend_kinder[1]
    if sgb2_kinder_unter_7 > 0 or von <= sgb2_kinder_unter_16 <= bis:
        je_kind = max(je_kind, mehrbedarf_alleinerziehend_satz_hoch)
    return min(je_kind, mehrbedarf_alleinerziehend_satz_hoechstens)


@regel("bedarfsgemeinschaft", norm="§ 21 Abs. 3 SGB II", titel="Satz des Mehrbedarfs am Monatsersten")
def sgb2_alleinerziehung_prozent_beginn(
    sgb2_kinder_minderjaehrig_beginn: Anzahl,
    sgb2_kinder_unter_7_beginn: Anzahl,
    sgb2_kinder_unter_16_beginn: Anzahl,
    mehrbedarf_alleinerziehend_kinder: tuple[Anzahl, ...],
    mehrbedarf_alleinerziehend_satz_hoch: Basispunkte,
    mehrbedarf_alleinerziehend_satz_je_kind: Basispunkte,
    mehrbedarf_alleinerziehend_satz_hoechstens: Basispunkte,
) -> Basispunkte:
    """Wie am Monatsende, mit dem Alter der Kinder am Monatsersten."""
    je_kind = sgb2_kinder_minderjaehrig_beginn * mehrbedarf_alleinerziehend_satz_je_kind
    von, bis = mehrbedarf_alleinerziehend_kinder[0], mehrbedarf_alleinerziehend_kinder[1]
    if sgb2_kinder_unter_7_beginn > 0 or von <= sgb2_kinder_unter_16_beginn <= bis:
        je_kind = max(je_kind, mehrbedarf_alleinerziehend_satz_hoch)
    return min(je_kind, mehrbedarf_alleinerziehend_satz_hoechstens)


@maximum("bedarfsgemeinschaft", norm="§ 21 Abs. 3 SGB II", titel="Tag, an dem ein Kind eine Altersgrenze erreicht")
def sgb2_alleinerziehung_wechseltag(
    sgb2_kind: bool,
    geburtsdatum: Datum,
    alter: Jahre,
    alter_monatsbeginn: Jahre,
    volljaehrigkeit: Jahre,
    mehrbedarf_alleinerziehend_alter_klein: Jahre,
    mehrbedarf_alleinerziehend_alter_mehrere: Jahre,
) -> Anzahl:
    """Tag des siebten, 16. oder 18. Geburtstags im Monat, bei mehreren der letzte; sonst 0."""
    if not sgb2_kind or alter == alter_monatsbeginn:
        return 0
    klein = alter == mehrbedarf_alleinerziehend_alter_klein
    gross = alter == mehrbedarf_alleinerziehend_alter_mehrere
    return tag(geburtsdatum) if klein or gross or alter == volljaehrigkeit else 0


@regel("bedarfsgemeinschaft", norm="§ 21 Abs. 3, § 41 Abs. 1 SGB II", titel="Summe der Tagessätze des Mehrbedarfs")
def sgb2_alleinerziehung_satztage(
    sgb2_alleinerziehung_prozent_beginn: Basispunkte,
    sgb2_alleinerziehung_prozent: Basispunkte,
    sgb2_alleinerziehung_wechseltag: Anzahl,
    tage_je_monat: Anzahl,
    sgb2_aenderung_im_monat: AenderungImMonat,
) -> Anzahl:
    """Satz mal Tage; erreicht ein Kind im Monat eine Altersgrenze, gilt bis zum Tag davor der Satz des Monatsersten."""
    vorher = 0
    if sgb2_alleinerziehung_prozent_beginn != sgb2_alleinerziehung_prozent:
        if sgb2_aenderung_im_monat == AenderungImMonat.FOLGEMONAT:
            vorher = tage_je_monat
        elif sgb2_aenderung_im_monat == AenderungImMonat.TAGGENAU:
            vorher = max(0, min(sgb2_alleinerziehung_wechseltag - 1, tage_je_monat))
    return sgb2_alleinerziehung_prozent_beginn * vorher + sgb2_alleinerziehung_prozent * (tage_je_monat - vorher)


@regel("person", norm="§ 21 Abs. 3 SGB II", titel="Mehrbedarf für Alleinerziehende")
def sgb2_mehrbedarf_alleinerziehende(
    alleinerziehend: bool,
    alleinerziehend_wechselmodell: bool,
    sgb2_kind: bool,
    sgb2_alleinerziehung_satztage: Anzahl,
    tage_je_monat: Anzahl,
    mehrbedarf_wechselmodell_anteil: Basispunkte,
    regelbedarfsstufe: tuple[Cent, ...],
) -> Cent:
    """Vom Regelbedarf nach § 20 Abs. 2 (Stufe 1); bei annähernd hälftiger Betreuung die Hälfte.

    Die Hälfte bei wechselnder Betreuung folgt BSG, Urteil vom 03.03.2009, B 4 AS 50/07 R.
    """
    if not alleinerziehend or sgb2_kind:
        return 0
    stufe = regelbedarfsstufe[Regelbedarfsstufe.STUFE_1]
    betrag = kaufmaennisch(stufe * sgb2_alleinerziehung_satztage, tage_je_monat * GANZES)
    return anteil(betrag, mehrbedarf_wechselmodell_anteil) if alleinerziehend_wechselmodell else betrag
