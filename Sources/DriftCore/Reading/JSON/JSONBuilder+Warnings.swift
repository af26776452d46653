extension JSONBuilder {
    /// Warns of members of the same name in the object that was just closed.
    mutating func warnOfDuplicates(_ object: Int) {
        let names = names(of: object)
        guard names.count > 1 else { return }
        if names.count <= 8 {
            for (number, name) in names.enumerated() {
                guard let first = names[..<number].first(where: { isSameName($0, name) }) else { continue }
                warnOfDuplicate(name, first)
            }
            return
        }
        var first: [String: Int] = [:]
        for name in names {
            let text = tokens.text(of: records[name])
            if let earlier = first[text] { warnOfDuplicate(name, earlier) } else { first[text] = name }
        }
    }

    private func names(of object: Int) -> [Int] {
        var names: [Int] = []
        var index = object + 1
        for _ in 0..<records[object].count / 2 {
            if records[index].form != .run, records[index].kind == .string { names.append(index) }
            index = records[index + 1].successor(of: index + 1)
        }
        return names
    }

    private func isSameName(_ lhs: Int, _ rhs: Int) -> Bool {
        let (left, right) = (records[lhs], records[rhs])
        guard left.form == .plain, right.form == .plain else {
            return tokens.text(of: left) == tokens.text(of: right)
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
    mutating func warnOfNestedJSON(_ range: Range<Int>) {
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
