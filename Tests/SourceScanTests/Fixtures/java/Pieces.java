class Pieces {
    void start(ArchitectApi api) {
        FlowExecutionLaunchRequest launch = new FlowExecutionLaunchRequest();
        launch.setFlowId("5d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34");
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("Flow.a", 1);
        launch.setInputData(inputs);
        api.postFlowsExecutions(launch);
    }

    FlowExecutionLaunchRequest build(String id) {
        return new FlowExecutionLaunchRequest().flowId(id).inputData(Map.of("Flow.x", id));
    }
}
