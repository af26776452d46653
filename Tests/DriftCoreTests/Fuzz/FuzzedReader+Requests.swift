import PastedRequests
import SourceText
import StrictJSON

@testable import DriftCore

extension FuzzedReader {
    /// Reads JSON, as it is and as a template.
    func readJSON(_ bytes: [UInt8]) {
        for isTemplate in [false, true] {
            check(JSONDocument(reading: bytes, JSONReading(allowingPlaceholders: isTemplate)), isTemplate)
        }
    }

    private func check(_ document: JSONDocument, _ isTemplate: Bool) {
        precondition(document.root != nil || !document.isSound)
        precondition(document.faults.allSatisfy { $0.position <= $0.end })
        // A placeholder may contain anything, which is kept as it is.
        let hasPlaceholder = document.faults.contains { $0.kind == .placeholder }
        guard let root = document.root, !isTemplate, !hasPlaceholder else { return }
        // The probable meaning must be JSON, or nothing could be built on it.
        let meant = JSONWriter().text(OrderedJSON(root))
        let again = JSONDocument(reading: Array(meant.utf8)).faults
        precondition(again.allSatisfy { $0.severity != .error || $0.kind == .placeholder }, "meant \(meant)")
    }

    /// Reads a request of any form, and its body.
    func readRequest(_ bytes: [UInt8]) {
        let text = RequestTextReader().requests(in: bytes)
        precondition(text.foreign == nil || text.launches.isEmpty)
        for request in [RequestTextReader().read(bytes), CurlReader().read(bytes)] + text.launches {
            precondition(request.bodyText.map { $0.position <= $0.end } ?? true)
            precondition(request.faults.allSatisfy { $0.position <= $0.end })
            guard let document = request.bodyText?.document() else { continue }
            precondition(document.root != nil || !document.isSound)
            precondition(document.faults.allSatisfy { $0.position <= $0.end })
        }
    }
}
