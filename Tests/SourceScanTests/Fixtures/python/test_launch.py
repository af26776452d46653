import responses

@responses.activate
def test_launch():
    responses.add(responses.POST, "https://api.mypurecloud.ie/api/v2/flows/executions", json={"id": "1"})
    post("https://api.mypurecloud.ie/api/v2/flows/executions", {"flowId": "5d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34"})
