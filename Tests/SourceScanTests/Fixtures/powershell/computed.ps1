function Send-Inputs($Name, $Value) {
    $inputs = @{ 'Flow.a' = 1 }
    $inputs["Flow.$Name"] = $Value
    $body = @{ flowId = '9d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34'; inputData = $inputs }
    Invoke-RestMethod -Uri "$Base/api/v2/flows/executions" -Body ($body | ConvertTo-Json)
}
