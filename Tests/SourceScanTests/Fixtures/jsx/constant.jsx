import { FLOWS } from './flows';
export function Run() { return <A onClick={() => api.postFlowsExecutions({ flowId: FLOWS.callback })} title='"Flow.x"' />; }
