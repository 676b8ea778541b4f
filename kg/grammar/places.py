"""Where in the document something stands, in the words of the records contract."""

from __future__ import annotations

from kg.records import Passage, Structure


def places(structure: Structure, passage: Passage) -> tuple[str, ...]:
    """The place of a passage; for a note the places that carry its mark, or "footnote" where none does."""
    if not passage.place.startswith("note "):
        return (passage.place,)
    label = passage.place.removeprefix("note ")
    found = tuple(p for note in structure.notes if note.label == label for p in note.places)
    return found or ("footnote",)
