import { Type } from '@sinclair/typebox'
import { CheckedWords, Exact, ShownWords } from '@/contract/shapes'
import { SectionShape } from '@/contract/shop/looks'
import { compileTexts, listTexts } from '../../../../server/modules/content/checked-texts'

const Shape = Exact({
  id: Type.String(),
  name: ShownWords('shop-name'),
  note: Type.Optional(CheckedWords('order-note', 1, 20)),
  words: Type.Array(CheckedWords('product-category', 1, 10)),
  items: Type.Array(Exact({ label: ShownWords('sku-label'), price: Type.Integer() })),
})

const value = {
  ...{ id: '核桃', name: '核桃', note: '核桃', words: ['核桃', '干果'] },
  items: [
    { label: '大盒', price: 1 },
    { label: '核桃', price: 2 },
  ],
}

const hide = (text: string) => (text === '核桃' ? undefined : text)

describe('compileTexts', () => {
  it('leaves hidden texts out, replaces required ones, and changes nothing else', () => {
    expect(compileTexts(Shape)?.(value, hide)).toEqual({
      ...{ id: '核桃', name: '***', words: ['干果'] },
      items: [
        { label: '大盒', price: 1 },
        { label: '***', price: 2 },
      ],
    })
    expect(value.note).toBe('核桃')
  })

  it('returns the same value when no text is hidden', () => {
    expect(compileTexts(Shape)?.(value, (text) => text)).toBe(value)
  })

  it('has no function for a schema without texts', () => {
    expect(compileTexts(Exact({ id: Type.String(), list: Type.Array(Type.Integer()) }))).toBeUndefined()
  })

  it('finds the texts of each variant of a union', () => {
    const union = compileTexts(
      Type.Union([Exact({ name: ShownWords('shop-name') }), Exact({ id: Type.String() })]),
    )
    expect(union?.({ name: '核桃' }, hide)).toEqual({ name: '***' })
    expect(union?.({ id: '核桃' }, hide)).toEqual({ id: '核桃' })
  })

  it('finds the texts of a section by its kind, and leaves its other settings', () => {
    const settings = { title: '核桃', text: '山上的', form: 'plain' }
    const edit = compileTexts(Exact({ sections: Type.Array(SectionShape) }))
    const sections = [
      { kind: 'text-block', settings },
      { kind: 'no-such-kind', settings },
    ]
    expect(listTexts(edit, { sections })).toEqual([
      { text: '核桃', place: 'section' },
      { text: '山上的', place: 'section' },
    ])
  })
})

describe('listTexts', () => {
  it('lists texts with their places, without empty ones', () => {
    expect(listTexts(compileTexts(Shape), { ...value, note: ' ', words: [], items: [] })).toEqual([
      { text: '核桃', place: 'shop-name' },
    ])
  })
})
