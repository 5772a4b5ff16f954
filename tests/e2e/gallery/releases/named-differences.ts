import type { Difference } from './compare-parts'

/** A deliberate difference of today's drawing of released looks: faults that were mended for shops that exist, too. */
export interface NamedDifference {
  name: string
  templates: readonly string[]
  /** Each of these parts differs in each of these ways, somewhere. */
  differs: Readonly<Record<string, readonly string[]>>
}

const BOX = ['box']
const PRICE = { price__sign: BOX, price__number: BOX, price__tail: BOX }

export const namedDifferences: readonly NamedDifference[] = [
  {
    name: 'cards keep no space for −: + stands on the line of the price, and what follows moves up',
    templates: ['woodgrain', 'amber', 'village-store'],
    differs: { ...PRICE, 'goods-card': BOX, goods__add: BOX, 'product-grid': BOX, shelf: BOX, look: BOX },
  },
  {
    name: '− of a card stands on its photo, and the number on +',
    templates: ['woodgrain', 'amber', 'village-store'],
    differs: {
      goods__less: ['box', 'ground', 'shadow'],
      goods__count: ['box', 'color', 'ground', 'border', 'radius'],
    },
  },
  {
    name: 'rows keep no space for −: words are wider, and + stands on the line of the price',
    templates: ['orchard', 'farmyard', 'plain'],
    differs: {
      'goods-row': BOX,
      'goods-row__name': BOX,
      'goods-row__note': BOX,
      goods__add: BOX,
      goods__less: BOX,
      goods__count: BOX,
      'product-list': BOX,
      look: BOX,
    },
  },
  {
    name: "a board's line ends with its price: − comes between price and + only when there is one to take out",
    templates: ['wheat'],
    differs: { ...PRICE, 'price-board__name': BOX, 'price-board__note': BOX },
  },
  {
    name: "a menu's line ends with its price, which takes no second line",
    templates: ['farm-table'],
    differs: {
      ...PRICE,
      rooms: BOX,
      'rooms-groups': BOX,
      rooms__block: BOX,
      rooms__dish: BOX,
      rooms__name: BOX,
      rooms__dots: BOX,
      goods__add: BOX,
      look: BOX,
    },
  },
  {
    name: "a basket of today's harvest keeps no space for −, and 买 stands on the line of the price",
    templates: ['farmyard'],
    differs: {
      harvest__name: BOX,
      harvest__left: BOX,
      picture: BOX,
      'image of picture__image': BOX,
      'goods-large__buy': BOX,
      goods__less: BOX,
      goods__count: BOX,
    },
  },
  {
    name: 'in a group order the photo stands before the name, and 买 on the line of the price',
    templates: ['group-order'],
    differs: {
      ...PRICE,
      picture: ['new', 'gone'],
      'image of picture__image': ['new', 'gone'],
      'goods-row__name': BOX,
      'goods-row__note': BOX,
      'goods-large__buy': BOX,
      goods__less: BOX,
      goods__count: BOX,
    },
  },
  {
    name: 'the string of a group order belongs to its lines, of which a wide window has two columns',
    templates: ['group-order'],
    differs: {
      'group-order__block': ['gone'],
      'group-order__line': ['border', 'box'],
      'group-order__number': BOX,
    },
  },
  {
    name: 'what is no room, such as a dinner, is bought: 买 instead of 看日子',
    templates: ['inn'],
    differs: { 'goods-large__buy': ['gone', 'new'] },
  },
]

/** Joins a difference with its template. */
export interface Found extends Difference {
  template: string
}

const isNamed = (named: NamedDifference, { template, part, what }: Found) =>
  named.templates.includes(template) && (named.differs[part]?.includes(what) ?? false)

/** Differences that no name covers. */
export const unnamedOf = (found: readonly Found[]): string[] =>
  found
    .filter((one) => !namedDifferences.some((named) => isNamed(named, one)))
    .map(({ template, part, what, words }) => `${template}: ${part} ${what} (${words})`)

/** Templates and parts of named differences that no longer differ. Boxes count only if they were compared. */
export const staleOf = (found: readonly Found[], withBoxes: boolean): string[] =>
  namedDifferences.flatMap((named) => {
    const covered = found.filter((one) => isNamed(named, one))
    const wanted = Object.entries(named.differs).flatMap(([part, whats]) =>
      whats.filter((what) => withBoxes || what !== 'box').map((what) => ({ part, what })),
    )
    const parts = wanted
      .filter(({ part, what }) => !covered.some((one) => one.part === part && one.what === what))
      .map(({ part, what }) => `${part} ${what}`)
    const templates = named.templates.filter(
      (name) => wanted.length > 0 && !covered.some(({ template }) => template === name),
    )
    return [...parts, ...templates].map((words) => `${named.name}: ${words}`)
  })
