// Launches a flow on the stand-in with node's fetch, as a service's tests would.
//
// usage: flowdrift stub ... --run -- node fetch.js
// The stand-in's address comes from the variables that --run sets; cases.json says what to launch and what to expect.
'use strict';

const { isDeepStrictEqual } = require('util');
const cases = require('./cases.json');

const base = process.env.FLOWDRIFT_STUB_URL;

/** What came of one case, or undefined if it is as expected. */
async function failure(one) {
    const headers = { 'Content-Type': 'application/json' };
    if (one.token) headers.Authorization = 'Bearer any-token';
    // A test that wants a refusal says so, and its launch isn't recorded.
    if (one.status !== 200) headers['X-Flowdrift-Expect'] = 'refused';
    const answer = await fetch(`${base}/api/v2/flows/executions`, {
        method: 'POST', headers, body: JSON.stringify(one.body),
    });
    const body = await answer.json();
    if (answer.ok) {
        const execution = await (await fetch(base + body.selfUri, { headers })).json();
        if (!isDeepStrictEqual(execution.outputData, one.outputs)) return JSON.stringify(execution);
    }
    const rules = (body.details ?? []).map((detail) => detail.errorCode);
    const isExpected = answer.status === one.status && (body.message ?? '').includes(one.text)
        && isDeepStrictEqual(rules, one.rules);
    return isExpected ? undefined : `${answer.status}, ${JSON.stringify(body)}`;
}

async function main() {
    let failures = 0;
    for (const one of cases) {
        const text = await failure(one);
        if (text === undefined) continue;
        console.error(`sdk: fetch: ${one.name}: ${text}`);
        failures += 1;
    }
    console.log(`sdk: node's fetch launches: ${cases.length} cases, ${failures} failed`);
    process.exit(failures === 0 ? 0 : 1);
}

main();
