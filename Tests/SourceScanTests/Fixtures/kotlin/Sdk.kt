fun start(api: ArchitectApi, order: Order) {
    val request = FlowExecutionLaunchRequest().apply {
        flowId = "6d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34"
        inputData = mapOf("Flow.order" to order.number)
    }
    api.postFlowsExecutions(request)
}
