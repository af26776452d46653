/// An object that may be a request in a program's file.
package struct RequestEntry {
    package let node: JSONNode
    package let source: PastedSource
    package let variables: TemplateVariables

    /// The member names that programs use for an address.
    package static let addressNames = ["url", "uri", "endpoint", "requestUrlTemplate"]

    private static let methodNames = ["method", "requestMethod", "requestType"]
    private static let headerNames = ["header", "headers", "headerParameters", "headerParametersUi"]
    private static let bodyNames = [
        "body", "postData", "data", "rawModeData", "jsonBody", "bodyParametersJson", "bodyParameters",
        "requestTemplate",
        "json", "payload",
    ]

    private func member(_ names: [String]) -> JSONNode? { names.lazy.compactMap { node[$0] }.first }

    /// The request, or `nil` if the object isn't one.
    package func request() -> HTTPRequestText? {
        guard let address, node["disabled"]?.boolean != true else { return nil }
        let (method, headers) = (member(Self.methodNames), member(Self.headerNames))
        guard method?.string != nil || headers != nil || member(Self.bodyNames) != nil else { return nil }
        var request = HTTPRequestText(form: node["requestUrlTemplate"] == nil ? .entry : .dataAction)
        request.showsHeaders = headers != nil
        request.method = method.flatMap { method in method.string.map { method.written($0.uppercased()) } }
        let whole = variables.filled(address.text)
        request.url = address.node.written(CurlCommand.withoutUser(whole).address)
        take(headers, into: &request)
        takeBody(into: &request)
        if let own = authorization { request.authorization = own }
        request.redaction = Redaction(Array(source.bytes[Int(node.record.start)..<Int(node.record.end)]))
        if !variables.isEmpty { request.redaction.add(variables.redaction) }
        return request
    }

    /// The address as text, from one string or from the parts of a Postman address, or `nil` if there is no address.
    private var address: (node: JSONNode, text: String)? {
        guard let node = member(Self.addressNames) else { return nil }
        if let text = node.string { return (node, Self.plain(text)) }
        if let raw = node["raw"], let text = raw.string { return (raw, text) }
        let parts = { (name: String) in node[name]?.elements.compactMap(\.string) ?? [] }
        guard node.kind == .object, !parts("host").isEmpty || !parts("path").isEmpty else { return nil }
        let scheme = node["protocol"]?.string.map { $0 + "://" } ?? ""
        let path = parts("path").map { "/" + $0 }.joined()
        return (node, scheme + parts("host").joined(separator: ".") + path)
    }

    /// A text without the `=` that marks an expression in n8n.
    private static func plain(_ text: String) -> String { text.hasPrefix("=") ? String(text.dropFirst()) : text }

    // MARK: - Headers

    private func take(_ headers: JSONNode?, into request: inout HTTPRequestText) {
        guard let headers else { return }
        let list = headers["parameters"] ?? headers["parameter"] ?? headers
        if let text = list.string {
            for line in text.split(whereSeparator: \.isNewline) {
                let parts = line.split(separator: ":", maxSplits: 1)
                guard parts.count == 2 else { continue }
                take(list.written(String(parts[0])), list.written(Blanks.trimmed(String(parts[1]))), into: &request)
            }
        }
        for header in list.elements where header["disabled"]?.boolean != true && header["active"]?.boolean != false {
            guard let name = header["name"] ?? header["key"], let value = header["value"], name.kind == .string else {
                continue
            }
            take(name.written(name.text), value.written(Self.plain(value.text)), into: &request)
        }
        for member in list.members where member.value.kind == .string || member.value.holdsPlaceholder {
            take(member.name.written(member.name.text), member.value.written(member.value.text), into: &request)
        }
    }

    private func take(_ name: Written<String>, _ value: Written<String>, into request: inout HTTPRequestText) {
        switch name.value.lowercased() {
        case "authorization": request.authorization = .init(header: value)
        case "cookie", "set-cookie", "proxy-authorization": break
        default: request.headers.append(.init(name: name, value: value))
        }
    }

    // MARK: - Authorization

    private var auth: JSONNode? { node["auth"] ?? node["authentication"] }

    /// Whether the object says that its requests have no authorization.
    package var isOpen: Bool { ["noauth", "none"].contains(auth?["type"]?.string ?? auth?["authType"]?.string ?? "") }

    /// The authorization of the object's requests, or `nil` if the object doesn't give one.
    ///
    /// Programs leave tokens out of their exports, so an empty token counts as a placeholder.
    package var authorization: HTTPRequestText.Authorization? {
        guard let auth, let type = (auth["type"] ?? auth["authType"])?.string?.lowercased() else { return nil }
        let token: JSONNode? =
            switch auth[type]?.kind {
            case .array: auth[type]?.elements.first { $0["key"]?.string == "token" }?["value"]
            case .object: auth[type]?["token"]
            case .string: auth[type]
            default: auth["token"]
            }
        let place = token ?? auth
        switch type {
        case "bearer", "oauth2", "oauth-2":
            let text = token?.string.flatMap { $0.isEmpty ? nil : $0 } ?? "{{token}}"
            return .init(scheme: "Bearer", place.written(text))
        case "basic", "digest": return .init(scheme: type == "basic" ? "Basic" : "Digest", place.written("{{user}}"))
        default: return nil
        }
    }

    // MARK: - Body

    private func takeBody(into request: inout HTTPRequestText) {
        guard let body = member(Self.bodyNames) else { return }
        request.impliedContentType = contentType(of: body)
        if let text = body["text"] ?? body["raw"] ?? (body["contentType"] == nil ? nil : body["body"]) {
            guard text.kind != .null else { return }
            request.body = .text(requestBody(text))
        } else if let items = body["parameters"]?.elements, !items.isEmpty {
            request.body = .text(requestBody(items))
        } else if let form = body["params"] ?? body["urlencoded"] ?? body["formdata"] {
            guard !form.elements.isEmpty else { return }
            request.body = .form(form.position)
            request.formBody = fields(form.elements).body(requestBody(form))
            request.impliedContentType = "application/x-www-form-urlencoded"
        } else if let file = body.node(at: "/file/src"), let path = file.string {
            request.body = .file(file.written(path))
        } else if body.kind == .string || body.holdsPlaceholder {
            request.body = .text(requestBody(body))
        } else if body.kind == .object, !body.members.isEmpty, body["mode"] == nil, body["mimeType"] == nil {
            request.body = .text(requestBody(body))
        }
    }

    private func fields(_ items: [JSONNode]) -> FormFields {
        FormFields(
            items.compactMap { item in
                guard item["disabled"]?.boolean != true, let name = (item["key"] ?? item["name"])?.string else {
                    return nil
                }
                return (name, variables.filled(item["value"]?.text ?? ""))
            }
        )
    }

    /// The content type that the program sends if no header gives one.
    private func contentType(of body: JSONNode) -> String? {
        if let type = (body["mimeType"] ?? body["contentType"])?.string { return type }
        if let language = body.node(at: "/options/raw/language")?.string {
            return language == "json" ? "application/json" : "text/plain"
        }
        if let type = body["type"]?.string, body["raw"] != nil { return type == "json" ? "application/json" : type }
        return body["mode"]?.string == "raw" ? "text/plain" : "application/json"
    }

    /// A body that is a string, or any other value as JSON.
    private func requestBody(_ text: JSONNode) -> RequestBody {
        var taken = text.taken(from: source)
        // n8n marks an expression with `=`.
        if taken.hasPrefix("=") { taken = taken.dropFirst(1) }
        guard !variables.isEmpty, taken.bytes.holds(Array("{{".utf8)) else {
            return RequestBody(taken, places: source.places)
        }
        let filled = variables.filled(PastedSource(taken, in: source))
        return RequestBody(filled.text, places: filled.outer.places)
    }

    /// The body from a list of names and values in a file of n8n, as JSON.
    private func requestBody(_ items: [JSONNode]) -> RequestBody {
        var text = TakenText(at: Int(items[0].record.start))
        var separator = "{"
        for item in items {
            guard let name = item["name"], let value = item["value"] else { continue }
            text.append(separator, for: name.range.lowerBound..<name.range.lowerBound, .none)
            text.append(name.range, of: source.bytes, .none)
            text.append(": ", for: name.range.upperBound..<name.range.upperBound, .none)
            let plain = Self.plain(value.text)
            let isWhole = plain.hasPrefix("{{") && plain.hasSuffix("}}") || plain.hasPrefix("{") && plain.hasSuffix("}")
            if isWhole {
                text.append(plain, for: value.range, .none)
            } else {
                text.append(value.range, of: source.bytes, .none)
            }
            separator = ", "
        }
        if separator == "{" { text.append("{", for: text.source, .none) }
        text.append("}", for: text.source.upperBound..<text.source.upperBound, .none)
        return RequestBody(text, places: source.places)
    }
}

extension JSONNode {
    package var range: Range<Int> { Int(record.start)..<Int(record.end) }

    /// The text of a string, or the JSON of any other node, with its places in the source.
    package func taken(from source: PastedSource) -> TakenText {
        var text = TakenText(at: range.lowerBound)
        guard record.kind == .string else {
            text.append(range, of: source.bytes, .none)
            return text
        }
        guard record.form != .rewritten else {
            text.append(self.text, for: range, .json)
            return text
        }
        var (start, index) = (range.lowerBound + 1, range.lowerBound + 1)
        let end = range.upperBound - 1
        while index < end {
            guard source.bytes[index] == UInt8(ascii: "\\") else {
                index += 1
                continue
            }
            let escape = JSONEscape(source.bytes[..<end], at: index)
            text.append(start..<index, of: source.bytes, .json)
            text.append(escape.text, for: index..<index + escape.length, .json)
            index += escape.length
            start = index
        }
        text.append(start..<max(start, end), of: source.bytes, .json)
        return text
    }
}
