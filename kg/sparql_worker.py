"""One query in a process of its own, which its parent can kill: run as `python -m kg.sparql_worker`.

The request is one JSON object on standard input, the answer (SPARQL results JSON, or N-Triples) goes to standard
output, and one JSON line on standard error says what it is or what went wrong.  Before the query runs, the process
gives up memory beyond its limit, processor time, large output and, on Linux, every new socket.
"""

from __future__ import annotations

import ctypes
import json
import platform
import struct
import sys
from typing import Any

import pyoxigraph as ox

if sys.platform != "win32":
    import resource

_SECCOMP = {"x86_64": (0xC000003E, (41, 53)), "aarch64": (0xC00000B7, (198, 199))}  # audit name; socket, socketpair
_LOAD, _EQUAL, _RETURN = 0x20, 0x15, 0x06  # classic BPF: load a word, jump if equal, return
_REFUSE, _ALLOW = 0x00050000 | 13, 0x7FFF0000  # SECCOMP_RET_ERRNO with EACCES, SECCOMP_RET_ALLOW
_X32 = 0x40000000  # the x32 calls of x86_64 carry this bit
_NO_NEW_PRIVILEGES, _SET_SECCOMP, _FILTER_MODE = 38, 22, 2  # prctl


def limit(megabytes: int, seconds: int, output: int) -> None:
    """Take away memory beyond `megabytes`, processor time beyond `seconds` and output beyond `output` bytes."""
    if sys.platform == "win32":
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds + 1, seconds + 2))
    resource.setrlimit(resource.RLIMIT_FSIZE, (output, output))


def refuse_sockets() -> bool:
    """Have the kernel refuse every new socket of this process.  False where it is not Linux or does not allow it."""
    if sys.platform != "linux" or platform.machine() not in _SECCOMP:
        return False
    program = _program(*_SECCOMP[platform.machine()])
    code = ctypes.create_string_buffer(program, len(program))
    header = struct.pack("HL", len(program) // 8, ctypes.addressof(code))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0):
        return False
    return not libc.prctl(_SET_SECCOMP, _FILTER_MODE, ctypes.create_string_buffer(header, len(header)))


def _program(architecture: int, calls: tuple[int, ...]) -> bytes:
    """A filter: another architecture or one of these calls is refused, all else goes on."""
    tests = [call | mask for call in calls for mask in (0, _X32)]
    steps = [(_LOAD, 0, 0, 4), (_EQUAL, 1, 0, architecture), (_RETURN, 0, 0, _REFUSE), (_LOAD, 0, 0, 0)]
    steps += [(_EQUAL, len(tests) - i, 0, number) for i, number in enumerate(tests)]
    steps += [(_RETURN, 0, 0, _ALLOW), (_RETURN, 0, 0, _REFUSE)]
    return b"".join(struct.pack("HBBI", *step) for step in steps)


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
