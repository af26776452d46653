import Testing

@testable import DriftCore

/// A command that is written is one that a shell takes, and says the same.
@Suite struct CurlWriterTests {
    private static let body = OrderedJSON.object([
        .init(name: "flowId", value: .template("${FLOW_ID}")),
        .init(name: "name", value: .string("John's \"house\"")),
        .init(name: "inputData", value: .object([.init(name: "Flow.x", value: .placeholder("$X"))])),
    ])

    private static let text = """
        curl -X POST 'https://api.mypurecloud.ie/x' \\
          -H 'Authorization: Bearer '"$TOKEN"'' \\
          -H 'Content-Type: application/json' \\
          -d '{
          "flowId": "'"${FLOW_ID}"'",
          "name": "John'\\''s \\"house\\"",
          "inputData": {
            "Flow.x": '"$X"'
          }
        }'
        """

    private static func written() -> String {
        CurlWriter().text(
            method: "POST",
            url: "https://api.mypurecloud.ie/x",
            headers: [("Authorization", "Bearer $TOKEN"), ("Content-Type", "application/json")],
            body: body
        )
    }

    @Test func quotesWhatAShellWouldTakeForSomethingElse() {
        #expect(Self.written() == Self.text)
    }

    @Test func isReadBackWithoutFaults() throws {
        let request = CurlReader().read(Array(Self.written().utf8))
        #expect(request.faults == [])
        #expect(request.method?.value == "POST")
        #expect(request.url?.value == "https://api.mypurecloud.ie/x")
        #expect(request.header("content-type")?.value.value == "application/json")
        #expect(request.authorization?.scheme == "Bearer")
        let document = try #require(request.bodyText?.document())
        #expect(document.faults == [])
        #expect(document.root.map(OrderedJSON.init) == Self.body)
    }
}
