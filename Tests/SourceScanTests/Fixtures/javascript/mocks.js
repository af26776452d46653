import nock from 'nock';
import { http, HttpResponse } from 'msw';

nock('https://api.mypurecloud.ie').post('/api/v2/flows/executions').reply(200, { id: '1' });

export const handlers = [
  http.post('*/api/v2/flows/executions', () => HttpResponse.json({ id: '1' })),
];

app.post('/api/v2/flows/executions', (request, response) => response.json({ id: '1' }));
