require 'net/http'

FLOW_ID = '5d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34'.freeze

class Launcher
  def launch(phone)
    body = { flowId: FLOW_ID, inputData: { 'Flow.phone' => phone, "Flow.note": nil, :"Flow.urgent" => true } }
    http.post("#{@base}/api/v2/flows/executions", body.to_json)
  end

  def status(id)
    http.get("#{@base}/api/v2/flows/executions/#{id}")
  end
end
