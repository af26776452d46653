import com.mypurecloud.sdk.v2.model.FlowExecutionLaunchRequest;

@RestController
class Routes {
    @GetMapping("/flows/executions")
    List<String> list() { return List.of(); }

    @PostMapping(value = "/api/v2/flows/executions", consumes = "application/json")
    Map<String, Object> launch(@RequestBody Map<String, Object> body) { return Map.of("id", "1"); }

    boolean isLaunch(Request request) { return request.path().equals("/api/v2/flows/executions"); }
}

interface Platform {
    @POST("/api/v2/flows/executions")
    Call<Launched> launch(@Body Map<String, Object> body);
}
