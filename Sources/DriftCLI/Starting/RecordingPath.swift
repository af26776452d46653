import DriftCore
import DriftEngine

/// The path of a recording, as contracts list it.
struct RecordingPath {
    private let file: String
    private let context: Context

    init(_ file: String, _ context: Context) {
        self.file = file
        self.context = context
    }

    /// Whether a contract lists the recording, by its path or by a pattern.
    func isListed(in contract: Contract) -> Bool {
        let (whole, path) = (context.path(contract.file), FilePath(context.path(file)).text)
        return (contract.launch?.recordings ?? []).contains { pattern in
            FilePattern(FilePath(pattern.value, in: whole).text).matches(path)
        }
    }

    /// Why a contract can't list the recording, or `nil` if it can.
    var obstacle: String? {
        if !(context.confinement?.isInRepository(file) ?? true) { return "the file is outside the repository" }
        return file.contains("#") ? "a path in that list can't contain '#'; rename the file" : nil
    }

    /// The path as seen from a contract.
    func relative(to contract: String) -> String {
        FilePath(context.path(file)).relative(toFolderOf: FilePath(context.path(contract)))
    }
}
