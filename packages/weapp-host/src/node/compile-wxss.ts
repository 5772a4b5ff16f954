import { readFileSync } from 'node:fs'
import path from 'node:path'
import postcss, { type Rule } from 'postcss'
import selectorParser from 'postcss-selector-parser'
import { BUILTIN_TAGS } from '../shared/builtin-tags'

const builtins = new Set(BUILTIN_TAGS)
const selectors = selectorParser((root) => {
  root.walkTags((tag) => {
    if (builtins.has(tag.value)) tag.value = `wx-${tag.value}`
  })
})

const isKeyframe = (rule: Rule) =>
  rule.parent?.type === 'atrule' && /keyframes$/.test((rule.parent as { name?: string }).name ?? '')

/** Compiles a WXSS file to CSS: imports are inlined, and tag selectors of built-ins renamed. Throws on invalid syntax. */
export function compileWxss(folder: string, file: string, seen = new Set<string>()): string {
  if (seen.has(file)) return ''
  seen.add(file)
  const root = postcss.parse(readFileSync(path.join(folder, file), 'utf8'), { from: file })
  const imported: string[] = []
  root.walkAtRules('import', (rule) => {
    const target = /["']([^"']+)["']/.exec(rule.params)?.[1]
    if (!target) return
    const next = target.startsWith('/') ? target.slice(1) : path.posix.join(path.posix.dirname(file), target)
    imported.push(compileWxss(folder, next, seen))
    rule.remove()
  })
  root.walkRules((rule) => {
    if (!isKeyframe(rule)) rule.selector = selectors.processSync(rule.selector)
  })
  return [...imported, root.toString()].join('\n')
}
