import { act, fireEvent, render, screen, within } from '@testing-library/react'
import type { Product } from '@/domain/product/product'
import type { Shop } from '@/domain/shop/shop'
import { designOf } from '@/features/decorate/model/design'
import { type OfferedDesign, TemplateSheet } from '@/features/decorate/sheets/template-sheet'
import { createLook } from '@/templates/bundled-templates'
import { bundledKnownTemplates } from '@/templates/known-template'

const shop = {
  ...{ id: '01JD00000000000000000000AA', name: '下街土货店', trade: 'nuts' },
  ...{ fulfilments: ['local'], payments: ['on-delivery'], freight: { fee: 0 }, categories: [] },
} as unknown as Shop
const product = (at: number, onSale = true) =>
  ({
    ...{ id: `01JD0000000000000000000${at}PR`, version: 1, name: `山货${at}`, unit: '斤', createdAt: 0 },
    ...{ photos: [], onSale, skus: [{ id: `${at}`, price: 100 * at, stock: 9 }] },
  }) as unknown as Product
const products = [product(1, false), ...[2, 3, 4, 5, 6].map((at) => product(at))]
const offered: OfferedDesign[] = bundledKnownTemplates.map((template) => ({
  template,
  design: designOf(createLook(template)),
}))

const show = (shown = offered) => {
  const onChoose = jest.fn()
  render(
    <TemplateSheet
      {...{ shop, products, offered: shown, chosen: 'plain', onChoose }}
      onClose={() => undefined}
    />,
  )
  return onChoose
}
const rowOf = (title: string) => screen.getByRole('button', { name: title })

beforeEach(() => jest.useFakeTimers())

describe('TemplateSheet', () => {
  it('shows the shop with its own goods in each template, and marks the present one', () => {
    show()
    for (const { template } of offered) {
      const row = within(rowOf(template.title))
      expect(row.getAllByText('下街土货店')[0]).toBeInTheDocument()
      expect(row.getAllByText('山货2')[0]).toBeInTheDocument()
      // what is hidden, and what a thumbnail has no room for
      expect(row.queryByText('山货1')).toBeNull()
      expect(row.queryByText('山货6')).toBeNull()
      expect(rowOf(template.title)).toHaveAttribute('aria-pressed', String(template.name === 'plain'))
    }
  })

  it('chooses a template with the design that it shows', () => {
    const onChoose = show()
    fireEvent.click(rowOf(offered[1]?.template.title ?? ''))
    expect(onChoose).toHaveBeenCalledWith(offered[1])
  })

  it('draws the thumbnails below the first screen a little later', () => {
    const template = bundledKnownTemplates[0]
    const many = Array.from({ length: 8 }, (_, at) => ({
      template: { ...template, name: `t${at}`, title: `样子${at}` } as OfferedDesign['template'],
      design: offered[0]?.design,
    }))
    show(many)
    const isDrawn = (at: number) => within(rowOf(`样子${at}`)).queryAllByText('山货2').length > 0
    expect([0, 3, 4, 7].map(isDrawn)).toEqual([true, true, false, false])
    act(() => void jest.advanceTimersByTime(120))
    expect([5, 6].map(isDrawn)).toEqual([true, false])
    act(() => void jest.advanceTimersByTime(120))
    expect(isDrawn(7)).toBe(true)
  })

  it('offers a template without room for the shop, which is then refused in words', () => {
    const onChoose = show(offered.map((one, at) => (at === 0 ? { ...one, design: undefined } : one)))
    const title = offered[0]?.template.title ?? ''
    expect(within(rowOf(title)).queryByText('山货2')).toBeNull()
    fireEvent.click(rowOf(title))
    expect(onChoose).toHaveBeenCalledTimes(1)
  })
})
