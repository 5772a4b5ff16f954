import type { Template } from '../template'

/** Deep green drawers: a slip for each product, without pictures, and their origin. */
export const herbal: Template = {
  name: 'herbal',
  version: 1,
  suits: ['herbs'],
  theme: {
    seed: '#2f5d46',
    brand: '#2f5d46',
    onBrand: '#ffffff',
    soft: '#dcf3e6',
    onSoft: '#27553e',
    ground: '#f0f8f3',
    price: '#c8340e',
    radius: 2,
    density: 'dense',
    picture: 'square',
    titles: 'bar',
    cards: 'lined',
  },
  sections: [
    { kind: 'shop-head', settings: { form: 'card', pattern: 'none' } },
    { kind: 'licence', settings: { title: '', basis: 'none', holder: '', number: '', photos: [] } },
    { kind: 'category-tabs', settings: { form: 'underline' } },
    { kind: 'price-board', settings: { title: '', form: 'slips', soldOut: 'last' } },
    { kind: 'origin', settings: { title: '', village: '', season: '', words: '', photos: [] } },
    { kind: 'notice-bar', settings: { form: 'strip' } },
    { kind: 'contact', settings: { title: '', wechat: '' } },
    { kind: 'delivery', settings: { title: '' } },
  ],
}
