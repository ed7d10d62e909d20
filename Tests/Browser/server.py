"""A Steward that serves from an assembled folder, with a data folder of its own."""

import json
import os
import re
import signal
import subprocess
from pathlib import Path

PASSWORD = "correct horse battery staple"


class CommandFailed(Exception):
    """A `steward` command that ended with an error."""


class Server:
    """Serves on a free loopback port, from its start until `stop`. The operator's commands reach it
    through its socket, so they need no session."""

    def __init__(self, dist: Path, folder: Path, *arguments: str):
        self.dist, self.folder, self.arguments = dist, folder, arguments
        self.log = folder / "log"
        self.environment = {
            "PATH": f"{dist}/bin:/usr/bin:/bin", "HOME": str(folder),
            "STEWARD_DATA": str(folder / "data"), "LANG": "C.UTF-8",
        }
        self.process = None
        self.origin = ""

    def start(self) -> "Server":
        """Starts the host, and returns when it says where it serves."""
        output = open(self.log, "ab")
        self.process = subprocess.Popen(
            [self.dist / "bin/steward", "serve", "--http", "127.0.0.1:0", *self.arguments],
            env=self.environment, cwd=self.folder, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        for line in self.process.stderr:
            output.write(line)
            output.flush()
            if b"steward.sock" in line:
                break
        else:
            raise CommandFailed(self.log.read_text())
        # The rest goes to the log without this process: a full pipe would stop the host.
        self._drain = subprocess.Popen(["cat"], stdin=self.process.stderr, stdout=output)
        address = re.search(r"127\.0\.0\.1:\d+", self.steward("status", "--output", "json"))
        self.origin = f"http://{address[0]}"
        return self

    def claim(self) -> None:
        """Claims the installation for Ada, who becomes a super admin, and her organization Home."""
        password = self.folder / "password"
        password.write_text(PASSWORD)
        password.chmod(0o600)
        self.steward("init", "--org", "Home", "--name", "Ada", "--email", "ada@example.com",
                     "--password-file", str(password))

    def claim_code(self) -> str:
        """Makes a code with which a browser can claim the installation."""
        return json.loads(self.steward("auth", "begin-claim", "--output", "json"))["code"]

    def steward(self, *arguments: str, input: str = "") -> str:
        """Runs a command of the operator, and returns what it prints."""
        outcome = subprocess.run(
            [self.dist / "bin/steward", *arguments], env=self.environment, cwd=self.folder,
            input=input, capture_output=True, text=True, check=False)
        if outcome.returncode != 0:
            raise CommandFailed(f"{arguments[:3]}: {outcome.stderr}")
        return outcome.stdout

    def call(self, method: str, **message):
        """Makes a call as the operator, and returns its response."""
        return json.loads(self.steward(
            "call", method, "-d", "-", "--output", "json", input=json.dumps(message)))

    def plugin_process(self, name: str) -> int:
        """Returns the process of a plugin, as the host tells it."""
        return int(self.call("Host/GetPlugin", name=name)["pid"])

    def kill_plugin(self, name: str) -> None:
        """Kills a plugin, as a crash would."""
        os.kill(self.plugin_process(name), signal.SIGKILL)

    def stop(self) -> None:
        """Asks the host to stop, and waits until it has."""
        if self.process is None:
            return
        self.process.terminate()
        self.process.wait()
        self._drain.wait()
        self.process = None
