RSpec.describe Launcher do
  it 'launches' do
    stub_request(:post, 'https://api.mypurecloud.ie/api/v2/flows/executions').to_return(status: 200)
    post('/api/v2/flows/executions', { flowId: '8d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34' })
  end
end
