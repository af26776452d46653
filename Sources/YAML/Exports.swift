// A node has its place: who reads YAML has the places too.
@_exported public import SourceText
