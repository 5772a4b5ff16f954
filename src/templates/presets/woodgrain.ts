import type { Template } from '../template'

/** Walnut brown and cream: a grained band on top, goods side by side. */
export const woodgrain: Template = {
  name: 'woodgrain',
  version: 1,
  suits: ['nuts'],
  theme: {
    seed: '#86562a',
    brand: '#86562a',
    onBrand: '#ffffff',
    soft: '#fce9d9',
    onSoft: '#6c3e0e',
    ground: '#fbf4ef',
    price: '#c6320b',
    radius: 14,
    density: 'roomy',
    picture: 'wide',
    titles: 'plain',
    cards: 'paper',
  },
  sections: [
    { kind: 'shop-head', settings: { form: 'band', pattern: 'grain' } },
    { kind: 'notice-bar', settings: { form: 'edge' } },
    { kind: 'category-tabs', settings: { form: 'chips' } },
    { kind: 'product-grid', settings: { title: '', lead: 'same', button: 'plus', soldOut: 'last' } },
    { kind: 'delivery', settings: { title: '' } },
    { kind: 'contact', settings: { title: '', wechat: '' } },
  ],
}
