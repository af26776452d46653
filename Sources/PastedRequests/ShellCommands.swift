/// Finds the commands that send requests, and the variables and piped texts that prepare them.
package struct ShellCommands {
    package let bytes: [UInt8]

    package enum Tool: Sendable {
        case curl, wget, httpie

        /// Writes a text that may be the next command's input: `echo`, `printf`, `cat`, `tee`.
        case writer

        /// Reads a variable from its input.
        case read

        /// A script in quotes, as after `sh -c`; it begins at the quote.
        case script

        /// Assigns a value to the variable whose name is at a range.
        case assignment(name: Range<Int>)
    }

    package struct Command: Sendable {
        package var tool: Tool

        /// The first byte of the tool's name, or of an assignment's value.
        package var start: Int
    }

    private static let tools: [(name: [UInt8], tool: Tool)] = {
        let names: [(String, Tool)] = [
            ("curl", .curl), ("wget", .wget), ("https", .httpie), ("http", .httpie), ("xhs", .httpie),
            ("xh", .httpie), ("echo", .writer), ("printf", .writer), ("cat", .writer), ("tee", .writer),
            ("read", .read),
        ]
        return names.map { (Array($0.0.utf8), $0.1) }
    }()

    private static let isFirst: [Bool] = (0..<256).map { byte in tools.contains { Int($0.name[0]) == byte } }

    package func all() -> [Command] {
        var commands: [Command] = []
        var isLineStart = true
        var index = 0
        while index < bytes.count {
            if isLineStart, let found = assignment(at: index) { commands.append(found) }
            if isScript(at: index) { commands.append(Command(tool: .script, start: index)) }
            if Self.isFirst[Int(bytes[index] | 0x20)], let found = command(at: index) { commands.append(found) }
            isLineStart = bytes[index] == 0x0A || isLineStart && bytes[index] <= 0x20
            index += 1
        }
        return commands
    }

    private func command(at index: Int) -> Command? {
        for (name, tool) in Self.tools {
            let end = index + name.count
            // A word processor may capitalize the first letter of a line.
            guard end <= bytes.count, bytes[index] | 0x20 == name[0],
                bytes[index + 1..<end].elementsEqual(name.dropFirst())
            else { continue }
            switch tool {
            case .curl, .wget:
                guard isBoundary(before: index), isBoundary(after: end), isFollowedByWords(end) else { continue }
            default:
                guard isCommandPlace(index), end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 else {
                    continue
                }
                if case .httpie = tool, !isFollowedByRequest(end) { continue }
            }
            return Command(tool: tool, start: index)
        }
        return nil
    }

    /// The assignment `NAME=value`, perhaps after `export`, or PowerShell's `$name = value`; `nil` if there is none.
    private func assignment(at start: Int) -> Command? {
        var index = start
        // A prompt may come before the assignment.
        if bytes[index...].starts(with: "$ ".utf8) { index += 2 }
        for word in ["export ", "local ", "readonly ", "declare ", "set "] where bytes[index...].starts(with: word.utf8)
        {
            index += word.utf8.count
        }
        let isPowerShell = index < bytes.count && bytes[index] == UInt8(ascii: "$")
        if isPowerShell { index += 1 }
        let name =
            index..<(bytes[index...].firstIndex { !$0.isASCIILetterOrDigit && $0 != UInt8(ascii: "_") } ?? bytes.count)
        guard name.lowerBound < name.upperBound else { return nil }
        index = name.upperBound
        while isPowerShell, index < bytes.count, bytes[index] == 0x20 { index += 1 }
        guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return nil }
        index += 1
        while isPowerShell, index < bytes.count, bytes[index] == 0x20 { index += 1 }
        guard index < bytes.count, bytes[index] > 0x20 else { return nil }
        return Command(tool: .assignment(name: name), start: index)
    }

    /// Whether a quote opens a script: a shell's `-c` comes before the quote, or a command comes right after it.
    private func isScript(at index: Int) -> Bool {
        guard bytes[index] == UInt8(ascii: "'") || bytes[index] == UInt8(ascii: "\"") else { return false }
        let next = bytes[(index + 1)...].prefix(6)
        if next.starts(with: "curl ".utf8) || next.starts(with: "wget ".utf8) {
            return index == 0 || bytes[index - 1] <= 0x20 || bytes[index - 1] == UInt8(ascii: "(")
                || tripleQuoted(at: index) != nil
        }
        let before = bytes[..<index].suffix(8)
        guard before.last == 0x20, let option = before.dropLast().split(separator: 0x20).last else { return false }
        return option.first == UInt8(ascii: "-") && option.last == UInt8(ascii: "c") && option.count <= 5
            && option.dropFirst().allSatisfy(\.isASCIILetterOrDigit) && isBehindShell(index)
    }

    /// The text between three quotes, as in Jenkins' `sh '''…'''`, if the third opening quote is at a byte, or `nil`.
    package func tripleQuoted(at index: Int) -> Range<Int>? {
        let quote = bytes[index]
        guard index >= 2, bytes[index - 1] == quote, bytes[index - 2] == quote else { return nil }
        var end = index + 1
        while end + 2 < bytes.count, bytes[end] != quote || bytes[end + 1] != quote || bytes[end + 2] != quote {
            end += 1
        }
        guard end + 2 < bytes.count else { return nil }
        while end + 3 < bytes.count, bytes[end + 3] == quote { end += 1 }
        return index + 1..<end
    }

    /// Whether a shell's name is a few words before a byte.
    private func isBehindShell(_ index: Int) -> Bool {
        let words = bytes[..<index].suffix(48).split { $0 <= 0x20 || $0 == UInt8(ascii: "/") }
        return words.contains { word in
            ["sh", "bash", "zsh", "dash", "ash", "ksh"].contains { word.elementsEqual($0.utf8) }
        }
    }

    /// Whether an option, a quote, an address or a line continuation follows the name.
    private func isFollowedByWords(_ end: Int) -> Bool {
        let tail = bytes[end...]
        let rest = tail.dropFirst(tail.starts(with: ".exe".utf8) ? 4 : 0).drop { $0 == 0x20 || $0 == 0x09 }
        guard let first = rest.first else { return false }
        return first >= 0x80 || "-'\"$<{[\\^`".utf8.contains(first) || rest.starts(with: "http".utf8)
            || rest.prefix { $0 > 0x20 }.contains(UInt8(ascii: "/"))
    }

    /// Whether an option, a method or an address follows.
    private func isFollowedByRequest(_ end: Int) -> Bool {
        let rest = bytes[end...].drop { $0 == 0x20 || $0 == 0x09 }
        let word = rest.prefix { $0 > 0x20 }
        return rest.first == UInt8(ascii: "-")
            || HTTPMessageReader.methods.contains(String(decoding: word, as: UTF8.self))
            || word.contains(UInt8(ascii: "/")) || word.first == UInt8(ascii: ":") || word.first == UInt8(ascii: "$")
    }

    /// Whether a command may begin at a byte: at the start of a line, after a prompt, or after another command.
    private func isCommandPlace(_ start: Int) -> Bool {
        guard let last = bytes[..<start].lastIndex(where: { $0 != 0x20 && $0 != 0x09 }) else { return true }
        return "\n\r$>%|;&(`'\"".utf8.contains(bytes[last])
    }

    private func isBoundary(before index: Int) -> Bool {
        guard index > 0 else { return true }
        return bytes[index - 1] <= 0x20 || ">$(`/\\'\"".utf8.contains(bytes[index - 1]) || bytes[index - 1] >= 0x80
    }

    private func isBoundary(after index: Int) -> Bool {
        guard index < bytes.count else { return true }
        return bytes[index] <= 0x20 || bytes[index] == UInt8(ascii: "\\") || bytes[index] == UInt8(ascii: "^")
            || bytes[index...].starts(with: ".exe ".utf8) || bytes[index] >= 0x80
    }
}
