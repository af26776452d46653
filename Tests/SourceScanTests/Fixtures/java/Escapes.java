class Escapes {
    void launch() {
        client.post("/api/v2/flows/executions", Map.of(
            "flowId", "7d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34",
            "inputData", Map.of(
                "Flow.gr\u00f6\u00dfe", 1, "Flow.caller\u004eumber.part", 2, "Flow." + "pri\u006frity", 3,
                "Flow.not a\u0020name", 4, "Flow.\ud83d\ude00", 5, "Flow.tab\tbed", 6)));
    }
}
