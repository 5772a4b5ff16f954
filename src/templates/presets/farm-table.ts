import type { Template } from '../template'

/** Chilli red: a large photo over a framed menu, dotted lines up to the prices, and the season. */
export const farmTable: Template = {
  name: 'farm-table',
  version: 1,
  suits: ['inn'],
  theme: {
    seed: '#b3261e',
    brand: '#b3261e',
    onBrand: '#ffffff',
    soft: '#ffe6e2',
    onSoft: '#73352d',
    ground: '#fcf3f2',
    price: '#c6320b',
    radius: 4,
    density: 'roomy',
    picture: 'wide',
    titles: 'centre',
    cards: 'paper',
  },
  sections: [
    { kind: 'shop-head', settings: { form: 'photo', pattern: 'none' } },
    { kind: 'rooms', settings: { title: '', form: 'menu', soldOut: 'last' } },
    { kind: 'opening-hours', settings: { title: '', hours: '', rest: '' } },
    { kind: 'origin', settings: { title: '', village: '', season: '', words: '', photos: [] } },
    { kind: 'photo-wall', settings: { title: '', photos: [], form: 'even' } },
    { kind: 'notice-bar', settings: { form: 'strip' } },
    { kind: 'contact', settings: { title: '', wechat: '' } },
    { kind: 'delivery', settings: { title: '' } },
  ],
}
