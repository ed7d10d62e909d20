// A plugin that imports the kit has calls, contexts and statuses with it.
@_exported public import IPC
