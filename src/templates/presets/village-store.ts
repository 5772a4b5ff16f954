import type { Template } from '../template'

/** A stall: an awning and a sign, goods on planks, with price tags. */
export const villageStore: Template = {
  name: 'village-store',
  version: 2,
  suits: ['plain'],
  theme: {
    seed: '#0d6661',
    brand: '#0d6661',
    onBrand: '#ffffff',
    soft: '#d7f4f1',
    onSoft: '#005652',
    ground: '#f8efde',
    price: '#c8340e',
    radius: 10,
    density: 'dense',
    picture: 'wide',
    titles: 'ribbon',
    cards: 'paper',
    newerCards: 'plank',
    groundForm: 'cream',
  },
  sections: [
    { kind: 'shop-head', settings: { form: 'stall', pattern: 'none' } },
    { kind: 'category-tabs', settings: { form: 'underline' } },
    { kind: 'product-grid', settings: { title: '', lead: 'same', button: 'plus', soldOut: 'last' } },
    { kind: 'new-arrivals', settings: { title: '', most: 3 } },
    { kind: 'notice-bar', settings: { form: 'strip' } },
    { kind: 'contact', settings: { title: '', wechat: '' } },
    { kind: 'delivery', settings: { title: '' } },
  ],
}
