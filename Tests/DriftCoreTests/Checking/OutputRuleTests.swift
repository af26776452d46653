import Testing

@testable import DriftCore

struct OutputRuleTests {
    @Test func offersTheScopedNameForABareOne() throws {
        #expect(
            try Sample.findings(reading: "statusCode: integer", of: "Flow.statusCode: { type: integer }") == [
                "error: Output 'statusCode' (integer) does not exist in 'workflow/A'; "
                    + "did you mean 'Flow.statusCode'? [output-removed]"
            ]
        )
    }

    @Test func namesAnOutputThatNothingIsNear() throws {
        #expect(
            try Sample.findings(reading: "Flow.summary: json", of: "Flow.weather: { type: json }") == [
                "error: Output 'Flow.summary' (json) does not exist in 'workflow/A'; the contract reads it [output-removed]"
            ]
        )
    }

    @Test(arguments: [("integer", "string"), ("string", "integer"), ("decimal", "string"), ("string", "decimal")])
    func warnsOfANumberAgainstAString(_ read: String, _ declared: String) throws {
        #expect(
            try Sample.findings(reading: "Flow.a: \(read)", of: "Flow.a: { type: \(declared) }") == [
                "warning: Output 'Flow.a' is \(declared) in the flow; the contract reads \(read), which may not match "
                    + "[output-type-changed]"
            ]
        )
    }

    @Test func readsAnIntegerAsADecimalButNotTheOtherWayRound() throws {
        #expect(try Sample.findings(reading: "Flow.a: decimal", of: "Flow.a: { type: integer }") == [])
        #expect(
            try Sample.findings(reading: "Flow.a: integer", of: "Flow.a: { type: decimal }") == [
                "error: Output 'Flow.a' is decimal in the flow; the contract reads integer [output-type-changed]"
            ]
        )
    }

    @Test func ignoresAnOutputThatNobodyReads() throws {
        #expect(try Sample.findings(reading: "", of: "Flow.a: { type: integer }") == [])
    }

    @Test func reportsACollectionAgainstOneValue() throws {
        #expect(
            try Sample.findings(reading: "Flow.ids: string", of: "Flow.ids: { type: \"string[]\" }") == [
                "error: Output 'Flow.ids' is a collection (string[]) in the flow; the contract reads string "
                    + "[output-collection-changed]"
            ]
        )
    }
}
