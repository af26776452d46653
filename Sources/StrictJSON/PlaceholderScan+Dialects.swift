import SourceText

/// The placeholders of other dialects than Velocity's and a shell's.
///
/// Sources: Workflow Definition Language functions, learn.microsoft.com; printf, pkg.go.dev/fmt and docs.python.org;
/// ERB, docs.ruby-lang.org; merge fields, help.salesforce.com.
extension PlaceholderScan {
    /// `@{triggerBody()?['x']}` or `@variables('x')`, as Power Automate and Logic Apps write them.
    package func expression(from start: Int) -> Int? {
        if byte(start + 1) == UInt8(ascii: "{") {
            return balanced(from: start + 1).flatMap { $0 > start + 3 ? $0 : nil }
        }
        return callsFunction(from: start) ? reference(from: start + 1) : nil
    }

    /// Whether `@` begins a call such as `@variables('x')`, rather than a name or an address.
    package func callsFunction(from start: Int) -> Bool {
        let end = word(from: start + 1)
        return end > start + 1 && byte(end) == UInt8(ascii: "(")
    }

    /// `{!Contact.Phone}`, a merge field of Salesforce.
    package func mergeField(from start: Int) -> Int? {
        guard byte(start + 1) == UInt8(ascii: "!"), byte(start + 2) > 0x20 else { return nil }
        return close(from: start + 2, with: "}", unless: "{\"\n")
    }

    /// `#{x}` and `#[x]`, which Ruby, deployment tools and Mule fill in.
    package func interpolation(from start: Int) -> Int? {
        guard byte(start + 1) == UInt8(ascii: "{") || byte(start + 1) == UInt8(ascii: "[") else { return nil }
        return balanced(from: start + 1).flatMap { $0 > start + 3 ? $0 : nil }
    }

    /// `<%= x %>`, `<?= $x ?>`, or a place that a person marks as to be filled in, such as `<flow id>`.
    package func marked(from start: Int) -> Int? {
        let third = byte(start + 2)
        switch byte(start + 1) {
        case UInt8(ascii: "%"):
            return "=-:".utf8.contains(third) ? close(from: start + 3, with: "%>", unless: "") : nil
        case UInt8(ascii: "?"):
            return third == UInt8(ascii: "=") ? close(from: start + 3, with: "?>", unless: "") : nil
        default:
            guard let end = close(from: start + 1, with: ">", unless: "<{}[]\",:;=\n") else { return nil }
            let text = bytes[start + 1..<end - 1]
            // Objective-C prints a null in brackets.
            let isWord = text.contains { $0.isASCIILetterOrDigit || $0 >= 0x80 } && !text.elementsEqual("null".utf8)
            return isWord ? end : nil
        }
    }

    /// What a conversion of printf stands for: `%s`, `%d`, `%.2f`, `%1$s`, `%(name)s`, `%{name}`.
    package func conversion(from start: Int) -> (end: Int, isNumber: Bool)? {
        var index = start + 1
        if byte(index) == UInt8(ascii: "{") {
            let name = word(from: index + 1)
            return name > index + 1 && byte(name) == UInt8(ascii: "}") ? (name + 1, false) : nil
        }
        let isNamed = byte(index) == UInt8(ascii: "(")
        if isNamed {
            let name = word(from: index + 1)
            guard name > index + 1, byte(name) == UInt8(ascii: ")") else { return nil }
            index = name + 1
        } else {
            let number = digits(from: index)
            if number > index, byte(number) == UInt8(ascii: "$") { index = number + 1 }
        }
        while "+-#0".utf8.contains(byte(index)) { index += 1 }
        let width = index
        index = digits(from: index)
        // `%20` is a blank in an address.
        guard index - width < 2 else { return nil }
        if byte(index) == UInt8(ascii: ".") { index = digits(from: index + 1) }
        while byte(index) == UInt8(ascii: "l") { index += 1 }
        let letter = byte(index)
        guard "sdiufgvqtr@".utf8.contains(letter) else { return nil }
        // An address is percent-encoded with digits and the letters up to f, and words are no conversions.
        let next = byte(index + 1)
        let isWord = next.isASCIILetterOrDigit && ("dfi".utf8.contains(letter) || next | 0x20 == next)
        return isWord && !isNamed ? nil : (index + 1, "diufg".utf8.contains(letter))
    }

    /// Just past the closing sign, which is near; nil where it is not, or one of the other signs stands before it.
    package func close(from start: Int, with closing: String, unless others: String) -> Int? {
        let (closing, others) = (Array(closing.utf8), Set(others.utf8))
        var index = start
        while index < min(bytes.count, start + Self.limit) {
            if bytes[index] == closing[0], closing.count == 1 || byte(index + 1) == closing[1] {
                return index > start ? index + closing.count : nil
            }
            guard !others.contains(bytes[index]) else { return nil }
            index += 1
        }
        return nil
    }

    private func digits(from start: Int) -> Int {
        var index = start
        while (0x30...0x39).contains(byte(index)) { index += 1 }
        return index
    }
}
