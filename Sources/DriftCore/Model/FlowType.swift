/// A flow's type, in lower case as in queries and configurations: `workflow`, `bot`.
public struct FlowType: Hashable, Sendable {
    /// The name in lower case, which may be a type that flowdrift doesn't know.
    public let name: String

    /// Makes a type from its name in any letter case, or `nil` if the name isn't ASCII letters and digits.
    ///
    /// `WORKFLOW`, as in a listing, becomes `workflow`.
    public init?(_ name: some StringProtocol) {
        guard !name.isEmpty, name.utf8.allSatisfy(\.isASCIILetterOrDigit) else { return nil }
        self.name = name.lowercased()
    }

    private init(known name: String) {
        self.name = name
    }

    /// A workflow: the only type that a trigger can start.
    public static let workflow = FlowType(known: "workflow")

    /// Whether the type is documented as one that `POST /api/v2/flows/executions` launches.
    ///
    /// Source: the API's description, "such as the `workflow` type". Whether the API launches any other type is
    /// unknown.
    public var isLaunchable: Bool { self == .workflow }

    /// A common module, which Architect copies into the flows that use it.
    public static let commonModule = FlowType(known: "commonmodule")

    /// The types of bots.
    public static let bots = [FlowType(known: "bot"), FlowType(known: "digitalbot")]

    /// Makes the type of an Archy YAML file's root key, or `nil` if no flow file starts with that key.
    ///
    /// `botFlow` is a `bot`, `inqueueCall` an `inqueuecall`.
    public init?(archyRoot key: String) {
        if key == "botFlow" || key == "digitalBotFlow" {
            self.init(known: key == "botFlow" ? "bot" : "digitalbot")
            return
        }
        guard let type = FlowType(key), FlowType.known.contains(type) else { return nil }
        self = type
    }

    /// The types that the Platform API documents, in order of name.
    ///
    /// Source: MyPureCloud/platform-client-sdk-python 257.1.0, model Flow; SDK 269 adds `businessprocess`.
    public static let known: [FlowType] = [
        "bot", "businessprocess", "commonmodule", "digitalbot", "emailsend", "inboundcall", "inboundchat",
        "inboundemail", "inboundshortmessage", "inqueuecall", "inqueueemail", "inqueueshortmessage",
        "outboundcall", "securecall", "speech", "surveyinvite", "voice", "voicemail", "voicesurvey",
        "workflow", "workitem",
    ].map(FlowType.init(known:))
}

extension FlowType: Comparable, CustomStringConvertible {
    /// Orders types by name.
    public static func < (lhs: FlowType, rhs: FlowType) -> Bool { lhs.name < rhs.name }

    /// The type's name.
    public var description: String { name }
}
