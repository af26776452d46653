/// Turns a condition, or leaves it out, where its number is the chosen one.
public enum Mutant {
    /// The mutant that is tried; -1 for none.
    nonisolated(unsafe) public static var chosen = -1

    static func turn(_ number: Int, _ value: @autoclosure () -> Bool) -> Bool {
        chosen == number ? !value() : value()
    }

    static func leave(_ number: Int, _ neutral: Bool, _ value: @autoclosure () -> Bool) -> Bool {
        chosen == number ? neutral : value()
    }
}
