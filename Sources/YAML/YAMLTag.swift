/// The meaning of a node's explicit tag, as the core schema of YAML 1.2 distinguishes them.
enum YAMLTag: UInt8 {
    case none

    /// `!!str`, or the tag `!`, which turns off resolution.
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

    /// An application's own tag: the node is kept, a scalar as a string.
    case other

    /// Makes a tag from its resolved text, or `none` from `nil`.
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

    /// The tag and the value that it requires, for a message, or `nil` if it requires none.
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
