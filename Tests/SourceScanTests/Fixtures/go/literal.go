package shop

const flowID = "5d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34"

func Launch(client *http.Client, base, phone string) error {
	body, err := json.Marshal(map[string]interface{}{
		"flowId":    flowID,
		"inputData": map[string]any{"Flow.phone": phone, "Flow.note": nil},
	})
	if err != nil {
		return err
	}
	_, err = client.Post(base+"/api/v2/flows/executions", "application/json", bytes.NewReader(body))
	return err
}
