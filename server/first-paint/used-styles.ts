import type { StyleRule } from './style-rules'

const CLASS_ATTRIBUTE = /\bclass="([^"]*)"/g

/** The classes that stand in a piece of HTML. */
const classesIn = (html: string): Set<string> =>
  new Set([...html.matchAll(CLASS_ATTRIBUTE)].flatMap(([, names = '']) => names.split(/\s+/)))

function usedBy(rules: readonly StyleRule[], classes: ReadonlySet<string>): string {
  let used = ''
  for (const rule of rules) {
    const within = usedBy(rule.within, classes)
    if (within) used += `${rule.opening}${within}}`
    else if (rule.within.length === 0 && mayMatch(rule, classes)) used += rule.text
  }
  return used
}

const mayMatch = (rule: StyleRule, classes: ReadonlySet<string>): boolean =>
  rule.classes.length === 0 || rule.classes.some((wanted) => wanted.every((name) => classes.has(name)))

/**
 * The rules that can be about something in `html`, in their order. Only classes are looked at, so some too many stay and
 * none too few go.
 */
export const usedStyles = (rules: readonly StyleRule[], html: string): string =>
  usedBy(rules, classesIn(html))
