import nock from 'nock';
import { requestCallback } from '../app/callback.js';

nock('https://api.mypurecloud.ie').post('/api/v2/flows/executions').reply(200, { id: '1' });

test('requests a callback', async () => {
  expect(await requestCallback({ phone: '+353871234567', isGold: false })).toEqual({ id: '1' });
});
