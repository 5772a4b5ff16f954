import { useRouter } from '@tarojs/taro'
import { DecorateScreen } from '@/features/decorate/decorate-screen'
import { ConsentSheet } from '@/features/privacy/consent-sheet'

/** A shop's look before its seller: `?shop=`. */
export default function DecoratePage() {
  const { shop = '' } = useRouter().params
  return <DecorateScreen shopId={shop} ConsentSheet={ConsentSheet} />
}
