func compute(key: String) {
    var inputs = ["Flow.a": 1]
    inputs["Flow.\(key)"] = 2
    inputs["Flow.c"] = 3
    client.post("/api/v2/flows/executions", ["flowId": "9d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34", "inputData": inputs])
}
