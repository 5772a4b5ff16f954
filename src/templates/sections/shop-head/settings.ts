/** How a shop introduces itself: a full-width band in its colour, or a card on its ground. */
export type ShopHeadSettings = {
  form: 'band' | 'card'
  pattern: 'none' | 'grain' | 'leaves'
}

export const shopHeadDefaults: ShopHeadSettings = { form: 'band', pattern: 'none' }
