import type { FlowExecutionLaunchRequest } from './models';

export interface Launcher {
  postFlowsExecutions(body: FlowExecutionLaunchRequest): Promise<void>;
}

export class Fake implements Launcher {
  public calls: FlowExecutionLaunchRequest[] = [];
  async postFlowsExecutions(body: FlowExecutionLaunchRequest): Promise<void> {
    this.calls.push(body);
  }
}
