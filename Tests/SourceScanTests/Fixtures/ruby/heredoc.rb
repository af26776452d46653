def send_body(phone)
  post('https://api.mypurecloud.ie/api/v2/flows/executions', <<~JSON)
    {"flowId": "6d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34", "inputData": {"Flow.phone": "#{phone}"}}
  JSON
end
=begin
"Flow.comment"
=end
NAMES = %w[Flow.a Flow.b]
