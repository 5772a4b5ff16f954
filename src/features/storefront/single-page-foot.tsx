import type { Shop } from '@/domain/shop/shop'
import { storefrontWords } from '@/locales/storefront/storefront'
import { CallButton } from './call-button'
import { CallNote } from './call-note'

/** Replaces the order bar on a single page in WeChat Moments: how to open the shop, and its phone number. */
export function SinglePageFoot({ shop: { phone } }: { shop: Pick<Shop, 'phone'> }) {
  return (
    <CallNote
      icon="cart"
      text={storefrontWords.singlePage}
      call={phone && <CallButton phone={phone}>{storefrontWords.call}</CallButton>}
    />
  )
}
