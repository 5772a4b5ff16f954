import { Text, View } from '@tarojs/components'
import { Button } from '@/ui/button/button'
import { Icon } from '@/ui/icon/icon'
import { Heading } from '@/ui/text/heading'
import './first-card.scss'

interface FirstCardProps {
  title: string
  text: string
  isDeadline?: boolean | undefined
  /** Without it nothing is to be done. */
  action?: string | undefined
  busy?: string | false | undefined
  onPress(): void
}

/** What must be done now, with its one button; a deadline is brown. */
export function FirstCard({ title, text, isDeadline, action, busy, onPress }: FirstCardProps) {
  return (
    <View className={`first-card ${isDeadline ? 'first-card--deadline' : ''}`}>
      <View className="first-card__words">
        <Heading className="first-card__title">{title}</Heading>
        <View className="first-card__text">
          {isDeadline && <Icon name="clock" size={20} />}
          <Text className="first-card__line">{text}</Text>
        </View>
      </View>
      {action && (
        <View className="first-card__button">
          <Button label={`${action}，${title}`} busy={busy} onPress={onPress}>
            {action}
          </Button>
        </View>
      )}
    </View>
  )
}
