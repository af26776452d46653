"""Starts flows for the shop."""
import json
import logging
from dataclasses import dataclass

import requests

from .settings import REFUND_FLOW_ID

log = logging.getLogger(__name__)

CALLBACK_FLOW_ID = "5d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34"
DEFAULTS = {"Flow.source": "shop", "Flow.language": "en"}


@dataclass
class Order:
    number: str
    phone: str


class FlowClient:
    def __init__(self, base, token):
        self.base = base
        self.token = token

    def _launch(self, flow_id, inputs):
        body = {"flowId": flow_id, "inputData": inputs}
        response = requests.post(
            self.base + "/api/v2/flows/executions",
            headers={"Authorization": "Bearer " + self.token, "Content-Type": "application/json"},
            data=json.dumps(body),
        )
        if response.status_code != 200:
            log.error("POST /api/v2/flows/executions failed: %s", response.text)
        return response.json()["id"]

    def call_back(self, order: Order):
        return self._launch(CALLBACK_FLOW_ID, {**DEFAULTS, "Flow.phone": order.phone})

    def refund(self, order: Order):
        url = f"{self.base}/api/v2/flows/executions"
        payload = {
            "flowId": REFUND_FLOW_ID,
            "inputData": {"Flow.orderNumber": order.number},
        }
        return requests.post(url, json=payload)

    def status(self, execution):
        return requests.get(f"{self.base}/api/v2/flows/executions/{execution}").json()
