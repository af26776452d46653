public class LauncherTests
{
    [Fact]
    public async Task Launches()
    {
        mockHttp.When("https://api.mypurecloud.ie/api/v2/flows/executions").Respond("application/json", "{}");
        await api.PostFlowsExecutionsAsync(new FlowExecutionLaunchRequest(FlowId: "5d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34"));
    }
}
