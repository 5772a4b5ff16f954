import { helpActions, isCovered, sharedParts } from '@/domain/help'

describe('isCovered', () => {
  it('covers everything for somebody who opens the shop', () => {
    expect(helpActions.every((action) => isCovered(['open'], action))).toBe(true)
  })

  it('covers only the actions of the parts that the owner chose', () => {
    const covered = (...parts: (typeof sharedParts)[number][]) =>
      helpActions.filter((action) => isCovered(parts, action))
    expect(covered('products')).toEqual(['save-product', 'remove-product', 'move-stock'])
    expect(covered('settings')).toEqual(['save-settings'])
    expect(covered('look')).toEqual(['save-look', 'publish-look'])
    expect(covered()).toEqual([])
  })

  it('covers neither passing a shop on nor its paper card without the purpose to open it', () => {
    for (const action of ['offer-shop', 'offer-draft', 'make-card'] as const)
      expect(isCovered([...sharedParts], action)).toBe(false)
  })
})
