import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'acorn'

/** @typedef {{ type: string, [key: string]: unknown }} Node */

/** Every node of a syntax tree. @param {unknown} node @returns {Generator<Node>} */
export function* nodesIn(node) {
  if (Array.isArray(node)) for (const each of node) yield* nodesIn(each)
  else if (node && typeof node === 'object') {
    if (typeof Reflect.get(node, 'type') === 'string') yield/** @type {Node} */ (node)
    for (const value of Object.values(node)) yield* nodesIn(value)
  }
}

/**
 * Creates a stub for a script: the same module ids with empty modules.
 * @param {string} source `(wx.webpackJsonp = …).push([[ids], { id: function … }])`
 */
function stubOf(source) {
  for (const node of nodesIn(parse(source, { ecmaVersion: 2018 }))) {
    if (node.type !== 'CallExpression') continue
    const [given] = /** @type {import('acorn').CallExpression} */ (/** @type {unknown} */ (node)).arguments
    if (given?.type !== 'ArrayExpression') continue
    const [ids, modules] = given.elements
    if (ids?.type !== 'ArrayExpression' || modules?.type !== 'ObjectExpression') continue
    const names = modules.properties.map((property) => {
      if (property.type !== 'Property') throw new Error('a part of a section is not a list of modules')
      return source.slice(property.key.start, property.key.end)
    })
    const empty = names.map((name) => `${name}:function(){}`).join()
    return `(wx.webpackJsonp=wx.webpackJsonp||[]).push([${source.slice(ids.start, ids.end)},{${empty}}])`
  }
  throw new Error('a part of a section is not as webpack used to make them')
}

/**
 * Stubs of the section scripts in a mini-program's engine, by file name. @param {string} out @returns {Record<string,
 * string>}
 */
export function sectionStubs(out) {
  const parts = readdirSync(out).filter((name) => /^section-.*\.js$/.test(name))
  if (parts.length === 0) throw new Error('The engine has no sections in files of their own')
  return Object.fromEntries(parts.map((name) => [name, stubOf(readFileSync(path.join(out, name), 'utf8'))]))
}
