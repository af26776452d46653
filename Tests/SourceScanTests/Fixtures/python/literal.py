import requests

def launch(base, token, phone):
    """Launches the flow by POST /api/v2/flows/executions with "Flow.inDoc"."""
    return requests.post(
        f"{base}/api/v2/flows/executions",
        headers={"Authorization": f"Bearer {token}"},
        json={
            "flowId": "5d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34",
            "inputData": {"Flow.phone": phone, 'Flow.urgent': True, "Flow.note": None, "Flow.dates": ["2026-01-01"]},
        },
        timeout=10,
    )
