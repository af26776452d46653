"""Serves the provider to terraform, which starts this and talks to it over a socket.

With --dev, terraform starts nothing: this prints the socket's address, and serves until its standard input ends.
"""

import os
import sys
import threading

from tf import runner

from standin.legacy import allow_computed_surprises
from standin.provider import GenesysCloud


def end_with_input():
    """Ends the process once nobody is there who could want the provider."""
    sys.stdin.buffer.read()
    os._exit(0)


allow_computed_surprises()
if "--dev" in sys.argv:
    threading.Thread(target=end_with_input, daemon=True).start()
runner.run_provider(GenesysCloud())
