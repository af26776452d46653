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
                ["survey", "1 error", "not decided"], ["workflow/New", "1 note", ""],
                ["workflow/survey", "1 error", ""],
            ]
        )
    }

    @Test func tellsWhatWasNotReadFromWhatWasNotDecided() {
        #expect(
            phrases(.couldNotCheck) == [["callback-request", "in sync", ""], ["survey", "not read", "not decided"]]
        )
    }

    @Test(arguments: SampleVerdict.all)
    func losesNothing(_ sample: SampleVerdict) {
        let table = CellTable(sample.verdict)
        #expect(table.cells.flatMap(\.findings).count == sample.verdict.findings.count)
        let unknowns = table.cells.flatMap(\.unknowns).count + table.strayUnknowns.count
        #expect(unknowns == sample.verdict.coverage.unknowns.count)
    }
}
