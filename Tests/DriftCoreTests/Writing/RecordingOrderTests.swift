import Testing

@testable import DriftCore

/// A recording depends only on the launches, not on their order.
struct RecordingOrderTests {
    private static func launch(_ name: String) -> RecordedLaunch {
        let key = FlowKey(type: .workflow, name: "A")
        return RecordedLaunch(of: .flow(key), inputs: [name: ValueShape(.string)], answer: .accepted)
    }

    /// The letter as one scalar, and as a letter with an accent: Swift calls the two texts equal.
    private static let names = ["Flow.caf\u{E9}", "Flow.cafe\u{301}", "Flow.b", "Flow.A"]

    @Test func tellsTextsApartThatAreComposedDifferently() {
        let writer = RecordingWriter()
        let launches = Self.names.map(Self.launch)
        let texts = [launches, launches.reversed(), launches + launches].map { launches in
            Array(writer.text(ofLines: launches.map(writer.line)).utf8)
        }
        #expect(Set(texts).count == 1)
        #expect(texts[0].count { $0 == UInt8(ascii: "\n") } == 4)
    }

    @Test func writesNothingForNoLaunch() {
        #expect(RecordingWriter().text(of: []).isEmpty)
    }

    @Test func leavesOutWhatIsNotWritten() {
        var launch = Self.launch("Flow.b")
        launch.mayHaveMore = true
        let text = RecordingWriter().text(of: [launch, Self.launch("Flow.b")])
        #expect(text == RecordingWriter().line(of: launch) + "\n")
    }
}
