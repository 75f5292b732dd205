"""Wie die Behörde gegliedert ist und wer für welchen Haushalt zuständig ist."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Self

from django.db import models

from sozialamt.akte.vorbereitet import vorbereitet


class OrganisationseinheitQuerySet(models.QuerySet["Organisationseinheit"]):
    def aktive(self) -> Self:
        return self.filter(aktiv=True)

    def mit_untergeordneten(self, wurzeln: Iterable[int]) -> frozenset[int]:
        """Die Einheiten und alles unter ihnen; eine Abfrage, denn Ämter haben Dutzende Einheiten, nicht Tausende."""
        offen = set(wurzeln)
        if not offen:
            return frozenset()
        kinder: dict[int | None, list[int]] = {}
        for pk, oben in _baum():
            kinder.setdefault(oben, []).append(pk)
        gefunden: set[int] = set()
        while offen:
            eine = offen.pop()
            gefunden.add(eine)
            offen.update(pk for pk in kinder.get(eine, ()) if pk not in gefunden)
        return frozenset(gefunden)


@vorbereitet
def _baum() -> models.QuerySet[Any, Any]:
    return Organisationseinheit.objects.order_by().values_list("pk", "uebergeordnet_id")


class Organisationseinheit(models.Model):
    """Amt, Abteilung oder Team; ein Baum. Wer zu einer Einheit gehört, arbeitet auch in den untergeordneten."""

    name = models.CharField("Name", max_length=120, unique=True)
    uebergeordnet = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="untergeordnete"
    )
    aktiv = models.BooleanField("aktiv", default=True)

    objects = OrganisationseinheitQuerySet.as_manager()

    class Meta:
        verbose_name = "Organisationseinheit"
        verbose_name_plural = "Organisationseinheiten"
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(name="einheit_hat_namen", condition=~models.Q(name="")),
            models.CheckConstraint(
                name="einheit_nicht_ueber_sich_selbst", condition=~models.Q(uebergeordnet=models.F("pk"))
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Einheitszuweisung(models.Model):
    """Ein Benutzer arbeitet in einer Einheit."""

    benutzer = models.ForeignKey("akte.Benutzer", on_delete=models.CASCADE, related_name="einheitszuweisungen")
    einheit = models.ForeignKey(Organisationseinheit, on_delete=models.PROTECT, related_name="zuweisungen")

    class Meta:
        verbose_name = "Einheitszuweisung"
        verbose_name_plural = "Einheitszuweisungen"
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["benutzer", "einheit"], name="einheit_einmal_je_benutzer")]

    def __str__(self) -> str:
        return f"{self.benutzer_id} in {self.einheit_id}"


class ZustaendigkeitQuerySet(models.QuerySet["Zustaendigkeit"]):
    def am(self, tag: date) -> Self:
        """Begonnene Zuständigkeiten, die maßgebliche zuerst: jüngster Beginn, dann jüngster Eintrag."""
        return self.filter(von__lte=tag).order_by("-von", "-id")


class Zustaendigkeit(models.Model):
    """Ab dem Tag `von` ist die Einheit für den Haushalt zuständig, bis eine andere folgt. Nur anfügbar."""

    haushalt = models.ForeignKey("akte.Haushalt", on_delete=models.PROTECT, related_name="zustaendigkeiten")
    einheit = models.ForeignKey(Organisationseinheit, on_delete=models.PROTECT, related_name="zustaendigkeiten")
    sachbearbeiter = models.ForeignKey(
        "akte.Benutzer", on_delete=models.PROTECT, null=True, blank=True, related_name="zustaendigkeiten"
    )
    von = models.DateField("zuständig ab")
    erfasst_am = models.DateTimeField("erfasst am")
    erfasst_von = models.ForeignKey("akte.Benutzer", on_delete=models.PROTECT, related_name="+")

    objects = ZustaendigkeitQuerySet.as_manager()

    class Meta:
        verbose_name = "Zuständigkeit"
        verbose_name_plural = "Zuständigkeiten"
        ordering = ["-von", "-id"]
        indexes = [models.Index(fields=["haushalt", "-von", "-id"], name="zustaendigkeit_haushalt")]

    def __str__(self) -> str:
        return f"{self.haushalt_id} ab {self.von:%d.%m.%Y}: {self.einheit_id}"
