"""Je Norm, wer Ersatz schuldet, für welche Leistungen und was dafür anzugeben ist."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

VIERTES_KAPITEL = "grundsicherung_alter_erwerbsminderung"
SGB_12 = ("hilfe_zum_lebensunterhalt", VIERTES_KAPITEL, "hilfe_zur_pflege")
SGB_2 = ("grundsicherung_arbeitsuchende",)


class Grundlage(StrEnum):
    """Rechtsgrundlage des Kostenersatzes."""

    ERBEN = "102"
    VERSCHULDEN = "103"
    ZU_UNRECHT = "104"
    SOZIALWIDRIG = "34"
    RECHTSWIDRIG = "34a"

    @property
    def norm(self) -> str:
        return _REGELN[self].norm

    @property
    def titel(self) -> str:
        return _REGELN[self].titel

    @property
    def satz(self) -> str:
        """Wer nach dieser Norm Ersatz schuldet; eigener Wortlaut für die Begründung."""
        return _REGELN[self].satz

    @property
    def leistungen(self) -> tuple[str, ...]:
        """Leistungen, deren Kosten zu ersetzen sein können."""
        return _REGELN[self].leistungen

    @property
    def wegen_verhalten(self) -> bool:
        """Ob vorsätzliches oder grob fahrlässiges Verhalten zu begründen ist."""
        return self is not Grundlage.ERBEN


@dataclass(frozen=True, slots=True)
class _Regel:
    norm: str
    titel: str
    satz: str
    leistungen: tuple[str, ...]


_REGELN = {
    Grundlage.ERBEN: _Regel(
        "§ 102 SGB XII",
        "Kostenersatz durch Erben",
        "Erben ersetzen die Kosten der Sozialhilfe aus den letzten zehn Jahren vor dem Erbfall, soweit sie das "
        "Dreifache des Grundbetrags übersteigen, und haften nur mit dem Wert des Nachlasses (§ 102 Abs. 1 und 2 "
        "SGB XII).",
        tuple(leistung for leistung in SGB_12 if leistung != VIERTES_KAPITEL),
    ),
    Grundlage.VERSCHULDEN: _Regel(
        "§ 103 SGB XII",
        "Kostenersatz bei schuldhaftem Verhalten",
        "Wer nach dem 18. Geburtstag vorsätzlich oder grob fahrlässig herbeigeführt hat, dass Sozialhilfe nötig wurde, "
        "ersetzt die Kosten (§ 103 Abs. 1 Satz 1 SGB XII).",
        SGB_12,
    ),
    Grundlage.ZU_UNRECHT: _Regel(
        "§ 104 SGB XII",
        "Kostenersatz für zu Unrecht erbrachte Leistungen",
        "Wer vorsätzlich oder grob fahrlässig herbeigeführt hat, dass Sozialhilfe zu Unrecht geleistet wurde, ersetzt "
        "die Kosten; neben dem, der sie nach § 50 SGB X erstatten muss, haftet er als Gesamtschuldner (§ 104 SGB XII).",
        SGB_12,
    ),
    Grundlage.SOZIALWIDRIG: _Regel(
        "§ 34 SGB II",
        "Ersatz bei sozialwidrigem Verhalten",
        "Wer nach dem 18. Geburtstag ohne wichtigen Grund vorsätzlich oder grob fahrlässig herbeigeführt hat, dass "
        "Leistungen nötig wurden, ersetzt sie (§ 34 Abs. 1 SGB II).",
        SGB_2,
    ),
    Grundlage.RECHTSWIDRIG: _Regel(
        "§ 34a SGB II",
        "Ersatz rechtswidrig erbrachter Leistungen",
        "Wer vorsätzlich oder grob fahrlässig herbeigeführt hat, dass an Dritte rechtswidrig geleistet wurde, ersetzt "
        "die Leistungen (§ 34a Abs. 1 SGB II).",
        SGB_2,
    ),
}
