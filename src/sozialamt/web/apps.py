from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "sozialamt.web"
    label = "web"
    verbose_name = "Bildschirme"
