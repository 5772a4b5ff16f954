import type { Template } from '../template'

/** An almanac on cream paper: ruled cells, an upright name, the solar term, and a seal to buy with. */
export const herbal: Template = {
  name: 'herbal',
  version: 2,
  suits: ['herbs'],
  theme: {
    seed: '#2e4a3c',
    brand: '#2e4a3c',
    onBrand: '#ffffff',
    soft: '#dcf4e7',
    onSoft: '#355243',
    ground: '#f8efde',
    price: '#c8340e',
    radius: 0,
    density: 'dense',
    picture: 'wide',
    titles: 'bar',
    cards: 'lined',
    newerCards: 'ruled',
    groundForm: 'cream',
    letters: 'serif',
  },
  sections: [
    { kind: 'shop-head', settings: { form: 'almanac', pattern: 'none' } },
    { kind: 'category-tabs', settings: { form: 'underline' } },
    { kind: 'product-grid', settings: { title: '', lead: 'same', button: 'word', soldOut: 'last' } },
    { kind: 'licence', settings: { title: '', basis: 'none', holder: '', number: '', photos: [] } },
    { kind: 'origin', settings: { title: '', village: '', season: '', words: '', photos: [] } },
    { kind: 'contact', settings: { title: '', wechat: '' } },
    { kind: 'delivery', settings: { title: '' } },
  ],
}
