import SourceText
import StrictJSON
import Testing

@testable import DriftCore

struct RepeatedMemberTests {
    @Test(arguments: [
        (#"{"a": 1, "a": 2}"#, "a", 9),
        (#"{"a": {"b": 1, "c": {}, "b": 2}}"#, "b", 24),
        (#"[{"a": 1}, {"a": 1, "b": [{"c": 1, "c": 1}]}]"#, "c", 35),
    ])
    func findsTheSecondMention(_ text: String, _ name: String, _ offset: Int) throws {
        let member = try #require(RepeatedMember(in: Array(text.utf8)))
        #expect(member.name == name)
        #expect(member.offset == offset)
    }

    @Test(arguments: [
        "{}", #"{"a": 1, "A": 2}"#, #"{"a": {"a": 1}, "b": {"a": 1}}"#, #"[{"a": 1}, {"a": 1}]"#,
        #"{"a": "a", "b": "a"}"#,
    ])
    func findsNoneWhereEachObjectGivesANameOnce(_ text: String) {
        #expect(RepeatedMember(in: Array(text.utf8)) == nil)
    }

    @Test(arguments: [30, 31, 32, 33, 34, 500])
    func findsTheLastOfManyNames(_ count: Int) throws {
        let members = (0..<count).map { "\"name\($0)\": {\"x\": 1}" }
        let sound = "{" + members.joined(separator: ", ") + "}"
        #expect(RepeatedMember(in: Array(sound.utf8)) == nil)
        for repeated in [0, count / 2, count - 1] {
            let text = sound.dropLast() + ", \"name\(repeated)\": 1}"
            #expect(try #require(RepeatedMember(in: Array(text.utf8))).name == "name\(repeated)")
        }
    }

    @Test func refusesAListingWithItsPlace() {
        let listing = """
            {"entities": [
              {"id": "a", "name": "Open Ticket", "type": "WORKFLOW", "deleted": true, "deleted": false}
            ]}
            """
        let error = #expect(throws: ReadingError.self) {
            try PlatformJSONReader(file: "flows.json", isSurelyJSON: true).read(Array(listing.utf8))
        }
        #expect(
            error?.description
                == "flows.json:2:75: An object has the member 'deleted' twice; export or download the file again"
        )
    }

    @Test func refusesAPlan() {
        let plan = #"{"format_version": "1.2", "resource_changes": [], "resource_changes": []}"#
        let error = #expect(throws: ReadingError.self) {
            try TerraformReader(file: "plan.json").read(Array(plan.utf8))
        }
        #expect(
            error?.description.hasPrefix("plan.json:1:51: An object has the member 'resource_changes' twice") == true
        )
    }
}
