import type { Template } from '../template'

/** White and much space: a sentence for a signboard, and goods on grey mats. */
export const plain: Template = {
  name: 'plain',
  version: 2,
  suits: ['plain'],
  theme: {
    seed: '#2b302c',
    brand: '#2b302c',
    onBrand: '#ffffff',
    soft: '#e8efe9',
    onSoft: '#474c48',
    ground: '#ffffff',
    price: '#c6320b',
    radius: 0,
    density: 'roomy',
    picture: 'square',
    titles: 'plain',
    cards: 'paper',
    newerCards: 'mat',
    groundForm: 'white',
  },
  sections: [
    { kind: 'shop-head', settings: { form: 'sentence', pattern: 'none' } },
    { kind: 'category-tabs', settings: { form: 'underline' } },
    { kind: 'product-grid', settings: { title: '', lead: 'same', button: 'plus', soldOut: 'last' } },
    { kind: 'contact', settings: { title: '', wechat: '' } },
    { kind: 'delivery', settings: { title: '' } },
  ],
}
