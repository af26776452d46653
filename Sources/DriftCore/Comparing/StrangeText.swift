import PastedRequests

extension Contract.Payload {
    /// Why a text isn't a request, or `nil` if it may be a request, even one with mistakes.
    ///
    /// - Parameters:
    ///   - bytes: The text of the file that the contract names.
    ///   - launch: The launch that sends the payload.
    /// - Returns: The reason as a sentence with no final period.
    public func problemOfStranger(_ bytes: [UInt8], sentBy launch: Contract.Launch) -> String? {
        if let empty = ForeignForm.empty(PastedSource(bytes)) { return empty.problem }
        return beginningOfStranger(bytes, sentBy: launch).map { "The file contains no request; it begins with '\($0)'" }
    }

    private func beginningOfStranger(_ bytes: [UInt8], sentBy launch: Contract.Launch) -> String? {
        let text = TextEncoding.utf8(fromUTF16: bytes) ?? bytes
        guard RequestTextReader().read(text).form == .body else { return nil }
        let start = Self.start(of: text)
        guard let first = start.first else { return nil }
        let isQuoted = first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
        let opens = (isQuoted ? start.dropFirst().first : first) == UInt8(ascii: "{") || first == UInt8(ascii: "[")
        guard opens || start.starts(with: "```".utf8) else { return Excerpt.beginning(of: Array(start)) }
        let document = JSONDocument(reading: Array(start), JSONReading(allowingPlaceholders: true, warning: false))
        // A configuration file's section starts like a list.
        guard first != UInt8(ascii: "[") || document.faults.isEmpty else { return Excerpt.beginning(of: Array(start)) }
        guard first == UInt8(ascii: "{"), pointer.isEmpty, launch.via == .flowExecution else { return nil }
        guard let root = document.root, let body = LaunchBody(root, flow: nil) else { return nil }
        let promised = launch.inputs.map { String(VariableName.own($0.name.value)) }
        let isLaunch =
            body.members.isEmpty || body.hasUnseenInputs
            || body.members.contains { member in
                switch member.part {
                case .flowID, .inputData, .input, .triggerSetting: true
                case .none: promised.contains(member.name.text)
                case .name, .flowVersion: false
                }
            }
        return isLaunch ? nil : Excerpt.beginning(of: Array(start))
    }

    /// The text from the possible start of its JSON, after blanks, a byte order mark and comments.
    private static func start(of text: [UInt8]) -> ArraySlice<UInt8> {
        var rest = text[...]
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
        while true {
            rest = rest.drop { $0 <= UInt8(ascii: " ") }
            if rest.starts(with: "//".utf8) || rest.starts(with: "#".utf8) {
                let next = rest.drop { $0 != UInt8(ascii: "\n") }
                guard !next.isEmpty else { return rest }
                rest = next
            } else if rest.starts(with: "/*".utf8), let end = rest.firstRange(of: "*/".utf8) {
                rest = rest[end.upperBound...]
            } else {
                return rest
            }
        }
    }
}
