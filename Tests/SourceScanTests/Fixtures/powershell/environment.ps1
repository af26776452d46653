$request = @{
    flowId    = $env:FLOW_ID
    inputData = @{ "Flow.order" = $order }
}
Invoke-WebRequest -Uri ($base + 'flows/' + 'executions') -Body ($request | ConvertTo-Json)
