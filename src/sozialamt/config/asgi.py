"""ASGI entry point, for servers that do not speak WSGI."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sozialamt.config.settings")
application = get_asgi_application()
