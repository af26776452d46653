<html><p>Don't read "Flow.markup" here: flows/executions</p>
<?php
const FLOW_ID = '5d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34';

function launch(Client $client, string $phone): string
{
    # "Flow.comment"
    $response = $client->post('https://api.mypurecloud.ie/api/v2/flows/executions', [
        'json' => [
            'flowId' => FLOW_ID,
            'inputData' => ['Flow.phone' => $phone, 'Flow.note' => null, "Flow.urgent" => true],
        ],
    ]);
    return $response->getBody();
}
