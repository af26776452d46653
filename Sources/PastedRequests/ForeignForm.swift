/// Recognizes files that aren't requests, so that a message can say what a file is and what to give lint instead.
package enum ForeignForm {
    private static let asRequest =
        "give lint the request that your program sends: its JSON body, a curl command, or a HAR file of the browser"

    /// The message about a text that isn't recognized.
    package static let unknown = ForeignText(
        "The text is not a request in a form that lint reads",
        fix: "give lint a JSON body, a curl command, an HTTP request, a HAR file or a Postman collection"
    )

    /// The message about a binary file, or `nil` if the bytes are text.
    package static func binary(_ bytes: [UInt8]) -> ForeignText? {
        let kinds: [([UInt8], String)] = [
            ([0x89, 0x50, 0x4E, 0x47], "a picture"), ([0xFF, 0xD8, 0xFF], "a picture"),
            (Array("GIF8".utf8), "a picture"),
            (Array("RIFF".utf8), "a picture or a recording"), (Array("%PDF-".utf8), "a PDF document"),
            ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive or an Office document"), ([0x1F, 0x8B], "a gzip archive"),
            ([0x7F, 0x45, 0x4C, 0x46], "a program"), (Array("bplist".utf8), "a binary property list"),
            (Array("{\\rtf".utf8), "an RTF document"),
        ]
        let kind = kinds.first { bytes.starts(with: $0.0) }?.1
        // UTF-16 text has zeros until it is converted. No text has control characters other than blanks.
        let isText = !bytes.contains(0) || TextEncoding.utf8(fromUTF16: bytes)?.contains { $0 < 0x09 } == false
        guard kind != nil || !isText else { return nil }
        return ForeignText(
            "The file is \(kind ?? "binary"), not plain text",
            fix: "copy the request out of the file as text, such as its JSON body or a curl command"
        )
    }

    // MARK: - JSON

    /// Whether an object is an answer of the Platform API, not a request.
    package static func isAnswer(_ source: PastedSource) -> Bool { shape(of: source) == .answer }

    private enum Shape {
        case answer, token, execution, plan, openAPI, listing, environment, flow, trigger
    }

    /// The message about JSON that isn't a launch's body, or `nil` if the JSON may be one.
    package static func json(_ source: PastedSource) -> ForeignText? {
        switch shape(of: source) {
        case .answer:
            ForeignText(
                "The file is an error answer of the Platform API, not a request",
                fix: "give lint the file with the request, and pass this answer with --response"
            )
        case .token:
            ForeignText(
                "The file is the answer of the login host, not a request to start a flow",
                fix: "give lint the request that is sent with the token, not this file, which contains a credential"
            )
        case .execution:
            ForeignText(
                "The file is an API answer about a launch or an execution, not a request",
                fix: "give lint the file with the request, and pass this answer with --response"
            )
        case .plan: ForeignText("The file is a Terraform plan or state", fix: "check the file with `flowdrift plan`")
        case .openAPI:
            ForeignText("The file is an OpenAPI description of an API, which contains no request", fix: asRequest)
        case .listing:
            ForeignText("The file is a listing of the Platform API, which contains no request", fix: asRequest)
        case .environment:
            ForeignText(
                "The file is a Postman environment, which contains values but no request",
                fix: "export the Postman collection, and give lint the exported file"
            )
        case .flow:
            ForeignText(
                "The file is the definition of a flow, not a request",
                fix: "give lint a request, and pass the folder of this definition with --from"
            )
        case .trigger:
            ForeignText(
                "The file is a trigger, not a request: an event starts the trigger's flow",
                fix: "give lint a request that a program sends, or check the trigger with `flowdrift check`"
            )
        case nil: nil
        }
    }

    private static func shape(of source: PastedSource) -> Shape? {
        // A body may have millions of members, so only a text with one of these names is parsed.
        let words = [
            "\"contextId\"", "\"code\"", "\"status\"", "\"message\"", "\"format_version\"", "\"openapi\"",
            "\"swagger\"",
            "\"pageSize\"", "\"_postman_variable_scope\"", "\"flowSequenceItemList\"", "\"access_token\"",
            "\"selfUri\"", "\"dateLaunched\"", "\"topicName\"",
        ]
        guard words.contains(where: { source.bytes.holds(Array($0.utf8)) }) else { return nil }
        let reading = JSONReading(allowingPlaceholders: true, warning: false)
        let document = JSONDocument(source.bytes, origin: TextOrigin(places: source.places), reading)
        guard let root = document.root, root.kind == .object, root["inputData"] == nil else { return nil }
        if root["format_version"] != nil, root["planned_values"] != nil || root["values"] != nil { return .plan }
        if root["openapi"] != nil || root["swagger"] != nil { return .openAPI }
        if root["entities"]?.kind == .array, root["pageSize"] != nil || root["selfUri"] != nil { return .listing }
        if root["_postman_variable_scope"] != nil { return .environment }
        if root["flowSequenceItemList"] != nil { return .flow }
        if root["access_token"] != nil { return .token }
        if root["dateLaunched"] != nil { return .execution }
        if root["selfUri"]?.string?.contains("/flows/executions") ?? false { return .execution }
        guard root["flowId"] == nil else { return nil }
        if root["topicName"] != nil, root["target"]?.kind == .object { return .trigger }
        let isError = root["message"]?.kind == .string || root["code"]?.kind == .string || root["error"] != nil
        let hasStatus = root["status"]?.kind == .number || root["contextId"] != nil || root["errors"]?.kind == .array
        return isError && hasStatus ? .answer : nil
    }

    // MARK: - Text

    /// Recognizes a text that has no request to start a flow.
    ///
    /// - Parameters:
    ///   - source: The text.
    ///   - isRest: Whether the text has requests that start no flow; YAML around such requests needs no message.
    /// - Returns: What the text is and what to give lint instead, or `nil` if the text isn't recognized.
    package static func text(_ source: PastedSource, isRest: Bool) -> ForeignText? {
        let text = String(decoding: source.bytes.prefix(1 << 16), as: UTF8.self)
        let start = Blanks.trimmed(String(text.prefix(256)))
        if start.hasPrefix("HTTP/1.") || start.hasPrefix("HTTP/2") || text.contains("\n< HTTP/") {
            return ForeignText(
                "The text is an HTTP answer, not a request",
                fix: "give lint the file with the request, and pass this answer with --response"
            )
        }
        guard let language = SourceLanguage.best(for: text, isYAMLKnown: !isRest) else { return nil }
        return ForeignText("The text is \(language.name), which lint doesn't read", fix: language.fix ?? asRequest)
    }
}
