import { render, screen } from '@testing-library/react'
import { SectionSheet } from '@/features/decorate/sheets/section-sheet'

const nothing = () => undefined

describe('SectionSheet', () => {
  it('shows the default of a setting that an older look lacks', () => {
    const section = { id: 'text-block-1', kind: 'text-block', settings: { title: '', text: '今年新货' } }
    const actions = { onEdit: nothing, onRemove: nothing, onClose: nothing }
    render(<SectionSheet shopId="shop" section={section} products={[]} {...actions} />)
    expect(screen.getByRole('radio', { name: '带线' })).toBeChecked()
    expect(screen.getByLabelText('写几句')).toHaveValue('今年新货')
  })
})
