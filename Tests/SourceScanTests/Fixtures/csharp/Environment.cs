static class Program
{
    static async Task Main()
    {
        var flow = Environment.GetEnvironmentVariable("FLOW_ID");
        await http.PostAsJsonAsync(baseUrl + "/flows/" + "executions", new { flowId = flow, inputData = inputs });
    }
}
