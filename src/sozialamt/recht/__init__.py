"""Law that several benefits share: facts vocabulary, dated parameters, levels, social assistance rules."""
