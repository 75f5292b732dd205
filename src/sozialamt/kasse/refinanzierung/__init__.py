"""Was andere Kostenträger erstatten: aus dem Kassenbuch gezählt, nach der Regel im Steckbrief jeder Leistung."""
