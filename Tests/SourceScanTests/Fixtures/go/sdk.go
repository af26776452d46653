package shop

import "github.com/mypurecloud/platform-client-sdk-go/platformclientv2"

func (s *Service) Start(phone string) error {
	id := "6d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34"
	inputs := map[string]interface{}{"Flow.phone": phone}
	request := platformclientv2.Flowexecutionlaunchrequest{FlowId: &id, InputData: &inputs}
	_, _, err := s.api.PostFlowsExecutions(request)
	return err
}
