from tests.akte.bausteine import anna, haushalt, leitung, rentnerin, sachbearbeitung, teamleitung

__all__ = ["anna", "haushalt", "leitung", "rentnerin", "sachbearbeitung", "teamleitung"]
