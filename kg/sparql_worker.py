"""One query in a process of its own, which its parent can kill: run as `python -m kg.sparql_worker`.

The request is one JSON object on standard input, the answer (SPARQL results JSON, or N-Triples) goes to standard
output, and one JSON line on standard error says what it is or what went wrong.  Before the query runs, the process
gives up memory beyond its limit, processor time, large output and, on Linux, every new socket.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import pyoxigraph as ox

from kg.confinement import refuse_sockets

if sys.platform != "win32":
    import resource


def limit(megabytes: int, seconds: int, output: int) -> None:
    """Take away memory beyond `megabytes`, processor time beyond `seconds` and output beyond `output` bytes."""
    if sys.platform == "win32":
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds + 1, seconds + 2))
    resource.setrlimit(resource.RLIMIT_FSIZE, (output, output))


def answer(request: dict[str, Any]) -> str:
    """Run the query of a request, write its result, and say of what kind it is."""
    store = ox.Store.read_only(request["quads"])
    found = store.query(
        request["query"],
        base_iri=request["base"],
        prefixes=request["prefixes"],
        use_default_graph_as_union=request["union"],
    )
    if isinstance(found, ox.QueryTriples):
        found.serialize(sys.stdout.buffer, format=ox.RdfFormat.N_TRIPLES)
        return "graph"
    found.serialize(sys.stdout.buffer, format=ox.QueryResultsFormat.JSON)
    return "truth" if isinstance(found, ox.QueryBoolean) else "rows"


def main() -> None:
    """Answer one request."""
    request = json.load(sys.stdin)
    limit(request["megabytes"], request["seconds"], request["output"])
    closed = refuse_sockets()
    try:
        said = {"form": answer(request), "sockets": "refused" if closed else "not refused"}
        sys.stdout.flush()
    except SyntaxError as problem:
        said = {"syntax": str(problem)}
    except MemoryError:
        said = {"memory": "exhausted"}
    except (OSError, ValueError, RuntimeError) as problem:
        said = {"problem": str(problem)}
    sys.stderr.write(json.dumps(said) + "\n")


if __name__ == "__main__":
    main()
