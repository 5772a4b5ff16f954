import { Type } from '@sinclair/typebox'
import { fulfilments } from '@/domain/order/fulfilment'
import { MAX_QUANTITY } from '@/domain/order/order'
import { paymentMethods } from '@/domain/payment/payment'
import { MAX_LOW_STOCK } from '@/domain/product/sku'
import { PHONE_PATTERN } from '@/domain/receiver/receiver'
import { MAX_CLOSED_NOTE_LENGTH, MAX_DELIVERY_AREA_LENGTH } from '@/domain/shop/shop'
import { trades } from '@/domain/shop/trade'
import { WECHAT_ID_PATTERN } from '@/domain/shop/wechat-id'
import { DeliverySlotsShape } from '../order/delivery-slots'
import { CategoryName } from '../product/categories'
import { PhotoShape } from '../product/photos'
import { ProductInput } from '../product/products'
import type { Route } from '../route'
import {
  CheckedWords,
  DayShape,
  Exact,
  FenShape,
  IdShape,
  MomentShape,
  OneOf,
  ShopParams,
  ShownWords,
  SlugShape,
  VersionShape,
} from '../shapes'
import { HelpShape } from './helps'
import { KindShape, LookShape } from './looks'

const PhoneShape = Type.String({ pattern: PHONE_PATTERN })
/** A non-empty array of distinct values of a list. */
const SomeOf = <const T extends readonly [string, ...string[]]>(words: T) =>
  Type.Array(OneOf(words), { minItems: 1, maxItems: words.length, uniqueItems: true })
const Fulfilments = SomeOf(fulfilments)
const Payments = SomeOf(paymentMethods)

export const FreightRuleShape = Exact({
  fee: FenShape,
  /** Orders of at least this amount are delivered free; absent: never free. */
  freeOver: Type.Optional(FenShape),
})
/** Older apps know one rule only: settings without `courier` leave the courier rule unchanged. */
export const FreightShape = Exact({
  ...FreightRuleShape.properties,
  courier: Type.Optional(FreightRuleShape),
})

export const OrderLimitsShape = Exact({
  /** The maximum number of waiting orders per account. */
  waiting: Type.Integer({ minimum: 1, maximum: 50 }),
  /** Absent: a new buyer may order the whole stock. */
  newBuyer: Type.Optional(
    Exact({
      /** Percentage of the stock plus the quantity the account has already reserved. */
      percent: Type.Integer({ minimum: 1, maximum: 100 }),
      /** This quantity is always allowed. */
      least: Type.Integer({ minimum: 1, maximum: MAX_QUANTITY }),
    }),
  ),
  /** Hours after which an unanswered order is cancelled; absent: never. */
  expiryHours: Type.Optional(Type.Integer({ minimum: 1, maximum: 720 })),
})

export const ShopSettingsShape = Exact({
  name: CheckedWords('shop-name', 1, 20),
  place: Type.Optional(CheckedWords('shop-place', 1, 30)),
  phone: Type.Optional(PhoneShape),
  wechatId: Type.Optional(Type.String({ pattern: `^${WECHAT_ID_PATTERN}$` })),
  notice: Type.Optional(CheckedWords('shop-notice', 1, 60)),
  pickupPlace: Type.Optional(CheckedWords('pickup-place', 1, 60)),
  deliveryArea: Type.Optional(CheckedWords('delivery-area', 1, MAX_DELIVERY_AREA_LENGTH)),
  fulfilments: Fulfilments,
  payments: Payments,
  freight: FreightShape,
  /** The shop accepts no orders before this day; `UNTIL_REOPENED` until its seller opens it again. */
  closedUntil: Type.Optional(DayShape),
  /** The notice that buyers read until then. */
  closedNote: Type.Optional(CheckedWords('closed-note', 1, MAX_CLOSED_NOTE_LENGTH)),
})

export const ShopShape = Exact({
  id: IdShape,
  slug: SlugShape,
  version: VersionShape,
  trade: OneOf(trades),
  ...ShopSettingsShape.properties,
  deliverySlots: Type.Optional(DeliverySlotsShape),
  openedAt: MomentShape,
  /** Present while the shop is for practice: it takes no orders, and is removed then. */
  practiceUntil: Type.Optional(MomentShape),
  /** It was opened for somebody who has not taken it over, and takes no orders. */
  isWaiting: Type.Optional(Type.Boolean()),
  /** Since when it is closed for good: it takes no orders, and only its owners can read it. */
  closedAt: Type.Optional(MomentShape),
  /**
   * The order of the categories; those that are not in it follow in the order of the products. A storefront with further
   * products names the categories of all of them.
   */
  categories: Type.Optional(Type.Array(CategoryName)),
  /** The photo beside the shop's name, and the one above its goods; both have the crops of `shopPhotoCrops`. */
  logo: Type.Optional(PhotoShape),
  banner: Type.Optional(PhotoShape),
})

/** The settings that only owners see and change. */
const privateSettings = {
  /** Defaults to `DEFAULT_ORDER_LIMITS`. */
  orderLimits: Type.Optional(OrderLimitsShape),
  /** Owners are warned of a stock that is not above it; defaults to `LOW_STOCK`. */
  lowStock: Type.Optional(Type.Integer({ minimum: 0, maximum: MAX_LOW_STOCK })),
}

export const ManagedShopShape = Exact({
  ...ShopShape.properties,
  ...privateSettings,
  /** The pickup points of its group buys; the first is the `pickupPlace`. */
  pickupPoints: Type.Optional(
    Type.Array(
      Exact({
        id: IdShape,
        name: ShownWords('pickup-place'),
        when: Type.Optional(ShownWords('pickup-place')),
      }),
    ),
  ),
})

const settings = ShopSettingsShape.properties

/** A photo that the account, or somebody else who manages the shop, uploaded; `null` removes it. */
const ShopPhotoInput = Type.Optional(Type.Union([PhotoShape, Type.Null()]))

export const shopRoutes = {
  'PUT /api/shops/:shopId': {
    summary:
      'Open a shop with its first products; only trade and products are required. The same request again answers the same, another one is 409 `idempotency-conflict`.',
    access: 'signed-in',
    params: ShopParams,
    body: Exact({
      trade: ShopShape.properties.trade,
      products: Type.Array(
        Type.Composite([Exact({ id: IdShape }), ProductInput], { additionalProperties: false }),
        { minItems: 1, maxItems: 20 },
      ),
      name: Type.Optional(settings.name),
      place: settings.place,
      phone: settings.phone,
      template: Type.Optional(KindShape),
      fulfilments: Type.Optional(Fulfilments),
      payments: Type.Optional(Payments),
      freight: Type.Optional(FreightShape),
      pickupPlace: settings.pickupPlace,
      /** For practice: the shop takes no orders, and is removed after 30 days. */
      practice: Type.Optional(Type.Boolean()),
      /** The help under which somebody else opens the shop for its owner. */
      help: Type.Optional(IdShape),
    }),
    reply: Exact({
      ...{ id: IdShape, slug: SlugShape, url: Type.String() },
      /** The owner’s key; absent while the shop waits for its owner. */
      key: Type.Optional(Type.String()),
    }),
  },
  'GET /api/shops/:shopId': {
    summary: 'A shop as its owner manages it: settings and look. A helper also reads what she may do in it.',
    access: 'manager',
    params: ShopParams,
    reply: Exact({ shop: ManagedShopShape, look: LookShape, help: Type.Optional(HelpShape) }),
  },
  'PUT /api/shops/:shopId/settings': {
    summary:
      'Change what the owner sets; a stale version is 409 `version-conflict` with the shop as it is. What older apps leave out stays as it is: `orderLimits`, `lowStock`, `deliverySlots`, `logo`, `banner`, `wechatId`, `deliveryArea` and, until another `closedUntil`, `closedNote`; `null` removes a photo, and an empty text removes the last three. A photo that nobody of the shop uploaded is `bad-input`.',
    access: 'manager',
    help: 'save-settings',
    params: ShopParams,
    body: Exact({
      version: VersionShape,
      ...settings,
      wechatId: Type.Optional(Type.String({ pattern: `^(${WECHAT_ID_PATTERN})?$` })),
      deliveryArea: Type.Optional(CheckedWords('delivery-area', 0, MAX_DELIVERY_AREA_LENGTH)),
      closedNote: Type.Optional(CheckedWords('closed-note', 0, MAX_CLOSED_NOTE_LENGTH)),
      deliverySlots: Type.Optional(DeliverySlotsShape),
      logo: ShopPhotoInput,
      banner: ShopPhotoInput,
      ...privateSettings,
    }),
    reply: ManagedShopShape,
  },
  'POST /api/shops/:shopId/practice/end': {
    summary: 'Make a practice shop real, with everything in it. A real shop stays as it is.',
    access: 'owner',
    params: ShopParams,
    reply: ManagedShopShape,
  },
  'POST /api/shops/:shopId/key': {
    summary: "Make the owner's key anew; the one before stops working.",
    access: 'owner',
    params: ShopParams,
    body: Exact({ id: IdShape }),
    reply: Exact({ key: Type.String() }),
  },
  'DELETE /api/shops/:shopId/other-owners': {
    summary:
      'Every other phone that could manage this shop no longer can: for a lost phone. Keys, paper cards and codes that it was given or made, and helps, end too.',
    access: 'owner',
    params: ShopParams,
    reply: Exact({ removed: Type.Integer() }),
  },
} as const satisfies Record<string, Route>
