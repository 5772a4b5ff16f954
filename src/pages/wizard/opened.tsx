import { useRouter } from '@tarojs/taro'
import { KeyPanel } from '@/features/key/key-panel'
import { OpenedScreen } from '@/features/wizard/opened/opened-screen'

export default function OpenedPage() {
  const { shop = '' } = useRouter().params
  return <OpenedScreen shopId={shop} KeyRow={KeyPanel} />
}
