import { dataRetention, outcomes } from '../../../../server/modules/personal-data/data-retention'

const WORDS = {
  retained: 'retained',
  cleared: 'emptied',
  detached: 'a random id',
  shortened: 'shortened or emptied after 90 days, emptied after three years',
  changed: 'set by the event',
} as const

type Entry = (typeof dataRetention)[keyof typeof dataRetention]

function wordsOf(fate: Entry['closing'], column: string): string {
  if (fate === 'deleted') return 'deleted'
  if (fate === 'untouched') return 'retained'
  const outcome = outcomes.find((one) => (fate[one] as readonly string[] | undefined)?.includes(column))
  return WORDS[outcome ?? 'retained']
}

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

/** The table of docs/personal-data.md between its markers: fields with the same outcome share a row. */
export function renderDataRetention(): string {
  const rows = Object.entries(dataRetention).flatMap(([table, { columns, closing, deletion }]) => {
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
