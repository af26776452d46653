import { launch } from './flows/executions';
import type { Flow } from '$lib/flows/executions';
const later = () => import('../server/flows/executions');

flowsRouter.post('/api/v2/flows/executions', async (request, response) => response.json({ id: '1' }));

export async function list(base: string) {
  console.log('asking', `${base}/api/v2/flows/executions`);
  await fetch(`${base}/api/v2/flows/executions`, { headers: { accept: 'application/json' } });
  await client.request({ url: '/api/v2/flows/executions', method: 'GET' });
  return axios.get(`${base}/api/v2/flows/executions`);
}

export function isLaunch(url: string) {
  switch (url) {
    case '/api/v2/flows/executions': return true;
    default: return url.includes('/api/v2/flows/executions?') || url === '/flows/executions';
  }
}

export async function start(base: string, body: object) {
  console.log(`${base}/api/v2/flows/executions`);
  return fetch(`${base}/api/v2/flows/executions`, { method: 'POST', body: JSON.stringify(body) });
}
