import SourceText
import Testing

@testable import DriftCore

struct NearNameTests {
    @Test(arguments: [
        ("Flow.callerNumber", "Flow.callernumber"), ("Flow.callerNumber", "Flow.callerNumbre"),
        ("callerNumber", "Flow.callerNumber"), ("Common.email", "Flow.email"),
        ("Flow.callerNumber", "Flow.callerPhone"),
        ("lunch", "launch"), ("enviroments", "environments"), ("Callback Request", "Callback Request v2"),
        ("caller_number", "callerNumber"), ("Flow.date", "Flow.dates"),
    ])
    func findsTheNameThatWasMeant(_ name: String, _ meant: String) {
        #expect(NearName.best(for: name, among: ["Flow.weather", meant, "Flow.x"]) == meant)
    }

    @Test(arguments: [
        ("Flow.notes", "Flow.dates"), ("Flow.conversationId", "Flow.queueId"), ("Flow.statusCode", "Flow.errorCode"),
        ("", "Flow.a"), ("a", "b"), ("Flow.phoneNumber", "Flow.orderNumber"),
    ])
    func findsNothingWhereNamesOnlyShareCommonplaces(_ name: String, _ other: String) {
        #expect(NearName.best(for: name, among: [other]) == nil)
    }

    @Test func findsNothingWhereTwoAreEquallyNear() {
        #expect(NearName.best(for: "Flow.email", among: ["Common.email", "Slot.email"]) == nil)
        #expect(
            NearName.best(for: "Flow.email", among: ["Common.emai", "Slot.emai", "Common.email"]) == "Common.email"
        )
    }

    @Test func takesANameThatStandsTwiceForOne() {
        #expect(NearName.best(for: "Call Endet", among: ["Call Ended", "Call Ended"]) == "Call Ended")
    }

    @Test func neverFindsTheNameItself() {
        #expect(NearName.best(for: "a", among: ["a"]) == nil)
    }

    @Test func doesNotMeasureEndlessNames() {
        let long = String(repeating: "a", count: 100_000)
        #expect(NearName.best(for: long, among: [long + "b"]) == nil)
        #expect(NearName.similarity(long, long) == 1)
    }
}
