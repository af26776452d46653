def start(api, inputs)
  body = PureCloud::FlowExecutionLaunchRequest.new
  body.flow_id = ENV['FLOW_ID']
  body.input_data = { 'Flow.order' => inputs[:order] }
  api.post_flows_executions(body)
end
