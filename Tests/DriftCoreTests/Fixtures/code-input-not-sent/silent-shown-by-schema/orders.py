import os
import requests


def ask(order, language):
    body = {
        "flowId": os.environ["ORDER_STATUS_FLOW"],
        "inputData": {"Flow.language": language},
    }
    return requests.post(f"{os.environ['HOST']}/api/v2/flows/executions", json=body)
