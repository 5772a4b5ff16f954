import { render } from '@testing-library/react'
import { useDraft } from '@/features/wizard/draft'
import { PriceRow } from '@/features/wizard/product/price-row'

test('each key that is pressed brings the price before the eyes, where large letters put it under the keys', () => {
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
