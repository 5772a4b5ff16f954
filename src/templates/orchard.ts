import type { Template } from './template'

/** Leaf green on peach: a card for the shop, its best product large, the others in roomy rows. */
export const orchard: Template = {
  name: 'orchard',
  version: 1,
  theme: {
    brand: '#54701f',
    onBrand: '#ffffff',
    soft: '#e9f0d3',
    onSoft: '#3b5011',
    ground: '#fdf4ea',
    price: '#c02b06',
    radius: 22,
    density: 'roomy',
    picture: 'wide',
  },
  sections: [
    { kind: 'shop-head', settings: { form: 'card', pattern: 'leaves' } },
    { kind: 'featured-product', settings: { productId: '' } },
    { kind: 'notice-bar', settings: { form: 'strip' } },
    { kind: 'category-tabs', settings: { form: 'chips' } },
    { kind: 'product-list', settings: { title: '', picture: 'large', soldOut: 'last' } },
    { kind: 'delivery', settings: { title: '' } },
    { kind: 'contact', settings: { title: '' } },
  ],
}
