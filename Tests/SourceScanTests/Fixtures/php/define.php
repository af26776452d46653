<?php
define('CALLBACK_FLOW', '7d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34');
function run($inputs) {
    $data = json_encode(array('flowId' => CALLBACK_FLOW, 'inputData' => $inputs));
    curl_setopt($curl, CURLOPT_URL, BASE . 'flows/' . 'executions');
    curl_setopt($curl, CURLOPT_POSTFIELDS, $data);
}
