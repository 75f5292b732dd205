"""Ansichten: je Bildschirm eine Datei. Sie lesen, rufen Vorgänge auf und zeigen."""
