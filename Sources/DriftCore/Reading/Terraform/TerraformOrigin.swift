/// What a value that is not known until apply may come from.
enum TerraformOrigin: Hashable {
    /// A managed flow that is yet to be made.
    case flow(address: String)
    /// A flow that is yet to be looked up.
    case lookup(TerraformInventory.Lookup)
    /// Something in an instance of a module.
    case module(TerraformAddress.ModulePath)
    /// Something that a plan does not show.
    case opaque(String)
}
