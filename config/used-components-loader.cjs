const { parse } = require('acorn')
const { getComponentsAlias } = require('@tarojs/shared')
// Taro's template builder has a list of its own, to which its plugins add
const { internalComponents } = require('@tarojs/shared/dist/template')

/** Names in Taro's modules: lists of components with their attributes, their numbering, and the list of asynchronous calls. */
const LISTS = ['internalComponents', 'components']
/** The tags that Taro does not take for an app's own components. */
const TAGS = ['DEFAULT_COMPONENTS', 'TT_SPECIFIC_COMPONENTS']
const OWN_TAGS = ['custom-wrapper', 'slot', 'block']
const [NUMBERING, CALLS] = ['getComponentsAlias', 'needPromiseApis']

/** Forms of a view, text or image, which Taro numbers on their own. */
const FORM = /^(static|pure|catch|click)-|^#text$/

const toDashed = (/** @type {string} */ name) => name.replace(/(?<=[a-z])[A-Z]/g, '-$&').toLowerCase()

/**
 * The numbers by which Taro's templates know the used components and attributes. Templates are created in this process, from
 * the same list.
 * @param {{ components: string[], words: string[] }} used
 */
function numbersOf({ components, words }) {
  const all = getComponentsAlias(internalComponents)
  if (!all.view.ariaLabel) throw new Error('Taro no longer adds the attributes of aria-plugin.ts to its list')
  const names = new Set(components.map(toDashed))
  const known = new Set(['_num', ...words])
  const usedOf = (numbers) => Object.fromEntries(Object.entries(numbers).filter(([name]) => known.has(name)))
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, numbers]) =>
      names.has(name) || FORM.test(name) ? [[name, usedOf(numbers)]] : [],
    ),
  )
}

/**
 * Reduces Taro's lists of WeChat components and calls to those that the app uses, and replaces the computation of the numbers of
 * components and attributes by its result. The options are the names that the app's sources contain.
 */
module.exports = function usedParts(source) {
  const used = this.getOptions()
  const { body } = parse(source, { ecmaVersion: 'latest', sourceType: 'module' })
  const declarations = body.flatMap((node) => (node.type === 'VariableDeclaration' ? node.declarations : []))
  const lists = declarations.filter(({ id }) => LISTS.includes(id.name))
  const entries = lists.flatMap(({ init }) => init.properties.map(({ value }) => value.name))
  const cuts = declarations
    .filter((one) => lists.includes(one) || entries.includes(one.id.name))
    .map(({ init: { start, end } }) => ({ start, end, by: '{}' }))
  const numbering = body.find(({ type, id }) => type === 'FunctionDeclaration' && id.name === NUMBERING)
  if (numbering)
    cuts.push({
      start: numbering.body.start,
      end: numbering.body.end,
      by: `{ return ${JSON.stringify(numbersOf(used))} }`,
    })
  const calls = declarations.find(({ id }) => id.name === CALLS)?.init.arguments[0].elements
  if (!calls || (lists.some(({ id }) => id.name === LISTS[0]) ? !numbering : lists.length === 0))
    throw new Error(`${this.resourcePath} no longer lists what WeChat offers`)
  const tags = new Set([...used.components.map(toDashed), ...OWN_TAGS])
  const keep = (elements, isUsed) =>
    cuts.push({
      start: elements[0].start,
      end: elements.at(-1).end,
      by: elements
        .filter(({ value }) => isUsed(value))
        .map(({ raw }) => raw)
        .join(),
    })
  for (const { init } of declarations.filter(({ id }) => TAGS.includes(id.name)))
    keep(init.arguments[0].elements, (tag) => tags.has(tag))
  keep(calls, (call) => used.words.includes(call))
  return cuts
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, by }) => text.slice(0, start) + by + text.slice(end), source)
    .replace(/(?<=(const|let) [\w$]+ = )(?=new (Set|Map)\()/g, '/*#__PURE__*/ ')
}
