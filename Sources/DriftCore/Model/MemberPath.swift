import Foundation
import StrictJSON

/// The path to a part of a JSON value: `webhooksInvocation.body.caseId`, `items[].x`.
///
/// A `.` separates members, and `[]` means any element of an array. A member with characters other than letters,
/// digits, `_` and `-` is written in brackets and quotes: `["due date"].year`. A path includes all parts of the value
/// that it leads to. Names are case-sensitive, as on the platform. Source: help.mypurecloud.com, JSON values in
/// Architect.
public struct MemberPath: Hashable, Sendable {
    /// One step from a value to a part of it.
    public enum Step: Hashable, Sendable {
        case member(String)
        /// To any element of an array.
        case element
    }

    /// The steps, from the top of the value.
    public let steps: [Step]

    /// Makes a path, or `nil` if there is no step, since the whole value has no path.
    public init?(_ steps: [Step]) {
        guard !steps.isEmpty else { return nil }
        self.steps = steps
    }
}

extension MemberPath: CustomStringConvertible {
    /// The path as snapshots write it.
    public var description: String {
        var text = ""
        for step in steps {
            switch step {
            case .element: text += "[]"
            case .member(let name) where Self.isPlain(name): text += (text.isEmpty ? "" : ".") + name
            case .member(let name): text += "[" + JSONValue.quoted(name) + "]"
            }
        }
        return text
    }

    private static func isPlain(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.allSatisfy(isPlain)
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        byte.isASCIILetterOrDigit || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }
}

extension MemberPath: Comparable {
    /// Orders paths by text.
    public static func < (lhs: MemberPath, rhs: MemberPath) -> Bool { lhs.description < rhs.description }
}

extension MemberPath: LosslessStringConvertible {
    /// Reads the form that ``description`` writes, or returns `nil` for any other text.
    public init?(_ text: String) {
        var steps: [Step] = []
        var rest = text[...]
        while !rest.isEmpty {
            guard let step = Self.firstStep(of: &rest, isFirst: steps.isEmpty) else { return nil }
            steps.append(step)
        }
        self.init(steps)
    }

    /// Removes the first step from a text, or returns `nil` if it doesn't start with one.
    private static func firstStep(of text: inout Substring, isFirst: Bool) -> Step? {
        if text.hasPrefix("[]") {
            text = text.dropFirst(2)
            return .element
        }
        if text.hasPrefix("[") { return quotedMember(of: &text) }
        if !isFirst, text.popFirst() != "." { return nil }
        let name = text.prefix { $0.utf8.allSatisfy(isPlain) }
        text = text[name.endIndex...]
        return name.isEmpty ? nil : .member(String(name))
    }

    private static func quotedMember(of text: inout Substring) -> Step? {
        var isEscaped = false
        let end = text.unicodeScalars.dropFirst(2).firstIndex { scalar in
            defer { isEscaped = scalar == "\\" && !isEscaped }
            return scalar == "\"" && !isEscaped
        }
        guard let end, text[end...].hasPrefix("\"]") else { return nil }
        let quoted = text[text.index(after: text.startIndex)...end]
        text = text[end...].dropFirst(2)
        return (try? JSONDecoder().decode(String.self, from: Data(quoted.utf8))).map(Step.member)
    }
}
