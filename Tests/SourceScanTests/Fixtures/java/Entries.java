class Entries {
    String start(RestClient client, Map<String, Object> inputs) {
        Map<String, Object> body = Map.ofEntries(
            Map.entry("flowId", System.getenv("FLOW_ID")),
            Map.entry("inputData", inputs));
        return client.post().uri("/api/v2/flows/executions").body(body).retrieve();
    }
}
