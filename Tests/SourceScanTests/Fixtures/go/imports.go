package launcher

import (
	"fmt"
	executions "cloud.google.com/go/workflows/executions/apiv1"

	"example.com/app/flows/executions"
)

func list(base string) {
	fmt.Println(base + "/api/v2/flows/executions")
	request, _ := http.NewRequest("GET", base+"/api/v2/flows/executions", nil)
	if strings.HasPrefix(request.URL.Path, "/api/v2/flows/executions") {
		return
	}
	client.Do(request)
}

func launch(base string, body io.Reader) {
	request, _ := http.NewRequest("POST", base+"/api/v2/flows/executions", body)
	client.Do(request)
}
