// A node has its place: who reads JSON has the places too.
@_exported public import SourceText
