// swift-format-ignore-file
/* a /* nested "Flow.comment" */ comment */
func send(phone: String) {
    post("/api/v2/flows/executions", #"{"flowId": "6d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34", "inputData": {"Flow.phone": "\#(phone)"}}"#)
}
