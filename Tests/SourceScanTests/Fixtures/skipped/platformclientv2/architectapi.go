package platformclientv2

func (a ArchitectApi) PostFlowsExecutions(body Flowexecutionlaunchrequest) {
	path := a.Configuration.BasePath + "/api/v2/flows/executions"
}
