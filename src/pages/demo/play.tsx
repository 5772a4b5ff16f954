import { DemoElsewhere } from '@/features/demo/demo-elsewhere'
import { PlayScreen } from '@/features/demo/play/play-screen'
import { canShowFrames } from '@/platform/frames/player-frame'
import { usePageParams } from '@/platform/navigation/page-params'

/** The demo on the big screen: `?centre=`, with `&tour=1` for the guided tour. */
export default function DemoPlayPage() {
  const { centre = '', tour } = usePageParams()
  return canShowFrames ? (
    <PlayScreen centre={centre} isTour={tour === '1'} />
  ) : (
    <DemoElsewhere centre={centre} />
  )
}
