import SourceText
import TestSupport
import Testing

@testable import DriftCore

struct CellTests {
    private static let contract = """
        flowdrift: 1
        contract: order-status
        owner: team-orders
        flow: workflow/Order Status {environment}
        launch: { inputs: { Flow.orderNumber: string } }
        """

    private func judgement(in environment: EnvironmentName?, flow: Flow?) throws -> Outcome {
        let contract = try ContractReader().contract(Array(Self.contract.utf8), file: "specs/order-status.yaml")
        let inputSources = flow.map {
            InputSources($0, in: environment, contracts: [contract], events: .embedded, modules: [:])
        }
        return Judge().judge(contract, in: environment, inputSources: inputSources, surroundings: Judge.Surroundings())
    }

    @Test func isJudgedWhereTheFlowIsMissing() throws {
        let prod = EnvironmentName("prod")
        let cell = try #require(try judgement(in: prod, flow: nil).coverage.cells.first)
        #expect(cell.contract == "order-status")
        #expect(cell.owner == "team-orders")
        #expect(cell.flow == FlowKey("workflow/Order Status prod"))
        #expect(cell.environment == prod)
        #expect(cell.place?.description == "specs/order-status.yaml:4:7")
        #expect(cell.isJudged)
    }

    @Test func isJudgedOnceWhereTheFlowIsThere() throws {
        let key = try #require(FlowKey("workflow/Order Status prod"))
        let input = Variable(name: "Flow.orderNumber", type: DataType(.string))
        let flow = Flow(key: key, inputs: [input])
        let cells = try judgement(in: EnvironmentName("prod"), flow: flow).coverage.cells
        #expect(cells.map(\.isJudged) == [true])
    }

    @Test func isNotJudgedWhereTheFlowsNameIsNotKnown() throws {
        let cells = try judgement(in: nil, flow: nil).coverage.cells
        #expect(cells.map(\.isJudged) == [false])
        #expect(cells.map(\.flow) == [nil])
    }

    @Test func isOrderedByEnvironmentThenContract() throws {
        let keys = try ["workflow/B", "workflow/A"].map { try #require(FlowKey($0)) }
        var coverage = Coverage()
        for name in ["test", "prod"] {
            for key in keys { coverage.cells.append(Cell(key, in: EnvironmentName(name), isJudged: true)) }
        }
        var other = Coverage()
        other.add(coverage)
        let verdict = Verdict(findings: [], coverage: other)
        #expect(
            verdict.coverage.cells.map { "\($0.environment?.text ?? "") \($0.flow?.name ?? "")" }
                == ["prod A", "prod B", "test A", "test B"]
        )
    }

    @Test func isThereForAFlowThatATriggerStarts() throws {
        let key = try #require(FlowKey("workflow/Order Status"))
        let trigger = Trigger(name: "Ended", topic: "v2.detail.events.conversation.{id}.acw")
        let cells = [Flow(key: key, triggers: [trigger]), Flow(key: key)].map { flow in
            Judge().judge(InputSources(flow, in: nil, contracts: [], events: .embedded, modules: [:])).coverage.cells
        }
        #expect(cells == [[Cell(key, in: nil, isJudged: true)], []])
    }
}
