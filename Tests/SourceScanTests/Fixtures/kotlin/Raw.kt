fun send(phone: String) = http.post(
    "https://api.mypurecloud.ie/api/v2/flows/executions",
    """{"flowId": "7d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34", "inputData": {"Flow.phone": "$phone"}}""",
)
/* outer /* inner "Flow.comment" */ still a comment "Flow.comment2" */
val quote = '"'
