gc flows executions create --file ./body.json
gc flows executions get "$id"
