import type { Template } from '../template'

/** Plum: a slip with the deadline, and numbered lines along a dashed string, as in a group chat. */
export const groupOrder: Template = {
  name: 'group-order',
  version: 1,
  suits: ['plain', 'fruit'],
  theme: {
    seed: '#7a3f8c',
    brand: '#7a3f8c',
    onBrand: '#ffffff',
    soft: '#f6e7fa',
    onSoft: '#5e396a',
    ground: '#f9f4fa',
    price: '#c6320b',
    radius: 12,
    density: 'roomy',
    picture: 'square',
    titles: 'plain',
    cards: 'bare',
  },
  sections: [
    { kind: 'shop-head', settings: { form: 'card', pattern: 'none' } },
    { kind: 'category-tabs', settings: { form: 'chips' } },
    {
      kind: 'group-order',
      settings: { title: '', words: '要什么就点「买」，留个电话，我们记着', until: '', soldOut: 'last' },
    },
    { kind: 'notice-bar', settings: { form: 'strip' } },
    { kind: 'delivery', settings: { title: '' } },
    { kind: 'contact', settings: { title: '', wechat: '' } },
  ],
}
