using PureCloudPlatform.Client.V2.Model;

public class Callbacks
{
    public async Task Start(ArchitectApi api, string phone)
    {
        var body = new FlowExecutionLaunchRequest
        {
            FlowId = "5d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34",
            InputData = new Dictionary<string, object> { { "Flow.phone", phone }, { "Flow.count", 3 } }
        };
        await api.PostFlowsExecutionsAsync(body);
    }
}
