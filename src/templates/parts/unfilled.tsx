import { Text, View } from '@tarojs/components'
import { Icon, type IconName } from '@/ui/icon/icon'
import { SectionTitle } from '../goods/section-title'
import type { SectionContext } from '../section'
import './unfilled.scss'

interface UnfilledProps {
  context: SectionContext
  icon: IconName
  title: string
  /** What to add, and why. */
  words: string
}

/** What a section without content is: nothing, as buyers see it; while it is decorated it says what belongs there. */
export function Unfilled({ context, icon, title, words }: UnfilledProps) {
  if (!context.editing) return null
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
