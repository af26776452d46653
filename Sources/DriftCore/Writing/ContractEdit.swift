import SourceText
import YAML

/// Updates the text of a contract with what launches show; all other text stays as it is.
public struct ContractEdit: Sendable {
    /// The file's name in messages.
    private let file: String

    /// Makes an edit of a file.
    public init(file: String) {
        self.file = file
    }

    /// The text after an update.
    ///
    /// - Parameters:
    ///   - bytes: The file's content.
    ///   - update: The update.
    /// - Returns: The new content.
    /// - Throws: ``ReadingError`` if the file isn't valid, or its form requires a manual edit.
    public func text(_ bytes: [UInt8], after update: ContractUpdate) throws(ReadingError) -> String {
        let before = try ContractReader().contract(bytes, file: file)
        let root = try YAMLCursor.root(of: bytes, file: file, what: "a contract").node
        let text = String(decoding: bytes, as: UTF8.self)
        guard !update.isEmpty else { return text }
        var edit = LaunchEdit(text, root)
        do throws(YAMLTextEdit.Obstacle) {
            try edit.apply(update)
        } catch {
            throw ReadingError(
                "flowdrift can't edit this value, because it \(error.phrase)",
                at: Place(file: file, position: error.position),
                fix: Self.fix(for: update)
            )
        }
        // Verifies the result, since the file may have any form.
        let after = try? ContractReader().contract(Array(edit.text.utf8), file: file)
        guard let after, after.withoutPlaces == update.applied(to: before).withoutPlaces else {
            throw ReadingError(
                "flowdrift can't edit this file, because of the way its YAML is written",
                at: Place(file: file),
                fix: Self.fix(for: update)
            )
        }
        return edit.text
    }

    private static func fix(for update: ContractUpdate) -> String {
        "edit the file by hand: " + update.instructions.joined(separator: "; ")
    }
}

/// The edits below `launch`.
private struct LaunchEdit {
    private var edit: YAMLTextEdit
    private let root: YAMLNode

    private typealias Entry = (key: YAMLNode, value: YAMLNode)

    init(_ text: String, _ root: YAMLNode) {
        edit = YAMLTextEdit(text, root)
        self.root = root
    }

    var text: String { edit.text.text }

    mutating func apply(_ update: ContractUpdate) throws(YAMLTextEdit.Obstacle) {
        let outer = try edit.layout(of: root)
        let added = update.added.compactMap(\.entry)
        let inputs = added.isEmpty ? nil : YAMLEntry("inputs", .mapping(added, .block))
        let files = update.recordings.map(YAMLValue.string)
        let recordings = files.isEmpty ? nil : YAMLEntry("recordings", .sequence(files, .block))
        guard let launch = Self.entry("launch", in: root) else {
            let all = [inputs, recordings].compactMap(\.self)
            return try edit.add([YAMLEntry("launch", .mapping(all, .block))], to: root, of: nil, in: outer)
        }
        let layout = try edit.layout(of: launch.value)
        var missing: [YAMLEntry] = []
        if let present = Self.entry("inputs", in: launch.value) {
            for change in update.changed { try apply(change, to: present.value) }
            try edit.add(added, to: present.value, of: present.key, in: layout)
        } else if let inputs, layout == .block {
            // The inputs go above the outputs, as people write them.
            let heads = launch.value.entries.filter { ["via", "custom", "schema"].contains($0.key.text) }
            try edit.add(inputs, to: launch.value, below: heads.last?.value ?? launch.key)
        } else {
            missing += [inputs].compactMap(\.self)
        }
        if let present = Self.entry("recordings", in: launch.value) {
            try edit.add(files, toList: present.value, of: present.key)
        } else {
            missing += [recordings].compactMap(\.self)
        }
        try edit.add(missing, to: launch.value, of: launch.key, in: outer)
    }

    private mutating func apply(
        _ change: ContractUpdate.InputChange,
        to inputs: YAMLNode
    ) throws(YAMLTextEdit.Obstacle) {
        let outer = try edit.layout(of: inputs)
        guard let (key, value) = Self.entry(change.name, in: inputs) else { return }
        let type = change.newType ?? change.oldType
        guard value.kind == .mapping else {
            let new = change.becomesSometimes ? LaunchedInputs.Input.terms(type, .sometimes) : .string(type.description)
            return try edit.replace(value, of: key, by: new)
        }
        if change.newType != nil, let own = Self.entry("type", in: value) {
            _ = try edit.layout(of: value)
            try edit.replace(own.value, of: own.key, by: .string(type.description))
        }
        guard change.becomesSometimes else { return }
        let sometimes = YAMLValue.string(Contract.Frequency.sometimes.rawValue)
        if let own = Self.entry("sent", in: value) {
            _ = try edit.layout(of: value)
            try edit.replace(own.value, of: own.key, by: sometimes)
        } else {
            try edit.add([YAMLEntry("sent", sometimes)], to: value, of: key, in: outer)
        }
    }

    private static func entry(_ name: String, in mapping: YAMLNode) -> Entry? {
        mapping.entries.first { $0.key.textEquals(name) }
    }
}

extension LaunchedInputs.Input {
    /// The input's entry in a contract, or `nil` if the type is unknown.
    fileprivate var entry: YAMLEntry? { type.map { YAMLEntry(name, Self.terms($0, sent)) } }

    /// The value of an input in a contract; only the type, if every launch sends the input.
    static func terms(_ type: DataType, _ sent: Contract.Frequency) -> YAMLValue {
        guard sent != .always else { return .string(type.description) }
        return .mapping(
            [YAMLEntry("type", .string(type.description)), YAMLEntry("sent", .string(sent.rawValue))],
            .flow
        )
    }
}
