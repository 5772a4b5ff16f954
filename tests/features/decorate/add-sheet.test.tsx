import { render, screen } from '@testing-library/react'
import { designOf, removeSection } from '@/features/decorate/model/design'
import { AddSheet } from '@/features/decorate/sheets/add-sheet'
import { createLook } from '@/templates/bundled-templates'
import { bundledKnownTemplates, findOrFirst } from '@/templates/known-template'

const design = designOf(createLook(findOrFirst('plain', bundledKnownTemplates)))
const show = (shown = design) =>
  render(<AddSheet design={shown} onAdd={() => undefined} onClose={() => undefined} />)

describe('AddSheet', () => {
  it('does not offer a second shop head', () => {
    show()
    expect(screen.queryByText('店招')).toBeNull()
    expect(screen.getByText('公告')).toBeInTheDocument()
  })

  it('offers a shop head that was removed', () => {
    show(removeSection(design, design.sections.find(({ kind }) => kind === 'shop-head')?.id ?? ''))
    expect(screen.getByText('店招')).toBeInTheDocument()
  })
})
