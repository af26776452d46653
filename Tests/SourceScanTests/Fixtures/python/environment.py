import os

FLOW_ID = os.environ["CALLBACK_FLOW_ID"]

def start(session, scope, number):
    payload = {"flowId": FLOW_ID, "inputData": {}}
    payload["inputData"]["Flow.number"] = number
    payload["inputData"]["Flow." + scope] = number
    return session.post("/api/v2/flows/" "executions", json=payload)
