from PureCloudPlatformClientV2 import ArchitectApi, FlowExecutionLaunchRequest

def by_arguments(api: ArchitectApi):
    body = FlowExecutionLaunchRequest(flow_id="5d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34", input_data={"Flow.a": 1})
    return api.post_flows_executions(body)

def by_attributes(api: ArchitectApi, value):
    request = FlowExecutionLaunchRequest()
    request.flow_id = "6d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34"
    request.input_data = {"Flow.b": value}
    return api.post_flows_executions(request)

def by_dict(api, **more):
    return api.post_flows_executions(dict(flow_id="7d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34", input_data={"Flow.c": 1, **more}))
