import { Text, View } from '@tarojs/components'
import { Icon, type IconName } from '@/ui/icon/icon'
import { SectionTitle } from '../goods/section-title'
import type { Scene } from '../section'
import './unfilled.scss'

interface UnfilledProps {
  scene: Scene
  icon: IconName
  title: string
  /** What to add, and why. */
  words: string
}

/** What a section without content is: nothing, as buyers see it; while it is decorated it says what belongs there. */
export function Unfilled({ scene, icon, title, words }: UnfilledProps) {
  if (!scene.editing) return null
  return (
    <View className="look__section unfilled">
      <SectionTitle>{title}</SectionTitle>
      <View className="unfilled__box">
        <Icon name={icon} size={32} />
        <Text className="unfilled__words">{words}</Text>
      </View>
    </View>
  )
}
