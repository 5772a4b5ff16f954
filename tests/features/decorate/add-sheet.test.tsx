import { render, screen } from '@testing-library/react'
import { designOf, removed } from '@/features/decorate/model/design'
import { AddSheet } from '@/features/decorate/sheets/add-sheet'
import { carriedTemplates, knownOr } from '@/templates/known'
import { lookFrom } from '@/templates/registry'

const design = designOf(lookFrom(knownOr('plain', carriedTemplates)))
const show = (shown = design) =>
  render(<AddSheet design={shown} onAdd={() => undefined} onClose={() => undefined} />)

describe('the sheet of sections to add', () => {
  it('does not offer a second head for the shop', () => {
    show()
    expect(screen.queryByText('店招')).toBeNull()
    expect(screen.getByText('公告')).toBeInTheDocument()
  })

  it('offers the head that was taken away', () => {
    show(removed(design, design.sections.find(({ kind }) => kind === 'shop-head')?.id ?? ''))
    expect(screen.getByText('店招')).toBeInTheDocument()
  })
})
