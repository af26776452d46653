<?php
function status($id) {
    // GET /api/v2/flows/executions
    return Http::get("/api/v2/flows/executions/$id") ?? Http::get('/api/v2/flows/executions/' . $id);
}
?>
<a href="/api/v2/flows/executions">"Flow.markup"</a>
