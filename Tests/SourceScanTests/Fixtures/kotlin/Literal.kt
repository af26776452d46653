const val FLOW_ID = "5d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34"

suspend fun launch(client: HttpClient, phone: String) {
    client.post("$base/api/v2/flows/executions") {
        setBody(mapOf("flowId" to FLOW_ID, "inputData" to mapOf("Flow.phone" to phone, "Flow.urgent" to true)))
    }
}
