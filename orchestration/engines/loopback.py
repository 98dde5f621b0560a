"""A Spark cluster of separate processes on this machine: to try an engine out, and for the tests that compare engines.

Belongs here: starting and ending master, workers and the server of Spark Connect on free ports of loopback.
Does not belong here: a cluster of several machines (``deploy/spark``, docs/scale.md).
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from orchestration.paths import REPOSITORY

_HOST = "127.0.0.1"
_START_SECONDS = 120.0
_MASTER = "org.apache.spark.deploy.master.Master"
_WORKER = "org.apache.spark.deploy.worker.Worker"
_SERVER = "org.apache.spark.sql.connect.service.SparkConnectServer"
#: Small machines: compile little, collect garbage in one thread, few partitions.
_JAVA = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:ReservedCodeCacheSize=240m"
_SERVER_SETTINGS = {
    "spark.executor.memory": "1g",
    "spark.executor.cores": "1",
    "spark.executor.extraJavaOptions": _JAVA,
    "spark.sql.shuffle.partitions": "2",
    "spark.ui.enabled": "false",
    "spark.connect.grpc.binding.address": _HOST,
}


@dataclass(slots=True)
class Cluster:
    """Processes that make up a cluster, and where to reach it."""

    address: str
    master: str
    folder: Path
    processes: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    def kill(self, name: str) -> None:
        """End a process and all that it started at once, as a power cut would."""
        for process_id in [*_descendants(self.processes[name].pid), self.processes[name].pid]:
            with_signal(process_id, signal.SIGKILL)
        self.processes[name].wait()

    def add_worker(self, name: str) -> None:
        """Start a worker with one core."""
        options = ["--host", _HOST, "--cores", "1", "--memory", "2g", "--webui-port", "0"]
        options += ["--work-dir", str(self.folder / name), self.master]
        _start(self, name, [_home("bin/spark-class"), _WORKER, *options])

    def stop(self) -> None:
        """End all processes, those that ask first."""
        for name in reversed(list(self.processes)):
            if self.processes[name].poll() is None:
                self.kill(name)


def missing() -> str | None:
    """What this machine lacks to run a cluster; None when nothing is missing."""
    try:
        import pyspark.sql.connect  # type: ignore[import-not-found, unused-ignore] # noqa: F401
    except ImportError as error:
        return f"pyspark[connect] ({error.name})"
    return None if shutil.which("java") else "Java 17"


@contextmanager
def cluster(folder: Path, workers: int = 2) -> Iterator[Cluster]:
    """A cluster of so many workers with one core each; its logs are below the folder.

    Raises:
        TimeoutError: it did not come up; the message says where the logs are.
    """
    master_port, server_port = _free_ports(2)
    master = f"spark://{_HOST}:{master_port}"
    running = Cluster(f"sc://{_HOST}:{server_port}", master, folder)
    try:
        options = ["--host", _HOST, "--port", str(master_port), "--webui-port", "0"]
        _start(running, "master", [_home("bin/spark-class"), _MASTER, *options])
        _await_port(running, master_port)
        for number in range(1, workers + 1):
            running.add_worker(f"worker{number}")
        settings = {
            **_SERVER_SETTINGS,
            "spark.cores.max": str(workers),
            "spark.connect.grpc.binding.port": str(server_port),
            "spark.sql.warehouse.dir": str(folder / "warehouse"),
        }
        options = ["--master", master, "--driver-memory", "1g", "--driver-java-options", _JAVA]
        options += [part for name, value in settings.items() for part in ("--conf", f"{name}={value}")]
        _start(running, "server", [_home("bin/spark-submit"), "--class", _SERVER, *options, "spark-internal"])
        _await_port(running, server_port)
        yield running
    finally:
        running.stop()


def with_signal(process_id: int, number: int) -> None:
    """Send a signal to a process that may be gone."""
    try:
        os.kill(process_id, number)
    except ProcessLookupError:
        return


def _home(part: str) -> str:
    import pyspark  # type: ignore[import-not-found, unused-ignore]

    return str(Path(pyspark.__file__).parent / part)


def _start(running: Cluster, name: str, command: Sequence[str]) -> None:
    running.folder.mkdir(parents=True, exist_ok=True)
    kept = {key: value for key, value in os.environ.items() if key not in ("MASTER", "SPARK_REMOTE")}
    environment = {
        **kept,
        "SPARK_HOME": _home(""),
        "SPARK_LOCAL_IP": _HOST,
        # the server of Spark Connect counts as a daemon, and is the driver
        "SPARK_DAEMON_MEMORY": "1g" if name == "server" else "256m",
        "PYSPARK_PYTHON": sys.executable,
        "PYTHONPATH": os.pathsep.join(filter(None, (str(REPOSITORY), os.environ.get("PYTHONPATH")))),
    }
    with (running.folder / f"{name}.log").open("wb") as log:
        running.processes[name] = subprocess.Popen(  # noqa: S603 - Spark's own programs
            command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=environment, start_new_session=True
        )


def _free_ports(count: int) -> list[int]:
    taken = [socket.socket() for _ in range(count)]
    for one in taken:
        one.bind((_HOST, 0))
    ports = [int(one.getsockname()[1]) for one in taken]
    for one in taken:
        one.close()
    return ports


def _await_port(running: Cluster, port: int) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline:
        ended = [name for name, process in running.processes.items() if process.poll() is not None]
        if ended:
            raise TimeoutError(f"{', '.join(ended)} ended; see {running.folder}/*.log")
        with socket.socket() as one:
            one.settimeout(1.0)
            if one.connect_ex((_HOST, port)) == 0:
                return
        time.sleep(0.2)
    raise TimeoutError(f"no answer from port {port}; see {running.folder}/*.log")


def _descendants(process_id: int) -> list[int]:
    """Processes that a process started, and theirs; Spark starts executors that way."""
    children: dict[int, list[int]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parts = path.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        children.setdefault(int(parts[1]), []).append(int(path.parent.name))
    found, waiting = [], [process_id]
    while waiting:
        mine = children.get(waiting.pop(), [])
        found += mine
        waiting += mine
    return found


def main() -> None:
    """Run a cluster until it is interrupted, and say how to use it."""
    with cluster(Path(sys.argv[1] if len(sys.argv) > 1 else "spark-cluster").resolve()) as running:
        sys.stdout.write(f"jihe run --engine {running.address}\n")
        sys.stdout.flush()
        signal.pause()


if __name__ == "__main__":
    main()
