import type { Template } from '../template'

/** Resist-dyed indigo: a dotted signboard, a piece to buy at once, every piece large and without a frame, a wall of photos. */
export const indigo: Template = {
  name: 'indigo',
  version: 2,
  suits: ['handicraft'],
  theme: {
    seed: '#2f4a86',
    brand: '#2f4a86',
    onBrand: '#ffffff',
    soft: '#e4edff',
    onSoft: '#31487b',
    ground: '#f2f6fd',
    price: '#c6320b',
    radius: 0,
    density: 'roomy',
    picture: 'wide',
    titles: 'plain',
    cards: 'bare',
  },
  sections: [
    { kind: 'shop-head', settings: { form: 'sign', pattern: 'cloth' } },
    { kind: 'featured-product', settings: { productId: '' } },
    { kind: 'category-tabs', settings: { form: 'underline' } },
    { kind: 'showcase', settings: { title: '', soldOut: 'last' } },
    { kind: 'photo-wall', settings: { title: '', photos: [], form: 'mosaic' } },
    { kind: 'story', settings: { title: '', text: '', photos: [], voice: null, form: 'letter' } },
    { kind: 'notice-bar', settings: { form: 'strip' } },
    { kind: 'delivery', settings: { title: '' } },
    { kind: 'contact', settings: { title: '', wechat: '' } },
  ],
}
