import YAML

extension ReadingError {
    init(_ error: YAMLError, in file: String) {
        self.init(error.problem, at: Place(file: file, position: error.position))
    }
}
