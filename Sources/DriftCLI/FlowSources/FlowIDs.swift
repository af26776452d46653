import DriftCore
import SourceText
import Synchronization

/// The ids of a source's flows, read once, when somebody first asks for one.
final class FlowIDs: Sendable {
    private let source: any FlowSource
    private let read = Mutex<Result<[FlowKey: FlowID], ReadingError>?>(nil)

    /// The ids of a source.
    init(of source: any FlowSource) {
        self.source = source
    }

    /// Whether the source can tell them.
    var areReadable: Bool { (try? all()) != nil }

    /// The id of a flow; nil where the source does not know it.
    func id(of key: FlowKey) throws(ReadingError) -> FlowID? {
        try all()[key]
    }

    private func all() throws(ReadingError) -> [FlowKey: FlowID] {
        let result = read.withLock { read in
            if let known = read { return known }
            let result = Result { () throws(ReadingError) in try source.ids() }
            read = result
            return result
        }
        return try result.get()
    }
}
