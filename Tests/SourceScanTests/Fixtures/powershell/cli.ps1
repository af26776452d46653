gc flows executions create --file body.json
$execution = gc flows executions get $id
