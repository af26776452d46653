class Raw
{
    async Task Launch(string caller)
    {
        var plain = """
            {"flowId": "5d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34", "inputData": {"Flow.a": 1}}
            """;
        var doubled = $$"""
            {"flowId": "6d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34", "inputData": {"Flow.b": "{{caller}}", "Flow.c": {{Map["Flow.d"]}}}}
            """;
        await client.PostAsync("/api/v2/flows/executions", new StringContent(plain));
        await client.PostAsync("/api/v2/flows/executions", new StringContent(doubled));
    }
}
