"""Die Akte: Personen, Haushalte, Tatsachen, Bescheide – und wer was gelesen und getan hat."""
