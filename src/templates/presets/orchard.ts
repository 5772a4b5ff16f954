import type { Template } from '../template'

/** Leaf green on peach: a card for the shop, its best product large, the others in roomy rows. */
export const orchard: Template = {
  name: 'orchard',
  version: 1,
  suits: ['fruit'],
  theme: {
    seed: '#54701f',
    brand: '#54701f',
    onBrand: '#ffffff',
    soft: '#e7f1dc',
    onSoft: '#3d5315',
    ground: '#f4f7f0',
    price: '#c8340e',
    radius: 22,
    density: 'roomy',
    picture: 'wide',
    titles: 'plain',
    cards: 'paper',
  },
  sections: [
    { kind: 'shop-head', settings: { form: 'card', pattern: 'leaves' } },
    { kind: 'featured-product', settings: { productId: '' } },
    { kind: 'notice-bar', settings: { form: 'strip' } },
    { kind: 'category-tabs', settings: { form: 'chips' } },
    { kind: 'product-list', settings: { title: '', picture: 'large', soldOut: 'last' } },
    { kind: 'delivery', settings: { title: '' } },
    { kind: 'contact', settings: { title: '', wechat: '' } },
  ],
}
