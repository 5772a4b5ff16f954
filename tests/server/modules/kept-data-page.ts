import { keptData, outcomes } from '../../../server/modules/personal-data/kept-data'

const WORDS = {
  kept: 'kept',
  cleared: 'emptied',
  detached: 'an id that belongs to nobody',
  shortened: 'shortened or emptied after 90 days, emptied after three years',
  changed: 'set by the event',
} as const

type Entry = (typeof keptData)[keyof typeof keptData]

function wordsOf(fate: Entry['closing'], column: string): string {
  if (fate === 'deleted') return 'deleted'
  if (fate === 'untouched') return 'kept'
  const outcome = outcomes.find((one) => (fate[one] as readonly string[] | undefined)?.includes(column))
  return WORDS[outcome ?? 'kept']
}

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

/** The table of docs/personal-data.md between its markers: fields with the same outcome share a row. */
export function renderKeptData(): string {
  const rows = Object.entries(keptData).flatMap(([table, { columns, closing, deletion }]) => {
    const groups = new Map<string, string[]>()
    for (const column of columns) {
      const key = row([wordsOf(closing, column), wordsOf(deletion, column)])
      groups.set(key, [...(groups.get(key) ?? []), `\`${column}\``])
    }
    return [...groups].map(([key, names]) => `| \`${table}\` | ${names.join(' ')} ${key}`)
  })
  return [
    row(['table', 'fields', 'after closing the shop', 'after deleting the person']),
    row(['---', '---', '---', '---']),
    ...rows,
  ].join('\n')
}
