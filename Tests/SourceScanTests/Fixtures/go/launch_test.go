package shop

func TestLaunch(t *testing.T) {
	mux := http.NewServeMux()
	mux.HandleFunc("/api/v2/flows/executions", func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(200)
	})
	post("/api/v2/flows/executions", map[string]any{"flowId": "8d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34"})
}
