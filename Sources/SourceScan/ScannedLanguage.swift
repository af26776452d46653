/// A language that can be scanned.
package struct ScannedLanguage: Hashable, Sendable {
    /// The language's name: `TypeScript`.
    package let name: String

    /// The rules by which the lexer reads the language.
    let dialect: Dialect

    private init(_ name: String, _ dialect: Dialect) {
        self.name = name
        self.dialect = dialect
    }

    /// The language of a file by its name, or else by its first lines, or `nil` if neither shows it.
    ///
    /// - Parameters:
    ///   - file: The file's path or name.
    ///   - text: The file's text as UTF-8.
    package init?(file: String, text: ArraySlice<UInt8>) {
        guard let language = Self.named(file) ?? Self.told(by: text) else { return nil }
        self = language
    }

    /// The language that a word names, such as a Markdown fence's `ts` or a file's ending, or `nil` if it is unknown.
    init?(word: String) {
        let word = word.lowercased()
        let names = [
            "javascript": "js", "typescript": "ts", "python": "py", "python3": "py", "csharp": "cs", "c#": "cs",
            "golang": "go", "ruby": "rb", "powershell": "ps1", "pwsh": "ps1", "bash": "sh", "shell": "sh", "zsh": "sh",
            "console": "sh", "terraform": "tf", "kotlin": "kt", "rust": "rs", "apex": "cls", "node": "js",
        ]
        guard let found = Self.byEnding[names[word] ?? word], found.dialect != .markdown else { return nil }
        self = found
    }

    /// Whether a file of this language is made of code; a very long line in such a file means that it was minified.
    var isCode: Bool {
        switch dialect {
        case .json, .yaml, .markdown, .notebook, .markup: false
        default: true
        }
    }

    /// Whether a file of this language contains data.
    package var isData: Bool { dialect == .json || dialect == .yaml }

    /// Whether a file of this language is a program, in which JSON is only in strings.
    package var isProgram: Bool { isCode && dialect != .shell && dialect != .terraform }

    static func named(_ file: String) -> ScannedLanguage? {
        let name = file.split(separator: "/").last.map { $0.lowercased() } ?? ""
        if let language = byName[name] { return language }
        if name.hasSuffix(".blade.php") { return byEnding["php"] }
        guard let dot = name.lastIndex(of: ".") else { return nil }
        return byEnding[String(name[name.index(after: dot)...])]
    }

    private static func told(by text: ArraySlice<UInt8>) -> ScannedLanguage? {
        let head = String(decoding: text.prefix(400), as: UTF8.self)
        let trimmed = head.drop { $0.isWhitespace }
        guard let first = trimmed.first else { return nil }
        if head.hasPrefix("#!") {
            let line = head.prefix { !$0.isNewline }
            let programs: [(String, String)] = [
                ("python", "py"), ("node", "js"), ("deno", "ts"), ("bun", "ts"),
                ("ruby", "rb"), ("pwsh", "ps1"), ("php", "php"), ("sh", "sh"),
            ]
            return programs.first { line.contains($0.0) }.flatMap { byEnding[$0.1] }
        }
        if trimmed.hasPrefix("<?php") { return byEnding["php"] }
        if first == "<" { return byEnding["html"] }
        if first == "{" || first == "[" { return byEnding["json"] }
        if trimmed.hasPrefix("---\n") || trimmed.hasPrefix("---\r") { return byEnding["yaml"] }
        return nil
    }

    private static let byName: [String: ScannedLanguage] = [
        "dockerfile": ScannedLanguage("Dockerfile", .shell), "makefile": ScannedLanguage("Makefile", .shell),
        "gemfile": ScannedLanguage("Ruby", .ruby), "rakefile": ScannedLanguage("Ruby", .ruby),
        "jenkinsfile": ScannedLanguage("Groovy", .dart),
    ]

    private static let families: [(String, Dialect, [String])] = [
        ("JavaScript", .javascript, ["js", "mjs", "cjs"]), ("JSX", .javascript, ["jsx"]),
        ("TypeScript", .javascript, ["ts", "mts", "cts"]), ("TSX", .javascript, ["tsx"]),
        ("Python", .python, ["py", "pyi", "pyw"]), ("C#", .csharp, ["cs", "csx"]), ("Java", .java, ["java"]),
        ("Kotlin", .kotlin, ["kt", "kts"]), ("Go", .go, ["go"]), ("Swift", .swift, ["swift"]),
        ("PHP", .php, ["php", "phtml"]), ("Apex", .apex, ["cls", "trigger", "apex"]), ("Rust", .rust, ["rs"]),
        ("C", .cFamily, ["c", "h"]), ("C++", .cFamily, ["cc", "cpp", "cxx", "hpp", "hh", "hxx"]),
        ("HTTP", .markdown, ["http", "rest"]), ("Scala", .scala, ["scala", "sc"]),
        ("Groovy", .dart, ["groovy", "gradle"]), ("Dart", .dart, ["dart"]),
        ("Ruby", .ruby, ["rb", "rake"]), ("PowerShell", .powershell, ["ps1", "psm1", "psd1"]),
        ("shell", .shell, ["sh", "bash", "zsh", "ksh", "env"]), ("HCL", .terraform, ["tf", "hcl", "tfvars"]),
        ("JSON", .json, ["json", "jsonc", "json5", "har"]), ("YAML", .yaml, ["yaml", "yml"]),
        ("Vue", .markup, ["vue"]), ("Svelte", .markup, ["svelte"]), ("HTML", .markup, ["html", "htm", "xhtml"]),
        ("Markdown", .markdown, ["md", "markdown", "mdx"]), ("notebook", .notebook, ["ipynb"]),
    ]

    private static let byEnding: [String: ScannedLanguage] = {
        var languages: [String: ScannedLanguage] = [:]
        for (name, dialect, endings) in families {
            for ending in endings { languages[ending] = ScannedLanguage(name, dialect) }
        }
        return languages
    }()
}
