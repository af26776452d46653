enum ProgramVersion {
    /// The version number, as in the tags of releases.
    static let text = "0.1.0"
}
