"""Benutzerkonten der Behörde und ihre Rollen."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db import models

from sozialamt.akte.models.einheit import Einheitszuweisung, Organisationseinheit
from sozialamt.akte.rechte import ROLLENAUSWAHL, rechte_der_rollen
from sozialamt.akte.vorbereitet import vorbereitet


class Benutzer(AbstractUser):
    """Jemand, der hier arbeitet. Rechte kommen nur aus Rollen, nie aus `is_superuser`."""

    class Meta:
        verbose_name = "Benutzer"
        verbose_name_plural = "Benutzer"

    @property
    def rollennamen(self) -> list[str]:
        """Schlüssel seiner Rollen."""
        return [rolle for (rolle,) in _rollen(benutzer=self.pk)]

    @cached_property
    def rechte(self) -> frozenset[str]:
        """Wörter aus `rechte.RECHTE`, je Anfrage einmal gelesen."""
        return rechte_der_rollen(self.rollennamen)

    @cached_property
    def einheiten(self) -> frozenset[int]:
        """Nummern der eigenen Einheiten und aller untergeordneten, je Anfrage einmal gelesen."""
        eigene = [einheit for (einheit,) in _einheiten(benutzer=self.pk)]
        return Organisationseinheit.objects.mit_untergeordneten(eigene)

    @property
    def haupteinheit(self) -> Organisationseinheit | None:
        """Die zuerst zugewiesene Einheit; sie wird für neue Haushalte zuständig."""
        zuweisung = self.einheitszuweisungen.select_related("einheit").first()
        return zuweisung.einheit if zuweisung else None

    @property
    def anzeigename(self) -> str:
        return self.get_full_name() or self.username


class Rollenzuweisung(models.Model):
    """Eine Rolle eines Benutzers."""

    benutzer = models.ForeignKey(Benutzer, on_delete=models.CASCADE, related_name="rollen")
    rolle = models.CharField("Rolle", max_length=40, choices=ROLLENAUSWAHL)

    class Meta:
        verbose_name = "Rollenzuweisung"
        verbose_name_plural = "Rollenzuweisungen"
        constraints = [models.UniqueConstraint(fields=["benutzer", "rolle"], name="rolle_einmal_je_benutzer")]

    def __str__(self) -> str:
        return f"{self.benutzer.username}: {self.get_rolle_display()}"


@vorbereitet
def _rollen(*, benutzer: int) -> models.QuerySet[Any, Any]:
    return Rollenzuweisung.objects.filter(benutzer=benutzer).values_list("rolle")


@vorbereitet
def _einheiten(*, benutzer: int) -> models.QuerySet[Any, Any]:
    return Einheitszuweisung.objects.filter(benutzer=benutzer).values_list("einheit_id")


class Rollenantrag(models.Model):
    """Eine schutzwürdige Rolle ist beantragt und wartet auf die Freigabe einer zweiten Person."""

    benutzer = models.ForeignKey(Benutzer, on_delete=models.CASCADE, related_name="rollenantraege")
    rolle = models.CharField("Rolle", max_length=40, choices=ROLLENAUSWAHL)
    beantragt_von = models.ForeignKey(Benutzer, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "Rollenantrag"
        verbose_name_plural = "Rollenanträge"
        ordering = ["created_at"]
        constraints = [models.UniqueConstraint(fields=["benutzer", "rolle"], name="rollenantrag_einmal")]

    def __str__(self) -> str:
        return f"{self.benutzer.username}: {self.get_rolle_display()} beantragt"
