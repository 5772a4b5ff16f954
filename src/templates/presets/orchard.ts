import type { Template } from '../template'

/** Photos from edge to edge on white, the name on a dark photo, and the first product large. */
export const orchard: Template = {
  name: 'orchard',
  version: 2,
  suits: ['fruit'],
  theme: {
    seed: '#2f5d1e',
    brand: '#2f5d1e',
    onBrand: '#ffffff',
    soft: '#e3f2df',
    onSoft: '#305623',
    ground: '#ffffff',
    price: '#c8340e',
    radius: 4,
    density: 'roomy',
    picture: 'wide',
    titles: 'plain',
    cards: 'bare',
    newerCards: 'edge',
    groundForm: 'white',
  },
  sections: [
    { kind: 'shop-head', settings: { form: 'banner', pattern: 'none' } },
    { kind: 'category-tabs', settings: { form: 'underline' } },
    { kind: 'product-grid', settings: { title: '', lead: 'large', button: 'plus', soldOut: 'last' } },
    { kind: 'notice-bar', settings: { form: 'strip' } },
    { kind: 'delivery', settings: { title: '' } },
    { kind: 'contact', settings: { title: '', wechat: '' } },
  ],
}
