/// The version of the program.
enum ProgramVersion {
    /// The number, as releases are tagged with it.
    static let text = "0.1.0"
}
