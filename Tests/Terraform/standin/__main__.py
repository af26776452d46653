"""Runs the test provider: terraform starts this program and talks to it over a socket.

With --dev, terraform doesn't start the program. The program prints the socket's address, and runs until its standard
input ends.
"""

import os
import sys
import threading

from tf import runner

from standin.legacy import allow_computed_surprises
from standin.provider import GenesysCloud


def end_with_input():
    """Ends the process when standard input ends, because then nobody needs the provider any more."""
    sys.stdin.buffer.read()
    os._exit(0)


allow_computed_surprises()
if "--dev" in sys.argv:
    threading.Thread(target=end_with_input, daemon=True).start()
runner.run_provider(GenesysCloud())
