import PastedRequests

extension Rules {
    static let payloadFlowVersionUnknown = Rule<RequestComparison>(
        id: "payload-flow-version-unknown",
        severity: .error,
        summary: "The flow does not have the version that the body asks for",
        explanation: """
            `flowVersion` is a string such as "12.0". If it is missing, null or "", the API starts the latest \
            published version, which is nearly always the one that is meant. A later version is a draft or does not \
            exist. A later version is a warning, because it is not documented whether a draft can be started.

            Leave `flowVersion` out, or send a version that is published, as a string.
            """
    ) { comparison in
        guard let node = comparison.body?.member(.flowVersion)?.value, node.kind != .null, !node.isUnknownContent,
            node.string != ""
        else { return [] }
        guard let text = node.string, RequestComparison.version(text) != nil else {
            let isNumber = node.kind == .number
            return [
                Evidence(
                    "'flowVersion' is \(node.shown); a version is a string such as \"12.0\"",
                    at: comparison.place(node),
                    on: "flowVersion",
                    fix: isNumber
                        ? Fix("send \"\(node.text)\"", edit: node.edit(.string(node.text)))
                        : Fix("leave 'flowVersion' out, so that the latest published version is started")
                )
            ]
        }
        guard !comparison.isPublished(text), let published = comparison.publishedVersion else { return [] }
        return [
            Evidence(
                "'flowVersion' is \(text); the latest published version of \(comparison.flowPhrase) is \(published)",
                at: comparison.place(node),
                on: "flowVersion",
                severity: .warning,
                contrast: Contrast(published, text),
                fix: Fix("send \"\(published)\", or leave 'flowVersion' out", edit: node.edit(.string(published)))
            )
        ]
    }
}

extension RequestComparison {
    /// Whether a text is a valid version that isn't newer than the published one, if that's known.
    func isPublished(_ text: String) -> Bool {
        guard let version = Self.version(text) else { return false }
        return publishedVersion.flatMap(Double.init).map { version <= $0 } ?? true
    }

    /// The number of a version's text, or `nil` if the text isn't a version.
    fileprivate static func version(_ text: String) -> Double? {
        text.wholeMatch(of: /\d+(\.\d+)?/) == nil ? nil : Double(text)
    }

    /// The flow's published version, or `nil` if it's unknown.
    fileprivate var publishedVersion: String? {
        guard let flow else { return nil }
        return flow.publishedVersion ?? surroundings.entries.first { $0.key == flow.key }?.publishedVersion
    }
}
