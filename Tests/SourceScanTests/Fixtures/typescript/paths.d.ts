export interface Paths {
  ['/api/v2/flows/executions']: { post(body: { flowId: string; inputData: { 'Flow.x': string } }): Promise<Launched> };
}
export declare function launch(path: '/api/v2/flows/executions', body: Launch): void;
