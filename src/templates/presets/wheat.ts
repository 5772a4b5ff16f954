import type { Template } from '../template'

/** Ochre, lined and square: a signboard, and a board of large prices below it. */
export const wheat: Template = {
  name: 'wheat',
  version: 1,
  suits: ['grain'],
  theme: {
    seed: '#8f6408',
    brand: '#8f6408',
    onBrand: '#ffffff',
    soft: '#f8ebd7',
    onSoft: '#634400',
    ground: '#f9f5ee',
    price: '#c6320b',
    radius: 6,
    density: 'dense',
    picture: 'square',
    titles: 'centre',
    cards: 'lined',
  },
  sections: [
    { kind: 'shop-head', settings: { form: 'sign', pattern: 'none' } },
    { kind: 'category-tabs', settings: { form: 'underline' } },
    { kind: 'price-board', settings: { title: '价牌', form: 'board', soldOut: 'last' } },
    { kind: 'notice-bar', settings: { form: 'strip' } },
    { kind: 'origin', settings: { title: '', village: '', season: '', words: '', photos: [] } },
    { kind: 'delivery', settings: { title: '' } },
    { kind: 'contact', settings: { title: '', wechat: '' } },
  ],
}
