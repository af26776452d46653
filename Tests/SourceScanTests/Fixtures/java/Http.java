class Http {
    private static final String PATH = "/api/v2/flows/executions";

    HttpResponse<String> send(String base, String phone) throws Exception {
        String body = """
            {"flowId": "7d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34", "inputData": {"Flow.phone": "%s"}}
            """.formatted(phone);
        HttpRequest request = HttpRequest.newBuilder()
            .uri(URI.create(base + PATH))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
