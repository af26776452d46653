"""Asks for callbacks: starts the workflow 'Callback Request' of Genesys Cloud."""

import json
import logging
import urllib.error
import urllib.request

FLOW_ID = "8f7a3c52-0b1e-4d69-a2f4-6c5d7e8f9012"


class Callbacks:
    """The callbacks of one org; `url` is its API, such as https://api.mypurecloud.ie."""

    def __init__(self, url, token):
        self.url = url
        self.token = token

    def ask(self, number, priority=None):
        """Asks for a callback, and returns the execution's id, or None if the launch failed."""
        inputs = {"Flow.callerNumber": number, "Flow.queueName": "Callbacks"}
        if priority is not None:
            inputs["Flow.priority"] = priority
        request = urllib.request.Request(
            self.url + "/api/v2/flows/executions",
            data=json.dumps({"flowId": FLOW_ID, "inputData": inputs}).encode(),
            headers={"Authorization": "Bearer " + self.token, "Content-Type": "application/json"},
        )
        try:
            with urllib.request.urlopen(request) as answer:
                return json.load(answer)["id"]
        except urllib.error.HTTPError as error:
            # A caller must not see an error page because a callback could not be asked for.
            logging.getLogger("callbacks").warning("no callback: %s", error)
            return None
