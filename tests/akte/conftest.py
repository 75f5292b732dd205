from tests.akte.bausteine import anna, haushalt, leitung, rentnerin, sachbearbeitung

__all__ = ["anna", "haushalt", "leitung", "rentnerin", "sachbearbeitung"]
