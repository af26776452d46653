/// The meaning of a node's explicit tag; these are the tags that the core schema of YAML 1.2 has.
enum YAMLTag: UInt8 {
    case none

    /// `!!str`, or the tag `!`, which makes any scalar a string.
    case string

    /// `!!int`.
    case integer

    /// `!!float`.
    case decimal

    /// `!!bool`.
    case boolean

    /// `!!null`.
    case null

    /// `!!seq`.
    case sequence

    /// `!!map`.
    case mapping

    /// A tag that an application defines: the node is kept, and a scalar is a string.
    case other

    /// Makes a tag from its resolved text, or `none` if the text is `nil`.
    init(_ text: UnsafePointer<UInt8>?) {
        guard let text else {
            self = .none
            return
        }
        switch String(cString: text) {
        case "!", "tag:yaml.org,2002:str": self = .string
        case "tag:yaml.org,2002:int": self = .integer
        case "tag:yaml.org,2002:float": self = .decimal
        case "tag:yaml.org,2002:bool": self = .boolean
        case "tag:yaml.org,2002:null": self = .null
        case "tag:yaml.org,2002:seq": self = .sequence
        case "tag:yaml.org,2002:map": self = .mapping
        default: self = .other
        }
    }

    /// The tag, and the kind of value that it requires, for a message; `nil` if the tag requires no kind of value.
    var promise: (tag: String, meaning: String)? {
        switch self {
        case .none, .string, .other: nil
        case .integer: ("!!int", "an integer")
        case .decimal: ("!!float", "a number")
        case .boolean: ("!!bool", "true or false")
        case .null: ("!!null", "null")
        case .sequence: ("!!seq", "a sequence")
        case .mapping: ("!!map", "a mapping")
        }
    }
}
