export function CallbackForm({ token }: Props) {
  const [phone, setPhone] = useState('');
  async function send() {
    await fetch('/api/v2/flows/executions', {
      method: 'POST',
      body: JSON.stringify({ flowId: "5d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34", inputData: { "Flow.phone": phone } }),
    });
  }
  return (
    <form onSubmit={send}>
      <p>Don't call us, it's free</p>
      <input name="phone" title="Flow.title" onChange={(e) => setPhone(e.target.value)} />
    </form>
  );
}
