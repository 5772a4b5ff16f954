/** Who writes a text: the shop itself, the buyer of an order, either of them, or somebody of a service centre. */
export type TextWriter = 'shop' | 'buyer' | 'either' | 'staff'

/** The situation of a text, as content checks distinguish them. */
export type TextScene = 'profile' | 'comment' | 'page'

/** The places of all texts that people write and others read. Such texts are checked, and hidden when they are risky. */
export const textPlaces = {
  'shop-name': { writer: 'shop', scene: 'profile' },
  'shop-place': { writer: 'shop', scene: 'profile' },
  'shop-notice': { writer: 'shop', scene: 'page' },
  'pickup-place': { writer: 'shop', scene: 'profile' },
  'delivery-area': { writer: 'shop', scene: 'profile' },
  'closed-note': { writer: 'shop', scene: 'page' },
  'product-name': { writer: 'shop', scene: 'page' },
  'product-unit': { writer: 'shop', scene: 'page' },
  'product-category': { writer: 'shop', scene: 'page' },
  'product-note': { writer: 'shop', scene: 'page' },
  'sku-label': { writer: 'shop', scene: 'page' },
  section: { writer: 'shop', scene: 'page' },
  draft: { writer: 'shop', scene: 'page' },
  'order-note': { writer: 'buyer', scene: 'comment' },
  'claim-text': { writer: 'buyer', scene: 'comment' },
  'step-note': { writer: 'either', scene: 'comment' },
  'collection-note': { writer: 'shop', scene: 'comment' },
  'refund-note': { writer: 'shop', scene: 'comment' },
  'helped-person': { writer: 'staff', scene: 'profile' },
  'staff-name': { writer: 'staff', scene: 'profile' },
} as const satisfies Record<string, { writer: TextWriter; scene: TextScene }>
export type TextPlace = keyof typeof textPlaces

/** The key by which a JSON schema names the place of the texts that it describes; validators do not see it. */
export const TEXT_PLACE = Symbol('text place')

/** What a check of a content says. `review`: an operator decides, and until then it is shown. */
export const contentVerdicts = ['pending', 'pass', 'review', 'risky'] as const
export type ContentVerdict = (typeof contentVerdicts)[number]

/** Kinds of contents. A photo or voice is known by the hash of its file. */
export const contentKinds = ['text', 'photo', 'voice'] as const
export type ContentKind = (typeof contentKinds)[number]

/** Stands for a hidden text where one is required. */
export const HIDDEN_TEXT = '***'
