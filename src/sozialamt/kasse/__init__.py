"""Das Geld: Buchungen, Zahlläufe, Rückforderungen, Erstattung durch andere Kostenträger."""
