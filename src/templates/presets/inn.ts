import type { Template } from '../template'

/** Mountain water blue: opening hours and contact, then the rooms with wide pictures. */
export const inn: Template = {
  name: 'inn',
  version: 1,
  suits: ['inn'],
  theme: {
    seed: '#1f6a78',
    brand: '#1f6a78',
    onBrand: '#ffffff',
    soft: '#d7f3f9',
    onSoft: '#005461',
    ground: '#eff8fa',
    price: '#c8340e',
    radius: 14,
    density: 'roomy',
    picture: 'wide',
    titles: 'bar',
    cards: 'raised',
  },
  sections: [
    { kind: 'shop-head', settings: { form: 'card', pattern: 'none' } },
    { kind: 'opening-hours', settings: { title: '', hours: '', rest: '' } },
    { kind: 'contact', settings: { title: '', wechat: '' } },
    { kind: 'rooms', settings: { title: '', form: 'rooms', soldOut: 'last' } },
    { kind: 'photo-wall', settings: { title: '', photos: [], form: 'even' } },
    { kind: 'origin', settings: { title: '', village: '', season: '', words: '', photos: [] } },
    { kind: 'notice-bar', settings: { form: 'strip' } },
    { kind: 'delivery', settings: { title: '' } },
  ],
}
