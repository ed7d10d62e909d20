// A plugin that imports the model works with the store's transactions, pages and stored records, and needs no
// import of its own for them.
@_exported public import Store
