import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

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

/** Removes the styles of icons that no script uses. @param {string} wxss @param {string} scripts */
const trimStyle = (wxss, scripts) =>
  wxss.replace(/\.icon--([a-z]+)\{[^}]*\}/g, (rule, name) => (scripts.includes(`"${name}"`) ? rule : ''))

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
