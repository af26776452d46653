import PastedRequests
import SourceText
import StrictJSON
import TestSupport
import Testing

@testable import DriftCore

/// Whatever bytes the readers of requests get, they end soon.
@Suite struct RequestGarbageTests {
    private static let texts = [
        """
        $ curl –X POST “https://x/y” \\ \n  -H 'Authorization: Bearer $TOKEN' -d "{"a": "it's", "b": $'\\x41'}" \\
          --data @f --json '{“q”: 1}' ^\n "" &a ; | — -data {"a": 1} `\n # end
        """,
        """
        {"config": {"request": {"requestUrlTemplate": "/x", "headers": {"A": "b", "Authorization": 'c'},
          "requestTemplate": "{\\n \\"a\\": \\"\\u0041${input.a}\\", \\"b\\": { ${c} },}"}}}
        """,
        "POST /api HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer x\r\n\r\n{\"a\": [1, 2,]}\r\n### next\r\n",
        "* a\n> b\n< HTTP/2 400\n< inin-correlation-id: c\n<\n{\"message\": \"m\", \"errors\": [{\"details\": [{}]}]}",
    ]

    @Test(arguments: 0..<32)
    func endsOnMutatedTexts(seed: UInt64) {
        var numbers = SplitMix64(seed: seed)
        for text in Self.texts {
            for _ in 0..<10 {
                var bytes = Array(text.utf8)
                for _ in 0..<Int.random(in: 1...12, using: &numbers) { bytes.mutate(using: &numbers) }
                expectSense(of: bytes, "seed \(seed)")
            }
        }
    }

    @Test(arguments: 0..<16)
    func endsOnRandomBytes(seed: UInt64) {
        var numbers = SplitMix64(seed: seed)
        for start in ["", "curl ", "POST /x\n", "```\n", "{\"request\":{\"requestTemplate\":\"{"] {
            let bytes = (0..<Int.random(in: 0...200, using: &numbers)).map { _ in
                UInt8.random(in: .min ... .max, using: &numbers)
            }
            expectSense(of: Array(start.utf8) + bytes, "seed \(seed)")
        }
    }

    /// Texts that a careless reader would scan again and again.
    private static let pieces = [
        "'", "\"", "'a", "\"{", "\"{\"a ", "“", "“{", "‘{“", "‘a", "$'", "$'\\", "\\\n", "\\ ", "^\n", "`\n", "\n",
        "\n\n-a ",
        "–d ", "—", "-d ", "-H a: ", "{", "{\"", "&a", ";", "|", "#", "${", "$a(", "-d@x ",
        "--data-urlencode =a\"\\\"\" ",
        "-d \"\\\"\" ", "\u{A0}", "> ", "curl ", "```\n", "a: b\n", "\n\n", "-", "- ", "'{a'b", "\r", "-d {a ",
    ]

    @Test(arguments: pieces)
    func takesTimeInProportionToTheLength(piece: String) {
        let text = String(repeating: piece, count: 5_000 / piece.utf8.count)
        expectSense(of: Array(text.utf8), piece)
        expectRequestsSense(of: Array(("curl " + text).utf8), piece)
        expectRequestsSense(of: Array(("POST /x\n" + text).utf8), piece)
    }

    private func expectSense(of bytes: [UInt8], _ context: String) {
        expectRequestsSense(of: bytes, context)
        let answer = ErrorAnswerReader().read(bytes)
        #expect(answer.message.map { $0.position <= $0.end } ?? true, "\(context): \(bytes)")
    }

    private func expectRequestsSense(of bytes: [UInt8], _ context: String) {
        let request = RequestTextReader().read(bytes)
        #expect(request.faults.allSatisfy { $0.position <= $0.end }, "\(context): \(bytes)")
        if let body = request.bodyText {
            let document = body.document()
            #expect(document.root != nil || !document.isSound, "\(context): \(bytes)")
            #expect(document.faults.allSatisfy { $0.position <= $0.end }, "\(context): \(bytes)")
        }
    }
}
