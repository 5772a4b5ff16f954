import { useRouter } from '@tarojs/taro'
import { KeyPanel } from '@/features/key/key-panel'
import { Opened } from '@/features/wizard/opened/opened'

export default function OpenedPage() {
  const { shop = '' } = useRouter().params
  return <Opened shopId={shop} KeyRow={KeyPanel} />
}
