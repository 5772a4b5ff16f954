import { DemoElsewhere } from '@/features/demo/demo-elsewhere'
import { DemoScreen } from '@/features/demo/demo-screen'
import { canShowFrames } from '@/platform/frames/player-frame'
import { usePageParams } from '@/platform/navigation/page-params'

/** A trainer's demo: `?centre=`. */
export default function DemoPage() {
  const { centre = '' } = usePageParams()
  return canShowFrames ? <DemoScreen centre={centre} /> : <DemoElsewhere centre={centre} />
}
