/// The names of each language's literals in messages.
enum LiteralForm {
    /// The name of a body's literal: `Python dict`.
    static func name(of range: Range<Int>, in unit: CodeUnit) -> String {
        let name = unit.language.name
        let words = range.prefix(12).map { unit.word($0) }
        switch unit.dialect {
        case .javascript, .markup: return "JavaScript object"
        case .python: return words.first?.first?.isUppercase ?? false ? "Python object" : "Python dict"
        case .csharp: return words.contains("Dictionary") ? "C# dictionary" : "C# object"
        case .java:
            return words.contains("of") || words.contains("ofEntries") || words.contains("HashMap")
                ? "Java map" : "Java object"
        case .kotlin: return "Kotlin map"
        case .go: return words.contains("map") || words.contains("H") ? "Go map" : "Go struct"
        case .ruby: return "Ruby hash"
        case .php: return "PHP array"
        case .powershell: return "PowerShell hashtable"
        case .terraform: return "HCL object"
        case .swift: return "Swift dictionary"
        case .json: return "JSON object"
        case .yaml: return "YAML mapping"
        default: return "\(name) object"
        }
    }
}
