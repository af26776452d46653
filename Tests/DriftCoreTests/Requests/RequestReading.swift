import PastedRequests
import SourceText
import StrictJSON
import Testing
import YAML

@testable import DriftCore

/// A request as it is written, and what the reader finds in it, one line per item.
struct RequestReading: Sendable, CustomTestStringConvertible {
    let text: String
    let lines: [String]

    init(_ text: String, _ lines: [String]) {
        self.text = text
        self.lines = lines
    }

    var testDescription: String { text.debugDescription }

    /// Expects the lines, and that the faults' edits give a request without faults.
    func expect(sourceLocation: SourceLocation = #_sourceLocation) {
        let request = RequestTextReader().read(Array(text.utf8))
        #expect(request.lines == lines, sourceLocation: sourceLocation)
        let document = request.bodyText?.document()
        let errors = request.faults.filter { $0.severity == .error }
        let bodyErrors = document?.faults.filter { $0.severity == .error } ?? []
        guard errors.allSatisfy({ $0.edit != nil }), bodyErrors.allSatisfy({ $0.edit != nil }) else { return }
        let corrected = text.edited(errors.compactMap(\.edit) + bodyErrors.compactMap(\.edit))
        let again = RequestTextReader().read(Array(corrected.utf8))
        #expect(again.faults.filter { $0.severity == .error } == [], "\(corrected)", sourceLocation: sourceLocation)
        #expect(again.bodyText?.document().isSound ?? true, "\(corrected)", sourceLocation: sourceLocation)
        #expect(again.bodyText?.meaning == request.bodyText?.meaning, "\(corrected)", sourceLocation: sourceLocation)
    }
}

extension HTTPRequestText {
    /// The known parts of the request, one per line.
    var lines: [String] {
        var lines = [
            [form.rawValue, methodName, url.map { "\($0.value) \($0.range)" }].compactMap { $0 }.joined(separator: " ")
        ]
        if let impliedContentType { lines.append("implied \(impliedContentType)") }
        if let authorization {
            let credentials =
                authorization.isPlaceholder ? "placeholder" : authorization.hasCredentials ? "given" : "none"
            let scheme = authorization.scheme ?? "no scheme"
            lines.append("authorization \(scheme), \(credentials) \(authorization.position)-\(authorization.end)")
        }
        lines += headers.map { "\($0.name.value) \($0.name.position): \($0.value.value) \($0.value.range)" }
        lines += faults.map { "\($0.position)-\($0.end) \($0.severity == .warning ? "warning " : "")\($0.kind)" }
        lines += fileFaults.map { "\($0.position)-\($0.end) file \($0.kind)" }
        switch body {
        case .text(let body):
            lines.append("body \(body.position)-\(body.end) \(body.meaning)")
            lines += body.document().faults.map { "\($0.position)-\($0.end) \($0.kind)" }
        case .file(let path): lines.append("body in \(path.value) \(path.range)")
        case .form(let position): lines.append("form \(position)")
        case nil: break
        }
        return lines
    }
}

extension RequestBody {
    /// The probable meaning of the body, on one line.
    var meaning: String {
        document().root.map { JSONWriter(onOneLine: true).text(OrderedJSON($0)) } ?? "nothing"
    }
}

extension Written {
    var range: String { "\(position)-\(end)" }
}
