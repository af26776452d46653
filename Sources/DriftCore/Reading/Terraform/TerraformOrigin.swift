/// A possible origin of a value that is unknown until apply.
enum TerraformOrigin: Hashable {
    /// A managed flow that doesn't exist yet.
    case flow(address: String)
    /// A flow that hasn't been looked up yet.
    case lookup(TerraformInventory.Lookup)
    /// A value from inside an instance of a module.
    case module(TerraformAddress.ModulePath)
    /// A value that a plan doesn't show.
    case opaque(String)
}
