import { FiguresScreen } from '@/features/centre/figures/figures-screen'
import { usePageParams } from '@/platform/navigation/page-params'

/** The figures of the lessons of a centre: `?centre=`. */
export default function FiguresPage() {
  const { centre = '' } = usePageParams()
  return <FiguresScreen centre={centre} />
}
