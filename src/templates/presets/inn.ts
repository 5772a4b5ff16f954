import type { Template } from '../template'

/** The room first: its photo with the name on a card, then each room with a wide picture. */
export const inn: Template = {
  name: 'inn',
  version: 2,
  suits: ['inn'],
  theme: {
    seed: '#22465e',
    brand: '#22465e',
    onBrand: '#ffffff',
    soft: '#dcf0ff',
    onSoft: '#2b4f67',
    ground: '#f8efde',
    price: '#c6320b',
    radius: 10,
    density: 'roomy',
    picture: 'wide',
    titles: 'bar',
    cards: 'raised',
    groundForm: 'cream',
  },
  sections: [
    { kind: 'shop-head', settings: { form: 'room', pattern: 'none' } },
    { kind: 'category-tabs', settings: { form: 'underline' } },
    { kind: 'rooms', settings: { title: '', form: 'rooms', best: 0, soldOut: 'last' } },
    { kind: 'opening-hours', settings: { title: '', hours: '', rest: '' } },
    { kind: 'photo-wall', settings: { title: '', photos: [], form: 'even' } },
    { kind: 'origin', settings: { title: '', village: '', season: '', words: '', photos: [] } },
    { kind: 'notice-bar', settings: { form: 'strip' } },
    { kind: 'contact', settings: { title: '', wechat: '' } },
    { kind: 'delivery', settings: { title: '' } },
  ],
}
