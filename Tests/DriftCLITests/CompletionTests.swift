import Foundation
import TestSupport
import Testing

/// Completions from real shells, with the built program.
struct CompletionTests {
    private static let fish = "/usr/bin/fish"
    private static let zsh = "/usr/bin/zsh"
    private static func isThere(_ shell: String) -> Bool { FileManager.default.fileExists(atPath: shell) }

    /// The typed line, and what must be offered for its last word.
    static let lines = [
        ("flowdrift che", "check"), ("flowdrift init --ci git", "gitlab"), ("flowdrift check --environment p", "prod"),
        ("flowdrift check --fail-on w", "warning"), ("flowdrift check --report sa", "sarif"),
        ("flowdrift rules trigger-ta", "trigger-target-missing"), ("flowdrift diff pro", "prod"),
        ("flowdrift contract workflow/", "Order"), ("flowdrift contract --from-l", "--from-launches"),
        ("flowdrift gate --max", "--max-age"),
        ("flowdrift schema order", "order-status"), ("flowdrift schema order-status --as t", "typescript"),
    ]

    /// The lines that fish completes without a terminal; it needs a terminal for names from the program.
    static let fixedLines = lines.filter { !["prod", "Order", "order-status"].contains($0.1) }

    /// Lines that show what a shell does with names from the program.
    static let ownLines = lines.filter { ["check", "prod", "Order"].contains($0.1) }

    /// The program's completion script for each shell.
    private static let scripts: [String: Task<CommandRun, Never>] = {
        let shells = ["bash"] + ["fish", "zsh"].filter { isThere("/usr/bin/\($0)") }
        return Dictionary(uniqueKeysWithValues: shells.map { shell in (shell, Task { await script(shell) }) })
    }()

    private static func script(_ shell: String) async -> CommandRun {
        await CommandRun(["--generate-completion-script", shell], in: Folders.package.path)
    }

    private func repository(_ shell: String) async throws -> TemporaryFolder {
        let folder = try await HelpPage.repository()
        let script = try await #require(Self.scripts[shell]).value
        #expect(script.status == 0)
        try folder.write(script.output, to: "completions")
        return folder
    }

    @Test(arguments: lines)
    func offersInBash(_ line: String, _ expected: String) async throws {
        let folder = try await repository("bash")
        let script = """
            source ./completions
            COMP_LINE=$1 COMP_POINT=${#1} COMP_TYPE=9
            read -r -a COMP_WORDS <<< "$1"
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _flowdrift flowdrift "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
            printf '%s\\n' "${COMPREPLY[@]}"
            """
        let run = try await BuiltProgram.run(["bash", "-c", script, "bash", line], in: folder)
        #expect(run.output.contains(expected), "\(run.output)")
    }

    @Test(.enabled(if: isThere(fish), "fish is not installed"), arguments: fixedLines)
    func offersInFish(_ line: String, _ expected: String) async throws {
        let folder = try await repository("fish")
        let script = "source ./completions; complete --do-complete=\"\(line)\""
        let run = try await BuiltProgram.run([Self.fish, "--no-config", "-c", script], in: folder)
        #expect(run.output.contains(expected), "\(run.output)")
    }

    /// zsh only completes at a terminal, so this test creates one.
    @Test(.enabled(if: isThere(zsh), "zsh is not installed"), arguments: ownLines)
    func offersInZsh(_ line: String, _ expected: String) async throws {
        let folder = try await repository("zsh")
        try FileManager.default.moveItem(
            atPath: folder.path + "/completions",
            toPath: folder.path + "/_flowdrift"
        )
        let script = """
            zmodload zsh/zpty
            zpty shell zsh -f -i
            zpty -w shell 'PS1=READY; fpath=($PWD $fpath); autoload -Uz compinit; compinit -D -u'
            zpty -w shell 'zstyle ":completion:*" list-prompt ""; LISTMAX=1000; bindkey "^I" complete-word; print BE''GIN'
            zpty -r -m shell said '*BEGIN*READY*'
            zpty -n -w shell "$1"$'\\t\\t'
            zpty -n -w shell $'\\C-a: \\C-e; print E"N"D\\n'
            zpty -r -m shell said '*END*'
            print -r -- "$said"
            """
        let run = try await BuiltProgram.run([Self.zsh, "-f", "-c", script, "zsh", line], in: folder)
        #expect(run.output.contains(expected), "\(run.output)")
    }
}
