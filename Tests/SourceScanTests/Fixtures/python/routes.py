from fastapi import FastAPI

app = FastAPI()
PATHS = {"/api/v2/flows/executions": "POST", "/api/v2/flows": "GET"}


@app.post("/api/v2/flows/executions")
async def launch(body: dict):
    return {"id": "1"}


@app.route("/api/v2/flows/executions", methods=["POST"])
def other():
    return {}


def listed(client):
    if client.path.startswith("/api/v2/flows/executions"):
        return []
    requests.request("GET", f"{client.host}/api/v2/flows/executions")
    return client.get("/api/v2/flows/executions", headers={"Flow.header": 1})


def launched(client, number):
    log.info(f"{client.host}/api/v2/flows/executions")
    return client.post(
        f"{client.host}/api/v2/flows/executions",
        json={"flowId": "5d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34", "inputData": {"Flow.number": number}},
    )
