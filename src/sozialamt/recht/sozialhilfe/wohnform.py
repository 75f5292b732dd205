"""Wo eine Person wohnt und mit wem: Art der Unterkunft, Bewohner der Wohnung, Zusammenleben mit dem Partner."""

from sozialamt.rechenkern import Anzahl, Position, anzahl, beim, regel
from sozialamt.recht.auswahl import AbweichendeWohnform, Wohnform


@regel("person", norm="§ 35 Abs. 1 SGB XII", titel="Wohnt mit dem Haushalt zusammen")
def wohnt_mit_haushalt(wohnform_abweichend: AbweichendeWohnform) -> bool:
    """Die Person lebt in der Unterkunft des Haushalts und nicht in einer eigenen Einrichtung oder Wohnform."""
    return wohnform_abweichend == AbweichendeWohnform.WIE_HAUSHALT


@regel("person", norm="§ 42a Abs. 2, § 27b SGB XII", titel="Wohnform der Person nach Angabe")
def wohnform_angegeben(wohnform: Wohnform, wohnform_abweichend: AbweichendeWohnform) -> Wohnform:
    """Wohnform des Haushalts, wenn die Person nicht abweichend untergebracht ist."""
    if wohnform_abweichend == AbweichendeWohnform.STATIONAERE_EINRICHTUNG:
        return Wohnform.STATIONAERE_EINRICHTUNG
    if wohnform_abweichend == AbweichendeWohnform.BESONDERE_WOHNFORM:
        return Wohnform.BESONDERE_WOHNFORM
    if wohnform_abweichend == AbweichendeWohnform.UEBER_TAG_UND_NACHT:
        return Wohnform.UEBER_TAG_UND_NACHT
    return wohnform


@regel("person", name="wohnform_person", norm="§ 27b SGB XII a. F.", titel="Wohnform der Person", bis="2019-12-31")
def wohnform_person_bis_2019(wohnform_angegeben: Wohnform) -> Wohnform:
    """Bis Ende 2019 galten die heutigen besonderen Wohnformen als stationäre Einrichtungen."""
    if wohnform_angegeben == Wohnform.BESONDERE_WOHNFORM or wohnform_angegeben == Wohnform.UEBER_TAG_UND_NACHT:
        return Wohnform.STATIONAERE_EINRICHTUNG
    return wohnform_angegeben


@regel("person", norm="§ 42a Abs. 2, §§ 27b, 27c SGB XII", titel="Wohnform der Person", ab="2020-01-01")
def wohnform_person(wohnform_angegeben: Wohnform) -> Wohnform:
    """Wohnung, besondere Wohnform, sonstige Unterkunft oder Einrichtung."""
    return wohnform_angegeben


@regel("person", norm="§§ 27b, 27c SGB XII", titel="Lebensunterhalt in einer Einrichtung")
def lebt_in_einrichtung(wohnform_person: Wohnform) -> bool:
    """Der notwendige Lebensunterhalt bestimmt sich nach § 27b oder § 27c."""
    return wohnform_person == Wohnform.STATIONAERE_EINRICHTUNG or wohnform_person == Wohnform.UEBER_TAG_UND_NACHT


@anzahl("haushalt", norm="§ 35 Abs. 1 SGB XII", titel="Mitwohnende Personen des Haushalts")
def mitwohnende_personen(wohnt_mit_haushalt: bool) -> bool:
    """Zählt, wer in der Unterkunft des Haushalts lebt."""
    return wohnt_mit_haushalt


@regel("haushalt", norm="§ 35 Abs. 1, § 42a Abs. 4 SGB XII", titel="Personen in der Wohnung")
def personen_in_wohnung(mitwohnende_personen: Anzahl, weitere_bewohner: Anzahl) -> Anzahl:
    """Alle Bewohner der Unterkunft, mindestens eine Person; nach ihrer Zahl richten sich die Kopfteile."""
    return max(mitwohnende_personen + weitere_bewohner, 1)


@beim("partner", sonst=False, norm="§ 20, Anlage zu § 28 SGB XII", titel="Partner wohnt mit dem Haushalt zusammen")
def partner_wohnt_mit_haushalt(wohnt_mit_haushalt: bool) -> bool:
    """Der Partner lebt in der Unterkunft des Haushalts."""
    return wohnt_mit_haushalt


@regel("person", norm="Anlage zu § 28 SGB XII", titel="Lebt mit dem Partner zusammen")
def lebt_mit_partner_zusammen(partner: Position, wohnt_mit_haushalt: bool, partner_wohnt_mit_haushalt: bool) -> bool:
    """Ehegatte, Lebenspartner oder eheähnlicher Partner in derselben Unterkunft."""
    return partner >= 0 and wohnt_mit_haushalt and partner_wohnt_mit_haushalt
