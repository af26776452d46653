struct Starter {
    let flowID = ProcessInfo.processInfo.environment["FLOW_ID"]

    func start(inputs: [String: String]) {
        client.post(path: "/api/v2/flows/executions", body: ["flowId": flowID, "inputData": inputs])
    }
}
