package shop

func run() {
	body := map[string]any{"flowId": os.Getenv("FLOW_ID"), "inputData": inputs()}
	post(url.JoinPath(base, "flows", "executions"), body)
	get(url.JoinPath(base, "flows", "executions", id))
}
