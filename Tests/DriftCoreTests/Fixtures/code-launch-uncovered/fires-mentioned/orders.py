import os
import requests


def ask(order, language):
    body = {
        "flowId": os.environ["ORDER_STATUS_FLOW"],
        "inputData": {"Flow.orderNumber": order, "Flow.language": language},
    }
    return requests.post(f"{os.environ['HOST']}/api/v2/flows/executions", json=body)


def give_back(order, reason):
    body = {
        "flowId": "7d0c5b1e-4f3a-4c7d-9a51-0e8f6b2c1d44",
        "inputData": {"Flow.orderNumber": order, "Flow.language": reason},
    }
    return requests.post(f"{os.environ['HOST']}/api/v2/flows/executions", json=body)
