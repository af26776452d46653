package import SourceText

/// A literal value of source code, with its place.
package struct LiteralNode: Hashable, Sendable {
    /// A member of an object.
    package struct Member: Hashable, Sendable {
        /// The key as it is written, without quotes.
        package var key: Written<String>

        /// The key as the request carries it: `flowId` for an SDK's `flow_id` or `FlowId`.
        package var wireKey: String

        /// The value.
        package var value: LiteralNode
    }

    /// The kinds of values.
    package indirect enum Kind: Hashable, Sendable {
        /// An object with its members in order.
        ///
        /// The object is open if it also has a spread or a computed key.
        case object([Member], isOpen: Bool)

        /// An array.
        ///
        /// The array is open if it also has a spread.
        case array([LiteralNode], isOpen: Bool)

        /// A string.
        case string(String)

        /// A number, as it is written.
        case number(String)

        /// A boolean.
        case bool(Bool)

        /// The language's word for no value, such as `null` or `None`.
        case null

        /// Any other expression, including a template string.
        ///
        /// - Parameters:
        ///   - text: The expression as it is written, cut after 200 characters.
        ///   - fixedParts: The parts of a template string between its holes, in order; empty for other expressions.
        case expression(String, fixedParts: [String])
    }

    /// The kind of the value, with its content.
    package var kind: Kind

    /// Where the value begins.
    package var position: Position

    /// The position just past the value.
    package var end: Position

    /// The value of a member by its key in the request, or `nil` if the node isn't an object with that member.
    package subscript(wireKey: String) -> LiteralNode? {
        guard case .object(let members, _) = kind else { return nil }
        return members.last { $0.wireKey == wireKey }?.value
    }
}

/// The body of a launch, written as a literal.
package struct LiteralBody: Hashable, Sendable {
    /// The body's value, which is an object.
    package var node: LiteralNode

    /// The name of this kind of literal in messages: `JavaScript object`.
    package var form: String
}
