class Launcher extends React.Component {
  launch = async () => {
    const inputs = { 'Flow.a': this.state.a };
    await fetch(URL_BASE + '/api/v2/flows/executions', { body: JSON.stringify({ flowId: '5d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34', inputData: inputs }) });
  };
  render() { return <p>Don't</p>; }
}
