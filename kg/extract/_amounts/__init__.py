"""What a sentence says of the amounts in it: for which years, of which kind, parts of which whole."""
