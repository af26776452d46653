struct StarterTests {
    @Test
    func starts() {
        client.post(path: "/api/v2/flows/executions", body: ["flowId": "8d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34"])
    }
}
