import Testing

@testable import DriftCore
@testable import DriftReports

struct MatrixTests {
    private func phrases(_ sample: SampleVerdict) -> [[String]] {
        Matrix(CellTable(sample.verdict)).rows.map { row in [row.name] + row.cells.map { $0?.phrase ?? "" } }
    }

    @Test func hasARowForEachContractAndThenForEachFlow() {
        #expect(
            phrases(.drift) == [
                ["callback-request", "1 error, 1 note", "1 error"], ["order-status", "1 warning", ""],
                ["survey", "1 error", "unknown"], ["workflow/New", "1 note", ""],
                ["workflow/survey", "1 error", ""],
            ]
        )
    }

    @Test func tellsWhatWasNotReadFromWhatWasNotDecided() {
        #expect(
            phrases(.couldNotCheck) == [["callback-request", "in sync", ""], ["survey", "not read", "unknown"]]
        )
    }

    @Test(arguments: SampleVerdict.all)
    func losesNothing(_ sample: SampleVerdict) {
        let table = CellTable(sample.verdict)
        #expect(table.cells.flatMap(\.findings).count == sample.verdict.findings.count)
        let unknowns = table.cells.flatMap(\.unknowns).count + table.strayUnknowns.count
        #expect(unknowns == sample.verdict.coverage.unknowns.count)
    }

    @Test func hasOneCellForAFlowThatIsJudgedTwice() throws {
        var coverage = Coverage()
        let key = FlowKey(type: .workflow, name: "A")
        coverage.cells = [Cell(key, in: nil, isJudged: true), Cell(key, in: nil, isJudged: true)]
        #expect(CellTable(Verdict(findings: [], coverage: coverage)).cells.count == 1)
    }

    @Test func leavesAFlowThatIsInSyncOutOfThePage() throws {
        var coverage = SampleVerdict.inSync.verdict.coverage
        coverage.cells.append(Cell(FlowKey(type: .workflow, name: "Zzz"), in: nil, isJudged: true))
        let page = ReportFormat.html.text(of: Verdict(findings: [], coverage: coverage))
        #expect(page.contains("<p>In sync, but without a contract: 1 flow.</p>"))
        #expect(!page.contains("Zzz"))
        #expect(ReportFormat.junit.text(of: Verdict(findings: [], coverage: coverage)).contains("workflow/Zzz"))
    }
}
