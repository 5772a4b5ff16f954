const ENTRY = /^ {2}'?([a-z][a-z-]*)'?: defineSection\([\s\S]*?\),\n/gm

/** Removes the sections that a shop does not use from a list of sections. Babel then drops the unused imports. */
module.exports = function ownSections(source) {
  const { kinds } = this.getOptions()
  const entries = [...source.matchAll(ENTRY)]
  if (entries.length === 0) throw new Error(`${this.resourcePath} no longer lists sections as it did`)
  return source.replace(ENTRY, (entry, kind) => (kinds.includes(kind) ? entry : ''))
}
