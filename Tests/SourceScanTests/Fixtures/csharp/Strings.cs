class Strings
{
    // "Flow.comment"
    const string Path = @"C:\temp\";
    const char Quote = '"';
    string Raw() => """
        {"flowId": "5d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34", "inputData": {"Flow.raw": 1}}
        """;
    Task Send(HttpClient http, string phone)
    {
        var json = $"{{\"flowId\": \"6d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34\", \"inputData\": {{\"Flow.phone\": \"{phone}\"}}}}";
        return http.PostAsync($"https://api.{Region}/api/v2/flows/executions", new StringContent(json));
    }
}
