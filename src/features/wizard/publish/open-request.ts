import { parseYuan } from '@/domain/money'
import type { Fulfilment } from '@/domain/order/fulfilment'
import { availablePaymentMethods } from '@/domain/payment/available-payments'
import { isPaidInPerson, type PaymentMethod, paymentMethods } from '@/domain/payment/payment'
import { DEFAULT_STOCK } from '@/domain/product/sku'
import { isPhone } from '@/domain/receiver/receiver'
import { unitWeight } from '@/domain/shop/trade'
import { shopWords } from '@/locales/shop/shop'
import { shownTemplate } from '../look/offered-templates'
import { productName } from '../product/product-name'
import type { OpenRequest, ShopDraft } from '../shop-draft'
import { offeredFreight } from '../terms/freight'

const inPerson = paymentMethods.filter(isPaidInPerson)

/** Returns the in-person payment methods that the chosen fulfilment kinds can use. */
const paymentsFor = (kinds: readonly Fulfilment[]): PaymentMethod[] =>
  inPerson.filter((method) => kinds.some((kind) => availablePaymentMethods(kind, [method]).length > 0))

/** The draft's product as the request contains it. */
function firstProduct(draft: ShopDraft): OpenRequest['products'][number] {
  const weight = unitWeight(draft.unit)
  return {
    id: draft.productId,
    name: productName(draft),
    unit: draft.unit,
    photos: draft.photoId ? [draft.photoId] : [],
    skus: [
      {
        id: draft.skuId,
        price: parseYuan(draft.price) ?? 0,
        stock: DEFAULT_STOCK,
        ...(weight === undefined ? {} : { weight }),
      },
    ],
    onSale: true,
  }
}

/** Converts the draft into the request that opens the shop. */
export function openRequest(draft: ShopDraft): OpenRequest {
  const pickupPlace = draft.fulfilments.includes('pickup') ? draft.pickupPlace.trim() : ''
  return {
    trade: draft.trade ?? 'plain',
    products: [firstProduct(draft)],
    name: shopWords.defaultName(productName(draft)),
    template: shownTemplate(draft).name,
    fulfilments: draft.fulfilments,
    payments: paymentsFor(draft.fulfilments),
    freight: offeredFreight(draft),
    ...(pickupPlace ? { pickupPlace } : {}),
    ...(isPhone(draft.phone) ? { phone: draft.phone } : {}),
    ...(draft.help ? { help: draft.help.id } : {}),
    ...(draft.practice ? { practice: true } : {}),
  }
}
