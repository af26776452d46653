[ApiController]
public class Routes : ControllerBase
{
    [HttpPost("api/v2/flows/executions")]
    public object Launch([FromBody] FlowExecutionLaunchRequest body) => new { id = "1" };

    public static void Map(WebApplication app)
    {
        app.MapPost("/api/v2/flows/executions", (Launch body) => Results.Ok());
        if (path == "/api/v2/flows/executions") { }
    }
}

public partial class FlowExecutionLaunchRequest
{
    protected FlowExecutionLaunchRequest() { }
    public FlowExecutionLaunchRequest(string FlowId = null, Dictionary<string, object> InputData = null) { }
}

public interface IPlatform
{
    [Post("/api/v2/flows/executions")]
    Task<Launched> Launch([Body] object body);
}
