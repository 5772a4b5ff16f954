import type { Template } from '../template'

/** A menu on cream: serif letters, dotted lines up to the prices, and photos of the best dishes only. */
export const farmTable: Template = {
  name: 'farm-table',
  version: 2,
  suits: ['inn'],
  theme: {
    seed: '#8e1f12',
    brand: '#8e1f12',
    onBrand: '#ffffff',
    soft: '#ffe7e2',
    onSoft: '#73352b',
    ground: '#f8efde',
    price: '#c6320b',
    radius: 4,
    density: 'roomy',
    picture: 'wide',
    titles: 'centre',
    cards: 'bare',
    newerCards: 'edge',
    groundForm: 'cream',
    letters: 'serif',
  },
  sections: [
    { kind: 'shop-head', settings: { form: 'menu', pattern: 'none' } },
    { kind: 'category-tabs', settings: { form: 'underline' } },
    { kind: 'rooms', settings: { title: '', form: 'menu', best: 4, soldOut: 'last' } },
    { kind: 'opening-hours', settings: { title: '', hours: '', rest: '' } },
    { kind: 'origin', settings: { title: '', village: '', season: '', words: '', photos: [] } },
    { kind: 'photo-wall', settings: { title: '', photos: [], form: 'even' } },
    { kind: 'notice-bar', settings: { form: 'strip' } },
    { kind: 'contact', settings: { title: '', wechat: '' } },
    { kind: 'delivery', settings: { title: '' } },
  ],
}
