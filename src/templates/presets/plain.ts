import type { Template } from '../template'

/** Field green on white: a market list with many products on one screen. */
export const plain: Template = {
  name: 'plain',
  version: 1,
  suits: ['plain'],
  theme: {
    seed: '#1a7f4e',
    brand: '#1a7f4e',
    onBrand: '#ffffff',
    soft: '#def3e5',
    onSoft: '#115835',
    ground: '#f1f8f3',
    price: '#c8340e',
    radius: 8,
    density: 'dense',
    picture: 'square',
    titles: 'plain',
    cards: 'paper',
  },
  sections: [
    { kind: 'shop-head', settings: { form: 'band', pattern: 'none' } },
    { kind: 'notice-bar', settings: { form: 'strip' } },
    { kind: 'category-tabs', settings: { form: 'underline' } },
    { kind: 'product-list', settings: { title: '', picture: 'small', soldOut: 'last' } },
    { kind: 'contact', settings: { title: '', wechat: '' } },
    { kind: 'delivery', settings: { title: '' } },
  ],
}
