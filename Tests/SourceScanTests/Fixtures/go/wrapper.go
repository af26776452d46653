package shop

type launch struct {
	FlowID string         `json:"flowId"`
	Inputs map[string]any `json:"inputData"`
}

func (c *Client) Launch(ctx context.Context, flowID string, inputs map[string]any) error {
	return c.post(ctx, "/api/v2/flows/executions", launch{FlowID: flowID, Inputs: inputs})
}

func (c *Client) CallBack(ctx context.Context, phone string) error {
	return c.Launch(ctx, "9d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34", map[string]any{"Flow.phone": phone})
}
