class Setters {
    void launch(ArchitectApi api, String order) {
        FlowExecutionLaunchRequest request = new FlowExecutionLaunchRequest();
        request.setFlowId("6d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34");
        request.setInputData(new HashMap<String, Object>() {{ put("Flow.order", order); put("Flow.urgent", true); }});
        api.postFlowsExecutions(request);
    }
}
