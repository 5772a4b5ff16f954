import { View } from '@tarojs/components'
import { useMemo } from 'react'
import { type LookOutline, miniatureDataUri } from './miniature'
import './look-picture.scss'

/** A miniature of a look. It is decorative: the text beside it says the same. */
export function LookPicture({ outline }: { outline: LookOutline }) {
  const image = useMemo(() => `url("${miniatureDataUri(outline)}")`, [outline])
  return <View className="look-picture" style={{ backgroundImage: image }} />
}
