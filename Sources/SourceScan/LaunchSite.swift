package import SourceText

/// A place in a source file that launches a flow, or that looks like one.
package struct LaunchSite: Hashable, Sendable {
    /// The sign by which a launch is recognized.
    package enum Sign: Hashable, Sendable {
        /// The path of the Platform API.
        case path

        /// A call of an SDK or of the vendor's command line, as it is written.
        case call(String)

        /// An SDK's type for the body of a launch, as it is written.
        case bodyType(String)

        /// A session of a bot, by path, call or type.
        case botSession
    }

    /// What kind of text the launch is in.
    ///
    /// Only ``code`` launches a flow when the program runs.
    package enum Setting: String, Hashable, CaseIterable, Sendable {
        /// Code that launches the flow.
        case code

        /// A test, according to the file's path or the block around the launch.
        case test

        /// A stand-in for the Platform API: a mock, a stub, a route of a fake server.
        case mock

        /// Documentation: Markdown, an API description, a collection of requests.
        case document

        /// A comment in code.
        case comment
    }

    /// The sign by which the launch was recognized.
    package var sign: Sign

    /// What kind of text the launch is in.
    package var setting: Setting

    /// Where the sign begins: the call, or the string that contains the path.
    package var position: Position

    /// The position just past the sign.
    package var end: Position

    /// The flow that is launched.
    package var flow: LaunchedFlow

    /// The inputs mentioned near the launch, the nearest first, each name once with its best certainty.
    package var inputs: [InputMention]

    /// Whether the launch may have inputs whose names aren't in the text, such as one with a computed key.
    package var mayMentionMore: Bool

    /// The body, or `nil` if code builds it.
    package var body: LiteralBody?
}

/// The flow of a launch.
package enum LaunchedFlow: Hashable, Sendable {
    /// A literal id.
    case id(Written<String>)

    /// A literal name that the code gives as the flow's name.
    case name(Written<String>)

    /// A flow whose id isn't a literal in this file.
    ///
    /// - Parameters:
    ///   - reason: Why the flow is unknown, as a phrase: "the flow's id is the parameter 'id'".
    ///   - candidates: String literals that the id is computed from; one of them may be the flow's name. Only a caller
    ///     that knows the names of flows can decide.
    case unknown(reason: String, candidates: [Written<String>] = [])
}

/// The name of an input in a string literal or in an object's key.
///
/// A name counts if it is a whole string, or if it is in a string that contains JSON. A name inside prose doesn't
/// count, and neither does member access in code, such as `flow.start()`.
package struct InputMention: Hashable, Sendable {
    /// How close a mention is to the launch.
    package enum Certainty: String, Hashable, CaseIterable, Comparable, Sendable {
        /// In the literal of the body.
        case body

        /// In the same function.
        case function

        /// Elsewhere in the same file.
        case file

        package static func < (lhs: Certainty, rhs: Certainty) -> Bool { lhs.rank < rhs.rank }

        private var rank: Int {
            switch self {
            case .body: 0
            case .function: 1
            case .file: 2
            }
        }
    }

    /// The name with its scope, without members of its value: `Flow.callerNumber`.
    package var name: String

    /// Where the name begins, or where its string begins if the string's escapes hide the place.
    package var position: Position

    /// The position just past the name.
    package var end: Position

    /// How close the mention is to the launch.
    package var certainty: Certainty

    /// The text as it is written, without quotes.
    package var written: String
}
