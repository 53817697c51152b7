"""What one run of a program costs."""
import os
import time
from dataclasses import dataclass

TICKS = os.sysconf("SC_CLK_TCK")


@dataclass
class Run:
    wall: float  # seconds
    cpu: float  # seconds, user and system
    memory: float  # peak resident MB
    others: float  # cores that other programs kept busy meanwhile
    status: int


def busy_seconds():
    """CPU seconds the whole machine has spent working; 0 where /proc does not say."""
    try:
        with open("/proc/stat") as file:
            user, nice, system, _, _, interrupt, soft, *_ = map(int, file.readline().split()[1:])
    except OSError:
        return 0.0
    return (user + nice + system + interrupt + soft) / TICKS


def measure(command, stdin=None, stdout="/dev/null", stderr="/dev/null"):
    """Runs a command once and waits for it.

    Peak memory never reads lower than this process's own, some 20 MB, since Linux counts it until
    the child has started.
    """
    writing = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    actions = [
        (os.POSIX_SPAWN_OPEN, 0, str(stdin or "/dev/null"), os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, str(stdout), writing, 0o644),
        (os.POSIX_SPAWN_OPEN, 2, str(stderr), writing, 0o644)]
    busy, began = busy_seconds(), time.perf_counter()
    child = os.posix_spawnp(command[0], [str(part) for part in command], os.environ, file_actions=actions)
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - began
    cpu = usage.ru_utime + usage.ru_stime
    others = max(0.0, busy_seconds() - busy - cpu) / max(wall, 1 / TICKS)
    return Run(wall, cpu, usage.ru_maxrss / 1024, others, os.waitstatus_to_exitcode(status))


def wait_for_quiet(limit, seconds):
    """Waits until the load average is below `limit`, `seconds` at most."""
    deadline = time.monotonic() + seconds
    while os.getloadavg()[0] >= limit and time.monotonic() < deadline:
        time.sleep(5)
