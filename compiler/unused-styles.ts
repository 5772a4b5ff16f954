import postcss from 'postcss'
import type { Look } from '@/domain/look/look'
import { cardForms, newerCardForms, titleForms } from '@/domain/look/theme'
import { headForms, headPatterns } from '@/templates/sections/shop-head/settings'

/** Classes of heads that show a sentence, and of a name that stands upright in an almanac. */
const OF_SENTENCES = ['shop-head--said', 'shop-head--long-sentence']
const OF_FORMS: Record<string, string[]> = {
  sentence: OF_SENTENCES,
  almanac: [...OF_SENTENCES, 'shop-head--long-name'],
}

const classesOfHead = (form: unknown, pattern: unknown) => [
  ...[`shop-head--${form}`, `shop-head--bare-${form}`, `shop-head--${pattern}`],
  ...(OF_FORMS[String(form)] ?? []),
]
const classesOfLook = (titles: string, cards: string) => [`look--${titles}-titles`, `look--${cards}-cards`]

const ALL = [
  ...headForms.flatMap((form) => classesOfHead(form, headPatterns[0])),
  ...headPatterns.flatMap((pattern) => classesOfHead(headForms[0], pattern)),
  ...titleForms.flatMap((titles) => classesOfLook(titles, cardForms[0])),
  ...[...cardForms, ...newerCardForms].flatMap((cards) => classesOfLook(titleForms[0], cards)),
]

/** Class names of the forms of heads, titles and cards that a look does not use. */
export function unusedFormClasses({ theme, sections }: Look): Set<string> {
  const unused = new Set(ALL)
  const heads = sections.filter(({ kind }) => kind === 'shop-head')
  const used = [
    ...classesOfLook(theme.titles, theme.newerCards ?? theme.cards),
    ...heads.flatMap(({ settings: { form, pattern } }) => classesOfHead(form, pattern)),
  ]
  for (const name of used) unused.delete(name)
  return unused
}

const CLASS = /\.([\w-]+)/g

/** Removes the selectors of a style sheet that require one of the unused classes, and what is empty afterwards. */
export function removeUnusedRules(css: string, unused: ReadonlySet<string>): string {
  const root = postcss.parse(css)
  root.walkRules((rule) => {
    const used = rule.selectors.filter(
      (selector) => ![...selector.matchAll(CLASS)].some(([, name = '']) => unused.has(name)),
    )
    if (used.length === 0) rule.remove()
    else if (used.length < rule.selectors.length) rule.selectors = used
  })
  root.walkAtRules((block) => {
    if (block.nodes?.length === 0) block.remove()
  })
  return root.toString()
}
