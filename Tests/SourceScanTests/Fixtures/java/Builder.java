class Builder {
    void run(ArchitectApi api, Order order) {
        String name = "Order Follow-Up";
        PostFlowsExecutionsRequest request = PostFlowsExecutionsRequest.builder()
            .withBody(flows.request(name, order))
            .build();
        api.postFlowsExecutions(request);
    }
}
