const { parse } = require('acorn')

/** Names of Taro's lists of WeChat's features: components with their attributes, and asynchronous calls. */
const COMPONENTS = ['internalComponents', 'components']
const CALLS = 'needPromiseApis'

/** @typedef {import('acorn').AnyNode & { start: number, end: number }} Node */

const declared = (/** @type {import('acorn').Program} */ program) =>
  program.body.flatMap((node) => (node.type === 'VariableDeclaration' ? node.declarations : []))

/** The attribute lists of unused components. Their names stay, because templates count them. @returns {Node[]} */
function unusedParts(declarations, isUsed) {
  const initOf = (name) => declarations.find(({ id }) => id.name === name)?.init
  return COMPONENTS.flatMap((name) => initOf(name)?.properties ?? [])
    .filter(({ key }) => !isUsed(key.name ?? key.value))
    .map(({ value }) => (value.type === 'Identifier' ? initOf(value.name) : value))
}

/**
 * Reduces Taro's lists of WeChat components and calls to those that the app uses. The options are the names that the app's
 * sources contain.
 */
module.exports = function usedParts(source) {
  const { components, words } = this.getOptions()
  const declarations = declared(parse(source, { ecmaVersion: 'latest', sourceType: 'module' }))
  const list = declarations.find(({ id }) => id.name === CALLS)?.init.arguments[0].elements
  const unused = unusedParts(declarations, (name) => components.includes(name))
  if (!list || unused.length === 0) throw new Error(`${this.resourcePath} no longer lists what WeChat offers`)
  const cuts = unused.map(({ start, end }) => ({ start, end, by: '{}' }))
  const usedCalls = list.filter(({ value }) => words.includes(value)).map(({ raw }) => raw)
  cuts.push({ start: list[0].start, end: list.at(-1).end, by: usedCalls.join() })
  return cuts
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, by }) => text.slice(0, start) + by + text.slice(end), source)
}
