import { useRouter } from '@tarojs/taro'
import { HomeView } from '@/features/home/home-view'
import { VisitedShops } from '@/features/visited/visited-shops'

/** The front door of both targets. */
export default function Home() {
  const { params } = useRouter()
  return <HomeView isUnknown={params.unknown === '1'} visited={(own) => <VisitedShops own={own} />} />
}
