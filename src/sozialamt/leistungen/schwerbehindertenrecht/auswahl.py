"""Geschlossene Listen des Schwerbehindertenrechts."""

from sozialamt.rechenkern import Auswahl, beschrifte


@beschrifte(
    KEINE="keine Eintragung",
    KRIEGSBESCHAEDIGT="kriegsbeschädigt (§ 2 Abs. 1 SchwbAwV)",
    VB="VB – Versorgung nach anderen Bundesgesetzen (§ 2 Abs. 2 Nr. 1 SchwbAwV)",
    EB="EB – Entschädigung nach § 28 BEG (§ 2 Abs. 2 Nr. 2 SchwbAwV)",
)
class SchwbSondergruppe(Auswahl):
    """Zugehörigkeit zu Sondergruppen, die im Ausweis steht (§ 2 SchwbAwV)."""

    KEINE = 0
    KRIEGSBESCHAEDIGT = 1
    VB = 2
    EB = 3


@beschrifte(
    KEINE_FESTSTELLUNG="keine Feststellung",
    BEHINDERT="Behinderung festgestellt, nicht schwerbehindert (§ 152 Abs. 1 SGB IX)",
    GLEICHGESTELLT="schwerbehinderten Menschen gleichgestellt (§ 2 Abs. 3 SGB IX)",
    SCHUTZFRIST="Schutzfrist nach Herabsetzung (§ 199 Abs. 1 SGB IX)",
    SCHWERBEHINDERT="schwerbehindert (§ 2 Abs. 2 SGB IX)",
)
class SchwbStatus(Auswahl):
    """Stellung nach dem Neunten Buch im berechneten Monat."""

    KEINE_FESTSTELLUNG = 0
    BEHINDERT = 1
    GLEICHGESTELLT = 2
    SCHUTZFRIST = 3
    SCHWERBEHINDERT = 4


@beschrifte(
    VOLL="voller Beitrag",
    ERMAESSIGT="ermäßigt auf ein Drittel (§ 4 Abs. 2 RBStV)",
    BEFREIT="befreit (§ 4 Abs. 1 RBStV)",
)
class SchwbRundfunkbeitrag(Auswahl):
    """Rundfunkbeitrag der Wohnung, wenn die Person ihn schuldet."""

    VOLL = 0
    ERMAESSIGT = 1
    BEFREIT = 2


@beschrifte(
    KEINE="keine Vergünstigung",
    HAELFTE="Ermäßigung um die Hälfte statt der Wertmarke (§ 3a Abs. 2 KraftStG)",
    BEFREIT="befreit, neben der Wertmarke (§ 3a Abs. 1 KraftStG)",
)
class SchwbKfzSteuer(Auswahl):
    """Kraftfahrzeugsteuer für ein auf die Person zugelassenes Fahrzeug."""

    KEINE = 0
    HAELFTE = 1
    BEFREIT = 2


@beschrifte(
    KEINER="kein Ablehnungsgrund",
    KEINE_FESTSTELLUNG="Ein Grad der Behinderung von mindestens 20 ist nicht festgestellt (§ 152 Abs. 1 SGB IX).",
    NICHT_SCHWERBEHINDERT="Der Grad der Behinderung liegt unter 50, eine Gleichstellung besteht nicht "
    "(§ 2 Abs. 2, 3 SGB IX).",
    AUFENTHALT="Wohnsitz oder gewöhnlicher Aufenthalt liegen nicht im Inland (§ 2 Abs. 2 SGB IX).",
)
class SchwbAblehnung(Auswahl):
    """Warum die Nachteilsausgleiche für schwerbehinderte Menschen nicht zustehen."""

    KEINER = 0
    KEINE_FESTSTELLUNG = 1
    NICHT_SCHWERBEHINDERT = 2
    AUFENTHALT = 3
