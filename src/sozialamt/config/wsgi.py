"""WSGI entry point: `granian --interface wsgi sozialamt.config.wsgi:application`."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sozialamt.config.settings")
application = get_wsgi_application()

# Searching the loaded program for cycles again and again costs a tenth of each answer and finds none.
gc.collect()
gc.freeze()
gc.set_threshold(50_000, 20, 50)
