"""How Dutch writes dates, numbers and sentences: grammar that several extractors share."""
