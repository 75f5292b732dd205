"""Verfahren, die jede Leistung kennt: Antrag, Änderung, Überprüfung, Widerspruch, anderer Träger, Kostenersatz."""

from __future__ import annotations

from sozialamt.leistungen.vorgangsart import Fristvorgabe, Uebergang, Vorgangsart, Vorgangszustand

PRUEFUNG = Vorgangszustand("in_pruefung", "in Prüfung")
MITWIRKUNG = Vorgangszustand("wartet_auf_mitwirkung", "wartet auf Mitwirkung")
ANHOERUNG = Vorgangszustand("anhoerung", "Anhörung läuft")
ENTWURF = Vorgangszustand("entwurf", "Entwurf in Arbeit")
VORGELEGT = Vorgangszustand("vorgelegt", "liegt zur Freigabe vor")
VORLAEUFIG = Vorgangszustand("vorlaeufig_entschieden", "vorläufig entschieden")
ERSTATTUNG = Vorgangszustand("erstattung_offen", "Erstattung ist noch festzusetzen")
ENTSCHIEDEN = Vorgangszustand("entschieden", "entschieden", schluss=True)
ZURUECKGENOMMEN = Vorgangszustand("zurueckgenommen", "zurückgenommen", schluss=True)
OHNE_ERSATZ = Vorgangszustand("ohne_ersatz", "ohne Ersatz beendet", schluss=True)
OHNE_AENDERUNG = Vorgangszustand("ohne_aenderung", "ohne Änderung beendet", schluss=True)

UNTAETIG_ANTRAG = Fristvorgabe("untaetigkeit", "Über den Antrag entscheiden", "§ 88 Abs. 1 SGG", monate=6)
UNTAETIG_WIDERSPRUCH = Fristvorgabe("untaetigkeit", "Über den Widerspruch entscheiden", "§ 88 Abs. 2 SGG", monate=3)
JAHRESFRIST = Fristvorgabe(
    "jahresfrist", "Für die Vergangenheit aufheben", "§ 45 Abs. 4 Satz 2, § 48 Abs. 4 SGB X", monate=12
)
AEUSSERUNG = Fristvorgabe("aeusserung", "Äußerung zur Anhörung", "§ 24 Abs. 1 SGB X", tage=14, gesetzlich=False)
UNTERLAGEN = Fristvorgabe("unterlagen", "Unterlagen und Angaben", "§ 66 Abs. 3 SGB I", tage=14, gesetzlich=False)
VORSCHUSS = Fristvorgabe("vorschuss", "Mit dem Vorschuss beginnen", "§ 42 Abs. 1 Satz 2 SGB I", monate=1)

_OFFEN = ("in_pruefung", "wartet_auf_mitwirkung", "anhoerung", "vorlaeufig_entschieden")

_MITWIRKUNG = (
    Uebergang(
        "mitwirkung_anfordern",
        "Mitwirkung anfordern",
        ("in_pruefung", "wartet_auf_mitwirkung", "anhoerung"),
        "wartet_auf_mitwirkung",
        fristen=(UNTERLAGEN,),
        erledigt=("unterlagen",),
    ),
    Uebergang(
        "mitwirkung_erfolgt",
        "Unterlagen sind vollständig da",
        ("wartet_auf_mitwirkung",),
        "in_pruefung",
        erledigt=("unterlagen",),
        von_hand=True,
    ),
)
_ANHOERUNG = (
    Uebergang(
        "anhoeren",
        "Anhören",
        ("in_pruefung", "wartet_auf_mitwirkung", "vorlaeufig_entschieden"),
        "anhoerung",
        fristen=(AEUSSERUNG,),
    ),
    Uebergang(
        "aeusserung_aufnehmen",
        "Äußerung ist eingegangen",
        ("anhoerung",),
        "in_pruefung",
        erledigt=("aeusserung",),
        von_hand=True,
    ),
    Uebergang(
        "anhoerung_beenden",
        "Anhörungsfrist ist ohne Äußerung abgelaufen",
        ("anhoerung",),
        "in_pruefung",
        erledigt=("aeusserung",),
    ),
)


def _entscheidung(offen: tuple[str, ...]) -> tuple[Uebergang, ...]:
    """Vom Entwurf zur Entscheidung; gemeinsam für alle Verfahren, die mit einem Bescheid enden."""
    in_arbeit = ("entwurf", "vorgelegt")
    return (
        Uebergang("bescheid_entwerfen", "Bescheid entwerfen", (*offen, "entwurf"), "entwurf"),
        Uebergang("bescheidentwurf_verwerfen", "Entwurf verwerfen", in_arbeit, "in_pruefung"),
        Uebergang("bescheid_vorlegen", "Zur Freigabe vorlegen", in_arbeit, "vorgelegt"),
        Uebergang("bescheid_zurueckweisen", "Zurückweisen", in_arbeit, "entwurf"),
        Uebergang(
            "bescheid_erlassen",
            "Bescheid erlassen",
            in_arbeit,
            "entschieden",
            erledigt=(
                "untaetigkeit",
                "unterlagen",
                "aeusserung",
                "jahresfrist",
                "vorschuss",
                "fiktion",
                "neuberechnung",
                "erloeschen",
            ),
            ergebnis="bescheid",
        ),
        Uebergang("vorschuss_erlassen", "Vorschuss erlassen", in_arbeit, "in_pruefung", erledigt=("vorschuss",)),
    )


_ERSTATTUNG = (
    Uebergang(
        "korrektur_erlassen",
        "Bescheid erlassen, Erstattung folgt",
        ("entwurf", "vorgelegt"),
        "erstattung_offen",
        erledigt=("untaetigkeit", "unterlagen", "aeusserung", "jahresfrist", "fiktion", "neuberechnung"),
    ),
    Uebergang(
        "erstattung_entfaellt",
        "Es ist nichts zu erstatten",
        ("erstattung_offen",),
        "entschieden",
        ergebnis="bescheid",
        von_hand=True,
    ),
)
_VERMERK = Uebergang("vermerken", "Vermerk", (*_OFFEN, "entwurf", "vorgelegt"), von_hand=True)

ANTRAG = Vorgangsart(
    schluessel="antrag",
    titel="Antrag",
    norm="§ 16 SGB I, §§ 8, 18 SGB X",
    zustaende=(
        PRUEFUNG,
        MITWIRKUNG,
        ANHOERUNG,
        ENTWURF,
        VORGELEGT,
        VORLAEUFIG,
        ERSTATTUNG,
        ENTSCHIEDEN,
        ZURUECKGENOMMEN,
    ),
    fristen=(UNTAETIG_ANTRAG,),
    uebergaenge=(
        *_MITWIRKUNG,
        *_ANHOERUNG,
        *_entscheidung((*_OFFEN, "erstattung_offen")),
        *_ERSTATTUNG,
        Uebergang(
            "vorlaeufig_erlassen",
            "Vorläufig bewilligen",
            ("entwurf", "vorgelegt"),
            "vorlaeufig_entschieden",
            erledigt=("untaetigkeit", "unterlagen", "vorschuss"),
        ),
        Uebergang(
            "vorschuss_beantragen", "Vorschuss ist beantragt", ("in_pruefung",), fristen=(VORSCHUSS,), von_hand=True
        ),
        Uebergang(
            "antrag_zuruecknehmen",
            "Antrag ist zurückgenommen",
            ("in_pruefung", "wartet_auf_mitwirkung", "anhoerung"),
            "zurueckgenommen",
            erledigt=("untaetigkeit", "unterlagen", "aeusserung", "vorschuss"),
            ergebnis="zurueckgenommen",
            von_hand=True,
        ),
        _VERMERK,
    ),
    ergebnisse=(("bescheid", "Bescheid"), ("zurueckgenommen", "Antrag zurückgenommen")),
)

AENDERUNG = Vorgangsart(
    schluessel="aenderung",
    titel="Änderung prüfen",
    norm="§§ 44, 45, 48, 50 SGB X",
    zustaende=(PRUEFUNG, MITWIRKUNG, ANHOERUNG, ENTWURF, VORGELEGT, ERSTATTUNG, ENTSCHIEDEN, OHNE_AENDERUNG),
    fristen=(JAHRESFRIST,),
    uebergaenge=(
        *_MITWIRKUNG,
        *(u for u in _ANHOERUNG if u.handlung != "anhoeren"),
        Uebergang("anhoeren", "Anhören", ("in_pruefung", "wartet_auf_mitwirkung"), "anhoerung", fristen=(AEUSSERUNG,)),
        *_entscheidung(("in_pruefung", "wartet_auf_mitwirkung", "anhoerung", "erstattung_offen")),
        *_ERSTATTUNG,
        Uebergang(
            "ohne_aenderung_beenden",
            "Es bleibt bei der Entscheidung",
            ("in_pruefung", "wartet_auf_mitwirkung", "anhoerung"),
            "ohne_aenderung",
            erledigt=("unterlagen", "aeusserung", "jahresfrist", "neuberechnung"),
            ergebnis="ohne_aenderung",
            von_hand=True,
        ),
        Uebergang("vermerken", "Vermerk", ("in_pruefung", "wartet_auf_mitwirkung", "anhoerung"), von_hand=True),
    ),
    ergebnisse=(("bescheid", "Bescheid"), ("ohne_aenderung", "keine Änderung")),
    hinweis="Auch für Aufhebung, Einstellung und Erstattung.",
)

_GEGEN_BESCHEID = (
    *(u for u in _MITWIRKUNG),
    *(u for u in _ANHOERUNG if u.handlung != "anhoeren"),
    Uebergang("anhoeren", "Anhören", ("in_pruefung", "wartet_auf_mitwirkung"), "anhoerung", fristen=(AEUSSERUNG,)),
    *_entscheidung(("in_pruefung", "wartet_auf_mitwirkung", "anhoerung")),
    Uebergang(
        "antrag_zuruecknehmen",
        "Ist zurückgenommen",
        ("in_pruefung", "wartet_auf_mitwirkung", "anhoerung"),
        "zurueckgenommen",
        erledigt=("untaetigkeit", "unterlagen", "aeusserung"),
        ergebnis="zurueckgenommen",
        von_hand=True,
    ),
    Uebergang("vermerken", "Vermerk", ("in_pruefung", "wartet_auf_mitwirkung", "anhoerung"), von_hand=True),
)
_ZUSTAENDE_GEGEN = (PRUEFUNG, MITWIRKUNG, ANHOERUNG, ENTWURF, VORGELEGT, ENTSCHIEDEN, ZURUECKGENOMMEN)

UEBERPRUEFUNG = Vorgangsart(
    schluessel="ueberpruefung",
    titel="Überprüfungsantrag",
    norm="§ 44 SGB X, § 116a SGB XII",
    zustaende=_ZUSTAENDE_GEGEN,
    fristen=(UNTAETIG_ANTRAG,),
    uebergaenge=_GEGEN_BESCHEID,
    ergebnisse=(("bescheid", "Bescheid"), ("zurueckgenommen", "Antrag zurückgenommen")),
    braucht_bescheid=True,
)

WIDERSPRUCH = Vorgangsart(
    schluessel="widerspruch",
    titel="Widerspruch",
    norm="§§ 78, 83 bis 85 SGG",
    zustaende=_ZUSTAENDE_GEGEN,
    fristen=(UNTAETIG_WIDERSPRUCH,),
    uebergaenge=_GEGEN_BESCHEID,
    ergebnisse=(("bescheid", "Bescheid"), ("zurueckgenommen", "Widerspruch zurückgenommen")),
    braucht_bescheid=True,
)

ANDERER_TRAEGER = Vorgangsart(
    schluessel="anderer_traeger",
    titel="Anspruch gegen einen anderen",
    norm="§§ 102 bis 105 SGB X, § 93 SGB XII",
    zustaende=(
        Vorgangszustand("offen", "noch nicht geltend gemacht"),
        Vorgangszustand("angemeldet", "geltend gemacht"),
        Vorgangszustand("beziffert", "beziffert"),
        Vorgangszustand("erledigt", "erledigt", schluss=True),
        Vorgangszustand("ausgeschlossen", "ausgeschlossen", schluss=True),
    ),
    uebergaenge=(
        Uebergang("erstattung_anmelden", "Geltend machen", ("offen",), "angemeldet", erledigt=("ausschluss",)),
        Uebergang("anspruch_ueberleiten", "Überleiten", ("offen",), "angemeldet"),
        Uebergang("anspruch_beziffern", "Beziffern", ("angemeldet", "beziffert"), "beziffert"),
        Uebergang("anspruch_erledigen", "Erledigt", ("offen", "angemeldet", "beziffert"), "erledigt", von_hand=True),
        Uebergang("frist_versaeumt", "Ausschlussfrist ist abgelaufen", ("offen",), "ausgeschlossen", von_hand=True),
        Uebergang("vermerken", "Vermerk", ("offen", "angemeldet", "beziffert"), von_hand=True),
    ),
    ergebnisse=(("erstattet", "erstattet"), ("abgelehnt", "abgelehnt")),
)

KOSTENERSATZ = Vorgangsart(
    schluessel="kostenersatz",
    titel="Kostenersatz",
    norm="§§ 102 bis 104 SGB XII, §§ 34, 34a SGB II",
    zustaende=(PRUEFUNG, ANHOERUNG, ENTWURF, VORGELEGT, ENTSCHIEDEN, OHNE_ERSATZ),
    uebergaenge=(
        Uebergang("anhoeren", "Anhören", ("in_pruefung",), "anhoerung", fristen=(AEUSSERUNG,)),
        *(u for u in _ANHOERUNG if u.handlung != "anhoeren"),
        *(u for u in _entscheidung(("in_pruefung",)) if u.handlung != "vorschuss_erlassen"),
        Uebergang(
            "ohne_ersatz_beenden",
            "Es wird kein Ersatz verlangt",
            ("in_pruefung", "anhoerung"),
            "ohne_ersatz",
            erledigt=("aeusserung", "erloeschen"),
            ergebnis="ohne_ersatz",
            von_hand=True,
        ),
        Uebergang("vermerken", "Vermerk", ("in_pruefung", "anhoerung"), von_hand=True),
    ),
    ergebnisse=(("bescheid", "Bescheid"), ("ohne_ersatz", "kein Ersatz verlangt")),
)

VORGANGSARTEN = (ANTRAG, AENDERUNG, UEBERPRUEFUNG, WIDERSPRUCH, ANDERER_TRAEGER, KOSTENERSATZ)
