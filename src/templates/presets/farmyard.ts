import type { Template } from '../template'

/** Brick red on a checked cloth: baskets of today's harvest, ribbons, and prints on a string. */
export const farmyard: Template = {
  name: 'farmyard',
  version: 1,
  suits: ['eggs-meat'],
  theme: {
    seed: '#a63d1f',
    brand: '#a63d1f',
    onBrand: '#ffffff',
    soft: '#ffe7e0',
    onSoft: '#733626',
    ground: '#fcf4f1',
    price: '#c6320b',
    radius: 18,
    density: 'roomy',
    picture: 'square',
    titles: 'ribbon',
    cards: 'paper',
  },
  sections: [
    { kind: 'shop-head', settings: { form: 'band', pattern: 'check' } },
    { kind: 'todays-harvest', settings: { title: '', day: '', category: '', most: 3 } },
    { kind: 'notice-bar', settings: { form: 'strip' } },
    { kind: 'category-tabs', settings: { form: 'chips' } },
    { kind: 'product-list', settings: { title: '', picture: 'small', soldOut: 'last' } },
    { kind: 'photo-wall', settings: { title: '', photos: [], form: 'pinned' } },
    { kind: 'delivery', settings: { title: '' } },
    { kind: 'contact', settings: { title: '', wechat: '' } },
    { kind: 'licence', settings: { title: '', basis: 'none', holder: '', number: '', photos: [] } },
  ],
}
