"""Word files for tests, made from the XML of their parts."""

from __future__ import annotations

import io
import zipfile

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KNOWN = ("footnotes", "endnotes", "numbering", "styles", "settings", "header1", "footer1")


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph of one run."""
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def part(root: str, inside: str) -> str:
    """A part of the package: its root element with what is inside."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {_W} {_R} {_MC}>{inside}</w:{root}>'


def relations(targets: dict[str, tuple[str, str]], mode: str = "") -> str:
    """A .rels part: identifier to (kind, target)."""
    inside = "".join(
        f'<Relationship Id="{name}" Type="{_KINDS}/{kind}" Target="{target}"{mode}/>'
        for name, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{_RELATIONS}">{inside}</Relationships>'


def docx(body: str, parts: dict[str, str] | None = None, links: dict[str, str] | None = None) -> bytes:
    """A Word file with this body, other parts by name ("footnotes"), and addresses by relation identifier."""
    parts = parts or {}
    found = {name: (name.rstrip("1"), f"{name}.xml") for name in _KNOWN if name in parts}
    outside = "".join(
        f'<Relationship Id="{name}" Type="{_KINDS}/hyperlink" Target="{target}" TargetMode="External"/>'
        for name, target in (links or {}).items()
    )
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": relations({"rId1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": relations(found).replace("</Rel", f"{outside}</Rel"),
    }
    files |= {f"word/{name}.xml": text for name, text in parts.items()}
    return archive(files)


def archive(files: dict[str, str] | dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP archive, the same bytes each time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(zipfile.ZipInfo(name), content, method)
    return out.getvalue()
