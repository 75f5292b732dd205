"""Hinweise, die zu jedem oder zu bestimmten Bescheiden gehören. Eigener Wortlaut, Vorschrift in Klammern."""

from __future__ import annotations

from sozialamt.akte.schreiben.daten import Textabschnitt


def mitteilungspflichten() -> Textabschnitt:
    """§ 60 SGB I in einfachen Worten."""
    return Textabschnitt(
        "Sagen Sie uns, wenn sich etwas ändert",
        (
            "Bitte teilen Sie uns jede Änderung sofort mit, die für die Leistung wichtig ist (§ 60 Absatz 1 SGB I). "
            "Das sind zum Beispiel: neues oder höheres Einkommen, eine Rente oder Rentenerhöhung, eine Erbschaft oder "
            "anderes Vermögen, eine neue Miete, ein Guthaben aus der Nebenkostenabrechnung, ein Umzug, der Einzug oder "
            "Auszug einer Person, eine Heirat oder Trennung, ein Krankenhaus- oder Heimaufenthalt und eine Reise ins "
            "Ausland.",
            "Wer eine Änderung nicht mitteilt, muss zu viel gezahlte Leistungen in der Regel erstatten "
            "(§§ 45, 48, 50 SGB X).",
        ),
    )


def vorlaeufig(grund: str, norm: str = "§ 44a SGB XII") -> Textabschnitt:
    """Vorläufige Entscheidung; der Grund muss im Bescheid stehen (§ 44a Abs. 2 Satz 1 SGB XII)."""
    return Textabschnitt(
        "Diese Entscheidung ist vorläufig",
        (
            f"Wir entscheiden vorläufig ({norm}), weil {grund.rstrip('.')}.",
            "Sobald alles feststeht, prüfen wir den Anspruch noch einmal. Stand Ihnen mehr zu, zahlen wir nach. "
            "Stand Ihnen weniger zu, rechnen wir den Unterschied an; was dann noch zu viel gezahlt ist, müssen Sie "
            "erstatten. Sie können selbst eine abschließende Entscheidung beantragen.",
        ),
    )


def karenzzeit(bis: str) -> Textabschnitt:
    """Unterrichtung über Karenzzeit und weiteres Verfahren (§ 35 Abs. 2 Satz 2 SGB XII)."""
    return Textabschnitt(
        "Ihre Wohnung ist teurer als angemessen",
        (
            "Die Aufwendungen für Ihre Unterkunft liegen über dem Betrag, der für Ihren Haushalt angemessen ist. "
            f"In der Karenzzeit nehmen wir darauf Rücksicht. Die Karenzzeit endet mit dem {bis} "
            "(§ 35 Absatz 1 Satz 2 bis 6 und Absatz 2 SGB XII). Heizkosten erkennen wir auch in der Karenzzeit nur an, "
            "soweit sie angemessen sind.",
            "Danach erkennen wir die höheren Aufwendungen nur noch so lange an, bis Sie sie durch einen Umzug, durch "
            "Untervermieten oder auf andere Weise senken können, in der Regel längstens sechs Monate (§ 35 Absatz 3 "
            "Satz 2 SGB XII). Wir schreiben Ihnen rechtzeitig. Sprechen Sie bitte mit uns, bevor Sie einen neuen "
            "Mietvertrag unterschreiben (§ 35a Absatz 2 SGB XII).",
        ),
    )


def direktzahlung(empfaenger: str) -> Textabschnitt:
    """Unterrichtung über eine Direktzahlung (§ 35a Abs. 3, § 43a Abs. 3 SGB XII)."""
    return Textabschnitt(
        "Wir zahlen einen Teil direkt",
        (f"Die Beträge für Unterkunft und Heizung zahlen wir direkt an: {empfaenger} (§ 35a Absatz 3 SGB XII).",),
    )
