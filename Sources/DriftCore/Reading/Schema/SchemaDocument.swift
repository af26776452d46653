import Foundation
import StrictJSON

/// The file of a JSON Schema, and the parts of the file that pointers and references select.
struct SchemaDocument {
    let file: String

    /// The whole file.
    let root: JSONNode

    /// The parts that give themselves a name: by `$id`, or by `$anchor`, for which the key is `#name`.
    private let named: [String: JSONNode]

    /// The parts under `$defs` and `definitions`, by pointer, since thousands of references may lead to them.
    private let definitions: [String: JSONNode]

    /// Parses a file.
    ///
    /// - Throws: ``ReadingError`` if the file isn't valid JSON.
    init(_ bytes: [UInt8], file: String) throws(ReadingError) {
        self.file = file
        let document = JSONDocument(reading: bytes, JSONReading(warning: false))
        guard let root = document.root, document.firstError?.kind != .emptyText else {
            throw ReadingError(
                "The schema isn't valid JSON: the file is empty",
                at: Place(file: file),
                fix: "generate the schema again"
            )
        }
        if let fault = document.firstError {
            throw ReadingError(
                "The schema isn't valid JSON: \(fault.problem)",
                at: Place(file: file, position: fault.position),
                fix: fault.fix
            )
        }
        self.root = root
        var definitions: [String: JSONNode] = [:]
        for place in ["$defs", "definitions"] {
            for member in root[place]?.members ?? [] {
                definitions["/\(place)/" + Self.escaped(member.name.text)] = member.value
            }
        }
        self.definitions = definitions
        // Most files name no part, and such a file needn't be searched.
        let words = ["\"$id\"", "\"id\"", "\"$anchor\"", "\"$dynamicAnchor\""]
        named = words.contains { bytes.holds(Array($0.utf8)) } ? Self.named(in: self.root) : [:]
    }

    /// An error of a part, which the message names by its JSON pointer.
    ///
    /// - Parameters:
    ///   - problem: What is wrong.
    ///   - part: The part that is wrong.
    ///   - place: The node to point at, or `nil` for the start of the part.
    ///   - fix: What to do about it.
    /// - Returns: The error.
    func error(_ problem: String, of part: JSONNode, at place: JSONNode? = nil, _ fix: String) -> ReadingError {
        ReadingError(
            "\(problem) (\(pointer(to: part)))",
            at: Place(file: file, position: (place ?? part).position),
            fix: fix
        )
    }

    func tooDeep(_ part: JSONNode) -> ReadingError {
        error("The references are nested too deeply", of: part, "describe the inputs with fewer references")
    }

    /// The JSON pointer to a part from the top of the file, such as `#/properties/Flow.x`; long names are shortened.
    func pointer(to part: JSONNode) -> String {
        var (here, text) = (root, "#")
        while here.index != part.index {
            let members = here.members.map { ($0.name.text, $0.value) }
            let elements = here.elements.enumerated().map { (String($0), $1) }
            // Nodes are numbered in the order of the text, and a node comes before the nodes that it contains.
            guard let (name, next) = (members + elements).last(where: { $1.index <= part.index }) else { break }
            text += "/" + Self.escaped(Shown.text(name))
            here = next
        }
        return text
    }

    /// The part that a contract selects after `#`.
    ///
    /// - Parameter pointer: A JSON pointer such as `/$defs/X`; empty for the whole file.
    /// - Returns: The part.
    /// - Throws: ``ReadingError`` if the pointer leads nowhere; the error's fix suggests a similar name or lists names.
    func part(at pointer: String) throws(ReadingError) -> JSONNode {
        guard pointer.isEmpty || pointer.hasPrefix("/") else {
            throw ReadingError(
                "'#\(Shown.text(pointer))' after the file's name isn't a JSON pointer",
                at: Place(file: file),
                fix: "write a pointer such as \(candidates.first.map(self.pointer) ?? "#/$defs/NAME")"
            )
        }
        switch walk(pointer, from: root) {
        case .found(let part): return part
        case .lost(let part, let name): throw lost(pointer, at: part, name)
        }
    }

    /// The error of a pointer that leads nowhere.
    ///
    /// It names the last part on the way that exists, and the name that this part doesn't have.
    private func lost(_ pointer: String, at part: JSONNode, _ name: String) -> ReadingError {
        let names = part.members.map(\.name.text)
        let listed = names.prefix(12).map { Shown.text($0) }.joined(separator: ", ")
        let near = NearName.best(for: name, among: names).flatMap { part[$0] }.map(self.pointer)
        return error(
            "'#\(Shown.text(pointer))' leads nowhere: there is no '\(Shown.text(name))'",
            of: part,
            near.map { "did you mean '\($0)'?" } ?? (names.isEmpty ? "select another part" : "use one of \(listed)")
        )
    }

    /// The part that a reference points to.
    ///
    /// - Throws: ``ReadingError`` if the reference isn't within the file, or leads nowhere.
    func target(of reference: JSONNode) throws(ReadingError) -> JSONNode {
        guard let text = reference.string else {
            throw error("'$ref' must be a string", of: reference, "write a string such as \"#/$defs/NAME\"")
        }
        let base = String(text.prefix { $0 != "#" })
        let fragment = String(text.dropFirst(base.count).drop { $0 == "#" })
        guard let start = base.isEmpty ? root : named[base] else {
            throw error(
                "'\(Shown.text(text))' refers to another file",
                of: reference,
                "bundle the schema into one file, so that its references begin with '#'"
            )
        }
        if base.isEmpty, let part = definitions[fragment] { return part }
        if fragment.isEmpty || fragment.hasPrefix("/") {
            if case .found(let part) = walk(fragment, from: start) { return part }
        } else if let part = named["#" + fragment] {
            return part
        }
        throw error(
            "'\(Shown.text(text))' leads nowhere",
            of: reference,
            "define that part, or generate the schema again"
        )
    }

    /// The definitions of the file, which a fix may suggest.
    var candidates: [JSONNode] {
        let places = [root["$defs"], root["definitions"], root["components"]?["schemas"]].compactMap(\.self)
        return places.flatMap(\.members).map(\.value)
    }
}

extension SchemaDocument {
    /// The end of a walk along a pointer.
    private enum Walk {
        case found(JSONNode)

        /// The last part that exists, and the name that this part doesn't have.
        case lost(JSONNode, String)
    }

    /// A name as a step of a JSON pointer.
    private static func escaped(_ name: String) -> String {
        name.replacing("~", with: "~0").replacing("/", with: "~1")
    }

    private func walk(_ pointer: String, from start: JSONNode) -> Walk {
        var part = start
        for step in pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
            let name = String(step).replacing("~1", with: "/").replacing("~0", with: "~")
            guard let next = child(name, of: part) ?? name.removingPercentEncoding.flatMap({ child($0, of: part) })
            else { return .lost(part, name) }
            part = next
        }
        return .found(part)
    }

    private func child(_ name: String, of part: JSONNode) -> JSONNode? {
        guard part.kind == .array else { return part[name] }
        return Int(name).flatMap { part.elements.indices.contains($0) ? part.elements[$0] : nil }
    }

    /// The parts that give themselves a name; if two have the same name, the first counts.
    private static func named(in root: JSONNode) -> [String: JSONNode] {
        var named: [String: JSONNode] = [:]
        var waiting = [root]
        while let part = waiting.popLast() {
            let ids = ["$id", "id"].compactMap { part[$0]?.string }.map {
                $0.hasSuffix("#") ? String($0.dropLast()) : $0
            }
            let anchors = ["$anchor", "$dynamicAnchor"].compactMap { part[$0]?.string }.map { "#" + $0 }
            for name in ids + anchors where named[name] == nil { named[name] = part }
            waiting += (part.members.map(\.value) + part.elements).reversed()
        }
        return named
    }
}
