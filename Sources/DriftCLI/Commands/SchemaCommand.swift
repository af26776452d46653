import ArgumentParser
import DriftCore
import DriftEngine
import DriftReports

/// `flowdrift schema`: writes a JSON Schema or TypeScript types for the inputs that a contract's code sends.
struct SchemaCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Writes a JSON Schema or TypeScript types for the inputs that a contract's code sends.",
        discussion: """
            Examples:
              flowdrift schema order-status
                  prints a JSON Schema of draft 07
              flowdrift schema order-status --as typescript --output src/order-status.ts
                  writes a TypeScript interface, which rejects a misspelt input
              flowdrift schema specs/order-status.yaml --output src/order-status.ts --check
                  for CI: fails if the file is stale

            Your code can validate launches with the schema, or generate its types from the schema. The schema leaves \
            out inputs with `sent: never`, outputs and triggers. A file that is up to date isn't written again. Only \
            files that this command wrote are replaced.

            Exit status: 0 done, 1 with --check: the file is stale or missing, 2 the contract could not be read, or \
            the file could not be written.
            """
    )

    enum Form: String, CaseIterable, ExpressibleByArgument {
        case jsonSchema = "json-schema"
        case typescript
    }

    @Argument(
        help: ArgumentHelp("The contract: its name, or its file.", valueName: "contract"),
        completion: Suggestions.contracts
    )
    var contract: String

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            "The format: json-schema or typescript. By default, typescript if the file ends in .ts, else json-schema.",
            valueName: "form"
        )
    )
    var form: Form?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The file to write; by default, or with -, the schema is printed.", valueName: "file"),
        completion: .file()
    )
    var output: String?

    @Flag(help: "Write nothing, and exit with 1 if the file of --output is stale or missing.")
    var check = false

    @OptionGroup var project: ProjectOptions

    var places: NamedPlaces { project.places(output, contract) }

    func validate() throws {
        guard !check || file != nil else {
            throw ValidationError("--check needs --output FILE, the file to compare with the contract")
        }
    }

    func run(in context: Context) async throws -> RunStatus {
        let finder = ContractFinder(try project.workspace(in: context))
        let contract = try await finder.contract(contract, asFile: context.shortest(contract))
        let schema = ContractSchema(of: contract, file: context.pathFromTop(context.shortest(contract.file)))
        let text = writtenForm == .typescript ? schema.typeScript() : schema.jsonSchema()
        guard let file else {
            context.print(text)
            return .inSync
        }
        let present = try FileReader(context: context).bytesIfPresent(of: file)
        let old = present.map { String(decoding: $0, as: UTF8.self) }
        let origin = "contract '\(contract.name)' (\(context.shortest(contract.file)))"
        // git may check files out with Windows line endings.
        if old?.replacing("\r\n", with: "\n") == text {
            context.print(Printable.text("\(file): up to date with \(origin)") + "\n")
            return .inSync
        }
        if let old, !old.isEmpty, !old.contains(ContractSchema.mark) {
            throw RunFailure.couldNotCheck(
                "\(file): not written, because `flowdrift schema` didn't write the existing file; "
                    + "name another file, or delete it"
            )
        }
        guard !check else {
            let problem = old == nil ? "missing" : "stale"
            context.print(Printable.text("\(file): \(problem); write it from \(origin) with `\(command)`") + "\n")
            return .drift
        }
        try FileWriter(context: context).create(file, with: text)
        context.print(Printable.text("\(file): written, from \(origin)") + "\n")
        return .inSync
    }

    /// The file to write, or `nil` to print.
    private var file: String? { output == "-" ? nil : output }

    private var writtenForm: Form {
        let isTypeScript = [".ts", ".mts", ".cts"].contains { file?.hasSuffix($0) ?? false }
        return form ?? (isTypeScript ? .typescript : .jsonSchema)
    }

    /// The command that writes the file, with the same options.
    private var command: String {
        var words = ["flowdrift", "schema", contract]
        if let form { words += ["--as", form.rawValue] }
        if let output { words += ["--output", output] }
        for path in project.contracts { words += ["--contracts", path] }
        if let config = project.config { words += ["--config", config] }
        return words.map(\.shellWord).joined(separator: " ")
    }
}

extension String {
    /// The text as one word of a shell.
    fileprivate var shellWord: String {
        let plain = allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) || "-_./:@%+=,".contains($0) }
        return plain && !isEmpty ? self : "'" + replacing("'", with: "'\\''") + "'"
    }
}
