public class Starter
{
    private readonly IConfiguration configuration;
    public Task Start(ArchitectApi api, string order)
    {
        var request = new FlowExecutionLaunchRequest();
        request.FlowId = configuration["Genesys:FlowId"];
        request.InputData = new Dictionary<string, object>();
        request.InputData["Flow.order"] = order;
        return api.PostFlowsExecutionsAsync(request);
    }
}
