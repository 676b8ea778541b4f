"""The grammar of cited sources: titles in quotation marks, addresses, notes, running text, and what is one source."""
