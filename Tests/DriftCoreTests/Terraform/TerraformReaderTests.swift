import Foundation
import SourceText
import Testing

@testable import DriftCore

/// Complete files: those that the reader accepts, and the messages for the others.
@Suite struct TerraformReaderTests {
    @Test(arguments: ["0.1", "0.2", "1.0", "1.2", "1.99"])
    func readsEveryMinorVersion(version: String) throws {
        let plan = try read(#"{"format_version":"\#(version)","planned_values":{}}"#)
        #expect(plan == TerraformPlan(origin: .plan))
    }

    @Test(arguments: ["2.0", "10.1", "", "one", "1beta"])
    func refusesAnUnknownMajorVersion(version: String) {
        let error = #expect(throws: ReadingError.self) { try read(#"{"format_version":"\#(version)"}"#) }
        #expect(error?.problem == "The plan or state has the format version '\(version)', which flowdrift can't read")
        #expect(error?.fix == "use format 0.x or 1.x, or a later version of flowdrift, which may read this format")
    }

    @Test(arguments: [
        ("", "plan.json: The file is empty"),
        (" \n", "plan.json: The file is empty"),
        ("PK\u{3}\u{4}…", "plan.json: The file is a plan in Terraform's binary form, not as JSON"),
        (#"{"@level":"info"}"#, "plan.json: The file is the log of 'terraform plan -json', not the plan"),
        (
            #"{"version":4,"serial":1}"#,
            "plan.json: The file is not a Terraform plan or state as JSON: it has no 'format_version'"
        ),
    ])
    func saysHowToMakeThePlan(text: String, message: String) {
        let error = #expect(throws: ReadingError.self) { try read(text) }
        #expect(error?.description == message + "; create the file with 'terraform show -json FILE'")
    }

    @Test(arguments: [
        (
            #"{"format_version":"1.2","resource_changes":[{"mode":"#,
            "1:53: The file is not valid JSON: ",
            "; the file may have been cut short; create the file with 'terraform show -json FILE'"
        ),
        ("[]", "1:1: The document should be an object", ""),
        (#"{"format_version":1}"#, "1:19: 'format_version' should be a string", ""),
        (
            #"{"format_version":"1.2","resource_changes":[{"type":"genesyscloud_flow","mode":"managed"}]}"#,
            "1:45: 'resource_changes[0]' has no 'address'",
            ""
        ),
        (
            #"{"format_version":"1.2","resource_changes":[{"type":"genesyscloud_flow","mode":5}]}"#,
            "1:80: 'resource_changes[0].mode' should be a string",
            ""
        ),
    ])
    func saysWhereItIsBroken(text: String, beginning: String, end: String) {
        let error = #expect(throws: ReadingError.self) { try read(text) }
        let message = error?.description ?? ""
        #expect(message.hasPrefix("plan.json:" + beginning) && message.hasSuffix(end), "\(message)")
    }

    @Test(arguments: [
        (#"{"format_version":1,"terraform_version":"#, "plan.json: 'format_version' should be a string"),
        (#"{"format_version":,"terraform_version":"#, "plan.json: The file is not valid JSON; create the file with "),
    ])
    func saysWhatIsWrongWithALargeFile(start: String, beginning: String) {
        let text = start + "\"" + String(repeating: "1.11", count: 3 << 20) + "\"}"
        let error = #expect(throws: ReadingError.self) { try read(text) }
        #expect(
            error?.description.hasPrefix(beginning) == true,
            "\(String(describing: error?.description.prefix(200)))"
        )
    }

    @Test func refusesWhatIsNoAddress() {
        let error = #expect(throws: ReadingError.self) {
            try PlanJSON(changes: [PlanJSON.newFlow("genesyscloud_flow")]).plan()
        }
        #expect(error?.problem == "'genesyscloud_flow' is not the address of a Terraform resource")
    }

    @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian])
    func readsWhatAWindowsShellWrites(encoding: String.Encoding) throws {
        let json = "\u{FEFF}" + PlanJSON(changes: [PlanJSON.newFlow("genesyscloud_flow.é")]).text
        let bytes = [UInt8](try #require(json.data(using: encoding)))
        let plan = try TerraformReader(file: "plan.json").read(bytes)
        #expect(plan.flows.map(\.address) == ["genesyscloud_flow.é"])
    }

    @Test func readsPastAByteOrderMark() throws {
        let plan = try read("\u{FEFF}" + PlanJSON(changes: [PlanJSON.newFlow("genesyscloud_flow.a")]).text)
        #expect(plan.flows.map(\.address) == ["genesyscloud_flow.a"])
    }

    @Test func readsAnEmptyState() throws {
        #expect(try read(#"{"format_version":"1.0"}"#) == TerraformPlan(origin: .state))
    }

    @Test(arguments: [
        #""complete":false"#, #""complete":true,"errored":true"#,
        #""deferred_changes":[{"reason":"instance_count_unknown","resource_change":\#(deferred)}]"#,
    ])
    func tellsWhatIsNotComplete(member: String) throws {
        #expect(try PlanJSON(more: [member]).plan().isComplete == false)
    }

    @Test func namesWhatWasPutOff() throws {
        let other = #"{"reason":"x","resource_change":{"mode":"managed","type":"other","address":"other.a"}}"#
        let own = #"{"reason":"instance_count_unknown","resource_change":\#(Self.deferred)}"#
        let plan = try PlanJSON(more: [#""deferred_changes":[\#(other),\#(own)]"#]).plan()
        #expect(
            plan.deferrals == [
                TerraformPlan.Deferral(address: "genesyscloud_flow.later[*]", reason: "instance_count_unknown")
            ]
        )
    }

    private static let deferred =
        #"{"mode":"managed","type":"genesyscloud_flow","address":"genesyscloud_flow.later[*]"}"#

    private func read(_ text: String) throws -> TerraformPlan {
        try TerraformReader(file: "plan.json").read(Array(text.utf8))
    }
}
