export class Flows {
  constructor(private readonly http: Http, private readonly base: string) {}

  async launch<T>(request: LaunchRequest): Promise<T> {
    return this.http.post<T>(`${this.base}/api/v2/flows/executions`, request);
  }
}

export const KEYS = { phone: 'Flow.phone', mail: 'Flow.mail' } as const;
