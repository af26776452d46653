export const Page = () => (
  <>
    <p>{"'"} isn't {`a ${"`"} b`} / it's</p>
    <a href="/api/v2/flows/executions/1">Status</a>
    <Launch flow="Flow.attribute" run={() => client.post("/api/v2/flows/executions", { flowId: IDS.callback })} />
  </>
);
