import type { Template } from './template'

/** Walnut brown and cream: a grained band on top, goods side by side. */
export const woodgrain: Template = {
  name: 'woodgrain',
  version: 1,
  theme: {
    brand: '#86562a',
    onBrand: '#ffffff',
    soft: '#f4e8d6',
    onSoft: '#5c3813',
    ground: '#f7f3ec',
    price: '#c02b06',
    radius: 14,
    density: 'roomy',
    picture: 'wide',
  },
  sections: [
    { kind: 'shop-head', settings: { form: 'band', pattern: 'grain' } },
    { kind: 'notice-bar', settings: { form: 'edge' } },
    { kind: 'category-tabs', settings: { form: 'chips' } },
    { kind: 'product-grid', settings: { title: '', soldOut: 'last' } },
    { kind: 'delivery', settings: { title: '' } },
    { kind: 'contact', settings: { title: '' } },
  ],
}
