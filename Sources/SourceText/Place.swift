/// A place in a file.
public struct Place: Hashable, Sendable {
    /// The path as the user gave it, relative to the working directory if possible.
    public var file: String

    /// The position in the file, or `nil` for the whole file, or for a file without lines, such as a base64 export.
    public var position: Position?

    /// Makes a place in a file, or of the whole file.
    public init(file: String, position: Position? = nil) {
        self.file = file
        self.position = position
    }
}

extension Place: Comparable {
    /// Orders places by file, then from top to bottom; a whole file comes before the positions in that file.
    public static func < (lhs: Place, rhs: Place) -> Bool {
        guard lhs.file == rhs.file else { return lhs.file < rhs.file }
        guard let right = rhs.position else { return false }
        guard let left = lhs.position else { return true }
        return left < right
    }
}

extension Place: CustomStringConvertible {
    /// The place as `file:line:column`, or only the file if there is no position.
    public var description: String {
        position.map { "\(file):\($0)" } ?? file
    }
}
