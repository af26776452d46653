internal import CYAML

extension YAMLEvents {
    /// The events of a text, and the error that ended them; each event is one line in the format of the YAML test
    /// suite.
    ///
    /// Only tests call this function, to compare the parser with the suite.
    static func tree(of bytes: [UInt8]) -> (lines: [String], error: YAMLError?) {
        var lines: [String] = []
        do throws(YAMLError) {
            try bytes.withUnsafeBufferPointer { (buffer) throws(YAMLError) in
                try forEach(in: buffer) { (event) throws(YAMLError) in lines.append(line(for: event)) }
            }
            return (lines, nil)
        } catch {
            return (lines, error)
        }
    }

    private static func line(for event: UnsafePointer<yaml_event_t>) -> String {
        let data = event.pointee.data
        switch event.pointee.type {
        case YAML_STREAM_START_EVENT: return "+STR"
        case YAML_STREAM_END_EVENT: return "-STR"
        case YAML_DOCUMENT_START_EVENT: return data.document_start.implicit == 1 ? "+DOC" : "+DOC ---"
        case YAML_DOCUMENT_END_EVENT: return data.document_end.implicit == 1 ? "-DOC" : "-DOC ..."
        case YAML_MAPPING_START_EVENT:
            let start = data.mapping_start
            let style = start.style == YAML_FLOW_MAPPING_STYLE ? " {}" : ""
            return "+MAP" + style + properties(anchor: start.anchor, tag: start.tag)
        case YAML_SEQUENCE_START_EVENT:
            let start = data.sequence_start
            let style = start.style == YAML_FLOW_SEQUENCE_STYLE ? " []" : ""
            return "+SEQ" + style + properties(anchor: start.anchor, tag: start.tag)
        case YAML_MAPPING_END_EVENT: return "-MAP"
        case YAML_SEQUENCE_END_EVENT: return "-SEQ"
        case YAML_ALIAS_EVENT: return "=ALI *" + String(cString: data.alias.anchor)
        default: return "=VAL" + scalar(data.scalar)
        }
    }

    private static func properties(anchor: UnsafePointer<UInt8>?, tag: UnsafePointer<UInt8>?) -> String {
        (anchor.map { " &" + String(cString: $0) } ?? "") + (tag.map { " <" + String(cString: $0) + ">" } ?? "")
    }

    private static func scalar(_ scalar: yaml_event_s.__Unnamed_union_data.__Unnamed_struct_scalar) -> String {
        let style =
            switch scalar.style {
            case YAML_SINGLE_QUOTED_SCALAR_STYLE: " '"
            case YAML_DOUBLE_QUOTED_SCALAR_STYLE: " \""
            case YAML_LITERAL_SCALAR_STYLE: " |"
            case YAML_FOLDED_SCALAR_STYLE: " >"
            default: " :"
            }
        let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
        let escapes: [UnicodeScalar: String] = [
            "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\u{8}": "\\b", "\0": "\\0",
        ]
        let escaped = text.unicodeScalars.map { escapes[$0] ?? String($0) }.joined()
        return properties(anchor: scalar.anchor, tag: scalar.tag) + style + escaped
    }
}
