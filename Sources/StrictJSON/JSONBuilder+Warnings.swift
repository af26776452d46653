import SourceText

extension JSONBuilder {
    /// Warns of members of the same name in the object that was just closed.
    package mutating func warnOfDuplicates(_ object: Int) {
        let members = records[object].count / 2
        // Of the branches of a template one is sent.
        guard members > 1, !tokens.hasDirectives else { return }
        var names = JSONNames(room: Int(members))
        var duplicates: [(name: Int, first: Int)] = []
        var index = object + 1
        for _ in 0..<members {
            if records[index].form != .run, records[index].kind == .string,
                let first = names.insert(index, hash: hash(of: index), isSame: { isSameName($0, $1) })
            {
                duplicates.append((index, first))
            }
            index = records[index + 1].successor(of: index + 1)
        }
        for (name, first) in duplicates { warnOfDuplicate(name, first) }
    }

    /// Whether the bytes of a name are its text, but for the quotes around it.
    private func isPlain(_ record: JSONRecord) -> Bool { record.form == .plain && !record.holdsPlaceholder }

    private func hash(of name: Int) -> Int {
        let record = records[name]
        var hasher = Hasher()
        if isPlain(record) {
            tokens.bytes.withUnsafeBytes { bytes in
                hasher.combine(bytes: .init(rebasing: bytes[Int(record.start) + 1..<Int(record.end) - 1]))
            }
        } else {
            var text = tokens.text(of: record)
            text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        }
        return hasher.finalize()
    }

    private func isSameName(_ lhs: Int, _ rhs: Int) -> Bool {
        let (left, right) = (records[lhs], records[rhs])
        guard isPlain(left), isPlain(right) else {
            return tokens.text(of: left).utf8.elementsEqual(tokens.text(of: right).utf8)
        }
        return left.end - left.start == right.end - right.start
            && tokens.bytes[Int(left.start)..<Int(left.end)].elementsEqual(
                tokens.bytes[Int(right.start)..<Int(right.end)]
            )
    }

    private mutating func warnOfDuplicate(_ name: Int, _ first: Int) {
        let record = records[name]
        let place = tokens.faults.place(of: Int(records[first].start))
        tokens.faults.add(
            .duplicateName,
            Int(record.start)..<Int(record.end),
            "the name '\(Shown.text(tokens.text(of: record)))' stands at \(place) already; most readers take the last",
            "keep one",
            severity: .warning
        )
    }

    /// Warns of a text that is an object or array in JSON.
    package mutating func warnOfNestedJSON(_ range: Range<Int>) {
        let blanks: [UInt8] = [0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "\\"), UInt8(ascii: "n"), UInt8(ascii: "\"")]
        guard let first = tokens.bytes[range].first(where: { !blanks.contains($0) }),
            first == UInt8(ascii: "{") || first == UInt8(ascii: "["), let record = records.last
        else { return }
        let text = tokens.text(of: record)
        let options = JSONReading(allowingPlaceholders: tokens.allowsPlaceholders, warning: false)
        let document = JSONDocument(reading: Array(text.utf8), options)
        guard document.faults.isEmpty, let root = document.root, root.kind == .object || root.kind == .array else {
            return
        }
        let isObject = root.kind == .object
        let name = isInObject && records.count > 1 ? tokens.text(of: records[records.count - 2]) : nil
        let whose = name.map { "the member '\(Shown.text($0))' is a text that" } ?? "this text"
        tokens.faults.add(
            .nestedJSON,
            range,
            "\(whose) is JSON itself, \(isObject ? "an object" : "an array") in quotes",
            "send the \(isObject ? "object" : "array") itself, unless the receiver reads a text",
            severity: .warning
        )
    }
}
