Describe 'launch' {
    It 'posts' {
        Invoke-RestMethod -Uri 'https://localhost/api/v2/flows/executions' -Body (@{ flowId = '8d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34' } | ConvertTo-Json)
    }
}
