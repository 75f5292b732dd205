from django.apps import AppConfig


class KasseConfig(AppConfig):
    name = "sozialamt.kasse"
    label = "kasse"
    verbose_name = "Kasse"
