import YAML

extension PlatformJSONReader {
    /// Says why a decoder failed, with the place in the file where there is one.
    func readingError(_ error: any Error, in bytes: [UInt8]) -> ReadingError {
        switch error as? DecodingError {
        case .dataCorrupted(let context):
            let fault = JSONFault.first(in: bytes)
            return ReadingError(
                "The file is not valid JSON\(scope): \(fault?.phrase ?? Self.phrase(context))",
                at: place(ofByte: fault?.offset, in: bytes),
                wayOut: "it may have been cut short; fetch it again"
            )
        case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
            return member(context.codingPath, "should be \(Self.name(of: type))", in: bytes)
        case .keyNotFound(let key, let context):
            return member(context.codingPath, "has no '\(key.stringValue)'", in: bytes)
        default: return ReadingError("\(error)", at: Place(file: file))
        }
    }

    /// Where the JSON stands, if it is not the file itself.
    private var scope: String { isEncoded ? " in the JSON that the export holds" : "" }

    /// Says what is wrong with one member, and where it stands.
    private func member(_ path: [any CodingKey], _ problem: String, in bytes: [UInt8]) -> ReadingError {
        let text = path.reduce(into: "") { text, key in
            text += key.intValue.map { "[\($0)]" } ?? (text.isEmpty ? "" : ".") + key.stringValue
        }
        let name = text.isEmpty ? "The document" : "'\(text)'"
        return ReadingError(
            "\(name)\(scope) \(problem)",
            at: place(ofByte: JSONTree(bytes)?.offset(of: path), in: bytes)
        )
    }

    private func place(ofByte offset: Int?, in bytes: [UInt8]) -> Place {
        Place(file: file, position: isEncoded ? nil : offset.map { Position(ofByte: $0, in: bytes) })
    }

    private static func name(of type: any Any.Type) -> String {
        switch type {
        case is String.Type: "a text"
        case is Int.Type: "a whole number"
        case is Bool.Type: "true or false"
        case is [Any].Type: "a list"
        default: "an object"
        }
    }

    private static func phrase(_ context: DecodingError.Context) -> String {
        let phrase = context.debugDescription
        return phrase.hasSuffix(".") ? String(phrase.dropLast()) : phrase
    }
}

extension JSONTree {
    /// Where the value at the end of a path begins; nil where there is none.
    fileprivate func offset(of path: [any CodingKey]) -> Int? {
        var index = 0
        for key in path {
            let next = key.intValue.map { children(of: index).dropFirst($0).first { _ in true } }
            guard let child = next ?? member(key.stringValue, of: index) else { return nil }
            index = child
        }
        let start = nodes[index].content.lowerBound
        return nodes[index].kind == .string ? start - 1 : start
    }
}
