import type { StyleRule } from './style-rules'

const CLASS_ATTRIBUTE = /\bclass="([^"]*)"/g

const collectClasses = (html: string): Set<string> =>
  new Set([...html.matchAll(CLASS_ATTRIBUTE)].flatMap(([, names = '']) => names.split(/\s+/)))

function selectRules(rules: readonly StyleRule[], classes: ReadonlySet<string>): string {
  let used = ''
  for (const rule of rules) {
    const nested = selectRules(rule.nested, classes)
    if (nested) used += `${rule.opening}${nested}}`
    else if (rule.nested.length === 0 && mayMatch(rule, classes)) used += rule.text
  }
  return used
}

const mayMatch = (rule: StyleRule, classes: ReadonlySet<string>): boolean =>
  rule.classes.length === 0 || rule.classes.some((wanted) => wanted.every((name) => classes.has(name)))

/**
 * Returns the text of the rules that may match an element of `html`, in order. Only classes are compared, so the result may
 * contain unused rules but never misses a used one.
 */
export const selectUsedStyles = (rules: readonly StyleRule[], html: string): string =>
  selectRules(rules, collectClasses(html))
