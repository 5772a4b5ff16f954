const ENTRY = /^ {2}'?([a-z][a-z-]*)'?: draws\([\s\S]*?\),\n/gm

/** Leaves out of a list of sections those that a shop has not; Babel drops what nothing refers to any more. */
module.exports = function ownSections(source) {
  const { kinds } = this.getOptions()
  const entries = [...source.matchAll(ENTRY)]
  if (entries.length === 0) throw new Error(`${this.resourcePath} no longer lists sections as it did`)
  return source.replace(ENTRY, (entry, kind) => (kinds.includes(kind) ? entry : ''))
}
