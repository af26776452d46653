def traps(text)
  return false if text =~ /["']/ # "Flow.comment"
  quote = "it's #{text.gsub("'", '"')}"
  flow.start
  api.post_flows_executions(flow_id: flow_id, input_data: { 'Flow.real' => quote })
end
