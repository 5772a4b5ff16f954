/** Reduces Taro's list of style properties to names that the sources contain. The options are these names. */
module.exports = function usedProperties(source) {
  const { words } = this.getOptions()
  const list = new Function(`${source.replace(/^export .*$/m, '')}; return styleProperties`)()
  const used = list.filter((name) => words.includes(name))
  if (used.length === 0) throw new Error(`${this.resourcePath} no longer lists style properties`)
  return `export const styleProperties = ${JSON.stringify(used)}`
}
