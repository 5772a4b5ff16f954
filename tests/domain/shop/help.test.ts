import { helpActions, isCovered, sharedParts } from '@/domain/shop/help'

describe('isCovered', () => {
  it('covers every action for a helper who opens the shop', () => {
    expect(helpActions.every((action) => isCovered(['open'], action))).toBe(true)
  })

  it('covers only the actions of the parts that the owner chose', () => {
    const covered = (...parts: (typeof sharedParts)[number][]) =>
      helpActions.filter((action) => isCovered(parts, action))
    expect(covered('products')).toEqual(['save-product', 'remove-product', 'move-stock'])
    expect(covered('settings')).toEqual(['save-settings'])
    expect(covered('contact')).toEqual(['save-settings'])
    expect(covered('look')).toEqual(['save-look', 'publish-look'])
    expect(covered()).toEqual([])
  })

  it('covers neither passing on a shop nor its paper card for a helper who does not open the shop', () => {
    for (const action of ['offer-shop', 'offer-draft', 'make-card'] as const)
      expect(isCovered([...sharedParts], action)).toBe(false)
  })
})
