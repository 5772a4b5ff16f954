import { Text, View } from '@tarojs/components'
import type { PointerPlace } from '@/domain/lesson/lesson'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Icon, type IconName } from '@/ui/icon/icon'
import { PointerTarget } from '../lesson-hints'
import './terms-card.scss'

interface TermsCardProps {
  place: PointerPlace
  icon: IconName
  title: string
  parts: readonly string[]
  more: string | null
  /** The button's text; `label` is its accessible name. */
  change: string
  label: string
  /** Absent if there is nothing to change. */
  onChange: (() => void) | undefined
}

/** One preset term of the shop in words, with a button to change it. */
export function TermsCard({ place, icon, title, parts, more, change, label, onChange }: TermsCardProps) {
  return (
    <Card>
      <View className={`terms-card ${parts.length > 2 ? 'terms-card--many' : ''}`}>
        <View className="terms-card__row">
          <View className="terms-card__icon">
            <Icon name={icon} size={28} />
          </View>
          <View className="terms-card__words">
            <Text className="terms-card__title">{title}</Text>
            {parts.map((part) => (
              <Text key={part} className="terms-card__part">
                {part}
              </Text>
            ))}
            {more && <Text className="terms-card__more">{more}</Text>}
          </View>
        </View>
        {onChange && (
          <View className="terms-card__change">
            <Button kind="soft" size="small" label={label} onPress={onChange}>
              {change}
            </Button>
          </View>
        )}
        <PointerTarget place={place} />
      </View>
    </Card>
  )
}
