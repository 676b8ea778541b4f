"""How a promise is understood: its words, its verbs, its subject and its time."""
