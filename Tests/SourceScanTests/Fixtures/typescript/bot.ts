export function openSession(api: TextbotsApi, text: string) {
  return api.postTextbotsBotflowsSessions({
    flow: { id: '77777777-0000-4000-8000-000000000001' },
    externalSessionId: 'e1',
    inputData: { variables: { 'Slot.city': text, 'Flow.language': 'en' } },
  });
}
