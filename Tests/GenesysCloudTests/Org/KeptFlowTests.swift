import DriftCore
import Synchronization
import Testing

@testable import GenesysCloud

/// A run that is interrupted loses only the flows in flight.
struct KeptFlowTests {
    /// Flows in memory, by id and version.
    private final class Memory: KeptFlows {
        private let flows = Mutex<[String: Flow]>([:])

        var count: Int { flows.withLock(\.count) }

        func flow(_ entry: FlowEntry) -> Flow? { flows.withLock { $0[Self.name(entry)] } }

        func keep(_ flow: Flow) { flows.withLock { $0[Self.name(flow.entry)] = flow } }

        private static func name(_ entry: FlowEntry) -> String {
            "\(entry.id?.text ?? "") \(entry.publishedVersion ?? "")"
        }
    }

    /// Reads an org, and cancels the reading when it requests its `number`-th configuration.
    private func interrupt(_ org: FakeOrg, _ request: LiveRequest, at number: Int) async throws -> Int {
        let task = Mutex<Task<Void, Never>?>(nil)
        let count = Mutex(0)
        var org = org
        org.fault = { line, _ in
            guard line.hasSuffix("/configuration") else { return nil }
            let isLast = count.withLock { count in
                count += 1
                return count >= number
            }
            guard isLast else { return nil }
            task.withLock { $0?.cancel() }
            return .failure(TransportFailure(.cancelled, "interrupted"))
        }
        let (reader, _) = try org.reader()
        let gate = AsyncStream.makeStream(of: Void.self)
        let run = Task {
            for await _ in gate.stream { break }
            _ = try? await reader.read(request)
        }
        task.withLock { $0 = run }
        gate.continuation.yield()
        await run.value
        return count.withLock { $0 }
    }

    @Test(arguments: [1, 2, 7, 19, 20])
    func loseOnlyWhatIsInFlight(_ number: Int) async throws {
        let org = FakeOrg.of(20)
        let kept = Memory()
        var request = LiveRequest()
        request.kept = kept
        let requested = try await interrupt(org, request, at: number)
        #expect(kept.count == number - 1)
        let (reader, transport) = try org.reader()
        let reading = try await reader.read(request)
        #expect(reading.flows.flows.count == 20)
        #expect(reading.flows.problems.isEmpty)
        // The width is 4, so at most four requests were in flight.
        #expect(requested + transport.counts["configuration", default: 0] <= 20 + 4)
        let (other, _) = try org.reader()
        let whole = try await other.read(LiveRequest())
        #expect(reading.flows.flows == whole.flows.flows)
    }

    @Test func areReadAgainIfTheirVersionMoved() async throws {
        var org = FakeOrg.of(3)
        let kept = Memory()
        var request = LiveRequest()
        request.kept = kept
        _ = try await org.reader().org.read(request)
        org.flows[1].version = "2.0"
        org.flows[1].input = "Flow.other"
        let (reader, transport) = try org.reader()
        let reading = try await reader.read(request)
        #expect(transport.counts["configuration"] == 1)
        #expect(reading.flows.flows[1].inputs.map(\.name) == ["Flow.other"])
    }
}
