"""Kamervragen as a knowledge graph: every fact can show the sentence it came from."""
