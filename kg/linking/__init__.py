"""Links between documents: one case of many documents, one question of two texts, what follows up on what.

Each document leaves a small summary behind when it is read (`summary`).  At the end of a build the summaries of all
documents, and of the House's own list of cases where it was imported, become the graph `graph/links` (`links`).
"""

from __future__ import annotations

from kg.linking.kept import kept_links
from kg.linking.links import links
from kg.linking.questions import Texts
from kg.linking.summary import Cited, Summary, from_json, summary, to_json

__all__ = ["Cited", "Summary", "Texts", "from_json", "kept_links", "links", "summary", "to_json"]
