package shop

var path = `C:\temp\` + "x"

func send(phone string) {
	body := fmt.Sprintf(`{"flowId": "7d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34", "inputData": {"Flow.phone": %q}}`, phone)
	post("https://api.mypurecloud.ie/api/v2/flows/executions", body)
	quote := '"' // "Flow.comment"
	_ = quote
}
