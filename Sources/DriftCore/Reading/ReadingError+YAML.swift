import YAML

extension ReadingError {
    /// Says that a file is not YAML.
    init(_ error: YAMLError, in file: String) {
        self.init(error.problem, at: Place(file: file, position: error.position))
    }
}
