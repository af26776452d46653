const Button = ({ onDone }) => {
  const start = () => axios.post(`${API}/flows/executions`, {
    flowId: config.flowId,
    inputData: { 'Flow.source': 'web' },
  }).then(onDone);
  return <button onClick={start}>Can't wait</button>;
};
