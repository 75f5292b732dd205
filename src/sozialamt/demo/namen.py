"""Namen und Straßen für erfundene Menschen, aus `namen.yaml`."""

from importlib import resources

import yaml

_NAMEN = yaml.safe_load(resources.files("sozialamt.demo").joinpath("namen.yaml").read_text(encoding="utf-8"))

VORNAMEN_FRAUEN: list[str] = _NAMEN["vornamen_frauen"]
VORNAMEN_MAENNER: list[str] = _NAMEN["vornamen_maenner"]
VORNAMEN_KINDER: list[str] = _NAMEN["vornamen_kinder"]
NACHNAMEN: list[str] = _NAMEN["nachnamen"]
STRASSEN: list[str] = _NAMEN["strassen"]

HEIM = "Haus am Stadtpark, Parkallee 3"
WOHNVERBUND = "Wohnverbund Sonnenhof, Sonnenweg 12"
PLZ, ORT = "12345", "Musterstadt"
