"""WSGI entry point: `granian --interface wsgi sozialamt.config.wsgi:application`."""

import os

from django.core.wsgi import get_wsgi_application

from sozialamt.leistungen.speicher import geladenes_bleibt

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sozialamt.config.settings")
application = get_wsgi_application()

geladenes_bleibt()
