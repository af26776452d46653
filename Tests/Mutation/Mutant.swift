/// Negates a condition, or removes it, if its number is the chosen one.
public enum Mutant {
    /// The number of the mutant to try, or -1 for none.
    nonisolated(unsafe) public static var chosen = -1

    static func turn(_ number: Int, _ value: @autoclosure () -> Bool) -> Bool {
        chosen == number ? !value() : value()
    }

    static func leave(_ number: Int, _ neutral: Bool, _ value: @autoclosure () -> Bool) -> Bool {
        chosen == number ? neutral : value()
    }
}
