import PastedRequests
import YAML

extension Fix {
    /// A fix that replaces a name, quoted as YAML requires.
    ///
    /// It has no edit if more than the plain text would be replaced: an anchor, an alias, a multiline text.
    static func rename<Value: CustomStringConvertible>(
        _ written: Written<Value>,
        to name: String,
        _ summary: String
    ) -> Fix {
        guard written.isBare else { return Fix(summary) }
        let text = YAMLWriter().text(of: .string(name))
        return Fix(summary, edit: Edit(of: written, with: String(text.dropLast())))
    }

    /// A fix that replaces a type; it has no edit if no contract may name the new type.
    static func retype(_ written: Written<DataType>, to type: DataType, _ summary: String) -> Fix {
        type.isWritable ? rename(written, to: type.description, summary) : Fix(summary)
    }

    /// A fix that replaces the type of an input; it has no edit if a schema gives the type, since code writes schemas.
    static func retype(_ input: Contract.Input, to type: DataType, _ summary: String) -> Fix {
        input.file == nil ? retype(input.type, to: type, summary) : Fix(summary)
    }
}

extension Comparison {
    /// A fix that gives an input the flow's name, or removes it if the contract already sends an input of that name.
    ///
    /// It has no edit if a schema gives the name, since code writes schemas.
    func renaming(_ input: Contract.Input, to name: String, _ summary: String) -> Fix {
        let names = contract.launch?.inputs.map(\.name) ?? []
        return has(names, name, besides: input.name)
            ? Fix("leave '\(input.name.value)' out: the contract sends '\(name)' as well")
            : input.file == nil ? .rename(input.name, to: name, summary) : Fix(summary)
    }

    /// A fix that gives an output the flow's name, or removes it if the contract already reads an output of that name.
    func renaming(_ output: Contract.Output, to name: String, _ summary: String) -> Fix {
        let names = contract.launch?.outputs.map(\.name) ?? []
        return has(names, name, besides: output.name)
            ? Fix("leave '\(output.name.value)' out: the contract reads '\(name)' as well")
            : .rename(output.name, to: name, summary)
    }

    /// A fix that sends a similar input instead of an undeclared one.
    ///
    /// If the similar one has an incompatible type, the fix says so and has no edit, which would cause another error.
    func replacing(_ input: Contract.Input, by near: Variable, or otherwise: String) -> Fix {
        let (sent, declared) = (input.type.value, near.type)
        let fix = renaming(input, to: near.name, "send '\(near.name)', or \(otherwise)")
        let isTaken = TypeFit.sending(sent.kind, into: declared.kind) != .breaks
        guard fix.edit != nil, !isTaken || sent.isCollection != declared.isCollection else { return fix }
        return Fix("send '\(near.name)' as \(declared), or \(otherwise)")
    }

    /// A fix that reads a similar output instead of a missing one; it has no edit if the type is incompatible.
    func replacing(_ output: Contract.Output, by near: Variable, or otherwise: String) -> Fix {
        let (read, declared) = (output.type.value, near.type)
        let fix = renaming(output, to: near.name, "read '\(near.name)', or \(otherwise)")
        let isTaken = TypeFit.reading(declared.kind, as: read.kind) != .breaks
        guard fix.edit != nil, !isTaken || read.isCollection != declared.isCollection else { return fix }
        return Fix("read '\(near.name)' as \(declared), or \(otherwise)")
    }

    /// Whether a list already has a name in any letter case, which a contract can't contain twice.
    private func has(_ names: [Written<String>], _ name: String, besides own: Written<String>) -> Bool {
        names.contains { $0 != own && $0.value.lowercased() == name.lowercased() }
    }
}

extension Written where Value: CustomStringConvertible {
    /// Whether the file has only the value's text there, plain or in quotes.
    fileprivate var isBare: Bool {
        let width = end.column - position.column
        let length = value.description.unicodeScalars.count
        return position.line == end.line && (width == length || width == length + 2)
    }
}
