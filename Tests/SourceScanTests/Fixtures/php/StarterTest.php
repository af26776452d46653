<?php
class StarterTest extends TestCase {
    public function testStarts() {
        Http::fake(['*/api/v2/flows/executions' => Http::response(['id' => '1'])]);
        Http::post('/api/v2/flows/executions', ['flowId' => '8d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34']);
    }
}
