import { readFileSync } from 'node:fs'
import path from 'node:path'
import { contrast } from '@/domain/look/theme'
import { allTemplates } from '@/templates/all-templates'

const sheet = readFileSync(path.resolve(__dirname, '../../src/ui/root.scss'), 'utf8')

/** Reads a colour token from the root stylesheet. */
const token = (name: string): string => {
  const match = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(sheet)
  if (!match?.[1]) throw new Error(`no colour --${name}`)
  return match[1]
}

describe.each(allTemplates)('colour theme of $name', ({ theme }) => {
  const paper = token('paper')
  const pairs: [string, string, string][] = [
    ['words on the brand', theme.onBrand, theme.brand],
    ['words on its quiet ground', theme.onSoft, theme.soft],
    ['deep words on paper', theme.onSoft, paper],
    ['a count on the deep colour', paper, theme.onSoft],
    ['deep words on the ground', theme.onSoft, theme.ground],
    ['a price on paper', theme.price, paper],
    ['a price on the ground', theme.price, theme.ground],
    ['ink on paper', token('ink'), paper],
    ['ink on the ground', token('ink'), theme.ground],
    ['second ink on paper', token('ink-2'), paper],
    ['second ink on the ground', token('ink-2'), theme.ground],
    ['third ink on paper', token('ink-3'), paper],
    ['second ink on a chip', token('ink-2'), token('chip')],
    ['a warning on the quiet ground', token('warn'), theme.soft],
    ['a warning on paper', token('warn'), paper],
  ]

  it.each(pairs)('keeps %s readable', (_, words, ground) => {
    expect(contrast(words, ground)).toBeGreaterThanOrEqual(4.5)
  })
})
