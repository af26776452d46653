import Foundation

/// Runs the real terraform with the fake provider of `Tests/Terraform`, without an org, a network or `terraform init`.
public struct Terraform: Sendable {
    /// A run that failed.
    public struct Failure: Error, CustomStringConvertible {
        /// The command, and its output.
        public let description: String
    }

    /// Whether terraform, Python and the fake provider's only package are installed.
    ///
    /// The first call prepares the provider, which takes a few seconds, and prints on standard error what is missing.
    public static func isReady() async -> Bool {
        do {
            _ = try await ready.value
            return true
        } catch {
            return false
        }
    }

    private let variables: [String: String]

    /// Runs `body` with terraform in a folder.
    ///
    /// One provider serves all commands, because starting a provider takes longer than running a command.
    ///
    /// - Parameters:
    ///   - folder: The folder with the configuration.
    ///   - body: Uses terraform.
    /// - Returns: The result of `body`.
    /// - Throws: ``Failure`` if the provider doesn't start, and the errors of `body`.
    public static func serving<Result>(
        _ folder: String,
        _ body: (Terraform) async throws -> Result
    ) async throws -> Result {
        var variables = variables(configuration: try await ready.value)
        let provider = try await Provider(standIn.path + "/terraform-provider-genesyscloud", folder, variables)
        variables["TF_REATTACH_PROVIDERS"] = provider.address
        defer { provider.end() }
        return try await body(Terraform(variables: variables))
    }

    /// Runs a command of terraform; at most two run at once.
    ///
    /// - Parameters:
    ///   - arguments: The words after `terraform`.
    ///   - folder: The folder that terraform runs in.
    /// - Returns: The text on standard output.
    /// - Throws: ``Failure`` if terraform can't run, or fails.
    @discardableResult
    public func run(_ arguments: [String], in folder: String) async throws -> String {
        try await Self.turnstile.pass {
            try await Self.output(of: ["terraform"] + arguments, in: folder, variables: variables)
        }
    }

    /// The environment variables for terraform: those of the caller, without the caller's settings of terraform.
    private static func variables(configuration: String) -> [String: String] {
        var variables = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("TF_") }
        variables["TF_CLI_CONFIG_FILE"] = configuration
        variables["TF_IN_AUTOMATION"] = "1"
        variables["TF_INPUT"] = "0"
        variables["CHECKPOINT_DISABLE"] = "1"
        // The provider stores a certificate in the home directory.
        variables["HOME"] = standIn.path
        return variables
    }

    private static let standIn = Folders.package.appending(path: ".build/terraform-stand-in")

    private static let turnstile = Turnstile(places: 2)

    /// The path of terraform's configuration file, once everything is prepared.
    private static let ready = Task<String, any Error> {
        do {
            let folder = Folders.package.path
            let variables = ProcessInfo.processInfo.environment
            _ = try await output(of: ["terraform", "-version"], in: folder, variables: variables)
            let setup = Folders.package.appending(path: "Tests/Terraform/setup").path
            let path = try await output(of: [setup, standIn.path], in: folder, variables: variables)
            return path.trimmingCharacters(in: .whitespacesAndNewlines)
        } catch {
            let reason = "tests that run terraform are skipped: \(error)\n"
            FileHandle.standardError.write(Data(reason.utf8))
            throw error
        }
    }

    private static func output(
        of command: [String],
        in folder: String,
        variables: [String: String]
    ) async throws -> String {
        // Files rather than pipes, which somebody would have to read meanwhile.
        let outputs = try TemporaryFolder()
        try outputs.write("", to: "output")
        try outputs.write("", to: "errors")
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = command
        process.currentDirectoryURL = URL(filePath: folder)
        process.environment = variables
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle(forWritingAtPath: outputs.path + "/output")
        process.standardError = FileHandle(forWritingAtPath: outputs.path + "/errors")
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in continuation.resume() }
            do {
                try process.run()
            } catch {
                continuation.resume(throwing: error)
            }
        }
        guard process.terminationStatus == 0 else {
            let said = (outputs.read("output") ?? "") + (outputs.read("errors") ?? "")
            let status = process.terminationStatus
            throw Failure(description: "'\(command.joined(separator: " "))' ended with status \(status)\n\(said)")
        }
        return outputs.read("output") ?? ""
    }
}

/// The fake provider, running in a folder.
private final class Provider: Sendable {
    /// The value for `TF_REATTACH_PROVIDERS`.
    let address: String

    private let process: Process
    /// The folder of the provider's socket, and the provider's standard input; the provider ends when that input ends.
    private let (temporary, input): (TemporaryFolder, Pipe)

    /// Starts the provider, and waits for its address.
    init(_ program: String, _ folder: String, _ variables: [String: String]) async throws {
        (temporary, input) = (try TemporaryFolder(), Pipe())
        let said = Pipe()
        process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = ["--dev"]
        process.currentDirectoryURL = URL(filePath: folder)
        process.environment = variables.merging(["PYTHONUNBUFFERED": "1", "TMPDIR": temporary.path]) { $1 }
        process.standardInput = input
        process.standardOutput = said
        let (pieces, feed) = AsyncStream.makeStream(of: Data.self)
        said.fileHandleForReading.readabilityHandler = { handle in
            let piece = handle.availableData
            if piece.isEmpty { feed.finish() } else { feed.yield(piece) }
        }
        defer { said.fileHandleForReading.readabilityHandler = nil }
        try process.run()
        var text = ""
        for await piece in pieces {
            text += String(decoding: piece, as: UTF8.self)
            // export TF_REATTACH_PROVIDERS='…'
            let parts = text.split(separator: "'", omittingEmptySubsequences: false)
            guard parts.count == 3 else { continue }
            address = String(parts[1])
            return
        }
        throw Terraform.Failure(description: "the provider gave no address\n\(text)")
    }

    func end() {
        process.terminate()
    }
}

/// Lets a limited number of tasks run at once; the others wait in line.
private actor Turnstile {
    private var places: Int
    private var line: [CheckedContinuation<Void, Never>] = []

    init(places: Int) {
        self.places = places
    }

    /// Runs an action as soon as fewer than the limited number of tasks are running.
    func pass<Result: Sendable>(_ action: @Sendable () async throws -> Result) async rethrows -> Result {
        if places > 0 {
            places -= 1
        } else {
            await withCheckedContinuation { line.append($0) }
        }
        defer { leave() }
        return try await action()
    }

    private func leave() {
        if line.isEmpty { places += 1 } else { line.removeFirst().resume() }
    }
}
