using System.Net.Http.Json;

public class Launcher
{
    private const string FlowId = "5d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34";

    public async Task<string> LaunchAsync(HttpClient http, string phone)
    {
        var response = await http.PostAsJsonAsync("/api/v2/flows/executions", new
        {
            flowId = FlowId,
            inputData = new Dictionary<string, object?> { ["Flow.phone"] = phone, ["Flow.note"] = null },
        });
        return await response.Content.ReadAsStringAsync();
    }
}
