import { rest } from 'msw';
export const handlers = [rest.post('/api/v2/flows/executions', (req, res, ctx) => res(ctx.json({ id: '1' })))];
