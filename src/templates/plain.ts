import type { Template } from './template'

/** Field green on white: a market list, many goods on one screen. */
export const plain: Template = {
  name: 'plain',
  version: 1,
  theme: {
    brand: '#1a7f4e',
    onBrand: '#ffffff',
    soft: '#e6f3ec',
    onSoft: '#0f5c37',
    ground: '#f3f5f3',
    price: '#c92f08',
    radius: 8,
    density: 'dense',
    picture: 'square',
  },
  sections: [
    { kind: 'shop-head', settings: { form: 'band', pattern: 'none' } },
    { kind: 'notice-bar', settings: { form: 'strip' } },
    { kind: 'category-tabs', settings: { form: 'underline' } },
    { kind: 'product-list', settings: { title: '', picture: 'small', soldOut: 'last' } },
    { kind: 'contact', settings: { title: '' } },
    { kind: 'delivery', settings: { title: '' } },
  ],
}
