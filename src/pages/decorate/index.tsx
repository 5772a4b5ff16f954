import { useRouter } from '@tarojs/taro'
import { DecorateScreen } from '@/features/decorate/decorate-screen'

/** The look editor for a shop's owner: `?shop=`. */
export default function DecoratePage() {
  const { shop = '' } = useRouter().params
  return <DecorateScreen shopId={shop} />
}
