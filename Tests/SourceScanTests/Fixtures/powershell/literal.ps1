$flowId = '5d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34'
$inputs = @{
    'Flow.phone'  = $phone
    'Flow.urgent' = $true
    'Flow.note'   = $null
}
$body = @{ flowId = $flowId; inputData = $inputs } | ConvertTo-Json -Depth 5
<# "Flow.comment" #>
Invoke-RestMethod -Method Post -Uri https://api.mypurecloud.ie/api/v2/flows/executions -Body $body # 'Flow.comment2'
