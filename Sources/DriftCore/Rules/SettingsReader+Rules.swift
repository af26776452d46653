extension SettingsReader {
    /// Makes a reader that knows every rule.
    public init() {
        self.init(rules: DriftRule.all)
    }
}
