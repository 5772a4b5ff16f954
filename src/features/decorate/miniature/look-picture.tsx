import { View } from '@tarojs/components'
import { useMemo } from 'react'
import { miniatureUri, type Outlined } from './miniature'
import './look-picture.scss'

/** How a look is arranged, at a glance; the words beside it say the same. */
export function LookPicture({ outline }: { outline: Outlined }) {
  const image = useMemo(() => `url("${miniatureUri(outline)}")`, [outline])
  return <View className="look-picture" style={{ backgroundImage: image }} />
}
