from django.apps import AppConfig


class VergleichConfig(AppConfig):
    name = "sozialamt.vergleich"
    label = "vergleich"
    verbose_name = "Vergleich der Städte"
