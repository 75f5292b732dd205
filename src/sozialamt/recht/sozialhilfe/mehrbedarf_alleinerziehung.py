"""Mehrbedarf für Alleinerziehende (§ 30 Abs. 3 SGB XII). Es zählt das Alter der Kinder am Monatsersten.

Elternschaft verlangt das Gesetz nicht: Auch wer allein für Enkel oder Pflegekinder sorgt, ist alleinerziehend. Zu den
eigenen Kindern im Haushalt zählen darum Minderjährige, deren Eltern nicht zum Haushalt gehören.
"""

from sozialamt.rechenkern import Anzahl, Basispunkte, Cent, Jahre, Position, anzahl, regel, summe_an
from sozialamt.rechenkern.rundung import anteil
from sozialamt.recht.auswahl import AlleinerziehendeBemessung


@regel("person", norm="§ 30 Abs. 3 SGB XII", titel="Minderjähriges Kind im Haushalt")
def zaehlt_als_kind(alter_monatsbeginn: Jahre, volljaehrigkeit: Jahre, wohnt_mit_haushalt: bool) -> bool:
    """Am Monatsersten minderjährig und in der Unterkunft des Haushalts."""
    return wohnt_mit_haushalt and alter_monatsbeginn < volljaehrigkeit


@summe_an("elternteil_1", norm="§ 30 Abs. 3 SGB XII", titel="Minderjährige Kinder als erster Elternteil")
def minderjaehrige_kinder_1(zaehlt_als_kind: bool) -> Anzahl:
    """Minderjährige Kinder im Haushalt."""
    return 1 if zaehlt_als_kind else 0


@summe_an("elternteil_2", norm="§ 30 Abs. 3 SGB XII", titel="Minderjährige Kinder als zweiter Elternteil")
def minderjaehrige_kinder_2(zaehlt_als_kind: bool) -> Anzahl:
    """Minderjährige Kinder im Haushalt."""
    return 1 if zaehlt_als_kind else 0


@summe_an("elternteil_1", norm="§ 30 Abs. 3 Nr. 1 SGB XII", titel="Kinder unter 7 als erster Elternteil")
def kinder_unter_7_elternteil_1(
    zaehlt_als_kind: bool, alter_monatsbeginn: Jahre, mehrbedarf_alleinerziehend_alter_klein: Jahre
) -> Anzahl:
    """Kinder unter sieben Jahren im Haushalt."""
    return 1 if zaehlt_als_kind and alter_monatsbeginn < mehrbedarf_alleinerziehend_alter_klein else 0


@summe_an("elternteil_2", norm="§ 30 Abs. 3 Nr. 1 SGB XII", titel="Kinder unter 7 als zweiter Elternteil")
def kinder_unter_7_elternteil_2(
    zaehlt_als_kind: bool, alter_monatsbeginn: Jahre, mehrbedarf_alleinerziehend_alter_klein: Jahre
) -> Anzahl:
    """Kinder unter sieben Jahren im Haushalt."""
    return 1 if zaehlt_als_kind and alter_monatsbeginn < mehrbedarf_alleinerziehend_alter_klein else 0


@summe_an("elternteil_1", norm="§ 30 Abs. 3 Nr. 1 SGB XII", titel="Kinder unter 16 als erster Elternteil")
def kinder_unter_16_elternteil_1(
    zaehlt_als_kind: bool, alter_monatsbeginn: Jahre, mehrbedarf_alleinerziehend_alter_mehrere: Jahre
) -> Anzahl:
    """Kinder unter sechzehn Jahren im Haushalt."""
    return 1 if zaehlt_als_kind and alter_monatsbeginn < mehrbedarf_alleinerziehend_alter_mehrere else 0


@summe_an("elternteil_2", norm="§ 30 Abs. 3 Nr. 1 SGB XII", titel="Kinder unter 16 als zweiter Elternteil")
def kinder_unter_16_elternteil_2(
    zaehlt_als_kind: bool, alter_monatsbeginn: Jahre, mehrbedarf_alleinerziehend_alter_mehrere: Jahre
) -> Anzahl:
    """Kinder unter sechzehn Jahren im Haushalt."""
    return 1 if zaehlt_als_kind and alter_monatsbeginn < mehrbedarf_alleinerziehend_alter_mehrere else 0


@regel("person", norm="§ 30 Abs. 3 SGB XII", titel="Kind ohne Eltern im Haushalt")
def zaehlt_als_kind_ohne_eltern(
    zaehlt_als_kind: bool, partnerschaft_der_eltern: Position, alleinerziehend: bool
) -> bool:
    """Minderjährig, kein Elternteil im Haushalt und selbst nicht alleinerziehend (Enkel, Pflegekinder)."""
    return zaehlt_als_kind and partnerschaft_der_eltern < 0 and not alleinerziehend


@anzahl("haushalt", norm="§ 30 Abs. 3 SGB XII", titel="Kinder ohne Eltern im Haushalt")
def kinder_ohne_eltern(zaehlt_als_kind_ohne_eltern: bool) -> bool:
    """Minderjährige, für die nicht ihre Eltern sorgen."""
    return zaehlt_als_kind_ohne_eltern


@anzahl("haushalt", norm="§ 30 Abs. 3 Nr. 1 SGB XII", titel="Kinder unter 7 ohne Eltern im Haushalt")
def kinder_unter_7_ohne_eltern(
    zaehlt_als_kind_ohne_eltern: bool, alter_monatsbeginn: Jahre, mehrbedarf_alleinerziehend_alter_klein: Jahre
) -> bool:
    """Kinder unter sieben Jahren, für die nicht ihre Eltern sorgen."""
    return zaehlt_als_kind_ohne_eltern and alter_monatsbeginn < mehrbedarf_alleinerziehend_alter_klein


@anzahl("haushalt", norm="§ 30 Abs. 3 Nr. 1 SGB XII", titel="Kinder unter 16 ohne Eltern im Haushalt")
def kinder_unter_16_ohne_eltern(
    zaehlt_als_kind_ohne_eltern: bool, alter_monatsbeginn: Jahre, mehrbedarf_alleinerziehend_alter_mehrere: Jahre
) -> bool:
    """Kinder unter sechzehn Jahren, für die nicht ihre Eltern sorgen."""
    return zaehlt_als_kind_ohne_eltern and alter_monatsbeginn < mehrbedarf_alleinerziehend_alter_mehrere


@regel("person", norm="§ 30 Abs. 3 SGB XII", titel="Minderjährige Kinder")
def alleinerziehend_kinder(
    minderjaehrige_kinder_1: Anzahl, minderjaehrige_kinder_2: Anzahl, kinder_ohne_eltern: Anzahl
) -> Anzahl:
    """Eigene Kinder und Kinder ohne Eltern im Haushalt."""
    return minderjaehrige_kinder_1 + minderjaehrige_kinder_2 + kinder_ohne_eltern


@regel("person", norm="§ 30 Abs. 3 Nr. 1 SGB XII", titel="Kinder unter 7")
def alleinerziehend_kinder_unter_7(
    kinder_unter_7_elternteil_1: Anzahl, kinder_unter_7_elternteil_2: Anzahl, kinder_unter_7_ohne_eltern: Anzahl
) -> Anzahl:
    """Eigene Kinder und Kinder ohne Eltern im Haushalt unter sieben Jahren."""
    return kinder_unter_7_elternteil_1 + kinder_unter_7_elternteil_2 + kinder_unter_7_ohne_eltern


@regel("person", norm="§ 30 Abs. 3 Nr. 1 SGB XII", titel="Kinder unter 16")
def alleinerziehend_kinder_unter_16(
    kinder_unter_16_elternteil_1: Anzahl, kinder_unter_16_elternteil_2: Anzahl, kinder_unter_16_ohne_eltern: Anzahl
) -> Anzahl:
    """Eigene Kinder und Kinder ohne Eltern im Haushalt unter sechzehn Jahren."""
    return kinder_unter_16_elternteil_1 + kinder_unter_16_elternteil_2 + kinder_unter_16_ohne_eltern


@regel("person", norm="§ 30 Abs. 3 Nr. 1 SGB XII", titel="Satz für ein kleines Kind oder zwei bis drei Kinder")
def alleinerziehend_satz_nummer_1(
    alleinerziehend_kinder_unter_7: Anzahl,
    alleinerziehend_kinder_unter_16: Anzahl,
    mehrbedarf_alleinerziehend_kinder: tuple[Anzahl, ...],
    mehrbedarf_alleinerziehend_satz_hoch: Basispunkte,
) -> Basispunkte:
    """36 Prozent, wenn ein Kind unter sieben ist oder zwei oder drei Kinder unter sechzehn sind."""
    mehrere = alleinerziehend_kinder_unter_16
    if mehrbedarf_alleinerziehend_kinder[0] <= mehrere <= mehrbedarf_alleinerziehend_kinder[1]:
        return mehrbedarf_alleinerziehend_satz_hoch
    return mehrbedarf_alleinerziehend_satz_hoch if alleinerziehend_kinder_unter_7 > 0 else 0


@regel("person", norm="§ 30 Abs. 3 Nr. 2 SGB XII", titel="Satz nach der Zahl der Kinder")
def alleinerziehend_satz_nummer_2(
    alleinerziehend_kinder: Anzahl,
    mehrbedarf_alleinerziehend_satz_je_kind: Basispunkte,
    mehrbedarf_alleinerziehend_satz_hoechstens: Basispunkte,
) -> Basispunkte:
    """12 Prozent je Kind, höchstens 60 Prozent."""
    return min(
        alleinerziehend_kinder * mehrbedarf_alleinerziehend_satz_je_kind, mehrbedarf_alleinerziehend_satz_hoechstens
    )


@regel("person", norm="§ 30 Abs. 3 SGB XII", titel="Satz des Mehrbedarfs für Alleinerziehende")
def alleinerziehend_satz(
    alleinerziehend_satz_nummer_1: Basispunkte,
    alleinerziehend_satz_nummer_2: Basispunkte,
    alleinerziehende_bemessung: AlleinerziehendeBemessung,
) -> Basispunkte:
    """Der höhere der beiden Sätze oder, nach dem Wortlaut, Nr. 2 nur, wenn Nr. 1 nicht vorliegt."""
    if alleinerziehende_bemessung == AlleinerziehendeBemessung.WORTLAUT and alleinerziehend_satz_nummer_1 > 0:
        return alleinerziehend_satz_nummer_1
    return max(alleinerziehend_satz_nummer_1, alleinerziehend_satz_nummer_2)


@regel("person", norm="§ 30 Abs. 3 SGB XII", titel="Mehrbedarf für Alleinerziehende")
def mehrbedarf_alleinerziehung(
    alleinerziehend: bool,
    alleinerziehend_satz: Basispunkte,
    mehrbedarf_alleinerziehung_abweichend: Cent,
    alleinerziehend_wechselmodell: bool,
    mehrbedarf_wechselmodell_anteil: Basispunkte,
    regelbedarfsstufe: tuple[Cent, ...],
) -> Cent:
    """Satz der Regelbedarfsstufe 1, im Wechselmodell zur Hälfte, soweit kein abweichender Bedarf besteht."""
    if not alleinerziehend or alleinerziehend_satz == 0:
        return 0
    if mehrbedarf_alleinerziehung_abweichend > 0:
        return mehrbedarf_alleinerziehung_abweichend
    betrag = anteil(regelbedarfsstufe[1], alleinerziehend_satz)
    return anteil(betrag, mehrbedarf_wechselmodell_anteil) if alleinerziehend_wechselmodell else betrag
