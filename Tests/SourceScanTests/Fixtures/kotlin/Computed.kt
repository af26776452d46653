fun compute(api: ArchitectApi, values: Map<String, Any>, key: String) {
    val body = mapOf(
        "flowId" to System.getenv("FLOW_ID"),
        "inputData" to mapOf("Flow.a" to 1, "Flow.$key" to 2),
    )
    api.postFlowsExecutions(body)
}
