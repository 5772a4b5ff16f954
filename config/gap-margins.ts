import postcss, { type Container, type Rule } from 'postcss'

/**
 * Fallback for flex `gap` on phones without it (iOS before 14.5, Chrome before 84): both builds add equal margins to every
 * style sheet, so source styles use only `gap`.
 */

/** Selectors for the children of an element. WXSS has neither `*` nor a bare pseudo-class. */
export interface ChildSelectors {
  each: string
  /** Each child that follows another one. */
  next: string
}

export const H5_CHILDREN: ChildSelectors = { each: ':nth-child(n)', next: ':nth-child(n+2)' }

/** Class that the mini-program's templates give to every element. */
export const WEAPP_CHILD = 'el'
export const WEAPP_CHILDREN: ChildSelectors = {
  each: `.${WEAPP_CHILD}`,
  next: `.${WEAPP_CHILD}+.${WEAPP_CHILD}`,
}

/**
 * True only in browsers without flex `gap`: iOS got `inset` and Chrome got unprefixed `appearance` with the same version.
 */
export const WITHOUT_GAP = 'not ((inset:0) or (appearance:none))'

type Facts = Record<string, string>
type Kind = 'none' | 'row' | 'column' | 'wrap'
interface Emitted {
  /** The `@media` queries around the rule, outermost first. */
  media: string[]
  base: string
  selector: string
  declarations: string
}

const TOUCHES =
  /^(gap|row-gap|column-gap|display|flex-direction|flex-wrap|flex-flow|(margin|padding)(-right|-bottom)?|(min-)?height)$/
const PIXELS = /^-?(\d*\.)?\d+px$/

/** Splits a value: `8px calc(1px + 2px)` has two parts. */
const partsOf = (value: string) => value.match(/(?:[^\s()]|\([^()]*(?:\([^()]*\)[^()]*)*\))+/g) ?? []
const isZero = (value: string) => Number.parseFloat(value) === 0 && !/[*+/]/.test(value)
const px = (value: string) => (isZero(value) ? 0 : PIXELS.test(value) ? Number.parseFloat(value) : undefined)
const inCalc = (value: string) => value.replace(/^calc(?=\()/, '')

/** Computes `a + factor × b`. */
function plus(a: string, factor: 1 | -1, b: string): string {
  const [first, second] = [px(a), px(b)]
  if (first !== undefined && second !== undefined) {
    const sum = first + factor * second
    return sum === 0 ? '0' : `${sum}px`
  }
  if (second === 0) return a
  if (first === 0) return factor === 1 ? b : `calc(${inCalc(b)}*-1)`
  return `calc(${inCalc(a)} ${factor === 1 ? '+' : '-'} ${inCalc(b)})`
}

/** The value of one side, from its own property or the shorthand. */
function side(facts: Facts, property: 'margin' | 'padding', name: 'right' | 'bottom'): string {
  const [top = '0', right = top, bottom = top] = partsOf(facts[property] ?? '0')
  return facts[`${property}-${name}`] ?? (name === 'right' ? right : bottom)
}

function gapsOf(facts: Facts): [row: string, column: string] {
  const [row = '0', column = row] = partsOf(facts.gap ?? '0')
  return [facts['row-gap'] ?? row, facts['column-gap'] ?? column]
}

function kindOf(facts: Facts, own: Facts, rule: Rule): Kind {
  const [direction = 'row', wrap = 'nowrap'] = [
    facts['flex-direction'] ?? facts['flex-flow']?.match(/(row|column)(-reverse)?/)?.[0],
    facts['flex-wrap'] ?? facts['flex-flow']?.match(/(no)?wrap/)?.[0],
  ]
  if (!facts.display) throw rule.error('`gap` needs `display: flex` beside it')
  if (/grid/.test(facts.display) && own.gap) throw rule.error('a grid says `grid-gap`, which old phones know')
  if (!/^(inline-)?flex$/.test(facts.display)) return 'none'
  if (/inherit|unset|initial/.test(facts.gap ?? '')) throw rule.error('`gap` says how much')
  if (/reverse/.test(direction)) throw rule.error('`gap` in a reversed direction has no margins yet')
  if (wrap === 'nowrap') return direction as Kind
  if (direction === 'row' && wrap === 'wrap') return 'wrap'
  throw rule.error('`gap` in columns that wrap has no margins')
}

/** The block or element whose variant a selector styles: `.a--large .b--wide` is about `.b`. */
const baseOf = (selector: string) =>
  (selector.split(/[\s>+~]+(?![^(]*\))/).at(-1) ?? '')
    .replace(/--[\w-]+/g, '')
    .replace(/^(\.[\w-]+)\1+/, '$1')

/**
 * A wrapping container gives each child the gap as right and bottom margin, and removes it at its own edges: from its
 * padding, then by a negative margin.
 */
function wrapping(facts: Facts, [row, column]: [string, string]) {
  const own: string[] = []
  for (const [name, gap] of [
    ['right', column],
    ['bottom', row],
  ] as const) {
    if (isZero(gap)) continue
    const padding = side(facts, 'padding', name)
    const taken = Math.min(px(padding) ?? Number.POSITIVE_INFINITY, px(gap) ?? 0)
    if (taken > 0) own.push(`padding-${name}:${plus(padding, -1, `${taken}px`)}`)
    const left = plus(gap, -1, `${taken}px`)
    if (!isZero(left)) own.push(`margin-${name}:${plus(side(facts, 'margin', name), -1, left)}`)
    if (name === 'bottom')
      for (const height of ['min-height', 'height'])
        if (facts[height] && !isZero(left)) own.push(`${height}:${plus(facts[height], 1, left)}`)
  }
  const each = [!isZero(column) && `margin-right:${column}`, !isZero(row) && `margin-bottom:${row}`]
  return { own: own.join(';'), each: each.filter(Boolean).join(';') }
}

class Margins {
  /** Declarations of rules outside of any condition, by selector. */
  private readonly facts = new Map<string, Facts>()
  private readonly kinds = new Map<string, Set<Kind>>()
  private readonly emitted: Emitted[] = []

  constructor(private readonly children: ChildSelectors) {}

  read(rule: Rule) {
    if (rule.parent?.type === 'root') for (const selector of rule.selectors) this.add(selector, rule)
  }

  private add(selector: string, rule: Rule) {
    const facts = this.facts.get(selector) ?? {}
    this.facts.set(selector, Object.assign(facts, declarationsOf(rule)))
  }

  write(rule: Rule) {
    const own = declarationsOf(rule)
    if (!Object.keys(own).some((property) => TOUCHES.test(property))) return
    for (const selector of rule.selectors) {
      if (selector.includes('::')) continue
      const base = baseOf(selector)
      const facts = { ...this.facts.get(base), ...this.facts.get(selector), ...own }
      if (!('gap' in facts || 'row-gap' in facts || 'column-gap' in facts)) continue
      this.emitMargins(rule, base, selector, { facts, own })
    }
  }

  private emitMargins(
    rule: Rule,
    base: string,
    selector: string,
    { facts, own }: { facts: Facts; own: Facts },
  ) {
    const kind = kindOf(facts, own, rule)
    const gaps = gapsOf(facts)
    const kinds = this.kinds.get(base) ?? new Set()
    this.kinds.set(base, kinds.add(kind))
    const emit = (part: string, declarations: string) =>
      declarations &&
      this.emitted.push({ media: mediaOf(rule), base, selector: selector + part, declarations })
    const { each, next } = this.children
    // a changed direction has to reset the margins of the usual one
    const undo = (property: string, other: Kind) => (kinds.has(other) ? `;${property}:0` : '')
    if (kind === 'wrap') {
      if (kinds.has('row') || kinds.has('column')) throw rule.error('a part with `gap` wraps always or never')
      const wrapped = wrapping(facts, gaps)
      emit('', wrapped.own)
      emit(`>${each}`, wrapped.each)
    } else if (kinds.has('wrap')) throw rule.error('a part with `gap` wraps always or never')
    else if (kind === 'column') emit(`>${next}`, `margin-top:${gaps[0]}${undo('margin-left', 'row')}`)
    else if (kind === 'row') emit(`>${next}`, `margin-left:${gaps[1]}${undo('margin-top', 'column')}`)
    else if (kinds.size > 1) emit(`>${next}`, 'margin-top:0;margin-left:0')
  }

  /** Serializes the rules in order. Selectors with a single rule may be grouped, because their order does not matter. */
  toString(): string {
    const times = (base: string, selector: string) =>
      this.emitted.filter((one) => one.base === base && one.selector.includes('>') === selector.includes('>'))
        .length
    const free = new Map<string, string[]>()
    const ordered: string[] = []
    for (const { media, base, selector, declarations } of this.emitted) {
      if (media.length === 0 && times(base, selector) === 1)
        free.set(declarations, [...(free.get(declarations) ?? []), selector])
      else
        ordered.push(
          media.reduceRight((text, query) => `@media ${query}{${text}}`, `${selector}{${declarations}}`),
        )
    }
    const rules = [
      ...[...free].map(([declarations, selectors]) => `${selectors.join()}{${declarations}}`),
      ...ordered,
    ]
    return rules.length ? `@supports ${WITHOUT_GAP}{${rules.join('')}}` : ''
  }
}

function declarationsOf(rule: Rule): Facts {
  const facts: Facts = {}
  rule.each((node) => {
    if (node.type === 'decl') facts[node.prop] = node.value
  })
  return facts
}

function mediaOf(rule: Rule): string[] {
  const queries: string[] = []
  for (
    let parent = rule.parent as Container | undefined;
    parent;
    parent = parent.parent as Container | undefined
  )
    if (parent.type === 'atrule' && Reflect.get(parent, 'name') === 'media')
      queries.unshift(String(Reflect.get(parent, 'params')))
  return queries
}

/**
 * Appends the margins that replace flex `gap` to a style sheet. Throws for unsupported uses: a grid with `gap`, a reversed
 * direction, a missing `display`.
 */
export function withGapMargins(css: string, children: ChildSelectors): string {
  const margins = new Margins(children)
  const root = postcss.parse(css)
  const isKeyframe = ({ parent }: Rule) =>
    parent?.type === 'atrule' && /keyframes$/.test(Reflect.get(parent, 'name'))
  root.walkRules((rule) => margins.read(rule))
  root.walkRules((rule) => {
    if (!isKeyframe(rule)) margins.write(rule)
  })
  return css + margins
}
