export function Panel({ client, body }) {
  const launch = () => client.post('/api/v2/flows/executions', body);
  return (
    <form onSubmit={launch} title="Flow.title">
      <p>don't read "Flow.prose" here</p>
      <b>"Flow.bold"</b>
      <Field name='Flow.field' value={values['Flow.value']} label={on ? "Flow.on" : 'Flow.off'} />
    </form>
  );
}
export default 'Flow.default';
