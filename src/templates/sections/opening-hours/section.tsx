import { Text, View } from '@tarojs/components'
import { Icon } from '@/ui/icon/icon'
import { SectionTitle } from '../../goods/section-title'
import { SectionPlaceholder } from '../../parts/section-placeholder'
import type { SectionProps } from '../../section'
import type { OpeningHoursSettings } from './settings'
import { openingHoursWords as words } from './words'
import './section.scss'

/** The opening hours, and until when the shop is closed. */
export function OpeningHours({ settings, shop, context, closed }: SectionProps<OpeningHoursSettings>) {
  const { hours, rest } = settings
  const title = settings.title || words.title
  const until = closed && shop.closedUntil ? words.closed(shop.closedUntil) : ''
  if (!hours && !rest && !until)
    return <SectionPlaceholder context={context} icon="clock" title={title} words={words.unfilled} />
  return (
    <View className="look__section look__section--half hours">
      <View className="hours__paper">
        <SectionTitle>{title}</SectionTitle>
        {until && (
          <View className="hours__closed">
            <Icon name="warn" size={22} />
            <Text className="hours__closed-words">{until}</Text>
          </View>
        )}
        {hours && <Text className="hours__hours">{hours}</Text>}
        {rest && <Text className="hours__rest">{rest}</Text>}
      </View>
    </View>
  )
}
