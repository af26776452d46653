// Launches a flow on the stand-in with the vendor's JavaScript SDK, as a service's tests would.
//
// usage: SDK=purecloud-platform-client-v2.js flowdrift stub ... --run -- node javascript_sdk.js
// The stand-in's address comes from the variables that --run sets; cases.json says what to launch and what to expect.
'use strict';

const { isDeepStrictEqual } = require('util');
const platform = require(process.env.SDK);
const cases = require('./cases.json');

const client = platform.ApiClient.instance;
client.config.logger.setLogLevel?.('none');
client.setGateway({
    host: process.env.FLOWDRIFT_STUB_HOST, protocol: 'http', port: Number(process.env.FLOWDRIFT_STUB_PORT),
});
const architect = new platform.ArchitectApi();

/** What came of one case, or undefined if it is as expected. */
async function failure(one, token) {
    client.setAccessToken(one.token ? token : '');
    // A test that wants a refusal says so, and its launch isn't recorded.
    const options = one.status === 200 ? {} : { customHeaders: { 'X-Flowdrift-Expect': 'refused' } };
    let [status, error] = [200, {}];
    try {
        const launched = await architect.postFlowsExecutions(one.body, options);
        const execution = await architect.getFlowsExecution(launched.id);
        if (execution.status !== 'COMPLETED' || !isDeepStrictEqual(execution.outputData, one.outputs)) {
            return JSON.stringify(execution);
        }
    } catch (refusal) {
        [status, error] = [refusal.status, refusal];
    }
    const rules = (error.details ?? []).map((detail) => detail.errorCode);
    const isExpected = status === one.status && (error.message ?? '').includes(one.text)
        && isDeepStrictEqual(rules, one.rules);
    return isExpected ? undefined : `${status}, ${JSON.stringify(error)}`;
}

async function main() {
    const { accessToken } = await client.loginClientCredentialsGrant('any-id', 'any-secret');
    let failures = 0;
    for (const one of cases) {
        const text = await failure(one, accessToken);
        if (text === undefined) continue;
        console.error(`sdk: the JavaScript SDK: ${one.name}: ${text}`);
        failures += 1;
    }
    console.log(`sdk: the JavaScript SDK launches: ${cases.length} cases, ${failures} failed`);
    process.exit(failures === 0 ? 0 : 1);
}

main().catch((error) => {
    console.error('sdk: the JavaScript SDK:', error);
    process.exit(1);
});
