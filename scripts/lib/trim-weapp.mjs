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

/** The block of a BEM class name with an element, as it stands in scripts, styles and templates. */
const BLOCK = /(?<![\w-])[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?=__[a-z])/g

/** Shorter names are not worth replacing. */
const MIN_BLOCK_LENGTH = 6

/**
 * Replaces the blocks of class names with elements (`order-frame__head`) by short ones, the same in all files, because
 * names are a tenth of a small mini-program's styles. Sections keep theirs, which tell what an app contains.
 * @param {string} out
 */
export function shortenClassNames(out) {
  const files = readdirSync(out, { recursive: true })
    .map(String)
    .filter((name) => /\.(js|wxss|wxml)$/.test(name))
    .map((name) => ({ name, text: readFileSync(path.join(out, name), 'utf8') }))
  const blocksOf = (/** @type {RegExp} */ names) =>
    new Set(files.filter(({ name }) => names.test(name)).flatMap(({ text }) => text.match(BLOCK) ?? []))
  const ofSections = blocksOf(/section-[^/]*$/)
  const blocks = [...blocksOf(/\.wxss$/)].filter(
    (block) => block.length >= MIN_BLOCK_LENGTH && !ofSections.has(block),
  )
  const short = new Map(blocks.sort().map((block, i) => [block, `k${i.toString(36)}`]))
  for (const { name, text } of files) {
    const shorter = text.replace(BLOCK, (block) => short.get(block) ?? block)
    if (shorter !== text) writeFileSync(path.join(out, name), shorter)
  }
}
