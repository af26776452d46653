function Start-Callback {
    param([string] $FlowId, [string] $Phone)
    $body = @"
{ "flowId": "$FlowId", "inputData": { "Flow.phone": "$Phone" } }
"@
    Invoke-RestMethod -Uri "$Base/api/v2/flows/executions" -Method Post -Body $body
}
