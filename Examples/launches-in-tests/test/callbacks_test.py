"""The callbacks, beside flowdrift's stand-in of the org."""

import os
import unittest

from callbacks import Callbacks


class CallbacksTest(unittest.TestCase):
    def setUp(self):
        self.callbacks = Callbacks(os.environ["FLOWDRIFT_STUB_URL"], "any-token")

    def test_asks_for_a_callback(self):
        self.callbacks.ask("+353123456789")

    def test_asks_for_an_urgent_callback(self):
        self.callbacks.ask("+353123456789", priority=1)
