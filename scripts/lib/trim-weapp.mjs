import { appendFileSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'acorn'
import postcss from 'postcss'
import { nodesIn } from './section-stubs.mjs'

/** Attributes that Taro sets by itself. */
const ALWAYS = /^(id|class|style|bindtap|catchtouchmove|(data|aria)-.*)$/

/** A template attribute that binds a property of its node or reports an event. */
const ATTRIBUTE = / ([a-z][\w-]*)="(?:\{\{[^"]*\bi\.(?:p\d+|focus)\b[^"]*\}\}|eh)"/g

const bare = (/** @type {string} */ name) => name.replace(/-/g, '').toLowerCase()

/** Removes attributes that no source uses, and whitespace. @param {string} wxml @param {Set<string>} words */
function trimTemplate(wxml, words) {
  const isNamed = (/** @type {string} */ name) =>
    ALWAYS.test(name) || words.has(bare(name.replace(/^bind/, 'on')))
  return wxml
    .replace(ATTRIBUTE, (attribute, name) => (isNamed(name) ? attribute : ''))
    .replace(/>\s+</g, '><')
    .replace(/\s+/g, ' ')
    .trim()
}

/**
 * Width in px that a mini-program's window never has: tablets and computers show a window of a phone's size, because `app.json`
 * does not allow other sizes, and unfolded phones have 600 to 850 px. Source:
 * https://developers.weixin.qq.com/miniprogram/dev/framework/view/resizable.html
 */
const TOO_WIDE = 900

/** Removes the rules for windows that are wider than a mini-program's. @param {string} wxss */
function removeWideRules(wxss) {
  const root = postcss.parse(wxss)
  root.walkAtRules('media', (block) => {
    if (Number(block.params.match(/min-width:\s*(\d+)px/)?.[1]) >= TOO_WIDE) block.remove()
  })
  return root.toString()
}

/**
 * Removes the styles of icons that no script uses and for wide windows, the pointer, which phones lack, and what drawings say by
 * default.
 * @param {string} wxss @param {string} scripts
 */
const trimStyle = (wxss, scripts) =>
  removeWideRules(wxss)
    .replace(/\.icon--([a-z]+)\{[^}]*\}/g, (rule, name) => (scripts.includes(`"${name}"`) ? rule : ''))
    .replace(/cursor:pointer;|;?cursor:pointer(?=\})/g, '')
    .replace(/[^{}]+\{\}/g, '')
    .replaceAll('data:image/svg+xml;charset=utf-8,', 'data:image/svg+xml,')
    .replaceAll('var(--fs, 1)', 'var(--fs,1)')

/**
 * Removes unused attributes and icon styles from a built mini-program.
 * @param {string} out @param {string[]} words every word of its sources
 */
export function trimWeapp(out, words) {
  const files = readdirSync(out, { recursive: true }).map(String)
  const textOf = (/** @type {string} */ name) => readFileSync(path.join(out, name), 'utf8')
  const known = new Set(words.map(bare))
  const scripts = files.filter((name) => name.endsWith('.js')).map(textOf)
  for (const name of files) {
    if (name.endsWith('.wxml')) writeFileSync(path.join(out, name), trimTemplate(textOf(name), known))
    if (name.endsWith('.wxss')) writeFileSync(path.join(out, name), trimStyle(textOf(name), scripts.join()))
  }
}

/** A file that several pages of a package share, which Taro names by a hash of 32 digits. */
const SHARED = /(?<=sub-common\/)[0-9a-f]{32}/g

/** Shortens the names of files that pages of a package share: each page lists all of them. @param {string} out */
export function shortenSharedNames(out) {
  const files = readdirSync(out, { recursive: true }).map(String)
  const hashes = [...new Set(files.flatMap((name) => name.match(SHARED) ?? []))].sort()
  const short = new Map(hashes.map((hash, i) => [hash, i.toString(36)]))
  const shorten = (/** @type {string} */ text) => text.replace(SHARED, (hash) => short.get(hash) ?? hash)
  for (const name of files.filter((file) => /\.(js|wxss)$/.test(file))) {
    const file = path.join(out, name)
    writeFileSync(file, shorten(readFileSync(file, 'utf8')))
    if (shorten(name) !== name) renameSync(file, path.join(out, shorten(name)))
  }
}

/** A BEM class name of an element without its modifier, as it is written in scripts, styles and templates. */
const ELEMENT = /(?<![\w-])([a-z][a-z0-9]*(?:-[a-z0-9]+)*)__[a-z0-9]+(?:-[a-z0-9]+)*/g

/**
 * Replaces class names of elements (`order-frame__head`) by short ones, the same in all files, because names are a fifth of a
 * small mini-program's styles. Names that only sections contain are unchanged: they show what an app contains.
 * @param {string} out
 */
export function shortenClassNames(out) {
  const files = readdirSync(out, { recursive: true })
    .map(String)
    .filter((name) => /\.(js|wxss|wxml)$/.test(name))
    .map((name) => ({ name, text: readFileSync(path.join(out, name), 'utf8') }))
  const matchesIn = (/** @type {RegExp} */ names) =>
    files.filter(({ name }) => names.test(name)).flatMap(({ text }) => [...text.matchAll(ELEMENT)])
  const shared = new Set(matchesIn(/^(?!section-)/).map(([, block]) => block))
  const ofSections = new Set(
    matchesIn(/^section-/).flatMap(([, block]) => (shared.has(block) ? [] : [block])),
  )
  const styled = new Set(
    matchesIn(/\.wxss$/).flatMap(([element, block]) => (ofSections.has(block) ? [] : [element])),
  )
  const short = new Map([...styled].sort().map((element, i) => [element, `k${i.toString(36)}`]))
  for (const { name, text } of files) {
    const shorter = text.replace(ELEMENT, (element) => short.get(element) ?? element)
    if (shorter !== text) writeFileSync(path.join(out, name), shorter)
  }
}

/** A length that grows with the text size. */
const SCALED = /calc\((\d+)px\*var\(--fs,1\)\)/g
/** From this number of uses, a length's variable is shorter than the length. */
const FEW = 5

/**
 * Declares the scaled lengths that are used often as variables, on the elements that set the text size: `page` and, inline, the
 * root of a page.
 * @param {string} out
 */
export function shareScaledLengths(out) {
  const files = readdirSync(out, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.wxss'))
    .map((name) => ({ name, text: readFileSync(path.join(out, name), 'utf8') }))
  /** @type {Map<string, number>} */
  const uses = new Map()
  for (const { text } of files)
    for (const [, px = ''] of text.matchAll(SCALED)) uses.set(px, (uses.get(px) ?? 0) + 1)
  const shared = [...uses].flatMap(([px, count]) => (count < FEW ? [] : [px])).sort()
  const shorten = (/** @type {string} */ text) =>
    text.replace(SCALED, (length, px) => (shared.includes(px) ? `var(--s${px})` : length))
  for (const { name, text } of files) writeFileSync(path.join(out, name), shorten(text))
  const declared = shared.map((px) => `--s${px}:calc(${px}px*var(--fs,1))`).join(';')
  appendFileSync(path.join(out, 'app.wxss'), `page,.page{${declared}}`)
}

const STRICT = '"use strict";'

/** @typedef {import('acorn').Node & { type: string }} Node */

/** The member of a call `(0,a.b)()`, with the range of its parentheses. @param {unknown} call @param {string} source */
function indirectMember(call, source) {
  const { type, callee } = /** @type {{ type?: string, callee?: Node & { expressions?: Node[] } }} */ (call)
  if (type !== 'CallExpression' || !callee?.expressions) return []
  const { start, end, expressions } = callee
  const [zero, member] = expressions
  const isMember = /^[\w$]+\.[\w$]+$/.test(source.slice(member?.start, member?.end))
  if (expressions.length !== 2 || source.slice(zero?.start, zero?.end) !== '0' || !member || !isMember)
    return []
  return source[start - 1] === '(' && source[end] === ')' ? [{ start: start - 1, end: end + 1, member }] : []
}

/**
 * Calls imported functions as `a.b()` instead of `(0,a.b)()`, which differs only in `this`, and declares strict mode once in
 * a file instead of in each module.
 * @param {string} source
 */
function shortenModules(source) {
  const members = [...nodesIn(parse(source, { ecmaVersion: 2018 }))].flatMap((node) =>
    indirectMember(node, source),
  )
  const shorter = members
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, member }) => {
      const before = text.slice(0, start)
      const gap = /[\w$]$/.test(before) ? ' ' : ''
      return `${before}${gap}${text.slice(member.start, member.end)}${text.slice(end)}`
    }, source)
  return shorter.includes(`{${STRICT}`) ? STRICT + shorter.replaceAll(`{${STRICT}`, '{') : shorter
}

/** Shortens how the scripts of a mini-program call each other. @param {string} out */
export function shortenScripts(out) {
  const names = readdirSync(out, { recursive: true }).map(String)
  for (const name of names.filter((file) => file.endsWith('.js'))) {
    const file = path.join(out, name)
    writeFileSync(file, shortenModules(readFileSync(file, 'utf8')))
  }
}
