import { render } from '@testing-library/react'
import { PriceRow } from '@/features/wizard/product/price-row'
import { useDraft } from '@/features/wizard/shop-draft'

test('PriceRow scrolls the price into view on each key press', () => {
  const shown: string[] = []
  Element.prototype.scrollIntoView = function scrollIntoView(this: Element) {
    shown.push(this.textContent ?? '')
  }
  const { draft } = useDraft.getState()
  const row = (price: string) => (
    <PriceRow draft={{ ...draft, trade: 'honey', price }} change={() => undefined} />
  )
  const { rerender } = render(row(''))
  expect(shown).toEqual([])
  rerender(row('6'))
  rerender(row('68'))
  expect(shown).toEqual(['¥6', '¥68'])
})
