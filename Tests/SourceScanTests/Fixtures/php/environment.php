<?php
class Starter {
    private string $flowId;
    public function __construct() { $this->flowId = getenv('FLOW_ID'); }
    public function start(array $inputs) {
        return Http::post('/api/v2/flows/executions', ['flowId' => $this->flowId, 'inputData' => $inputs + ['Flow.a' => 1]]);
    }
}
