import SourceScan
import SourceText

extension FuzzedReader {
    private static let endings = [
        "js", "ts", "jsx", "py", "cs", "java", "kt", "go", "rb", "php", "ps1", "swift", "cls", "sh", "tf", "json",
        "yaml", "vue",
        "svelte", "html", "md", "ipynb", "rs", "scala", "dart", "cpp",
    ]

    /// Scans source code in the language that the first byte selects.
    func readSource(_ bytes: [UInt8]) {
        let ending = Self.endings[Int(bytes.first ?? 0) % Self.endings.count]
        let source = ScannedSource(bytes, file: "a." + ending)
        precondition(source.launches.allSatisfy { $0.position <= $0.end })
        precondition(source.mentions.allSatisfy { $0.position <= $0.end && !$0.name.isEmpty })
        // What has no marker has no launch.
        let mayLaunch = bytes.withUnsafeBytes(LaunchMarkers.mayLaunch)
        precondition(mayLaunch || source.launches.isEmpty)
    }
}
