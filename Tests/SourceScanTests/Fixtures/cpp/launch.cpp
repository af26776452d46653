void launch(const std::string& phone) {
  std::string body = R"json({"flowId": "8d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34", "inputData": {"Flow.a": 1}})json";
  post(base + "/api/v2/flows/" "executions", body);
}
