"""Wonach Quartals- und Jahresnachweis die Ausgaben trennen: § 46a Abs. 4 SGB XII."""

from sozialamt.leistungen.grundsicherung_alter_erwerbsminderung.auswahl import NachweisGrund, NachweisWohnform
from sozialamt.rechenkern import regel
from sozialamt.recht.auswahl import Wohnform


@regel("person", norm="§ 46a Abs. 4 Satz 3 Nr. 2 SGB XII", titel="Wohnform im Nachweis")
def nachweis_wohnform(wohnform_person: Wohnform, lebt_in_einrichtung: bool) -> NachweisWohnform:
    """Wohnung und sonstige Unterkunft zählen zusammen."""
    if lebt_in_einrichtung:
        return NachweisWohnform.EINRICHTUNG
    if wohnform_person == Wohnform.BESONDERE_WOHNFORM:
        return NachweisWohnform.BESONDERE_WOHNFORM
    return NachweisWohnform.WOHNUNG


@regel("person", norm="§ 46a Abs. 4 Satz 3 Nr. 3 SGB XII", titel="Grund der Berechtigung im Nachweis")
def nachweis_grund(
    berechtigt_wegen_alters: bool, berechtigt_wegen_erwerbsminderung: bool, berechtigt_in_beruflicher_bildung: bool
) -> NachweisGrund:
    """§ 41 Abs. 2, 3 oder 3a SGB XII; das Alter geht vor."""
    if berechtigt_wegen_alters:
        return NachweisGrund.ALTER
    if berechtigt_wegen_erwerbsminderung:
        return NachweisGrund.ERWERBSMINDERUNG
    if berechtigt_in_beruflicher_bildung:
        return NachweisGrund.BERUFLICHE_BILDUNG
    return NachweisGrund.KEINER
