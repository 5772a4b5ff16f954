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
  'group-buy-words': { writer: 'shop', scene: 'page' },
  section: { writer: 'shop', scene: 'page' },
  /** Of a shop that is not open yet, which passes from phone to phone. */
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

/** The places whose texts one of these writers writes. */
export const textPlacesOf = (...writers: readonly TextWriter[]): TextPlace[] =>
  (Object.keys(textPlaces) as TextPlace[]).filter((place) => writers.includes(textPlaces[place].writer))

/** The key by which a JSON schema names the place of the texts that it describes; validators do not see it. */
export const TEXT_PLACE = Symbol('text place')

/** What a check of a content says. `review`: an operator decides, and until then it is shown. */
export const contentVerdicts = ['pending', 'pass', 'review', 'risky'] as const
export type ContentVerdict = (typeof contentVerdicts)[number]

/** Kinds of contents. A photo or voice is known by the hash of its file. */
export const contentKinds = ['text', 'photo', 'voice'] as const
export type ContentKind = (typeof contentKinds)[number]

/** Why a content is hidden, as its writer reads it. */
export const contentReasons = [
  ...(['ads', 'politics', 'sex', 'abuse', 'crime', 'fraud', 'vulgar', 'rights', 'other'] as const),
] as const
export type ContentReason = (typeof contentReasons)[number]

/**
 * The reasons by the labels of the list of words and by WeChat's numbers. Source:
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/sec-check/msgSecCheck.html
 */
const reasonByLabel: Record<string, ContentReason> = {
  ...{ gambling: 'crime', drugs: 'crime', weapons: 'crime', wildlife: 'crime' },
  ...{ sex: 'sex', forgery: 'fraud', fraud: 'fraud', payment: 'fraud', cure: 'ads' },
  ...{ 10001: 'ads', 20001: 'politics', 20002: 'sex', 20003: 'abuse', 20006: 'crime' },
  ...{ 20008: 'fraud', 20012: 'vulgar', 20013: 'rights' },
}

/**
 * The reasons by the beginnings of Aliyun's labels, such as `pornographic_adultContent`. Source:
 * https://help.aliyun.com/document_detail/467829.html
 */
const reasonByPrefix: Record<string, ContentReason> = {
  ...{ pornographic: 'sex', sexual: 'sex', political: 'politics', violent: 'crime', contraband: 'crime' },
  ...{
    ad: 'ads',
    pt: 'ads',
    profanity: 'abuse',
    abuse: 'abuse',
    inappropriate: 'vulgar',
    religion: 'politics',
  },
}

/** The reason of a verdict's label; `other` for a label without one. */
export const reasonOf = (label: string | null): ContentReason =>
  reasonByLabel[label ?? ''] ?? reasonByPrefix[label?.split('_', 1)[0] ?? ''] ?? 'other'

/** The maximum length of an appeal in characters. */
export const MAX_APPEAL_LENGTH = 100

/** Stands for a hidden text where one is required. */
export const HIDDEN_TEXT = '***'
