def compute(api, key)
  inputs = { 'Flow.a' => 1 }
  inputs["Flow.#{key}"] = 2
  api.post_flows_executions({ flow_id: '9d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34', input_data: inputs })
end
