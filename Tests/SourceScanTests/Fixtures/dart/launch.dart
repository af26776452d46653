Future<void> launch(String phone) async {
  await http.post(Uri.parse('$base/api/v2/flows/executions'),
      body: jsonEncode({'flowId': '6d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34', 'inputData': {'Flow.phone': phone}}));
}
