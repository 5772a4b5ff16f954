import type { Template } from '../template'

/** Honey on cream, round and lifted: a large photo, a shelf, and a story told on a page. */
export const amber: Template = {
  name: 'amber',
  version: 1,
  suits: ['honey'],
  theme: {
    seed: '#d9911a',
    brand: '#d9911a',
    onBrand: '#1e1406',
    soft: '#faead8',
    onSoft: '#674100',
    ground: '#faf5ef',
    price: '#c6320b',
    radius: 28,
    density: 'roomy',
    picture: 'square',
    titles: 'centre',
    cards: 'raised',
  },
  sections: [
    { kind: 'shop-head', settings: { form: 'photo', pattern: 'none' } },
    { kind: 'notice-bar', settings: { form: 'strip' } },
    { kind: 'category-tabs', settings: { form: 'chips' } },
    { kind: 'shelf', settings: { title: '', category: '', most: 6 } },
    { kind: 'story', settings: { title: '', text: '', photos: [], voice: null, form: 'page' } },
    { kind: 'product-grid', settings: { title: '', lead: 'same', button: 'plus', soldOut: 'last' } },
    { kind: 'contact', settings: { title: '', wechat: '' } },
    { kind: 'delivery', settings: { title: '' } },
  ],
}
