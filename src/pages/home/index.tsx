import { useRouter } from '@tarojs/taro'
import { useUnsentConfirmations } from '@/features/handover/take/confirm-received'
import { HomeView } from '@/features/home/home-view'
import { useUnsentReport } from '@/features/lessons/learner/report-opened'
import { VisitedShops } from '@/features/visited/visited-shops'

/** The home page of both targets (H5 and WeChat). */
export default function Home() {
  const { params } = useRouter()
  useUnsentReport()
  useUnsentConfirmations()
  return (
    <HomeView
      isUnknown={params.unknown === '1'}
      visited={(ownSlugs) => <VisitedShops ownSlugs={ownSlugs} />}
    />
  )
}
