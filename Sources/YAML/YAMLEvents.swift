internal import CYAML

enum YAMLEvents {
    /// Passes every event to a closure, up to the end of the text.
    ///
    /// Pointers in an event are only valid during the call.
    static func forEach(
        in bytes: UnsafeBufferPointer<UInt8>,
        _ body: (UnsafePointer<yaml_event_t>) throws(YAMLError) -> Void
    ) throws(YAMLError) {
        let input = YAMLInput(bytes: bytes)
        if let encoding = input.foreignEncoding {
            throw YAMLError("the text is \(encoding); save it as UTF-8", at: Position(line: 1, column: 1))
        }
        // libyaml compares each directive with all earlier directives, so many directives would take quadratic time.
        if let offset = input.directive(beyond: 1000) {
            throw YAMLError("more than 1000 directives", at: input.position(of: offset))
        }
        // The parser is on the heap, because it contains pointers into itself and must never move.
        let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
        defer { parser.deallocate() }
        guard yaml_parser_initialize(parser) == 1 else {
            throw YAMLError("out of memory", at: Position(line: 1, column: 1))
        }
        defer { yaml_parser_delete(parser) }
        // libyaml asserts that the input pointer isn't null, even for an empty input.
        let anywhere = UnsafeRawPointer(parser).assumingMemoryBound(to: UInt8.self)
        yaml_parser_set_input_string(parser, bytes.baseAddress ?? anywhere, bytes.count)
        try forEach(of: parser, reading: input, body)
    }

    private static func forEach(
        of parser: UnsafeMutablePointer<yaml_parser_t>,
        reading input: YAMLInput,
        _ body: (UnsafePointer<yaml_event_t>) throws(YAMLError) -> Void
    ) throws(YAMLError) {
        let event = UnsafeMutablePointer<yaml_event_t>.allocate(capacity: 1)
        defer { event.deallocate() }
        var isAtEnd = false
        while !isAtEnd {
            guard yaml_parser_parse(parser, event) == 1 else {
                throw YAMLError(failureOf: parser, reading: input)
            }
            defer { yaml_event_delete(event) }
            try body(event)
            isAtEnd = event.pointee.type == YAML_STREAM_END_EVENT
        }
    }
}
