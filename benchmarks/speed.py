"""How fast documents become records and a store: absolute, and as ratios measured side by side in one run.

    python benchmarks/speed.py [--rounds 3] [--copies 3]

Reads the real documents in ../shared/corpus where they are, else the project's own examples.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph as ox

import kg
from kg.extract import extract
from kg.jsonl import record
from kg.read import read, read_bytes
from kg.read._pdf_text import letter
from kg.records import Document

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"
CONTENT = (  # one question and its answer; {n} its number, {m} the one before it, {k} less than 100
    "Vraag {n}\nHoe beoordeelt u het bericht «De kosten lopen op» van De Polderkoerier van 3 april 2031 en de kosten "
    "van € {k} miljoen in 2031?\n\nAntwoord {n}\nJa. Zie het antwoord op vraag {m}. In 2031 is € {k} miljoen "
    "beschikbaar (Kamerstuk 39 214, nr. {n}). Ik zal de Kamer voor de zomer informeren.\n\n"
)
HEAD = "Vragen van het lid Okkersen (Lijst Landmeter) aan de minister van Financiën over kosten\n\n"
BUILD = """
import json, resource, sys, time
import kg
begin = time.perf_counter()
report = kg.build([sys.argv[1]], sys.argv[2], workers=int(sys.argv[3]))
seconds = time.perf_counter() - begin
peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(json.dumps({"seconds": seconds, "peak": peak / 1024, "documents": report.documents, "quads": report.quads}))
"""


def text_files() -> list[Path]:
    """Documents as text."""
    folder = CORPUS / "text"
    return sorted((folder if folder.is_dir() else ROOT / "examples").glob("*.txt"))


def fastest(run: Callable[[], object], rounds: int, clock: Callable[[], float] = time.process_time) -> float:
    """The seconds that the fastest of some rounds took."""
    taken = []
    for _ in range(rounds):
        begin = clock()
        run()
        taken.append(clock() - begin)
    return min(taken)


def to_records(documents: list[Document]) -> None:
    """From canonical text to records."""
    for document in documents:
        record(extract(document))


def long_document(questions: int) -> Document:
    """A document with so many questions, each with its answer."""
    text = HEAD + "".join(CONTENT.format(n=n, m=max(1, n - 1), k=n % 90 + 1) for n in range(1, questions + 1))
    return read_bytes(f"{questions}.txt", text.encode())


def copied(files: list[Path], copies: int, folder: Path) -> Path:
    """A folder with copies of documents that differ in a line end at the end, so that each is a document of its own."""
    folder.mkdir()
    for copy in range(copies):
        for file in files:
            (folder / f"{copy}-{file.name}").write_bytes(file.read_bytes() + b"\n" * copy)
    return folder


def built(documents: Path, store: Path, workers: int) -> dict[str, float]:
    """Seconds, peak memory (MB) of the largest process, documents and quads of a build in a process of its own."""
    command = [sys.executable, "-c", BUILD, str(documents), str(store), str(workers)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    result: dict[str, float] = json.loads(printed)
    return result


def loaded(store: Path, folder: Path) -> float:
    """Seconds that a bare bulk load of a store's quads takes."""
    shard = folder / "quads.nq"
    kg.open_store(store).quads.dump(str(shard), format=ox.RdfFormat.N_QUADS)
    begin = time.perf_counter()
    fresh = ox.Store(str(folder / "loaded"))
    fresh.bulk_load(path=str(shard), format=ox.RdfFormat.N_QUADS)
    fresh.flush()
    return time.perf_counter() - begin


def reading(rounds: int) -> Iterator[tuple[str, str]]:
    """Documents a second on one core."""
    files = text_files()
    documents = [read(file) for file in files]
    to_records(documents)  # warm
    mean = sum(len(document.text) for document in documents) / len(documents)
    rate = len(documents) / fastest(lambda: to_records(documents), rounds)
    yield f"text documents a second a core to records ({len(files)}, {mean:.0f} characters on average)", f"{rate:.0f}"
    bare = len(documents) / fastest(lambda: [read(file) for file in files], rounds)
    yield "text files a second a core to canonical text", f"{bare:.0f}"
    pdfs = sorted((CORPUS / "pdf").glob("*.pdf"))
    if pdfs:
        letters = [(read(pdf).source, pdf.read_bytes()) for pdf in pdfs]  # the worker starts
        seconds = fastest(lambda: [letter(source, data, ()) for source, data in letters], 4 * rounds)
        yield "PDF files a second a core to canonical text", f"{len(letters) / seconds:.0f}"
        seconds = fastest(lambda: [read(pdf) for pdf in pdfs for _ in range(4)], rounds, time.perf_counter)
        yield "PDF files a second through the confined process, by the clock", f"{4 * len(pdfs) / seconds:.0f}"


def starting(rounds: int) -> Iterator[tuple[str, str]]:
    """How long the command takes before it has done anything, and with its first document."""
    python = (sys.executable, "-m", "kg")

    def command(*words: str) -> float:
        return fastest(
            lambda: subprocess.run((*python, *words), check=True, capture_output=True), rounds, time.perf_counter
        )

    yield "`kg --help`, by the clock", f"{command('--help'):.2f} s"
    yield "`kg extract` of one document, by the clock", f"{command('extract', str(text_files()[0])):.2f} s"


def growing(rounds: int) -> Iterator[tuple[str, str]]:
    """How time grows with the length of a document."""
    short, long = long_document(1_000), long_document(10_000)
    first = fastest(lambda: to_records([short]), rounds)
    last = fastest(lambda: to_records([long]), 1)
    yield "1,000 questions to records", f"{first:.2f} s"
    yield "10,000 questions to records", f"{last:.2f} s"
    yield "**10,000 questions : 1,000 questions**", f"{last / first:.1f}"


def building(copies: int) -> Iterator[tuple[str, str]]:
    """Builds with one and two workers, and the bare load of the same quads."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        documents = copied(text_files(), copies, folder / "documents")
        one = built(documents, folder / "one", 1)
        two = built(documents, folder / "two", 2)
        load = loaded(folder / "one", folder)
    what = f"build of {one['documents']:.0f} documents, {one['quads']:.0f} quads"
    yield f"{what}, 1 worker", f"{one['seconds']:.1f} s, {one['peak']:.0f} MB"
    yield f"{what}, 2 workers", f"{two['seconds']:.1f} s, {two['peak']:.0f} MB"
    yield "**1 worker : 2 workers**", f"{one['seconds'] / two['seconds']:.2f}"
    yield "bare bulk_load of the same quads", f"{load:.1f} s"
    yield "**whole build, 1 worker : bare bulk_load**", f"{one['seconds'] / load:.1f}"
    yield "**whole build, 2 workers : bare bulk_load**", f"{two['seconds'] / load:.1f}"


def main() -> None:
    """Print the figures as a Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3, help="of which the fastest counts")
    parser.add_argument("--copies", type=int, default=3, help="of each document in the builds")
    wanted = parser.parse_args()
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores\n\n| what | measured |\n|---|---|", flush=True)
    for figures in (reading(wanted.rounds), starting(wanted.rounds), growing(wanted.rounds), building(wanted.copies)):
        for what, figure in figures:
            print(f"| {what} | {figure} |", flush=True)


if __name__ == "__main__":
    main()
