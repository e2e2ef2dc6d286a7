"""Runs a command on a pseudo-terminal and types keys, each when the command waits for one.

type-keys.py PROMPT KEYS COMMAND...: KEYS are bytes as Python writes them, divided by commas; what the command prints goes to
standard output, its exit code is that of this program.
"""

import os
import pty
import select
import sys

prompt, keys, command = sys.argv[1].encode(), sys.argv[2].split(","), sys.argv[3:]
child, terminal = pty.fork()
if child == 0:
    os.execvp(command[0], command)

seen, left = b"", [key.encode().decode("unicode_escape").encode("latin-1") for key in keys]
while True:
    ready, _, _ = select.select([terminal], [], [], 60)
    if not ready:
        os.kill(child, 9)
        sys.exit("no answer for a minute")
    try:
        data = os.read(terminal, 65536)
    except OSError:
        break
    if not data:
        break
    sys.stdout.buffer.write(data)
    seen += data
    while left and prompt in seen:
        seen = seen.split(prompt, 1)[1]
        os.write(terminal, left.pop(0))

_, status = os.waitpid(child, 0)
sys.stdout.buffer.flush()
sys.exit(os.waitstatus_to_exitcode(status))
