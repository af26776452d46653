func send() {
    let body = """
        {
          "flowId": "7d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34",
          "inputData": { "Flow.a": 1, "Flow.b": "\(value)" }
        }
        """
    post("https://api.mypurecloud.ie/api/v2/" + "flows/executions", body)
}
