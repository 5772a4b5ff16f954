import { FiguresScreen } from '@/features/centre/figures/figures-screen'
import { usePageParams } from '@/platform/navigation/page-params'

/** How the lessons of a centre went: `?centre=`. */
export default function FiguresPage() {
  const { centre = '' } = usePageParams()
  return <FiguresScreen centre={centre} />
}
