import { Text, View } from '@tarojs/components'
import { heading } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import './to-do-card.scss'

interface ToDoCardProps {
  title: string
  text: string
  action: string
  /** The most pressing one. */
  first: boolean
  onPress(): void
  /** The label of the button that dismisses an optional to-do for good. */
  skip?: string
  onSkip?(): void
}

/** A to-do: its title, text and action button. */
export function ToDoCard({ title, text, action, first, onPress, skip, onSkip }: ToDoCardProps) {
  return (
    <View className={`to-do ${first ? 'to-do--first' : ''}`}>
      <View className="to-do__words">
        <Text className="to-do__title" {...heading(2)}>
          {title}
        </Text>
        <Text className="to-do__text">{text}</Text>
      </View>
      <View className="to-do__button">
        <Button kind={first ? 'main' : 'soft'} label={`${action}，${title}`} onPress={onPress}>
          {action}
        </Button>
        {skip && onSkip && (
          <Button kind="line" label={`${skip}，${title}`} onPress={onSkip}>
            {skip}
          </Button>
        )}
      </View>
    </View>
  )
}
