"""Kranken- und Pflegeversicherung, Alterssicherung und Sterbegeld (§§ 32, 33 SGB XII).

Anerkannt wird der Beitrag des Monats, für den die Versicherung besteht (§ 32a Abs. 1).
"""

from sozialamt.rechenkern import Cent, regel
from sozialamt.recht.auswahl import Krankenversicherung


@regel("person", norm="§ 32 Abs. 4a SGB XII", titel="Beitrag zur Solidargemeinschaft", ab="2023-07-01", vorher=0)
def beitrag_solidargemeinschaft(
    krankenversicherung: Krankenversicherung, kv_beitrag: Cent, gkv_halber_hoechstbeitrag: Cent, pv_beitrag: Cent
) -> Cent:
    """Bis zum halben Höchstbeitrag der gesetzlichen Krankenversicherung, dazu der Beitrag zur Pflegeversicherung."""
    if krankenversicherung != Krankenversicherung.SOLIDARGEMEINSCHAFT:
        return 0
    return min(kv_beitrag, gkv_halber_hoechstbeitrag) + pv_beitrag


@regel("person", norm="§ 32 Abs. 4 und 6 SGB XII", titel="Beitrag zur privaten Kranken- und Pflegeversicherung")
def beitrag_private_versicherung(
    krankenversicherung: Krankenversicherung,
    kv_beitrag: Cent,
    pv_beitrag: Cent,
    kv_halber_basistarif: Cent,
    pv_halber_hoechstbeitrag: Cent,
    kv_hoeherer_beitrag_anerkannt: bool,
) -> Cent:
    """Im Standardtarif voll; sonst bis zum halben Basistarif und zum halben Höchstbeitrag der Pflegeversicherung."""
    if krankenversicherung == Krankenversicherung.PRIVAT_STANDARDTARIF:
        return kv_beitrag + pv_beitrag
    if krankenversicherung != Krankenversicherung.PRIVAT:
        return 0
    if kv_hoeherer_beitrag_anerkannt:
        return kv_beitrag + pv_beitrag
    return min(kv_beitrag, kv_halber_basistarif) + min(pv_beitrag, pv_halber_hoechstbeitrag)


@regel("person", norm="§ 32 Abs. 2, 3 und 5 SGB XII", titel="Beitrag zur gesetzlichen Kranken- und Pflegeversicherung")
def beitrag_gesetzliche_versicherung(
    krankenversicherung: Krankenversicherung, kv_beitrag: Cent, pv_beitrag: Cent
) -> Cent:
    """Der monatliche Beitrag mit Zusatzbeitrag gilt als angemessen."""
    if krankenversicherung != Krankenversicherung.GESETZLICH_FREIWILLIG:
        return 0
    return kv_beitrag + pv_beitrag


@regel("person", norm="§ 32 SGB XII", titel="Bedarf für Kranken- und Pflegeversicherung")
def bedarf_kranken_pflegeversicherung(
    beitrag_gesetzliche_versicherung: Cent, beitrag_private_versicherung: Cent, beitrag_solidargemeinschaft: Cent
) -> Cent:
    """Angemessene Beiträge, die nicht vom Einkommen abgesetzt werden."""
    return beitrag_gesetzliche_versicherung + beitrag_private_versicherung + beitrag_solidargemeinschaft


@regel("person", norm="§ 33 SGB XII", titel="Bedarf für die Vorsorge")
def bedarf_vorsorge(vorsorge_alterssicherung: Cent, vorsorge_sterbegeld: Cent) -> Cent:
    """Anerkannte Aufwendungen für Alterssicherung und angemessenes Sterbegeld."""
    return vorsorge_alterssicherung + vorsorge_sterbegeld
