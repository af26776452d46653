package shop;

import java.util.Map;

class Launcher {
    private static final String FLOW_ID = "5d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34";

    void launch(ArchitectApi api, String phone) throws Exception {
        api.postFlowsExecutions(new FlowExecutionLaunchRequest()
            .flowId(FLOW_ID)
            .inputData(Map.of("Flow.phone", phone, "Flow.count", 3)));
    }
}
