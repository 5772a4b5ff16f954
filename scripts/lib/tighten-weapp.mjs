import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Attributes that Taro sets by itself. */
const ALWAYS = /^(id|class|style|bindtap|catchtouchmove|(data|aria)-.*)$/

/** An attribute of a template that holds a property of its node, or reports an event. */
const ATTRIBUTE = / ([a-z][\w-]*)="(?:\{\{[^"]*\bi\.(?:p\d+|focus)\b[^"]*\}\}|eh)"/g

const bare = (/** @type {string} */ name) => name.replace(/-/g, '').toLowerCase()

/** Templates without the attributes that no source names, and without spaces. @param {string} wxml @param {Set<string>} words */
function tightTemplate(wxml, words) {
  const isNamed = (/** @type {string} */ name) =>
    ALWAYS.test(name) || words.has(bare(name.replace(/^bind/, 'on')))
  return wxml
    .replace(ATTRIBUTE, (attribute, name) => (isNamed(name) ? attribute : ''))
    .replace(/>\s+</g, '><')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Styles without the signs whose names no script holds. @param {string} wxss @param {string} scripts */
const tightStyle = (wxss, scripts) =>
  wxss.replace(/\.icon--([a-z]+)\{[^}]*\}/g, (rule, name) => (scripts.includes(`"${name}"`) ? rule : ''))

/**
 * Leaves out of a built mini-program what its pages never use of what Taro and the signs bring along.
 * @param {string} out @param {string[]} words every word of its sources
 */
export function tightenWeapp(out, words) {
  const files = readdirSync(out, { recursive: true }).map(String)
  const textOf = (/** @type {string} */ name) => readFileSync(path.join(out, name), 'utf8')
  const known = new Set(words.map(bare))
  const scripts = files.filter((name) => name.endsWith('.js')).map(textOf)
  for (const name of files) {
    if (name.endsWith('.wxml')) writeFileSync(path.join(out, name), tightTemplate(textOf(name), known))
    if (name.endsWith('.wxss')) writeFileSync(path.join(out, name), tightStyle(textOf(name), scripts.join()))
  }
}
