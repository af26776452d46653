class Launcher:
    URL = "https://api.mypurecloud.com/api/v2/flows/executions"
    def launch(self, agent):
        payload = json.dumps({
          "flowId": self.flow_id,
          "inputData": {
            "Flow.agentId": agent["id"],
          }
        })
        headers = {'Content-Type': 'application/json'}
        response = requests.request("POST", self.URL, headers=headers, data=payload)
        return response
    def launch_many(self, agents):
        for agent in agents:
            requests.post(self.URL, json=self.body_for(agent))
    def body_for(self, agent):
        return {"flowId": "5d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34", "inputData": {"Flow.b": agent}}
