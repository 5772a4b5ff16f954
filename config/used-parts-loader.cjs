const { parse } = require('acorn')

/** Lists of what WeChat offers, as Taro writes them: of each component its attributes, and calls that answer late. */
const COMPONENTS = ['internalComponents', 'components']
const CALLS = 'needPromiseApis'

/** @typedef {import('acorn').AnyNode & { start: number, end: number }} Node */

const declared = (/** @type {import('acorn').Program} */ program) =>
  program.body.flatMap((node) => (node.type === 'VariableDeclaration' ? node.declarations : []))

/** The attributes of components that no page has. Their names stay, as templates count them. @returns {Node[]} */
function unusedParts(declarations, isUsed) {
  const initOf = (name) => declarations.find(({ id }) => id.name === name)?.init
  return COMPONENTS.flatMap((name) => initOf(name)?.properties ?? [])
    .filter(({ key }) => !isUsed(key.name ?? key.value))
    .map(({ value }) => (value.type === 'Identifier' ? initOf(value.name) : value))
}

/**
 * Keeps, of Taro's lists for WeChat, what this app uses: every component and every call has its lines there. The
 * options are the names that the app's sources hold.
 */
module.exports = function usedParts(source) {
  const { components, words } = this.getOptions()
  const declarations = declared(parse(source, { ecmaVersion: 'latest', sourceType: 'module' }))
  const list = declarations.find(({ id }) => id.name === CALLS)?.init.arguments[0].elements
  const parts = unusedParts(declarations, (name) => components.includes(name))
  if (!list || parts.length === 0) throw new Error(`${this.resourcePath} no longer lists what WeChat offers`)
  const cuts = parts.map(({ start, end }) => ({ start, end, by: '{}' }))
  const kept = list.filter(({ value }) => words.includes(value)).map(({ raw }) => raw)
  cuts.push({ start: list[0].start, end: list.at(-1).end, by: kept.join() })
  return cuts
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, by }) => text.slice(0, start) + by + text.slice(end), source)
}
