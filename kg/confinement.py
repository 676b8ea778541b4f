"""What a process gives up before it touches what strangers made: new sockets, and more than a share of the machine."""

from __future__ import annotations

import ctypes
import platform
import struct
import sys

_SECCOMP = {"x86_64": (0xC000003E, (41, 53)), "aarch64": (0xC00000B7, (198, 199))}  # audit name; socket, socketpair
_LOAD, _EQUAL, _RETURN = 0x20, 0x15, 0x06  # classic BPF: load a word, jump if equal, return
_REFUSE, _ALLOW = 0x00050000 | 13, 0x7FFF0000  # SECCOMP_RET_ERRNO with EACCES, SECCOMP_RET_ALLOW
_X32 = 0x40000000  # the x32 calls of x86_64 carry this bit
_NO_NEW_PRIVILEGES, _SET_SECCOMP, _FILTER_MODE = 38, 22, 2  # prctl


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
