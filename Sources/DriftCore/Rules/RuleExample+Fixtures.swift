extension RuleExample {
    /// Every file under Tests/DriftCoreTests/Fixtures, written by `make record`; do not edit.
    static let fixtures = #"""
        """#
}
