import PastedRequests
import YAML

extension Fix {
    /// A fix that writes a name in place of what is written, quoted as YAML needs it.
    ///
    /// Without an edit where more than the bare text would be replaced: an anchor, an alias, a text on many lines.
    static func rename<Value: CustomStringConvertible>(
        _ written: Written<Value>,
        to name: String,
        _ summary: String
    ) -> Fix {
        guard written.isBare else { return Fix(summary) }
        let text = YAMLWriter().text(of: .string(name))
        return Fix(summary, edit: Edit(of: written, with: String(text.dropLast())))
    }

    /// A fix that writes a type in place of what is written; without an edit for one that no contract may name.
    static func retype(_ written: Written<DataType>, to type: DataType, _ summary: String) -> Fix {
        type.isWritable ? rename(written, to: type.description, summary) : Fix(summary)
    }
}

extension Comparison {
    /// A fix that spells an input as the flow does; it is left out instead where the contract sends that one too.
    func renaming(_ input: Contract.Input, to name: String, _ summary: String) -> Fix {
        let names = contract.launch?.inputs.map(\.name) ?? []
        return has(names, name, besides: input.name)
            ? Fix("leave '\(input.name.value)' out: the contract sends '\(name)' as well")
            : .rename(input.name, to: name, summary)
    }

    /// A fix that spells an output as the flow does; it is left out instead where the contract reads that one too.
    func renaming(_ output: Contract.Output, to name: String, _ summary: String) -> Fix {
        let names = contract.launch?.outputs.map(\.name) ?? []
        return has(names, name, besides: output.name)
            ? Fix("leave '\(output.name.value)' out: the contract reads '\(name)' as well")
            : .rename(output.name, to: name, summary)
    }

    /// A fix that sends a near input instead of one that the flow does not declare.
    ///
    /// Where the near one is of another type, it says so and has no edit: that would only be another error.
    func replacing(_ input: Contract.Input, by near: Variable, or otherwise: String) -> Fix {
        let (sent, declared) = (input.type.value, near.type)
        let fix = renaming(input, to: near.name, "send '\(near.name)', or \(otherwise)")
        let isTaken = TypeFit.sending(sent.kind, into: declared.kind) != .breaks
        guard fix.edit != nil, !isTaken || sent.isCollection != declared.isCollection else { return fix }
        return Fix("send '\(near.name)' as \(declared), or \(otherwise)")
    }

    /// A fix that reads a near output instead of one that the flow does not have; of another type, without an edit.
    func replacing(_ output: Contract.Output, by near: Variable, or otherwise: String) -> Fix {
        let (read, declared) = (output.type.value, near.type)
        let fix = renaming(output, to: near.name, "read '\(near.name)', or \(otherwise)")
        let isTaken = TypeFit.reading(declared.kind, as: read.kind) != .breaks
        guard fix.edit != nil, !isTaken || read.isCollection != declared.isCollection else { return fix }
        return Fix("read '\(near.name)' as \(declared), or \(otherwise)")
    }

    /// Whether a name stands in a list in any letter case; no contract may hold it twice.
    private func has(_ names: [Written<String>], _ name: String, besides own: Written<String>) -> Bool {
        names.contains { $0 != own && $0.value.lowercased() == name.lowercased() }
    }
}

extension Written where Value: CustomStringConvertible {
    /// Whether nothing but the value's text stands there, plain or between two quotes.
    fileprivate var isBare: Bool {
        let width = end.column - position.column
        let length = value.description.unicodeScalars.count
        return position.line == end.line && (width == length || width == length + 2)
    }
}
