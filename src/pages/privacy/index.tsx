import Taro from '@tarojs/taro'
import { forgetSession } from '@/api/session'
import { useCarts } from '@/features/cart/cart-store'
import { useReceiver } from '@/features/checkout/receiver/receiver-store'
import { useOrderAttempts } from '@/features/checkout/submit/order-attempt-store'
import { MyData } from '@/features/privacy/my-data'
import { PrivacyGuide } from '@/features/privacy/privacy-guide'
import { dropCachedStorefront } from '@/features/storefront/cached-storefronts'
import { useVisits } from '@/features/visited/visited-store'

/** Removes from this phone what a buyer left on it; everything when the account was deleted, too. */
function forgetOnPhone(isAccountKept: boolean): void {
  for (const { slug } of useVisits.getState().visits) dropCachedStorefront(slug)
  if (!isAccountKept) {
    forgetSession()
    try {
      Taro.clearStorageSync()
    } catch {
      // storage is forbidden, so nothing was stored
    }
  }
  // the stores hold what was read from the storage, and would write it again
  useReceiver.setState({ receiver: { name: '', phone: '', address: '' } })
  useCarts.setState({ carts: {} })
  useVisits.setState({ visits: [] })
  useOrderAttempts.setState({ attempts: {} })
}

export default function PrivacyPage() {
  return <PrivacyGuide mine={<MyData onDeleted={forgetOnPhone} />} />
}
