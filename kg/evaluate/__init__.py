"""How good extraction is, measured against documents that a person annotated.

    figures = evaluate("my-annotations", ["documents/"])
    change = against(["old.jsonl"], ["documents/"], "my-annotations")

An annotation is one JSON object per document, `NAME.json` for `NAME.txt`, `NAME.docx` or `NAME.pdf`, with the keys of
the records that `kg extract` prints.  A key that is left out is not judged; an empty list or null says that the
document has none.  `tests/examples/README.md` describes every key and what counts as right.
"""

from kg.evaluate.figures import Change, Error, Figures, Score, against, evaluate
from kg.evaluate.written import turtle

__all__ = ["Change", "Error", "Figures", "Score", "against", "evaluate", "turtle"]
