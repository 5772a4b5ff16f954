import type { Template } from '../template'

/** Teal and dense: shelves above one another, the grid, then the newest products. */
export const villageStore: Template = {
  name: 'village-store',
  version: 1,
  suits: ['plain'],
  theme: {
    seed: '#12766f',
    brand: '#12766f',
    onBrand: '#ffffff',
    soft: '#d7f4f0',
    onSoft: '#005751',
    ground: '#eff8f7',
    price: '#c8340e',
    radius: 8,
    density: 'dense',
    picture: 'square',
    titles: 'ribbon',
    cards: 'lined',
  },
  sections: [
    { kind: 'shop-head', settings: { form: 'band', pattern: 'none' } },
    { kind: 'category-tabs', settings: { form: 'underline' } },
    { kind: 'shelf', settings: { title: '上层货架', category: '', most: 6 } },
    { kind: 'shelf', settings: { title: '下层货架', category: '', most: 6 } },
    { kind: 'product-grid', settings: { title: '', soldOut: 'last' } },
    { kind: 'new-arrivals', settings: { title: '', most: 3 } },
    { kind: 'notice-bar', settings: { form: 'strip' } },
    { kind: 'contact', settings: { title: '', wechat: '' } },
    { kind: 'delivery', settings: { title: '' } },
  ],
}
