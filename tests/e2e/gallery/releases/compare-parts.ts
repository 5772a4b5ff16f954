/** A part that is drawn otherwise than by a release. */
export interface Difference {
  /** The class of the part. */
  part: string
  /** `new`, `gone`, `box`, or the property of its style. */
  what: string
  /** What is drawn, for people. */
  words: string
}

export interface Part {
  name: string
  text: string
  style: Map<string, string>
  box: number[]
  /** Left and top on the page. */
  place: number[]
}

/** A part in both drawings, or in one of them, with its differences. */
export interface ComparedPart {
  old: Part | undefined
  now: Part | undefined
  differences: Difference[]
}

/** Tolerance of boxes in px. */
const NEAR = 1

function parse(line: string): Part {
  const [name = '', text = '', style = '', box = '', place = ''] = line.split('|')
  const properties = style.split('; ').filter(Boolean)
  return {
    name,
    text,
    style: new Map(
      properties.map((one) => [one.slice(0, one.indexOf(' ')), one.slice(one.indexOf(' ') + 1)] as const),
    ),
    box: box.split(' ').map(Number),
    place: place.split(' ').map(Number),
  }
}

const isSame = (one: Part, other: Part) => one.name === other.name && one.text === other.text

/** Pairs of parts that both drawings have in the same order; `undefined` stands for one that a drawing lacks. */
function pair(before: readonly Part[], after: readonly Part[]): [Part | undefined, Part | undefined][] {
  // the longest common subsequence, from the end
  const longest = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0))
  const at = (row: number, column: number) => longest[row]?.[column] ?? 0
  for (let row = before.length - 1; row >= 0; row--)
    for (let column = after.length - 1; column >= 0; column--) {
      const same = isSame(before[row] as Part, after[column] as Part)
      const length = same ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
      ;(longest[row] as number[])[column] = length
    }
  const pairs: [Part | undefined, Part | undefined][] = []
  let [row, column] = [0, 0]
  while (row < before.length || column < after.length) {
    const [old, now] = [before[row], after[column]]
    if (old && now && isSame(old, now)) {
      pairs.push([old, now])
      row++
      column++
    } else if (now && (!old || at(row, column + 1) >= at(row + 1, column))) {
      pairs.push([undefined, now])
      column++
    } else {
      pairs.push([old, undefined])
      row++
    }
  }
  return pairs
}

function changes(old: Part, now: Part, withBoxes: boolean): Difference[] {
  const part = old.name
  const properties = [...new Set([...old.style.keys(), ...now.style.keys()])]
  const restyled = properties
    .map((what) => ({ what, from: old.style.get(what) ?? 'none', to: now.style.get(what) ?? 'none' }))
    .filter(({ from, to }) => from !== to)
    .map(({ what, from, to }) => ({ part, what, words: `${old.text} ${what} ${from} → ${to}`.trim() }))
  const isMoved = old.box.some((side, at) => Math.abs(side - (now.box[at] ?? 0)) > NEAR)
  const moved = { part, what: 'box', words: `${old.text} ${old.box.join(' ')} → ${now.box.join(' ')}`.trim() }
  return [...restyled, ...(withBoxes && isMoved ? [moved] : [])]
}

/** Compares today's parts with those of a release. */
export function compareParts(
  before: readonly string[],
  after: readonly string[],
  withBoxes: boolean,
): ComparedPart[] {
  return pair(before.map(parse), after.map(parse)).map(([old, now]) => {
    if (old && now) return { old, now, differences: changes(old, now, withBoxes) }
    const { name: part, text } = (old ?? now) as Part
    return { old, now, differences: [{ part, what: old ? 'gone' : 'new', words: text }] }
  })
}
