import { HomeView } from '@/features/home/home-view'
import { VisitedShops } from '@/features/visited/visited-shops'

/** The front door of both targets. */
export default function Home() {
  return <HomeView visited={(own) => <VisitedShops own={own} />} />
}
