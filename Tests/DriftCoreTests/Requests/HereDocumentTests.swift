import PastedRequests
import SourceText
import StrictJSON
import Testing
import YAML

@testable import DriftCore

/// A body that a shell passes to curl as standard input.
struct HereDocumentTests {
    @Test(arguments: [
        "curl https://x/y -d @- <<EOF\n{ \"a\": 1,\n}\nEOF\n", "curl https://x/y -d @- << 'EOF'\n{ \"a\": 1,\n}\n  EOF",
        "curl https://x/y -d @- <<-\"END\"\n{ \"a\": 1,\n}\n\tEND\necho done\n",
    ])
    func isTheBody(_ text: String) throws {
        let body = try #require(RequestTextReader().read(Array(text.utf8)).bodyText)
        #expect(String(decoding: body.bytes, as: UTF8.self) == "{ \"a\": 1,\n}\n")
        #expect(body.document().faults.map(\.position.description) == ["2:9"])
    }

    @Test func isAWordBehindThreeSigns() throws {
        let text = "curl https://x/y --json @- <<< '{\"a\": 1}'"
        let body = try #require(RequestTextReader().read(Array(text.utf8)).bodyText)
        #expect(String(decoding: body.bytes, as: UTF8.self) == "{\"a\": 1}")
    }

    @Test(arguments: [
        "curl https://x/y -d @- <<", "curl https://x/y -d @- <<EOF", "curl -d @- < a.json", "curl -d @- <<<",
    ])
    func isNoneWhereNothingFollows(_ text: String) {
        #expect(RequestTextReader().read(Array(text.utf8)).bodyText == nil)
    }
}

/// A number with a decimal comma.
struct DecimalCommaTests {
    @Test func isReadAsOneNumber() throws {
        let document = JSONDocument(reading: Array("{\"a\": -1,50, \"b\": 2}".utf8))
        #expect(
            document.faults.map(\.message) == ["a comma in a number, where JSON allows only a point; write -1.50"]
        )
        let root = try #require(document.root)
        #expect(root.members.map { "\($0.name.text): \($0.value.text)" } == ["a: -1.50", "b: 2"])
    }

    @Test(arguments: ["{\"a\": 1,5: 2}", "{\"a\": 1, 5}", "{\"a\": 1,5,7}"])
    func isNotSeenInEveryNumber(_ text: String) {
        #expect(JSONDocument(reading: Array(text.utf8)).faults.contains { $0.kind == .unquotedName })
    }
}

/// A body that is assembled from several places, of which the later is further up in the text.
struct ScatteredBodyTests {
    @Test(arguments: [
        "A=x\ncat <<E | curl https://x/y -d @-\n $A\nE\n", "A=x\ncurl https://x/y -d \" $A\"\n",
        "A='\"b\"'\ncurl https://x/y -d \"{\\\"a\\\":$A}\"\n",
    ])
    func endsNotBeforeItBegins(_ text: String) throws {
        let body = try #require(RequestTextReader().read(Array(text.utf8)).bodyText)
        #expect(body.position <= body.end)
        let root = body.document().root
        #expect(root.map { $0.position <= $0.end } ?? true)
    }

    @Test(arguments: [
        "A=ue\ncurl https://x/y -d \"{\\\"a\\\": Tr$A}\"\n", "A=Tr\ncurl https://x/y -d \"{\\\"a\\\": ${A}ue}\"\n",
    ])
    func hasNoEditThatWouldTouchWhatStandsBetween(_ text: String) throws {
        let body = try #require(RequestTextReader().read(Array(text.utf8)).bodyText)
        let fault = try #require(body.document().faults.first)
        #expect(fault.edit == nil)
        #expect(fault.position <= fault.end)
    }

    @Test func isEditedWhereAFaultIsOnePiece() throws {
        let text = "A=1\ncurl https://x/y -d \"{\\\"a\\\": True, \\\"b\\\": $A}\"\n"
        let body = try #require(RequestTextReader().read(Array(text.utf8)).bodyText)
        #expect(try #require(body.document().faults.first).edit?.replacement == "true")
    }
}
